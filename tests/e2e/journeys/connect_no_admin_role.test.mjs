// A dispatcher connects: Stores are there, keys are not, and the missing role is named.

import assert from "node:assert/strict";
import { journey, openConnect, recognise, typeAccount } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("connect_no_admin_role", {}, async ({ page, coOp }) => {
  const isDispatcher = ({ roles }) =>
    roles.includes("ROLE_DISPATCHER") && !roles.includes("ROLE_ADMIN");
  const dispatcher = coOp.accounts.find(isDispatcher);
  await openConnect(page);
  await recognise(page, coOp.host);
  await typeAccount(page, dispatcher.name, dispatcher.password);
  await page.get("no-admin");
  assert.match(await page.text("no-admin"), /ROLE_ADMIN/);
  await until("Stores to be listed", async () =>
    Number((await page.text("rail-stores")).match(/\d+/)?.[0] ?? 0) >= 40);
  await page.click("connect-done");
  await page.click("rail-stores");
  await page.get("store-row");
  await page.click("rail-all-keys");
  assert.ok(!(await page.has("key-row")), "no keys without the role");
});
