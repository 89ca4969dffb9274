// The program is killed while the site's reply to revoking a key is on its way. Started again, it
// knows by itself that the key is gone, and tells it once.

import assert from "node:assert/strict";
import { journey, search } from "../steps.mjs";
import { atHighPorts } from "../ports.mjs";
import { control, keyNamed, keyOf } from "../shop.mjs";
import { connectShop, openConsumerKey, revoke, stateIs } from "../site.mjs";
import { until } from "../processes.mjs";

// The site does its work at once, and takes its time to tell.
const SLOW = { path: "/wp-admin/admin.php", kind: "delay_after_work", milliseconds: 2000 };

/** How often the open key's history tells something. */
async function told(page, words) {
  const whole = await page.driver.executeScript(
    "document.querySelector('[data-testid=history] > button')?.click();" +
      "return new Promise((seen) => requestAnimationFrame(() =>" +
      " seen(document.querySelector('[data-testid=history]').innerText)))",
  );
  return whole.split("\n").filter((line) => line.startsWith(words)).length;
}

journey("killed_revoking_consumer_key", { coOp: false, minutes: 4 }, async ({ stage, page }) => {
  const shop = await atHighPorts(() => connectShop(page));
  const { id } = await keyNamed(shop, "Delivery — practice");
  await openConsumerKey(page, "Delivery — practice");
  await control(shop, "faults", SLOW);
  await revoke(page);
  await until("the site to have revoked it", async () => (await keyOf(shop, id)).revoked);
  await stage.killWindow();

  page = await stage.openWindow();
  await page.get("key-row");
  await until("the question to be answered", async () =>
    !(await page.has("questions-banner")), 60);
  assert.ok((await keyOf(shop, id)).revoked);
  await search(page, "Delivery — practice");
  await page.clickLeft("key-row");
  await stateIs(page, "gone");
  assert.equal(await told(page, "Revoked"), 1, "its history tells it once");
});
