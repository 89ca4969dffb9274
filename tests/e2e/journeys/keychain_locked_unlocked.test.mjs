// A locked keychain is seen as such, freezes nothing, and works again once it is unlocked.

import assert from "node:assert/strict";
import { connect, copy, journey, openKey } from "../steps.mjs";

journey("keychain_locked_unlocked", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await openKey(page, "Boulangerie");
  const secret = await copy(page, "copy-secret");
  await page.click("strip-clear");
  stage.lockKeychain();
  await page.click("copy-secret");
  await page.get("keychain-banner", '[data-state="waiting"]');
  await page.click("copy-identifier");
  await page.reads("strip-text", "Identifier");
  assert.match(stage.clipboard(), /^[0-9a-f]{32}$/, "what is no secret still works");
  await stage.unlockKeychain();
  await page.click("keychain-retry");
  await page.gone("keychain-banner");
  await page.click("copy-secret");
  await page.reads("strip-text", "Secret");
  assert.equal(stage.clipboard(), secret);
});
