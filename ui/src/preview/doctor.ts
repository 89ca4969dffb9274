// Why consumer keys of the invented sites do not work.
import type { Cause, DiagnosisStep, DiagnosisView, Fix, KeyDetail, ServerLines } from "../contract";

const apacheHeader: ServerLines = {
  server: "apache",
  text: "RewriteEngine On\nRewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]",
};
const nginxHeader: ServerLines = {
  server: "nginx",
  text: "fastcgi_param HTTP_AUTHORIZATION $http_authorization;",
};
const knowsHttps: ServerLines = {
  server: "wp_config",
  text: "if ( isset( $_SERVER['HTTP_X_FORWARDED_PROTO'] ) && 'https' === $_SERVER['HTTP_X_FORWARDED_PROTO'] ) {\n\t$_SERVER['HTTPS'] = 'on';\n}",
};

interface Told {
  cause: Cause;
  fix: Fix | null;
  lines?: ServerLines[];
  /** The step at which it ends. */
  at: DiagnosisStep;
}

const order: DiagnosisStep[] = [
  "values",
  "site_root",
  "reading",
  "writing",
  "key_list",
  "in_address",
];

function toldOf({ row, consumer }: KeyDetail): Told | null {
  if (consumer?.secret_lost) {
    return { cause: { cause: "secret_differs" }, fix: "remake", at: "values" };
  }
  switch (row.status) {
    case "not_recognised":
      return {
        cause: { cause: "header_or_https" },
        fix: "ask_in_address",
        lines: [apacheHeader, nginxHeader, knowsHttps],
        at: "reading",
      };
    case "refused":
      return { cause: { cause: "secret_differs" }, fix: "rotate", at: "reading" };
    case "owner_lacks_right":
      return { cause: { cause: "owner_lacks_right" }, fix: null, at: "reading" };
    case "owner_gone":
      return { cause: { cause: "owner_gone" }, fix: "rotate", at: "reading" };
    case "plain_http":
      return { cause: { cause: "site_plain_http" }, fix: null, at: "values" };
    case "plain_permalinks":
      return { cause: { cause: "plain_permalinks" }, fix: null, at: "site_root" };
    case "gone":
      return { cause: { cause: "revoked" }, fix: null, at: "key_list" };
    case "unreachable":
      return { cause: { cause: "unreachable" }, fix: null, at: "site_root" };
    default:
      if (row.permission === "read") {
        return { cause: { cause: "lacks_write" }, fix: "change_permission", at: "writing" };
      }
      return null;
  }
}

function view(known: KeyDetail, told: Told | null, steps: DiagnosisStep[]): DiagnosisView {
  const end = told === null ? steps.indexOf("in_address") : steps.indexOf(told.at);
  return {
    causes: [
      told ?? { cause: { cause: "nothing_wrong" } as const, fix: "copy_in_turn" as const },
    ].map(({ cause, fix }) => ({ cause, fix })),
    steps: steps.map((step, at) => ({
      step,
      outcome: at > end || step === "in_address" ? "not_reached" : at < end ? "passed" : "failed",
    })),
    plugin: null,
    lines: told?.lines ?? [],
    right_base_url: null,
    key: known.row.id,
    row: known.row,
    connection_name: known.connection_name,
  };
}

export function diagnoseConsumer(known: KeyDetail): DiagnosisView {
  return view(known, toldOf(known), order);
}

/** It counts in the address: so the web server keeps the header to itself. */
export function askedInAddress(known: KeyDetail): DiagnosisView {
  const told: Told = {
    cause: { cause: "header_stripped" },
    fix: "rotate",
    lines: [apacheHeader, nginxHeader],
    at: "reading",
  };
  const found = view(known, told, order);
  const others = found.steps.filter(({ step }) => step !== "in_address");
  return { ...found, steps: [...others, { step: "in_address", outcome: "passed" }] };
}
