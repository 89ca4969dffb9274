// Copying, and the countdown of what was copied. The values themselves never pass here.
import { call } from "$backend";
import type { ClipboardView, CopyField } from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { wordOfKey } from "../words-of-key";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { trouble } from "./trouble.svelte";

const TICK_FOR = 1_500;

class ClipboardState {
  /** The button that shows a tick, as `key:field`. */
  ticked = $state("");
  /** The button that waits for its copy. */
  copying = $state("");

  async copy(key: number, field: CopyField): Promise<void> {
    const button = `${key}:${field}`;
    this.copying = button;
    // An earlier tick must not stand for this copy.
    this.ticked = "";
    trouble.forget(key);
    try {
      const receipt = await call("copy_field", { key, field });
      this.ticked = button;
      setTimeout(() => {
        if (this.ticked === button) this.ticked = "";
      }, TICK_FOR);
      const what = wordOfKey(receipt.field, key);
      announce.say(
        receipt.clears_after === null
          ? t("copied-stays", { what })
          : t("copied-clears", { what, seconds: receipt.clears_after }),
      );
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { key, retry: () => void this.copy(key, field) });
    } finally {
      if (this.copying === button) this.copying = "";
    }
  }

  async clear(): Promise<void> {
    await this.#ask("clear_clipboard");
  }

  async extend(): Promise<void> {
    await this.#ask("extend_clipboard");
  }

  async #ask(name: "clear_clipboard" | "extend_clipboard"): Promise<void> {
    trouble.dismiss();
    try {
      await call(name, {});
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { retry: () => void this.#ask(name) });
    }
  }
}

export const clipboard = new ClipboardState();

/** What is left of a countdown that had `left` at the time `since`. */
export function leftAt(left: number, since: number, now: number): number {
  return Math.max(0, left - (now - since));
}

/** What the strip shows, or nothing. */
export function stripView(): ClipboardView {
  return overview.current?.clipboard ?? { state: "nothing" };
}
