// What needs a person is one list. Each thing has its next step, can be put off or dismissed, and
// taken back; in the end nothing is left.

import assert from "node:assert/strict";
import { Key, connect, journey } from "../steps.mjs";
import { draftKey } from "../drafting.mjs";
import { act } from "../handing.mjs";
import { keysNamed, storesNamed, timeSlotOf } from "../server.mjs";
import { until } from "../processes.mjs";

const SHOP = "Shop for attention";

/** Shows one kind alone; `""` for everything. */
async function showOnly(page, kind) {
  await page.click("rail-attention");
  await page.chooseValue("attention-kind", kind);
}

/** How many are due, as the rail tells. */
async function due(page) {
  return Number((await page.text("rail-attention")).match(/\d+/)?.[0] ?? 0);
}

/** The row of that kind about something. */
function row(page, kind, about = SHOP) {
  return until(`“${about}” to be listed as ${kind}`, async () => {
    for (const each of await page.all("attention-row", `[data-kind="${kind}"]`)) {
      if ((await page.textOf(each)).includes(about)) return `[data-subject="${
        await each.getAttribute("data-subject")}"]`;
    }
    return undefined;
  });
}

const inRow = (which) => `:is([data-testid="attention-row"]${which} *)`;

async function putOff(page, which, time) {
  await page.pressOn("attention-menu", inRow(which));
  await page.pressOn(`attention-put-off-${time}`, inRow(which));
  await page.gone("attention-row", which);
}

journey("attention_next_steps", { minutes: 3 }, async ({ stage, page, coOp }) => {
  await act(coOp, "create_store", { name: SHOP });
  const [store] = await storesNamed(coOp, SHOP);
  await act(coOp, "set_time_slot", { store });
  await connect(page, coOp);

  // A Store without a key: the next step makes one, for that Store.
  await showOnly(page, "store_without_key");
  const without = await row(page, "store_without_key");
  await page.pressOn("attention-act", inRow(without));
  await page.get("key-sheet");
  await until("the Store to be chosen", async () => (await page.value("key-store")).includes(SHOP));
  await page.type("key-name", "of attention");
  await page.click("key-create");
  await page.gone("key-sheet");
  await page.reads("detail", "of attention");
  await page.get("detail-status", '[data-status="works"]');
  const [app] = await keysNamed(coOp, "of attention");

  // Its date picker would stay empty: a time slot is chosen right there.
  await showOnly(page, "no_time_slot");
  const slotless = await row(page, "no_time_slot");
  await page.pressOn("attention-act", inRow(slotless));
  await page.chooseValue("time-slot");
  await page.pressOn("time-slot-save");
  await page.gone("attention-row", slotless);
  assert.ok(await timeSlotOf(coOp, store), "the server has it");

  // Put off and taken back, dismissed and taken back, dismissed and taken up again.
  await showOnly(page, "");
  const never = await row(page, "never_handed_over");
  const count = await due(page);
  await putOff(page, never, "week");
  await until("one less to be due", async () => (await due(page)) === count - 1);
  await page.click("toast-undo");
  await page.get("attention-row", never);
  await until("it to be due again", async () => (await due(page)) === count);
  await putOff(page, never, "good");
  await page.press(Key.CONTROL, "z");
  await page.get("attention-row", never);
  await putOff(page, never, "good");
  await page.click("attention-put-off-list");
  await page.reads("attention-row", "dismissed for good", never);
  await page.pressOn("attention-take-up", inRow(never));
  await page.gone("attention-row", never);
  await page.click("attention-put-off-list");
  await page.get("attention-row", never);

  // It outlasts the program.
  await putOff(page, never, "day");
  page = await stage.restart();
  await page.click("rail-attention");
  await page.get("attention-row");
  assert.ok(!(await page.has("attention-row", never)), "still put off");
  await page.click("attention-put-off-list");
  await page.reads("attention-row", "until", never);
  await page.pressOn("attention-take-up", inRow(never));
  await page.click("attention-put-off-list");

  // Each opens its next step.
  await page.pressOn("attention-act", inRow(never));
  await page.get("hand-over-sheet");
  await page.type("hand-person", "Agence Web");
  await page.pressOn("hand-other");
  await page.get("hand-recorded");
  await page.click("hand-close");
  await page.gone("attention-row", never);

  stage.removeSecret("Saddlebag", `${coOp.host} key ${app}`);
  await act(coOp, "renew", { app });
  await page.click("rail-all-keys");
  await page.type("search", "of attention");
  await page.reads("key-row", "of attention");
  await page.clickLeft("key-row");
  await page.click("copy-secret");
  await page.problem("secret_not_stored");
  await page.click("rail-attention");
  const missing = await row(page, "secret_not_stored");
  await page.pressOn("attention-act", inRow(missing));
  await page.gone("attention-row", missing);
  assert.match(stage.secret("Saddlebag", `${coOp.host} key ${app}`), /^[0-9a-f]{128}$/);

  await page.click("rail-drafts");
  await draftKey(page, { name: "waits for attention", store: "Boulangerie" });
  await page.click("rail-attention");
  await page.pressOn("attention-act", '[data-act="drafts"]');
  await page.get("draft-row");
  await page.click("rail-attention");
  const [, ...open] = await page.all("attention-act", '[data-act="rotate"]');
  assert.ok(open.length > 0, "keys that may do too much are there");
  await page.pressOn("attention-act", '[data-act="rotate"]');
  await page.get("rotation-begin");
  await page.press(Key.ESCAPE);
  await page.gone("rotation-sheet");

  // One after the other, until nothing is left.
  await until("the list to be empty", async () => {
    if (await page.has("empty")) return true;
    const [next] = await page.all("attention-row");
    const which = `[data-subject="${await next.getAttribute("data-subject")}"]`;
    await putOff(page, which, "good");
    return false;
  }, 60);
  assert.equal(await due(page), 0);
});
