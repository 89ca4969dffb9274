// Another program takes secrets out of the keychain: copying says so, and rescuing brings back
// every one that the server still shows, with a count.

import assert from "node:assert/strict";
import { connect, copyPair, journey, makeKey, openKey } from "../steps.mjs";
import { keysNamed } from "../server.mjs";

journey("keychain_item_deleted", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "swept away", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const pair = await copyPair(page);
  const [app] = await keysNamed(coOp, "swept away");
  stage.removeSecret("Saddlebag", `${coOp.host} key ${app}`);

  await page.click("copy-secret");
  await page.problem("secret_not_stored");
  await page.click("rail-settings");
  await page.click("rescue");
  await page.get("rescue-result", '[data-complete="true"]');
  await page.reads("rescue-result", /now: 1\b/);
  assert.equal(stage.secret("Saddlebag", `${coOp.host} key ${app}`), pair.secret);

  await page.click("rail-all-keys");
  await openKey(page, "swept away");
  assert.deepEqual(await copyPair(page), pair);
  await page.click("rail-settings");
  await page.click("rescue");
  await page.reads("rescue-result", /now: 0\b/);
});
