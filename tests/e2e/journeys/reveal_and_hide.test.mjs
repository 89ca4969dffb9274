// A secret is in the page only while it is revealed.

import assert from "node:assert/strict";
import { connect, journey, openKey } from "../steps.mjs";

journey("reveal_and_hide", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await openKey(page, "Boulangerie");
  await page.click("reveal");
  const value = (await page.reads("revealed-value", /[0-9a-f]{128}/)).replace(/\s/g, "");
  await page.click("hide");
  await page.gone("revealed-value");
  assert.ok(!(await page.source()).includes(value), "hidden means gone from the document");
  await page.click("reveal");
  await page.get("revealed-value");
  await page.clickLeft("key-row", ":not([aria-selected=true])");
  await page.gone("revealed-value");
  assert.ok(!(await page.source()).includes(value), "another row hides it too");
});
