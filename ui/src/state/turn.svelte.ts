// Copying base URL, Identifier and Secret in turn. The values themselves never pass here.
import { call } from "$backend";
import type { TurnView } from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { stripView } from "./clipboard.svelte";
import { trouble } from "./trouble.svelte";

class TurnState {
  /** Whether a copy is on its way, so that a second press skips none. */
  working = $state(false);

  /** The turn that goes on, or nothing. */
  current = $derived.by<TurnView | null>(() => {
    const shown = stripView();
    return shown.state === "ours" ? shown.turn : null;
  });

  /** Puts the first of the values on the clipboard. */
  async start(key: number): Promise<void> {
    await this.#ask(key, () => call("copy_in_turn", { key }));
  }

  async next(): Promise<void> {
    await this.#ask(null, () => call("copy_next", {}));
  }

  async stop(): Promise<void> {
    await this.#ask(null, () => call("stop_copying_in_turn", {}));
    announce.say(t("turn-stopped-said"));
  }

  /** What the shortcut means: the next value while there is one, or else a new turn. */
  press(key: number | null): boolean {
    if (this.current?.next) void this.next();
    else if (key !== null) void this.start(key);
    else return false;
    return true;
  }

  async #ask(key: number | null, work: () => Promise<unknown>): Promise<void> {
    if (this.working) return;
    this.working = true;
    if (key === null) trouble.dismiss();
    else trouble.forget(key);
    try {
      await work();
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { key, retry: () => void this.#ask(key, work) });
    } finally {
      this.working = false;
    }
  }
}

export const turn = new TurnState();
