// All keys are checked one after the other, with how far it is; it can be stopped, and a server
// that is down is named once instead of failing every key.

import assert from "node:assert/strict";
import { connect, control, journey } from "../steps.mjs";
import { act } from "../handing.mjs";
import { heal, keysNamed } from "../server.mjs";
import { until } from "../processes.mjs";

async function checkAll(page) {
  if (await page.has("check-all-report")) {
    await page.pressOn("check-all-dismiss");
    await page.gone("check-all-report");
  }
  await page.click("toolbar-more");
  await page.click("check-all");
}

/** What it found, once it has ended. */
async function report(page) {
  const found = await until("all keys to be checked", async () => {
    const [shown] = await page.all("check-all-report");
    return shown;
  }, 60);
  const count = async (name) => Number(await found.getAttribute(`data-${name}`));
  return {
    checked: await count("checked"),
    works: await count("works"),
    trouble: await count("trouble"),
    stopped: (await found.getAttribute("data-stopped")) === "true",
    words: await page.textOf(found),
  };
}

journey("check_all_with_progress", { minutes: 3 }, async ({ stage, page, coOp }) => {
  await act(coOp, "create_app", { name: "to be renewed" });
  await connect(page, coOp);
  const all = Number((await page.text("rail-all-keys")).match(/\d+/)[0]);
  assert.ok(all > 50, `${all} keys`);
  const [app] = await keysNamed(coOp, "to be renewed");
  await act(coOp, "renew", { app });

  // Slow enough to be seen, and to be stopped.
  await control(coOp, "faults", { kind: "delay", milliseconds: 150, path: "/api/me" });
  await checkAll(page);
  await page.reads("check-all-progress", new RegExp(`\\b[1-9]\\d* of ${all}\\b`));
  await page.pressOn("check-all-stop");
  const early = await report(page);
  assert.ok(early.stopped && early.checked > 0 && early.checked < all, JSON.stringify(early));
  await heal(coOp);

  await checkAll(page);
  const whole = await report(page);
  assert.ok(!whole.stopped);
  assert.equal(whole.checked, all, whole.words);
  assert.equal(whole.works + whole.trouble, all);
  assert.ok(whole.trouble >= 1, "the one that was renewed");
  await page.pressOn("check-all-attention");
  await until("the key that does not work to be listed", async () => {
    for (const row of await page.all("attention-row", '[data-kind="key_trouble"]')) {
      if ((await page.textOf(row)).includes("to be renewed")) return true;
    }
    return false;
  });

  // A second server goes down: it is named, and the first one's keys are checked all the same.
  const second = await stage.coOp("0", "second-co-op");
  await page.click("rail-all-keys");
  await connect(page, second);
  await until("the keys of both", async () =>
    Number((await page.text("rail-all-keys")).match(/\d+/)[0]) > 2 * 45);
  await stage.end(second.process);
  const asked = (await control(coOp, "history")).length;
  await checkAll(page);
  const partly = await report(page);
  assert.equal(partly.checked, all);
  assert.match(partly.words, /not reached: \S/);
  assert.ok((await control(coOp, "history")).length > asked + all);
});
