// A second program on the same data, of another desktop session, is refused politely; the first
// goes on. Once the first has ended, the second has the folder.

import assert from "node:assert/strict";
import { connect, journey, openKey } from "../steps.mjs";
import { Stage } from "../stage.mjs";

journey("two_programs_one_folder", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  const other = await Stage.open({ dataFolder: stage.dataFolder });
  try {
    const refused = await other.openWindow("problem");
    await refused.problem("inventory_in_use");
    assert.match(await refused.text("problem"), /another|open|use/i);
    await openKey(page, "Boulangerie");
    await page.type("note", "still mine");
    await page.click("detail-title");
    await page.get("toast-undo");
    await other.closeWindow();

    // A program that dies leaves the folder free.
    await stage.killWindow();
    const admitted = await other.openWindow();
    await openKey(admitted, "Boulangerie");
    assert.equal(await admitted.value("note"), "still mine");
  } finally {
    await other.close();
  }
});
