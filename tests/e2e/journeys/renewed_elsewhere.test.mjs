// Another admin renews a Secret. The next refresh proves ours dead, brings the new one home and
// says so until somebody has seen it.

import assert from "node:assert/strict";
import {
  connect, control, copyPair, journey, makeKey, refreshAll,
} from "../steps.mjs";
import { isLive, keysNamed } from "../server.mjs";

journey("renewed_elsewhere", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "shared with others", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const before = await copyPair(page);
  const [app] = await keysNamed(coOp, "shared with others");
  await control(coOp, "act", { act: "renew", app });

  await refreshAll(page);
  await page.get("drift-card", '[data-kind="renewed"]');
  await page.get("drift-line");
  await page.reads("history", "renewed elsewhere");
  assert.ok(!(await page.has("offer-card")), "a dead Secret leaves nothing to choose");
  const after = await copyPair(page);
  assert.equal(after.identifier, before.identifier);
  assert.notEqual(after.secret, before.secret);
  assert.ok(await isLive(coOp, after), "the server takes the new pair");
  assert.equal(await isLive(coOp, before), false);
  assert.equal(stage.secret("Saddlebag", `${coOp.host} key ${app}`), after.secret);

  await page.click("drift-seen");
  await page.gone("drift-card");
  await page.gone("drift-line");
  await page.click("check");
  await page.reads("detail-status", "Works");
});
