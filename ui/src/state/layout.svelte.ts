// Widths of the panes, kept from one start to the next.
import { call } from "$backend";
import type { Layout } from "../contract";

export type Side = keyof Layout;

export const limits: Record<Side, { least: number; most: number }> = {
  rail: { least: 160, most: 320 },
  detail: { least: 280, most: 560 },
};

class LayoutState {
  rail = $state(208);
  detail = $state(336);
  #restored = false;

  /** Takes over what was saved, once. */
  restore(saved: Layout): void {
    if (this.#restored) return;
    this.#restored = true;
    this.rail = within("rail", saved.rail);
    this.detail = within("detail", saved.detail);
  }

  set(side: Side, width: number): void {
    this.#restored = true;
    this[side] = within(side, width);
  }

  async save(): Promise<void> {
    const layout = { rail: Math.round(this.rail), detail: Math.round(this.detail) };
    // Losing a width is not worth a word.
    await call("save_layout", { layout }).catch(() => undefined);
  }
}

function within(side: Side, width: number): number {
  const { least, most } = limits[side];
  return Math.min(Math.max(width, least), most);
}

export const layout = new LayoutState();
