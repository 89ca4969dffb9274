// Drafts as a person makes, sends and watches them.

import { chooseStore } from "./steps.mjs";
import { until } from "./processes.mjs";

const field = (name) => `[data-field="store[${name}]"]`;

/** Keeps a Store as a draft. Its street is one of the practice co-op's town. */
export async function draftStore(page, name) {
  await page.click("new-store");
  await page.get("store-sheet");
  await page.type("store-field", name, field("name"));
  await page.type("store-field", "3 rue du Timbre", field("address][streetAddress"));
  await page.click("save-draft");
  await page.gone("store-sheet");
}

/** Keeps a key as a draft, for a Store that may be a draft itself. */
export async function draftKey(page, { name, store }) {
  await page.click("new-key");
  await page.get("key-sheet");
  await chooseStore(page, store);
  await page.type("key-name", name);
  await page.click("save-draft");
  await page.gone("key-sheet");
}

/** Sends all that wait. */
export async function sendDrafts(page) {
  await page.click("rail-drafts");
  const all = await page.get("draft-choose-all");
  await until("the drafts to be listed", () => all.isEnabled());
  if (!(await all.isSelected())) await all.click();
  await page.click("draft-send");
}

/** Waits until the draft of that name is in that state. */
export async function draftIs(page, name, state) {
  if (!(await page.has("draft-choose-all")) && !(await page.has("draft-row"))) {
    await page.click("rail-drafts");
  }
  return until(`the draft “${name}” to be ${state}`, async () => {
    for (const row of await page.all("draft-row", `[data-state="${state}"]`)) {
      if ((await page.textOf(row)).includes(name)) return row;
    }
    return undefined;
  }, 60);
}
