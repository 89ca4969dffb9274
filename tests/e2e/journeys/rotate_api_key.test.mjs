// Renewing does not change an `ak_` value. Rotating one says so, and leads to the page on the
// server that does; it goes on only once the old value is worthless.

import assert from "node:assert/strict";
import { connect, journey, keyIsMade, makeKey, openKey } from "../steps.mjs";
import { act, copied, handBy } from "../handing.mjs";
import { isTaken, keysNamed } from "../server.mjs";
import { until } from "../processes.mjs";

journey("rotate_api_key", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "single value", store: "Boulangerie", type: "api_key" });
  await keyIsMade(page);
  await page.reads("detail", "single value");
  await page.get("detail-status", '[data-status="works"]');
  const [app] = await keysNamed(coOp, "single value");
  const old = await copied(page, "copy-secret");
  assert.ok(!(await (await page.get("renew")).isEnabled()), "not to be renewed");
  await page.reads("detail", /[Rr]otat/);

  await page.pressOn("rotate");
  await page.pressOn("rotation-begin");
  await page.type("rotation-name", "second value");
  await page.pressOn("rotation-make");
  await page.pressOn("rotation-hand-over");
  await page.get("hand-sheet", '[aria-busy="false"]');
  await page.type("hand-person", "Agence Web");
  await handBy(page, "hand-other", "other");
  await page.click("hand-close");
  await page.gone("hand-over-sheet");
  await page.pressOn("rotation-confirm");
  await page.get("rotation-step", '[data-step="retire"]');

  assert.match(await page.text("rotation-sheet"), /renew/i, "what renewing does not do");
  assert.ok(!(await page.has("rotation-retire")), "nothing is renewed from here");
  await page.pressOn("rotation-open-page");
  await until("its page to be opened", () =>
    stage.opened.includes(`${coOp.base_url}/admin/api/apps/${app}`));
  await page.pressOn("rotation-saved-it");
  await page.problem("not_replaced_yet");
  assert.ok(await isTaken(coOp, old), "nobody saved it yet");

  await act(coOp, "save_edit_page", { app });
  await page.pressOn("rotation-saved-it");
  await page.get("rotation-step", '[data-step="archive"]');
  assert.equal(await isTaken(coOp, old), false, "the old value is refused");
  await page.pressOn("rotation-finish");
  await page.get("rotation-done");
  await page.pressOn("rotation-close");
  await page.gone("rotation-sheet");
  await openKey(page, "second value");
  const value = await until("the second value", async () => {
    const now = await copied(page, "copy-secret");
    return now !== old && now;
  });
  assert.ok(await isTaken(coOp, value), "the second one works");
  await page.reads("rail-archive", "1");
});
