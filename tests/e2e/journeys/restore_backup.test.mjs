// Restoring a backup from the settings: what was then is back, what is now was saved first, and a
// draft sent in between is found rather than sent again.

import assert from "node:assert/strict";
import { connect, journey, openKey } from "../steps.mjs";
import { draftIs, draftKey, sendDrafts } from "../drafting.mjs";
import { keysNamed } from "../server.mjs";
import { until } from "../processes.mjs";

async function takeNote(page, text) {
  await openKey(page, "Boulangerie");
  await page.type("note", text);
  await page.click("detail-title");
  await page.reads("toast", "note");
}

journey("restore_backup", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await takeNote(page, "of then");
  await draftKey(page, { name: "sent in between", store: "Boulangerie" });
  await page.click("rail-settings");
  await page.click("back-up");
  await page.get("backup-row", '[data-reason="by_hand"]');

  await sendDrafts(page);
  await draftIs(page, "sent in between", "sent_key");
  await page.click("rail-all-keys");
  await takeNote(page, "of now");

  await page.click("rail-settings");
  await page.click("restore-backup", ':is([data-reason="by_hand"] *)');
  await page.click("restore-confirm");
  await page.gone("restore-dialog");
  await page.get("backup-row", '[data-reason="before_restore"]');
  await page.click("rail-all-keys");
  await openKey(page, "Boulangerie");
  await until("the note of then", async () => (await page.value("note")) === "of then");

  await draftIs(page, "sent in between", "sent_key");
  assert.equal((await keysNamed(coOp, "sent in between")).length, 1, "it was made once");
});
