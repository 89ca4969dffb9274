// A damaged inventory is set aside and rebuilt from the newest backup; a refresh brings what has
// come since.

import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect, copyPair, journey, makeKey, openKey } from "../steps.mjs";
import { until } from "../processes.mjs";
import { isLive } from "../server.mjs";

journey("damaged_inventory_restored", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await openKey(page, "Boulangerie");
  const noted = (await page.text("detail-title")).trim();
  await page.type("note", "the baker calls on Mondays");
  await page.click("detail-title");
  await page.get("toast-undo");
  await page.click("rail-settings");
  await page.click("back-up");
  await page.get("backup-row", '[data-reason="by_hand"]');
  await page.click("rail-all-keys");
  await makeKey(page, { name: "made since", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  await stage.closeWindow();
  for (const ending of ["", "-wal", "-shm"]) {
    writeFileSync(join(stage.dataFolder, `inventory.sqlite3${ending}`), "no database ".repeat(500));
  }

  page = await stage.openWindow();
  await page.reads("set-aside-banner", "backup");
  assert.ok(readdirSync(stage.dataFolder).some((name) => /inventory.+\d{4}/.test(name)));
  await openKey(page, noted);
  assert.equal(await page.value("note"), "the baker calls on Mondays");
  await page.click("set-aside-refresh");
  await until("the newer key to be back", async () => {
    await openKey(page, "made since");
    return true;
  }, 60);
  assert.ok(await isLive(coOp, await copyPair(page)), "with its pair");
  await page.click("set-aside-close");
  await page.gone("set-aside-banner");
});
