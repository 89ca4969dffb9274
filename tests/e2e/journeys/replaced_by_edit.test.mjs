// Somebody saves the key's page on the server, which replaces its pair. Ours is kept until the
// person says to use the other; copying gives ours until then.

import assert from "node:assert/strict";
import {
  connect, control, copyPair, journey, makeKey, refreshAll,
} from "../steps.mjs";
import { until } from "../processes.mjs";
import { isLive, keysNamed } from "../server.mjs";

journey("replaced_by_edit", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "edited by others", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const ours = await copyPair(page);
  const [app] = await keysNamed(coOp, "edited by others");
  await control(coOp, "act", { act: "save_edit_page", app });

  await refreshAll(page);
  await page.get("drift-line");
  await page.reads("detail-status", "Replaced");
  await page.reads("offer-ours", ours.identifier);
  const theirs = (await page.reads("offer-theirs", /^[0-9a-f]{32}$/)).trim();
  assert.notEqual(theirs, ours.identifier);
  assert.deepEqual(await copyPair(page), ours, "ours is kept and copied");

  // It outlasts the program, with both secrets in the keychain.
  page = await stage.restart();
  await page.type("search", "edited by others");
  await page.reads("key-row", "edited by others");
  await page.clickLeft("key-row");
  await page.click("accept-new-pair");
  await page.gone("offer-card");
  const taken = await until("the new pair to be copied", async () => {
    const pair = await copyPair(page);
    return pair.identifier === theirs && pair;
  });
  assert.notEqual(taken.secret, ours.secret);
  assert.ok(await isLive(coOp, taken), "the server takes the new pair");
  assert.ok(!stage.secrets("Saddlebag").includes(ours.secret), "the old Secret is gone");
  assert.equal(stage.secret("Saddlebag", `${coOp.host} key ${app}`), taken.secret);
  await page.reads("history", "New pair taken");
});
