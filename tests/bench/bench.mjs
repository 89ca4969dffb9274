// Measures the program beside its peer and its floor, in one run, and prints ratios. A figure over
// its budget is a finding, not a failure: the exit status tells only whether it was measured.

import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { output } from "../e2e/processes.mjs";
import { Stage, program } from "../e2e/stage.mjs";
import { findings } from "./findings.mjs";
import { RawCopies, lastRow, measureClicks, measureTyping } from "./in-window.mjs";
import { descendants, end } from "./process-tree.mjs";
import { print } from "./report.mjs";
import { measureStarts } from "./starts.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const TARGET = resolve(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"));
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const COUNTS = [1_000, 10_000];
/** How many secrets the keychain holds: its searches are slower the more there are. */
const SECRETS = 1_000;
const CLICKS_PER_ROUND = 60;

const tell = (text) => console.log(`bench: ${text}`);
const built = (...path) => join(TARGET, "release", ...path);

function cargo(folder, ...args) {
  const env = { ...process.env, CARGO_TARGET_DIR: TARGET };
  const command = ["build", "--release", "--quiet", ...args];
  const done = spawnSync("cargo", command, { cwd: folder, stdio: "inherit", env });
  if (done.status !== 0) throw new Error(`cargo build ${args.join(" ")} failed`);
}

/** Builds what stands beside the program, from the same versions of everything. */
function build() {
  tell("building what stands beside the program");
  copyFileSync(join(ROOT, "Cargo.lock"), join(import.meta.dirname, "Cargo.lock"));
  // Apart, so that the window gets no feature that only the others ask for.
  cargo(import.meta.dirname, "-p", "bare-window");
  cargo(import.meta.dirname, "-p", "first-paint", "-p", "raw-copy");
  cargo(ROOT, "--locked", "-p", "inventory", "--examples");
}

/** A data folder with that many keys. */
function fill(stage, count) {
  const folder = join(stage.folder, `data-${count}`);
  mkdirSync(folder);
  output([built("examples", "fill"), join(folder, "inventory.sqlite3"), String(count)], {
    env: stage.env, timeout: 120_000,
  });
  return folder;
}

/** KeePassXC at the unlock window of a database of its own. */
function keepassxc(stage) {
  const database = join(stage.folder, "peer.kdbx");
  const options = { env: stage.env, input: "practice\npractice\n" };
  output(["keepassxc-cli", "db-create", "--set-password", database], options);
  const [config, local] = ["peer.ini", "peer-local.ini"].map((name) => join(stage.folder, name));
  const command = ["keepassxc", "--config", config, "--localconfig", local, database];
  return { name: "keepassxc", command, env: stage.env };
}

/** What is measured in the open window; also where the list's last row is. */
async function inWindow(stage, raw, count, folder) {
  stage.env.SADDLEBAG_DATA_FOLDER = folder;
  const others = new Set(descendants(process.pid));
  const page = await stage.openWindow();
  await page.get("key-row");
  const part = await lastRow(page);
  tell(`clicks and key presses, ${count} keys`);
  const clicks = await measureClicks(page, raw, ROUNDS, CLICKS_PER_ROUND);
  const typing = await measureTyping(page, ROUNDS);
  const opened = descendants(process.pid).filter((pid) => !others.has(pid));
  await stage.closeWindow();
  // A start while the former program still runs would only bring that one forward.
  await end(opened);
  return { part, clicks, typing };
}

async function measure(stage) {
  const folders = new Map(COUNTS.map((count) => [count, fill(stage, count)]));
  const raw = new RawCopies(built("raw-copy"), stage.env);
  const windows = new Map();
  try {
    tell(`putting ${SECRETS} secrets into the keychain`);
    await raw.put(Array.from({ length: SECRETS }, (_, before) => before + 1));
    for (const [count, folder] of folders) {
      windows.set(count, await inWindow(stage, raw, count, folder));
    }
  } finally {
    await raw.end();
  }
  tell(`starts, rounds: ${ROUNDS}`);
  const ours = COUNTS.map((count) => ({
    name: String(count),
    command: [program()],
    env: { ...stage.env, SADDLEBAG_DATA_FOLDER: folders.get(count) },
    part: windows.get(count).part,
  }));
  const bare = { name: "bare", command: [built("bare-window")], env: stage.env };
  const all = [keepassxc(stage), bare, ...ours];
  const starts = await measureStarts(built("first-paint"), all, ROUNDS, tell);
  return { starts, windows };
}

build();
tell("search alone");
const search = JSON.parse(output([built("examples", "search_bench")], { timeout: 300_000 })).search;
const stage = await Stage.open();
let measured;
try {
  measured = await measure(stage);
} finally {
  await stage.close();
}
const cpu = /^model name\s*: (.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1];
const about = { rounds: ROUNDS, cores: availableParallelism(), load: loadavg()[0], cpu };
print(findings({ ...measured, search, counts: COUNTS }), about);
