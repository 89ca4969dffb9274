// Invented WooCommerce sites and their keys, for the preview and the tests.
import type {
  ConnectionView,
  ConsumerKeyView,
  KeyDetail,
  KeyStatus,
  Permission,
  PracticeShopPanel,
  SiteView,
} from "../contract";
import { key, PASSWORD, type World } from "./world";

export const SHOP_URL = "https://127.0.0.1:4281/boutique";
export const SITE_URL = "https://shop.example";

/** A site as most are. */
export const siteView: SiteView = {
  permalinks: "pretty",
  wordpress: "7.1",
  woocommerce: "11.0.1",
  https: true,
};

export function siteConnection(id: number, base_url: string): ConnectionView {
  const practice = base_url === SHOP_URL;
  return {
    id,
    kind: practice ? "practice_shop" : "woocommerce",
    name: practice ? "Practice shop" : "Boulangerie Michel",
    host: base_url.replace(/^https?:\/\//, ""),
    base_url,
    colour: (id - 1) % 8,
    username: practice ? "anna" : "marie",
    session: "signed_in",
    offline: false,
    refreshed_at: Date.now() - 120_000,
    keys: 0,
    site: { ...siteView },
  };
}

export interface ConsumerKeyShape {
  description?: string;
  permission?: Permission;
  owner?: string | null;
  status?: KeyStatus;
  held?: boolean;
  last_access?: string;
  unused?: boolean;
  consumer?: Partial<ConsumerKeyView>;
}

/** A key of a site; `held` tells whether its secret is here. */
export function consumerKey(
  id: number,
  from: ConnectionView,
  shape: ConsumerKeyShape = {},
): KeyDetail {
  const { description = "webshop", permission = "read_write", owner = "Marie Exemple" } = shape;
  const held = shape.held ?? true;
  const status = shape.status ?? (held ? "works" : "not_held");
  const ending = (id * 7919).toString(16).padStart(7, "0").slice(-7);
  const made = key(id, null, from);
  const identifier = held ? `ck_${"0123456789".repeat(4).slice(0, 33)}${ending}` : null;
  return {
    ...made,
    row: {
      ...made.row,
      store: from.name,
      name: description,
      key_type: "consumer",
      identifier,
      ending,
      permission,
      owner,
      last_access: shape.last_access ?? "22 November 2026 at 09:12",
      unused: shape.unused ?? false,
      has_secret: held,
      status,
    },
    app_name: description,
    scopes: null,
    known_status: status,
    opens: null,
    has_time_slot: null,
    checked_at: held ? made.checked_at : null,
    typed_name: from.name,
    too_open: false,
    consumer: {
      never_used: false,
      last_access_since: Date.now() - 86_400_000,
      may_change: true,
      secret_lost: false,
      ...shape.consumer,
    },
    history: made.history.map((entry) => ({ ...entry, subject: description })),
  };
}

/** Adds a site with keys as sites have them; the answer is its connection. */
export function addSite(world: World, base_url: string = SITE_URL): ConnectionView {
  const from = siteConnection(world.connections.length + 1, base_url);
  world.connections.push(from);
  const first = world.next;
  const shapes: ConsumerKeyShape[] = [
    { description: "CoopCycle deliveries" },
    { description: "Stock sync", permission: "read", held: false },
    { description: "Old export", permission: "read", held: false, owner: "", status: "owner_gone" },
    { description: "Invoices", permission: "write", held: false, unused: true, last_access: "" },
  ];
  for (const [at, shape] of shapes.entries()) {
    world.keys.push(consumerKey(first + at, from, shape));
  }
  world.next += shapes.length;
  from.keys = shapes.length;
  return from;
}

export function shopPanel(): PracticeShopPanel {
  return {
    base_url: SHOP_URL,
    login_address: null,
    accounts: [
      { name: "anna", password: PASSWORD, roles: ["administrator"] },
      { name: "sam", password: PASSWORD, roles: ["shop_manager"] },
      { name: "carl", password: PASSWORD, roles: ["customer"] },
    ],
    mails: [],
    mode: {
      flavour: "current",
      plain_permalinks: false,
      second_factor: false,
      captcha: false,
      login_moved: false,
      header_stripped: false,
      https_hidden: false,
      rest_closed: false,
    },
    requests: [],
  };
}
