// Generated from the contract room; `./dev contract` writes it anew. Do not edit.

/**
 * What happened.
 */
export type Act = "created" | "seen_on_server" | "copied_secret" | "copied_identifier" | "copied_base_url" | "revealed" | "renewed" | "renewed_elsewhere" | "replaced_elsewhere" | "renamed_elsewhere" | "gone_from_server" | "back_on_server" | "checked" | "note_changed" | "local_name_changed" | "took_new_pair" | "archived" | "unarchived" | "secret_lost" | "secret_rescued" | "handed_over" | "handover_confirmed" | "rotation_begun" | "rotation_ended" | "imported" | "edited" | "permission_changed_elsewhere" | "revoked";
/**
 * A line of history.
 */
export type ActivityEntry = { 
/**
 * When.
 */
at: number, 
/**
 * Local account name; empty for what was only seen.
 */
who: string, 
/**
 * What.
 */
act: Act, 
/**
 * What it was called then.
 */
subject: string, 
/**
 * The connection's name.
 */
connection: string, 
/**
 * The key, when it is still known.
 */
key: number | null, };
/**
 * Which lines of history are wanted.
 */
export type ActivityFilter = { 
/**
 * Only this connection.
 */
connection: number | null, 
/**
 * Only what this local account did; the empty text means what was only seen on servers.
 */
who: string | null, 
/**
 * Only these; empty for all.
 */
acts: Array<Act>, 
/**
 * Words that must all occur in what it is about.
 */
text: string, };
/**
 * The words of an exported history, in the person's language.
 */
export type ActivityWords = { 
/**
 * Headings: time, who, act, connection, subject.
 */
headings: Array<string>, 
/**
 * What each act is called.
 */
acts: Array<[Act, string]>, };
/**
 * What was asked of a server.
 */
export type AskedAct = "create_store" | "create_key" | "renew_secret" | "revoke_key" | "sign_out" | "disconnect" | "forget";
/**
 * How many of a kind are due.
 */
export type AttentionCount = { 
/**
 * Which kind.
 */
kind: AttentionKind, 
/**
 * How many.
 */
count: number, };
/**
 * Why something needs a person.
 */
export type AttentionKind = "key_trouble" | "secret_not_stored" | "unrestricted" | "every_order" | "holder_left" | "rotation_open" | "never_handed_over" | "not_confirmed" | "old" | "unused" | "no_time_slot" | "store_without_key" | "draft_waiting";
/**
 * Rows, and how many there are.
 */
export type AttentionPage = { 
/**
 * How many rows the query has.
 */
total: number, 
/**
 * Those asked for.
 */
rows: Array<AttentionRow>, 
/**
 * How many are due of each kind, whatever kind was asked for, in the order of the list.
 */
kinds: Array<AttentionCount>, 
/**
 * How many were put off.
 */
put_off: number, };
/**
 * A window onto the list.
 */
export type AttentionQuery = { 
/**
 * Only this connection.
 */
connection: number | null, 
/**
 * Only this kind.
 */
kind: AttentionKind | null, 
/**
 * What was put off, instead of what is due.
 */
put_off: boolean, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows to return.
 */
limit: number, };
/**
 * One thing that needs a person.
 */
export type AttentionRow = { 
/**
 * Why.
 */
kind: AttentionKind, 
/**
 * About what.
 */
subject: AttentionSubject, 
/**
 * Its connection's number.
 */
connection: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * The Store's name; empty for none.
 */
store_name: string, 
/**
 * The key's state, when it is about a key.
 */
status: KeyStatus | null, 
/**
 * Since when, where that is known.
 */
since: number | null, 
/**
 * Until when it was put off.
 */
put_off_until: number | null, 
/**
 * Whether it was dismissed for good.
 */
dismissed: boolean, };
/**
 * What it is about, by its number here.
 */
export type AttentionSubject = { "about": "key", "id": number } | { "about": "store", "id": number } | { "about": "draft", "id": number };
/**
 * Why a backup was made.
 */
export type BackupReason = "daily" | "before_migration" | "before_restore" | "by_hand";
/**
 * A backup of the inventory.
 */
export type BackupView = { 
/**
 * Its file's name in the folder of backups.
 */
name: string, 
/**
 * When it was made.
 */
at: number, 
/**
 * Why.
 */
reason: BackupReason, 
/**
 * Its size.
 */
bytes: number, 
/**
 * How many keys it holds; `null` when it cannot be read.
 */
keys: number | null, 
/**
 * How many connections it holds; `null` when it cannot be read.
 */
connections: number | null, };
/**
 * Something on the server that may be what we asked for.
 */
export type Candidate = { 
/**
 * The server's number.
 */
server_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The name of its Store, or of a consumer key's owner.
 */
store: string | null, 
/**
 * The Identifier, for a key that has one; a consumer key's ending; the address, for a Store.
 */
detail: string, 
/**
 * When a refresh first saw it.
 */
first_seen: number, };
/**
 * What is wrong, as a person can mend it.
 */
export type Cause = { "cause": "white_space", field: EnteredField, } | { "cause": "empty", field: EnteredField, } | { "cause": "halves_swapped" } | { "cause": "wrong_length", field: EnteredField, found: number, expected: number, } | { "cause": "base_url_slash" } | { "cause": "base_url_path" } | { "cause": "base_url_http" } | { "cause": "base_url_www" } | { "cause": "base_url_no_address" } | { "cause": "redirected", to: string, } | { "cause": "certificate" } | { "cause": "other_instance", belongs_to: string, } | { "cause": "unknown_address" } | { "cause": "not_coop_cycle" } | { "cause": "lacks_deliveries" } | { "cause": "api_key_instead" } | { "cause": "opens_another_store", store: string, } | { "cause": "renewed" } | { "cause": "replaced" } | { "cause": "secret_differs" } | { "cause": "unknown_identifier" } | { "cause": "refused" } | { "cause": "maintenance" } | { "cause": "server_down", status: number | null, } | { "cause": "unreachable" } | { "cause": "no_time_slot" } | { "cause": "unrestricted" } | { "cause": "site_plain_http" } | { "cause": "plain_permalinks" } | { "cause": "header_stripped" } | { "cause": "https_hidden" } | { "cause": "header_or_https" } | { "cause": "revoked" } | { "cause": "not_recognised" } | { "cause": "owner_lacks_right" } | { "cause": "owner_gone" } | { "cause": "lacks_read" } | { "cause": "lacks_write" } | { "cause": "not_woo_commerce" } | { "cause": "rest_closed" } | { "cause": "nothing_wrong" };
/**
 * In which way a certificate was not accepted.
 */
export type CertificateReason = "expired" | "not_yet_valid" | "unknown_issuer" | "other_name" | "revoked" | "other";
/**
 * Records changed behind the page's back: read what is shown again.
 */
export type Changed = { 
/**
 * The only connection it is about, when there is one.
 */
connection: number | null, };
/**
 * How a key is given.
 */
export type Channel = "copied" | "mail" | "printed" | "pdf" | "sealed_pack" | "qr" | "other";
/**
 * The event `checking`: how far checking all keys is.
 */
export type CheckProgress = { 
/**
 * How many were checked.
 */
done: number, 
/**
 * Of how many.
 */
total: number, };
/**
 * What checking all keys found.
 */
export type CheckReport = { 
/**
 * Keys that were checked.
 */
checked: number, 
/**
 * Those of them that work.
 */
works: number, 
/**
 * Those of them that do not.
 */
trouble: number, 
/**
 * Keys that could not be checked, because their secret is not in the keychain.
 */
without_secret: number, 
/**
 * Names of the connections whose server was not reached.
 */
unreached: Array<string>, 
/**
 * Whether the person stopped it.
 */
stopped: boolean, };
/**
 * What the clipboard strip shows. Also sent as the event `clipboard` when it changes.
 */
export type ClipboardView = { "state": "nothing" } | { "state": "ours", 
/**
 * What it is.
 */
field: CopyField, 
/**
 * The key it belongs to, when it belongs to one.
 */
key: number | null, 
/**
 * Store and App name, as a person knows it.
 */
subject: string, 
/**
 * Whether clipboard history was asked not to keep it.
 */
hidden_from_history: boolean, 
/**
 * Milliseconds left; `null` when it stays.
 */
left_ms: number | null, 
/**
 * Milliseconds at the start of the countdown.
 */
total_ms: number | null, 
/**
 * Copying in turn, while that goes on.
 */
turn: TurnView | null, } | { "state": "cleared" } | { "state": "not_cleared" };
/**
 * Where a second factor's code comes from.
 */
export type CodeSource = "mail" | "app" | "backup" | "other";
/**
 * What answers at the address.
 */
export type ConnectionKind = "coopcycle" | "practice" | "woocommerce" | "practice_shop";
/**
 * A connection in the rail.
 */
export type ConnectionView = { 
/**
 * Its number.
 */
id: number, 
/**
 * What answers there.
 */
kind: ConnectionKind, 
/**
 * The instance's own name, or its host.
 */
name: string, 
/**
 * Host, and port when there is one.
 */
host: string, 
/**
 * The address as plugins want it.
 */
base_url: string, 
/**
 * 0 to 7: which of the connection colours.
 */
colour: number, 
/**
 * The account last signed in.
 */
username: string, 
/**
 * What is known of the session.
 */
session: SessionState, 
/**
 * Whether the last attempt did not reach the server.
 */
offline: boolean, 
/**
 * When Stores and keys were last read completely.
 */
refreshed_at: number | null, 
/**
 * How many keys are known.
 */
keys: number, 
/**
 * More of it, when it is a `WooCommerce` site.
 */
site: SiteView | null, };
/**
 * What an existing consumer key shall be from now on.
 */
export type ConsumerKeyChange = { 
/**
 * What it is for.
 */
description: string, 
/**
 * What it may do.
 */
permission: Permission, };
/**
 * What the site's form for a new key offers to the signed-in account.
 */
export type ConsumerKeyForm = { 
/**
 * The signed-in account: who owns the key unless another is chosen.
 */
own: SiteUser, 
/**
 * Whether keys may be made for other users; a shop manager may for customers only.
 */
may_choose_owner: boolean, };
/**
 * What is known of a consumer key beside its row.
 */
export type ConsumerKeyView = { 
/**
 * Whether it was never used.
 */
never_used: boolean, 
/**
 * Since when last access has read as it does, as far as our own looks tell.
 */
last_access_since: number | null, 
/**
 * Whether the signed-in account may edit and revoke it.
 */
may_change: boolean, 
/**
 * Whether it was made here, but its secret was lost with the reply: nobody has it.
 */
secret_lost: boolean, };
/**
 * A value that can be copied.
 */
export type CopyField = "base_url" | "identifier" | "secret" | "sheet" | "letter" | "passphrase";
/**
 * Said only after the clipboard was read back.
 */
export type CopyReceipt = { 
/**
 * What was copied.
 */
field: CopyField, 
/**
 * Whether clipboard history was asked, in the system's way, not to keep it.
 */
hidden_from_history: boolean, 
/**
 * Seconds until it is cleared; `null` when it stays.
 */
clears_after: number | null, };
/**
 * Numbers in the rail.
 */
export type Counts = { 
/**
 * Keys.
 */
keys: number, 
/**
 * What needs a person.
 */
attention: number, 
/**
 * Whether any key was ever handed over.
 */
handed_over: number, 
/**
 * Stores.
 */
stores: number, 
/**
 * Keys put out of sight here.
 */
archived: number, 
/**
 * Drafts that wait.
 */
drafts: number, 
/**
 * What was asked of servers, with an outcome not known yet.
 */
questions: number, 
/**
 * Secrets held in memory because the keychain did not take them.
 */
held_secrets: number, 
/**
 * Differences found on servers that nobody has said to have seen.
 */
drift: number, };
/**
 * A step and what came of it.
 */
export type DiagnosedStep = { 
/**
 * Which.
 */
step: DiagnosisStep, 
/**
 * What came of it.
 */
outcome: StepOutcome, };
/**
 * A step of the plugin's own way, and what is looked at besides.
 */
export type DiagnosisStep = "values" | "entrypoint" | "token" | "who_am_i" | "store" | "time_slot" | "site_root" | "reading" | "writing" | "key_list" | "in_address";
/**
 * Why a key works, or does not.
 */
export type DiagnosisView = { 
/**
 * Most likely first; never empty.
 */
causes: Array<FoundCause>, 
/**
 * Every step, in order.
 */
steps: Array<DiagnosedStep>, 
/**
 * What the plugin shows; `null` for a consumer key, which no plugin of ours receives.
 */
plugin: PluginMessage | null, 
/**
 * Exact lines for the web server or the site, for the first cause.
 */
lines: Array<ServerLines>, 
/**
 * The base URL to enter, when the given one was wrong or merely untidy.
 */
right_base_url: string | null, 
/**
 * The key of the inventory that it is about.
 */
key: number | null, 
/**
 * That key's row, to show which one.
 */
row: KeyRow | null, 
/**
 * Its connection's name.
 */
connection_name: string | null, };
/**
 * What can differ.
 */
export type DifferingField = "local_name" | "note" | "identifier" | "secret" | "archived";
/**
 * What shall be made.
 */
export type DraftContent = { "kind": "store", 
/**
 * Values by the server's names of its fields.
 */
values: Array<[string, string]>, } | { "kind": "key", 
/**
 * App name.
 */
name: string, 
/**
 * OAuth or `ak_`.
 */
key_type: KeyType, 
/**
 * Scopes as server values.
 */
scopes: Array<string>, 
/**
 * The server's number of its Store.
 */
store: number | null, 
/**
 * The draft of its Store, which is sent first.
 */
store_draft: number | null, };
/**
 * Where a draft stands.
 */
export type DraftState = { "state": "waiting" } | { "state": "looking" } | { "state": "undecided" } | { "state": "sent_store", 
/**
 * Its number here.
 */
store: number, 
/**
 * When.
 */
at: number, } | { "state": "sent_key", 
/**
 * Its number here.
 */
key: number, 
/**
 * When.
 */
at: number, };
/**
 * A draft in the list.
 */
export type DraftView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its connection's number.
 */
connection: number, 
/**
 * App name, or name of the Store.
 */
name: string, 
/**
 * What shall be made.
 */
content: DraftContent, 
/**
 * The name of the Store a key is for; `null` for a key without one, and for Stores.
 */
store_name: string | null, 
/**
 * Where it stands.
 */
state: DraftState, 
/**
 * When it was last changed.
 */
changed_at: number, };
/**
 * What is different from before.
 */
export type DriftKind = "new" | "renewed" | "replaced" | "renamed" | "permission_changed" | "gone" | "back";
/**
 * A difference nobody has said to have seen.
 */
export type DriftView = { 
/**
 * Its number.
 */
id: number, 
/**
 * What is different.
 */
kind: DriftKind, 
/**
 * Whether it is about the key's Store rather than the key.
 */
of_store: boolean, 
/**
 * The name before, of what was renamed; the permission before, as the site's value.
 */
from: string | null, 
/**
 * When a refresh noticed it.
 */
at: number, };
/**
 * A value that is entered in a plugin.
 */
export type EnteredField = "base_url" | "identifier" | "secret";
/**
 * Three values as a web developer entered them.
 */
export type EnteredValues = { 
/**
 * *Base URL*.
 */
base_url: string, 
/**
 * *API Key*, the Identifier.
 */
identifier: string, 
/**
 * *API Secret*, the Secret.
 */
secret: string, };
/**
 * An export that was written.
 */
export type ExportMade = { 
/**
 * The whole path of the file.
 */
path: string, 
/**
 * The words that open it, shown once.
 */
passphrase: string, 
/**
 * How many keys are in it.
 */
keys: number, 
/**
 * How many secrets are in it.
 */
secrets: number, 
/**
 * How many secrets were wanted but are not in the keychain.
 */
missing: number, };
/**
 * A server's complaint about one field, in the server's words.
 */
export type FieldProblem = { 
/**
 * The server's name of the field.
 */
field: string, 
/**
 * What it says.
 */
message: string, };
/**
 * One-click mending.
 */
export type Fix = "copy_in_turn" | "take_new_pair" | "rotate" | "set_time_slot" | "refresh" | "ask_in_address" | "change_permission" | "remake";
/**
 * A field of the server's own form that a person may fill.
 */
export type FormField = { 
/**
 * The server's name of it, e.g. `store[telephone]`.
 */
name: string, 
/**
 * How it is drawn.
 */
kind: FormFieldKind, 
/**
 * The server's label, in the session's language; empty when it has none.
 */
label: string, 
/**
 * The server's help text.
 */
help: string, 
/**
 * Its present value; for a checkbox `1` or empty.
 */
value: string, 
/**
 * Whether it must be filled.
 */
required: boolean, 
/**
 * Choices of a select.
 */
options: Array<FormOption>, };
/**
 * How a field is drawn.
 */
export type FormFieldKind = "text" | "telephone" | "website" | "number" | "checkbox" | "select" | "address";
/**
 * One choice of a select.
 */
export type FormOption = { 
/**
 * Sent.
 */
value: string, 
/**
 * Shown, in the server's words.
 */
label: string, };
/**
 * A cause and what mends it.
 */
export type FoundCause = { 
/**
 * What is wrong.
 */
cause: Cause, 
/**
 * What one click can do about it.
 */
fix: Fix | null, };
/**
 * A hand-over that was made.
 */
export type HandoverView = { 
/**
 * Its number.
 */
id: number, 
/**
 * Which key.
 */
key: number, 
/**
 * Its name and Store, as a person knows it.
 */
subject: string, 
/**
 * Its connection's number.
 */
connection: number, 
/**
 * The key's state.
 */
status: KeyStatus, 
/**
 * To whom.
 */
person: string, 
/**
 * How.
 */
channel: Channel, 
/**
 * For what.
 */
platform: Platform, 
/**
 * In which language.
 */
language: SheetLanguage, 
/**
 * When.
 */
at: number, 
/**
 * Local account name of who did it.
 */
who: string, 
/**
 * When the receiver said that it works.
 */
confirmed_at: number | null, 
/**
 * Whether the key has another secret since, so that what the person holds opens nothing.
 */
outdated: boolean, };
/**
 * Somebody who holds keys.
 */
export type HolderView = { 
/**
 * As the coordinator calls the person.
 */
person: string, 
/**
 * When the person left.
 */
left_at: number | null, 
/**
 * What was handed over to the person, newest first.
 */
handovers: Array<HandoverView>, 
/**
 * Keys the person still holds: to rotate, should the person leave.
 */
still_open: number, };
/**
 * What a person chose for a row.
 */
export type ImportChoice = { 
/**
 * Which row.
 */
index: number, 
/**
 * Whether what is in the file takes the place of what is here.
 */
take_theirs: boolean, };
/**
 * A column of a table.
 */
export type ImportColumn = { 
/**
 * Its heading.
 */
heading: string, 
/**
 * What it holds, as told or guessed.
 */
field: ImportField | null, 
/**
 * Its first value, dots when it looks like a secret.
 */
sample: string, };
/**
 * A field in which what is brought in differs from what is here.
 */
export type ImportDifference = { 
/**
 * Which.
 */
field: DifferingField, 
/**
 * What is here; empty for a secret.
 */
ours: string, 
/**
 * What is in the file; empty for a secret.
 */
theirs: string, };
/**
 * What a column of a table, or a field of a `KeePass` entry, holds.
 */
export type ImportField = "base_url" | "store" | "name" | "identifier" | "secret" | "note";
/**
 * What kind of file is brought in.
 */
export type ImportKind = "transfer" | "csv" | "kdbx";
/**
 * What a file would change, before anything is changed.
 */
export type ImportPreview = { 
/**
 * Names this preview when it is applied.
 */
import: number, 
/**
 * What kind of file it is.
 */
kind: ImportKind, 
/**
 * Columns of a table.
 */
columns: Array<ImportColumn>, 
/**
 * Addresses that are no connection here yet.
 */
new_connections: Array<string>, 
/**
 * Its keys.
 */
rows: Array<ImportRow>, 
/**
 * Entries of a `KeePass` database that hold no key of a shop, and stay out.
 */
skipped: number, };
/**
 * What was brought in.
 */
export type ImportReport = { 
/**
 * Keys that were not here before.
 */
added: number, 
/**
 * Keys that were completed or changed.
 */
changed: number, 
/**
 * Keys left as they were.
 */
kept: number, 
/**
 * Secrets put into the keychain.
 */
secrets: number, 
/**
 * Secrets that the keychain did not take; they are held in memory.
 */
held: number, };
/**
 * A key in the file.
 */
export type ImportRow = { 
/**
 * Its place in the file, from 0.
 */
index: number, 
/**
 * Store and name, as the file has them.
 */
subject: string, 
/**
 * The address.
 */
base_url: string, 
/**
 * The public half.
 */
identifier: string | null, 
/**
 * Whether the file has its secret.
 */
has_secret: boolean, 
/**
 * What would become of it.
 */
verdict: ImportVerdict, 
/**
 * In what it differs.
 */
differences: Array<ImportDifference>, 
/**
 * Why it cannot be used.
 */
trouble: ImportTrouble | null, };
/**
 * Which file to read, and how.
 */
export type ImportSource = { 
/**
 * What kind of file.
 */
kind: ImportKind, 
/**
 * Its path.
 */
path: string, 
/**
 * What opens it; not for tables.
 */
passphrase: string | null, 
/**
 * For tables: what each column holds, in their order; `null` to guess.
 */
columns: Array<ImportField | null> | null, 
/**
 * The connection for rows that name no address.
 */
connection: number | null, };
/**
 * Why a row cannot be used.
 */
export type ImportTrouble = "no_address" | "bad_address" | "no_identifier" | "repeated";
/**
 * What would become of a row.
 */
export type ImportVerdict = "new" | "completes" | "same" | "differs" | "unusable";
/**
 * The inventory file.
 */
export type InventoryView = { "state": "ready" } | { "state": "set_aside", 
/**
 * Where the damaged file is now.
 */
file: string, 
/**
 * When the backup it was rebuilt from was made; `null` when there was none.
 */
restored: number | null, } | { "state": "closed", 
/**
 * Why.
 */
problem: Problem, };
/**
 * A key that now exists.
 */
export type KeyCreated = { 
/**
 * Its number here.
 */
key: number, 
/**
 * Whether its secret is in the keychain.
 */
secret_stored: boolean, };
/**
 * Everything about one key but its secret.
 */
export type KeyDetail = { 
/**
 * Its row, without marks.
 */
row: KeyRow, 
/**
 * What answers at its server.
 */
kind: ConnectionKind, 
/**
 * The connection's name.
 */
connection_name: string, 
/**
 * 0 to 7.
 */
colour: number, 
/**
 * The address, as plugins want it.
 */
base_url: string, 
/**
 * The server's number of the app.
 */
server_id: number, 
/**
 * The App name on the server.
 */
app_name: string, 
/**
 * The name given here.
 */
local_name: string | null, 
/**
 * Granted scopes as server values; `null` while unknown.
 */
scopes: Array<string> | null, 
/**
 * When it was last checked.
 */
checked_at: number | null, 
/**
 * When a check last failed to reach the server, if none has reached it since.
 */
unreached_at: number | null, 
/**
 * The state as the last check that reached the server found it.
 */
known_status: KeyStatus, 
/**
 * What it opens, when a check found another Store.
 */
opens: string | null, 
/**
 * Whether its Store has a time slot, which the WordPress plugin needs; `null` without a Store.
 */
has_time_slot: boolean | null, 
/**
 * The Store's number here.
 */
store_id: number | null, 
/**
 * What somebody else changed, and nobody has said to have seen.
 */
drift: Array<DriftView>, 
/**
 * Another pair that the server shows.
 */
offered: OfferView | null, 
/**
 * When it was put out of sight here.
 */
archived_at: number | null, 
/**
 * Free text.
 */
note: string, 
/**
 * What a person types to renew its Secret, or to revoke it.
 */
typed_name: string, 
/**
 * Whether it may do everything, or every order or task is open to it.
 */
too_open: boolean, 
/**
 * To whom it was given, newest first.
 */
handovers: Array<HandoverView>, 
/**
 * Its rotation, as the key that goes or the one that comes, while that is not at its end.
 */
rotation: RotationView | null, 
/**
 * Whether the server's number of it is known; not so for one brought in from a file, until the
 * next refresh.
 */
seen_on_server: boolean, 
/**
 * More of it, when it is a consumer key.
 */
consumer: ConsumerKeyView | null, 
/**
 * Newest first.
 */
history: Array<ActivityEntry>, };
/**
 * Which keys a list holds.
 */
export type KeyFilter = { "kind": "all" } | { "kind": "store", 
/**
 * The Store's number.
 */
store: number, } | { "kind": "archived" };
/**
 * What the server's own form for a new key offers today.
 */
export type KeyForm = { 
/**
 * Types to choose from.
 */
types: Array<KeyType>, 
/**
 * Scopes as server values; `null` on older servers, where every key gets tasks and deliveries.
 */
scopes: Array<string> | null, 
/**
 * Stores, without deleted ones.
 */
stores: Array<StoreChoice>, 
/**
 * Whether a key must have a Store.
 */
store_required: boolean, };
/**
 * Rows and how many there are in all.
 */
export type KeyPage = { 
/**
 * How many rows the query has.
 */
total: number, 
/**
 * Those asked for.
 */
rows: Array<KeyRow>, };
/**
 * A pasted pair that is kept now.
 */
export type KeyPasted = { 
/**
 * Its number here.
 */
key: number, 
/**
 * Whether its secret is in the keychain.
 */
secret_stored: boolean, 
/**
 * What the check found.
 */
status: KeyStatus, };
/**
 * A window onto the list of keys.
 */
export type KeyQuery = { 
/**
 * Words that must all occur; accents and case do not matter.
 */
text: string, 
/**
 * Only this connection.
 */
connection: number | null, 
/**
 * Which keys.
 */
filter: KeyFilter, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows to return.
 */
limit: number, };
/**
 * A row of the list.
 */
export type KeyRow = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its connection's number.
 */
connection: number, 
/**
 * The Store's name, or the site's; `null` for a key without one.
 */
store: string | null, 
/**
 * The local name, or the App name; for a consumer key its description, which may be empty.
 */
name: string, 
/**
 * OAuth, `ak_` or consumer key.
 */
key_type: KeyType, 
/**
 * The whole Identifier or Consumer key; `null` for `ak_` keys, and where only its ending is known.
 */
identifier: string | null, 
/**
 * The last seven characters of a consumer key.
 */
ending: string | null, 
/**
 * What a consumer key may do, when known.
 */
permission: Permission | null, 
/**
 * The owner of a consumer key: empty when deleted, `null` while the site's list was not read.
 */
owner: string | null, 
/**
 * When a consumer key was last used, in the site's own words and time zone.
 */
last_access: string | null, 
/**
 * Whether nobody has used a consumer key for long.
 */
unused: boolean, 
/**
 * Whether its secret is in the keychain, as far as the inventory knows.
 */
has_secret: boolean, 
/**
 * Whether its secret is only in this program's memory, because the keychain did not take it.
 */
secret_held: boolean, 
/**
 * Its state.
 */
status: KeyStatus, 
/**
 * Matches of the search.
 */
marks: Array<Mark>, };
/**
 * The one state of a key that is shown.
 */
export type KeyStatus = "works" | "opens_another_store" | "lacks_deliveries" | "unrestricted" | "refused" | "replaced" | "renewed_elsewhere" | "wrong_instance" | "gone" | "store_gone" | "not_recognised" | "owner_lacks_right" | "owner_gone" | "plain_http" | "plain_permalinks" | "secret_missing" | "not_held" | "unreachable" | "not_checked";
/**
 * How a key proves itself.
 */
export type KeyType = "oauth" | "api_key" | "consumer";
/**
 * The keychain, as the window shows it. Also sent as the event `keychain`.
 */
export type KeychainView = "unknown" | "ready" | "waiting" | "absent" | "refused" | "full";
/**
 * The language of the window.
 */
export type Language = "system" | "en" | "fr";
/**
 * Widths of the panes, in CSS pixels.
 */
export type Layout = { 
/**
 * The rail.
 */
rail: number, 
/**
 * The detail.
 */
detail: number, };
/**
 * What a letter to the developer is made from.
 */
export type LetterRequest = { 
/**
 * What is wrong.
 */
causes: Array<Cause>, 
/**
 * The base URL to enter.
 */
base_url: string | null, 
/**
 * The key, when it is known.
 */
key: number | null, 
/**
 * In which language.
 */
language: SheetLanguage, };
/**
 * A match, in UTF-16 code units of the shown text.
 */
export type Mark = { 
/**
 * Where.
 */
field: MarkField, 
/**
 * First unit.
 */
start: number, 
/**
 * Behind the last unit.
 */
end: number, };
/**
 * In which field of a row a match stands.
 */
export type MarkField = "store" | "name" | "identifier" | "note" | "connection";
/**
 * What a new consumer key shall be.
 */
export type NewConsumerKey = { 
/**
 * On which connection.
 */
connection: number, 
/**
 * What it is for.
 */
description: string, 
/**
 * The site's number of its owner; `null` for the signed-in account.
 */
owner: number | null, 
/**
 * What it may do.
 */
permission: Permission, };
/**
 * What a new key shall be.
 */
export type NewKey = { 
/**
 * On which connection.
 */
connection: number, 
/**
 * App name.
 */
name: string, 
/**
 * OAuth or `ak_`.
 */
key_type: KeyType, 
/**
 * Scopes as server values.
 */
scopes: Array<string>, 
/**
 * The server's number of the Store.
 */
store: number | null, };
/**
 * Another pair that the server shows for a key, while ours is kept.
 */
export type OfferView = { 
/**
 * Its Identifier; `null` for an `ak_` value.
 */
identifier: string | null, 
/**
 * When a refresh first saw it.
 */
at: number, 
/**
 * Whether it rests in the keychain, beside ours.
 */
stored: boolean, };
/**
 * Something asked of a server, of which it is not known whether it was done.
 */
export type OpenQuestion = { 
/**
 * Its number.
 */
intent: number, 
/**
 * On which connection.
 */
connection: number, 
/**
 * What was asked.
 */
act: AskedAct, 
/**
 * For what: a Store's or key's name, or the connection's.
 */
name: string, 
/**
 * When.
 */
at: number, 
/**
 * What it may have become. Several: the person decides. None: Saddlebag is still looking.
 */
candidates: Array<Candidate>, };
/**
 * Everything but the lists. Costs no network and no keychain.
 */
export type Overview = { 
/**
 * In the order they were made.
 */
connections: Array<ConnectionView>, 
/**
 * Numbers in the rail.
 */
counts: Counts, 
/**
 * The keychain, as last known.
 */
keychain: KeychainView, 
/**
 * The clipboard.
 */
clipboard: ClipboardView, 
/**
 * The inventory file.
 */
inventory: InventoryView, 
/**
 * The practice co-op.
 */
practice: PracticeView, 
/**
 * Settings.
 */
settings: Settings, 
/**
 * Widths of the panes, when they were changed.
 */
layout: Layout | null, 
/**
 * Where the inventory file is.
 */
data_folder: string, 
/**
 * This program's version.
 */
version: string, };
/**
 * A pair that a person made in the browser.
 */
export type PastedKey = { 
/**
 * On which connection.
 */
connection: number, 
/**
 * What to call it, until the site's list tells its description.
 */
name: string, 
/**
 * `ck_…`
 */
consumer_key: string, 
/**
 * `cs_…`
 */
consumer_secret: string, 
/**
 * Whether to keep it although the site does not accept it.
 */
anyway: boolean, };
/**
 * Where a site's REST routes are.
 */
export type Permalinks = "pretty" | "plain";
/**
 * What a consumer key may do on its site.
 */
export type Permission = "read" | "write" | "read_write";
/**
 * Where the receiver will enter the key.
 */
export type Platform = "woocommerce" | "prestashop" | "shopify" | "php" | "curl" | "api";
/**
 * What the WordPress plugin shows in this case.
 */
export type PluginMessage = { "shows": "not_compatible" } | { "shows": "credentials_not_valid" } | { "shows": "broken" } | { "shows": "connected", app: string, } | { "shows": "silent" };
/**
 * A point on the map, in degrees.
 */
export type Position = { 
/**
 * North is positive.
 */
latitude: number, 
/**
 * East is positive.
 */
longitude: number, };
/**
 * An account of the practice co-op. Its password protects nothing.
 */
export type PracticeAccount = { 
/**
 * User name.
 */
name: string, 
/**
 * Password.
 */
password: string, 
/**
 * Roles as stored there.
 */
roles: Array<string>, };
/**
 * What another admin does there now.
 */
export type PracticeAct = "create_key" | "renew_secret" | "save_edit_page" | "delete_store" | "expire_sessions";
/**
 * A failure switch that is on.
 */
export type PracticeFault = { 
/**
 * Of which server.
 */
server: PracticeServer, 
/**
 * Paths it is for, by their beginning; empty for all.
 */
path: string, 
/**
 * What it does.
 */
kind: PracticeFaultKind, 
/**
 * How many more times; `null` until switched off.
 */
times: number | null, };
/**
 * What a failure switch does.
 */
export type PracticeFaultKind = { "kind": "refuse_connection" } | { "kind": "delay", 
/**
 * How late.
 */
milliseconds: number, } | { "kind": "server_error" } | { "kind": "cut_after_work" } | { "kind": "cut_before_work" } | { "kind": "expire_session" } | { "kind": "garbage" } | { "kind": "large_page" };
/**
 * Which versions the practice shop behaves as.
 */
export type PracticeFlavour = "current" | "older" | "oldest";
/**
 * An e-mail it would have sent.
 */
export type PracticeMail = { 
/**
 * Receiver.
 */
to: string, 
/**
 * The six digits.
 */
code: string, 
/**
 * When.
 */
sent_at: number, };
/**
 * Which version it behaves as.
 */
export type PracticeMode = "current" | "before_second_factor" | "before_scopes";
/**
 * Everything its panel shows.
 */
export type PracticePanel = { 
/**
 * Its address while it runs.
 */
base_url: string | null, 
/**
 * Accounts to sign in with.
 */
accounts: Array<PracticeAccount>, 
/**
 * Newest first.
 */
mails: Array<PracticeMail>, 
/**
 * Switches that are on.
 */
faults: Array<PracticeFault>, 
/**
 * Which version it behaves as.
 */
mode: PracticeMode, 
/**
 * Whether it is under maintenance.
 */
maintenance: boolean, 
/**
 * The practice shop, while it runs.
 */
shop: PracticeShopPanel | null, 
/**
 * Newest first, at most 100.
 */
requests: Array<PracticeRequest>, };
/**
 * A request it answered.
 */
export type PracticeRequest = { 
/**
 * When.
 */
at: number, 
/**
 * GET, POST …
 */
method: string, 
/**
 * Path and query, without secrets.
 */
path: string, 
/**
 * Status, or 0 when the connection was cut.
 */
status: number, };
/**
 * Which of the two practice servers.
 */
export type PracticeServer = "co_op" | "shop";
/**
 * What others do on the practice shop now.
 */
export type PracticeShopAct = "create_key" | "use_newest_key" | "revoke_newest_key" | "limit_newest_key" | "expire_sessions";
/**
 * How the practice shop behaves.
 */
export type PracticeShopMode = { 
/**
 * As which versions.
 */
flavour: PracticeFlavour, 
/**
 * Plain permalinks, behind which consumer keys are not recognised.
 */
plain_permalinks: boolean, 
/**
 * A second factor after the password.
 */
second_factor: boolean, 
/**
 * A captcha on the sign-in page.
 */
captcha: boolean, 
/**
 * The sign-in page at another address.
 */
login_moved: boolean, 
/**
 * The web server keeps the header to itself that carries a consumer key.
 */
header_stripped: boolean, 
/**
 * https ends in front of the site, which does not know.
 */
https_hidden: boolean, 
/**
 * A firewall closes the REST routes.
 */
rest_closed: boolean, };
/**
 * What the panel shows of the practice shop.
 */
export type PracticeShopPanel = { 
/**
 * Its address.
 */
base_url: string, 
/**
 * The address of its sign-in page, when that was moved.
 */
login_address: string | null, 
/**
 * Accounts to sign in with.
 */
accounts: Array<PracticeAccount>, 
/**
 * Codes it would have sent, newest first.
 */
mails: Array<PracticeMail>, 
/**
 * How it behaves.
 */
mode: PracticeShopMode, 
/**
 * Newest first, at most 100.
 */
requests: Array<PracticeRequest>, };
/**
 * Whether it runs, and where. Also sent as the event `practice`.
 */
export type PracticeView = { 
/**
 * Its address while it runs.
 */
base_url: string | null, 
/**
 * The practice shop's address while it runs.
 */
shop_url: string | null, };
/**
 * What happened. A code exists because the page says or offers something of its own for it.
 */
export type Problem = { "code": "bad_address" } | { "code": "plain_http" } | { "code": "not_coopcycle_website", host: string, } | { "code": "not_coopcycle_nothing", host: string, } | { "code": "not_coopcycle_other", host: string, } | { "code": "redirected", to: string, } | { "code": "dns", host: string, } | { "code": "connection_refused", host: string, } | { "code": "timed_out", host: string, } | { "code": "certificate", host: string, reason: CertificateReason, } | { "code": "unreachable", host: string, } | { "code": "reply_lost", host: string, } | { "code": "wrong_password" } | { "code": "code_refused" } | { "code": "code_late" } | { "code": "not_admin" } | { "code": "signed_out", connection: number | null, } | { "code": "server_error", host: string, status: number, } | { "code": "maintenance", host: string, } | { "code": "too_many_requests", host: string, } | { "code": "form_changed", page: string, } | { "code": "rejected_without_message" } | { "code": "fields_refused", fields: Array<FieldProblem>, } | { "code": "address_missing" } | { "code": "address_not_found" } | { "code": "not_on_server" } | { "code": "too_large", host: string, } | { "code": "name_blank" } | { "code": "name_too_long", limit: number, } | { "code": "no_scope" } | { "code": "scope_does_not_fit", scope: string, } | { "code": "store_needed" } | { "code": "typed_name_differs" } | { "code": "api_key_not_renewable" } | { "code": "keychain_absent" } | { "code": "keychain_locked" } | { "code": "keychain_timed_out" } | { "code": "keychain_refused" } | { "code": "keychain_full" } | { "code": "secret_not_stored" } | { "code": "secret_changed" } | { "code": "clipboard_unavailable" } | { "code": "clipboard_differs" } | { "code": "inventory_newer", found: number, known: number, } | { "code": "inventory_full" } | { "code": "inventory_read_only" } | { "code": "inventory_busy" } | { "code": "inventory_in_use" } | { "code": "backup_unusable" } | { "code": "inventory_failed", what: string, } | { "code": "record_gone" } | { "code": "undecided", intent: number, } | { "code": "still_looking", host: string, } | { "code": "nothing_done", host: string, } | { "code": "draft_not_waiting" } | { "code": "store_missing" } | { "code": "still_on_server" } | { "code": "export_failed", what: string, } | { "code": "file_unreadable", what: string, } | { "code": "file_too_large", limit_mb: number, } | { "code": "file_not_understood" } | { "code": "file_newer" } | { "code": "wrong_passphrase" } | { "code": "no_key_column" } | { "code": "import_over" } | { "code": "nothing_to_export" } | { "code": "person_missing" } | { "code": "mail_not_opened", what: string, } | { "code": "not_opened", what: string, } | { "code": "qr_too_long" } | { "code": "already_rotating" } | { "code": "restaurant_key" } | { "code": "rotation_elsewhere" } | { "code": "not_replaced_yet" } | { "code": "no_turn" } | { "code": "not_wordpress", host: string, } | { "code": "not_woocommerce", host: string, } | { "code": "no_login_page", host: string, } | { "code": "login_elsewhere" } | { "code": "single_sign_on", host: string, } | { "code": "captcha", host: string, } | { "code": "site_blocked", host: string, status: number, } | { "code": "sign_in_refused", host: string, message: string, } | { "code": "unknown_second_factor", host: string, } | { "code": "no_site_right", host: string, } | { "code": "not_your_key" } | { "code": "site_says", host: string, message: string, } | { "code": "rest_closed", host: string, status: number, } | { "code": "description_changed" } | { "code": "secret_never_seen", key: number, } | { "code": "no_consumer_key" } | { "code": "no_consumer_secret" } | { "code": "pair_not_accepted", status: KeyStatus, } | { "code": "pair_known", key: number, } | { "code": "wrong_key_type" } | { "code": "site_plain_http", host: string, } | { "code": "bad_setting", name: string, } | { "code": "cancelled" } | { "code": "practice_failed", what: string, } | { "code": "internal", what: string, } | { "code": "practice_not_running" };
/**
 * The event `progress` of a refresh.
 */
export type Progress = { 
/**
 * The connection being refreshed.
 */
connection: number, 
/**
 * What is being done.
 */
stage: ProgressStage, 
/**
 * How many are done.
 */
done: number, 
/**
 * Of how many, when that is known.
 */
total: number | null, };
/**
 * What long work is doing.
 */
export type ProgressStage = "stores" | "keys" | "details" | "secrets";
/**
 * A QR code of one value.
 */
export type QrCode = { 
/**
 * Which value.
 */
field: CopyField, 
/**
 * How many modules it has on each side.
 */
size: number, 
/**
 * One text of `0` and `1` for each row.
 */
rows: Array<string>, };
/**
 * What was found at a typed address.
 */
export type RecognisedServer = { 
/**
 * The address to sign in to.
 */
base_url: string, 
/**
 * Host, and port when there is one.
 */
host: string, 
/**
 * The instance's own name.
 */
name: string | null, 
/**
 * Lower-case ISO 3166-1 alpha-2.
 */
country: string | null, 
/**
 * The instance's language.
 */
locale: string | null, 
/**
 * Whether it is the practice co-op of this program.
 */
practice: boolean, 
/**
 * The connection that already exists for it.
 */
connection: number | null, };
/**
 * What was found at a typed address.
 */
export type RecognisedSite = { 
/**
 * The address to sign in to, with the folder the site lives in.
 */
base_url: string, 
/**
 * Host, port and folder.
 */
place: string, 
/**
 * The site's own name.
 */
name: string, 
/**
 * More of it.
 */
site: SiteView, 
/**
 * Whether it is the practice shop of this program.
 */
practice: boolean, 
/**
 * The connection that already exists for it.
 */
connection: number | null, };
/**
 * What a refresh found, as numbers of keys and Stores.
 */
export type RefreshReport = { 
/**
 * Keys seen for the first time.
 */
new_keys: number, 
/**
 * Keys whose secret somebody else renewed.
 */
renewed: number, 
/**
 * Keys whose pair was replaced by an edit on the server.
 */
replaced: number, 
/**
 * Keys renamed on the server.
 */
renamed: number, 
/**
 * Keys the server has no more.
 */
gone: number, 
/**
 * Keys that are back.
 */
back: number, 
/**
 * Consumer keys whose permission somebody else changed.
 */
permission_changed: number, 
/**
 * Stores seen for the first time.
 */
new_stores: number, 
/**
 * Stores the server has no more.
 */
gone_stores: number, 
/**
 * Secrets put into the keychain.
 */
secrets_stored: number, 
/**
 * Secrets that could not be put into the keychain; refresh again once it is open.
 */
secrets_waiting: number, 
/**
 * Keys whose new pair took the place of ours, which was proved dead.
 */
taken: number, 
/**
 * Things we had asked for, found now after their reply was lost.
 */
found: number, 
/**
 * Things we had asked for that were never done.
 */
never_done: number, };
/**
 * The event `rescuing`: how far bringing every secret into the keychain is.
 */
export type RescueProgress = { 
/**
 * How many keys were looked at.
 */
done: number, 
/**
 * Of how many; grows while further servers are read.
 */
total: number, };
/**
 * What rescuing all secrets did.
 */
export type RescueReport = { 
/**
 * Secrets the servers show.
 */
shown: number, 
/**
 * Secrets that were in the keychain already.
 */
already: number, 
/**
 * Secrets brought into the keychain now.
 */
stored: number, 
/**
 * Secrets the keychain did not take; they are held in memory.
 */
held: number, 
/**
 * Names of the connections that could not be read.
 */
unread: Array<string>, };
/**
 * What makes the first key of a rotation worthless.
 */
export type RetireWay = "renew" | "save_page" | "revoke";
/**
 * The one reply that holds a secret.
 */
export type RevealedSecret = { 
/**
 * The Secret, or the `ak_` value.
 */
value: string, };
/**
 * What became of keys that were to be revoked, by their numbers here.
 */
export type RevokeReport = { 
/**
 * Revoked now.
 */
revoked: Array<number>, 
/**
 * Gone before: somebody else revoked them.
 */
already_gone: Array<number>, 
/**
 * Still there: the signed-in account may not.
 */
not_allowed: Array<number>, };
/**
 * The next step of a rotation.
 */
export type RotationStep = "make_key" | "hand_over" | "await_use" | "retire" | "archive" | "done";
/**
 * A key that is being replaced.
 */
export type RotationView = { 
/**
 * Its number.
 */
id: number, 
/**
 * What comes next.
 */
step: RotationStep, 
/**
 * The key that goes.
 */
old_key: KeyRow, 
/**
 * The key that comes, once it was made.
 */
new_key: KeyRow | null, 
/**
 * The name to propose for the new key.
 */
proposed_name: string, 
/**
 * What the new key shall be allowed, as server values; empty when a person must choose, since
 * the first key has no Store and may do everything.
 */
proposed_scopes: Array<string>, 
/**
 * What a new consumer key shall be allowed; `null` for other keys.
 */
proposed_permission: Permission | null, 
/**
 * Whether the first consumer key was used since the second was handed over: somebody still
 * needs it. `null` while unknown, and for other keys.
 */
old_still_used: boolean | null, 
/**
 * Whether shops that still use the first key go on working.
 */
old_live: boolean, 
/**
 * Whether the second key opens the Store.
 */
new_live: boolean, 
/**
 * When it began.
 */
begun_at: number, 
/**
 * When the new key was handed over.
 */
handed_over_at: number | null, 
/**
 * How the new key was seen working.
 */
seen: Seen | null, 
/**
 * When it was seen working.
 */
seen_at: number | null, 
/**
 * When the first key was made worthless.
 */
retired_at: number | null, 
/**
 * What makes the first key worthless.
 */
retire: RetireWay, 
/**
 * What a person types to renew the first key's Secret, or to revoke it.
 */
typed_name: string, };
/**
 * A sealed pack that was written.
 */
export type SealedPack = { 
/**
 * The whole path of the file.
 */
path: string, 
/**
 * The words that open it, shown once.
 */
passphrase: string, 
/**
 * The hand-over that was recorded.
 */
handover: number, };
/**
 * A Secret that is new now.
 */
export type SecretRenewed = { 
/**
 * Whether it is in the keychain; if not, it is in this program's memory only.
 */
secret_stored: boolean, };
/**
 * How one knows that the receiver uses the new key.
 */
export type Seen = "confirmed" | "delivery" | "access";
/**
 * What came of sending one draft.
 */
export type SendOutcome = { "outcome": "sent_store", 
/**
 * The Store's number here.
 */
store: number, } | { "outcome": "sent_key", 
/**
 * The key's number here.
 */
key: number, 
/**
 * Whether its secret is in the keychain.
 */
secret_stored: boolean, } | { "outcome": "failed", 
/**
 * Why.
 */
problem: Problem, } | { "outcome": "waits_for_store" } | { "outcome": "stopped" };
/**
 * The event `sending`: how far sending drafts is.
 */
export type SendProgress = { 
/**
 * The draft being sent.
 */
draft: number, 
/**
 * How many are done.
 */
done: number, 
/**
 * Of how many.
 */
total: number, };
/**
 * What came of one draft.
 */
export type SendResult = { 
/**
 * Which draft.
 */
draft: number, 
/**
 * What came of it.
 */
outcome: SendOutcome, };
/**
 * A program on the way to the site, whose settings have to change.
 */
export type ServerKind = "apache" | "nginx" | "wp_config";
/**
 * Exact lines for a program on the way to the site.
 */
export type ServerLines = { 
/**
 * Where they go.
 */
server: ServerKind, 
/**
 * The lines.
 */
text: string, };
/**
 * What is known of the session.
 */
export type SessionState = "signed_in" | "signed_out" | "not_admin";
/**
 * All settings.
 */
export type Settings = { 
/**
 * Seconds until a copy is cleared, 10 to 300; `null` for never.
 */
clipboard_seconds: number | null, 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * Words.
 */
language: Language, 
/**
 * No motion, whatever the system says.
 */
reduce_motion: boolean, 
/**
 * Whether a small window stays above all others while values are copied in turn.
 */
small_window: boolean, 
/**
 * Who signs hand-over sheets; empty for the local account's name.
 */
sender: string, 
/**
 * After how many hours a key is checked again by itself, 1 to 168; `null` for never.
 */
check_hours: number | null, 
/**
 * After how many days a Secret is old, 30 to 3650; `null` for never.
 */
rotation_days: number | null, };
/**
 * A hand-over sheet. It never holds the Secret.
 */
export type Sheet = { 
/**
 * ISO 639-1 code of its language.
 */
language: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What this is, in two sentences.
 */
lead: string, 
/**
 * Heading of the values.
 */
values_heading: string, 
/**
 * The values.
 */
values: Array<SheetValue>, 
/**
 * Heading of the steps.
 */
steps_heading: string, 
/**
 * What to do, one after the other.
 */
steps: Array<string>, 
/**
 * An example to run or to build on, with a place for the Secret.
 */
code: string | null, 
/**
 * Heading of the check code.
 */
check_heading: string, 
/**
 * What the check code is for and how the receiver computes it.
 */
check_text: string, 
/**
 * The check code; `null` when the secret is not at hand.
 */
check_code: string | null, 
/**
 * Heading of the notes.
 */
notes_heading: string, 
/**
 * What helps when it does not work.
 */
notes: Array<string>, 
/**
 * Date and sender.
 */
footer: string, };
/**
 * The receiver's language.
 */
export type SheetLanguage = "en" | "fr" | "es" | "de" | "it" | "pt" | "ca";
/**
 * Which sheet.
 */
export type SheetRequest = { 
/**
 * For which key.
 */
key: number, 
/**
 * For what.
 */
platform: Platform, 
/**
 * In which language.
 */
language: SheetLanguage, };
/**
 * A value on a sheet, under the receiver's own name for its field.
 */
export type SheetValue = { 
/**
 * The receiver's name of the field.
 */
label: string, 
/**
 * Our name of it, where it is another.
 */
also: string | null, 
/**
 * The value; `null` for the Secret, which comes another way.
 */
value: string | null, 
/**
 * What stands in place of the Secret.
 */
instead: string | null, };
/**
 * Where a sign-in stands.
 */
export type SignInStep = { "step": "code_needed", 
/**
 * Where it comes from.
 */
by: CodeSource, } | { "step": "connected", 
/**
 * The connection's number.
 */
connection: number, 
/**
 * Whether the account may see and make keys.
 */
admin: boolean, };
/**
 * A page of the site, for the person's own browser.
 */
export type SitePage = "keys" | "new_key" | "permalinks";
/**
 * A user of the site.
 */
export type SiteUser = { 
/**
 * The site's number.
 */
id: number, 
/**
 * Name, number and address in the site's words.
 */
label: string, };
/**
 * What a connection's site is.
 */
export type SiteView = { 
/**
 * Where its REST routes are.
 */
permalinks: Permalinks, 
/**
 * `WordPress`'s version, when the site tells it.
 */
wordpress: string | null, 
/**
 * `WooCommerce`'s version, when the site tells it.
 */
woocommerce: string | null, 
/**
 * Whether what travels there is encrypted. Over plain http consumer keys do not count.
 */
https: boolean, };
/**
 * What came of a step.
 */
export type StepOutcome = "passed" | "doubtful" | "failed" | "not_reached";
/**
 * A Store to choose.
 */
export type StoreChoice = { 
/**
 * The server's number of the Store.
 */
server_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its address, when known, to tell two of the same name apart.
 */
address: string, };
/**
 * A Store that now exists.
 */
export type StoreCreated = { 
/**
 * Its number here.
 */
store: number, 
/**
 * The server's number.
 */
server_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it has a time slot, which the WordPress plugin's date picker needs.
 */
has_time_slot: boolean, };
/**
 * The server's form for a new Store, as it is today.
 */
export type StoreForm = { 
/**
 * Fields in the server's order.
 */
fields: Array<FormField>, 
/**
 * Lower-case ISO 3166-1 alpha-2 of the instance, when known.
 */
country: string | null, };
/**
 * Rows and how many there are in all.
 */
export type StorePage = { 
/**
 * How many rows the query has.
 */
total: number, 
/**
 * Those asked for.
 */
rows: Array<StoreRow>, };
/**
 * A window onto the list of Stores.
 */
export type StoreQuery = { 
/**
 * Words that must all occur; accents and case do not matter.
 */
text: string, 
/**
 * Only this connection.
 */
connection: number | null, 
/**
 * Rows to skip.
 */
offset: number, 
/**
 * Rows to return.
 */
limit: number, };
/**
 * A row of the list of Stores.
 */
export type StoreRow = { 
/**
 * Its number.
 */
id: number, 
/**
 * Its connection's number.
 */
connection: number, 
/**
 * The server's number.
 */
server_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its address as one line.
 */
address: string, 
/**
 * How many keys it has.
 */
keys: number, 
/**
 * Whether it has a time slot.
 */
has_time_slot: boolean, 
/**
 * Whether the server has it no more.
 */
gone: boolean, 
/**
 * Matches of the search, in name and connection.
 */
marks: Array<Mark>, };
/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";
/**
 * A time slot to choose for a Store.
 */
export type TimeSlot = { 
/**
 * The server's path of it.
 */
id: string, 
/**
 * Its name.
 */
name: string, };
/**
 * The event `transferring`: how far an export or an import is.
 */
export type TransferProgress = { 
/**
 * How many keys are done.
 */
done: number, 
/**
 * Of how many.
 */
total: number, };
/**
 * Copying base URL, Identifier and Secret one after the other.
 */
export type TurnView = { 
/**
 * Which of them is on the clipboard, from 1.
 */
place: number, 
/**
 * How many there are.
 */
of: number, 
/**
 * What comes next; `null` when this is the last.
 */
next: CopyField | null, };

export interface Commands {
  overview: { args: {  }; reply: Overview };
  list_keys: { args: { query: KeyQuery }; reply: KeyPage };
  locate_key: { args: { query: KeyQuery; key: number }; reply: number | null };
  key_detail: { args: { key: number }; reply: KeyDetail };
  list_stores: { args: { query: StoreQuery }; reply: StorePage };
  list_activity: { args: { limit: number; before: number | null; filter: ActivityFilter }; reply: Array<ActivityEntry> };
  people: { args: {  }; reply: Array<string> };
  export_activity: { args: { filter: ActivityFilter; words: ActivityWords }; reply: string };
  recognise_server: { args: { address: string }; reply: RecognisedServer };
  recognise_site: { args: { address: string; login_address: string | null }; reply: RecognisedSite };
  add_site: { args: { address: string }; reply: number };
  open_site_page: { args: { connection: number; page: SitePage }; reply: null };
  sign_in: { args: { base_url: string; username: string; password: string }; reply: SignInStep };
  submit_code: { args: { base_url: string; code: string }; reply: SignInStep };
  cancel_sign_in: { args: { base_url: string }; reply: null };
  sign_out: { args: { connection: number }; reply: null };
  disconnect: { args: { connection: number; typed_name: string }; reply: null };
  set_connection_colour: { args: { connection: number; colour: number }; reply: null };
  refresh: { args: { connection: number }; reply: RefreshReport };
  cancel_refresh: { args: { connection: number }; reply: null };
  store_form: { args: { connection: number }; reply: StoreForm };
  geocode: { args: { connection: number; address: string }; reply: Position };
  create_store: { args: { connection: number; values: Array<[string, string]> }; reply: StoreCreated };
  time_slots: { args: { connection: number }; reply: Array<TimeSlot> };
  set_time_slot: { args: { store: number; slot: string }; reply: null };
  key_form: { args: { connection: number }; reply: KeyForm };
  create_key: { args: { new_key: NewKey }; reply: KeyCreated };
  consumer_key_form: { args: { connection: number }; reply: ConsumerKeyForm };
  find_site_users: { args: { connection: number; term: string }; reply: Array<SiteUser> };
  create_consumer_key: { args: { new_key: NewConsumerKey }; reply: KeyCreated };
  edit_consumer_key: { args: { key: number; change: ConsumerKeyChange }; reply: null };
  revoke_keys: { args: { keys: Array<number>; typed_name: string }; reply: RevokeReport };
  remake_key: { args: { key: number }; reply: KeyCreated };
  paste_key: { args: { pasted: PastedKey }; reply: KeyPasted };
  check_key: { args: { key: number }; reply: KeyStatus };
  check_all: { args: { connection: number | null }; reply: CheckReport };
  stop_checking: { args: {  }; reply: null };
  diagnose_key: { args: { key: number }; reply: DiagnosisView };
  diagnose_values: { args: { values: EnteredValues }; reply: DiagnosisView };
  ask_in_address: { args: { key: number }; reply: DiagnosisView };
  letter: { args: { letter: LetterRequest }; reply: string };
  copy_letter: { args: { letter: LetterRequest }; reply: CopyReceipt };
  list_attention: { args: { query: AttentionQuery }; reply: AttentionPage };
  put_off: { args: { kind: AttentionKind; subject: AttentionSubject; until: number | null }; reply: null };
  take_up: { args: { kind: AttentionKind; subject: AttentionSubject }; reply: null };
  sheet: { args: { sheet: SheetRequest }; reply: Sheet };
  check_code: { args: { key: number }; reply: string };
  copy_sheet: { args: { sheet: SheetRequest }; reply: CopyReceipt };
  mail_sheet: { args: { sheet: SheetRequest; to: string }; reply: null };
  mail_pack: { args: { sheet: SheetRequest; path: string; to: string }; reply: null };
  print_sheet: { args: {  }; reply: null };
  save_sheet_pdf: { args: { sheet: SheetRequest }; reply: string };
  seal_pack: { args: { sheet: SheetRequest; person: string }; reply: SealedPack };
  reveal_qr: { args: { key: number; field: CopyField }; reply: QrCode };
  record_handover: { args: { sheet: SheetRequest; person: string; channel: Channel }; reply: number };
  confirm_handover: { args: { handover: number; confirmed: boolean }; reply: null };
  remove_handover: { args: { handover: number }; reply: null };
  restore_handover: { args: { handover: number }; reply: null };
  holders: { args: {  }; reply: Array<HolderView> };
  set_holder_left: { args: { person: string; left: boolean }; reply: null };
  copy_passphrase: { args: { passphrase: string }; reply: CopyReceipt };
  show_folder: { args: { path: string }; reply: null };
  copy_in_turn: { args: { key: number }; reply: CopyReceipt };
  copy_next: { args: {  }; reply: CopyReceipt | null };
  stop_copying_in_turn: { args: {  }; reply: null };
  rotations: { args: {  }; reply: Array<RotationView> };
  begin_rotation: { args: { key: number }; reply: number };
  make_rotation_key: { args: { rotation: number; name: string; scopes: Array<string> }; reply: KeyCreated };
  look_for_delivery: { args: { rotation: number }; reply: boolean };
  look_for_access: { args: { rotation: number }; reply: boolean };
  confirm_rotation: { args: { rotation: number }; reply: null };
  retire_old_key: { args: { rotation: number; typed_name: string }; reply: null };
  open_app_page: { args: { key: number }; reply: null };
  finish_rotation: { args: { rotation: number }; reply: null };
  give_up_rotation: { args: { rotation: number }; reply: null };
  export_connections: { args: { connections: Array<number>; with_secrets: boolean }; reply: ExportMade };
  choose_file: { args: { kind: ImportKind }; reply: string | null };
  read_import: { args: { source: ImportSource }; reply: ImportPreview };
  apply_import: { args: { import: number; choices: Array<ImportChoice> }; reply: ImportReport };
  discard_import: { args: { import: number }; reply: null };
  copy_field: { args: { key: number; field: CopyField }; reply: CopyReceipt };
  clear_clipboard: { args: {  }; reply: null };
  extend_clipboard: { args: {  }; reply: null };
  reveal_secret: { args: { key: number }; reply: RevealedSecret };
  renew_secret: { args: { key: number; typed_name: string }; reply: SecretRenewed };
  set_note: { args: { key: number; note: string }; reply: null };
  set_local_name: { args: { key: number; name: string | null }; reply: null };
  archive_key: { args: { key: number }; reply: null };
  unarchive_key: { args: { key: number }; reply: null };
  forget_key: { args: { key: number }; reply: null };
  undo_forget_key: { args: { key: number }; reply: null };
  accept_new_pair: { args: { key: number }; reply: null };
  mark_drift_seen: { args: { drift: number }; reply: null };
  mark_all_drift_seen: { args: { connection: number | null }; reply: null };
  list_drafts: { args: {  }; reply: Array<DraftView> };
  save_draft: { args: { connection: number; draft: number | null; content: DraftContent }; reply: number };
  delete_draft: { args: { draft: number }; reply: null };
  restore_draft: { args: { draft: number }; reply: null };
  clear_sent_drafts: { args: {  }; reply: null };
  send_drafts: { args: { drafts: Array<number> }; reply: Array<SendResult> };
  stop_sending: { args: {  }; reply: null };
  open_questions: { args: {  }; reply: Array<OpenQuestion> };
  decide: { args: { intent: number; ours: number | null }; reply: null };
  rescue_secrets: { args: {  }; reply: RescueReport };
  list_backups: { args: {  }; reply: Array<BackupView> };
  back_up: { args: {  }; reply: BackupView };
  restore_backup: { args: { name: string }; reply: null };
  retry_keychain: { args: {  }; reply: KeychainView };
  stop_waiting_for_keychain: { args: {  }; reply: null };
  save_settings: { args: { settings: Settings }; reply: Settings };
  save_layout: { args: { layout: Layout }; reply: null };
  start_practice: { args: {  }; reply: PracticeView };
  stop_practice: { args: {  }; reply: null };
  practice_panel: { args: {  }; reply: PracticePanel };
  add_practice_fault: { args: { fault: PracticeFault }; reply: null };
  clear_practice_faults: { args: {  }; reply: null };
  practice_act: { args: { act: PracticeAct }; reply: null };
  set_practice_mode: { args: { mode: PracticeMode }; reply: null };
  set_practice_maintenance: { args: { on: boolean }; reply: null };
  set_practice_shop_mode: { args: { mode: PracticeShopMode }; reply: null };
  practice_shop_act: { args: { act: PracticeShopAct }; reply: null };
  reset_practice: { args: {  }; reply: null };
}

export interface Events {
  changed: Changed;
  checking: CheckProgress;
  clipboard: ClipboardView;
  keychain: KeychainView;
  practice: PracticeView;
  progress: Progress;
  rescuing: RescueProgress;
  sending: SendProgress;
  transferring: TransferProgress;
}
