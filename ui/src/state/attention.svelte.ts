// What needs a person: the list, its filters, and putting things off.
import { call } from "$backend";
import type {
  AttentionCount,
  AttentionKind,
  AttentionPage,
  AttentionRow,
  AttentionSubject,
  Problem,
} from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { day } from "../time";
import { subjectOfKey } from "../words-of-key";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { trouble } from "./trouble.svelte";
import { undoable } from "./undo.svelte";
import { view } from "./view.svelte";

const STEP = 100;
const DAY = 86_400_000;

export type PutOffFor = "day" | "week" | "month" | "good";

const days: Record<Exclude<PutOffFor, "good">, number> = { day: 1, week: 7, month: 30 };

/** Rows of one kind that follow each other. */
export interface Group {
  kind: AttentionKind;
  rows: AttentionRow[];
  /** How many of it are due in all; `null` where that is not told. */
  count: number | null;
}

/** One thing keeps its name as long as it is about the same. */
export function nameOf(row: AttentionRow): string {
  return `${row.kind}:${row.subject.about}:${row.subject.id}`;
}

/** Store and name, as a person knows it. */
export function subjectOf(row: AttentionRow): string {
  const own = row.subject.about === "store" || row.store_name === "";
  return subjectOfKey({ name: row.name, store: own ? null : row.store_name });
}

class AttentionState {
  kind = $state<AttentionKind | null>(null);
  /** Whether what was put off is looked at, instead of what is due. */
  putOff = $state(false);
  page = $state.raw<AttentionPage | null>(null);
  problem = $state.raw<Problem | null>(null);
  #wanted = STEP;
  #asked = 0;

  rows = $derived(this.page?.rows ?? []);
  kinds = $derived<AttentionCount[]>(this.page?.kinds ?? []);
  /** How many are due, whatever kind is looked at. */
  due = $derived(this.kinds.reduce((sum, each) => sum + each.count, 0));
  left = $derived((this.page?.total ?? 0) - this.rows.length);
  groups = $derived(this.#groups());

  #groups(): Group[] {
    const groups: Group[] = [];
    for (const row of this.rows) {
      const last = groups.at(-1);
      if (last?.kind === row.kind) {
        last.rows.push(row);
        continue;
      }
      const due = this.kinds.find((each) => each.kind === row.kind)?.count ?? null;
      groups.push({ kind: row.kind, rows: [row], count: this.putOff ? null : due });
    }
    return groups;
  }

  /** Another question begins at the top. */
  async begin(): Promise<void> {
    this.#wanted = STEP;
    await this.read();
  }

  /** Reads as many as are in sight. */
  async read(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const query = {
        connection: view.connection,
        kind: this.kind,
        put_off: this.putOff,
        offset: 0,
        limit: this.#wanted,
      };
      const page = await call("list_attention", { query });
      if (asked !== this.#asked) return;
      this.page = page;
      this.problem = null;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  async readMore(): Promise<void> {
    this.#wanted += STEP;
    await this.read();
  }

  showKind(kind: AttentionKind | null): void {
    this.kind = kind;
  }

  /** Changes between what is due and what was put off; both begin with every kind. */
  showPutOff(on: boolean): void {
    this.putOff = on;
    this.kind = null;
  }

  async delay(row: AttentionRow, time: PutOffFor): Promise<void> {
    const until = time === "good" ? null : Date.now() + days[time] * DAY;
    const { kind, subject } = row;
    const name = subjectOf(row);
    trouble.dismiss();
    try {
      await call("put_off", { kind, subject, until });
      const said =
        until === null
          ? t("attention-dismissed-said", { name })
          : t("attention-put-off-said", { name, when: day(until) });
      undoable(said, () => call("take_up", { kind, subject }));
      overview.readAgain();
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { retry: () => void this.delay(row, time) });
    }
  }

  async takeUp(row: AttentionRow): Promise<void> {
    const { kind, subject } = row;
    trouble.dismiss();
    try {
      await call("take_up", { kind, subject });
      announce.show(t("attention-taken-up-said", { name: subjectOf(row) }), "attention");
      overview.readAgain();
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { retry: () => void this.takeUp(row) });
    }
  }

  /** Notes that the newest hand-over of a key, which nobody confirmed, was confirmed now. */
  async confirm(row: AttentionRow): Promise<void> {
    trouble.dismiss();
    try {
      const { handovers } = await call("key_detail", { key: row.subject.id });
      const open = handovers.find((each) => each.confirmed_at === null && !each.outdated);
      if (open) {
        await call("confirm_handover", { handover: open.id, confirmed: true });
        undoable(t("attention-confirmed-said", { name: subjectOf(row), person: open.person }), () =>
          call("confirm_handover", { handover: open.id, confirmed: false }),
        );
      }
      overview.readAgain();
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { retry: () => void this.confirm(row) });
    }
  }

  clear(): void {
    this.kind = null;
    this.putOff = false;
    this.page = null;
    this.problem = null;
    this.#wanted = STEP;
  }
}

/** The server's number of a Store, which a new key is asked for by. */
export async function serverStore(
  subject: AttentionSubject,
  connection: number,
  name: string,
): Promise<number | null> {
  const query = { text: name, connection, offset: 0, limit: STEP };
  const { rows } = await call("list_stores", { query });
  return rows.find((store) => store.id === subject.id)?.server_id ?? null;
}

export const attention = new AttentionState();
