// The reply is lost just when another admin makes a key of the same kind and name: the person is
// shown both and decides.

import assert from "node:assert/strict";
import {
  chooseStore, connect, control, copyPair, journey, openKey,
} from "../steps.mjs";
import { isLive, keysNamed, requests, storeOf } from "../server.mjs";

const NAME = "twins";

journey("undecided_two_candidates", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await openKey(page, "Boulangerie");
  const shop = (await page.text("detail-title")).trim();
  const store = await storeOf(coOp, shop);
  await page.click("new-key");
  await page.get("key-sheet");
  await chooseStore(page, shop);
  await page.type("key-name", NAME);
  const post = { path: "/admin/api/apps/new", method: "POST", times: 1 };
  const act = { act: "create_app", name: NAME, store };
  await control(coOp, "faults", { ...post, kind: "act", act });
  await control(coOp, "faults", { ...post, kind: "cut_after_work" });
  await page.click("key-create");
  await page.problem("undecided");
  await page.click("problem-action");
  await page.reads("question", NAME);
  const apps = await keysNamed(coOp, NAME);
  assert.equal(apps.length, 2);
  for (const app of apps) await page.get("candidate", `[data-server-id="${app}"]`);
  await page.get("candidate", '[data-server-id="none"]');

  // Ours is the later one: the other was made just before it.
  await page.click("candidate", `[data-server-id="${apps[1]}"]`);
  await page.click("decide");
  await page.get("questions-none");
  await page.click("questions-close");
  await page.gone("key-sheet");
  await page.gone("questions-banner");
  await page.reads("detail", NAME);

  await openKey(page, NAME);
  const told = [];
  for (const row of await page.all("key-row")) {
    const { x, y } = await row.getRect();
    await page.driver.actions().move({ x: Math.round(x + 40), y: Math.round(y + 10) }).click()
      .perform();
    await page.reads("detail-title", shop);
    assert.ok(await isLive(coOp, await copyPair(page)), "each has its pair");
    told.push(/^Created/m.test(await page.text("history")));
  }
  assert.deepEqual(told.sort(), [false, true], "one is ours");
  assert.equal((await requests(coOp, "POST", post.path)).length, 1, "it was asked for once");
});
