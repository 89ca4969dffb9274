// What a program and everything it started use, as /proc tells.

import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../e2e/processes.mjs";

/** The state, parent and used processor time of a process; `undefined` when it is gone. */
function look(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before it may hold anything, spaces and brackets too.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return {
      pid: Number(pid),
      state: fields[0],
      parent: Number(fields[1]),
      ticks: Number(fields[11]) + Number(fields[12]),
    };
  } catch {
    return undefined;
  }
}

/** The processes below one, itself not among them. */
export function descendants(pid) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(look).filter(Boolean);
  const found = [];
  const wanted = new Set([pid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const known of all) {
      if (wanted.has(known.parent) && !wanted.has(known.pid)) {
        wanted.add(known.pid);
        found.push(known.pid);
        grown = true;
      }
    }
  }
  return found;
}

/** Waits until what is below a process has done nothing for a second. */
export async function idle(pid) {
  const used = () =>
    descendants(pid).reduce((sum, child) => sum + (look(child)?.ticks ?? 0), 0);
  let before = used();
  for (let tries = 0; tries < 15; tries += 1) {
    await pause(1000);
    const now = used();
    // A hundredth of a second or two is a blinking caret or a clock.
    if (now - before <= 2) return;
    before = now;
  }
}

/** Their share of the memory in MiB by name: pages that several use count for each in part. */
export function memory(pid) {
  const shares = {};
  for (const child of descendants(pid)) {
    const name = readFileSync(`/proc/${child}/comm`, "utf8").trim();
    const text = readFileSync(`/proc/${child}/smaps_rollup`, "utf8");
    shares[name] = (shares[name] ?? 0) + Number(/^Pss:\s+(\d+)/m.exec(text)[1]) / 1024;
  }
  return shares;
}

/** Ends those of them that still run, and waits for it. */
export function end(pids) {
  for (const pid of pids.filter((known) => look(known))) process.kill(pid, "SIGTERM");
  return gone(pids);
}

/** Waits until all of them have ended. */
export function gone(pids) {
  return until("processes to end", () =>
    pids.every((pid) => [undefined, "Z", "X"].includes(look(pid)?.state)));
}
