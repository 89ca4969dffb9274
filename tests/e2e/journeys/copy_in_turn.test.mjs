// Base URL, Identifier and Secret follow one another on the clipboard, by one shortcut or by the
// strip, which says what is there and what is next.

import assert from "node:assert/strict";
import { Key, connect, journey, keyIsMade, makeKey, openKey } from "../steps.mjs";
import { keysNamed } from "../server.mjs";
import { until } from "../processes.mjs";

journey("copy_in_turn", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "in turn", store: "Boulangerie" });
  await keyIsMade(page);
  await page.get("detail-status", '[data-status="works"]');
  const [app] = await keysNamed(coOp, "in turn");
  const secret = stage.secret("Saddlebag", `${coOp.host} key ${app}`);
  const identifier = (await page.text("detail")).match(/\b[0-9a-f]{32}\b/)[0];
  const holds = (value) => until(`the clipboard to hold ${value.slice(0, 8)}…`, () =>
    stage.clipboard() === value);

  // By the keyboard alone.
  const forward = () => page.press(Key.CONTROL, Key.SHIFT, "c");
  await forward();
  await page.reads("strip-place", "1 of 3");
  await page.reads("strip-text", /Base URL is on the clipboard · next: Identifier/);
  await holds(coOp.base_url);
  await forward();
  await page.reads("strip-place", "2 of 3");
  await page.reads("strip-text", /next: Secret/);
  await holds(identifier);
  await forward();
  await page.reads("strip-place", "3 of 3");
  await page.reads("strip-text", /that was the last/);
  await holds(secret);
  assert.ok(stage.clipboardTargets().includes("x-kde-passwordManagerHint"), "the hint is set");
  assert.ok(!(await page.has("strip-next")), "nothing is next");
  await forward();
  await page.reads("strip-place", "1 of 3");
  await holds(coOp.base_url);

  // By the strip; stopping leaves what is there.
  await page.pressOn("strip-next");
  await page.reads("strip-place", "2 of 3");
  await holds(identifier);
  await page.pressOn("strip-stop");
  await page.gone("strip-place");
  assert.equal(stage.clipboard(), identifier, "stopped, not cleared");
  await page.pressOn("copy-in-turn");
  await page.reads("strip-place", "1 of 3");
  await page.pressOn("strip-next");
  await page.reads("strip-place", "2 of 3");
  await page.pressOn("strip-next");
  await page.reads("strip-place", "3 of 3");
  await holds(secret);
  await page.pressOn("strip-clear");
  await until("the clipboard to be cleared", () => stage.clipboard() === "");

  // An `ak_` key has two values.
  await makeKey(page, { name: "in two", store: "Boulangerie", type: "api_key" });
  await keyIsMade(page);
  await openKey(page, "in two");
  await page.pressOn("copy-in-turn");
  await page.reads("strip-place", "1 of 2");
  await holds(coOp.base_url);
  await page.pressOn("strip-next");
  await page.reads("strip-place", "2 of 2");
  await until("the value to be there", () => /^ak_[0-9a-f]{40}$/.test(stage.clipboard()));
});
