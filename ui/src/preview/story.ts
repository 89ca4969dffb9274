// An invented week with a bad network: drafts, drift, open questions, backups.
import type { DraftView, DriftKind, KeyDetail } from "../contract";
import { addHandovers } from "./handing";
import type { World } from "./world";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function drafts(now: number): DraftView[] {
  const store = (id: number, name: string, street: string): DraftView => ({
    id,
    connection: 1,
    name,
    content: {
      kind: "store",
      values: [
        ["store[name]", name],
        ["store[address][streetAddress]", street],
      ],
    },
    store_name: null,
    state: { state: "waiting" },
    changed_at: now - 20 * MINUTE,
  });
  const key = (id: number, name: string, storeName: string | null): DraftView => ({
    id,
    connection: 1,
    name,
    content: {
      kind: "key",
      name,
      key_type: "oauth",
      scopes: ["deliveries"],
      store: 101,
      store_draft: null,
    },
    store_name: storeName,
    state: { state: "waiting" },
    changed_at: now - 2 * HOUR,
  });
  const waiting = key(9002, "bakery webshop", "Bakery X");
  if (waiting.content.kind === "key") {
    waiting.content = { ...waiting.content, store: null, store_draft: 9001 };
  }
  return [
    store(9001, "Bakery X", "12 rue de l’Exemple, Villeneuve"),
    waiting,
    { ...key(9003, "winter shop", "Atelier Vélo"), connection: 2 },
    { ...key(9004, "click and collect", "Atelier Vélo"), state: { state: "looking" } },
    { ...key(9005, "urbantz", "Café Lumière"), state: { state: "undecided" } },
    {
      ...key(9006, "boutique", "Atelier Vélo"),
      state: { state: "sent_key", key: 1, at: now - DAY },
    },
  ];
}

function drift(key: KeyDetail | undefined, ...kinds: DriftKind[]): void {
  if (!key) return;
  key.drift = kinds.map((kind, at) => ({
    id: key.row.id * 10 + at,
    kind,
    of_store: false,
    from: kind === "renamed" ? "old boutique" : null,
    at: Date.now() - 3 * HOUR,
  }));
}

function changes(keys: KeyDetail[], now: number): void {
  drift(keys[0], "renamed", "back");
  drift(keys[1], "new");
  const [replaced, renewed, gone] = [keys[3], keys[2], keys[10]];
  drift(replaced, "replaced");
  drift(renewed, "renewed");
  if (replaced) {
    replaced.row.status = "replaced";
    const identifier = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    replaced.offered = { identifier, at: now - 3 * HOUR, stored: true };
  }
  if (renewed) {
    renewed.row.status = "renewed_elsewhere";
    renewed.offered = { identifier: renewed.row.identifier, at: now - 3 * HOUR, stored: false };
  }
  if (gone) {
    gone.row.status = "store_gone";
    drift(gone, "gone");
    gone.drift = gone.drift.map((each) => ({ ...each, of_store: true }));
  }
  const [held, archived] = [keys[5], keys[6]];
  if (held) held.row = { ...held.row, has_secret: false, secret_held: true };
  const [unreached, open] = [keys[7], keys[8]];
  if (unreached) {
    unreached.row = { ...unreached.row, status: "unreachable" };
    unreached.known_status = "lacks_deliveries";
    unreached.checked_at = now - 2 * DAY;
    unreached.unreached_at = now - 2 * MINUTE;
  }
  if (open) open.scopes = ["deliveries", "orders:all"];
  if (archived) archived.archived_at = now - 9 * DAY;
}

export function addStory(world: World): void {
  const now = Date.now();
  world.drafts = drafts(now);
  changes(world.keys, now);
  addHandovers(world);
  const candidate = { name: "urbantz", store: "Café Lumière", first_seen: now - 5 * MINUTE };
  world.questions = [
    {
      intent: 71,
      connection: 1,
      act: "create_key",
      name: "urbantz",
      at: now - 12 * MINUTE,
      candidates: [
        { ...candidate, server_id: 612, detail: "8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d" },
        { ...candidate, server_id: 615, detail: "1b2c3d4e5f60718293a4b5c6d7e8f901" },
      ],
    },
    {
      intent: 72,
      connection: 1,
      act: "create_key",
      name: "click and collect",
      at: now - 4 * MINUTE,
      candidates: [],
    },
  ];
  const backup = (days: number) => ({
    name: `inventory-${days}-daily.sqlite3`,
    at: now - days * DAY,
    reason: "daily" as const,
    bytes: 184_320 - days * 512,
    keys: world.keys.length,
    connections: world.connections.length,
  });
  world.backups = [
    { ...backup(0), name: "inventory-update.sqlite3", reason: "before_migration", at: now - HOUR },
    backup(1),
    backup(2),
    { ...backup(3), keys: null, connections: null },
  ];
}
