// Runs the journeys whose names contain one of the arguments; all of them without arguments.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const folder = join(import.meta.dirname, "journeys");
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".test.mjs"))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
  .sort()
  .map((file) => join(folder, file));

if (files.length === 0) {
  console.log(`No journey is named like ${wanted.join(", ")}.`);
} else {
  // Two at a time: each has a stage of its own, and most of a journey is waiting.
  run({ files, concurrency: 2, timeout: 600_000 })
    .on("test:fail", () => (process.exitCode = 1))
    .compose(spec)
    .pipe(process.stdout);
}
