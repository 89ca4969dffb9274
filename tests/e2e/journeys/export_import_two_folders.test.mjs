// Keys go from one computer to another in one sealed file. The other shows what would change, and
// nothing of its own is overwritten unless somebody says so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { By } from "selenium-webdriver";
import {
  connect, copyPair, journey, keyIsMade, leavePicture, makeKey, openKey, renew,
} from "../steps.mjs";
import { bringIn, exportAll, openTransfer, previewRow, readFile, verdicts } from "../bringing.mjs";
import { openWithAge } from "../handing.mjs";
import { isLive, keysNamed } from "../server.mjs";
import { Stage } from "../stage.mjs";
import { until } from "../processes.mjs";

async function take(page, name, note) {
  await openKey(page, name);
  await page.type("note", note);
  await page.click("detail-title");
  await page.get("toast-undo");
}

async function make(page, name) {
  await makeKey(page, { name, store: "Boulangerie" });
  await keyIsMade(page);
  await page.reads("detail", name);
}

journey("export_import_two_folders", { minutes: 3 }, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await make(page, "carried");
  await page.get("detail-status", '[data-status="works"]');
  await take(page, "carried", "written at home");
  const carried = await copyPair(page);
  await make(page, "renewed at home");
  const before = await copyPair(page);
  const [renewed] = await keysNamed(coOp, "renewed at home");

  // Without secrets none is in the file; with them they are only in the sealed file.
  const bare = await exportAll(page, false);
  const inside = openWithAge(stage, bare.path, bare.words);
  assert.ok(inside.includes(carried.identifier) && !inside.includes(carried.secret));
  const first = await exportAll(page, true);
  assert.match(first.counts, /\b52\b/);
  const sealed = readFileSync(first.path, "latin1");
  assert.ok(sealed.startsWith("age-encryption.org/v1") && !sealed.includes(carried.secret));

  const other = await Stage.open();
  try {
    let there = await other.openWindow("first-start");
    await there.click("first-import");
    await readFile(there, "transfer", first.path, "not-the-words-at-all-by-far");
    await there.get("problem");
    await there.type("import-passphrase", first.words);
    await there.click("import-read");
    await there.reads("import-new-connections", coOp.host);
    assert.deepEqual(await verdicts(there), { new: 52 });
    assert.ok(!(await there.source()).includes(carried.secret), "no secret in the preview");
    const report = await bringIn(there);
    assert.equal(report.added, 52);
    assert.ok(report.secrets >= 50, `${report.secrets} secrets came along`);
    await there.click("import-show-keys");
    await openKey(there, "carried");
    assert.deepEqual(await copyPair(there), carried);
    assert.equal(await there.value("note"), "written at home");
    assert.ok(other.secrets("Saddlebag").includes(carried.secret), "in the other keychain");

    // The same file again: nothing is new.
    await openTransfer(there);
    await readFile(there, "transfer", first.path, first.words);
    await there.get("import-preview");
    assert.deepEqual(await verdicts(there), { same: 52 });
    await there.click("import-close");

    // At home a note, a Secret and a key change.
    await page.click("rail-all-keys");
    await take(page, "carried", "changed at home");
    await openKey(page, "renewed at home");
    await renew(page);
    await page.gone("renew-dialog");
    const after = await until("the new Secret", async () => {
      const pair = await copyPair(page);
      return pair.secret !== before.secret && pair;
    });
    await make(page, "made since");
    const second = await exportAll(page, true);

    await readFile(there, "transfer", second.path, second.words);
    await there.get("import-preview");
    assert.deepEqual(await verdicts(there), { new: 1, differs: 2, same: 50 });
    await there.click("import-filter-differs");
    const noted = await previewRow(there, "carried");
    assert.match(await there.textOf(noted), /written at home[^]*changed at home/);
    const secretly = await previewRow(there, "renewed at home");
    await secretly.findElement(By.css('[data-field="secret"]'));
    for (const secret of [before.secret, after.secret]) {
      assert.ok(!(await there.source()).includes(secret), "a secret is only told to differ");
    }
    await noted.findElement(By.css('[data-testid="import-take"]')).click();
    const merged = await bringIn(there);
    assert.deepEqual([merged.added, merged.changed, merged.kept], [1, 1, 51]);

    // What was taken is theirs, what was kept is ours.
    await there.click("import-show-keys");
    await openKey(there, "carried");
    assert.equal(await there.value("note"), "changed at home");
    await openKey(there, "renewed at home");
    assert.deepEqual(await copyPair(there), before, "nothing is overwritten by itself");
    assert.equal(other.secret("Saddlebag", `${coOp.host} key ${renewed}`), before.secret);

    // It works there: signing in finds the same keys, none twice.
    there = await other.restart();
    await connect(there, coOp);
    await openKey(there, "made since");
    assert.equal((await there.all("key-row")).length, 1, "listed once");
    assert.ok(await isLive(coOp, await copyPair(there)));
  } catch (error) {
    await leavePicture(other, "export_import_two_folders-there");
    throw error;
  } finally {
    await other.close();
  }
});
