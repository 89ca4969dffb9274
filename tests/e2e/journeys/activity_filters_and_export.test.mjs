// The history narrowed to what is wanted, and written to a table that holds no secret.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { connect, copyPair, journey, makeKey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("activity_filters_and_export", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "in the books", store: "Boulangerie" });
  await page.reads("detail-status", "Works");
  const pair = await copyPair(page);

  await page.click("rail-activity");
  await page.get("activity-row", '[data-act="copied_secret"]');
  await page.choose("activity-filter-kind", "Created, renewed, rotated");
  const only = (act, count) => until(`${count} of ${act} alone`, async () => {
    const rows = await page.all("activity-row");
    const acts = await Promise.all(rows.map((row) => row.getAttribute("data-act")));
    return acts.length === count && acts.every((each) => each === act);
  });
  await only("created", 1);
  await page.type("activity-filter-text", "nothing of that name");
  await page.get("no-match");
  await page.type("activity-filter-text", "");
  await page.choose("activity-filter-kind", "Copied, handed over, checked");
  await page.get("activity-row", '[data-act="copied_secret"]');
  assert.ok(!(await page.has("activity-row", '[data-act="created"]')));

  await page.click("export-activity");
  const folder = join(stage.dataFolder, "exports");
  await page.reads("toast", ".csv");
  const [file] = readdirSync(folder);
  const table = readFileSync(join(folder, file), "utf8");
  const [headings, ...lines] = table.trim().split(/\r?\n/);
  assert.equal(headings.split(",").length, 5);
  assert.ok(lines.some((line) => line.includes("Secret copied") && line.includes("in the books")));
  assert.ok(!lines.some((line) => line.includes("Created")), "only what was filtered");
  assert.ok(!table.includes(pair.secret.slice(0, 16)), "no secret");
  assert.equal(statSync(join(folder, file)).mode & 0o077, 0, "for nobody else");
});
