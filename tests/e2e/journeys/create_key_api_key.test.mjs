// A new `ak_` key: one value, a secret, that works and cannot be renewed here.

import assert from "node:assert/strict";
import { connect, copy, journey, makeKey } from "../steps.mjs";

journey("create_key_api_key", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "urbantz", store: "Boulangerie", type: "api_key" });
  await page.gone("key-sheet");
  await page.reads("detail", "urbantz");
  await page.reads("detail-status", "Works");
  assert.match(await copy(page, "copy-secret"), /^ak_[0-9a-f]{40}$/);
  assert.ok(!(await (await page.get("renew")).isEnabled()), "never renewed, and it says why");
  assert.match(await page.text("detail"), /Renewing does not change an ak_ value/);
});
