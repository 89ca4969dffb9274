// A person's own browser, signed in to the practice shop: keys are made there by hand.

import { ask } from "./shop.mjs";

const KEYS = "/wp-admin/admin.php?page=wc-settings&tab=advanced&section=keys";

const form = (fields) => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});

export class Browser {
  #cookies = new Map();
  #shop;

  /** Signed in as somebody. */
  static async signedIn(shop, log, pwd = "practice") {
    const browser = new Browser();
    browser.#shop = shop;
    await browser.#ask("/wp-login.php");
    const { status } = await browser.#ask("/wp-login.php", form({ log, pwd }));
    if (status !== 302) throw new Error(`the shop let nobody in: ${status}`);
    return browser;
  }

  async #ask(path, options = {}) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const address = path.startsWith("https:") ? path : this.#shop.url + path;
    const answer = await ask(address, { ...options, headers: { ...options.headers, cookie } });
    for (const line of answer.cookies) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      this.#cookies.set(name, value);
    }
    return answer;
  }

  /** Makes a key by the site's own form, and reads both halves off the page. */
  async makeKey(description, permissions = "read_write") {
    const { text } = await this.#ask(`${KEYS}&create-key=1`);
    const known = JSON.parse(text.match(/var woocommerce_admin_api_keys = (\{.*\});/)[1]);
    const [, user] = text.match(/<option value="(\d+)" selected/);
    const made = await this.#ask(known.ajax_url, form({
      action: "woocommerce_update_api_key", security: known.update_api_nonce, key_id: "0",
      description, user, permissions,
    }));
    const { data } = JSON.parse(made.text);
    return { identifier: data.consumer_key, secret: data.consumer_secret };
  }
}
