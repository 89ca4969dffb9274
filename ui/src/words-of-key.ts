// What a key and its values are called: one place for what differs between the types.
import type { ConnectionKind, CopyField, KeyRow, KeyStatus, KeyType } from "./contract";
import { typeOfKey } from "./key-types";
import { part, t } from "./text.svelte";

/** Whether a WooCommerce site answers there, real or for practice. */
export function isSite(kind: ConnectionKind | undefined): boolean {
  return kind === "woocommerce" || kind === "practice_shop";
}

/** Whether nothing real is behind it: the practice co-op, or its shop. */
export function isPractice(kind: ConnectionKind | undefined): boolean {
  return kind === "practice" || kind === "practice_shop";
}

/** Says that a key is one of practice, and opens nothing else. */
export function practiceBanner(kind: ConnectionKind): string {
  return t(isSite(kind) ? "practice-shop-banner" : "practice-banner");
}

/** What a key is called; a site keeps keys without a description, too. */
export function nameOfKey({ name }: Pick<KeyRow, "name">): string {
  return name === "" ? t("consumer-nameless") : name;
}

/** Store or site, and name, as a person knows a key. */
export function subjectOfKey(row: Pick<KeyRow, "name" | "store">): string {
  return row.store === null ? nameOfKey(row) : `${row.store} — ${nameOfKey(row)}`;
}

/** What one of a key's values is called. */
export function fieldWord(field: CopyField, type: KeyType | null): string {
  const own = field === "base_url" || field === "identifier" || field === "secret";
  if (type === "consumer" && own) return t(`consumer-${field}`);
  return t(`field-${field}`);
}

/** What one of the values of a key that was read is called. */
export function wordOfKey(field: CopyField, key: number | null): string {
  return fieldWord(field, typeOfKey(key));
}

/** What the words about a state speak of. */
export interface StatusFacts {
  type: KeyType;
  host: string;
  /** The Store it opens. */
  store?: string | null;
  /** Whether a new pair waits to be used. */
  offered?: boolean;
}

/** What a key's state means, or what to do about it; empty where there is nothing to say. */
export function aboutStatus(
  status: KeyStatus,
  what: "meaning" | "next",
  { type, host, store = null, offered = false }: StatusFacts,
): string {
  return part(`status-${status}`, what, {
    type,
    host,
    store: store ?? "",
    has_store: store === null ? "no" : "yes",
    offered: offered ? "yes" : "no",
  });
}

/** Whether its secret is at hand here. */
export function hasSecret(row: Pick<KeyRow, "has_secret" | "secret_held">): boolean {
  return row.has_secret || row.secret_held;
}

/** Whether the owner of a consumer key was deleted on its site. */
export function ownerGone(row: Pick<KeyRow, "owner">): boolean {
  return row.owner === "";
}

/** What has to be seen of a consumer key beside its state, in few words. */
export function marksOfKey(row: KeyRow): string[] {
  if (row.key_type !== "consumer") return [];
  const found: string[] = [];
  if (row.permission !== null) found.push(t(`permission-${row.permission}`));
  if (ownerGone(row) && row.status !== "owner_gone") found.push(t("consumer-mark-owner-gone"));
  if (row.unused) found.push(t("consumer-mark-unused"));
  return found;
}
