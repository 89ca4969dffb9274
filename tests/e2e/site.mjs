// Steps with WooCommerce sites that many journeys share, each as a person does it.

import { Key, keysAreListed, openKey, submitCode } from "./steps.mjs";
import { behave, newestCode } from "./shop.mjs";
import { until } from "./processes.mjs";

/** The password of everybody at the practice shop. */
export const PASSWORD = "practice";

/** What the practice shop calls itself: what is typed to revoke its keys. */
export const SITE = "Épicerie des Tilleuls (practice)";

/** Starts the practice servers from the first start; the shop, as journeys ask it. */
export async function startShop(page) {
  await page.click("card-practice");
  await page.get("connect-sheet");
  await page.get("connect-username");
  await page.press(Key.ESCAPE);
  await page.gone("connect-sheet");
  await openShopPanel(page);
  const url = (await page.text("practice-address")).trim();
  return { url, place: url.replace("https://", "") };
}

/** Opens the panel of the practice shop. */
export async function openShopPanel(page) {
  await page.click("rail-practice");
  await page.pressOn("practice-tab-shop");
  await page.reads("practice-address", "https://");
}

/** Opens the sheet for a new site: from the first start, or from the rail. */
export async function openConnectSite(page) {
  if (await page.has("rail-start")) await page.click("rail-start");
  if (await page.has("rail-all-keys")) {
    await page.click("rail-add-connection");
    await page.click("connect-kind-site");
  } else {
    await page.click("card-site");
  }
  await page.get("connect-address");
}

/** Types the site's address, and that of its sign-in page if wanted, and goes on. */
export async function typeSite(page, address, login) {
  await page.type("connect-address", address);
  if (login) await typeLogin(page, login);
  await page.click("connect-continue");
}

/** Types the address of the sign-in page; its field is opened first unless it is. */
export async function typeLogin(page, login) {
  if (!(await page.has("connect-login-address"))) {
    await (await page.get("connect-login-moved")).findElement({ css: "summary" }).click();
  }
  await page.type("connect-login-address", login);
}

/** Types name and password, and signs in. */
export async function signIn(page, name, password = PASSWORD) {
  await page.type("connect-username", name);
  await page.type("connect-password", password);
  await page.click("connect-sign-in");
}

/** Types the newest code of the shop's second factor. */
export async function typeCode(page, shop) {
  await page.get("connect-code");
  await page.type("connect-code", await newestCode(shop));
  await submitCode(page);
}

/** Starts the practice shop, connects to it as somebody, and waits for its keys. */
export async function connectShop(page, { name = "anne", mode, before } = {}) {
  const shop = await startShop(page);
  if (mode) await behave(shop, mode);
  await before?.(shop);
  await openConnectSite(page);
  await typeSite(page, shop.url);
  await page.get("connect-username");
  await signIn(page, name);
  await keysAreListed(page);
  return shop;
}

/** Signs in again in the sheet that asks for it. */
export async function signInAgain(page, password = PASSWORD) {
  await page.type("connect-password", password);
  await page.pressOn("connect-sign-in");
  await page.gone("connect-sheet");
}

/** Chooses from the menu of the only site. */
export async function chooseOfSite(page, item) {
  const [opener] = await page.driver.findElements({ css: '[data-testid^="connection-menu-"]' });
  await opener.click();
  await page.click(item);
}

/** Opens the sheet for a new consumer key, once the site's form was read. */
export async function openNewKey(page) {
  await page.pressOn("new-key");
  await page.get("key-sheet");
  await page.get("consumer-description");
  await until("the description to have the focus", () => page.driver.executeScript(
    "return document.activeElement.dataset.testid === 'consumer-description'",
  ));
}

/** Fills in the open sheet for a new consumer key. */
export async function fillIn(page, { description, permission = "read_write", owner }) {
  await page.type("consumer-description", description);
  if (owner) await chooseOwner(page, owner);
  await page.click(`permission-${permission}`);
}

/** Finds another owner by a part of the name, and takes the first who is found. */
export async function chooseOwner(page, term) {
  await page.click("consumer-owner-other");
  await page.type("consumer-owner-search", term);
  await page.get("consumer-owner-option");
  await page.click("consumer-owner-option");
  await page.gone("consumer-owner-option");
}

/** Makes a consumer key, and waits until it is the one that is shown and was found to work. */
export async function makeConsumerKey(page, wanted) {
  await openNewKey(page);
  await fillIn(page, wanted);
  await page.pressOn("consumer-create");
  await consumerKeyIsMade(page, wanted.description);
}

/** Waits until the key that was asked for is the one that is shown. */
export async function consumerKeyIsMade(page, description) {
  await page.gone("key-sheet");
  await page.reads("detail-title", description);
}

/** Opens a key by its description. */
export function openConsumerKey(page, description) {
  const words = description.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return openKey(page, description, new RegExp(words));
}

/** Copies something of the open key until another program reads what it waits for. */
async function copiedAs(page, id, shape) {
  return until(`${id} to reach the clipboard`, async () => {
    await page.pressOn(id);
    const shaped = () => {
      const now = page.stage.clipboard();
      return shape.test(now) && now;
    };
    return until("it to be read", shaped, 5).catch(() => false);
  }, 20);
}

/** Copies both halves of the open key, each read by another program. */
export async function copyConsumerPair(page) {
  const identifier = await copiedAs(page, "copy-identifier", /^ck_[0-9a-f]{40}$/);
  const secret = await copiedAs(page, "copy-secret", /^cs_[0-9a-f]{40}$/);
  return { identifier, secret };
}

/** Copies the site's URL of the open key, read by another program. */
export function copySiteUrl(page) {
  return copiedAs(page, "copy-base-url", /^https:\/\//);
}

/** Revokes the open key, up to the press that asks the site. */
export async function revoke(page) {
  await page.pressOn("revoke");
  await page.get("revoke-dialog");
  await page.type("typed-name", SITE);
  await page.pressOn("revoke-confirm");
}

/** Ticks the keys of these descriptions in the sheet that revokes several. */
export async function tick(page, ...descriptions) {
  for (const description of descriptions) {
    await until(`“${description}” to be ticked`, async () => {
      for (const row of await page.all("revoke-row")) {
        if (!(await page.textOf(row)).includes(description)) continue;
        const box = await row.findElement({ css: "input" });
        if (!(await box.isSelected())) await box.click();
        return box.isSelected();
      }
      return false;
    });
  }
}

/** Waits until the open key is in that state. */
export async function stateIs(page, status) {
  await page.get("detail-status", `[data-status="${status}"]`);
}

/** Pastes a text that another program put on the clipboard. */
export async function paste(page, id, text) {
  const holder = page.stage.takeClipboard(text);
  await until("the clipboard to hold it", () => page.stage.clipboard() === text);
  await page.click(id);
  await page.press(Key.CONTROL, "v");
  await until("it to be pasted", async () => (await page.value(id)) !== "");
  await page.stage.end(holder);
}
