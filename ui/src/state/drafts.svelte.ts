// The drafts: which there are, which are chosen, and sending them with progress.
import { call, listen } from "$backend";
import type { DraftView, Problem, SendOutcome, SendProgress } from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { undoable } from "./undo.svelte";

export function isSent(draft: DraftView): boolean {
  return draft.state.state === "sent_store" || draft.state.state === "sent_key";
}

/** Whether it may be sent now: one that is looked for may be on the server already. */
export function isSendable(draft: DraftView): boolean {
  return draft.state.state === "waiting";
}

function wasSent({ outcome }: SendOutcome): boolean {
  return outcome === "sent_store" || outcome === "sent_key";
}

class DraftsState {
  all = $state.raw<DraftView[] | null>(null);
  /** Why the list could not be read. */
  problem = $state.raw<Problem | null>(null);
  /** Why something that was asked for was not done at all. */
  failure = $state.raw<Problem | null>(null);
  chosen = $state.raw<ReadonlySet<number>>(new Set());
  /** What came of each that was sent last. */
  results = $state.raw<Readonly<Record<number, SendOutcome>>>({});
  sending = $state(false);
  progress = $state.raw<SendProgress | null>(null);
  stopping = $state(false);
  #asked = 0;
  #latest: Promise<void> | undefined;

  waiting = $derived((this.all ?? []).filter((draft) => !isSent(draft)));
  sent = $derived((this.all ?? []).filter(isSent));
  sendable = $derived(this.waiting.filter(isSendable));
  /** The chosen ones that can be sent, in the order of the list. */
  toSend = $derived(this.sendable.filter((draft) => this.chosen.has(draft.id)));
  /** Whether some were tried and are still here. */
  resuming = $derived(this.toSend.some((draft) => draft.id in this.results));

  listen(): void {
    listen("sending", (progress) => {
      if (this.sending) this.progress = progress;
    });
  }

  /** Reads the list; it is there once this ends, whoever else asks for it meanwhile. */
  load(): Promise<void> {
    this.#latest = this.#read();
    return this.#latest;
  }

  async #read(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const all = await call("list_drafts", {});
      if (asked !== this.#asked) return await this.#latest;
      this.all = all;
      this.problem = null;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  find(id: number): DraftView | null {
    return this.all?.find((draft) => draft.id === id) ?? null;
  }

  /** Chooses one or not; a key takes the draft of its Store along. */
  choose(draft: DraftView, on: boolean): void {
    const chosen = new Set(this.chosen);
    for (const id of on ? this.#withStore(draft) : [draft.id]) {
      if (on) chosen.add(id);
      else chosen.delete(id);
    }
    this.chosen = chosen;
  }

  chooseAll(on: boolean): void {
    this.chosen = new Set(on ? this.sendable.map((draft) => draft.id) : []);
  }

  #withStore(draft: DraftView): number[] {
    const store = draft.content.kind === "key" ? draft.content.store_draft : null;
    return store === null || this.find(store) === null ? [draft.id] : [store, draft.id];
  }

  /** Sends what is chosen, each once, until it is done or stopped. */
  async send(ids: number[] = this.toSend.map((draft) => draft.id)): Promise<void> {
    if (this.sending || ids.length === 0) return;
    this.sending = true;
    this.stopping = false;
    this.progress = null;
    this.failure = null;
    try {
      const results = await call("send_drafts", { drafts: ids });
      // The list first, so that no row says both that it waits and that it was sent.
      await this.load();
      const outcomes = results.map(({ draft, outcome }) => [draft, outcome] as const);
      this.results = { ...this.results, ...Object.fromEntries(outcomes) };
      // What is left stays chosen, so that one press goes on with it.
      const left = results.filter(({ outcome }) => !wasSent(outcome));
      this.chosen = new Set(left.map(({ draft }) => draft));
      this.#tell(results.length);
    } catch (thrown) {
      this.failure = asProblem(thrown);
    } finally {
      this.sending = false;
      this.progress = null;
    }
    overview.readAgain();
  }

  /** Sends one that was just saved, after the Store it waits for. */
  async sendOne(id: number): Promise<void> {
    await this.load();
    const draft = this.find(id);
    if (!draft) return;
    this.choose(draft, true);
    await this.send(this.#withStore(draft));
  }

  #tell(total: number): void {
    const sent = total - this.chosen.size;
    if (sent === total) announce.show(t("drafts-all-sent", { count: sent }), "drafts");
    else announce.show(t("drafts-some-sent", { sent, total }), "drafts");
  }

  async stop(): Promise<void> {
    this.stopping = true;
    try {
      await call("stop_sending", {});
    } catch (thrown) {
      this.stopping = false;
      this.failure = asProblem(thrown);
    }
  }

  async remove(draft: DraftView): Promise<void> {
    try {
      await call("delete_draft", { draft: draft.id });
      this.choose(draft, false);
      this.forgetResult(draft.id);
      undoable(t("draft-deleted", { name: draft.name }), () =>
        call("restore_draft", { draft: draft.id }),
      );
      overview.readAgain();
    } catch (thrown) {
      this.failure = asProblem(thrown);
    }
  }

  async clearSent(): Promise<void> {
    try {
      await call("clear_sent_drafts", {});
      announce.show(t("drafts-cleared"), "drafts");
      overview.readAgain();
    } catch (thrown) {
      this.failure = asProblem(thrown);
    }
  }

  /** The first draft of a connection that failed in this way. */
  explainedBy(connection: number, problem: Problem): number | null {
    const first = this.waiting.find((draft) => {
      const result = this.results[draft.id];
      const same = result?.outcome === "failed" && result.problem.code === problem.code;
      return same && draft.connection === connection;
    });
    return first?.id ?? null;
  }

  /** What kept several from being sent is over. */
  solved(connection: number, problem: Problem): void {
    const kept = Object.entries(this.results).filter(([id, result]) => {
      const same = result.outcome === "failed" && result.problem.code === problem.code;
      return !same || this.find(Number(id))?.connection !== connection;
    });
    this.results = Object.fromEntries(kept);
  }

  /** One that was changed or tried again has no result any more. */
  forgetResult(id: number): void {
    const { [id]: _old, ...others } = this.results;
    this.results = others;
  }
}

export const drafts = new DraftsState();
