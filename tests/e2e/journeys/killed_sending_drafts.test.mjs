// The program is killed at each point of sending drafts. Started again, each draft is sent once or
// still a draft, and what was made is found by itself.

import assert from "node:assert/strict";
import { connect, journey } from "../steps.mjs";
import { draftIs, draftKey, draftStore, sendDrafts } from "../drafting.mjs";
import { Scene } from "../killing.mjs";
import { keysNamed, requests, storesNamed } from "../server.mjs";

const STORE = "Papeterie d’Essai";

journey("killed_sending_drafts", { minutes: 6 }, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  const scene = new Scene({ stage, page, coOp });
  await draftStore(page, STORE);
  await draftKey(page, { name: "with its Store", store: STORE });

  // Nothing was asked for yet.
  await scene.killWhileHeld({ path: "/search/geocode", method: "GET" }, sendDrafts);
  await draftIs(scene.page, STORE, "waiting");
  await draftIs(scene.page, "with its Store", "waiting");
  assert.ok(!(await scene.page.has("questions-banner")), "nothing is open");
  assert.deepEqual(await storesNamed(coOp, STORE), [], "the server has none");

  // The Store is made, its reply never comes; the key had not its turn.
  const newStore = { path: "/admin/stores/new", method: "POST" };
  await scene.killWhileHeld({ ...newStore, after_work: true }, sendDrafts);
  await draftIs(scene.page, STORE, "sent_store");
  await draftIs(scene.page, "with its Store", "waiting");
  await scene.settles();
  assert.deepEqual(await keysNamed(coOp, "with its Store"), [], "its key waits");

  // The key's own page is held: the key is made, its pair unread.
  await scene.killWhileHeld(await scene.itsPage(), sendDrafts);
  await draftIs(scene.page, "with its Store", "sent_key");
  await scene.isAtHome("with its Store");

  const newKey = { path: "/admin/api/apps/new", method: "POST" };
  await draftKey(scene.page, { name: "without a reply", store: STORE });
  await scene.killWhileHeld({ ...newKey, after_work: true }, sendDrafts);
  await draftIs(scene.page, "without a reply", "sent_key");
  await scene.isAtHome("without a reply");

  await draftKey(scene.page, { name: "at the keychain", store: STORE });
  await scene.killWhileKeychainHangs(await scene.itsPage(), sendDrafts);
  await draftIs(scene.page, "at the keychain", "sent_key");
  await scene.isAtHome("at the keychain");

  assert.equal((await storesNamed(coOp, STORE)).length, 1, "the Store was made once");
  assert.equal((await requests(coOp, "POST", newStore.path)).length, 1, "and asked for once");
  assert.equal((await requests(coOp, "POST", newKey.path)).length, 3, "as each of its keys");
});
