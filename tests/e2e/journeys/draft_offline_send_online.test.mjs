// Without the server a Store and its key are prepared as drafts; once it is back, both are sent
// together, each once, and the Secret is there to be copied.

import assert from "node:assert/strict";
import { connect, copyPair, journey, openKey } from "../steps.mjs";
import { draftIs, sendDrafts } from "../drafting.mjs";
import { isLive, keysNamed, storesNamed } from "../server.mjs";

const STORE = "Fleuriste d’Essai";
const field = (name) => `[data-field="store[${name}]"]`;

journey("draft_offline_send_online", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await stage.end(coOp.process);

  // The sheet is not useless: it says so, and keeps what it can.
  await page.click("new-key");
  await page.get("draft-notice", '[data-code="connection_refused"]');
  await page.click("key-store");
  await page.click("key-store-option", '[data-kind="new"]');
  await page.get("store-sheet");
  await page.type("store-field", STORE, field("name"));
  await page.type("store-field", "3 rue du Timbre", field("address][streetAddress"));
  await page.click("save-draft", ':is([data-testid="store-sheet"] *)');
  await page.gone("store-sheet");
  assert.match(await page.value("key-store"), new RegExp(STORE), "the key waits for it");
  await page.type("key-name", "prepared on the train");
  await page.click("save-draft");
  await page.gone("key-sheet");

  // Both outlast the program; sending them now explains itself and loses nothing.
  page = await stage.restart();
  await page.reads("rail-drafts", "2");
  await sendDrafts(page);
  await page.problem("connection_refused");
  await draftIs(page, STORE, "waiting");
  await draftIs(page, "prepared on the train", "waiting");

  coOp = await stage.coOpAgain(coOp);
  await sendDrafts(page);
  await draftIs(page, STORE, "sent_store");
  const sent = await draftIs(page, "prepared on the train", "sent_key");
  assert.match(await page.textOf(sent), /on the server now/);
  assert.equal((await storesNamed(coOp, STORE)).length, 1, "one Store was made");
  assert.equal((await keysNamed(coOp, "prepared on the train")).length, 1, "one key was made");

  await page.click("rail-all-keys");
  await openKey(page, "prepared on the train");
  assert.equal((await page.text("detail-title")).trim(), STORE);
  assert.ok(await isLive(coOp, await copyPair(page)), "the server takes the pair");

  // A sent draft cannot be sent again, and does not wait any more.
  await page.click("rail-drafts");
  await page.get("draft-clear-sent");
  assert.ok(!(await page.has("draft-send")), "nothing is left to send");
});
