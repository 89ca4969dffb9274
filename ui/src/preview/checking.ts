// Checks and diagnoses of the invented program.
import type { Cause, DiagnosisView, Fix, FoundCause, KeyDetail, KeyStatus } from "../contract";
import { type Answers, keyOf } from "./answers";
import type { Preview } from "./backend";
import { diagnoseConsumer } from "./doctor";

type CheckingCommands =
  "check_key" | "check_all" | "stop_checking" | "diagnose_key" | "diagnose_values" | "letter";

let stopped = false;

function checked(known: KeyDetail, status: KeyStatus): void {
  known.row = { ...known.row, status };
  known.known_status = status;
  known.checked_at = Date.now();
  known.unreached_at = null;
}

const order = ["values", "entrypoint", "token", "who_am_i", "store", "time_slot"] as const;

/** All steps up to the one that fails; `doubtful` ones work but need a look. */
function steps(
  failed: (typeof order)[number] | null,
  doubtful: (typeof order)[number][] = [],
): DiagnosisView["steps"] {
  const end = failed === null ? order.length : order.indexOf(failed);
  return order.map((step, at) => {
    if (at < end) return { step, outcome: doubtful.includes(step) ? "doubtful" : "passed" };
    return { step, outcome: at === end ? "failed" : "not_reached" };
  });
}

const byStatus: Partial<Record<KeyStatus, [Cause, Fix | null]>> = {
  lacks_deliveries: [{ cause: "lacks_deliveries" }, "rotate"],
  unrestricted: [{ cause: "unrestricted" }, "rotate"],
  refused: [{ cause: "renewed" }, "refresh"],
  renewed_elsewhere: [{ cause: "renewed" }, "take_new_pair"],
  replaced: [{ cause: "replaced" }, "take_new_pair"],
  wrong_instance: [{ cause: "not_coop_cycle" }, null],
  gone: [{ cause: "unknown_identifier" }, null],
  unreachable: [{ cause: "unreachable" }, null],
};

function diagnosis(known: KeyDetail, values: FoundCause[]): DiagnosisView {
  if (known.consumer) return diagnoseConsumer(known);
  const { status } = known.row;
  const causes = [...values];
  const told = byStatus[status];
  if (told) causes.push({ cause: told[0], fix: told[1] });
  if (status === "opens_another_store") {
    causes.push({ cause: { cause: "opens_another_store", store: known.opens ?? "" }, fix: null });
  }
  const plain = causes.length === 0;
  if (known.has_time_slot === false) {
    causes.push({ cause: { cause: "no_time_slot" }, fix: "set_time_slot" });
  }
  if (causes.length === 0) causes.push({ cause: { cause: "nothing_wrong" }, fix: "copy_in_turn" });
  const broken = values.length > 0 || (told !== undefined && status !== "unrestricted");
  const slot = known.has_time_slot === false ? (["time_slot"] as const) : [];
  return {
    causes,
    steps:
      values.length > 0
        ? steps("values")
        : broken
          ? steps(status === "wrong_instance" || status === "unreachable" ? "entrypoint" : "token")
          : steps(null, plain ? [...slot] : ["store", ...slot]),
    plugin: broken
      ? { shows: "credentials_not_valid" }
      : { shows: "connected", app: known.app_name },
    lines: [],
    right_base_url: null,
    key: known.row.id,
    row: known.row,
    connection_name: known.connection_name,
  };
}

function causesOf(base: string, identifier: string, secret: string): FoundCause[] {
  const found: Cause[] = [];
  const fields = { base_url: base, identifier, secret };
  for (const [name, value] of Object.entries(fields)) {
    const field = name as keyof typeof fields;
    if (value === "") found.push({ cause: "empty", field });
    else if (/\s/.test(value)) found.push({ cause: "white_space", field });
  }
  if (identifier.trim().length === 128) found.push({ cause: "halves_swapped" });
  if (/^https?:\/\/[^/]+\/$/.test(base.trim())) found.push({ cause: "base_url_slash" });
  if (/^https?:\/\/[^/]+\/./.test(base.trim())) found.push({ cause: "base_url_path" });
  return found.map((cause) => ({ cause, fix: "copy_in_turn" }));
}

export const checkingAnswers: Pick<Answers, CheckingCommands> = {
  check_key: ({ key: id }, preview) => {
    const known = keyOf(preview, id);
    checked(known, "works");
    preview.emit("changed", { connection: known.row.connection });
    return "works";
  },
  check_all: async ({ connection }, preview: Preview) => {
    stopped = false;
    const { world } = preview;
    const off = world.connections.filter((each) => each.offline);
    const wanted = world.keys.filter(
      (known) =>
        known.archived_at === null &&
        known.row.status !== "gone" &&
        (connection === null || known.row.connection === connection),
    );
    const withSecret = wanted.filter((known) => known.row.has_secret);
    const report = { checked: 0, works: 0, trouble: 0, unreached: [] as string[] };
    for (const [done, known] of withSecret.entries()) {
      preview.emit("checking", { done, total: withSecret.length });
      await Promise.resolve();
      if (stopped) break;
      const town = off.find((each) => each.id === known.row.connection);
      if (town) {
        known.unreached_at = Date.now();
        known.row = { ...known.row, status: "unreachable" };
        if (!report.unreached.includes(town.name)) report.unreached.push(town.name);
        continue;
      }
      const status = known.row.status;
      checked(known, status === "not_checked" || status === "unreachable" ? "works" : status);
      report.checked += 1;
      if (known.row.status === "works") report.works += 1;
      else report.trouble += 1;
    }
    preview.emit("changed", { connection });
    return { ...report, without_secret: wanted.length - withSecret.length, stopped };
  },
  stop_checking: () => {
    stopped = true;
    return null;
  },
  diagnose_key: ({ key: id }, preview) => diagnosis(keyOf(preview, id), []),
  diagnose_values: ({ values }, { world }) => {
    const base = values.base_url.trim().replace(/(:\/\/[^/]+).*$/, "$1");
    const identifier = values.identifier.trim();
    const known = world.keys.find((each) => each.row.identifier === identifier);
    const found = causesOf(values.base_url, values.identifier, values.secret);
    const right = known && values.base_url !== known.base_url ? known.base_url : null;
    if (known && base === known.base_url) {
      return { ...diagnosis(known, found), right_base_url: right };
    }
    const nobody = { key: null, row: null, connection_name: null };
    const other: FoundCause = known
      ? { cause: { cause: "other_instance", belongs_to: known.base_url }, fix: "copy_in_turn" }
      : { cause: { cause: "unknown_address" }, fix: null };
    return {
      ...(known ? diagnosis(known, []) : nobody),
      causes: [...found, other],
      steps: steps("values"),
      plugin: { shows: "not_compatible" },
      lines: [],
      right_base_url: right,
    };
  },
  letter: ({ letter }, preview) => {
    const known = letter.key === null ? null : keyOf(preview, letter.key);
    const shop = known?.row.store ?? "the shop";
    const lines = [
      letter.language === "fr" ? "Bonjour," : "Hello,",
      `[${letter.language}] ${letter.causes.map((each) => each.cause).join(", ")} (${shop})`,
      `Base URL: ${letter.base_url ?? known?.base_url ?? ""}`,
    ];
    return lines.join("\n\n");
  },
};
