// Why a site does not take a consumer key, and what mends it. Exact lines are given for the web
// server; the key is sent in the address only after asking, and the list is read where it tells.

import assert from "node:assert/strict";
import { journey } from "../steps.mjs";
import { act, behave, control, keyNamed, keysWentRightly, numberOf } from "../shop.mjs";
import { again, diagnoseKey, firstIs, told } from "../diagnosing.mjs";
import { connectShop, makeConsumerKey, openConsumerKey, stateIs } from "../site.mjs";
import { until } from "../processes.mjs";

/** The lines that are shown, by what they are for. */
async function lines(page) {
  const found = {};
  for (const each of await page.all("server-lines-of")) {
    const text = await each.findElement({ css: '[data-testid="server-lines-text"]' });
    found[await each.getAttribute("data-server")] = await page.textOf(text);
  }
  return found;
}

/** How often a key was sent in the address. */
async function inAddress(shop) {
  const all = await control(shop, "history");
  return all.filter(({ path }) => path.includes("consumer_key=")).length;
}

journey("diagnose_consumer_key_causes", { coOp: false }, async ({ stage, page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "For the delivery" });
  await stateIs(page, "works");
  firstIs(await diagnoseKey(page), "nothing_wrong");
  assert.ok(!(await page.has("diagnosis-plugin")), "no plugin of ours has it");

  // The web server keeps the header: only asking in the address tells.
  await behave(shop, { strips_authorization: true });
  const unsure = await again(page);
  firstIs(unsure, "header_or_https");
  assert.equal(unsure.fixes[0], "ask_in_address");
  assert.deepEqual(Object.keys(await lines(page)).sort(), ["apache", "nginx", "wp_config"]);
  await page.pressOn("diagnosis-fix", '[data-fix="ask_in_address"]');
  await page.get("probe");
  await page.pressOn("probe-cancel");
  await page.gone("probe");
  assert.equal(await inAddress(shop), 0, "not without consent");
  await page.pressOn("diagnosis-fix", '[data-fix="ask_in_address"]');
  await page.pressOn("probe-confirm");
  await page.get("diagnosis-cause", '[data-cause="header_stripped"]');
  assert.equal(await inAddress(shop), 1, "once");
  await page.get("probe-after");
  const wanted = await lines(page);
  assert.deepEqual(Object.keys(wanted).sort(), ["apache", "nginx"]);
  assert.match(wanted.apache, /HTTP_AUTHORIZATION/);
  await page.pressOn("server-lines-copy");
  await until("the lines to reach the clipboard", () =>
    stage.clipboard().trim() === wanted.apache.trim());

  // Settings of the site, a firewall, and a plugin that is switched off.
  await behave(shop, { strips_authorization: false, permalinks: "plain" });
  firstIs(await again(page), "plain_permalinks");
  await behave(shop, { permalinks: "pretty", rest_guard: "html" });
  firstIs(await again(page), "rest_closed");
  await behave(shop, { rest_guard: null, woocommerce_off: true });
  firstIs(await again(page), "not_woo_commerce");
  await behave(shop, { woocommerce_off: false });
  firstIs(await again(page), "nothing_wrong");

  // The permission is less than it should be: changing it mends that.
  const { id } = await keyNamed(shop, "For the delivery");
  await act(shop, "edit_key", { id, permission: "read" });
  const limited = await again(page);
  firstIs(limited, "lacks_write");
  assert.equal(limited.fixes[0], "change_permission");
  await page.pressOn("diagnosis-fix", '[data-fix="change_permission"]');
  await page.get("edit-key-dialog");
  await page.click("permission-read_write");
  await page.pressOn("edit-save");
  await page.gone("edit-key-dialog");
  assert.equal((await keyNamed(shop, "For the delivery")).permission, "read_write");
  firstIs(await again(page), "nothing_wrong");

  // Its owner, and the key itself.
  await page.pressOn("diagnose-close");
  await page.gone("diagnose-sheet");
  await makeConsumerKey(page, { description: "For the manager", owner: "malik" });
  await stateIs(page, "works");
  const malik = await numberOf(shop, "malik");
  await act(shop, "change_role", { id: malik, role: "editor" });
  firstIs(await diagnoseKey(page), "owner_lacks_right");
  await act(shop, "delete_user", { id: malik });
  firstIs(await again(page), "owner_gone");
  await act(shop, "revoke_key", { id: (await keyNamed(shop, "For the manager")).id });
  const gone = await again(page);
  firstIs(gone, "revoked");
  assert.equal(gone.steps.key_list, "failed");
  await page.pressOn("diagnose-close");
  await openConsumerKey(page, "For the delivery");
  firstIs(await diagnoseKey(page), "nothing_wrong");
  assert.equal((await told(page)).steps.writing, "passed");

  // https ends in front of the site, which forgets by that who is signed in.
  await behave(shop, { tls_ends_in_front: true });
  firstIs(await again(page), "https_hidden");
  assert.deepEqual(Object.keys(await lines(page)), ["wp_config"]);
  assert.match((await lines(page)).wp_config, /HTTP_X_FORWARDED_PROTO/);
  await keysWentRightly(shop);
});
