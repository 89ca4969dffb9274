// One key being handed over: to whom, on which sheet, by which channel, and what was recorded.
import { call } from "$backend";
import type {
  Channel,
  CopyField,
  HolderView,
  KeyDetail,
  Platform,
  Problem,
  SealedPack,
  Sheet,
  SheetLanguage,
  SheetRequest,
} from "../contract";
import { asProblem } from "../problem";
import { rememberTypes } from "../key-types";
import { locale, t } from "../text.svelte";
import { hasSecret, wordOfKey } from "../words-of-key";
import { likelyPlatform } from "../sheet-choices";
import { sameName } from "./holders.svelte";
import { overview } from "./overview.svelte";

/** A hand-over that was recorded while the sheet is open. */
export interface Recorded {
  id: number;
  person: string;
  channel: Channel;
  at: number;
}

/** What has to be said before a channel can be used. */
export type Missing = "person" | "address";

export class HandOver {
  key = $state(0);
  detail = $state.raw<KeyDetail | null>(null);
  people = $state.raw<HolderView[]>([]);
  person = $state("");
  /** Where an e-mail draft goes. */
  address = $state("");
  platform = $state<Platform>("woocommerce");
  language = $state<SheetLanguage>(locale());
  sheet = $state.raw<Sheet | null>(null);
  /** Whether the sheet shown is not yet the one that was chosen. */
  writing = $state(true);
  missing = $state<Missing | null>(null);
  working = $state<Channel | "secret" | null>(null);
  /** What was just done, in words. */
  done = $state("");
  recorded = $state.raw<Recorded[]>([]);
  /** Where the PDF was written. */
  pdf = $state<string | null>(null);
  pack = $state.raw<SealedPack | null>(null);
  problem = $state.raw<Problem | null>(null);
  retry = $state.raw<() => void>(() => undefined);
  #asked = 0;
  #over = false;

  request = $derived<SheetRequest>({
    key: this.key,
    platform: this.platform,
    language: this.language,
  });
  /** Nothing is given meanwhile, nor while the sheet is not the one that was chosen. */
  waiting = $derived(this.working !== null || this.writing);
  known = $derived(this.detail !== null);
  /** Whether the secret is at hand, so that it can be given. */
  hasSecret = $derived(this.detail !== null && hasSecret(this.detail.row));
  type = $derived(this.detail?.row.key_type ?? "oauth");
  consumer = $derived(this.type === "consumer");
  apiKey = $derived(this.detail?.row.key_type === "api_key");
  /** The person of that name is marked as having left. */
  left = $derived(
    this.people.some((holder) => holder.left_at !== null && sameName(holder.person, this.person)),
  );

  constructor(key: number) {
    this.key = key;
  }

  /** Reads the key and the people; what was chosen stays. */
  async read(): Promise<void> {
    const first = this.detail === null;
    try {
      const [detail, people] = await Promise.all([
        call("key_detail", { key: this.key }),
        call("holders", {}),
      ]);
      rememberTypes([detail.row]);
      this.people = people;
      if (first) this.#propose(detail);
      this.detail = detail;
    } catch (thrown) {
      this.#fail(thrown, () => void this.read());
    }
  }

  /** What was chosen last for this key is likely what is wanted again. */
  #propose(detail: KeyDetail): void {
    const last = detail.handovers[0];
    if (last) {
      this.platform = last.platform;
      this.language = last.language;
    } else {
      this.platform = likelyPlatform(detail.row.key_type);
    }
  }

  /** Writes the sheet anew for what is chosen now; the newest choice wins. */
  async write(request: SheetRequest): Promise<void> {
    const asked = ++this.#asked;
    this.writing = true;
    try {
      const sheet = await call("sheet", { sheet: request });
      if (asked !== this.#asked) return;
      this.sheet = sheet;
      this.writing = false;
    } catch (thrown) {
      if (asked === this.#asked) this.#fail(thrown, () => void this.write(request));
    }
  }

  copySheet(): Promise<void> {
    return this.#give("copied", async (sheet) => {
      const receipt = await call("copy_sheet", { sheet });
      this.done = copiedText(receipt.field, this.key, receipt.clears_after);
    });
  }

  mail(): Promise<void> {
    const to = this.address.trim();
    return this.#give("mail", async (sheet) => {
      await call("mail_sheet", { sheet, to });
      this.done = t("hand-mail-done");
    });
  }

  /** A message to go with the pack; it is part of the same hand-over. */
  async mailPack(pack: SealedPack): Promise<void> {
    this.problem = null;
    try {
      const to = this.address.trim();
      await call("mail_pack", { sheet: this.request, path: pack.path, to });
      this.done = t("hand-mail-done");
    } catch (thrown) {
      this.#fail(thrown, () => void this.mailPack(pack));
    }
  }

  print(): Promise<void> {
    return this.#give("printed", async () => {
      await call("print_sheet", {});
      this.done = "";
    });
  }

  savePdf(): Promise<void> {
    return this.#give("pdf", async (sheet) => {
      const path = await call("save_sheet_pdf", { sheet });
      // Where no file can be written by itself, the system's dialog offers to.
      this.pdf = path === "" ? null : path;
      this.done = path === "" ? t("hand-pdf-dialog") : t("hand-pdf-done", { path });
    });
  }

  /** A QR code of a value was on the screen. */
  shown(): Promise<void> {
    return this.#give("qr", null);
  }

  other(): Promise<void> {
    return this.#give("other", null);
  }

  /** Writes the sealed pack; the program records it by itself. */
  async seal(): Promise<void> {
    if (this.waiting || this.lacks("sealed_pack")) return;
    const person = this.person.trim();
    this.#start("sealed_pack");
    try {
      const pack = await call("seal_pack", { sheet: this.request, person });
      // Words that come when nobody is there to read them are forgotten at once.
      if (!this.#over) this.pack = pack;
      this.#tell({ id: pack.handover, person, channel: "sealed_pack", at: Date.now() });
    } catch (thrown) {
      this.#fail(thrown, () => void this.seal());
    } finally {
      this.working = null;
    }
  }

  async copySecret(): Promise<void> {
    if (this.waiting) return;
    this.#start("secret");
    try {
      const receipt = await call("copy_field", { key: this.key, field: "secret" });
      this.done = copiedText(receipt.field, this.key, receipt.clears_after);
    } catch (thrown) {
      this.#fail(thrown, () => void this.copySecret());
    } finally {
      this.working = null;
    }
  }

  async showFolder(path: string): Promise<void> {
    this.problem = null;
    try {
      await call("show_folder", { path });
    } catch (thrown) {
      this.#fail(thrown, () => void this.showFolder(path));
    }
  }

  async undo(entry: Recorded): Promise<void> {
    this.problem = null;
    try {
      await call("remove_handover", { handover: entry.id });
      this.recorded = this.recorded.filter((each) => each.id !== entry.id);
      this.done = t("hand-undone", { person: entry.person });
      overview.readAgain();
    } catch (thrown) {
      this.#fail(thrown, () => void this.undo(entry));
    }
  }

  /** The sheet is closed: the words of a pack leave the page. */
  end(): void {
    this.#over = true;
    this.pack = null;
    this.#asked += 1;
  }

  /** Whether something has to be said first; remembers what. */
  lacks(channel: Channel): boolean {
    this.missing = null;
    if (this.person.trim() === "") this.missing = "person";
    else if (channel === "mail" && !/^\S+@\S+$/.test(this.address.trim())) this.missing = "address";
    return this.missing !== null;
  }

  /** Uses a channel and then records it; what was done is not done again for the record. */
  async #give(
    channel: Channel,
    work: ((sheet: SheetRequest) => Promise<void>) | null,
  ): Promise<void> {
    if (this.waiting || this.lacks(channel)) return;
    const sheet = this.request;
    const person = this.person.trim();
    let left = work;
    this.#start(channel);
    try {
      await work?.(sheet);
      left = null;
      const id = await call("record_handover", { sheet, person, channel });
      this.#tell({ id, person, channel, at: Date.now() });
    } catch (thrown) {
      this.#fail(thrown, () => void this.#give(channel, left));
    } finally {
      this.working = null;
    }
  }

  #start(what: Channel | "secret"): void {
    this.working = what;
    this.problem = null;
    this.done = "";
  }

  #tell(entry: Recorded): void {
    this.recorded = [entry, ...this.recorded.filter((each) => each.id !== entry.id)];
    overview.readAgain();
  }

  #fail(thrown: unknown, retry: () => void): void {
    const problem = asProblem(thrown);
    if (problem.code === "person_missing") this.missing = "person";
    else this.problem = problem;
    this.retry = retry;
  }
}

function copiedText(field: CopyField, key: number, seconds: number | null): string {
  const what = wordOfKey(field, key);
  return seconds === null ? t("copied-stays", { what }) : t("copied-clears", { what, seconds });
}
