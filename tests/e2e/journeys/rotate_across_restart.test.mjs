// A key is replaced by a second one while the shop goes on, and the program dies at every step.

import assert from "node:assert/strict";
import { connect, copyPair, journey, keyIsMade, makeKey, openKey } from "../steps.mjs";
import { handBy, openedAgain, sheetIsWritten } from "../handing.mjs";
import { isLive, keysNamed, order } from "../server.mjs";

const OLD = "tills of then";
const NEW = "the newcomer";

journey("rotate_across_restart", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: OLD, store: "Boulangerie" });
  await keyIsMade(page);
  await page.get("detail-status", '[data-status="works"]');
  const shop = (await page.text("detail-title")).trim();
  const old = await copyPair(page);

  await page.click("rotate");
  await page.reads("rotation-what", /Secret/);
  await page.pressOn("rotation-begin");
  await page.get("rotation-step", '[data-step="make_key"]');

  page = await openedAgain(stage, OLD, "make_key");
  assert.equal(await page.value("rotation-name"), `${OLD} 2`, "a name is proposed");
  await page.type("rotation-name", NEW);
  await page.pressOn("rotation-make");
  await page.get("rotation-step", '[data-step="hand_over"]');
  await page.get("rotation-old", '[data-live="true"]');
  await page.get("rotation-new", '[data-live="true"]');
  assert.equal((await keysNamed(coOp, NEW)).length, 1);

  page = await openedAgain(stage, OLD, "hand_over");
  await page.pressOn("rotation-hand-over");
  await page.get("hand-over-sheet");
  await sheetIsWritten(page);
  await page.type("hand-person", "Agence Web");
  await handBy(page, "hand-other", "other");
  await page.click("hand-close");
  await page.gone("hand-over-sheet");
  await page.get("rotation-step", '[data-step="await_use"]');

  page = await openedAgain(stage, OLD, "await_use");
  await page.pressOn("rotation-look");
  await page.get("rotation-none-seen");
  await page.pressOn("rotation-later");
  await page.gone("rotation-sheet");
  await openKey(page, NEW);
  const pair = await copyPair(page);
  assert.notEqual(pair.identifier, old.identifier);
  await order(coOp, pair);
  assert.ok(await isLive(coOp, old), "the old one still works");
  await page.pressOn("rotation-continue");
  await page.pressOn("rotation-look");
  await page.get("rotation-step", '[data-step="retire"]');
  await page.get("rotation-seen", '[data-seen="delivery"]');

  page = await openedAgain(stage, OLD, "retire");
  await page.type("typed-name", shop);
  await page.pressOn("rotation-retire");
  await page.get("rotation-step", '[data-step="archive"]');
  await page.get("rotation-old", '[data-live="false"]');
  assert.equal(await isLive(coOp, old), false, "the old pair is refused");
  assert.ok(await isLive(coOp, pair), "the new one works");

  page = await openedAgain(stage, OLD, "archive");
  await page.pressOn("rotation-finish");
  await page.get("rotation-done");
  await page.pressOn("rotation-close");
  await page.gone("rotation-sheet");
  await page.reads("rail-archive", "1");
  await openKey(page, NEW);
  assert.equal((await page.all("key-row")).length, 1, "the old one is out of sight");
  assert.ok(!(await page.has("rotation-card")), "nothing is left to do");
  assert.deepEqual(await copyPair(page), pair);
});
