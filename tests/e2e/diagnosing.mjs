// Diagnosing as a person does it, and what a diagnosis said.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { output, until } from "./processes.mjs";

const FIELDS = ["base-url", "identifier", "secret"];

/** Opens the sheet for the values of a web developer. */
export async function openValues(page) {
  await page.click("toolbar-more");
  await page.click("diagnose-values");
  await page.get("diagnose-sheet");
}

/** Enters three values and starts; those that are there already are left alone. */
export async function enter(page, values) {
  if (await page.has("diagnose-change")) await page.pressOn("diagnose-change");
  for (const [place, value] of values.entries()) {
    const id = `diagnose-${FIELDS[place]}`;
    if ((await page.value(id)) !== value) await page.type(id, value);
  }
  return start(page);
}

/** Starts, and waits for what is said. */
export async function start(page) {
  await page.pressOn("diagnose-start");
  return told(page);
}

/** Diagnoses the open key. */
export async function diagnoseKey(page) {
  await page.pressOn("diagnose");
  await page.get("diagnose-sheet");
  return told(page);
}

/** Asks once more. */
export async function again(page) {
  const before = await page.driver.executeScript(MARK);
  await page.pressOn("diagnose-again");
  await until("the diagnosis to be another one", async () =>
    (await page.driver.executeScript(MARK)) > before);
  return told(page);
}

// How often the sheet said something new.
const MARK = `
const said = document.querySelector('[data-testid="diagnosis-said"]');
if (said.changes === undefined) {
  said.changes = 0;
  new MutationObserver(() => said.changes++).observe(said,
    { childList: true, characterData: true, subtree: true });
}
return said.changes;`;

/** What the sheet tells, once it has ended: causes, most likely first; what the plugin shows. */
export async function told(page) {
  await page.get("diagnosis-cause");
  await page.gone("diagnosis-running");
  return page.driver.executeScript(`
    const all = (id) => [...document.querySelectorAll('[data-testid="' + id + '"]')];
    return {
      causes: all("diagnosis-cause").map(({ dataset }) =>
        dataset.field ? dataset.cause + " " + dataset.field : dataset.cause),
      fixes: all("diagnosis-fix").map(({ dataset }) => dataset.fix),
      steps: Object.fromEntries(all("diagnosis-step").map(({ dataset }) =>
        [dataset.step, dataset.outcome])),
      plugin: all("diagnosis-plugin")[0]?.dataset.shows,
      words: all("diagnosis-causes")[0].innerText,
    };`);
}

/** Asserts the cause that is named first, and what the plugin shows. */
export function firstIs(found, cause, plugin) {
  assert.equal(found.causes[0], cause, `of ${found.causes}`);
  if (plugin) assert.equal(found.plugin, plugin, `what the plugin shows for ${cause}`);
}

/**
 * A server with a certificate that nobody vouches for. Gives its address, how many requests it
 * got, and its end.
 */
export async function untrusted(stage) {
  const [key, certificate] = ["key.pem", "certificate.pem"].map((name) => join(stage.folder, name));
  output(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
    "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=localhost",
    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]);
  let reached = 0;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) },
    (_, answer) => {
      reached += 1;
      answer.end();
    });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `https://127.0.0.1:${server.address().port}`,
    reached: () => reached,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
