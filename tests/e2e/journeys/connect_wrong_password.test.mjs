// A wrong password says so, keeps what was typed, and can be corrected.

import assert from "node:assert/strict";
import { account, journey, openConnect, recognise, typeAccount } from "../steps.mjs";

journey("connect_wrong_password", {}, async ({ page, coOp }) => {
  const admin = account(coOp);
  await openConnect(page);
  await recognise(page, coOp.host);
  await typeAccount(page, admin.name, "not the password");
  await page.problem("wrong_password");
  assert.equal(await page.value("connect-username"), admin.name);
  await page.type("connect-password", admin.password);
  await page.click("connect-sign-in");
  await page.get("connect-code");
});
