// The main job through the real window, against the practice co-op: each step with its result and
// the pictures taken, and a last line of JSON. The exit status tells the truth.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  chooseStore, copy, keysAreListed, openKey, submitCode,
} from "./steps.mjs";
import { until } from "./processes.mjs";
import { Stage } from "./stage.mjs";

const pictures = resolve(import.meta.dirname, "../../out/demo");
mkdirSync(pictures, { recursive: true });

const steps = [];
const taken = [];
let stage;
let page;

async function step(name, act, picture = true) {
  const begun = Date.now();
  try {
    const told = await act();
    const milliseconds = Date.now() - begun;
    steps.push({ name, done: true, milliseconds });
    console.log(`done    ${name}${told ? `: ${told.trim().replace(/\s+/g, " ")}` : ""}`);
  } catch (error) {
    steps.push({ name, done: false, error: error.message });
    console.log(`FAILED  ${name}: ${error.message}`);
    throw error;
  } finally {
    if (picture && page) {
      const file = join(pictures, `${String(steps.length).padStart(2, "0")}-${name.replace(/\W+/g, "-")}.png`);
      if (await page.picture(file).catch(() => undefined)) {
        taken.push(file);
        console.log(`        ${file}`);
      }
    }
  }
}

/** Says enough of a secret to recognise it, and no more. */
const shape = (text) => `${text.length} characters`;

async function mainJob() {
  let identifier;
  let secret;
  let key;
  await step("open the window", async () => {
    stage = await Stage.open();
    page = await stage.openWindow();
    await page.get("first-start");
  });
  await step("start the practice co-op", async () => {
    await page.click("card-practice");
    await page.get("connect-sign-in");
    return page.text("connect-server-name");
  });
  await step("sign in with the e-mailed code", async () => {
    await page.click("connect-sign-in");
    await page.get("connect-code");
    await page.click("practice-code-fill");
    await submitCode(page);
    await keysAreListed(page);
    return `${(await page.text("rail-all-keys")).match(/\d+/)[0]} keys listed`;
  });
  await step("create a Store", async () => {
    const field = (name) => `[data-field="store[${name}]"]`;
    await page.click("new-store");
    await page.type("store-field", "Librairie des Essais", field("name"));
    await page.type("store-field", "12 rue des Essais", field("address][streetAddress"));
    await page.type("store-latitude", "48.8566");
    await page.type("store-longitude", "2.3522");
    await page.click("store-create");
    return page.reads("store-created", "Librairie des Essais");
  });
  await step("create a key", async () => {
    await page.click("store-make-key");
    await page.get("key-sheet");
    await until("the Store to be chosen", async () =>
      (await page.value("key-store")).includes("Librairie des Essais")).catch(() =>
      chooseStore(page, "Librairie des Essais"));
    await page.type("key-name", "webshop");
    await page.click("key-create");
    await page.gone("key-sheet");
    await page.reads("detail", "webshop");
    key = await page.driver.executeScript(
      "return document.querySelector('[data-testid=key-row][aria-selected=true]')?.dataset.keyId",
    );
    return `“Librairie des Essais — webshop”${key ? `, key ${key}` : ""}`;
  });
  await step("check the key", async () => page.reads("detail-status", "Works"));
  await step("copy the Identifier and read it from the clipboard", async () => {
    identifier = await copy(page, "copy-identifier");
    if (!/^[0-9a-f]{32}$/.test(identifier)) throw new Error("no Identifier on the clipboard");
    return `${identifier.slice(0, 8)}…, ${shape(identifier)}`;
  });
  await step("copy the Secret and read it from the clipboard", async () => {
    await page.click("copy-secret");
    await page.reads("strip-text", "Secret");
    secret = await until("the Secret", () => {
      const text = stage.clipboard();
      return text !== identifier && text;
    });
    if (!/^[0-9a-f]{128}$/.test(secret)) throw new Error("no Secret on the clipboard");
    if (!stage.clipboardTargets().includes("x-kde-passwordManagerHint")) {
      throw new Error("the clipboard lacks the hint");
    }
    return `${shape(secret)}, hidden from clipboard history`;
  });
  await step("read the Secret from the system keychain", async () => {
    const held = stage.secrets("Saddlebag practice");
    if (!held.includes(secret)) throw new Error("the keychain does not hold the Secret");
    return `${held.length} entries of the practice co-op, the new Secret among them`;
  }, false);
  await step("restart offline", async () => {
    await page.click("rail-practice");
    await page.click("practice-stop");
    page = await stage.restart();
    await page.get("key-row");
    return "the practice co-op is stopped, the inventory is there";
  });
  await step("copy again", async () => {
    await openKey(page, "librairie des essais webshop", "webshop");
    await page.click("copy-secret");
    await page.reads("strip-text", "Secret");
    const again = await until("the Secret", () => stage.clipboard());
    if (again !== secret) throw new Error("another Secret was copied");
    return "the same Secret, from the keychain, without a network";
  });
}

let failed = false;
try {
  await mainJob();
} catch (error) {
  failed = true;
  if (steps.every((done) => done.done)) steps.push({ name: "set up", done: false, error: error.message });
  if (process.env.SADDLEBAG_TRACE) console.log(error);
} finally {
  await stage?.close();
}
console.log(JSON.stringify({ ok: !failed, steps, pictures: taken }));
process.exitCode = failed ? 1 : 0;
