// After a whole journey no file of the program holds a secret, nor does the page.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, copy, journey, makeKey } from "../steps.mjs";

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return entry.isFile() ? [path] : [];
  });
}

journey("secrets_stay_out_of_files", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "marker", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const secret = await copy(page, "copy-secret");
  await page.click("reveal");
  await page.get("revealed-value");
  await page.click("hide");
  assert.ok(!(await page.source()).includes(secret), "not in the page");
  const [connection] = await page.driver.executeScript("return [document.title]");
  assert.ok(!connection.includes(secret), "not in the title");
  const session = stage.secret("Saddlebag", `${coOp.host} session`);
  const cookie = session.match(/REMEMBERME[^A-Za-z0-9]+([A-Za-z0-9%+/=_.:-]{16,})/)?.[1];
  assert.ok(cookie, "the session is in the keychain");
  for (const folder of ["data", "home", "config", "cache"]) {
    for (const file of files(join(stage.folder, folder))) {
      const text = readFileSync(file).toString("latin1");
      assert.ok(!text.includes(secret), `${file} holds the secret`);
      assert.ok(!text.includes(secret.slice(0, 24)), `${file} holds a part of the secret`);
      assert.ok(!text.includes(cookie), `${file} holds the session`);
    }
  }
});
