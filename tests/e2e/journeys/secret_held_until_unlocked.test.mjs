// A key is made while the keychain is locked: its Secret waits in memory, the window says so, and
// it comes home once the keychain is open.

import assert from "node:assert/strict";
import { Key, connect, copyPair, journey, makeKey } from "../steps.mjs";
import { until } from "../processes.mjs";
import { isLive, keysNamed } from "../server.mjs";

journey("secret_held_until_unlocked", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  stage.lockKeychain();
  await makeKey(page, { name: "out in the cold", store: "Boulangerie" });
  // The keychain is given its time to be unlocked.
  await until("the sheet to close", async () => !(await page.has("key-sheet")), 60);
  await page.get("held-banner");
  await page.reads("detail", "out in the cold");
  await page.get("secret-held");
  const pair = await copyPair(page);
  assert.ok(await isLive(coOp, pair), "it can be copied from memory");
  const [app] = await keysNamed(coOp, "out in the cold");

  await stage.unlockKeychain();
  // The program tries by itself now and then, and may be quicker than the hand. The keyboard
  // cannot miss: what moves up when the banner goes would take a click in its place.
  await until("the Secret to come home", async () => {
    if (!(await page.has("held-banner"))) return true;
    const [retry] = await page.all("held-retry");
    await retry?.sendKeys(Key.ENTER).catch(() => undefined);
    return false;
  }, 30);
  await page.gone("secret-held");
  assert.equal(stage.secret("Saddlebag", `${coOp.host} key ${app}`), pair.secret);
  assert.deepEqual(await copyPair(page), pair);
});
