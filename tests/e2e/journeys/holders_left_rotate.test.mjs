// Who holds which key, by person. Somebody leaves: what they hold is listed to be rotated, there
// and in what needs attention, until it is.

import assert from "node:assert/strict";
import { connect, copyPair, journey, keyIsMade, makeKey, openKey } from "../steps.mjs";
import { handBy, openHandOver } from "../handing.mjs";
import { isLive } from "../server.mjs";
import { until } from "../processes.mjs";

async function give(page, name, person) {
  await openKey(page, name);
  await openHandOver(page, person);
  await handBy(page, "hand-other", "other");
  await page.click("hand-close");
  await page.gone("hand-over-sheet");
}

const of = (person) => `:is([data-person="${person}"] *)`;

journey("holders_left_rotate", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await page.click("rail-handed-over");
  await page.get("empty");
  await page.click("rail-all-keys");
  for (const name of ["tills upstairs", "counter downstairs"]) {
    await makeKey(page, { name, store: "Boulangerie" });
    await keyIsMade(page);
    await page.reads("detail", name);
  }
  await give(page, "tills upstairs", "Ana Ferrer");
  await give(page, "counter downstairs", "Ana Ferrer");
  await give(page, "counter downstairs", "Agence Web");
  const shop = (await page.text("detail-title")).trim();
  const old = await copyPair(page);

  await page.click("rail-handed-over");
  await page.reads("holder-still", /\b2\b/, of("Ana Ferrer"));
  await page.reads("holder-still", /\b1\b/, of("Agence Web"));
  await page.type("holders-search", "agence");
  await page.gone("holder", '[data-person="Ana Ferrer"]');
  await page.type("holders-search", "");

  // Ana leaves.
  await page.click("holder-left", of("Ana Ferrer"));
  await page.get("holder", '[data-person="Ana Ferrer"][data-left="true"]');
  await until("both keys to be listed", async () =>
    (await page.all("holder-rotate", of("Ana Ferrer"))).length === 2);
  await page.click("rail-attention");
  await until("both keys to need attention", async () =>
    (await page.all("attention-row", '[data-kind="holder_left"]')).length === 2);

  // By a slip.
  await page.click("rail-handed-over");
  await page.click("holder-left", of("Ana Ferrer"));
  await page.get("holder", '[data-person="Ana Ferrer"][data-left="false"]');
  await page.gone("holder-rotate-list");
  await page.click("holder-left", of("Ana Ferrer"));
  await page.get("holder-rotate-list", of("Ana Ferrer"));

  // One of them is rotated: it is off both lists, also for the agency.
  await page.click("rail-attention");
  const key = await until("the key in the list", async () => {
    for (const row of await page.all("attention-row", '[data-kind="holder_left"]')) {
      const isIt = (await page.textOf(row)).includes("counter downstairs");
      if (isIt) return row.getAttribute("data-id");
    }
    return undefined;
  });
  await page.click("rail-handed-over");
  await page.pressOn("holder-rotate", `[data-key="${key}"]`);
  await page.pressOn("rotation-begin");
  await page.pressOn("rotation-make");
  await page.pressOn("rotation-hand-over");
  await page.get("hand-sheet", '[aria-busy="false"]');
  await page.type("hand-person", "Agence Web");
  await handBy(page, "hand-other", "other");
  await page.click("hand-close");
  await page.gone("hand-over-sheet");
  await page.pressOn("rotation-confirm");
  await page.get("rotation-seen", '[data-seen="confirmed"]');
  await page.type("typed-name", shop);
  await page.pressOn("rotation-retire");
  await page.pressOn("rotation-finish");
  await page.pressOn("rotation-close");
  await page.gone("rotation-sheet");
  assert.equal(await isLive(coOp, old), false, "what Ana holds opens nothing");
  await until("one key to be left", async () =>
    (await page.all("holder-rotate", of("Ana Ferrer"))).length === 1);
  await page.reads("holder-still", /\b1\b/, of("Ana Ferrer"));
  await page.click("rail-attention");
  await until("one key to need attention", async () =>
    (await page.all("attention-row", '[data-kind="holder_left"]')).length === 1);
});
