// Steps that many journeys share, each as a person does it.

import { test } from "node:test";
import { tmpdir } from "node:os";
import { Key } from "./page.mjs";
import { until } from "./processes.mjs";
import { Stage } from "./stage.mjs";

/**
 * A journey: a stage, a co-op on it when wanted, and the window open. `minutes`: how long it may
 * take at most.
 */
export function journey(name, { minutes = 2.5, ...options }, act) {
  test(name, { timeout: minutes * 60_000 }, async () => {
    const stage = await Stage.open(options);
    try {
      const coOp = options.coOp === false ? undefined : await stage.coOp();
      const page = await stage.openWindow();
      try {
        await act({ stage, page, coOp });
      } catch (error) {
        await leavePicture(stage, name);
        throw error;
      }
    } finally {
      await stage.close();
    }
  });
}

/** A picture of a stage's window, and what its program said, for a journey that failed. */
export async function leavePicture(stage, name) {
  const file = `${process.env.SADDLEBAG_PICTURES ?? tmpdir()}/failed-${name}.png`;
  await stage.page?.picture(file).catch(() => {});
  console.log(`picture of the failure: ${file}\n${stage.said}`);
}

/** An account of the co-op by a role it has; "" for any admin. */
export function account(coOp, role = "ROLE_ADMIN") {
  return coOp.accounts.find((known) => known.roles.includes(role));
}

/** The newest e-mailed code. */
export async function mailedCode(coOp) {
  const mail = await until("the code to be mailed", async () => {
    const [newest] = await (await fetch(coOp.mail)).json();
    return newest;
  });
  return mail.code;
}

/** Asks the co-op's control pages for something. */
export async function control(coOp, path, body) {
  const address = `${coOp.base_url}/practice/${path}`;
  const answer = await fetch(address, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text ? JSON.parse(text) : undefined;
}

/** Opens the connect sheet, from the first start or from the rail. */
export async function openConnect(page) {
  await page.click((await page.has("first-start")) ? "card-connect" : "rail-add-connection");
  await page.get("connect-sheet");
}

/** Types the address and goes on until the server was recognised. */
export async function recognise(page, address) {
  await page.type("connect-address", address);
  await page.click("connect-continue");
  await page.get("connect-username");
}

/** Types name and password and signs in. */
export async function typeAccount(page, name, password) {
  await page.type("connect-username", name);
  await page.type("connect-password", password);
  await page.click("connect-sign-in");
}

/** Connects as the co-op's admin, second factor included, and waits for the keys. */
export async function connect(page, coOp, who = account(coOp)) {
  await openConnect(page);
  await recognise(page, coOp.host);
  await typeAccount(page, who.name, who.password);
  await page.get("connect-code");
  await page.type("connect-code", await mailedCode(coOp));
  await submitCode(page);
  await keysAreListed(page);
}

/** Sends the code, unless the sheet did by itself when it was whole. */
export async function submitCode(page) {
  if (await page.has("connect-code-submit")) {
    await page.click("connect-code-submit").catch(async (error) => {
      if (await page.has("connect-code-submit")) throw error;
    });
  }
}

/** Waits until the first refresh is over and rows are drawn. */
export async function keysAreListed(page) {
  await page.gone("connect-sheet");
  await page.get("key-row");
  await until("the refresh to end", async () => !(await page.has("progress")), 60);
}

/** Makes a key in the open sheet; gives its name. */
export async function makeKey(page, { name, store, type = "oauth" }) {
  await page.click("new-key");
  await page.get("key-sheet");
  if (store) await chooseStore(page, store);
  await page.type("key-name", name);
  await page.click(`key-type-${type}`);
  await page.click("key-create");
}

/** Waits until the key that was asked for is there, and its row has the focus. */
export async function keyIsMade(page) {
  await page.gone("key-sheet");
  await until("its row to have the focus", () => page.driver.executeScript(
    "return document.activeElement.closest('[data-testid=key-row]') !== null",
  ));
}

/** Chooses a Store in the searchable list. */
export async function chooseStore(page, store) {
  await page.type("key-store", store);
  await until(`the Store ${store} to be offered`, async () => {
    for (const option of await page.all("key-store-option")) {
      if ((await page.textOf(option)).includes(store)) {
        await option.click();
        return true;
      }
    }
    return false;
  });
}

/** Searches, and waits until the first row is about it. */
export async function search(page, text, expected = new RegExp(text, "i")) {
  await page.type("search", text);
  await page.reads("key-row", expected);
}

/** Opens the detail of the first row of a search. */
export async function openKey(page, text, expected = new RegExp(text, "i")) {
  await search(page, text, expected);
  await page.clickLeft("key-row");
  // Until it is this key's, another one's may still be shown, and a click on it goes nowhere.
  await page.reads("detail", expected);
}

/** Copies a value. Once in hundreds the driver loses a key press: a person would press again. */
async function pressToCopy(page, id, word) {
  await until(`the strip to say that ${word} was copied`, async () => {
    await page.pressOn(id);
    const says = async () => (await page.text("strip-text")).includes(word);
    return until("the strip to say so", says, 5).catch(() => false);
  }, 20);
}

/** Copies both halves of the open key, each read by another program. */
export async function copyPair(page) {
  await pressToCopy(page, "copy-identifier", "Identifier");
  const identifier = page.stage.clipboard();
  await pressToCopy(page, "copy-secret", "Secret");
  const secret = page.stage.clipboard();
  if (!/^[0-9a-f]{32}$/.test(identifier) || !/^[0-9a-f]{128}$/.test(secret)) {
    throw new Error(`no pair: ${identifier.length} and ${secret.length} characters`);
  }
  return { identifier, secret };
}

/** Renews the Secret of the open key, up to the press that asks the server. */
export async function renew(page) {
  await page.click("renew");
  await page.type("typed-name", (await page.text("detail-title")).trim());
  await page.click("renew-confirm");
}

/** Refreshes everything, and waits until it has ended. */
export async function refreshAll(page) {
  await page.gone("toast", '[data-kind^="refresh"]');
  await page.press(Key.F5);
  await page.get("toast", '[data-kind^="refresh"]');
  await until("the refresh to end", async () => !(await page.has("progress")), 60);
}

/** Copies a value of the open detail and waits until another program reads it. */
export async function copy(page, id) {
  await until(`the strip to tell of ${id}`, async () => {
    await page.click(id);
    return until("the strip", () => page.has("strip"), 5).catch(() => false);
  }, 20);
  return until(`${id} to reach the clipboard`, () => page.stage.clipboard());
}

export { Key };
