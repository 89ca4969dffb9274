// An inventory written by a newer program is refused in words and left as it is.

import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { connect, journey } from "../steps.mjs";

journey("inventory_from_newer_program", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await stage.closeWindow();
  const file = join(stage.dataFolder, "inventory.sqlite3");
  // SQLite keeps the version of the tables in bytes 60 to 63 of the file.
  const opened = openSync(file, "r+");
  writeSync(opened, Buffer.from([0, 0, 3, 231]), 0, 4, 60);
  closeSync(opened);
  const before = readFileSync(file);
  page = await stage.openWindow("problem");
  await page.problem("inventory_newer");
  assert.match(await page.visibleText(), /newer/);
  await stage.closeWindow();
  assert.deepEqual(readFileSync(file), before);
});
