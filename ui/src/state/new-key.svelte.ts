// A new key being filled in, and the rules of what may be asked of the server.
import { call } from "$backend";
import type {
  DraftContent,
  DraftView,
  KeyCreated,
  KeyForm,
  KeyType,
  Problem,
  StoreChoice,
  StoreCreated,
} from "../contract";
import { asProblem, isUncertain, leavesDrafts } from "../problem";
import { scopeFits } from "../scopes";
import { aftermath, type Attempt } from "./aftermath";
import { offlineKeyForm, type StoreDraft, storeDraftsOf, type WhyOffline } from "./offline-form";
import { signedIn, signInAgain } from "./session.svelte";

/** The longest App name the server takes. */
export const LONGEST_NAME = 128;

/** Why a key cannot be created yet. */
export type KeyMissing = "store" | "name" | "scope";

export class NewKeyDraft {
  form = $state.raw<KeyForm | null>(null);
  /** The server's number of the Store; `null` for none. */
  store = $state<number | null>(null);
  /** The draft of a Store that the key waits for. */
  storeDraft = $state<number | null>(null);
  /** Drafts of Stores to choose from. */
  storeDrafts = $state.raw<StoreDraft[]>([]);
  name = $state("");
  keyType = $state<KeyType>("oauth");
  scopes = $state<string[]>([]);
  creating = $state(false);
  saving = $state(false);
  /** Why the form is ours and not the server's. */
  offline = $state.raw<WhyOffline | null>(null);
  /** The sign-in that was needed in between is done; nothing was sent yet. */
  signedInBetween = $state(false);
  problem = $state.raw<Problem | null>(null);
  #nameEdited = false;
  #asked = 0;
  #begun: DraftView | null = null;
  #attempt: Attempt | null = null;

  /** The scopes that fit, as far as the server offers them; `null` where it offers none. */
  get offered(): string[] | null {
    const hasStore = this.store !== null || this.storeDraft !== null;
    return this.form?.scopes?.filter((scope) => scopeFits(scope, hasStore)) ?? null;
  }

  get chosenStore(): StoreChoice | null {
    return this.form?.stores.find((each) => each.server_id === this.store) ?? null;
  }

  get missing(): KeyMissing[] {
    const found: KeyMissing[] = [];
    const without = this.store === null && this.storeDraft === null;
    if (without && this.form?.store_required) found.push("store");
    if (this.name.trim() === "") found.push("name");
    if (this.offered !== null && this.scopes.length === 0) found.push("scope");
    return found;
  }

  /** Whether it can only be kept for later: the server is away, or does not have its Store. */
  get onlyDraft(): boolean {
    return this.offline !== null || this.storeDraft !== null;
  }

  /** Goes on with a draft. */
  begin(draft: DraftView): void {
    if (draft.content.kind !== "key") return;
    const { name, key_type, scopes, store, store_draft } = draft.content;
    this.#begun = draft;
    this.name = name;
    this.#nameEdited = true;
    this.keyType = key_type;
    this.scopes = [...scopes];
    this.store = store;
    this.storeDraft = store_draft;
  }

  async read(connection: number): Promise<void> {
    const asked = ++this.#asked;
    this.problem = null;
    const storeDrafts = storeDraftsOf(connection, this.storeDraft);
    try {
      const form = await signedIn(connection, () => call("key_form", { connection }));
      if (asked !== this.#asked) return;
      this.storeDrafts = await storeDrafts;
      this.offline = null;
      this.#take(form);
    } catch (thrown) {
      if (asked !== this.#asked) return;
      const problem = asProblem(thrown);
      if (leavesDrafts(problem)) await this.prepare(connection, problem);
      else this.problem = problem;
    }
  }

  /** Offers what is known here in place of the server's form. */
  async prepare(connection: number, why: WhyOffline): Promise<void> {
    const asked = ++this.#asked;
    this.problem = null;
    try {
      const [form, storeDrafts] = await Promise.all([
        offlineKeyForm(connection, this.#begun),
        storeDraftsOf(connection, this.storeDraft),
      ]);
      if (asked !== this.#asked) return;
      this.storeDrafts = storeDrafts;
      this.offline = why;
      this.#take(form);
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  #take(form: KeyForm): void {
    this.form = form;
    if (!form.types.includes(this.keyType)) this.keyType = form.types[0] ?? "oauth";
    // Another connection's Stores and drafts have other numbers.
    if (this.store !== null && this.chosenStore === null) this.store = null;
    if (!this.storeDrafts.some((each) => each.id === this.storeDraft)) this.storeDraft = null;
    this.#fit();
  }

  /** Chooses a Store, or none: proposes its name, and keeps only the scopes that still fit. */
  choose(store: number | null): void {
    this.store = store;
    this.storeDraft = null;
    this.#fit();
  }

  /** Chooses a Store that is a draft itself. */
  chooseDraft(draft: number): void {
    this.store = null;
    this.storeDraft = draft;
    this.#fit();
  }

  #fit(): void {
    const draft = this.storeDrafts.find((each) => each.id === this.storeDraft);
    const named = this.chosenStore?.name ?? draft?.name ?? "";
    if (!this.#nameEdited) this.name = named.slice(0, LONGEST_NAME);
    const offered = this.offered ?? [];
    const kept = this.scopes.filter((scope) => offered.includes(scope));
    const proposed = offered.includes("deliveries") ? ["deliveries"] : [];
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

  /** Adds the draft of a Store that was just saved to the choices, and chooses it. */
  async adoptDraft(connection: number, draft: number): Promise<void> {
    this.storeDrafts = await storeDraftsOf(connection, draft);
    if (this.storeDrafts.some((each) => each.id === draft)) this.chooseDraft(draft);
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
    if (this.creating || !this.form || this.onlyDraft || this.missing.length > 0) return null;
    this.creating = true;
    this.problem = null;
    this.signedInBetween = false;
    const { store, scopes } = this;
    const wanted = { connection, name: this.name.trim(), key_type: this.keyType };
    this.#attempt = { connection, act: "create_key", name: wanted.name, at: Date.now() };
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

  /** Somebody did something about the problem; the answer is the key that was made after all. */
  async solved(): Promise<KeyCreated | null> {
    const attempt = isUncertain(this.problem) ? this.#attempt : null;
    const found = attempt ? await aftermath(attempt) : null;
    if (found?.became === "open") return null;
    this.problem = null;
    if (found?.became !== "made" || found.key === null) return null;
    const { row } = await call("key_detail", { key: found.key });
    return { key: row.id, secret_stored: row.has_secret };
  }

  /** Keeps it here for later; the answer is the draft's number. */
  async save(connection: number): Promise<number | null> {
    if (this.saving || !this.form || this.missing.length > 0) return null;
    this.saving = true;
    this.problem = null;
    const content: DraftContent = {
      kind: "key",
      name: this.name.trim(),
      key_type: this.keyType,
      scopes: [...this.scopes],
      store: this.store,
      store_draft: this.storeDraft,
    };
    try {
      return await call("save_draft", { connection, draft: this.#begun?.id ?? null, content });
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return null;
    } finally {
      this.saving = false;
    }
  }
}
