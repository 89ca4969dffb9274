// A pair that a person made in the browser: pasted, checked, named and kept. It leaves with its sheet.
import { call } from "$backend";
import type { KeyPasted, Problem, SitePage } from "../contract";
import { asProblem, isUnreachable, type ProblemCode } from "../problem";
import { t } from "../text.svelte";
import { overview } from "./overview.svelte";

const KEY = /ck_[0-9a-f]{40}(?![0-9a-f])/;
const SECRET = /cs_[0-9a-f]{40}(?![0-9a-f])/;

/** What says nothing against the pair, or what a person may know better. */
const keepable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "pair_not_accepted",
  "certificate",
  "server_error",
  "site_blocked",
  "rest_closed",
  "site_plain_http",
  "too_many_requests",
]);

/** The halves of a pair in a pasted text, with whatever stands around them. */
export function halvesIn(text: string): { key: string | null; secret: string | null } {
  return { key: KEY.exec(text)?.[0] ?? null, secret: SECRET.exec(text)?.[0] ?? null };
}

export class Pasting {
  readonly connection: number;
  name = $state("");
  key = $state("");
  secret = $state("");
  /** What became of the last paste, for who does not see the fields. */
  said = $state("");
  /** Whether a page of the site was opened in the browser. */
  opened = $state(false);
  working = $state(false);
  problem = $state.raw<Problem | null>(null);
  kept = $state.raw<KeyPasted | null>(null);

  constructor(connection: number, name: string) {
    this.connection = connection;
    this.name = name;
  }

  whole = $derived(KEY.test(this.key) && SECRET.test(this.secret) && this.name.trim() !== "");
  mayKeepAnyway = $derived(
    this.problem !== null && (keepable.has(this.problem.code) || isUnreachable(this.problem)),
  );

  /** Puts each half that a pasted text has into its field; false when it has none. */
  take(text: string): boolean {
    const { key, secret } = halvesIn(text);
    if (key !== null) this.key = key;
    if (secret !== null) this.secret = secret;
    if (key === null && secret === null) return false;
    const what = key === null ? "secret" : secret === null ? "key" : "both";
    this.said = t(`paste-filled-${what}`);
    this.problem = null;
    return true;
  }

  async open(page: SitePage): Promise<void> {
    await this.#work(async () => {
      await call("open_site_page", { connection: this.connection, page });
      this.opened = true;
    });
  }

  async keep(anyway: boolean): Promise<void> {
    if (!this.whole) return;
    await this.#work(async () => {
      this.kept = await call("paste_key", {
        pasted: {
          connection: this.connection,
          name: this.name.trim(),
          consumer_key: this.key.trim(),
          consumer_secret: this.secret.trim(),
          anyway,
        },
      });
      this.#forget();
      await overview.load();
    });
  }

  /** Begins again for the next pair. */
  another(): void {
    this.kept = null;
    this.said = "";
    this.opened = false;
    this.problem = null;
  }

  /** The pair leaves the page with the sheet, kept or not. */
  leave(): void {
    this.#forget();
  }

  #forget(): void {
    this.key = "";
    this.secret = "";
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.problem = null;
    try {
      await work();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.working = false;
    }
  }
}
