// Ends the program without warning at a marked point, and starts it again on the same data.

import assert from "node:assert/strict";
import { copyPair, search } from "./steps.mjs";
import { heal, isLive, keysNamed, nextKeysPage, spoilOnce } from "./server.mjs";
import { until } from "./processes.mjs";

/** The journey's parts; its page is another one after each kill. */
export class Scene {
  constructor({ stage, page, coOp }) {
    Object.assign(this, { stage, page, coOp });
  }

  /** Does it, and kills the program while the server holds the request that the fault names. */
  async killWhileHeld(fault, act) {
    const struck = await spoilOnce(this.coOp, { kind: "hold", ...fault });
    await act(this.page);
    await struck();
    await this.#killAndStart();
  }

  /** Does it, and kills the program while the keychain hangs on the secret that the page showed. */
  async killWhileKeychainHangs(fault, act) {
    const late = { kind: "delay", milliseconds: 4000, ...fault };
    const struck = await spoilOnce(this.coOp, late);
    await act(this.page);
    await struck();
    this.stage.freezeKeychain();
    await this.page.get("keychain-banner", '[data-state="waiting"]');
    await this.#killAndStart();
  }

  /** The page on which the next key will show its pair. */
  async itsPage() {
    return { path: await nextKeysPage(this.coOp), method: "GET" };
  }

  async #killAndStart() {
    await this.stage.killWindow();
    await heal(this.coOp);
    this.stage.thawKeychain();
    this.page = await this.stage.openWindow();
  }

  /** Waits until nothing is open any more. */
  async settles(seconds = 60) {
    await until("every question to be answered", async () =>
      !(await this.page.has("questions-banner")), seconds);
  }

  /** Opens the only key of that name, once it is listed; nothing is open then. */
  async openOnly(name) {
    const { page } = this;
    await page.click("rail-all-keys");
    await until(`“${name}” to be listed`, () =>
      search(page, name).then(() => true), 60);
    await this.settles();
    assert.equal((await page.all("key-row")).length, 1, `“${name}” is listed once`);
    await page.clickLeft("key-row");
    await page.reads("detail", name);
  }

  /** Sees that the server has one key of that name, and that its pair is at home. */
  async isAtHome(name) {
    const { page, stage, coOp } = this;
    await this.openOnly(name);
    assert.ok(await page.has("row-copy-secret"), "its row has the Secret");
    assert.ok(!(await page.has("row-secret-held")), "and not in memory only");
    const pair = await copyPair(page);
    assert.ok(await isLive(coOp, pair), "the server takes the pair");
    assert.ok(stage.secrets("Saddlebag").includes(pair.secret), "the keychain has the Secret");
    assert.equal((await keysNamed(coOp, name)).length, 1, "it was made once");
    return pair;
  }

  /** Sees that neither the server nor the window has such a key, and nothing is open. */
  async isNowhere(name) {
    const { page, coOp } = this;
    assert.deepEqual(await keysNamed(coOp, name), [], "the server has none");
    await page.click("rail-all-keys");
    await page.type("search", name);
    await page.get("no-match");
    assert.ok(!(await page.has("questions-banner")), "nothing is open");
    await page.type("search", "");
  }

  /** How often the open key's history tells it. */
  async told(words) {
    const whole = await this.page.driver.executeScript(
      "document.querySelector('[data-testid=history] > button')?.click();" +
        "return new Promise((seen) => requestAnimationFrame(() =>" +
        " seen(document.querySelector('[data-testid=history]').innerText)))",
    );
    return whole.split("\n").filter((line) => line.startsWith(words)).length;
  }
}
