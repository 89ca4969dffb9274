// What the invented program answers to each command.
import type { Commands, KeyDetail, KeyForm, PracticePanel, StoreForm } from "../contract";
import { attentionAnswers } from "./attention";
import type { Preview } from "./backend";
import { checkingAnswers } from "./checking";
import { copyAnswers } from "./copying";
import { draftAnswers } from "./drafts";
import { driftAnswers } from "./drift";
import { handingAnswers } from "./handing";
import { keepingAnswers } from "./keeping";
import { find } from "./search";
import { makeKey, makeStore } from "./making";
import { consumerAnswers } from "./consumer-keys";
import { rotatingAnswers, rotationOf } from "./rotating";
import { connectSite, isSite, signInToSite, siteAnswers } from "./sites";
import { transferAnswers } from "./transfer";
import { shopPanel } from "./shop";
import { CODE, connection, overviewOf, PRACTICE_URL } from "./world";

export type Answers = {
  [K in keyof Commands]: (
    args: Commands[K]["args"],
    preview: Preview,
  ) => Commands[K]["reply"] | Promise<Commands[K]["reply"]>;
};

export function keyOf(preview: Preview, id: number): KeyDetail {
  const found = preview.world.keys.find((known) => known.row.id === id);
  if (!found) throw { code: "record_gone" };
  return found;
}

export function connectionOf(preview: Preview, id: number) {
  const found = preview.world.connections.find((known) => known.id === id);
  if (!found) throw { code: "record_gone" };
  return found;
}

function connect(preview: Preview, base: string) {
  const known = preview.world.connections.find((each) => each.base_url === base);
  const made =
    known ?? connection(base === PRACTICE_URL ? 3 : preview.world.connections.length + 1);
  made.session = "signed_in";
  if (!known) preview.world.connections.push({ ...made, base_url: base, refreshed_at: null });
  preview.emit("changed", { connection: made.id });
  return { step: "connected", connection: made.id, admin: true } as const;
}

function panel(preview: Preview, change: Partial<PracticePanel>): null {
  preview.world.panel = { ...preview.world.panel, ...change };
  return null;
}

function keyForm(preview: Preview, id: number): KeyForm {
  return {
    types: ["oauth", "api_key"],
    scopes: ["deliveries", "tasks", "orders:all", "tasks:all"],
    stores: preview.world.stores
      .filter((store) => store.connection === id)
      .map((store) => ({
        server_id: store.server_id,
        name: store.name,
        address: store.address,
      })),
    store_required: false,
  };
}

function field(name: string, kind: StoreForm["fields"][number]["kind"], label: string) {
  return { name: `store[${name}]`, kind, label, help: "", value: "", required: false, options: [] };
}

function storeForm(): StoreForm {
  return {
    country: "fr",
    fields: [
      { ...field("name", "text", "Name"), required: true },
      field("legalName", "text", "Legal name"),
      field("website", "website", "Website"),
      field("telephone", "telephone", "Telephone"),
      { ...field("address][streetAddress", "address", "Address"), required: true },
      { ...field("siret", "text", "SIRET number"), help: "Digits only" },
      {
        ...field("pricingRuleSet", "select", "Pricing"),
        options: [
          { value: "", label: "" },
          { value: "1", label: "Town centre" },
        ],
      },
      field("prefillPickupAddress", "checkbox", "Prefill pickup address"),
    ],
  };
}

export const answers: Answers = {
  overview: (_args, { world }) => overviewOf(world),
  list_keys: ({ query }, { world }) => {
    const rows = find(world.keys, query);
    return { total: rows.length, rows: rows.slice(query.offset, query.offset + query.limit) };
  },
  locate_key: ({ query, key: id }, { world }) => {
    const index = find(world.keys, query).findIndex((row) => row.id === id);
    return index < 0 ? null : index;
  },
  key_detail: ({ key: id }, preview) => ({
    ...keyOf(preview, id),
    rotation: rotationOf(preview, id),
  }),
  list_stores: ({ query }, { world }) => {
    const word = query.text.toLowerCase();
    const rows = world.stores.filter(
      (store) =>
        (query.connection === null || store.connection === query.connection) &&
        store.name.toLowerCase().includes(word),
    );
    return { total: rows.length, rows: rows.slice(query.offset, query.offset + query.limit) };
  },
  recognise_server: ({ address }, { world }) => {
    if (address.includes("nothing")) throw { code: "not_coopcycle_nothing", host: address };
    const base = address.startsWith("http") ? address : `https://${address}`;
    const practice = base === PRACTICE_URL;
    return {
      base_url: base,
      host: base.replace(/^https?:\/\//, ""),
      name: practice ? "Practice co-op" : "Villeneuve à vélo",
      country: "fr",
      locale: "fr",
      practice,
      connection: world.connections.find((each) => each.base_url === base)?.id ?? null,
    };
  },
  sign_in: ({ base_url, password }, preview) => {
    const { world } = preview;
    if (isSite(world, base_url)) return signInToSite(preview, base_url, password);
    if (password === "wrong") throw { code: "wrong_password" };
    world.panel.mails = [
      { to: "admin@practice.example", code: CODE, sent_at: Date.now() },
      ...world.panel.mails,
    ];
    return { step: "code_needed", by: "mail" };
  },
  submit_code: ({ base_url, code }, preview) => {
    if (code !== CODE) throw { code: "code_refused" };
    if (isSite(preview.world, base_url)) return connectSite(preview, base_url);
    return connect(preview, base_url);
  },
  cancel_sign_in: () => null,
  sign_out: ({ connection: id }, preview) => {
    connectionOf(preview, id).session = "signed_out";
    preview.emit("changed", { connection: id });
    return null;
  },
  disconnect: ({ connection: id, typed_name }, preview) => {
    if (connectionOf(preview, id).name !== typed_name) throw { code: "typed_name_differs" };
    const { world } = preview;
    world.connections = world.connections.filter((known) => known.id !== id);
    world.keys = world.keys.filter((known) => known.row.connection !== id);
    world.stores = world.stores.filter((known) => known.connection !== id);
    preview.emit("changed", { connection: id });
    return null;
  },
  set_connection_colour: ({ connection: id, colour }, preview) => {
    connectionOf(preview, id).colour = colour;
    preview.emit("changed", { connection: id });
    return null;
  },
  refresh: async ({ connection: id }, preview) => {
    preview.emit("progress", { connection: id, stage: "keys", done: 1, total: 2 });
    connectionOf(preview, id).refreshed_at = Date.now();
    await Promise.resolve();
    preview.emit("changed", { connection: id });
    const none = { renewed: 0, replaced: 0, renamed: 0, gone: 0, back: 0, new_stores: 0 };
    const permission_changed = 0;
    const nothing = { new_keys: 0, gone_stores: 0, secrets_stored: 0, secrets_waiting: 0 };
    return { ...none, ...nothing, permission_changed, taken: 0, found: 0, never_done: 0 };
  },
  cancel_refresh: () => null,
  store_form: storeForm,
  geocode: ({ address }) => {
    if (address.includes("nowhere")) throw { code: "address_not_found" };
    return { latitude: 45.764, longitude: 4.8357 };
  },
  create_store: ({ connection: id, values }, preview) => makeStore(preview, id, values),
  time_slots: () => [
    { id: "/api/time_slots/1", name: "Morning" },
    { id: "/api/time_slots/2", name: "Afternoon" },
  ],
  set_time_slot: ({ store: id }, preview) => {
    for (const store of preview.world.stores) if (store.id === id) store.has_time_slot = true;
    for (const known of preview.world.keys) if (known.store_id === id) known.has_time_slot = true;
    preview.emit("changed", { connection: null });
    return null;
  },
  key_form: ({ connection: id }, preview) => keyForm(preview, id),
  create_key: ({ new_key: wanted }, preview) => makeKey(preview, wanted),
  ...attentionAnswers,
  ...checkingAnswers,
  ...copyAnswers,
  ...draftAnswers,
  ...driftAnswers,
  ...handingAnswers,
  ...keepingAnswers,
  ...consumerAnswers,
  ...rotatingAnswers,
  ...siteAnswers,
  ...transferAnswers,
  renew_secret: ({ key: id }, preview) => {
    keyOf(preview, id).row.status = "not_checked";
    preview.emit("changed", { connection: null });
    return { secret_stored: true };
  },
  set_note: ({ key: id, note }, preview) => {
    keyOf(preview, id).note = note;
    preview.emit("changed", { connection: null });
    return null;
  },
  set_local_name: ({ key: id, name }, preview) => {
    const known = keyOf(preview, id);
    known.local_name = name;
    known.row.name = name ?? known.app_name;
    preview.emit("changed", { connection: null });
    return null;
  },
  retry_keychain: (_args, preview) => {
    preview.world.keychain = "ready";
    for (const known of preview.world.keys.filter((each) => each.row.secret_held)) {
      known.row = { ...known.row, secret_held: false, has_secret: true };
    }
    preview.emit("keychain", "ready");
    preview.emit("changed", { connection: null });
    return "ready";
  },
  stop_waiting_for_keychain: () => null,
  save_settings: ({ settings }, { world }) => (world.settings = settings),
  save_layout: () => null,
  start_practice: (_args, preview) => {
    const shop = preview.world.panel.shop ?? shopPanel();
    panel(preview, { base_url: PRACTICE_URL, shop });
    const view = { base_url: PRACTICE_URL, shop_url: shop.base_url };
    preview.emit("practice", view);
    return view;
  },
  stop_practice: (_args, preview) => {
    preview.emit("practice", { base_url: null, shop_url: null });
    return panel(preview, { base_url: null, shop: null });
  },
  practice_panel: (_args, { world }) => world.panel,
  add_practice_fault: ({ fault }, preview) =>
    panel(preview, { faults: [...preview.world.panel.faults, fault] }),
  clear_practice_faults: (_args, preview) => panel(preview, { faults: [] }),
  practice_act: () => null,
  set_practice_mode: ({ mode }, preview) => panel(preview, { mode }),
  set_practice_maintenance: ({ on }, preview) => panel(preview, { maintenance: on }),
  reset_practice: (_args, preview) => panel(preview, { faults: [], mails: [], requests: [] }),
};
