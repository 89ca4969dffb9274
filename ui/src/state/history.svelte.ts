// The history as it is looked at: filters, pages, and its export.
import { call } from "$backend";
import type { Act, ActivityEntry, ActivityFilter, ActivityWords, Problem } from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";

const STEP = 100;

export type ActGroup = "made" | "used" | "elsewhere" | "local";

// Written as a record so that a new act does not compile until it has its place.
const groupOf: Record<Act, ActGroup> = {
  created: "made",
  renewed: "made",
  took_new_pair: "made",
  rotation_begun: "made",
  rotation_ended: "made",
  edited: "made",
  revoked: "made",
  copied_secret: "used",
  copied_identifier: "used",
  copied_base_url: "used",
  revealed: "used",
  checked: "used",
  handed_over: "used",
  handover_confirmed: "used",
  seen_on_server: "elsewhere",
  renewed_elsewhere: "elsewhere",
  replaced_elsewhere: "elsewhere",
  renamed_elsewhere: "elsewhere",
  permission_changed_elsewhere: "elsewhere",
  gone_from_server: "elsewhere",
  back_on_server: "elsewhere",
  note_changed: "local",
  local_name_changed: "local",
  archived: "local",
  unarchived: "local",
  secret_lost: "local",
  secret_rescued: "local",
  imported: "local",
};

const acts = Object.keys(groupOf) as Act[];
export const groups: readonly ActGroup[] = ["made", "used", "elsewhere", "local"];

class HistoryState {
  connection = $state<number | null>(null);
  /** A local account's name, or the empty text for what was only seen. */
  who = $state<string | null>(null);
  group = $state<ActGroup | null>(null);
  text = $state("");
  people = $state.raw<string[]>([]);
  entries = $state.raw<ActivityEntry[] | null>(null);
  more = $state(false);
  problem = $state.raw<Problem | null>(null);
  #asked = 0;

  filter = $derived<ActivityFilter>({
    connection: this.connection,
    who: this.who,
    acts: this.group === null ? [] : acts.filter((act) => groupOf[act] === this.group),
    text: this.text.trim(),
  });
  filtered = $derived(
    this.connection !== null || this.who !== null || this.group !== null || this.text.trim() !== "",
  );

  /** Looks at one group alone. */
  showGroup(group: ActGroup): void {
    this.clear();
    this.group = group;
  }

  clear(): void {
    this.connection = null;
    this.who = null;
    this.group = null;
    this.text = "";
  }

  /** Reads from the newest on; what is in sight stays as long. */
  async read(): Promise<void> {
    await this.#read(null, Math.max(STEP, this.entries?.length ?? 0));
  }

  async readMore(): Promise<void> {
    await this.#read(this.entries?.at(-1)?.at ?? null, STEP);
  }

  async #read(before: number | null, limit: number): Promise<void> {
    const asked = ++this.#asked;
    this.problem = null;
    try {
      const filter = this.filter;
      const [found, people] = await Promise.all([
        call("list_activity", { limit, before, filter }),
        call("people", {}),
      ]);
      if (asked !== this.#asked) return;
      this.people = people.filter((name) => name !== "");
      this.entries = before === null ? found : [...(this.entries ?? []), ...found];
      this.more = found.length >= limit;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  /** Writes what the filters leave as a file; the answer is where it is. */
  export(): Promise<string> {
    const words: ActivityWords = {
      headings: [
        t("activity-when"),
        t("activity-who"),
        t("activity-what"),
        t("connection"),
        t("activity-subject"),
      ],
      acts: acts.map((act): [Act, string] => [act, t(`act-${act}`)]),
    };
    return call("export_activity", { filter: this.filter, words });
  }
}

export const history = new HistoryState();
