// A sign-in from address to connection, step by step. The password is forgotten once it was used.
import { call } from "$backend";
import type { ConnectionView, Problem, RecognisedServer, SignInStep } from "../contract";
import { asProblem } from "../problem";
import { overview } from "./overview.svelte";

export type Step = "address" | "password" | "code" | "not_admin" | "connected";

export class SignIn {
  step = $state<Step>("address");
  address = $state("");
  server = $state.raw<RecognisedServer | null>(null);
  username = $state("");
  password = $state("");
  code = $state("");
  working = $state(false);
  problem = $state.raw<Problem | null>(null);
  connection = $state<number | null>(null);
  #closed = false;

  /** Begins with a connection that exists: its address and account are known. */
  knows(known: ConnectionView): void {
    this.server = {
      base_url: known.base_url,
      host: known.host,
      name: known.name,
      country: null,
      locale: null,
      practice: known.kind === "practice",
      connection: known.id,
    };
    this.address = known.base_url;
    this.username = known.username;
    this.step = "password";
  }

  /** Fills in what the practice co-op tells about itself; starts it when it rests. */
  async fillPractice(): Promise<void> {
    await this.#work(async () => {
      let panel = await call("practice_panel", {});
      if (panel.base_url === null) {
        await call("start_practice", {});
        panel = await call("practice_panel", {});
      }
      const account =
        panel.accounts.find((each) => each.name === this.username) ?? panel.accounts[0];
      this.username = account?.name ?? "";
      this.password = account?.password ?? "";
      if (this.server === null && panel.base_url !== null) {
        this.address = panel.base_url;
        await this.#recognise();
      }
    });
  }

  async recognise(): Promise<void> {
    await this.#work(() => this.#recognise());
  }

  async #recognise(): Promise<void> {
    const server = await call("recognise_server", { address: this.address.trim() });
    this.server = server;
    const known = overview.connection(server.connection);
    if (known && this.username === "") this.username = known.username;
    this.step = "password";
  }

  async signIn(): Promise<void> {
    const server = this.server;
    if (!server) return;
    await this.#work(async () => {
      const { username, password } = this;
      const reply = await call("sign_in", {
        base_url: server.base_url,
        username: username.trim(),
        password,
      });
      await this.#advance(reply);
    });
  }

  async submitCode(): Promise<void> {
    const server = this.server;
    if (!server) return;
    await this.#work(async () => {
      const reply = await call("submit_code", { base_url: server.base_url, code: this.code });
      await this.#advance(reply);
    });
  }

  /** Only a new sign-in makes the server send a new code. */
  async startOver(): Promise<void> {
    await this.cancel();
    this.#closed = false;
    this.code = "";
    this.problem = null;
    this.step = "password";
    if (this.server?.practice) await this.fillPractice();
  }

  backToAddress(): void {
    this.problem = null;
    this.step = "address";
  }

  /** Gives up; the server's half-open sign-in is forgotten as well. */
  async cancel(): Promise<void> {
    this.#closed = true;
    const half = this.step === "code" || this.working;
    if (half && this.server) {
      await call("cancel_sign_in", { base_url: this.server.base_url }).catch(() => undefined);
    }
  }

  async #advance(reply: SignInStep): Promise<void> {
    this.password = "";
    if (reply.step === "code_needed") {
      this.code = "";
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

/** The digits of a code as it is typed or pasted, with whatever stands around them. */
export function codeDigits(text: string): string {
  return text.replace(/\D/g, "").slice(0, 6);
}
