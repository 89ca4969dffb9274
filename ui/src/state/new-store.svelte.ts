// A new Store being filled in: the server's own form, what was typed, what is missing.
import { call } from "$backend";
import type {
  DraftContent,
  DraftView,
  FormField,
  Problem,
  StoreCreated,
  StoreForm,
} from "../contract";
import { asProblem, isUncertain, leavesDrafts } from "../problem";
import { aftermath, type Attempt } from "./aftermath";
import { NAME, offlineStoreForm, STREET, type WhyOffline } from "./offline-form";
import { signedIn, signInAgain } from "./session.svelte";

export const LATITUDE = "store[address][latitude]";
export const LONGITUDE = "store[address][longitude]";

/** The fields most Stores need; the others come after a click. */
const main = new Set([NAME, "store[telephone]", "store[website]", "store[legalName]"]);

/** A box that the server's form enables only with a package set, and refuses without one. */
const PACKAGES_REQUIRED = "store[packagesRequired]";
const PACKAGE_SET = "store[packageSet]";

/** Why a Store cannot be created yet. */
export type Missing = "name" | "address" | "position";

export class NewStore {
  form = $state.raw<StoreForm | null>(null);
  values = $state<Record<string, string>>({});
  latitude = $state("");
  longitude = $state("");
  finding = $state(false);
  creating = $state(false);
  saving = $state(false);
  /** Why the form is ours and not the server's. */
  offline = $state.raw<WhyOffline | null>(null);
  /** The sign-in that was needed in between is done; nothing was sent yet. */
  signedInBetween = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** The server's words, by field. */
  errors = $state.raw<Readonly<Record<string, string>>>({});
  created = $state.raw<StoreCreated | null>(null);
  /** The address that the position was found for. */
  #located = "";
  #asked = 0;
  #begun: DraftView | null = null;
  #attempt: Attempt | null = null;
  /** What a draft holds beyond the fields that are shown. */
  #kept: [string, string][] = [];

  fields = $derived(this.form?.fields ?? []);
  address = $derived(this.fields.find((field) => field.kind === "address") ?? null);
  mainFields = $derived(this.fields.filter((field) => main.has(field.name)));
  otherFields = $derived(
    this.fields.filter((field) => !main.has(field.name) && field.kind !== "address"),
  );

  /** Reads the form of a connection; what was typed stays where the field exists there too. */
  async read(connection: number): Promise<void> {
    const asked = ++this.#asked;
    this.problem = null;
    try {
      const form = await signedIn(connection, () => call("store_form", { connection }));
      if (asked !== this.#asked) return;
      this.offline = null;
      this.#take(form);
    } catch (thrown) {
      if (asked !== this.#asked) return;
      const problem = asProblem(thrown);
      if (leavesDrafts(problem)) this.prepare(problem);
      else this.problem = problem;
    }
  }

  /** Offers the fields that every server has in place of the server's form. */
  prepare(why: WhyOffline): void {
    this.#asked += 1;
    this.problem = null;
    this.offline = why;
    this.#take(offlineStoreForm());
  }

  #take(form: StoreForm): void {
    // What was typed into fields that this form lacks is kept, should the other come back.
    const typed = { ...Object.fromEntries(this.#kept), ...this.values };
    this.values = Object.fromEntries(
      form.fields.map((field) => [field.name, typed[field.name] ?? field.value]),
    );
    this.#kept = Object.entries(typed).filter(([name]) => !(name in this.values));
    this.form = form;
  }

  /** Goes on with a draft. */
  begin(draft: DraftView): void {
    if (draft.content.kind !== "store") return;
    this.#begun = draft;
    const {
      [LATITUDE]: latitude,
      [LONGITUDE]: longitude,
      ...values
    } = Object.fromEntries(draft.content.values);
    this.values = values;
    this.latitude = latitude ?? "";
    this.longitude = longitude ?? "";
    if (this.position) this.#located = values[STREET] ?? "";
  }

  get missing(): Missing[] {
    const found: Missing[] = [];
    if (!this.values[NAME]?.trim()) found.push("name");
    if (this.address && !this.values[this.address.name]?.trim()) found.push("address");
    else if (this.address && !this.position) found.push("position");
    return found;
  }

  /** The point on the map, once both numbers are numbers. */
  get position(): [string, string] | null {
    const latitude = degrees(this.latitude, 90);
    const longitude = degrees(this.longitude, 180);
    return latitude !== null && longitude !== null ? [latitude, longitude] : null;
  }

  /** Whether the address was changed since its point was found. */
  get moved(): boolean {
    const typed = this.address ? this.values[this.address.name] : "";
    return this.#located !== "" && typed !== this.#located && this.position !== null;
  }

  async find(connection: number): Promise<void> {
    const field = this.address;
    const address = field ? (this.values[field.name] ?? "").trim() : "";
    if (address === "" || this.finding) return;
    this.finding = true;
    this.problem = null;
    try {
      const point = await signedIn(connection, () => call("geocode", { connection, address }));
      this.latitude = String(point.latitude);
      this.longitude = String(point.longitude);
      this.#located = field ? (this.values[field.name] ?? "") : "";
      if (field) this.clearError(field.name);
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.finding = false;
    }
  }

  clearError(field: string): void {
    const { [field]: _solved, ...others } = this.errors;
    this.errors = others;
  }

  /** Whether a field means something beside what else is filled in. */
  applies(field: string): boolean {
    return field !== PACKAGES_REQUIRED || Boolean(this.values[PACKAGE_SET]);
  }

  /** What is sent: every field that applies, an unticked box as an empty value. */
  sent(): [string, string][] {
    const applying = this.fields.filter((field) => this.applies(field.name));
    const pairs = applying.map((field): [string, string] => [
      field.name,
      (this.values[field.name] ?? "").trim(),
    ]);
    const position = this.position;
    if (this.address && position) pairs.push([LATITUDE, position[0]], [LONGITUDE, position[1]]);
    return pairs;
  }

  async create(connection: number): Promise<void> {
    if (this.creating || this.offline || this.missing.length > 0) return;
    this.creating = true;
    this.problem = null;
    this.errors = {};
    this.signedInBetween = false;
    const name = (this.values[NAME] ?? "").trim();
    this.#attempt = { connection, act: "create_store", name, at: Date.now() };
    try {
      this.created = await call("create_store", { connection, values: this.sent() });
    } catch (thrown) {
      await this.#refused(connection, asProblem(thrown));
    } finally {
      this.creating = false;
    }
  }

  /** Whether it can be kept as a draft: what else is missing can be filled in later. */
  get named(): boolean {
    return this.form !== null && Boolean(this.values[NAME]?.trim());
  }

  /** What a draft holds. Away from the server, a blank field leaves the server's own value. */
  #drafted(): [string, string][] {
    if (!this.offline) return this.sent();
    const filled = [...Object.entries(this.values), ...this.#kept]
      .map(([name, value]): [string, string] => [name, value.trim()])
      .filter(([, value]) => value !== "");
    const position = this.moved ? null : this.position;
    if (position) filled.push([LATITUDE, position[0]], [LONGITUDE, position[1]]);
    return filled;
  }

  /** Somebody did something about the problem; true when the Store was made after all. */
  async solved(): Promise<boolean> {
    const attempt = isUncertain(this.problem) ? this.#attempt : null;
    const found = attempt ? await aftermath(attempt) : null;
    if (found?.became === "open") return false;
    this.problem = null;
    return found?.became === "made";
  }

  /** Keeps it here for later; the answer is the draft's number. */
  async save(connection: number): Promise<number | null> {
    if (this.saving || !this.named) return null;
    this.saving = true;
    this.problem = null;
    const content: DraftContent = { kind: "store", values: this.#drafted() };
    try {
      return await call("save_draft", { connection, draft: this.#begun?.id ?? null, content });
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return null;
    } finally {
      this.saving = false;
    }
  }

  async #refused(connection: number, problem: Problem): Promise<void> {
    if (problem.code === "signed_out") {
      this.signedInBetween = await signInAgain(problem.connection ?? connection);
      if (!this.signedInBetween) this.problem = problem;
      return;
    }
    if (problem.code !== "fields_refused") {
      this.problem = problem;
      return;
    }
    const known = (name: string): boolean => this.fields.some((field) => field.name === name);
    const place = (name: string): string =>
      this.address && (name === LATITUDE || name === LONGITUDE) ? this.address.name : name;
    const placed = problem.fields.map((each) => ({ ...each, field: place(each.field) }));
    this.errors = Object.fromEntries(
      placed.filter((each) => known(each.field)).map((each) => [each.field, each.message]),
    );
    const elsewhere = placed.filter((each) => !known(each.field));
    if (elsewhere.length > 0) this.problem = { code: "fields_refused", fields: elsewhere };
  }
}

/** A number of degrees as the server wants it, or `null`. A comma is taken for a point. */
export function degrees(text: string, most: number): string | null {
  const plain = text.trim().replace(",", ".");
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return null;
  return Math.abs(Number(plain)) <= most ? plain : null;
}

/** The first field with an error, in the order of the sheet. */
export function firstRefused(
  errors: Readonly<Record<string, string>>,
  fields: readonly FormField[],
): string | null {
  return fields.find((field) => field.name in errors)?.name ?? null;
}
