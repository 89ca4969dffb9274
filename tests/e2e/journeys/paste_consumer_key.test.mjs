// The sign-in page wants a captcha: the key is made in the browser, and both lines are pasted at
// once. A wrong pair is refused, and kept only when it is wanted so. After signing in, the site's
// list knows the pasted key.

import assert from "node:assert/strict";
import { refreshAll, journey, search } from "../steps.mjs";
import { Browser } from "../browser.mjs";
import { behave, keysWentRightly, requests, rightsOf } from "../shop.mjs";
import {
  chooseOfSite, copyConsumerPair, openConnectSite, openConsumerKey, paste, signIn, signInAgain,
  startShop, stateIs, typeSite,
} from "../site.mjs";
import { until } from "../processes.mjs";

journey("paste_consumer_key", { coOp: false }, async ({ stage, page }) => {
  const shop = await startShop(page);
  const browser = await Browser.signedIn(shop, "anne");
  const signedIn = (await requests(shop, "POST", "/wp-login.php")).length;
  await behave(shop, { captcha: true });
  await openConnectSite(page);
  await typeSite(page, shop.url);
  await signIn(page, "anne");
  await page.problem("captcha");
  assert.equal((await requests(shop, "POST", "/wp-login.php")).length, signedIn, "nothing was sent");
  await page.pressOn("problem-action");
  await page.get("paste-sheet");
  await page.pressOn("paste-open-new");
  await until("the site's page to be opened", () =>
    stage.opened.some((each) => each.startsWith(shop.url) && each.includes("create-key=1")));

  // Both lines at once, as a person marks them on the site's page.
  const pair = await browser.makeKey("Deliveries, by hand");
  const lines = `Consumer key\n${pair.identifier}\nConsumer secret\n${pair.secret}\n`;
  await paste(page, "paste-consumer-key", lines);
  assert.equal(await page.value("paste-consumer-key"), pair.identifier);
  assert.equal(await page.value("paste-consumer-secret"), pair.secret);
  await page.type("paste-name", "Made in the browser");
  await page.pressOn("paste-keep");
  await page.get("paste-kept", '[data-status="works"]');
  assert.ok(stage.secrets("Saddlebag practice").includes(pair.secret), "it is in the keychain");
  assert.ok(!(await page.source()).includes(pair.secret), "and left the page");

  // One that the site does not know, and one half of another.
  await page.pressOn("paste-another");
  const wrong = { identifier: `ck_${"1".repeat(40)}`, secret: `cs_${"2".repeat(40)}` };
  await paste(page, "paste-consumer-secret", `${wrong.secret} ${wrong.identifier}`);
  await page.type("paste-name", "Not of this site");
  await page.pressOn("paste-keep");
  await page.problem("pair_not_accepted");
  assert.ok(!stage.secrets("Saddlebag practice").includes(wrong.secret), "it was not kept");
  await page.pressOn("paste-anyway");
  await page.get("paste-kept", '[data-status="not_recognised"]');
  await page.pressOn("paste-another");
  await paste(page, "paste-consumer-key", lines);
  await page.pressOn("paste-keep");
  await page.problem("pair_known");
  await page.pressOn("problem-action");
  await page.gone("paste-sheet");
  await page.reads("detail-title", "Made in the browser");
  await stateIs(page, "works");

  // Signed in, the list tells its number and its description, and it is still one key.
  await behave(shop, { captcha: false });
  await chooseOfSite(page, "menu-sign-in");
  await page.get("connect-username");
  await page.type("connect-username", "anne");
  await signInAgain(page);
  await refreshAll(page);
  await openConsumerKey(page, "Deliveries, by hand");
  assert.deepEqual(await copyConsumerPair(page), pair);
  assert.equal(await rightsOf(shop, pair), "read_write");
  await page.reads("consumer-owner", "Anne Tilleul");
  await page.gone("toast", '[data-kind^="refresh"]');
  await search(page, pair.identifier.slice(-7));
  assert.equal((await page.all("key-row")).length, 1, "adopted, not listed twice");
  await keysWentRightly(shop);
});
