// The reply to creating a key is lost, and the look after it fails too: the window says that it is
// finding out, asks nobody to try again, and finds the key by itself once the server answers. A
// sheet that is still open then shows what was made, and makes no second one.

import assert from "node:assert/strict";
import { chooseStore, connect, control, journey, Key } from "../steps.mjs";
import { Scene } from "../killing.mjs";
import { heal, requests } from "../server.mjs";

const post = { path: "/admin/api/apps/new", method: "POST" };

/** Asks for a key whose reply is lost, and leaves the server out of reach. */
async function loseReply(page, coOp, name) {
  await page.click("new-key");
  await page.get("key-sheet");
  await chooseStore(page, "Boulangerie");
  await page.type("key-name", name);
  await control(coOp, "faults", { ...post, kind: "cut_after_work", times: 1 });
  await control(coOp, "faults", { path: "/api/stores", kind: "refuse_connection" });
  await page.click("key-create");
  await page.problem("reply_lost");
}

journey("lost_reply_finds_key", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await loseReply(page, coOp, "in the second tunnel");
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

  await loseReply(page, coOp, "in the third tunnel");
  await heal(coOp);
  await page.click("problem-action");
  await page.gone("key-sheet");
  await page.reads("detail", "in the third tunnel");
  await scene.isAtHome("in the third tunnel");
  assert.equal((await requests(coOp, "POST", post.path)).length, 2, "each was asked for once");
});
