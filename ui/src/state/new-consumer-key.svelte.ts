// A new consumer key being filled in, and the rules of what may be asked of the site.
import { call } from "$backend";
import type { ConsumerKeyForm, KeyCreated, Permission, Problem, SiteUser } from "../contract";
import { descriptionFault, LONGEST_DESCRIPTION, tidyDescription } from "../description";
import { asProblem, isUncertain } from "../problem";
import { t } from "../text.svelte";
import { aftermath, type Attempt } from "./aftermath";
import { overview } from "./overview.svelte";
import { signedIn, signInAgain } from "./session.svelte";

/** A person types on: the site is asked once they pause. */
const PAUSE = 300;

export class NewConsumerKey {
  form = $state.raw<ConsumerKeyForm | null>(null);
  description = $state("");
  permission = $state<Permission>("read_write");
  /** Whether somebody else shall own it. */
  forOther = $state(false);
  /** Who, once chosen. */
  owner = $state.raw<SiteUser | null>(null);
  term = $state("");
  /** Whom the site found; `null` while nobody was looked for. */
  users = $state.raw<SiteUser[] | null>(null);
  searching = $state(false);
  creating = $state(false);
  /** The sign-in that was needed in between is done; nothing was sent yet. */
  signedInBetween = $state(false);
  problem = $state.raw<Problem | null>(null);
  #edited = false;
  #asked = 0;
  #looked = 0;
  #attempt: Attempt | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  get name(): string {
    return tidyDescription(this.description);
  }

  get ready(): boolean {
    return (
      this.form !== null &&
      descriptionFault(this.description) === null &&
      (!this.forOther || this.owner !== null)
    );
  }

  async read(connection: number): Promise<void> {
    const asked = ++this.#asked;
    this.form = null;
    this.problem = null;
    this.#forgetUsers();
    if (!this.#edited) this.description = proposed(connection);
    try {
      const form = await signedIn(connection, () => call("consumer_key_form", { connection }));
      if (asked === this.#asked) this.form = form;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  /** Another connection's form is wanted; what is on its way belongs to nothing. */
  leave(): void {
    this.#asked += 1;
    this.form = null;
    this.problem = null;
    this.#forgetUsers();
  }

  #forgetUsers(): void {
    clearTimeout(this.#pause);
    this.#looked += 1;
    this.forOther = false;
    this.owner = null;
    this.term = "";
    this.users = null;
    this.searching = false;
  }

  describe(text: string): void {
    this.description = text;
    this.#edited = text !== "";
  }

  /** Looks for users of the site as somebody types. */
  search(connection: number, term: string): void {
    this.term = term;
    this.owner = null;
    clearTimeout(this.#pause);
    const mine = ++this.#looked;
    this.searching = term.trim() !== "";
    if (!this.searching) {
      this.users = null;
      return;
    }
    this.#pause = setTimeout(() => void this.#find(connection, term.trim(), mine), PAUSE);
  }

  async #find(connection: number, term: string, mine: number): Promise<void> {
    try {
      const users = await signedIn(connection, () => call("find_site_users", { connection, term }));
      if (mine === this.#looked) this.users = users;
    } catch (thrown) {
      if (mine === this.#looked) this.problem = asProblem(thrown);
    } finally {
      if (mine === this.#looked) this.searching = false;
    }
  }

  choose(user: SiteUser): void {
    this.owner = user;
    this.term = user.label;
  }

  /** Creates the key. The site is asked once; after a sign-in the person presses again. */
  async create(connection: number): Promise<KeyCreated | null> {
    if (this.creating || !this.ready) return null;
    this.creating = true;
    this.problem = null;
    this.signedInBetween = false;
    const { name, permission } = this;
    const owner = this.forOther ? (this.owner?.id ?? null) : null;
    this.#attempt = { connection, act: "create_key", name, at: Date.now() };
    try {
      const new_key = { connection, description: name, owner, permission };
      return await call("create_consumer_key", { new_key });
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

  /** Revokes the key whose secret was lost with the reply, and makes it again. */
  async remake(connection: number, key: number): Promise<KeyCreated | null> {
    if (this.creating) return null;
    this.creating = true;
    try {
      const made = await call("remake_key", { key });
      this.problem = null;
      return made;
    } catch (thrown) {
      const problem = asProblem(thrown);
      // After a sign-in the person presses again: what was said before is still true.
      if (problem.code === "signed_out") await signInAgain(problem.connection ?? connection);
      else this.problem = problem;
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
    const { row, consumer } = await call("key_detail", { key: found.key });
    // It stands on the site, but its secret went with the reply.
    if (consumer?.secret_lost) {
      this.problem = { code: "secret_never_seen", key: row.id };
      return null;
    }
    return { key: row.id, secret_stored: row.has_secret };
  }
}

/** What such a key is mostly for: the deliveries of the one co-op that is known here. */
function proposed(connection: number): string {
  const site = overview.connection(connection);
  const kind = site?.kind === "practice_shop" ? "practice" : "coopcycle";
  const towns = overview.connections.filter((each) => each.kind === kind);
  const name = (towns.length === 1 ? towns[0]?.name : site?.name) ?? "";
  return [...t("consumer-proposed", { name })].slice(0, LONGEST_DESCRIPTION).join("");
}
