// The scopes that have words, and the rule of which fit a key with or without a Store.

const words = { deliveries: 1, tasks: 1, "orders:all": 1, "tasks:all": 1, orders: 1 };

/** A server value as it stands in message ids and test ids. */
export type ScopeWord = "deliveries" | "tasks" | "orders-all" | "tasks-all" | "orders";

/** The word of a server value; `null` for one that this program does not know. */
export function scopeWord(value: string): ScopeWord | null {
  return value in words ? (value.replace(":", "-") as ScopeWord) : null;
}

/** Contract 5.3: the server accepts every combination, its page does not offer them. */
export function scopeFits(value: string, hasStore: boolean): boolean {
  if (value === "deliveries" || value === "tasks") return hasStore;
  if (value === "orders:all" || value === "tasks:all") return !hasStore;
  return value !== "orders";
}
