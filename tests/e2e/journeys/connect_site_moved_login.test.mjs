// The sign-in page was moved: it is said so, nothing is sent, and with its address it works, also
// when the session has ended. A sign-in page of another site is not taken.

import assert from "node:assert/strict";
import { journey, keysAreListed } from "../steps.mjs";
import { act, behave, requests } from "../shop.mjs";
import {
  openConnectSite, signIn, signInAgain, startShop, typeLogin, typeSite,
} from "../site.mjs";

journey("connect_site_moved_login", { coOp: false }, async ({ page }) => {
  const shop = await startShop(page);
  await behave(shop, { moved_login: "/entrance/" });
  await openConnectSite(page);
  await typeSite(page, shop.url);
  await page.get("connect-username");
  await signIn(page, "anne");
  await page.problem("no_login_page");
  const sent = await requests(shop, "POST", "");
  assert.deepEqual(sent.map(({ path }) => path).filter((path) => !/practice-shop/.test(path)), [],
    "no password was sent");

  await typeLogin(page, "https://another.example/entrance/");
  await page.pressOn("connect-sign-in");
  await page.problem("login_elsewhere");
  await typeLogin(page, `${shop.place}/entrance/`);
  await page.pressOn("connect-sign-in");
  await keysAreListed(page);
  assert.equal((await requests(shop, "POST", "/entrance/")).length, 1);

  await act(shop, "expire_sessions");
  await page.pressOn("new-key");
  await signInAgain(page);
  await page.get("consumer-description");
  assert.equal((await requests(shop, "POST", "/entrance/")).length, 2, "it is known from then on");
});
