// What the program said about itself as a whole, kept current by its events.
import { call, listen } from "$backend";
import type { ConnectionView, Overview, Problem } from "../contract";
import { asProblem } from "../problem";
import { trouble } from "./trouble.svelte";

class OverviewState {
  current = $state.raw<Overview | null>(null);
  /** Why there is no overview. */
  problem = $state.raw<Problem | null>(null);
  /** Counts up whenever records changed behind the page's back. */
  changes = $state(0);
  #asked = 0;
  #onTheirWay = 0;

  connections = $derived(this.current?.connections ?? []);

  async load(): Promise<void> {
    const asked = ++this.#asked;
    this.#onTheirWay += 1;
    try {
      const overview = await call("overview", {});
      if (asked !== this.#asked) return;
      this.current = overview;
      this.problem = null;
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    } finally {
      this.#onTheirWay -= 1;
    }
  }

  listen(): void {
    listen("changed", () => this.readAgain());
    listen("keychain", (keychain) => {
      this.patch({ keychain });
      if (keychain === "ready") trouble.keychainOpened();
    });
    listen("clipboard", (clipboard) => this.patch({ clipboard }));
    listen("practice", (practice) => this.patch({ practice }));
  }

  /** What is shown is read again. */
  readAgain(): void {
    this.changes += 1;
    void this.load();
  }

  connection(id: number | null): ConnectionView | null {
    return this.connections.find((connection) => connection.id === id) ?? null;
  }

  patch(part: Partial<Overview>): void {
    if (!this.current) return;
    this.current = { ...this.current, ...part };
    // A reply still on its way knows less than this event, and more of everything else.
    if (this.#onTheirWay > 0) void this.load();
  }
}

export const overview = new OverviewState();
