// Without a network the inventory opens, finds and copies; what needs the server says so.

import assert from "node:assert/strict";
import { connect, copy, journey, openKey } from "../steps.mjs";

journey("offline_restart_copy", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await openKey(page, "Boulangerie");
  const secret = await copy(page, "copy-secret");
  await stage.end(coOp.process);
  page = await stage.restart();
  await openKey(page, "boulangerie");
  assert.equal(await copy(page, "copy-secret"), secret);
  await page.click("copy-identifier");
  await page.reads("strip-text", "Identifier");
  await page.click("check");
  await page.problem("connection_refused");
});
