// Disconnecting asks for the name; records and secrets go, the server keeps its keys.

import assert from "node:assert/strict";
import { connect, journey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("disconnect_removes_secrets", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  assert.notEqual(stage.secret("Saddlebag", `${coOp.host} session`), "");
  assert.notEqual(stage.secret("Saddlebag", `${coOp.host} key 1`), "");
  await page.click("connection-menu-1");
  await page.click("menu-disconnect");
  await page.get("disconnect-dialog");
  assert.equal(await (await page.get("disconnect-confirm")).isEnabled(), false);
  const name = await page.driver.executeScript(
    "return document.querySelector('[data-testid=\"connection-1\"]').innerText.split('\\n')[0]",
  );
  await page.type("typed-name", name.trim());
  await page.click("disconnect-confirm");
  await page.get("first-start");
  await until("the secrets to go", () => stage.secret("Saddlebag", `${coOp.host} key 1`) === "");
  assert.equal(stage.secret("Saddlebag", `${coOp.host} session`), "");
});
