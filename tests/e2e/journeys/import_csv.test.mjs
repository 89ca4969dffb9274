// Keys kept in a spreadsheet until now come in by a table: columns are matched, secrets are never
// shown, and once connected each key is found on the server and not listed twice.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { By } from "selenium-webdriver";
import {
  connect, copyPair, journey, keyIsMade, leavePicture, makeKey, openKey,
} from "../steps.mjs";
import { bringIn, openTransfer, previewRow, readFile, verdicts } from "../bringing.mjs";
import { Stage } from "../stage.mjs";
import { until } from "../processes.mjs";

/** Tells what the column of that heading holds. */
async function match(page, heading, field) {
  const row = await page.get("import-column", `[data-heading="${heading}"]`);
  await row.findElement(By.css(`option[value="${field}"]`)).click();
}

journey("import_csv", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "from the spreadsheet", store: "Boulangerie" });
  await keyIsMade(page);
  await page.reads("detail", "from the spreadsheet");
  const shop = (await page.text("detail-title")).trim();
  const { identifier, secret } = await copyPair(page);

  const table = join(stage.folder, "keys.csv");
  const far = ["1".repeat(32), "a".repeat(128)];
  const lines = [
    "Which;Shop;First part;Second part;Site;Said",
    `from the spreadsheet;${shop};${identifier};${secret};${coOp.base_url};"the ""old"" one; keep"`,
    `far away;Tienda Lejana;${far[0]};${far[1]};https://coop.example;`,
    `the same once more;${shop};${identifier};${secret};${coOp.base_url};`,
    `without any;${shop};;;${coOp.base_url};`,
    "",
  ];
  writeFileSync(table, lines.join("\r\n"));

  const other = await Stage.open();
  try {
    const there = await other.openWindow("first-start");
    await there.click("first-import");
    await readFile(there, "csv", table);
    await there.get("import-columns");
    // What can be told from the values is told; secrets are dots.
    const holds = async (heading) => {
      const row = await there.get("import-column", `[data-heading="${heading}"]`);
      return row.findElement(By.css("select")).getAttribute("value");
    };
    assert.equal(await holds("First part"), "identifier");
    assert.equal(await holds("Second part"), "secret");
    assert.equal(await holds("Site"), "base_url");
    await there.reads("import-column", /^Second part\s+•+/, '[data-heading="Second part"]');
    await match(there, "Which", "name");
    await match(there, "Shop", "store");
    await match(there, "Said", "note");
    await previewRow(there, `${shop} — from the spreadsheet`);
    assert.deepEqual(await verdicts(there), { new: 2, unusable: 2 });
    await there.reads("import-new-connections", "https://coop.example");
    const shown = await there.source();
    assert.ok(![secret, far[1]].some((each) => shown.includes(each)), "no secret is shown");

    // A column that is no key: nothing can be used. Nothing has happened yet.
    await match(there, "First part", "none");
    await until("no row to be usable", async () => (await verdicts(there)).unusable === 4);
    await match(there, "First part", "identifier");
    await until("the rows to be usable again", async () => (await verdicts(there)).new === 2);
    assert.deepEqual(other.secrets("Saddlebag"), [], "nothing has happened yet");

    const { added, secrets } = await bringIn(there);
    assert.deepEqual([added, secrets], [2, 2]);
    await there.click("import-show-keys");
    await openKey(there, "from the spreadsheet");
    assert.equal((await there.text("detail-title")).trim(), shop);
    assert.deepEqual(await copyPair(there), { identifier, secret });
    assert.equal(await there.value("note"), 'the "old" one; keep');

    // The server knows the key: it is the same one, with its note.
    await connect(there, coOp);
    await openKey(there, "from the spreadsheet");
    assert.equal((await there.all("key-row")).length, 1, "listed once");
    assert.equal(await there.value("note"), 'the "old" one; keep');
    assert.deepEqual(await copyPair(there), { identifier, secret });
    await there.pressOn("check");
    await there.get("detail-status", '[data-status="works"]');
    const stored = other.secrets("Saddlebag").filter((each) => each === secret);
    assert.equal(stored.length, 1, "its Secret is in the keychain once");

    // The same table again changes nothing; another note is shown beside ours.
    writeFileSync(table, lines.join("\r\n").replace("keep", "throw away"));
    await openTransfer(there);
    await readFile(there, "csv", table);
    await there.get("import-columns");
    await match(there, "Which", "name");
    await match(there, "Shop", "store");
    await match(there, "Said", "note");
    await until("the note to differ", async () => (await verdicts(there)).differs === 1);
    const differing = await previewRow(there, "from the spreadsheet");
    assert.match(await there.textOf(differing), /keep[^]*throw away/);
    assert.ok(!(await there.source()).includes(secret));
    await there.click("import-close");
    await there.gone("import-preview");
    await there.click("rail-all-keys");
    await openKey(there, "from the spreadsheet");
    assert.equal(await there.value("note"), 'the "old" one; keep', "ours stayed");
  } catch (error) {
    await leavePicture(other, "import_csv-there");
    throw error;
  } finally {
    await other.close();
  }
});
