// A damaged inventory file is set aside, never deleted, and a refresh rebuilds it.

import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect, journey } from "../steps.mjs";

journey("damaged_inventory_set_aside", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await stage.closeWindow();
  for (const ending of ["", "-wal", "-shm"]) {
    writeFileSync(join(stage.dataFolder, `inventory.sqlite3${ending}`), "no database ".repeat(500));
  }
  page = await stage.openWindow();
  assert.match(await page.visibleText(), /set aside/i);
  assert.ok(readdirSync(stage.dataFolder).some((name) => /inventory.+\d{4}/.test(name)));
  await connect(page, coOp);
});
