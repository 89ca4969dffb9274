// Renewing asks for the shop's name, brings the new Secret home, and the old one is dead.

import assert from "node:assert/strict";
import { connect, copy, journey, makeKey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("renew_secret", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "to renew", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const before = await copy(page, "copy-secret");
  await page.click("renew");
  const dialog = await page.get("renew-dialog");
  const shop = (await page.text("detail-title")).trim();
  assert.ok((await page.textOf(dialog)).includes(shop), "the consequence names the shop");
  assert.equal(await (await page.get("renew-confirm")).isEnabled(), false);
  await page.type("typed-name", shop);
  await page.click("renew-confirm");
  await page.gone("renew-dialog");
  await page.reads("history", "enewed");
  const after = await until("the new Secret", async () => {
    await page.click("copy-secret");
    const now = stage.clipboard();
    return now && now !== before && now;
  });
  assert.match(after, /^[0-9a-f]{128}$/);
  await page.click("check");
  await page.reads("detail-status", "Works");
});
