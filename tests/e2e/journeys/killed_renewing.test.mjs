// The program is killed at each point of renewing a Secret. Started again, it brings the new one
// home by itself: the server takes it, and the one before is dead.

import assert from "node:assert/strict";
import { connect, copyPair, journey, makeKey, renew } from "../steps.mjs";
import { Scene } from "../killing.mjs";
import { isLive, requests } from "../server.mjs";

journey("killed_renewing", { minutes: 5 }, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "to renew", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const scene = new Scene({ stage, page, coOp });
  let before = await copyPair(page);
  let renewed = 0;

  const isRenewed = async () => {
    const after = await scene.isAtHome("to renew");
    assert.equal(after.identifier, before.identifier, "the Identifier stays");
    assert.notEqual(after.secret, before.secret, "there is a new Secret");
    assert.equal(await isLive(coOp, before), false, "the one before is dead");
    renewed += 1;
    assert.equal(await scene.told("Secret renewed"), renewed, "each is told once");
    assert.ok(!(await scene.page.has("offer-card")), "there is nothing to choose");
    before = after;
  };

  const post = { path: "/admin/api/apps", method: "POST" };
  await scene.killWhileHeld({ ...post, after_work: true }, renew);
  await isRenewed();

  const itsPage = { path: "/admin/api/apps/", method: "GET" };
  await scene.killWhileHeld(itsPage, renew);
  await isRenewed();

  await scene.killWhileKeychainHangs(itsPage, renew);
  await isRenewed();

  assert.equal((await requests(coOp, "POST", "/admin/api/apps")).length, 3, "asked for once each");
});
