# Every English word of the window. Ids are listed in ids.ts.

## Everywhere
loading = Reading…
cancel = Cancel
undo = Undo
close = Close
back = Back
continue = Continue
done = Done
dismiss = Dismiss
choose = Choose…
saved = Saved
not-saved-yet = Not saved yet
creating = Creating…
hidden = hidden
practice = Practice
store = Store
no-store = No Store
no-store-text = the key is not bound to a shop
connection = Connection
address = Address
required = { $label } (required)
form-reading = Reading the server’s form…
splitter-rail = Width of the navigation
splitter-detail = Width of the detail

## Acts offered beside a problem
act-retry = Try again
act-sign_in = Sign in again
act-open_keychain = Try the keychain again
act-refresh = Refresh
act-start_practice = Start the practice co-op
act-decide = Decide…
act-look_now = Look now
act-other-account = Use another account

## Navigation
rail-label = Navigation
rail-connections = Connections
rail-add-connection = Add connection
rail-start = First steps
rail-keys = Keys
rail-all-keys = All keys
rail-attention = Needs attention
rail-archive = Archive
rail-work = Work
rail-stores = Stores
rail-drafts = Drafts
rail-activity = Activity
rail-practice = Practice panel
rail-settings = Settings
connection-title = { $name } · { $host } · { $state }
connection-menu = What to do with { $name }
session-signed_in = signed in
session-signed_out = signed out
session-not_admin = no admin role
session-offline = offline
session-practice = practice
session-refreshing = refreshing…
menu-colours = Colour of the connection
menu-colour = Colour { $number }
menu-refresh = Refresh
menu-sign-in = Sign in again…
menu-sign-out = Sign out
menu-disconnect = Disconnect…

## The list
keys-label = Keys
search-label = Search keys
search-placeholder = Search Stores, keys, Identifiers, notes
new-store = New Store
new-key = New key
column-store = Store and app
column-state = State
loading-keys = Reading the keys…
secret-none = not stored
secret-held = memory only
keys-of-store = Keys of “{ $name }”.
show-all-keys = Show all keys
no-match = No key matches “{ $text }”.
no-match-stores = No Store matches “{ $text }”.
no-match-clear = Clear the search
empty-keys = There are no keys here yet.
empty-no-admin = There are no keys on this computer, and none can be read without the admin role.
show-stores = Show the Stores
empty-store = “{ $name }” has no key yet.
empty-archive = The archive is empty.
empty-stores = There are no Stores here yet.
empty-activity = Nothing has happened yet.
no-match-activity = Nothing in the history matches.
activity-clear = Clear the filters
notice-offline = { $name } could not be reached. Everything stored here can still be found and copied.
notice-signed-out = You are signed out of { $name }. Everything stored here can still be found and copied.
notice-no-admin = “{ $username }” has no admin role (ROLE_ADMIN) on { $name }: its keys cannot be read or made. Stores can be seen, and keys stored here can be copied.

## Refresh
progress-begins = Asking { $name }…
progress-stores = Reading the Stores of { $name }
progress-keys = Reading the keys of { $name }
progress-details = Reading the details of keys of { $name }
progress-secrets = Putting secrets of { $name } into the keychain
progress-of = { $what } · { $done } of { $total }
refresh-nothing-new = Refreshed. Nothing has changed.
refresh-of = { $name }: { $text }
refresh-cancelled = Refresh stopped. What was read so far is kept.
refresh-new-keys = { $count ->
    [one] 1 new key
   *[other] { $count } new keys
}
refresh-new-stores = { $count ->
    [one] 1 new Store
   *[other] { $count } new Stores
}
refresh-renewed = { $count ->
    [one] 1 secret renewed elsewhere
   *[other] { $count } secrets renewed elsewhere
}
refresh-replaced = { $count ->
    [one] 1 key replaced by an edit on the server
   *[other] { $count } keys replaced by edits on the server
}
refresh-renamed = { $count ->
    [one] 1 key renamed
   *[other] { $count } keys renamed
}
refresh-gone = { $count ->
    [one] 1 key gone from the server
   *[other] { $count } keys gone from the server
}
refresh-back = { $count ->
    [one] 1 key back on the server
   *[other] { $count } keys back on the server
}
refresh-gone-stores = { $count ->
    [one] 1 Store gone from the server
   *[other] { $count } Stores gone from the server
}
refresh-secrets-waiting = { $count ->
    [one] 1 secret waits for the keychain
   *[other] { $count } secrets wait for the keychain
}
refresh-taken = { $count ->
    [one] 1 new pair taken, as ours no longer worked
   *[other] { $count } new pairs taken, as ours no longer worked
}
refresh-found = { $count ->
    [one] 1 request with a lost reply was done after all
   *[other] { $count } requests with a lost reply were done after all
}
refresh-never-done = { $count ->
    [one] 1 request with a lost reply was never done
   *[other] { $count } requests with a lost reply were never done
}

## States of a key
status-works = Works
    .meaning = { $type ->
        [consumer] The site accepts it, and it may do what its permission says.
       *[other] { $has_store ->
            [yes] It opens the Store “{ $store }”.
           *[no] It opens what its scopes allow.
        }
    }
status-opens_another_store = Opens another Store
    .meaning = The pair is right, but it opens “{ $store }”. Orders sent with it would go to that shop.
    .next = Make a new key for the right Store and hand that one over.
status-lacks_deliveries = Lacks “deliveries”
    .meaning = The pair is right, but a shop plugin cannot create deliveries with it.
    .next = Scopes cannot be added later. Make a new key with “deliveries” ticked.
status-unrestricted = Unrestricted
    .meaning = It was made without any scope, so it may do everything.
    .next = Make a new key with only the scopes that are needed.
status-refused = Secret refused
    .meaning = { $type ->
        [consumer] The site knows this key, but the Consumer secret stored here is not the one that belongs to it.
       *[other] The server refuses the Secret stored here. It was probably renewed by someone else.
    }
    .next = { $type ->
        [consumer] Diagnose to find out why. A site never changes a secret: perhaps another one was pasted.
       *[other] Refresh to fetch the new Secret, then send it to the shop.
    }
status-replaced = Replaced by an edit
    .meaning = Someone saved the key’s page on the server, which replaced its pair.
    .next = { $offered ->
        [yes] Use the new pair below, then send both halves to the shop.
       *[no] Refresh to fetch the new pair, then send both halves to the shop.
    }
status-renewed_elsewhere = Renewed elsewhere
    .meaning = Someone renewed its Secret on the server. The one stored here is kept for now.
    .next = Use the new pair below, then send its Secret to the shop.
status-wrong_instance = Wrong server
    .meaning = { $type ->
        [consumer] No WooCommerce answers at { $host }.
       *[other] No CoopCycle server answers at { $host }.
    }
    .next = Check whether the server has moved, then connect to its new address.
status-gone = Gone
    .meaning = { $type ->
        [consumer] The site has no such key any more: it was revoked. This record is kept for you.
       *[other] The server has no such key any more. This record is kept for you.
    }
    .next = Make a new key if the shop still needs one.
status-store_gone = Store gone
    .meaning = The server no longer has the Store “{ $store }”, so nothing can be delivered with this key. The record is kept for you.
    .next = If the shop is still delivered, make a new Store and a key for it.
status-secret_missing = Secret missing
    .meaning = Its Secret is not in the keychain of this computer.
    .next = { $type ->
        [consumer] The site does not show it again. Rotate to a key that is held here.
       *[other] Refresh while the keychain is open to fetch it.
    }
status-unreachable = Server not reached
    .meaning = The last check did not reach { $host }. This says nothing about the key itself.
    .next = Check again once the server answers.
status-not_checked = Not checked
    .meaning = Nobody has checked yet whether it works.
    .next = { $type ->
        [consumer] Check asks the site twice and changes nothing there but the last access.
       *[other] Check asks the server once and changes nothing.
    }

## Detail
detail-label = Key
detail-empty = Select a key to see its values.
back-to-list = Back to the list
detail-on-server = (on the server: { $name })
type-api_key-short = ak_ key
checked-when = checked { $when }
values-label = Values
field-base_url = Base URL
field-identifier = Identifier
field-secret = Secret
field-sheet = Hand-over sheet
field-letter = Text for the developer
field-passphrase = Passphrase
field-api-key = API key (ak_)
identifier-in-plugin = — “API Key” in the plugin
secret-in-plugin = — “API Secret” in the plugin
identifier-unknown = not known
secret-not-here = not in the keychain
secret-held-long = only in memory, as the keychain did not take it
reveal = Reveal
reveal-of = Reveal the { $what } of { $subject }
revealing = Opening…
hide = Hide
revealed-said = The Secret is on the screen.
hidden-said = The Secret is hidden.
scopes = Scopes
scopes-unknown = not known yet
scopes-none = none: may do everything
check = Check
checking = Checking…
check-said = Checked: { $state }
renew = Renew secret…
renew-not-gone = A key that is gone from the server cannot be renewed.
archive-key = Archive
unarchive-key = Take back from the archive
forget-key = Forget
forget-text = The server no longer has this key. Forgetting removes its record, notes and Secret from this computer.
archived-when = in the archive since { $when }
key-archived = “{ $name }” is now in the archive. Nothing changed on the server.
key-unarchived = “{ $name }” is back in the list.
key-forgotten = “{ $name }” is forgotten. Its record, notes and Secret leave this computer for good in 20 seconds.
undone = Taken back.
practice-banner = Practice key. It opens nothing but the practice co-op on this computer.
time-slot-label = Time slot
time-slot-missing = “{ $store }” has no time slot, so the date picker of its shop plugin stays empty.
time-slot-choose = Choose a time slot…
time-slot-reading = Reading the time slots…
time-slot-none = The server has no time slots yet. An admin can add one on its pages.
time-slot-save = Set
time-slot-saved = “{ $store }” now has a time slot.
notes-label = Notes
notes = Notes
notes-help = Names and notes stay on this computer.
local-name = Name here
note-changed = The note of “{ $name }” was changed.
local-name-changed = The local name of “{ $name }” was changed.
history = History
history-empty = Nothing yet.
history-all = Show all { $count }

## History
act-created = Created
act-seen_on_server = Seen on the server
act-copied_secret = Secret copied
act-copied_identifier = Identifier copied
act-copied_base_url = Base URL copied
act-revealed = Secret revealed
act-renewed = Secret renewed
act-renewed_elsewhere = Secret renewed elsewhere
act-replaced_elsewhere = Pair replaced by an edit on the server
act-renamed_elsewhere = Renamed on the server
act-gone_from_server = Gone from the server
act-back_on_server = Back on the server
act-checked = Checked
act-note_changed = Note changed
act-local_name_changed = Name here changed
act-took_new_pair = New pair taken from the server
act-archived = Archived
act-unarchived = Taken back from the archive
act-secret_lost = Secret missing from the keychain
act-secret_rescued = Secret brought into the keychain
act-handed_over = Handed over
act-handover_confirmed = Hand-over confirmed
act-rotation_begun = Rotation begun
act-rotation_ended = Rotation ended
act-imported = Brought in from a file
activity-when = When
activity-what = What
activity-subject = Key
activity-who = Who
activity-server = server
activity-more = Show earlier
activity-filters = Filters of the history
activity-search = Search the history
activity-all-connections = All connections
activity-person = Person
activity-everybody = Everybody
activity-nobody = Only seen on servers
activity-kind = Kind
activity-everything = Everything
activity-group-made = Created, renewed, rotated
activity-group-used = Copied, handed over, checked
activity-group-elsewhere = Changed elsewhere
activity-group-local = Only on this computer
activity-export = Export as CSV
activity-exported = The history was written to { $path }. It holds no secrets.

## Changed on the server
drift-new = Someone else made this key on the server.
    .next = Check it, and note for whom it is.
drift-renewed = Someone else renewed its Secret on the server.
    .next = The shop needs the new Secret.
drift-replaced = Someone saved the key’s page on the server, which replaced its pair.
    .next = The shop needs both halves of the new pair.
drift-renamed = It was renamed on the server; before, it was called “{ $from }”.
    .next = Its pair is the same and goes on working.
drift-gone = The server no longer has this key.
    .next = Make a new key if the shop still needs one.
drift-back = The server has this key again.
    .next = Check whether it works.
drift-store-new = Someone else made its Store on the server.
    .next = Nothing has to be done.
drift-store-renamed = Its Store was renamed on the server; before, it was called “{ $from }”.
    .next = The key goes on working.
drift-store-gone = The server no longer has its Store.
    .next = Ask the co-op’s admins whether the shop is still delivered.
drift-store-back = The server has its Store again.
    .next = Check whether the key works.
drift-noticed = noticed { $when }
drift-seen = Seen
drift-line = { $count ->
    [one] 1 change on the server since you last looked.
   *[other] { $count } changes on the server since you last looked.
}
drift-show = Show in the history
drift-all-seen = Mark all as seen
drift-all-seen-said = All changes are marked as seen.
offer-title = The server shows another pair
offer-ours = Ours
offer-theirs = The server’s
offer-same = same Identifier, another Secret
offer-other-value = another ak_ value
offer-replaced-means = The plugin of “{ $shop }” still uses the old pair. The server may go on accepting it, but it opens no Store any more.
offer-renewed-means = The plugin of “{ $shop }” still uses the old Secret, which the server no longer accepts, or which could not be checked yet.
offer-consequence = Using the new pair removes the old one from the keychain, and “{ $shop }” needs the new one. This cannot be undone.
offer-not-stored = The new pair is not in the keychain yet.
offer-accept = Use the new pair
offer-accepting = Taking the new pair…
offer-check = Check ours
offer-taken = The new pair of “{ $name }” is in use here. Send it to the shop.

## Copying
copy-of = Copy { $what } of { $subject }
copied-clears = { $what } copied. It clears in { $seconds } seconds.
copied-stays = { $what } copied. It stays until something else is copied.
strip-label = Clipboard
strip-copied = Copied
strip-of = { $what } of “{ $subject }”
strip-hidden = hidden from clipboard history
strip-not-hidden = may stay in clipboard history
strip-clears = clears in { $seconds } s
strip-stays = stays on the clipboard
strip-extend = +30 s
strip-clear = Clear now
strip-cleared = The clipboard was cleared.
strip-not_cleared = The clipboard could not be cleared. Copy something else to replace it.

## First start
first-title = Keys for the shops you deliver for
first-text = Saddlebag makes Stores and keys on your CoopCycle server and consumer keys on a shop’s own site, keeps every secret in the keychain of this computer, and copies each value with one click.
first-promise = No account and no telemetry. Only the servers and sites you add are ever contacted.
card-connect = Connect to CoopCycle
card-connect-text = Sign in to your co-op’s server with an admin account.
card-practice = Try the practice co-op
card-practice-text = A small co-op and a shop’s site inside this program, all invented. Nothing leaves this computer.
card-practice-starting = Starting…

## Connecting
connect-title = Connect to CoopCycle
connect-title-again = Sign in to { $name }
connect-address = Address of the server
connect-address-help = As you type it in a browser. A pasted admin page is fine.
connect-looking = Looking…
connect-known-already = This server is in your list already. Signing in again keeps all records.
connect-username = E-mail or username
connect-password = Password
connect-password-help = Used once to sign in. It is never stored.
connect-practice-help = Filled in for you. It protects nothing.
connect-signing-in = Signing in…
sign-in = Sign in
connect-code = Code from the e-mail
connect-code-help = The server sent six digits to the account’s address.
connect-code-submit = Continue
connect-code-new = The server sends a new code only at a new sign-in.
connect-code-again = Sign in again
connect-no-admin = “{ $username }” is signed in, but lacks the admin role (ROLE_ADMIN).
connect-no-admin-next = Without it the server shows and makes no keys. You can see its Stores here, and find and copy keys that this computer already has. Ask an admin of the co-op for the role, then sign in again.
connected = Connected to { $name }.
signed-in-again = Signed in to { $name }.
practice-mail-here = E-mail to { $to }:
practice-code-fill = Fill in this code

## New Store
store-title = New Store
store-find = Find on map
store-finding = Looking…
store-point-help = The server needs the point on the map. Find it, or type both numbers.
store-point-found = The point is set. Correct the numbers if it is off.
store-moved = The address was changed after its point was found. Find it again, or check the numbers.
latitude = Latitude
longitude = Longitude
not-degrees = A number between -{ $most } and { $most }, such as 45.764.
store-others = More fields of the server ({ $count })
store-missing-name = A Store needs a name.
store-missing-address = A Store needs an address.
store-missing-position = The address needs its point on the map.
store-signed-in-between = You are signed in again. Nothing was created yet and nothing you typed is lost.
store-create = Create Store
store-created = “{ $name }” now exists on the server.
store-make-key = Make a key for it
store-keys = { $count ->
    [0] no key
    [one] 1 key
   *[other] { $count } keys
}
store-gone = gone
store-without-slot = no time slot
store-show-keys = Show the keys of { $name }
store-new-key = New key for { $name }

## New key
key-title = New key
store-search = Type a part of its name
store-new-option = New Store…
store-more = { $count } more. Type to narrow.
key-name = App name
key-name-help = The server’s users see it, for example “webshop”.
key-type = Type
type-oauth = OAuth
type-oauth-text = for WordPress, PrestaShop and most others
type-api_key = API key (ak_)
type-api_key-text = one value, for Urbantz
scope-deliveries = Deliveries
scope-deliveries-text = what shop plugins need
scope-tasks = Tasks
scope-tasks-text = for own programs that plan pickups and drop-offs
scope-orders-all = All orders
scope-orders-all-text = every order of the whole co-op
scope-tasks-all = All tasks
scope-tasks-all-text = every task of the whole co-op
scope-orders = Orders
scope-orders-text = given by the server to restaurants
scope-unknown-text = not known to this program
scopes-with-store = With a Store, a key gets only what concerns that Store.
scopes-without-store = Without a Store, a key concerns the whole co-op.
scopes-api-key = The server does not look at the scopes of an ak_ key.
scopes-older-server = This server is older and lets nobody choose. The key will get “deliveries” and “tasks”.
key-missing-store = This server wants a Store for every key.
key-missing-name = The key needs an App name; the server fails without one.
key-missing-scope = Tick at least one scope. A key without any could do everything.
key-signed-in-between = You are signed in again. Nothing was created yet and nothing you chose is lost.
key-create = Create key
key-created = “{ $name }” was created and its Secret is in the keychain.
key-created-secret-waits = “{ $name }” was created. Its Secret goes into the keychain at the next refresh, once the keychain is open.

## Drafts
drafts-text = Prepared here, and sent when you say so. No draft is ever sent twice.
drafts-waiting = Waiting
drafts-sent = Sent
drafts-all = Select all
drafts-clear = Clear the sent ones
drafts-cleared = The sent drafts were taken off the list. What they became stays.
drafts-send = { $count ->
    [0] Send drafts
    [one] Send 1 draft
   *[other] Send { $count } drafts
}
drafts-sending = { $at } of { $total }: sending { $name }
drafts-begin = Beginning to send…
drafts-stop = Stop
drafts-stopping = Stopping after this one…
drafts-all-sent = { $count ->
    [one] 1 draft was sent.
   *[other] { $count } drafts were sent.
}
drafts-some-sent = { $sent } of { $total } drafts were sent. The others say why they were not.
drafts-again = Send what is left
empty-drafts = There are no drafts. Stores and keys that you prepare without the server wait here.
draft = draft
draft-select = Select the draft “{ $name }”
draft-kind-store = Store
draft-kind-key = Key
draft-for = for { $store }
draft-for-none = without a Store
draft-waits-for = waits for the Store draft “{ $store }”
draft-waits-for-missing = its Store draft is no longer there
draft-changed = changed { $when }
draft-edit = Edit
draft-edit-of = Edit the draft “{ $name }”
draft-delete = Delete
draft-delete-of = Delete the draft “{ $name }”
draft-show = Show
draft-show-of = Show what “{ $name }” became
draft-deleted = The draft “{ $name }” was deleted.
draft-state-waiting = Waiting
draft-state-looking = Being looked for
    .meaning = It may have been sent already. It is not sent again before that is known.
draft-state-undecided = Undecided
    .meaning = The server has more than one that it may have become.
draft-state-sent = Sent
draft-result-sent = Sent. It is on the server now.
draft-result-held = Sent. Its Secret is only in memory until the keychain takes it.
draft-result-waits = Not sent: its Store was not made.
draft-result-stopped = Not sent: sending was stopped before its turn.
draft-title-key = Draft of a key
draft-title-store = Draft of a Store
draft-save = Save as draft
draft-save-again = Save draft
draft-saving = Saving…
draft-send-now = Save and send now
draft-saved = “{ $name }” was saved as a draft.
draft-offline = The server cannot be reached. You can prepare this as a draft and send it later.
draft-signed-out = You are not signed in. You can prepare this as a draft and send it later.
draft-by-choice = This is prepared without the server, as a draft that is sent later.
draft-instead = Prepare a draft without waiting
draft-point-later = The point on the map is found when the draft is sent.
draft-more-later = What else the server’s form asks can be filled in later, once the server is reachable.
draft-store-why = This Store is a draft itself. The key is saved as a draft, too, and sent after it.
store-name = Name
store-telephone = Telephone
store-website = Website
store-legal-name = Legal name

## Renew, disconnect
type-name = Type “{ $name }” to go on
renew-title = Renew the Secret of { $name }
renew-consequence = The shop plugin of “{ $name }” stops working until it has the new Secret. This cannot be undone.
renew-tokens = Access already given lives up to one hour more.
renew-confirm = Renew secret
renewing = Renewing…
renewed = The Secret of “{ $name }” was renewed. Send the new one to the shop.
renewed-held = The Secret of “{ $name }” was renewed. The keychain did not take the new one: it is in this program’s memory until it does.
disconnect-title = Disconnect { $name }
disconnect-consequence = { $count ->
    [0] All records of { $name } on this computer are deleted, with their notes.
    [one] The record of 1 key of { $name } and its secret on this computer are deleted, with notes and history.
   *[other] The records of { $count } keys of { $name } and their secrets on this computer are deleted, with notes and history.
}
disconnect-unharmed = Nothing changes on the server: shops go on working.
disconnect-confirm = Disconnect
disconnected = { $name } was disconnected.

## Requests of which the outcome is not known
questions-banner = { $count ->
    [one] Saddlebag is finding out what became of 1 request.
   *[other] Saddlebag is finding out what became of { $count } requests.
}
questions-show = Show…
questions-title = What became of these requests
questions-text = It is not known yet whether a server did these. None is sent again before that.
questions-none = Nothing is open any more.
question-create_store = The Store “{ $name }” was to be created.
question-create_key = The key “{ $name }” was to be created.
question-renew_secret = The Secret of “{ $name }” was to be renewed.
question-sign_out = You were to be signed out of “{ $name }”.
question-disconnect = “{ $name }” was to be disconnected.
question-forget = “{ $name }” was to be forgotten.
question-looking = Looked for again at the next refresh.
question-finishing = It is finished as soon as the server or the keychain answers.
question-which = Which of these is it?
question-none = None of these
question-none-text = it was not made, and you can try again
question-first-seen = first seen { $when }
question-decide = Decide
question-decided = Decided. “{ $name }” is no longer open.

## Keychain, inventory
keychain-waiting = The keychain waits to be unlocked. Answer its password prompt; until then secrets cannot be copied, everything else works.
keychain-absent = This computer has no keychain service, so secrets cannot be kept. Install the package “gnome-keyring”, sign in again to your session, then try again. Everything that needs no secret works.
keychain-refused = The keychain refuses to answer. Unlock it in the system’s password program, then try again. Everything that needs no secret works.
keychain-full = The keychain has no room for more secrets. Free some space on this computer, then try again. Secrets that are in it can still be copied.
held-banner = { $count ->
    [one] 1 new secret is only in memory: the keychain did not take it. The server can show it again.
   *[other] { $count } new secrets are only in memory: the keychain did not take them. The servers can show them again.
}
keychain-unknown = The keychain has not answered yet.
keychain-ready = The keychain is ready.
keychain-is-ready = The keychain is ready.
keychain-still-closed = The keychain is still not open.
keychain-stop = Stop waiting
keychain-waits-no-more = Saddlebag no longer waits for the keychain. Nothing was changed.
set-aside-restored = The inventory file was damaged and has been set aside as { $file }. It was rebuilt from the backup of { $when }; refreshing completes it.
set-aside-anew = The inventory file was damaged and has been set aside as { $file }. There was no backup, so it was begun anew: once connected, refreshing reads your keys from the servers.
set-aside-refresh = Refresh all

## Settings
settings-clipboard = Clear the clipboard after
settings-clipboard-help = Only if it still holds what was copied here. Also when Saddlebag quits.
settings-seconds = { $count } seconds
settings-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
settings-never = Never
settings-theme = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-language = Language
language-system = As the system
language-en = English
language-fr = Français
settings-motion = Reduce motion
settings-keychain = Keychain
rescue = Rescue all secrets now
rescue-text = Reads every server you are signed in to, and brings each secret it still shows into the keychain. Nothing changes on the servers.
rescue-begins = Reading the servers…
rescue-progress = { $done } of { $total } keys looked at
rescue-shown = Secrets the servers show: { $count }
rescue-already = In the keychain already: { $count }
rescue-stored = Brought into the keychain now: { $count }
rescue-held = Only in memory, as the keychain did not take them: { $count }
rescue-done = Every secret the servers show is in the keychain.
rescue-unread = Not read: { $names }. Sign in there or wait until it is reachable, then do this again.
settings-backups = Backups
backups-text = The inventory is saved every day, and before an update or a restore changes it. The newest seven of the daily ones and of the others are kept. They hold no secrets.
backups-none = There is no backup yet.
backup-when = Made
backup-why = Why
backup-holds = Holds
backup-size = Size
backup-daily = every day
backup-before_migration = before an update
backup-before_restore = before a restore
backup-by_hand = by hand
backup-unreadable = cannot be read
backup-connections = { $count ->
    [0] no connection
    [one] 1 connection
   *[other] { $count } connections
}
back-up = Back up now
backing-up = Backing up…
backed-up = The inventory was backed up.
restore = Restore…
restore-of = Restore the backup of { $when }
restore-title = Restore the backup of { $when }
restore-first = The inventory of now is backed up first, so this can be taken back in the same way.
restore-secrets = Secrets in the keychain stay, and nothing changes on the servers.
restore-drafts = Drafts in the backup are looked for on the servers before they can be sent, so that nothing is made twice.
restore-confirm = Restore this backup
restoring = Restoring…
restored = The inventory is as it was in the backup of { $when }. Signed-in servers are being refreshed.
promises-title = What is promised
promise-places = A secret is in four places only: on the server, in the keychain, on the clipboard while it counts down, and on the screen while revealed.
promise-servers = Only the servers you added are contacted, over https.
promise-edit = Saddlebag never saves the edit page of a key, because that replaces its pair.
limits-title = What cannot be promised
limit-same-user = Another program running under your account can read an unlocked keychain.
limit-clipboard = Some clipboard managers ignore the request not to keep a copy.
limit-screenshot = On Linux nothing keeps other programs from taking pictures of the screen.
data-folder = Inventory, without secrets
version = Version

## Shortcuts
shortcuts = Shortcuts
shortcut-search = Search
shortcut-move = Move in the list
shortcut-open = Open the selected key
shortcut-secret = Copy the Secret
shortcut-identifier = Copy the Identifier
shortcut-base-url = Copy the Base URL
shortcut-new-key = New key
shortcut-new-store = New Store
shortcut-refresh = Refresh
shortcut-undo = Undo, while its message is shown
shortcut-close = Close
shortcut-help = This list

## Practice
practice-title = Practice
practice-text = A server inside this program that behaves like a real one. Its shops and keys are invented.
practice-start = Start
practice-stop = Stop
practice-connect = Connect to the practice co-op
practice-reset = Reset to the beginning
practice-reset-consequence = Every Store and key made in practice is deleted, on the co-op and in the shop, and their sessions end. Your real connections are not touched. This cannot be undone.
practice-reset-keep = Keep everything
practice-was-reset = The practice co-op and its shop are as they were at the beginning.
practice-address = Address
practice-rests = It is not running.
practice-accounts = Accounts
practice-mails = E-mails it would have sent
practice-no-mails = None yet.
practice-mode = Behaves as
practice-mode-current = the current version
practice-mode-before_second_factor = a version before e-mailed codes
practice-mode-before_scopes = a version before scopes
practice-maintenance = Under maintenance
faults-title = Failures
faults-text = Make it fail, and see that nothing is lost.
fault-path = Path begins with
fault-path-all = all paths
fault-kind = Failure
fault-seconds = Seconds
fault-how-often = How often
fault-always = until cleared
fault-times = { $count ->
    [one] once
   *[other] { $count } times
}
fault-add = Switch on
faults-clear = Clear all failures
fault-refuse_connection = refuses the connection
fault-delay = answers late
fault-server_error = answers with an error 500
fault-cut_after_work = loses the reply after the work was done
fault-cut_before_work = loses the request before the work
fault-expire_session = ends the session
fault-garbage = answers nonsense
fault-large_page = answers a very large page
acts-title = Another admin, right now
practice-act-create_key = creates a key
practice-act-renew_secret = renews a secret
practice-act-save_edit_page = saves an edit page
practice-act-delete_store = deletes a Store
practice-act-expire_sessions = ends all sessions
practice-did-create_key = Another admin created a key.
practice-did-renew_secret = Another admin renewed a secret.
practice-did-save_edit_page = Another admin saved the edit page of a key.
practice-did-delete_store = Another admin deleted a Store.
practice-did-expire_sessions = All sessions there have ended.
requests-title = Requests
requests-none = None yet.
request-method = Method
request-path = Path
request-status = Status
request-cut = cut

## Problems: what happened, what is unharmed, what to do
problem-bad_address = This is not an address of a server.
    .unharmed = Nothing was sent.
    .next = Type it as in a browser, for example lyon.example.org.
problem-plain_http = The address uses http, where others can read along.
    .unharmed = Nothing was sent.
    .next = Use https. Plain http is accepted only for servers on this computer.
problem-not_coopcycle_website = A website answers at { $host }, but not CoopCycle.
    .unharmed = No password was sent.
    .next = Check the address with your co-op.
problem-not_coopcycle_nothing = { $host } answers, but there is no CoopCycle at this address.
    .unharmed = No password was sent.
    .next = Check the address with your co-op.
problem-not_coopcycle_other = Another service answers at { $host }, not CoopCycle.
    .unharmed = No password was sent.
    .next = Check the address with your co-op.
problem-redirected = The address leads elsewhere, to { $to }.
    .unharmed = Saddlebag did not follow and sent no password.
    .next = If you trust that address, type it instead.
problem-dns = There is no server named { $host }.
    .unharmed = Everything stored here is unharmed.
    .next = Check the spelling and the network.
problem-connection_refused = { $host } is there, but nothing answers on it.
    .unharmed = Everything stored here is unharmed.
    .next = The server may be down. Try again in a while.
problem-timed_out = { $host } did not answer in time.
    .unharmed = Everything stored here is unharmed.
    .next = Check the network, or try again in a while.
problem-certificate = The certificate of { $host } is not trusted: { $reason }
    .unharmed = Nothing was sent.
    .next = Check the date of this computer and tell the server’s admin. This check cannot be skipped.
certificate-expired = it has expired.
certificate-not_yet_valid = it is not valid yet.
certificate-unknown_issuer = this system does not know who issued it.
certificate-other_name = it belongs to another name.
certificate-revoked = it was revoked.
certificate-other = it is not in order.
problem-unreachable = { $host } could not be reached.
    .unharmed = Nothing was sent and everything stored here is unharmed.
    .next = Check the network.
problem-reply_lost = { $host } was asked, but its reply was lost.
    .unharmed = Nothing was created twice.
    .next = Refresh: Saddlebag then sees what the server did and finishes it.
problem-wrong_password = The server does not accept this name and password.
    .unharmed = Nothing was changed.
    .next = Type both again. A disabled account is refused in the same way.
problem-code_refused = The server does not accept this code.
    .unharmed = You are still in the middle of signing in.
    .next = Type the newest code again.
problem-code_late = This sign-in has taken too long, so its code is void.
    .unharmed = Nothing was changed.
    .next = Sign in again to get a new code.
problem-not_admin = This account lacks the admin role (ROLE_ADMIN).
    .unharmed = What is stored here can still be found and copied.
    .next = Ask an admin of the co-op for the role, or sign in with another account.
problem-signed_out = The session on the server has ended.
    .unharmed = Nothing you typed is lost and nothing was created.
    .next = Sign in again to go on.
problem-server_error = { $host } failed with the error { $status }.
    .unharmed = Everything stored here is unharmed.
    .next = Try again in a while. If it stays, tell the server’s admin the time and the number.
problem-maintenance = { $host } is under maintenance.
    .unharmed = Everything stored here can still be found and copied.
    .next = Try again when the maintenance is over.
problem-too_many_requests = { $host } asks for a slower pace.
    .unharmed = Everything stored here is unharmed.
    .next = Wait a minute, then try again.
problem-form_changed = A page of the server is not as expected: { $page }
    .unharmed = Nothing was sent.
    .next = Try again. If it stays, this version of the server needs a newer Saddlebag.
problem-rejected_without_message = The server showed its form again, twice, without saying why.
    .unharmed = Nothing was created.
    .next = Look through the fields and try again.
problem-fields_refused = The server refuses what was typed: { $fields }
    .unharmed = Nothing was created.
    .next = Correct it and try again.
problem-address_missing = The address is blank.
    .unharmed = Nothing was sent.
    .next = Type an address and find it on the map.
problem-address_not_found = The server’s map does not know this address.
    .unharmed = Nothing was created.
    .next = Try it with postcode and town, or type the two numbers of the point.
problem-not_on_server = The server does not have this any more.
    .unharmed = The record here is kept.
    .next = Refresh to see what else has changed.
problem-too_large = A page of { $host } is too large to be read.
    .unharmed = Everything stored here is unharmed.
    .next = Tell the server’s admin.
problem-name_blank = The name is blank.
    .unharmed = Nothing was sent.
    .next = Type a name.
problem-name_too_long = The name is longer than { $limit } characters.
    .unharmed = Nothing was sent.
    .next = Shorten it.
problem-no_scope = A key without any scope could do everything.
    .unharmed = Nothing was sent.
    .next = Tick at least one scope.
problem-scope_does_not_fit = The scope “{ $scope }” does not fit this choice of Store.
    .unharmed = Nothing was sent.
    .next = Choose another scope, or change the Store.
problem-store_needed = This server wants a Store for every key.
    .unharmed = Nothing was sent.
    .next = Choose a Store.
problem-typed_name_differs = The typed name is another one.
    .unharmed = Nothing was changed.
    .next = Type the name as it is shown.
problem-api_key_not_renewable = An ak_ key cannot be renewed.
    .unharmed = Nothing was changed.
    .next = Make a new key in its place.
problem-keychain_absent = This computer has no keychain service.
    .unharmed = No secret was written anywhere else.
    .next = Install the package “gnome-keyring”, sign in again to your session, then try again.
problem-keychain_locked = The keychain is locked.
    .unharmed = The secrets in it are safe.
    .next = Unlock it, then try again.
problem-keychain_timed_out = The keychain did not answer in time. It probably waits for its password.
    .unharmed = The secrets in it are safe.
    .next = Look for its prompt behind this window, then try again.
problem-keychain_refused = The keychain refuses this.
    .unharmed = The secrets in it are safe.
    .next = Unlock it in the system’s password program, then try again.
problem-keychain_full = The keychain has no room for more.
    .unharmed = The secrets in it are safe, and a new one is held in memory.
    .next = Free some space on this computer, then try again.
problem-secret_not_stored = The keychain has no such secret.
    .unharmed = The key still exists on the server.
    .next = Refresh while the keychain is open to fetch it.
problem-secret_changed = Another program changed this secret in the keychain.
    .unharmed = It was not handed out. The key on the server is untouched.
    .next = Refresh: the server’s own value then takes its place.
problem-clipboard_unavailable = The clipboard cannot be set here.
    .unharmed = Nothing was copied and nothing was lost.
    .next = Try again, or reveal the value and type it.
problem-clipboard_differs = The clipboard was set, but holds something else now.
    .unharmed = Nothing is lost.
    .next = Another program may be watching the clipboard. Try again.
problem-inventory_newer = The inventory was written by a newer Saddlebag (form { $found }, this one knows { $known }).
    .unharmed = It was not touched.
    .next = Install the newer version.
problem-inventory_full = The disk is full, so nothing can be recorded.
    .unharmed = What is recorded already is unharmed.
    .next = Free some space, then try again.
problem-inventory_read_only = The inventory cannot be written.
    .unharmed = What is recorded already is unharmed.
    .next = Check the permissions of the data folder, then try again.
problem-inventory_busy = Another program holds the inventory.
    .unharmed = What is recorded already is unharmed.
    .next = Close the other program, then try again.
problem-inventory_in_use = Saddlebag is open already with these records.
    .unharmed = Nothing was touched: only one window at a time writes them.
    .next = Go to the other window, or close it and try again.
problem-backup_unusable = This backup is damaged or was written by a newer Saddlebag.
    .unharmed = The inventory of now is unchanged.
    .next = Choose another backup.
problem-inventory_failed = The inventory failed: { $what }
    .unharmed = What is recorded already is unharmed.
    .next = Try again. If it stays, restart Saddlebag.
problem-record_gone = This record is not here any more.
    .unharmed = Nothing else was changed.
    .next = Go back to the list.
problem-undecided = The server has more than one that this request may have become.
    .unharmed = Nothing was created twice.
    .next = Decide which one it is.
problem-still_looking = It is not known yet whether { $host } did an earlier request of the same kind.
    .unharmed = Nothing was sent, so that nothing is created twice.
    .next = Look now, then try again.
problem-nothing_done = { $host } never did this: it was looked for and is not there.
    .unharmed = Nothing was created.
    .next = Try again.
problem-draft_not_waiting = This draft is no longer waiting.
    .unharmed = It was not sent a second time.
    .next = Look at the list of drafts.
problem-store_missing = The Store that this key is for is not on the server any more.
    .unharmed = Nothing was created, and a draft of the key is kept.
    .next = Choose another Store for the key.
problem-still_on_server = The server still has this key, so it is not forgotten.
    .unharmed = Record and Secret are unchanged.
    .next = Refresh to see what the server has. To put it out of sight, archive it.
problem-export_failed = The file could not be written: { $what }
    .unharmed = Everything stored here is unchanged.
    .next = Check the disk and its permissions, then try again.
problem-file_unreadable = The file could not be read: { $what }
    .unharmed = Nothing was brought in.
    .next = Check where it is and who may read it, then try again.
problem-file_too_large = The file is larger than { $limit_mb } MB.
    .unharmed = It was not read, and nothing was brought in.
    .next = Choose another file. An export of 10,000 keys is far smaller.
problem-file_not_understood = The file is of another kind, or damaged.
    .unharmed = Nothing was brought in.
    .next = Choose the kind that fits the file, or another file.
problem-file_newer = A newer Saddlebag wrote this file.
    .unharmed = Nothing was brought in.
    .next = Install the newer version here, then try again.
problem-wrong_passphrase = These words do not open the file.
    .unharmed = The file is unchanged, and nothing was brought in.
    .next = Type them again, with the spaces or hyphens between them.
problem-no_key_column = No column holds Identifiers or Secrets.
    .unharmed = Nothing was brought in.
    .next = Choose for a column that it holds the Identifier or the Secret.
problem-import_over = This preview is over.
    .unharmed = Nothing was brought in.
    .next = Read the file again.
problem-nothing_to_export = No connection is chosen.
    .unharmed = No file was written.
    .next = Choose at least one connection.
problem-person_missing = It is not said who receives it.
    .unharmed = Nothing was handed over or recorded.
    .next = Type the name of the person.
problem-mail_not_opened = The system opened no mail program: { $what }
    .unharmed = Nothing was sent or recorded.
    .next = Copy the sheet and paste it into a message.
problem-not_opened = The system did not open it: { $what }
    .unharmed = Everything stored here is unchanged.
    .next = Try again, or open it by hand.
problem-qr_too_long = This value is too long for a QR code.
    .unharmed = Nothing was shown.
    .next = Hand it over another way.
problem-already_rotating = This key is being replaced already.
    .unharmed = No second rotation was begun.
    .next = Go on with the one that is open.
problem-restaurant_key = This is a restaurant’s key: only the server itself makes those.
    .unharmed = Nothing was begun.
    .next = Renew its Secret instead, and hand that over.
problem-rotation_elsewhere = The rotation is at another step by now.
    .unharmed = Nothing was done twice.
    .next = Go on with the step that is shown.
problem-not_replaced_yet = The page of the key was not saved on the server yet: its value is the old one.
    .unharmed = The old value still works, and nothing was recorded.
    .next = Save that page once, unchanged, then say so again.
problem-no_turn = Nothing is being copied in turn.
    .unharmed = The clipboard is unchanged.
    .next = Start again from the key.
problem-bad_setting = The setting “{ $name }” is outside its limits.
    .unharmed = The old setting stays.
    .next = Choose one of those offered.
problem-cancelled = This was cancelled.
    .unharmed = What was done before is kept.
    .next = Start it again whenever you like.
problem-practice_failed = The practice co-op could not start: { $what }
    .unharmed = Your real connections are not touched.
    .next = Try again.
problem-practice_not_running = The practice co-op is not running.
    .unharmed = Its shops and keys are kept.
    .next = Start it, then go on.
problem-internal = Something inside Saddlebag failed: { $what }
    .unharmed = What is recorded already is unharmed.
    .next = Try again. If it stays, restart Saddlebag.
