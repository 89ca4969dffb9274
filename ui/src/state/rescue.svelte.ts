// Bringing every secret that the servers still show into the keychain.
import { call, listen } from "$backend";
import type { Problem, RescueProgress, RescueReport } from "../contract";
import { asProblem } from "../problem";
import { overview } from "./overview.svelte";

class RescueState {
  running = $state(false);
  progress = $state.raw<RescueProgress | null>(null);
  report = $state.raw<RescueReport | null>(null);
  problem = $state.raw<Problem | null>(null);

  listen(): void {
    listen("rescuing", (progress) => {
      if (this.running) this.progress = progress;
    });
  }

  async start(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.progress = null;
    this.report = null;
    this.problem = null;
    try {
      this.report = await call("rescue_secrets", {});
      overview.readAgain();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.running = false;
      this.progress = null;
    }
  }
}

export const rescue = new RescueState();
