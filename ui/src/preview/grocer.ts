// An invented site with a key of every state, as a shop has them after some years.
import type { ConnectionView, KeyDetail } from "../contract";
import { consumerKey, type ConsumerKeyShape, siteConnection } from "./shop";
import type { World } from "./world";

export const GROCER_URL = "https://tilleuls.example/boutique";

const DAY = 86_400_000;

type Shape = ConsumerKeyShape & { change?: (key: KeyDetail) => void };

const shapes: Record<string, Shape> = {
  works: { description: "Delivery — Lyon à vélo" },
  notHeld: {
    description: "Synchronisation des stocks avec la caisse du magasin principal",
    permission: "read",
    held: false,
    owner: "Anaïs Dupont",
  },
  ownerGone: {
    description: "Old export",
    permission: "read",
    held: false,
    owner: "",
    last_access: "3 février 2023 à 18 h 40",
    unused: true,
  },
  unused: {
    description: "Invoices",
    permission: "write",
    unused: true,
    last_access: "Inconnu",
    consumer: { never_used: true, last_access_since: null },
  },
  lost: {
    description: "Delivery — Rosa Courses",
    held: false,
    last_access: "Inconnu",
    consumer: { never_used: true, secret_lost: true },
  },
  nameless: { description: "", permission: "read", status: "not_checked" },
  notMine: {
    description: "Accounting",
    owner: "Carole Directrice",
    held: false,
    consumer: { may_change: false },
  },
  stripped: { description: "Warehouse", status: "not_recognised" },
  refused: { description: "Newsletter", status: "refused" },
  lacksRight: { description: "Loyalty cards", owner: "Carl Client", status: "owner_lacks_right" },
  deletedHeld: { description: "Price labels", owner: "", status: "owner_gone" },
  plainHttp: { description: "Till", status: "plain_http" },
  plainLinks: { description: "Web cams", status: "plain_permalinks" },
  missing: {
    description: "Gift vouchers",
    held: false,
    status: "secret_missing",
  },
  gone: { description: "Last year’s shop", status: "gone" },
  unreached: {
    description: "Night orders",
    status: "unreachable",
    change: (key) => {
      key.known_status = "works";
      key.unreached_at = Date.now() - 120_000;
    },
  },
  limited: {
    description: "Subscriptions",
    permission: "read",
    change: (key) => {
      const at = Date.now() - DAY;
      const id = key.row.id * 10;
      key.drift = [{ id, kind: "permission_changed", of_store: false, from: "read_write", at }];
    },
  },
};

export type GrocerKey = keyof typeof shapes;

export interface Grocer {
  site: ConnectionView;
  /** The keys' numbers, by what they are an example of. */
  ids: Record<GrocerKey, number>;
}

/** Adds the site of Épicerie des Tilleuls. */
export function addGrocer(world: World): Grocer {
  const site = siteConnection(world.connections.length + 1, GROCER_URL);
  site.name = "Épicerie des Tilleuls";
  world.connections.push(site);
  const ids: Record<GrocerKey, number> = {};
  for (const [name, { change, ...shape }] of Object.entries(shapes)) {
    const made = consumerKey(world.next++, site, {
      last_access: "22 novembre 2026 à 9 h 12",
      ...shape,
    });
    change?.(made);
    ids[name] = made.row.id;
    world.keys.push(made);
  }
  site.keys = Object.keys(shapes).length;
  return { site, ids };
}
