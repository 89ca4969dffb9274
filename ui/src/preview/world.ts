// Invented data for the preview and the tests.
import type {
  ActivityEntry,
  AttentionKind,
  AttentionSubject,
  BackupView,
  ConnectionView,
  DraftView,
  HandoverView,
  InventoryView,
  KeyDetail,
  KeyRow,
  KeyStatus,
  KeychainView,
  OpenQuestion,
  Overview,
  PracticePanel,
  RotationView,
  Settings,
  StoreRow,
} from "../contract";
import { due } from "./attention";
import { marker } from "./marker";

export const CODE = "246810";
export const PASSWORD = "practice-password";
export const PRACTICE_URL = "http://127.0.0.1:4280/practice";

const shops = [
  "Atelier Vélo",
  "Boulangerie Michel",
  "Café Lumière",
  "Épicerie du Pont",
  "Fleurs de Rosa",
  "Fromagerie Blanc",
  "Librairie Passages",
  "Łódź Deli",
  "Pharmacie Hugo",
  "Poissonnerie Nord",
  "Primeur Karim",
  "Savonnerie Été",
  "Ταβέρνα Νίκος",
  "Чайная №5",
  "麺屋 Sakura",
  "مخبز الحي",
];
const apps = [
  "boutique",
  "webshop",
  "prestashop",
  "woo",
  "urbantz",
  "shopify",
  "old plugin",
  "php",
];
const states: KeyStatus[] = [
  "works",
  "works",
  "refused",
  "works",
  "works",
  "lacks_deliveries",
  "works",
  "gone",
  "works",
  "not_checked",
  "works",
  "opens_another_store",
  "works",
  "secret_missing",
  "works",
  "replaced",
];

export interface World {
  connections: ConnectionView[];
  stores: StoreRow[];
  keys: KeyDetail[];
  activity: ActivityEntry[];
  settings: Settings;
  keychain: KeychainView;
  panel: PracticePanel;
  inventory: InventoryView;
  drafts: DraftView[];
  /** Drafts and keys that were taken away and can be brought back. */
  deleted: DraftView[];
  forgotten: KeyDetail[];
  questions: OpenQuestion[];
  backups: BackupView[];
  /** Hand-overs whose record was removed and can be brought back. */
  removed: HandoverView[];
  /** People who left, with the day. */
  left: Record<string, number>;
  rotations: RotationView[];
  putOff: PutOff[];
  next: number;
}

/** Something nobody wants to hear of for a while; `until` is empty when it is for good. */
export interface PutOff {
  kind: AttentionKind;
  subject: AttentionSubject;
  until: number | null;
}

export interface WorldShape {
  connections: number;
  keys: number;
}

/** The same text for the same number, looking like what servers make. */
function digits(seed: number, length: number): string {
  let state = (seed + 1) * 2654435761;
  let text = "";
  while (text.length < length) {
    state = (state * 1664525 + 1013904223) % 4294967296;
    text += Math.floor(state).toString(16).padStart(8, "0");
  }
  return text.slice(0, length);
}

const connectionNames = ["Lyon à vélo", "Rosa Courses", "Practice co-op"];

export function connection(id: number): ConnectionView {
  const practice = id === 3;
  const host = practice ? "127.0.0.1:4280" : `town-${id}.example`;
  return {
    id,
    kind: practice ? "practice" : "coopcycle",
    name: connectionNames[id - 1] ?? `Town ${id}`,
    host,
    base_url: practice ? PRACTICE_URL : `https://${host}`,
    colour: (id - 1) % 8,
    username: practice ? "admin" : "coordinator",
    session: "signed_in",
    offline: false,
    refreshed_at: Date.now() - 120_000,
    keys: 0,
    site: null,
  };
}

function store(id: number, connections: number): StoreRow {
  const round = Math.floor((id - 1) / shops.length);
  const name = shops[(id - 1) % shops.length] ?? "Shop";
  return {
    id,
    connection: ((id - 1) % Math.max(1, connections)) + 1,
    server_id: 100 + id,
    name: round === 0 ? name : `${name} ${round + 1}`,
    address: `${id} rue de l’Exemple, Villeneuve`,
    keys: 1,
    has_time_slot: id % 3 !== 0,
    gone: false,
    marks: [],
  };
}

export function key(id: number, of: StoreRow | null, from: ConnectionView): KeyDetail {
  const app = apps[(id - 1) % apps.length] ?? "webshop";
  const apiKey = app === "urbantz";
  const status = states[(id - 1) % states.length] ?? "works";
  const row: KeyRow = {
    id,
    connection: from.id,
    store: of?.name ?? null,
    name: app,
    key_type: apiKey ? "api_key" : "oauth",
    identifier: apiKey ? null : digits(id, 32),
    ending: null,
    permission: null,
    owner: null,
    last_access: null,
    unused: false,
    has_secret: status !== "secret_missing",
    secret_held: false,
    status,
    marks: [],
  };
  const seen: ActivityEntry = {
    at: Date.now() - 86_400_000 * 3,
    who: "",
    act: "seen_on_server",
    subject: row.name,
    connection: from.name,
    key: id,
  };
  return {
    row,
    kind: from.kind,
    connection_name: from.name,
    colour: from.colour,
    base_url: from.base_url,
    server_id: 500 + id,
    app_name: app,
    local_name: null,
    scopes: status === "lacks_deliveries" ? ["tasks"] : ["deliveries"],
    checked_at: status === "not_checked" ? null : Date.now() - 120_000,
    unreached_at: null,
    known_status: status,
    opens: status === "opens_another_store" ? "Librairie Passages" : null,
    has_time_slot: of?.has_time_slot ?? null,
    store_id: of?.id ?? null,
    drift: [],
    offered: null,
    archived_at: null,
    note: "",
    typed_name: of?.name ?? app,
    too_open: status === "unrestricted",
    handovers: [],
    rotation: null,
    seen_on_server: true,
    consumer: null,
    history: [{ ...seen, at: Date.now() - 3_600_000, who: "marie", act: "copied_secret" }, seen],
  };
}

export function world(shape: WorldShape): World {
  const connections = Array.from({ length: shape.connections }, (_, at) => connection(at + 1));
  const stores = Array.from({ length: shape.keys }, (_, at) => store(at + 1, shape.connections));
  const keys = stores.flatMap((of, at) => {
    const from = connections[of.connection - 1];
    return from ? [key(at + 1, of, from)] : [];
  });
  for (const each of connections) {
    each.keys = keys.filter((known) => known.row.connection === each.id).length;
  }
  return {
    connections,
    stores,
    keys,
    activity: keys.slice(0, 300).flatMap((known) => known.history),
    settings: {
      clipboard_seconds: 30,
      theme: "system",
      language: "system",
      reduce_motion: false,
      small_window: false,
      sender: "",
      check_hours: 24,
      rotation_days: 365,
    },
    keychain: "ready",
    panel: {
      base_url: shape.connections > 2 ? PRACTICE_URL : null,
      accounts: [
        { name: "admin", password: PASSWORD, roles: ["ROLE_ADMIN"] },
        { name: "dispatcher", password: PASSWORD, roles: ["ROLE_DISPATCHER"] },
        { name: "shop", password: PASSWORD, roles: ["ROLE_STORE"] },
      ],
      mails: [],
      faults: [],
      mode: "current",
      maintenance: false,
      shop: null,
      requests: [],
    },
    inventory: { state: "ready" },
    drafts: [],
    deleted: [],
    forgotten: [],
    questions: [],
    backups: [],
    removed: [],
    left: {},
    rotations: [],
    putOff: [],
    next: shape.keys + 1,
  };
}

export function overviewOf(from: World): Overview {
  const shown = from.keys.filter((known) => known.archived_at === null);
  return {
    connections: from.connections.map((each) => ({ ...each })),
    counts: {
      keys: shown.length,
      attention: due(from).length,
      handed_over: from.keys.reduce((sum, known) => sum + known.handovers.length, 0),
      stores: from.stores.length,
      archived: from.keys.length - shown.length,
      drafts: from.drafts.filter((draft) => !draft.state.state.startsWith("sent")).length,
      questions: from.questions.length,
      held_secrets: from.keys.filter((known) => known.row.secret_held).length,
      drift: from.keys.reduce((sum, known) => sum + known.drift.length, 0),
    },
    keychain: from.keychain,
    clipboard: { state: "nothing" },
    inventory: from.inventory,
    practice: { base_url: from.panel.base_url, shop_url: from.panel.shop?.base_url ?? null },
    settings: { ...from.settings },
    layout: null,
    data_folder: `/home/marie/.local/share/${marker}`,
    version: "0.1.0",
  };
}
