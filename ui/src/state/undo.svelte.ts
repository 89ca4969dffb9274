// Doing something that can be taken back, and saying so.
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { trouble } from "./trouble.svelte";

/** Tells what was done; taking it back reads everything shown again. */
export function undoable(text: string, back: () => Promise<unknown>): void {
  const undo = async (): Promise<void> => {
    try {
      await back();
      announce.show(t("undone"), "undone");
      overview.readAgain();
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { retry: () => void undo() });
    }
  };
  announce.offerUndo(text, () => void undo());
}
