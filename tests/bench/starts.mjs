// Starts of several programs, one after the other in rounds, and their memory when idle.

import { Processes, until } from "../e2e/processes.mjs";
import { descendants, gone, idle, memory } from "./process-tree.mjs";

/** What automation needs slows a start down, and nobody has it. */
const AUTOMATION = ["TAURI_AUTOMATION", "TAURI_WEBVIEW_AUTOMATION"];

async function start(watcher, { command, env, part }) {
  const processes = new Processes();
  const clean = { ...env };
  for (const name of AUTOMATION) delete clean[name];
  const watched = [watcher, ...(part ? ["--part", part] : []), ...command];
  const { child, line } = await processes.startAndRead(command[0], watched, { env: clean });
  try {
    await idle(child.pid);
    return { ...JSON.parse(line), memory: memory(child.pid) };
  } finally {
    const started = descendants(child.pid);
    child.stdin.end();
    await until(`${command[0]} to end`, () => child.exitCode !== null);
    await gone(started);
  }
}

/**
 * Starts each program once in every round and gives for each its figures, round by round. The first
 * round only fills the caches of the system and is not counted.
 */
export async function measureStarts(watcher, programs, rounds, tell) {
  const figures = Object.fromEntries(programs.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const program of programs) {
      const figure = await start(watcher, program);
      if (round > 0) figures[program.name].push(figure);
    }
    tell(round === 0 ? "caches are warm" : `round ${round} of ${rounds}`);
  }
  return figures;
}
