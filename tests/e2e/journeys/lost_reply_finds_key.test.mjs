// The reply to creating a key is lost, and the look after it fails too: the window says that it is
// finding out, asks nobody to try again, and finds the key by itself once the server answers.

import assert from "node:assert/strict";
import { chooseStore, connect, control, journey, Key } from "../steps.mjs";
import { Scene } from "../killing.mjs";
import { heal, requests } from "../server.mjs";

journey("lost_reply_finds_key", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await page.click("new-key");
  await page.get("key-sheet");
  await chooseStore(page, "Boulangerie");
  await page.type("key-name", "in the second tunnel");
  const post = { path: "/admin/api/apps/new", method: "POST" };
  await control(coOp, "faults", { ...post, kind: "cut_after_work", times: 1 });
  await control(coOp, "faults", { path: "/api/stores", kind: "refuse_connection" });
  await page.click("key-create");
  await page.problem("reply_lost");
  await page.press(Key.ESCAPE);
  await page.gone("key-sheet");

  await page.click("questions-show");
  await page.reads("question", "in the second tunnel");
  await page.click("question-look");
  await page.problem("unreachable");
  await page.click("questions-close");
  assert.ok(await page.has("questions-banner"), "it stays open");

  await heal(coOp);
  const scene = new Scene({ stage, page, coOp });
  await scene.settles();
  await scene.isAtHome("in the second tunnel");
  assert.equal(await scene.told("Created"), 1);
  assert.equal((await requests(coOp, "POST", post.path)).length, 1, "it was asked for once");
});
