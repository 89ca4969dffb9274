// Making Stores and keys on the invented server.
import type { KeyCreated, NewKey, StoreCreated } from "../contract";
import { connectionOf } from "./answers";
import type { Preview } from "./backend";
import { key } from "./world";

export function makeStore(preview: Preview, id: number, values: [string, string][]): StoreCreated {
  const sent = new Map(values);
  if (/[a-z]/.test(sent.get("store[telephone]") ?? "")) {
    const message = "This value is not a valid phone number.";
    throw { code: "fields_refused", fields: [{ field: "store[telephone]", message }] };
  }
  const { world } = preview;
  const number = world.next++;
  const name = sent.get("store[name]") ?? "";
  world.stores.push({
    id: number,
    connection: id,
    server_id: 100 + number,
    name,
    address: sent.get("store[address][streetAddress]") ?? "",
    keys: 0,
    has_time_slot: false,
    gone: false,
    marks: [],
  });
  preview.emit("changed", { connection: id });
  return { store: number, server_id: 100 + number, name, has_time_slot: false };
}

export function makeKey(preview: Preview, wanted: NewKey): KeyCreated {
  const { world } = preview;
  const number = world.next++;
  const from = connectionOf(preview, wanted.connection);
  const store = world.stores.find((known) => known.server_id === wanted.store) ?? null;
  const made = key(number, store, from);
  made.row = { ...made.row, name: wanted.name, status: "not_checked", has_secret: true };
  made.row.key_type = wanted.key_type;
  if (wanted.key_type === "api_key") made.row.identifier = null;
  else made.row.identifier ??= "00112233445566778899aabbccddeeff";
  world.keys.unshift({ ...made, app_name: wanted.name, scopes: wanted.scopes, checked_at: null });
  preview.emit("changed", { connection: wanted.connection });
  return { key: number, secret_stored: true };
}
