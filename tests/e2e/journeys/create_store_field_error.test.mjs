// A Store whose telephone the server refuses, corrected at its field, and then a key for it.

import assert from "node:assert/strict";
import { connect, journey } from "../steps.mjs";

const field = (name) => `[data-field="store[${name}]"]`;

journey("create_store_field_error", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await page.click("new-store");
  await page.get("store-sheet");
  await page.type("store-field", "Boulangerie d’Essai", field("name"));
  await page.type("store-field", "12 rue des Lilas", field("address][streetAddress"));
  await page.type("store-latitude", "48.8566");
  await page.type("store-longitude", "2.3522");
  await page.type("store-field", "abc", field("telephone"));
  await page.click("store-create");
  const refused = await page.reads("field-error", /\S/, field("telephone"));
  assert.ok(refused.length > 3, "the server's own words stand at the field");
  assert.equal(await page.value("store-field", field("name")), "Boulangerie d’Essai");
  await page.type("store-field", "+33 1 42 60 31 00", field("telephone"));
  await page.click("store-create");
  await page.reads("store-created", "Boulangerie d’Essai");
  await page.click("store-make-key");
  await page.get("key-sheet");
  assert.equal(await page.value("key-name"), "Boulangerie d’Essai");
  await page.click("key-create");
  await page.reads("detail-title", "Boulangerie d’Essai");
});
