// A key that may do everything is replaced by one that may do only what it needs; what a key of no
// Store needs is asked.

import assert from "node:assert/strict";
import { connect, copyPair, journey, openKey } from "../steps.mjs";
import { act } from "../handing.mjs";
import { isLive, storesNamed } from "../server.mjs";
import { until } from "../processes.mjs";

const SHOP = "Shop with too much";

/** Begins to rotate what attention lists under that name. */
async function rotate(page, name) {
  await page.click("rail-attention");
  await page.chooseValue("attention-kind", "unrestricted");
  const id = await until(`“${name}” to be listed`, async () => {
    for (const row of await page.all("attention-row")) {
      if ((await page.textOf(row)).includes(name)) return row.getAttribute("data-id");
    }
    return undefined;
  });
  await page.pressOn("attention-act", `:is([data-testid="attention-row"][data-id="${id}"] *)`);
  await page.pressOn("rotation-begin");
  await page.get("rotation-make");
}

journey("rotate_unrestricted", {}, async ({ page, coOp }) => {
  await act(coOp, "create_store", { name: SHOP });
  const [store] = await storesNamed(coOp, SHOP);
  await act(coOp, "create_app_with", { name: "opens everything", store });
  await act(coOp, "create_app_with", { name: "belongs to nobody" });
  await connect(page, coOp);

  await rotate(page, "opens everything");
  await page.reads("rotation-scopes", "Deliveries");
  await page.type("rotation-name", "narrow one");
  await page.pressOn("rotation-make");
  await page.get("rotation-new", '[data-live="true"]');
  await page.pressOn("rotation-later");
  await page.gone("rotation-sheet");

  await rotate(page, "belongs to nobody");
  await page.type("rotation-name", "of the office");
  assert.ok(!(await (await page.get("rotation-make")).isEnabled()), "not without a scope");
  assert.ok(!(await page.has("rotation-scope-deliveries")), "it has no Store to deliver for");
  await page.click("rotation-scope-orders-all");
  await page.pressOn("rotation-make");
  await page.get("rotation-step", '[data-step="hand_over"]');
  await page.pressOn("rotation-later");
  await page.gone("rotation-sheet");

  await page.click("rail-all-keys");
  await openKey(page, "narrow one");
  assert.ok(await isLive(coOp, await copyPair(page)));
  assert.match(await page.text("detail"), /Scopes\s+Deliveries\s/);
  await openKey(page, "of the office");
  assert.equal(await isLive(coOp, await copyPair(page)), false, "no deliveries for it");
});
