// Keys come in from databases that KeePassXC and an older program wrote, with their secrets; what
// is no key of a shop stays out.

import assert from "node:assert/strict";
import { join } from "node:path";
import { copy, journey, openKey } from "../steps.mjs";
import { bringIn, openTransfer, previewRow, readFile, verdicts } from "../bringing.mjs";
import { ROOT } from "../stage.mjs";

const fixture = (name) => join(ROOT, "src-tauri/transfer/tests", name);

journey("import_keepass", { coOp: false }, async ({ stage, page }) => {
  await page.click("first-import");
  await readFile(page, "kdbx", fixture("fixture.kdbx"), "not the password");
  await page.problem("wrong_passphrase");
  await page.type("import-passphrase", "practice only");
  await page.click("import-read");
  await page.reads("import-new-connections", "https://coop.example");
  assert.deepEqual(await verdicts(page), { new: 3 }, "neither the bank nor the recycle bin");
  await previewRow(page, "Boulangerie Exemple — WooCommerce");
  assert.ok(!(await page.source()).includes("0a".repeat(16)), "no secret is shown");
  const { added, secrets } = await bringIn(page);
  assert.deepEqual([added, secrets], [3, 3]);
  assert.ok(!(await page.source()).includes("practice only"), "the password is forgotten");

  await page.click("import-show-keys");
  await openKey(page, "WooCommerce");
  assert.equal(await copy(page, "copy-identifier"), "1".repeat(32));
  assert.match(await page.value("note"), /two\nlines/);
  await openKey(page, "Urbantz");
  assert.match(await copy(page, "copy-secret"), /^ak_/);
  assert.ok(stage.secrets("Saddlebag").includes("0a".repeat(64)), "in the keychain");

  await openTransfer(page);
  await readFile(page, "kdbx", fixture("fixture-3.1.kdbx"), "practice only");
  await page.get("import-preview");
  assert.deepEqual(await verdicts(page), { new: 1 });
  await previewRow(page, "Tienda Ejemplo");
  await bringIn(page);
  await openTransfer(page);
  await readFile(page, "kdbx", fixture("fixture.kdbx"), "practice only");
  await page.get("import-preview");
  assert.deepEqual(await verdicts(page), { same: 3 }, "nothing comes twice");
});
