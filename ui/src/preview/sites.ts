// Connecting to invented sites, and the practice shop's panel.
import type { KeyPasted, PastedKey, SignInStep } from "../contract";
import { type Answers, connectionOf } from "./answers";
import type { Preview } from "./backend";
import { consumerKey, SHOP_URL, siteConnection, siteView } from "./shop";
import { CODE, type World } from "./world";

type SiteCommands =
  | "recognise_site"
  | "add_site"
  | "open_site_page"
  | "paste_key"
  | "set_practice_shop_mode"
  | "practice_shop_act";

/** Sites that were found, by their address. */
const found = new Set<string>();

export function isSite(world: World, base: string): boolean {
  return found.has(base) || world.connections.some((each) => each.base_url === base && each.site);
}

export function connectSite(preview: Preview, base: string, admin = true): SignInStep {
  return { step: "connected", connection: addSite(preview, base, admin), admin };
}

function addSite(preview: Preview, base: string, admin: boolean | null): number {
  const { world } = preview;
  const known = world.connections.find((each) => each.base_url === base);
  const made = known ?? siteConnection(world.connections.length + 1, base);
  if (!known) world.connections.push({ ...made, refreshed_at: null });
  const now = connectionOf(preview, made.id);
  now.session = admin === null ? "signed_out" : admin ? "signed_in" : "not_admin";
  preview.emit("changed", { connection: made.id });
  return made.id;
}

/** A password tells what the site does with it: the words of its own plugins are many. */
export function signInToSite(preview: Preview, base: string, password: string): SignInStep {
  const host = base.replace(/^https?:\/\//, "");
  if (password === "captcha") throw { code: "captcha", host };
  if (password === "wrong") {
    const message = "Error: The password you entered is incorrect.";
    throw { code: "sign_in_refused", host, message };
  }
  if (password === "second") {
    const mail = { to: "marie@shop.example", code: CODE, sent_at: Date.now() };
    const { shop } = preview.world.panel;
    if (shop) preview.world.panel = { ...preview.world.panel, shop: { ...shop, mails: [mail] } };
    return { step: "code_needed", by: "app" };
  }
  return connectSite(preview, base, password !== "customer");
}

function paste(preview: Preview, pasted: PastedKey): KeyPasted {
  const { world } = preview;
  if (!/^ck_[0-9a-f]{40}$/.test(pasted.consumer_key)) throw { code: "no_consumer_key" };
  if (!/^cs_[0-9a-f]{40}$/.test(pasted.consumer_secret)) throw { code: "no_consumer_secret" };
  const same = world.keys.find((each) => each.row.identifier === pasted.consumer_key);
  if (same) throw { code: "pair_known", key: same.row.id };
  // The invented site knows every pair but those that begin with zeros.
  const status = pasted.consumer_key.startsWith("ck_0000") ? "not_recognised" : "works";
  if (status !== "works" && !pasted.anyway) throw { code: "pair_not_accepted", status };
  const from = connectionOf(preview, pasted.connection);
  const made = consumerKey(world.next++, from, { description: pasted.name, status, owner: null });
  made.row.identifier = pasted.consumer_key;
  made.row.ending = pasted.consumer_key.slice(-7);
  world.keys.push(made);
  preview.emit("changed", { connection: from.id });
  return { key: made.row.id, secret_stored: true, status };
}

function baseOf(address: string): string {
  const typed = /^https?:/.test(address) ? address : `https://${address}`;
  return typed.replace(/\/wp-admin.*$|\/$/, "");
}

export const siteAnswers: Pick<Answers, SiteCommands> = {
  recognise_site: ({ address, login_address }, { world }) => {
    const base = baseOf(address);
    const place = base.replace(/^https?:\/\//, "");
    if (address.includes("nothing")) throw { code: "not_wordpress", host: place };
    if (address.includes("walled")) throw { code: "site_blocked", host: place, status: 403 };
    if (address.includes("closed")) throw { code: "rest_closed", host: place, status: 401 };
    if (address.includes("blog")) throw { code: "not_woocommerce", host: place };
    if (address.includes("moved") && login_address === null) {
      throw { code: "no_login_page", host: place };
    }
    found.add(base);
    const practice = base === SHOP_URL;
    return {
      base_url: base,
      place,
      name: practice ? "Practice shop" : "Boulangerie Michel",
      site: {
        ...siteView,
        permalinks: address.includes("plain") ? "plain" : "pretty",
        https: !base.startsWith("http:"),
      },
      practice,
      connection: world.connections.find((each) => each.base_url === base)?.id ?? null,
    };
  },
  add_site: ({ address }, preview) => addSite(preview, baseOf(address), null),
  open_site_page: () => null,
  paste_key: ({ pasted }, preview) => paste(preview, pasted),
  set_practice_shop_mode: ({ mode }, { world }) => {
    const { shop } = world.panel;
    if (shop) world.panel = { ...world.panel, shop: { ...shop, mode } };
    return null;
  },
  practice_shop_act: () => null,
};
