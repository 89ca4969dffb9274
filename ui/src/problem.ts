// Which problems exist, and what a person can do about each at once.
import type { Problem } from "./contract";

export type ProblemCode = Problem["code"];

/** The act a problem box offers besides its words. */
export type ProblemAct =
  | "retry"
  | "sign_in"
  | "open_keychain"
  | "refresh"
  | "look_now"
  | "decide"
  | "start_practice"
  | "guide"
  | "show_key"
  | null;

// Written as a record so that a new code does not compile until it is decided here.
export const problemActs: Record<ProblemCode, ProblemAct> = {
  bad_address: null,
  plain_http: null,
  not_coopcycle_website: null,
  not_coopcycle_nothing: null,
  not_coopcycle_other: null,
  redirected: null,
  dns: "retry",
  connection_refused: "retry",
  timed_out: "retry",
  certificate: "retry",
  unreachable: "retry",
  reply_lost: "refresh",
  wrong_password: null,
  code_refused: null,
  code_late: null,
  not_admin: null,
  signed_out: "sign_in",
  server_error: "retry",
  maintenance: "retry",
  too_many_requests: "retry",
  form_changed: "retry",
  rejected_without_message: "retry",
  fields_refused: null,
  address_missing: null,
  address_not_found: null,
  not_on_server: "refresh",
  too_large: null,
  name_blank: null,
  name_too_long: null,
  no_scope: null,
  scope_does_not_fit: null,
  store_needed: null,
  typed_name_differs: null,
  api_key_not_renewable: null,
  keychain_absent: "open_keychain",
  keychain_locked: "open_keychain",
  keychain_timed_out: "open_keychain",
  keychain_refused: "open_keychain",
  keychain_full: "open_keychain",
  secret_not_stored: "refresh",
  secret_changed: "refresh",
  clipboard_unavailable: "retry",
  clipboard_differs: "retry",
  inventory_newer: null,
  inventory_full: "retry",
  inventory_read_only: "retry",
  inventory_busy: "retry",
  inventory_in_use: "retry",
  backup_unusable: null,
  inventory_failed: "retry",
  record_gone: null,
  undecided: "decide",
  still_looking: "look_now",
  nothing_done: "retry",
  draft_not_waiting: null,
  store_missing: null,
  still_on_server: "refresh",
  export_failed: "retry",
  file_unreadable: "retry",
  file_too_large: null,
  file_not_understood: null,
  file_newer: null,
  wrong_passphrase: null,
  no_key_column: null,
  import_over: null,
  nothing_to_export: null,
  person_missing: null,
  mail_not_opened: null,
  not_opened: "retry",
  qr_too_long: null,
  already_rotating: null,
  restaurant_key: null,
  rotation_elsewhere: null,
  not_replaced_yet: null,
  no_turn: null,
  not_wordpress: null,
  not_woocommerce: null,
  no_login_page: "guide",
  login_elsewhere: null,
  single_sign_on: "guide",
  captcha: "guide",
  site_blocked: "guide",
  sign_in_refused: null,
  unknown_second_factor: "guide",
  no_site_right: null,
  not_your_key: null,
  site_says: null,
  rest_closed: "retry",
  description_changed: null,
  secret_never_seen: "show_key",
  no_consumer_key: null,
  no_consumer_secret: null,
  pair_not_accepted: null,
  pair_known: "show_key",
  wrong_key_type: null,
  site_plain_http: null,
  bad_setting: null,
  cancelled: null,
  practice_failed: "start_practice",
  internal: "retry",
  practice_not_running: "start_practice",
};

/** Codes that mean the server was not reached, so that what is stored here is all there is. */
const unreachable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "dns",
  "connection_refused",
  "timed_out",
  "unreachable",
]);

export function isUnreachable(problem: Problem): boolean {
  return unreachable.has(problem.code);
}

/** Codes that keep a server's form from being read, while a draft can still be prepared. */
const preparable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...unreachable,
  "certificate",
  "signed_out",
  "server_error",
  "maintenance",
  "too_many_requests",
]);

export function leavesDrafts(problem: Problem): boolean {
  return preparable.has(problem.code);
}

/** Codes after which the server may have done what was asked: asking again could do it twice. */
const uncertain: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "reply_lost",
  "undecided",
  "still_looking",
]);

export function isUncertain(problem: Problem | null): boolean {
  return problem !== null && uncertain.has(problem.code);
}

/** Whether something thrown is a problem as the contract has it. */
export function isProblem(thrown: unknown): thrown is Problem {
  return (
    typeof thrown === "object" &&
    thrown !== null &&
    "code" in thrown &&
    typeof thrown.code === "string" &&
    thrown.code in problemActs
  );
}

/** What was thrown, as a problem. A failure inside the program itself becomes its text. */
export function asProblem(thrown: unknown): Problem {
  if (isProblem(thrown)) return thrown;
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "internal", what };
}
