// Revoking several consumer keys of one site: which are shown, which are chosen, what became of them.
import { call } from "$backend";
import { SvelteSet } from "svelte/reactivity";
import type { KeyRow, Problem, RevokeReport } from "../contract";
import { asProblem } from "../problem";
import { overview } from "./overview.svelte";
import { signedIn } from "./session.svelte";
import { ownerGone } from "../words-of-key";

/** How many rows are asked for at a time. */
const STEP = 200;

export const revokeKinds = ["all", "unused", "owner_gone", "not_held"] as const;
export type RevokeKind = (typeof revokeKinds)[number];

/** What a report tells, in its order. */
export const revokeEnds = ["revoked", "already_gone", "not_allowed"] as const;

const fits: Record<RevokeKind, (row: KeyRow) => boolean> = {
  all: () => true,
  unused: (row) => row.unused,
  owner_gone: ownerGone,
  not_held: (row) => !row.has_secret && !row.secret_held,
};

export class Revoking {
  rows = $state.raw<KeyRow[] | null>(null);
  kind = $state<RevokeKind>("all");
  readonly chosen = new SvelteSet<number>();
  typed = $state("");
  working = $state(false);
  report = $state.raw<RevokeReport | null>(null);
  problem = $state.raw<Problem | null>(null);
  retry = $state.raw<() => void>(() => undefined);
  #asked = 0;

  shown = $derived(this.rows?.filter(fits[this.kind]) ?? []);
  /** Only what is in sight is revoked. */
  wanted = $derived(this.shown.filter((row) => this.chosen.has(row.id)));

  async read(connection: number): Promise<void> {
    const asked = ++this.#asked;
    this.problem = null;
    try {
      const found: KeyRow[] = [];
      for (let total = 1; found.length < total;) {
        const filter = { kind: "all" } as const;
        const query = { text: "", connection, filter, offset: found.length, limit: STEP };
        const page = await call("list_keys", { query });
        if (asked !== this.#asked) return;
        found.push(...page.rows);
        total = page.rows.length === 0 ? 0 : page.total;
      }
      // What the site no longer has is not there to be revoked.
      this.rows = found.filter((row) => row.key_type === "consumer" && row.status !== "gone");
    } catch (thrown) {
      if (asked === this.#asked) this.#failed(thrown, () => void this.read(connection));
    }
  }

  /** Another site's keys: nothing of this one's stays chosen. */
  leave(): void {
    this.#asked += 1;
    this.rows = null;
    this.chosen.clear();
    this.typed = "";
    this.problem = null;
  }

  choose(key: number, on: boolean): void {
    if (on) this.chosen.add(key);
    else this.chosen.delete(key);
  }

  chooseShown(on: boolean): void {
    for (const row of this.shown) this.choose(row.id, on);
  }

  async revoke(connection: number): Promise<void> {
    if (this.working || this.wanted.length === 0) return;
    this.working = true;
    this.problem = null;
    const request = { keys: this.wanted.map((row) => row.id), typed_name: this.typed.trim() };
    try {
      this.report = await signedIn(connection, () => call("revoke_keys", request));
      overview.readAgain();
    } catch (thrown) {
      this.#failed(thrown, () => void this.revoke(connection));
    } finally {
      this.working = false;
    }
  }

  row(key: number): KeyRow | null {
    return this.rows?.find((each) => each.id === key) ?? null;
  }

  #failed(thrown: unknown, retry: () => void): void {
    this.problem = asProblem(thrown);
    this.retry = retry;
  }
}
