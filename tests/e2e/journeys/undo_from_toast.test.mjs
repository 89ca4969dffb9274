// What is done by a slip is taken back from the toast: a note, the archive, a deleted draft, a
// forgotten key. Ctrl+Z does the same.

import assert from "node:assert/strict";
import {
  connect, control, copyPair, journey, Key, makeKey, openKey, refreshAll,
} from "../steps.mjs";
import { draftIs, draftKey } from "../drafting.mjs";
import { keysNamed } from "../server.mjs";
import { until } from "../processes.mjs";

const noteIs = (page, text) =>
  until(`the note to be “${text}”`, async () => (await page.value("note")) === text);

journey("undo_from_toast", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "slips", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const pair = await copyPair(page);

  await page.type("note", "to be kept");
  await page.click("detail-title");
  await page.click("toast-undo");
  await noteIs(page, "");

  await page.click("archive-key");
  await page.get("archived-since");
  await page.reads("rail-archive", "1");
  await page.click("toast-undo");
  await page.gone("archived-since");
  await page.gone("rail-archive");

  await draftKey(page, { name: "hasty", store: "Boulangerie" });
  await draftIs(page, "hasty", "waiting");
  await page.click("draft-delete");
  await page.gone("draft-row");
  await page.click("toast-undo");
  await draftIs(page, "hasty", "waiting");
  await page.click("draft-delete");
  await page.gone("draft-row");
  await page.get("toast-undo");
  await page.press(Key.CONTROL, "z");
  await draftIs(page, "hasty", "waiting");

  const [app] = await keysNamed(coOp, "slips");
  await control(coOp, "act", { act: "delete_app", app });
  await page.click("rail-all-keys");
  await openKey(page, "slips");
  await refreshAll(page);
  await page.reads("detail-status", "Gone");
  await page.click("forget-key");
  await page.get("no-match");
  await page.click("toast-undo");
  await openKey(page, "slips");
  assert.deepEqual(await copyPair(page), pair, "with its Secret");
});
