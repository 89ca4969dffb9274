// The program is killed while the server has a request in hand and does nothing of it. A slow
// server might still be at work, so nothing is asked again before two minutes have gone by; then
// the window knows by itself that nothing came of it, and the draft waits.

import assert from "node:assert/strict";
import { connect, copyPair, journey, Key, makeKey, openKey, renew } from "../steps.mjs";
import { draftIs, draftStore, sendDrafts } from "../drafting.mjs";
import { Scene } from "../killing.mjs";
import { isLive, keysNamed, storesNamed } from "../server.mjs";

const STORE = "Quincaillerie d’Essai";

journey("killed_before_server_worked", { minutes: 8 }, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "to renew", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const before = await copyPair(page);
  await draftStore(page, STORE);
  const scene = new Scene({ stage, page, coOp });
  const unanswered = (count) => scene.page.get("questions-banner").then(() =>
    scene.page.reads("questions-banner", count === 1 ? /\b(1|one|a)\b/ : new RegExp(count)));

  await scene.killWhileHeld({ path: "/admin/api/apps/new", method: "POST" }, (at) =>
    makeKey(at, { name: "never made", store: "Boulangerie" }));
  await unanswered(1);
  await openKey(scene.page, "to renew");
  await scene.killWhileHeld({ path: "/admin/api/apps", method: "POST" }, renew);
  await unanswered(2);
  await scene.killWhileHeld({ path: "/admin/stores/new", method: "POST" }, sendDrafts);
  await unanswered(3);

  await draftIs(scene.page, STORE, "looking");
  assert.deepEqual(await keysNamed(coOp, "never made"), []);
  assert.deepEqual(await storesNamed(coOp, STORE), []);

  // Asking again is answered by another look, not by another key.
  await scene.page.click("rail-all-keys");
  await makeKey(scene.page, { name: "never made", store: "Boulangerie" });
  await scene.page.problem("still_looking");
  await scene.page.press(Key.ESCAPE);
  await scene.page.gone("key-sheet");

  await scene.settles(240);
  await draftIs(scene.page, STORE, "waiting");
  await scene.isNowhere("never made");
  const after = await scene.isAtHome("to renew");
  assert.deepEqual(after, before, "nothing was renewed");
  assert.equal(await isLive(coOp, before), true);
  assert.equal(await scene.told("Secret renewed"), 0);

  await sendDrafts(scene.page);
  await draftIs(scene.page, STORE, "sent_store");
  assert.equal((await storesNamed(coOp, STORE)).length, 1);
});
