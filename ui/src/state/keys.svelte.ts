// The list of keys: what is asked for, which rows are here, and moving the selection in it.
import { call } from "$backend";
import type { KeyQuery, KeyRow } from "../contract";
import { rememberTypes } from "../key-types";
import { Pages } from "./pages.svelte";
import { view } from "./view.svelte";

export const keys = new Pages<KeyRow>();

/** The query of what the window shows. */
export function keyQuery(): Omit<KeyQuery, "offset" | "limit"> {
  return { text: view.search, connection: view.connection, filter: view.filter };
}

/** Reads the list for what the window shows now. */
export function listKeys(): Promise<void> {
  const query = keyQuery();
  return keys.query(async (offset, limit) => {
    const page = await call("list_keys", { query: { ...query, offset, limit } });
    rememberTypes(page.rows);
    return page;
  });
}

/** Where the selected key stands in the list; `null` when it is not in it. */
export async function selectedIndex(): Promise<number | null> {
  const key = view.selected;
  if (key === null) return null;
  const loaded = keys.find((row) => row.id === key);
  if (loaded !== null) return loaded;
  return call("locate_key", { query: { ...keyQuery(), offset: 0, limit: 0 }, key });
}

/** Selects the row at an index as far as there is one; returns where that is. */
export async function selectAt(index: number): Promise<number | null> {
  const total = keys.total ?? 0;
  if (total === 0) return null;
  const within = Math.min(Math.max(0, index), total - 1);
  await keys.want(within, within);
  const row = keys.row(within);
  if (!row) return null;
  view.select(row.id);
  return within;
}
