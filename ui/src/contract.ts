// Generated from the contract room; `./dev contract` writes it anew. Do not edit.

/**
 * What happened.
 */
export type Act = "created" | "seen_on_server" | "copied_secret" | "copied_identifier" | "copied_base_url" | "revealed" | "renewed" | "renewed_elsewhere" | "replaced_elsewhere" | "renamed_elsewhere" | "gone_from_server" | "back_on_server" | "checked" | "note_changed" | "local_name_changed" | "took_new_pair" | "archived" | "unarchived" | "secret_lost" | "secret_rescued";
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
export type AskedAct = "create_store" | "create_key" | "renew_secret" | "sign_out" | "disconnect" | "forget";
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
 * The name of its Store, for a key that has one.
 */
store: string | null, 
/**
 * The Identifier, for a key that has one; the address, for a Store.
 */
detail: string, 
/**
 * When a refresh first saw it.
 */
first_seen: number, };
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
 * What the clipboard strip shows. Also sent as the event `clipboard` when it changes.
 */
export type ClipboardView = { "state": "nothing" } | { "state": "ours", 
/**
 * What it is.
 */
field: CopyField, 
/**
 * The key it belongs to.
 */
key: number, 
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
total_ms: number | null, } | { "state": "cleared" } | { "state": "not_cleared" };
/**
 * What answers at the address.
 */
export type ConnectionKind = "coopcycle" | "practice";
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
keys: number, };
/**
 * A value that can be copied.
 */
export type CopyField = "base_url" | "identifier" | "secret";
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
 * Keys a person should look at.
 */
needs_attention: number, 
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
export type DriftKind = "new" | "renewed" | "replaced" | "renamed" | "gone" | "back";
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
 * The name before, of what was renamed.
 */
from: string | null, 
/**
 * When a refresh noticed it.
 */
at: number, };
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
 * What a person types to renew its Secret.
 */
typed_name: string, 
/**
 * Newest first.
 */
history: Array<ActivityEntry>, };
/**
 * Which keys a list holds.
 */
export type KeyFilter = { "kind": "all" } | { "kind": "needs_attention" } | { "kind": "store", 
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
 * The Store's name; `null` for a key without one.
 */
store: string | null, 
/**
 * The local name, or the App name.
 */
name: string, 
/**
 * OAuth or `ak_`.
 */
key_type: KeyType, 
/**
 * The whole Identifier; `null` for `ak_` keys.
 */
identifier: string | null, 
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
export type KeyStatus = "works" | "opens_another_store" | "lacks_deliveries" | "unrestricted" | "refused" | "replaced" | "renewed_elsewhere" | "wrong_instance" | "gone" | "store_gone" | "secret_missing" | "not_checked";
/**
 * How a key proves itself.
 */
export type KeyType = "oauth" | "api_key";
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
 * Whether it runs, and where. Also sent as the event `practice`.
 */
export type PracticeView = { 
/**
 * Its address while it runs.
 */
base_url: string | null, };
/**
 * What happened. A code exists because the page says or offers something of its own for it.
 */
export type Problem = { "code": "bad_address" } | { "code": "plain_http" } | { "code": "not_coopcycle_website", host: string, } | { "code": "not_coopcycle_nothing", host: string, } | { "code": "not_coopcycle_other", host: string, } | { "code": "redirected", to: string, } | { "code": "dns", host: string, } | { "code": "connection_refused", host: string, } | { "code": "timed_out", host: string, } | { "code": "certificate", host: string, reason: CertificateReason, } | { "code": "unreachable", host: string, } | { "code": "reply_lost", host: string, } | { "code": "wrong_password" } | { "code": "code_refused" } | { "code": "code_late" } | { "code": "not_admin" } | { "code": "signed_out", connection: number | null, } | { "code": "server_error", host: string, status: number, } | { "code": "maintenance", host: string, } | { "code": "too_many_requests", host: string, } | { "code": "form_changed", page: string, } | { "code": "rejected_without_message" } | { "code": "fields_refused", fields: Array<FieldProblem>, } | { "code": "address_missing" } | { "code": "address_not_found" } | { "code": "not_on_server" } | { "code": "too_large", host: string, } | { "code": "name_blank" } | { "code": "name_too_long", limit: number, } | { "code": "no_scope" } | { "code": "scope_does_not_fit", scope: string, } | { "code": "store_needed" } | { "code": "typed_name_differs" } | { "code": "api_key_not_renewable" } | { "code": "keychain_absent" } | { "code": "keychain_locked" } | { "code": "keychain_timed_out" } | { "code": "keychain_refused" } | { "code": "keychain_full" } | { "code": "secret_not_stored" } | { "code": "secret_changed" } | { "code": "clipboard_unavailable" } | { "code": "clipboard_differs" } | { "code": "inventory_newer", found: number, known: number, } | { "code": "inventory_full" } | { "code": "inventory_read_only" } | { "code": "inventory_busy" } | { "code": "inventory_in_use" } | { "code": "backup_unusable" } | { "code": "inventory_failed", what: string, } | { "code": "record_gone" } | { "code": "undecided", intent: number, } | { "code": "still_looking", host: string, } | { "code": "nothing_done", host: string, } | { "code": "draft_not_waiting" } | { "code": "store_missing" } | { "code": "still_on_server" } | { "code": "export_failed", what: string, } | { "code": "bad_setting", name: string, } | { "code": "cancelled" } | { "code": "practice_failed", what: string, } | { "code": "internal", what: string, } | { "code": "practice_not_running" };
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
 * The one reply that holds a secret.
 */
export type RevealedSecret = { 
/**
 * The Secret, or the `ak_` value.
 */
value: string, };
/**
 * A Secret that is new now.
 */
export type SecretRenewed = { 
/**
 * Whether it is in the keychain; if not, it is in this program's memory only.
 */
secret_stored: boolean, };
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
reduce_motion: boolean, };
/**
 * Where a sign-in stands.
 */
export type SignInStep = { "step": "code_needed" } | { "step": "connected", 
/**
 * The connection's number.
 */
connection: number, 
/**
 * Whether the account may see and make keys.
 */
admin: boolean, };
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
  check_key: { args: { key: number }; reply: KeyStatus };
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
  reset_practice: { args: {  }; reply: null };
}

export interface Events {
  changed: Changed;
  clipboard: ClipboardView;
  keychain: KeychainView;
  practice: PracticeView;
  progress: Progress;
  rescuing: RescueProgress;
  sending: SendProgress;
}
