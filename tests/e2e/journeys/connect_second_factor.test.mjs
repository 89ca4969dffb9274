// Connects to a co-op by its bare address, mistypes the code once, and sees the keys.

import assert from "node:assert/strict";
import {
  account, journey, keysAreListed, mailedCode, openConnect, recognise, submitCode, typeAccount,
} from "../steps.mjs";

journey("connect_second_factor", {}, async ({ stage, page, coOp }) => {
  await openConnect(page);
  await recognise(page, `${coOp.host}/admin/api/apps`);
  assert.notEqual(await page.text("connect-server-name"), "");
  const admin = account(coOp);
  await typeAccount(page, admin.name, admin.password);
  await page.get("connect-code");
  const code = await mailedCode(coOp);
  const wrong = code === "111111" ? "222222" : "111111";
  await page.type("connect-code", wrong);
  await submitCode(page);
  await page.problem("code_refused");
  await page.type("connect-code", `${code.slice(0, 3)} ${code.slice(3)}`);
  await submitCode(page);
  await keysAreListed(page);
  const session = stage.secret("Saddlebag", `${coOp.host} session`);
  assert.match(session, /REMEMBERME/, "the session rests in the keychain");
  assert.ok(!session.includes(admin.password), "the password does not");
});
