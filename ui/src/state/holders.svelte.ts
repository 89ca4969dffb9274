// Who holds which key, as far as hand-overs were recorded here.
import { call } from "$backend";
import type { HandoverView, HolderView, Problem } from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { trouble } from "./trouble.svelte";
import { undoable } from "./undo.svelte";
import { focusTitle } from "./view.svelte";

/** Without case and accents, as people search and as names are compared. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

export function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** What somebody still holds, each key once. */
export function stillHeld(holder: HolderView): HandoverView[] {
  const seen = new Set<number>();
  return holder.handovers.filter((each) => {
    if (each.outdated || seen.has(each.key)) return false;
    seen.add(each.key);
    return true;
  });
}

class HoldersState {
  all = $state.raw<HolderView[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  search = $state("");
  #asked = 0;

  found = $derived(this.#matching());

  #matching(): HolderView[] {
    const words = folded(this.search).split(/\s+/).filter(Boolean);
    return (this.all ?? []).filter((holder) => {
      const text = folded(
        [holder.person, ...holder.handovers.map((each) => each.subject)].join(" "),
      );
      return words.every((word) => text.includes(word));
    });
  }

  async read(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const all = await call("holders", {});
      if (asked !== this.#asked) return;
      this.all = all;
      this.problem = null;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  /** Marks somebody as having left, or as being there. */
  async setLeft(person: string, left: boolean): Promise<void> {
    try {
      await call("set_holder_left", { person, left });
      undoable(t(left ? "holder-left-said" : "holder-back-said", { person }), () =>
        call("set_holder_left", { person, left: !left }),
      );
      overview.readAgain();
    } catch (thrown) {
      trouble.tell(asProblem(thrown), { retry: () => void this.setLeft(person, left) });
    }
  }
}

export const holders = new HoldersState();

/** Notes that the receiver said that it works, or takes that back. */
export async function confirmHandover(handover: HandoverView, confirmed: boolean): Promise<void> {
  await call("confirm_handover", { handover: handover.id, confirmed });
  const { person } = handover;
  announce.say(t(confirmed ? "handed-confirmed-said" : "handed-unconfirmed-said", { person }));
  overview.readAgain();
}

/** Removes the record of a hand-over; it can be brought back as it was. */
export async function removeHandover({ id, person }: HandoverView): Promise<void> {
  await call("remove_handover", { handover: id });
  undoable(t("handed-removed", { person }), () => call("restore_handover", { handover: id }));
  overview.readAgain();
  focusTitle("detail-title");
}
