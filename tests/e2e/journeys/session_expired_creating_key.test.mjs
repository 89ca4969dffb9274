// The session ends in the middle of creating a key: signing in again loses nothing, and exactly
// one key is made.

import assert from "node:assert/strict";
import {
  account, chooseStore, connect, control, journey, mailedCode, submitCode,
} from "../steps.mjs";

/** How many keys were made since. */
async function keysMade(coOp) {
  const requests = await control(coOp, "history");
  const made = ({ method, path }) => method === "POST" && path === "/admin/api/apps/new";
  return requests.filter(made).length;
}

journey("session_expired_creating_key", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await page.click("new-key");
  await page.get("key-sheet");
  await chooseStore(page, "Boulangerie");
  await page.type("key-name", "after the tunnel");
  await control(coOp, "act", { act: "expire_sessions", remembered: true });
  await page.click("key-create");
  await page.get("connect-password");
  const admin = account(coOp);
  await page.type("connect-password", admin.password);
  await page.click("connect-sign-in");
  await page.get("connect-code");
  await page.type("connect-code", await mailedCode(coOp));
  await submitCode(page);
  await page.gone("connect-sheet");
  if (await page.has("key-sheet")) {
    assert.equal(await page.value("key-name"), "after the tunnel");
    await page.click("key-create").catch(() => {});
  }
  await page.gone("key-sheet");
  await page.reads("detail", "after the tunnel");
  await page.reads("detail-status", "Works");
  assert.equal(await keysMade(coOp), 1, "one key was made");
});
