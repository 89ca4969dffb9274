// The program is killed at each point of creating a key. Started again, it finishes by itself:
// one key on the server, its pair at home; or none, and nothing open.

import assert from "node:assert/strict";
import { chooseStore, connect, journey } from "../steps.mjs";
import { Scene } from "../killing.mjs";
import { requests } from "../server.mjs";

/** Opens the sheet and fills it in: the server's form has been read once by then. */
async function fillIn(page, name) {
  await page.click("new-key");
  await page.get("key-sheet");
  await chooseStore(page, "Boulangerie");
  await page.type("key-name", name);
}

const create = (page) => page.click("key-create");

journey("killed_creating_key", { minutes: 5 }, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  const scene = new Scene({ stage, page, coOp });

  await fillIn(scene.page, "at the form");
  await scene.killWhileHeld({ path: "/admin/api/apps/new", method: "GET" }, create);
  await scene.isNowhere("at the form");

  await fillIn(scene.page, "done without a reply");
  const post = { path: "/admin/api/apps/new", method: "POST" };
  await scene.killWhileHeld({ ...post, after_work: true }, create);
  await scene.isAtHome("done without a reply");
  assert.equal(await scene.told("Created"), 1, "its history tells it once");

  await fillIn(scene.page, "at its own page");
  await scene.killWhileHeld(await scene.itsPage(), create);
  await scene.isAtHome("at its own page");
  assert.equal(await scene.told("Created"), 1, "its history tells it once");

  await fillIn(scene.page, "at the keychain");
  await scene.killWhileKeychainHangs(await scene.itsPage(), create);
  await scene.isAtHome("at the keychain");
  assert.equal(await scene.told("Created"), 1, "its history tells it once");

  const posts = await requests(coOp, "POST", "/admin/api/apps/new");
  assert.equal(posts.length, 3, "each was asked for once");
});
