// What of a site's keys needs a person is in the one list: each with a next step that leads on, until
// nothing is left.

import assert from "node:assert/strict";
import { Key, journey } from "../steps.mjs";
import { handBy } from "../handing.mjs";
import { keyNamed, keysNamed, keysWentRightly } from "../shop.mjs";
import {
  SITE, connectShop, makeConsumerKey, openConsumerKey, stateIs,
} from "../site.mjs";
import { until } from "../processes.mjs";

/** The row about that key, of that kind. */
function row(page, kind, name) {
  return until(`“${name}” to be listed as ${kind}`, async () => {
    for (const each of await page.all("attention-row", `[data-kind="${kind}"]`)) {
      if ((await page.textOf(each)).includes(name)) {
        return `[data-kind="${kind}"][data-id="${await each.getAttribute("data-id")}"]`;
      }
    }
    return undefined;
  });
}

const inRow = (which) => `:is([data-testid="attention-row"]${which} *)`;

journey("attention_site_keys", { coOp: false }, async ({ stage, page }) => {
  const shop = await connectShop(page);

  // A key whose owner was deleted works for nobody: it is revoked.
  await page.click("rail-attention");
  const orphan = await row(page, "key_trouble", "Newsletter — practice");
  await page.pressOn("attention-act", inRow(orphan));
  await page.get("revoke-dialog");
  await page.type("typed-name", SITE);
  await page.pressOn("revoke-confirm");
  await page.gone("attention-row", orphan);
  assert.deepEqual(await keysNamed(shop, "Newsletter — practice"), []);

  // One that was made here waits to be handed over.
  await page.click("rail-all-keys");
  await makeConsumerKey(page, { description: "Delivery of the week" });
  await stateIs(page, "works");
  await page.click("rail-attention");
  const waiting = await row(page, "never_handed_over", "Delivery of the week");
  await page.pressOn("attention-act", inRow(waiting));
  await page.get("hand-sheet", '[aria-busy="false"]');
  await page.type("hand-person", "Agence Web");
  await handBy(page, "hand-other", "other");
  await page.click("hand-close");
  await page.gone("attention-row", waiting);

  // Its secret is gone from the keychain, and no site shows it again: another key takes its place.
  const { id } = await keyNamed(shop, "Delivery of the week");
  stage.removeSecret("Saddlebag practice", `${shop.place} key ${id}`);
  await page.click("rail-all-keys");
  await openConsumerKey(page, "Delivery of the week");
  await page.pressOn("check");
  await stateIs(page, "secret_missing");
  await page.click("rail-attention");
  const missing = await row(page, "secret_not_stored", "Delivery of the week");
  await page.pressOn("attention-act", inRow(missing));
  await page.get("rotation-sheet");
  await page.press(Key.ESCAPE);
  await page.gone("rotation-sheet");
  await keysWentRightly(shop);
});
