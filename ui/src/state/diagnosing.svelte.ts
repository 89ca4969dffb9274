// One diagnosis: of a key that is stored here, or of three values that a web developer entered.
import { call } from "$backend";
import type {
  Cause,
  DiagnosisView,
  EnteredField,
  EnteredValues,
  Fix,
  KeyDetail,
  Permission,
  Problem,
} from "../contract";
import { rememberTypes } from "../key-types";
import { asProblem } from "../problem";
import { t, type MessageArguments } from "../text.svelte";
import { refresh } from "./refresh.svelte";
import { signedIn } from "./session.svelte";
import { sheets } from "./sheets.svelte";

export const enteredFields: readonly EnteredField[] = ["base_url", "identifier", "secret"];

/** Whether it is about a site, whose keys are received by no plugin of ours. */
export function isOfSite(view: DiagnosisView | null): boolean {
  return view !== null && view.plugin === null;
}

/** The values a cause's words are filled with. */
export function causeArguments(cause: Cause, site: boolean): MessageArguments {
  return { type: site ? "consumer" : "other", ...valuesOf(cause, site) };
}

function valuesOf(cause: Cause, site: boolean): MessageArguments {
  const field = !("field" in cause)
    ? ""
    : site
      ? t(`consumer-${cause.field}`)
      : t(`field-name-${cause.field}`);
  switch (cause.cause) {
    case "wrong_length":
      return { field, found: cause.found, expected: cause.expected };
    case "redirected":
      return { to: cause.to };
    case "other_instance":
      return { belongs_to: cause.belongs_to };
    case "opens_another_store":
      return { store: cause.store };
    case "server_down":
      return { status: cause.status ?? 0 };
    default:
      return { field };
  }
}

/** What is wrong, in one sentence. */
export function causeText(cause: Cause, site: boolean): string {
  return t(`cause-${cause.cause}`, causeArguments(cause, site));
}

export class Diagnosing {
  /** The key it began with; `null` when values are asked for. */
  readonly key: number | null;
  view = $state.raw<DiagnosisView | null>(null);
  detail = $state.raw<KeyDetail | null>(null);
  running = $state(false);
  /** The fix that is being done. */
  fixing = $state<Fix | null>(null);
  /** Whether values are being copied in turn from here. */
  copying = $state(false);
  choosingSlot = $state(false);
  /** Whether it is being asked if the key may be sent in the address. */
  probing = $state(false);
  /** Whether it was sent so: the site's log may hold it. */
  probed = $state(false);
  problem = $state.raw<Problem | null>(null);
  retry = $state.raw<() => void>(() => undefined);
  #asked = 0;
  #again: () => Promise<DiagnosisView>;

  /** The values come from a function, so that they are kept in one place: the fields of the sheet. */
  constructor(key: number | null, values: () => EnteredValues) {
    this.key = key;
    this.#again = () =>
      key === null ? call("diagnose_values", { values: values() }) : call("diagnose_key", { key });
  }

  async run(): Promise<void> {
    const asked = ++this.#asked;
    this.running = true;
    this.problem = null;
    this.choosingSlot = false;
    this.probing = false;
    try {
      const view = await this.#again();
      const detail = await readDetail(view.key);
      if (asked !== this.#asked) return;
      this.#take(view, detail);
    } catch (thrown) {
      if (asked === this.#asked) this.tell(thrown, () => void this.run());
    } finally {
      if (asked === this.#asked) this.running = false;
    }
  }

  #take(view: DiagnosisView, detail: KeyDetail | null): void {
    if (detail) rememberTypes([detail.row]);
    this.view = view;
    this.detail = detail;
  }

  /** Sends the key in the address once; only after a person agreed to what that risks. */
  async askInAddress(): Promise<void> {
    const key = this.view?.key ?? null;
    if (key === null || this.fixing !== null) return;
    const asked = ++this.#asked;
    this.problem = null;
    this.fixing = "ask_in_address";
    // Whatever comes back, it may have been sent.
    this.probed = true;
    try {
      const view = await call("ask_in_address", { key });
      const detail = await readDetail(key);
      this.probing = false;
      if (asked === this.#asked) this.#take(view, detail);
    } catch (thrown) {
      if (asked === this.#asked) this.tell(thrown, () => void this.askInAddress());
    } finally {
      this.fixing = null;
    }
  }

  /** Back to the values; a reply on its way belongs to nothing any more. */
  change(): void {
    this.#asked += 1;
    this.running = false;
    this.view = null;
    this.detail = null;
    this.problem = null;
    this.copying = false;
  }

  async fix(fix: Fix): Promise<void> {
    const key = this.view?.key ?? null;
    const connection = this.view?.row?.connection ?? null;
    if (key === null || connection === null || this.fixing !== null) return;
    this.problem = null;
    this.fixing = fix;
    try {
      switch (fix) {
        case "copy_in_turn":
          await call("copy_in_turn", { key });
          this.copying = true;
          break;
        case "take_new_pair":
          await signedIn(connection, () => call("accept_new_pair", { key }));
          await this.run();
          break;
        case "rotate":
          await sheets.show({ kind: "rotation", key });
          break;
        case "set_time_slot":
          this.choosingSlot = true;
          break;
        case "ask_in_address":
          this.probing = true;
          break;
        case "change_permission":
          if (!this.detail) break;
          await sheets.show({ kind: "edit_key", detail: this.detail, found: this.#mayDo() });
          await this.run();
          break;
        case "remake":
          if (this.detail) await sheets.show({ kind: "remake", detail: this.detail });
          break;
        case "refresh":
          await refresh.start(connection);
          await this.run();
      }
    } catch (thrown) {
      this.tell(thrown, () => void this.fix(fix));
    } finally {
      this.fixing = null;
    }
  }

  /** What it was found to be limited to, whatever was recorded of it before. */
  #mayDo(): Permission | undefined {
    const causes = this.view?.causes.map((each) => each.cause.cause) ?? [];
    if (causes.includes("lacks_write")) return "read";
    if (causes.includes("lacks_read")) return "write";
    return this.detail?.row.permission ?? undefined;
  }

  async copyNext(): Promise<void> {
    this.problem = null;
    try {
      await call("copy_next", {});
    } catch (thrown) {
      this.tell(thrown, () => void this.fix("copy_in_turn"));
    }
  }

  /** Tells a failure below the causes. */
  tell(thrown: unknown, retry: () => void): void {
    this.problem = asProblem(thrown);
    this.retry = retry;
  }
}

// Which Store a time slot is for, and the key's own base URL, are not in the diagnosis itself.
async function readDetail(key: number | null): Promise<KeyDetail | null> {
  return key === null ? null : call("key_detail", { key }).catch(() => null);
}
