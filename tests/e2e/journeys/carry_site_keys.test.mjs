// The keys of a site whose secrets are here go to another computer in one sealed file: both halves
// and the permission come along, to be copied before anybody signed in there.

import assert from "node:assert/strict";
import { journey, leavePicture } from "../steps.mjs";
import { bringIn, exportAll, readFile, verdicts } from "../bringing.mjs";
import { openWithAge } from "../handing.mjs";
import { rightsOf } from "../shop.mjs";
import {
  connectShop, copyConsumerPair, makeConsumerKey, openConsumerKey, stateIs,
} from "../site.mjs";
import { Stage } from "../stage.mjs";

journey("carry_site_keys", { coOp: false, minutes: 3 }, async ({ stage, page }) => {
  const shop = await connectShop(page);
  await makeConsumerKey(page, { description: "Carried along", permission: "write" });
  await stateIs(page, "works");
  const pair = await copyConsumerPair(page);
  const bare = await exportAll(page, false, { practice: true });
  const inside = openWithAge(stage, bare.path, bare.words);
  assert.ok(inside.includes(pair.identifier) && !inside.includes(pair.secret));
  const sealed = await exportAll(page, true, { practice: true });
  assert.match(sealed.counts, /\b1\b/);

  const other = await Stage.open();
  try {
    const there = await other.openWindow("first-start");
    await there.click("first-import");
    await readFile(there, "transfer", sealed.path, sealed.words);
    await there.reads("import-new-connections", shop.place);
    assert.deepEqual(await verdicts(there), { new: 1 });
    assert.ok(!(await there.source()).includes(pair.secret), "no secret in the preview");
    const report = await bringIn(there);
    assert.equal(report.added, 1);
    assert.equal(report.secrets, 1);
    await there.click("import-show-keys");
    await openConsumerKey(there, "Carried along");
    await there.get("consumer-permission", '[data-permission="write"]');
    const copied = await copyConsumerPair(there);
    assert.deepEqual(copied, pair);
    assert.equal(await rightsOf(shop, copied), "write");
  } catch (error) {
    await leavePicture(other, "carry_site_keys-other");
    throw error;
  } finally {
    await other.close();
  }
});
