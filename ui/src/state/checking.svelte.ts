// Checking many keys in one go: how far it is, and what it found.
import { call, listen } from "$backend";
import type { CheckProgress, CheckReport, Problem } from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";

class CheckingState {
  running = $state(false);
  stopping = $state(false);
  progress = $state.raw<CheckProgress | null>(null);
  report = $state.raw<CheckReport | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The only connection that was asked about. */
  connection = $state<number | null>(null);

  listen(): void {
    // Checks in the background tell their progress, too; nobody waits for those.
    listen("checking", (progress) => {
      if (this.running) this.progress = progress;
    });
  }

  async start(connection: number | null): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.stopping = false;
    this.connection = connection;
    this.dismiss();
    try {
      this.report = await call("check_all", { connection });
      announce.say(reportText(this.report));
      overview.readAgain();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.running = false;
      this.progress = null;
    }
  }

  /** The key being checked comes to its end first. */
  async stop(): Promise<void> {
    if (!this.running || this.stopping) return;
    this.stopping = true;
    try {
      await call("stop_checking", {});
    } catch (thrown) {
      this.stopping = false;
      this.problem = asProblem(thrown);
    }
  }

  dismiss(): void {
    this.report = null;
    this.problem = null;
    this.progress = null;
  }
}

/** What checking found, in one line. */
export function reportText(report: CheckReport): string {
  const { checked, works, trouble, without_secret: without, unreached, stopped } = report;
  const parts = [
    stopped ? t("check-all-stopped", { count: checked }) : t("check-all-done", { count: checked }),
    works > 0 ? t("check-all-works", { count: works }) : "",
    trouble > 0 ? t("check-all-trouble", { count: trouble }) : "",
    without > 0 ? t("check-all-without", { count: without }) : "",
    unreached.length > 0 ? t("check-all-unreached", { names: unreached.join(", ") }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

export const checking = new CheckingState();
