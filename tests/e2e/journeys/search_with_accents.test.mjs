// Search ignores accents and case, marks what matched, and says when nothing did.

import assert from "node:assert/strict";
import { connect, journey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("search_with_accents", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await page.click("rail-stores");
  await page.click("rail-all-keys");
  await page.press("\uE009", "k");
  await page.type("search", "EPICERIE");
  const row = await page.reads("key-row", /épicerie/i);
  assert.match(row, /Épicerie/);
  const marks = await page.driver.executeScript(
    "return [...document.querySelectorAll('[data-testid=key-row] mark')].map((m) => m.textContent)",
  );
  assert.ok(marks.some((mark) => mark === "Épicerie"), `marked: ${marks}`);
  await page.type("search", "no such shop anywhere");
  await page.get("no-match");
  await page.type("search", "");
  await until("all rows again", async () => (await page.all("key-row")).length > 5);
});
