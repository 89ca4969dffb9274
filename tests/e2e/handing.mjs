// Checking, diagnosing and handing keys over, as a person does it.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { control, openKey } from "./steps.mjs";
import { output, until } from "./processes.mjs";

/** Another administrator or the operator does something on the server. */
export function act(coOp, name, rest = {}) {
  return control(coOp, "act", { act: name, ...rest });
}

/** Checks the open key, and waits until it is in that state. */
export async function checkIs(page, status) {
  await page.pressOn("check");
  await page.get("detail-status", `[data-status="${status}"]`);
  return page.text("detail-status");
}

/** Opens the hand-over sheet of the open key, for somebody. */
export async function openHandOver(page, person) {
  await page.pressOn("hand-over");
  await page.get("hand-over-sheet");
  await sheetIsWritten(page);
  if (person) await page.type("hand-person", person);
}

/** Waits until the sheet that was chosen is the one that is shown. */
export async function sheetIsWritten(page) {
  await page.get("hand-sheet", '[aria-busy="false"]');
  return page.text("hand-sheet");
}

/** Takes a way of handing over, and waits until it was recorded. */
export async function handBy(page, button, channel) {
  await page.pressOn(button);
  await page.get("hand-recorded", `[data-channel="${channel}"]`);
}

/** Copies something from the open sheet; what another program reads then. */
export async function copied(page, button, before = "") {
  await page.pressOn(button);
  return until(`${button} to reach the clipboard`, () => {
    const now = page.stage.clipboard();
    return now && now !== before && now;
  });
}

/** All files below a folder. */
export function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The files of the stage's person, the program's and the home, that hold one of these texts. */
export function filesHolding(stage, ...texts) {
  const names = ["home", "config", "cache", "data", "run"];
  return names.flatMap((name) => files(join(stage.folder, name))).filter((file) => {
    const bytes = readFileSync(file).toString("latin1");
    return texts.some((text) => bytes.includes(text));
  });
}

/** The code that both sides can compute of a pair without telling it. */
export function checkCode({ identifier, secret }) {
  const digest = createHash("sha256").update(`${identifier}:${secret}`).digest("hex");
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`;
}

// age asks a terminal for the words, so it gets one.
const ASK = `
import os, pty, sys
words = sys.stdin.readline().encode()
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("age", ["age", "--decrypt", "--output", sys.argv[2], sys.argv[1]])
asked = b""
try:
    while b"assphrase" not in asked:
        asked += os.read(terminal, 1024)
    os.write(terminal, words)
    while os.read(terminal, 1024):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

/** What a sealed file holds, opened by Debian's age with the words. */
export function openWithAge(stage, sealed, words) {
  const opened = join(stage.folder, "opened-by-age");
  output(["python3", "-c", ASK, sealed, opened], { input: `${words}\n`, timeout: 60_000 });
  const text = readFileSync(opened, "utf8");
  rmSync(opened);
  return text;
}

/** The text of a PDF, and how many pages it has. */
export function readPdf(file) {
  const pages = Number(output(["pdfinfo", file]).match(/^Pages:\s+(\d+)/m)[1]);
  return { pages, text: output(["pdftotext", "-layout", file, "-"]) };
}

/** Saves the sheet as a PDF, another one than before; its path. */
export async function savePdf(page, before = "") {
  await page.pressOn("hand-pdf");
  return until("a PDF to be saved", async () => {
    const [done] = await page.all("hand-done");
    const said = done && (await page.textOf(done));
    const path = said?.endsWith(".pdf") && said.slice(said.indexOf("/"));
    return path && path !== before && path;
  }, 30);
}

/** What a phone reads off the screen. */
export async function scanned(page, picture) {
  await page.picture(picture);
  return output(["zbarimg", "--quiet", "--raw", picture]).trim();
}

/** Kills the program and starts it again: the rotation of that key waits where it was. */
export async function openedAgain(stage, name, step) {
  await stage.killWindow();
  const page = await stage.openWindow();
  await openKey(page, name);
  await page.get("rotation-card", `[data-step="${step}"]`);
  await page.pressOn("rotation-continue");
  await page.get("rotation-step", `[data-step="${step}"]`);
  return page;
}
