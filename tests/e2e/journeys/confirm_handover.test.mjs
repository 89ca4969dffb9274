// The receiver says that it works: noted, taken back, noted again; after the Secret was renewed it
// is told that what was handed over opens nothing any more.

import assert from "node:assert/strict";
import { connect, copyPair, journey, keyIsMade, makeKey, renew } from "../steps.mjs";
import { checkCode, handBy, openHandOver } from "../handing.mjs";
import { until } from "../processes.mjs";

journey("confirm_handover", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "confirmed", store: "Boulangerie" });
  await keyIsMade(page);
  await page.get("handed-none");
  await openHandOver(page, "Agence Web");
  await handBy(page, "hand-other", "other");
  await page.click("hand-close");
  await page.gone("hand-over-sheet");
  await page.reads("rail-handed-over", "1");

  await page.reads("handover", "Agence Web");
  const open = await page.text("handover-state");
  await page.pressOn("handover-confirm");
  await page.get("handover-take-back");
  assert.notEqual(await page.text("handover-state"), open);
  await page.reads("history", /onfirmed/);
  await page.pressOn("handover-take-back");
  await page.get("handover-confirm");
  assert.equal(await page.text("handover-state"), open);
  await page.pressOn("handover-confirm");
  await page.get("handover-take-back");

  // Both sides compare a code, and neither tells the Secret.
  const before = await copyPair(page);
  await page.pressOn("check-code-show");
  await page.reads("check-code", checkCode(before));

  // It outlasts the program; a Secret renewed since makes it worthless.
  page = await stage.restart();
  await page.type("search", "confirmed");
  await page.reads("key-row", "confirmed");
  await page.clickLeft("key-row");
  await page.get("handover-take-back");
  await renew(page);
  await page.gone("renew-dialog");
  const after = await until("the new Secret", async () => {
    const pair = await copyPair(page);
    return pair.secret !== before.secret && pair;
  });
  await page.get("handover-state", '[data-outdated="true"][data-confirmed="true"]');
  await page.pressOn("check-code-show");
  await page.reads("check-code", checkCode(after));

  // A record by mistake is removed, and brought back.
  await page.pressOn("handover-remove");
  await page.get("handed-none");
  await page.click("toast-undo");
  await page.reads("handover", "Agence Web");
});
