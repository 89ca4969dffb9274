// A new key being filled in, and the rules of what may be asked of the server.
import { call } from "$backend";
import type { KeyCreated, KeyForm, KeyType, Problem, StoreChoice, StoreCreated } from "../contract";
import { asProblem } from "../problem";
import { scopeFits } from "../scopes";
import { signedIn, signInAgain } from "./session.svelte";

/** The longest App name the server takes. */
export const LONGEST_NAME = 128;

/** Why a key cannot be created yet. */
export type KeyMissing = "store" | "name" | "scope";

export class NewKeyDraft {
  form = $state.raw<KeyForm | null>(null);
  /** The server's number of the Store; `null` for none. */
  store = $state<number | null>(null);
  name = $state("");
  keyType = $state<KeyType>("oauth");
  scopes = $state<string[]>([]);
  creating = $state(false);
  /** The sign-in that was needed in between is done; nothing was sent yet. */
  signedInBetween = $state(false);
  problem = $state.raw<Problem | null>(null);
  #nameEdited = false;
  #asked = 0;

  /** The scopes that fit, as far as the server offers them; `null` where it offers none. */
  get offered(): string[] | null {
    const hasStore = this.store !== null;
    return this.form?.scopes?.filter((scope) => scopeFits(scope, hasStore)) ?? null;
  }

  get chosenStore(): StoreChoice | null {
    return this.form?.stores.find((each) => each.server_id === this.store) ?? null;
  }

  get missing(): KeyMissing[] {
    const found: KeyMissing[] = [];
    if (this.store === null && this.form?.store_required) found.push("store");
    if (this.name.trim() === "") found.push("name");
    if (this.offered !== null && this.scopes.length === 0) found.push("scope");
    return found;
  }

  async read(connection: number): Promise<void> {
    const asked = ++this.#asked;
    this.problem = null;
    try {
      const form = await signedIn(connection, () => call("key_form", { connection }));
      if (asked !== this.#asked) return;
      this.form = form;
      if (!form.types.includes(this.keyType)) this.keyType = form.types[0] ?? "oauth";
      // Another connection's Stores have other numbers.
      if (this.store !== null && this.chosenStore === null) this.store = null;
      this.choose(this.store);
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  /** Chooses a Store, or none: proposes its name, and keeps only the scopes that still fit. */
  choose(store: number | null): void {
    this.store = store;
    if (!this.#nameEdited) this.name = this.chosenStore?.name.slice(0, LONGEST_NAME) ?? "";
    const offered = this.offered ?? [];
    const kept = this.scopes.filter((scope) => offered.includes(scope));
    const proposed = store !== null && offered.includes("deliveries") ? ["deliveries"] : [];
    this.scopes = kept.length > 0 ? kept : proposed;
  }

  /** Adds a Store that was just made to the choices, and chooses it. */
  adopt(made: StoreCreated): void {
    if (!this.form) return;
    const choice = { server_id: made.server_id, name: made.name, address: "" };
    const others = this.form.stores.filter((each) => each.server_id !== made.server_id);
    this.form = { ...this.form, stores: [...others, choice] };
    this.choose(made.server_id);
  }

  rename(name: string): void {
    this.name = name;
    this.#nameEdited = name !== "";
  }

  toggle(scope: string, on: boolean): void {
    const others = this.scopes.filter((each) => each !== scope);
    this.scopes = on ? [...others, scope] : others;
  }

  /** Creates the key. The server is asked once; after a sign-in the person presses again. */
  async create(connection: number): Promise<KeyCreated | null> {
    if (this.creating || !this.form || this.missing.length > 0) return null;
    this.creating = true;
    this.problem = null;
    this.signedInBetween = false;
    const { store, scopes } = this;
    const wanted = { connection, name: this.name.trim(), key_type: this.keyType };
    try {
      return await call("create_key", { new_key: { ...wanted, store, scopes: [...scopes] } });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.code === "signed_out") {
        this.signedInBetween = await signInAgain(problem.connection ?? connection);
      }
      if (!this.signedInBetween) this.problem = problem;
      return null;
    } finally {
      this.creating = false;
    }
  }
}
