// Keys being brought in from a file: read, seen what they would change, chosen, applied.
import { call } from "$backend";
import { SvelteSet } from "svelte/reactivity";
import type {
  ImportField,
  ImportKind,
  ImportPreview,
  ImportReport,
  ImportRow,
  ImportVerdict,
  Problem,
} from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { transferring } from "./transferring.svelte";
import { trouble } from "./trouble.svelte";

/** How many rows are shown at once. */
export const IMPORT_PAGE = 50;

export const verdicts: readonly ImportVerdict[] = [
  "new",
  "completes",
  "differs",
  "same",
  "unusable",
];

export class ImportFlow {
  kind = $state<ImportKind>("transfer");
  path = $state("");
  /** What opens the file; forgotten once it is open. */
  passphrase = $state("");
  /** For rows that name no address. */
  connection = $state<number | null>(null);
  preview = $state.raw<ImportPreview | null>(null);
  /** What each column holds, as chosen here. */
  columns = $state.raw<(ImportField | null)[]>([]);
  /** Places of the rows whose values in the file take the place of ours. */
  readonly taken = new SvelteSet<number>();
  shown = $state<ImportVerdict | null>(null);
  page = $state(0);
  reading = $state(false);
  applying = $state(false);
  problem = $state.raw<Problem | null>(null);
  report = $state.raw<ImportReport | null>(null);
  /** Addresses that became connections. */
  connected = $state.raw<string[]>([]);
  #asked = 0;
  /** The program keeps one reading: they go one after the other. */
  #turn: Promise<void> = Promise.resolve();
  #again: () => void = () => undefined;
  /** Whether nobody looks any more. */
  #left = false;

  counts = $derived.by(() => {
    const counts = { new: 0, completes: 0, differs: 0, same: 0, unusable: 0 };
    for (const row of this.preview?.rows ?? []) counts[row.verdict] += 1;
    return counts;
  });

  /** The rows of the verdict that is shown. */
  rows = $derived.by((): ImportRow[] => {
    const rows = this.preview?.rows ?? [];
    return this.shown === null ? rows : rows.filter((row) => row.verdict === this.shown);
  });

  pages = $derived(Math.max(1, Math.ceil(this.rows.length / IMPORT_PAGE)));
  first = $derived(Math.min(this.page, this.pages - 1) * IMPORT_PAGE);
  visible = $derived(this.rows.slice(this.first, this.first + IMPORT_PAGE));

  /** How many keys would be made or changed. */
  incoming = $derived(this.counts.new + this.counts.completes + this.taken.size);

  /** Whether what opens the file is asked for. */
  get sealed(): boolean {
    return this.kind !== "csv";
  }

  get readable(): boolean {
    return this.path.trim() !== "" && (!this.sealed || this.passphrase !== "");
  }

  choose(kind: ImportKind): void {
    this.kind = kind;
    this.path = "";
    this.passphrase = "";
    this.problem = null;
  }

  async chooseFile(): Promise<void> {
    this.problem = null;
    try {
      const path = await call("choose_file", { kind: this.kind });
      if (path !== null) this.path = path;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      this.#again = () => void this.chooseFile();
    }
  }

  /** Reads the file for what it would change; nothing is changed. */
  read(columns: (ImportField | null)[] | null = null): Promise<void> {
    const asked = ++this.#asked;
    this.reading = true;
    this.problem = null;
    this.report = null;
    this.#turn = this.#turn.then(() => this.#read(asked, columns));
    return this.#turn;
  }

  async #read(asked: number, columns: (ImportField | null)[] | null): Promise<void> {
    if (asked !== this.#asked) return;
    const { kind, connection } = this;
    const passphrase = this.sealed ? this.passphrase : null;
    const source = { kind, path: this.path.trim(), passphrase, columns, connection };
    try {
      const preview = await call("read_import", { source });
      if (asked === this.#asked) this.#take(preview);
      else discard(preview.import);
    } catch (thrown) {
      if (asked !== this.#asked) return;
      this.problem = asProblem(thrown);
      this.#again = () => void this.read(columns);
    } finally {
      if (asked === this.#asked) this.reading = false;
    }
  }

  #take(preview: ImportPreview): void {
    this.preview = preview;
    this.columns = preview.columns.map((column) => column.field);
    this.passphrase = "";
    const differs = new Set<number>();
    for (const row of preview.rows) if (row.verdict === "differs") differs.add(row.index);
    for (const index of this.taken) if (!differs.has(index)) this.taken.delete(index);
    this.page = 0;
    if (this.shown !== null && this.counts[this.shown] === 0) this.shown = null;
  }

  /** Says what a column holds; no two hold the same. */
  match(place: number, field: ImportField | null): void {
    this.columns = this.columns.map((other, at) =>
      at === place ? field : field !== null && other === field ? null : other,
    );
    void this.read([...this.columns]);
  }

  /** Says where rows without an address belong, once their table is read. */
  matchConnection(connection: number | null): void {
    this.connection = connection;
    void this.read([...this.columns]);
  }

  show(verdict: ImportVerdict | null): void {
    this.shown = verdict;
    this.page = 0;
  }

  takeAll(theirs: boolean): void {
    this.taken.clear();
    if (!theirs) return;
    for (const row of this.preview?.rows ?? []) {
      if (row.verdict === "differs") this.taken.add(row.index);
    }
  }

  take(index: number, theirs: boolean): void {
    if (theirs) this.taken.add(index);
    else this.taken.delete(index);
  }

  async apply(): Promise<void> {
    const preview = this.preview;
    if (!preview || this.applying || this.reading || this.incoming === 0) return;
    this.applying = true;
    transferring.begin();
    this.problem = null;
    // Rows that are left out here stay out.
    const choices = preview.rows
      .filter((row) => row.verdict !== "unusable")
      .map(({ index }) => ({ index, take_theirs: this.taken.has(index) }));
    try {
      this.report = await call("apply_import", { import: preview.import, choices });
      this.connected = preview.new_connections;
      this.#forget();
      this.path = "";
      overview.readAgain();
      if (this.#left) announce.show(t("import-done"), "import");
    } catch (thrown) {
      this.problem = asProblem(thrown);
      if (this.#left) trouble.tell(this.problem);
      this.#again = () => void this.apply();
      // The form tells it: there, the file is read again.
      if (this.problem.code === "import_over") this.#forget();
    } finally {
      this.applying = false;
    }
  }

  retry(): void {
    this.problem = null;
    this.#again();
  }

  #forget(): void {
    this.#asked += 1;
    this.preview = null;
    this.columns = [];
    this.taken.clear();
    this.shown = null;
    this.page = 0;
    this.reading = false;
    this.passphrase = "";
  }

  /** The screen is left; what is being brought in goes on and is told elsewhere. */
  leave(): void {
    this.#left = true;
    if (!this.applying) this.close();
  }

  /** Puts away what was read, unapplied. */
  close(): void {
    const open = this.preview;
    this.#forget();
    this.problem = null;
    if (open) discard(open.import);
  }
}

/** The program forgets what it read; that it already has does no harm. */
function discard(number: number): void {
  call("discard_import", { import: number }).catch(() => undefined);
}
