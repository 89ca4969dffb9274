// Child processes of a stage: started in order, ended in reverse.

import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** Waits until `look` gives something, or fails with what was waited for. */
export async function until(what, look, seconds = 15) {
  const deadline = Date.now() + seconds * 1000;
  let last;
  for (;;) {
    try {
      const found = await within(deadline - Date.now(), look);
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      throw new Error(`waited ${seconds} s for ${what}`, { cause: last });
    }
    await pause(30);
  }
}

/** What `look` gives, or an error when it says nothing for so long: a driver may never answer. */
async function within(milliseconds, look) {
  const timer = new AbortController();
  const silence = pause(Math.max(milliseconds, 1000), undefined, { signal: timer.signal });
  try {
    return await Promise.race([
      look(),
      silence.then(() => {
        throw new Error("the question itself was not answered");
      }),
    ]);
  } finally {
    timer.abort();
    silence.catch(() => {});
  }
}

/** Runs a program to its end; its output, or an error naming it. */
export function output(command, options = {}) {
  const [program, ...rest] = command;
  const done = spawnSync(program, rest, { encoding: "utf8", timeout: 15_000, ...options });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

/** A port nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The children of one stage. */
export class Processes {
  #children = [];

  /** Starts a program; `input` goes to its standard input. */
  start(command, { env, input, stdio } = {}) {
    const [program, ...rest] = command;
    const child = spawn(program, rest, { env, stdio: stdio ?? ["pipe", "pipe", "pipe"] });
    child.said = "";
    child.answered = "";
    child.stdout?.on("data", (chunk) => {
      child.said += chunk;
      child.answered += chunk;
    });
    child.stderr?.on("data", (chunk) => (child.said += chunk));
    child.on("error", (error) => (child.said += String(error)));
    child.stdin?.on("error", () => {});
    if (input !== undefined) child.stdin.end(input);
    this.#children.push(child);
    return child;
  }

  /** Starts a program and gives the first line of its output; errors are another stream. */
  async startAndRead(what, command, options) {
    const child = this.start(command, options);
    await until(`${what} to say its first line (${child.said})`, () => {
      if (child.exitCode !== null) throw new Error(`${what} ended: ${child.said}`);
      return child.answered.includes("\n");
    });
    return { child, line: child.answered.split("\n")[0].trim() };
  }

  /** Ends one child and waits for its end. */
  async end(child, signal = "SIGTERM") {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const killer = setTimeout(() => child.kill("SIGKILL"), 4000);
    await gone;
    clearTimeout(killer);
  }

  /** Ends all, the last started first. */
  async endAll() {
    for (const child of this.#children.splice(0).reverse()) await this.end(child);
  }
}
