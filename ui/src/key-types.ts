// Of which type the keys are that were read so far: a value's name depends on it, and the clipboard
// tells only whose value it holds.
import type { KeyRow, KeyType } from "./contract";

const known = new Map<number, KeyType>();

/** Remembers the types of these keys; a key never changes its own. */
export function rememberTypes(rows: readonly Pick<KeyRow, "id" | "key_type">[]): void {
  for (const row of rows) known.set(row.id, row.key_type);
}

/** The type of a key that was read. */
export function typeOfKey(key: number | null): KeyType | null {
  return key === null ? null : (known.get(key) ?? null);
}
