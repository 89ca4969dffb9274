// Refreshes that run: their progress, their end, and when the next one is due.
import { call, listen } from "$backend";
import type { ConnectionView, Problem, Progress, RefreshReport } from "../contract";
import { asProblem } from "../problem";
import { t } from "../text.svelte";
import { announce } from "./announce.svelte";
import { overview } from "./overview.svelte";
import { signInAgain } from "./session.svelte";

/** How long records stay fresh enough while the window is away. */
const STALE_AFTER = 5 * 60_000;

export interface RefreshManner {
  /** Asks for no sign-in and boasts of nothing. */
  quiet?: boolean;
  /** What was done just before, to be told together with what is found. */
  after?: string;
}

class RefreshState {
  /** Progress by connection; an entry exists while it runs. */
  running = $state.raw<Readonly<Record<number, Progress | null>>>({});
  /** Why the last refresh of a connection failed. */
  problems = $state.raw<Readonly<Record<number, Problem>>>({});

  listen(): void {
    listen("progress", (progress) => {
      if (!(progress.connection in this.running)) return;
      this.running = { ...this.running, [progress.connection]: progress };
    });
  }

  isRunning(connection: number): boolean {
    return connection in this.running;
  }

  /** Reads Stores and keys of one connection. */
  async start(
    connection: number,
    { quiet = false, after = "" }: RefreshManner = {},
  ): Promise<void> {
    if (this.isRunning(connection)) return;
    this.running = { ...this.running, [connection]: null };
    this.#forget(connection);
    let again = false;
    try {
      const report = await call("refresh", { connection });
      const text = reportText(report);
      if (text || !quiet) tell(connection, sentence(after, text || t("refresh-nothing-new")));
    } catch (thrown) {
      const problem = asProblem(thrown);
      const said = problem.code === "cancelled" ? t("refresh-cancelled") : "";
      if (after || said) tell(connection, sentence(after, said));
      again = await this.#failed(connection, problem, quiet);
    } finally {
      const { [connection]: _ended, ...others } = this.running;
      this.running = others;
      void overview.load();
    }
    if (again) await this.start(connection);
  }

  async #failed(connection: number, problem: Problem, quiet: boolean): Promise<boolean> {
    if (problem.code === "cancelled") return false;
    this.problems = { ...this.problems, [connection]: problem };
    return problem.code === "signed_out" && !quiet && (await signInAgain(connection));
  }

  #forget(connection: number): void {
    const { [connection]: _solved, ...others } = this.problems;
    this.problems = others;
  }

  dismiss(connection: number): void {
    this.#forget(connection);
  }

  async cancel(connection: number): Promise<void> {
    await call("cancel_refresh", { connection });
  }

  /** All that can be refreshed now, or one. */
  startAll(only: number | null): void {
    for (const connection of overview.connections) {
      if (only !== null && connection.id !== only) continue;
      if (only === null && connection.session === "signed_out") continue;
      void this.start(connection.id);
    }
  }

  /** What the window coming back to the front asks for. */
  startStale(now: number): void {
    for (const connection of overview.connections) {
      if (isStale(connection, now)) void this.start(connection.id, { quiet: true });
    }
  }
}

/** Says what became of a refresh, and of which connection when there are several. */
function tell(connection: number, text: string): void {
  const name = overview.connections.length > 1 ? overview.connection(connection)?.name : undefined;
  announce.show(name ? t("refresh-of", { name, text }) : text, `refresh-${connection}`);
}

function sentence(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

export function isStale(connection: ConnectionView, now: number): boolean {
  if (connection.session !== "signed_in") return false;
  return connection.refreshed_at === null || now - connection.refreshed_at > STALE_AFTER;
}

/** What a refresh found, in words; empty when it found nothing. */
export function reportText(report: RefreshReport): string {
  const parts = [
    report.new_keys && t("refresh-new-keys", { count: report.new_keys }),
    report.new_stores && t("refresh-new-stores", { count: report.new_stores }),
    report.renewed && t("refresh-renewed", { count: report.renewed }),
    report.replaced && t("refresh-replaced", { count: report.replaced }),
    report.renamed && t("refresh-renamed", { count: report.renamed }),
    report.permission_changed &&
      t("refresh-permission-changed", { count: report.permission_changed }),
    report.gone && t("refresh-gone", { count: report.gone }),
    report.back && t("refresh-back", { count: report.back }),
    report.gone_stores && t("refresh-gone-stores", { count: report.gone_stores }),
    report.taken && t("refresh-taken", { count: report.taken }),
    report.found && t("refresh-found", { count: report.found }),
    report.never_done && t("refresh-never-done", { count: report.never_done }),
    report.secrets_waiting && t("refresh-secrets-waiting", { count: report.secrets_waiting }),
  ];
  const found = parts.filter((part): part is string => typeof part === "string");
  return found.join(" · ");
}

export const refresh = new RefreshState();
