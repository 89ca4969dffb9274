// A sign-in from address to connection, step by step. The password is forgotten once it was used.
import { call } from "$backend";
import type {
  CodeSource,
  ConnectionView,
  PracticePanel,
  Problem,
  SignInStep,
  SiteView,
} from "../contract";
import { asProblem, type ProblemCode } from "../problem";
import { isPractice, isSite } from "../words-of-key";
import { placeOf } from "../words-of-site";
import { overview } from "./overview.svelte";

export type Step = "address" | "password" | "code" | "not_admin" | "connected";
/** What is to be connected: a CoopCycle server, or a shop's WooCommerce site. */
export type Target = "co_op" | "site";

/**
 * What keeps a program from recognising a site that a browser may well open: a key made there can
 * still be pasted.
 */
const hidden: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "not_wordpress",
  "site_blocked",
  "rest_closed",
  "captcha",
  "single_sign_on",
  "server_error",
  "too_many_requests",
  "timed_out",
  "certificate",
]);

/** What answers at the address. */
export interface Found {
  base_url: string;
  /** Host, port, and the folder of a site. */
  place: string;
  name: string;
  locale: string | null;
  practice: boolean;
  /** The connection that already exists for it. */
  connection: number | null;
  /** More of it, when it is a site. */
  site: SiteView | null;
}

export class SignIn {
  target = $state<Target>("co_op");
  step = $state<Step>("address");
  address = $state("");
  /** Where a site's sign-in page is, when that was moved; else empty. */
  loginAddress = $state("");
  found = $state.raw<Found | null>(null);
  username = $state("");
  password = $state("");
  code = $state("");
  /** Where the code that is asked for comes from. */
  codeFrom = $state<CodeSource>("mail");
  working = $state(false);
  problem = $state.raw<Problem | null>(null);
  connection = $state<number | null>(null);
  /** Whether a key of it can be pasted: it was found, or hides from programs. */
  pasteable = $derived(
    this.target === "site" &&
      (this.step === "address"
        ? this.problem !== null && hidden.has(this.problem.code)
        : this.found !== null),
  );
  /** The address of the sign-in page that the site was recognised with. */
  #recognisedWith = "";
  #closed = false;

  /** Begins with a connection that exists: its address and account are known. */
  knows(known: ConnectionView): void {
    this.target = isSite(known.kind) ? "site" : "co_op";
    this.found = {
      base_url: known.base_url,
      place: placeOf(known),
      name: known.name,
      locale: null,
      practice: isPractice(known.kind),
      connection: known.id,
      site: known.site,
    };
    this.address = known.base_url;
    this.username = known.username;
    this.step = "password";
  }

  /** Fills in what the practice servers tell about themselves; starts them when they rest. */
  async fillPractice(): Promise<void> {
    await this.#work(async () => {
      let own = this.#practised(await call("practice_panel", {}));
      if (own === null) {
        await call("start_practice", {});
        own = this.#practised(await call("practice_panel", {}));
      }
      const account = own?.accounts.find((each) => each.name === this.username) ?? own?.accounts[0];
      this.username = account?.name ?? "";
      this.password = account?.password ?? "";
      this.loginAddress = own?.login ?? "";
      if (this.found === null && own !== null) {
        this.address = own.url;
        await this.#recognise();
      }
    });
  }

  #practised(panel: PracticePanel) {
    const { base_url: url, accounts, shop } = panel;
    if (this.target === "co_op") return url === null ? null : { url, accounts, login: null };
    return shop && { url: shop.base_url, accounts: shop.accounts, login: shop.login_address };
  }

  async recognise(): Promise<void> {
    await this.#work(() => this.#recognise());
  }

  async #recognise(): Promise<void> {
    const address = this.address.trim();
    this.found = this.target === "site" ? await this.#site(address) : await server(address);
    const known = overview.connection(this.found.connection);
    if (known && this.username === "") this.username = known.username;
    this.step = "password";
  }

  async #site(address: string): Promise<Found> {
    const login = this.loginAddress.trim();
    const site = await call("recognise_site", { address, login_address: login || null });
    this.#recognisedWith = login;
    return { ...site, locale: null };
  }

  async signIn(): Promise<void> {
    if (!this.found) return;
    await this.#work(async () => {
      const login = this.loginAddress.trim();
      if (this.target === "site" && login !== this.#recognisedWith) {
        this.found = await this.#site(this.found?.base_url ?? this.address.trim());
      }
      const { username, password } = this;
      const reply = await call("sign_in", {
        base_url: this.found?.base_url ?? "",
        username: username.trim(),
        password,
      });
      await this.#advance(reply);
    });
  }

  async submitCode(): Promise<void> {
    const found = this.found;
    if (!found) return;
    await this.#work(async () => {
      const reply = await call("submit_code", { base_url: found.base_url, code: this.code.trim() });
      await this.#advance(reply);
    });
  }

  /** Makes the connection of a site without signing in; the answer is its number. */
  async withoutSignIn(): Promise<number | null> {
    if (!this.pasteable) return null;
    // What was found before does not belong to another address that is typed now.
    const found = this.step === "address" ? null : this.found;
    let made: number | null = null;
    await this.#work(async () => {
      this.password = "";
      const address = found?.base_url ?? this.address.trim();
      made = found?.connection ?? (await call("add_site", { address }));
      await overview.load();
    });
    return made;
  }

  /** Only a new sign-in makes the server send a new code. */
  async startOver(): Promise<void> {
    await this.cancel();
    this.#closed = false;
    this.code = "";
    this.problem = null;
    this.step = "password";
    if (this.found?.practice) await this.fillPractice();
  }

  backToAddress(): void {
    this.problem = null;
    this.step = "address";
  }

  /** The problem of one kind of server says nothing about the other. */
  choose(target: Target): void {
    this.target = target;
    this.problem = null;
  }

  /** Gives up; the server's half-open sign-in is forgotten as well. */
  async cancel(): Promise<void> {
    this.#closed = true;
    const half = this.step === "code" || this.working;
    if (half && this.found) {
      await call("cancel_sign_in", { base_url: this.found.base_url }).catch(() => undefined);
    }
  }

  async #advance(reply: SignInStep): Promise<void> {
    this.password = "";
    if (reply.step === "code_needed") {
      this.code = "";
      this.codeFrom = reply.by;
      this.step = "code";
      return;
    }
    this.code = "";
    await overview.load();
    this.connection = reply.connection;
    this.step = reply.admin ? "connected" : "not_admin";
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.problem = null;
    try {
      await work();
    } catch (thrown) {
      if (!this.#closed) this.problem = asProblem(thrown);
    } finally {
      this.working = false;
    }
  }
}

async function server(address: string): Promise<Found> {
  const found = await call("recognise_server", { address });
  return { ...found, place: found.host, name: found.name ?? found.host, site: null };
}

/** The digits of a code as it is typed or pasted, with whatever stands around them. */
export function codeDigits(text: string): string {
  return text.replace(/\D/g, "").slice(0, 6);
}

/** A site's code, which may have letters: taken out of a sentence when it is a number that long. */
export function siteCode(text: string): string {
  const number = /(?<![\w-])\d(?: ?\d){5,}(?![\w-])/.exec(text);
  return number ? number[0].replaceAll(" ", "") : text.trim();
}
