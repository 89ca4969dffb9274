// What the window shows now: screen, filters, search, selected key.
import type { KeyFilter } from "../contract";

export type Screen =
  | "keys"
  | "attention"
  | "stores"
  | "drafts"
  | "holders"
  | "activity"
  | "practice"
  | "settings"
  | "transfer";

/** Gives the focus to a title, as when the button that was pressed leaves the page. */
export function focusTitle(id: "detail-title" | "drafts-title" | "attention-title"): void {
  document.getElementById(id)?.focus({ preventScroll: true });
}

class ViewState {
  screen = $state<Screen>("keys");
  connection = $state<number | null>(null);
  filter = $state.raw<KeyFilter>({ kind: "all" });
  /** The name of the Store that `filter` is for. */
  storeName = $state("");
  search = $state("");
  selected = $state<number | null>(null);
  /** Too narrow for list and detail side by side. */
  narrow = $state(false);
  /** Whether a narrow window shows the detail in place of the list. */
  detailOpen = $state(false);
  /** Whether the detail's title takes the focus once it is there. */
  enterDetail = $state(false);
  /** The clock of relative times; it moves every half minute. */
  now = $state(Date.now());

  showKeys(filter: KeyFilter = { kind: "all" }, storeName = ""): void {
    this.screen = "keys";
    this.filter = filter;
    this.storeName = storeName;
    this.detailOpen = false;
  }

  showAllKeys(): void {
    this.connection = null;
    this.search = "";
    this.showKeys();
  }

  toggleConnection(id: number): void {
    this.connection = this.connection === id ? null : id;
    if (this.screen !== "stores" && this.screen !== "attention") this.showKeys();
  }

  select(key: number): void {
    this.selected = key;
  }

  open(key: number): void {
    this.selected = key;
    this.detailOpen = true;
  }
}

export const view = new ViewState();
