// Each value reaches the clipboard with its hint, is cleared after the time, and never when
// somebody else's text is there.

import assert from "node:assert/strict";
import { connect, copy, journey, openKey } from "../steps.mjs";
import { until } from "../processes.mjs";

journey("copy_each_field", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await page.click("rail-settings");
  await page.choose("settings-clipboard", "10 seconds");
  await page.click("rail-all-keys");
  await openKey(page, "Boulangerie");
  assert.equal(await copy(page, "copy-base-url"), coOp.base_url);
  assert.ok(stage.clipboardTargets().includes("x-kde-passwordManagerHint"), "the hint is set");
  await page.click("copy-identifier");
  await page.reads("strip-text", "Identifier");
  const identifier = stage.clipboard();
  assert.match(identifier, /^[0-9a-f]{32}$/);
  await page.click("copy-secret");
  await page.reads("strip-text", "Secret");
  assert.match(stage.clipboard(), /^[0-9a-f]{128}$/);
  await page.click("strip-clear");
  await until("the clipboard to be cleared", () => stage.clipboard() === "");
  await copy(page, "copy-secret");
  await until("the clipboard to clear by itself", () => stage.clipboard() === "", 20);
  await copy(page, "copy-secret");
  const other = stage.takeClipboard("somebody else's text");
  await until("the other program to have it", () => stage.clipboard().startsWith("somebody"));
  await page.click("strip-clear").catch(() => {});
  await until("the strip to notice", async () => !(await page.has("strip-clear")), 20);
  assert.equal(stage.clipboard(), "somebody else's text", "not ours, so it stays");
  await stage.end(other);
});
