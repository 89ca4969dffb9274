// A system without a keychain: the program says what to install, and all that needs no secret works.

import assert from "node:assert/strict";
import { Key, connect, copy, journey, openKey } from "../steps.mjs";

journey("keychain_absent", { keychain: "none" }, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await page.get("keychain-banner", '[data-state="absent"]');
  assert.match(await page.text("keychain-banner"), /gnome-keyring/);
  await openKey(page, "Boulangerie");
  assert.match(await copy(page, "copy-identifier"), /^[0-9a-f]{32}$/);
  assert.match(await page.text("detail-status"), /Secret missing/);
  await stage.openKeychain();
  await page.click("keychain-retry");
  await page.gone("keychain-banner");
  await page.press(Key.F5);
  await page.reads("detail-status", "Not checked");
  assert.match(await copy(page, "copy-secret"), /^[0-9a-f]{128}$/);
});
