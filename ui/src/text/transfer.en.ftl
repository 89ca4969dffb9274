# Taking keys to another computer, and bringing keys in from files.

transfer = Take it with you
transfer-text = Write keys into one sealed file for another computer, or bring keys in from a file.
transfer-open = Export or import…
first-import = Bring keys in from a file…

transfer-progress = { $done } of { $total } keys

## Export
export-title = Export
export-text = One file, sealed with six words that are made for you. Saddlebag opens it on another computer; so does any age program.
export-secrets-legend = Secrets
export-with = With secrets:
export-with-text = whoever has the file and its words can use the keys
export-without = Without secrets:
export-without-text = Stores, names, Identifiers, notes and hand-overs only; a refresh on the other computer fetches the secrets
export-without-sites = No site shows a consumer secret again: those of sites stay on this computer only.
export-write = Export
export-working = Sealing the file…
export-none = Choose at least one connection.
export-made = The export is written
export-unseen = The export was written to { $path }, but you had left before its words were shown. Nobody can open it: delete it and export again.
export-holds = Keys in it: { $keys } · secrets in it: { $secrets }
export-missing = { $count ->
    [one] 1 secret is not in the file, as it is not in the keychain.
   *[other] { $count } secrets are not in the file, as they are not in the keychain.
}

## Import
import-title = Import
import-text = You see first what would change. Nothing here is overwritten unless you say so.
import-kind = What kind of file
import-kind-transfer = Saddlebag export
import-kind-transfer-text = from another computer, with its six words
import-kind-csv = Table (CSV)
import-kind-csv-text = a spreadsheet saved as CSV; its columns are matched next
import-kind-kdbx = KeePass database
import-kind-kdbx-text = a .kdbx file, with its password
import-path = File
import-choose = Choose the file…
import-words = Words that open it
import-password = Password of the database
import-passphrase-help = Used once to open the file. It is never stored.
import-show-typed = Show
import-connection = Rows that name no address belong to
import-connection-none = nothing: they are left out
import-read = Read the file
import-reading = Reading…
import-done = The keys are here.
import-added = New keys: { $count }
import-changed = Keys completed or changed: { $count }
import-kept = Left as they were: { $count }
import-secrets = Secrets put into the keychain: { $count }
import-held = Secrets only in memory, as the keychain did not take them: { $count }
import-sign-in = New connections, signed out: { $names }. Sign in to each in the navigation to refresh it.

## What a file would change
import-preview-title = What “{ $file }” would change
import-skipped = { $count ->
    [one] 1 entry holds no key of a shop and stays out.
   *[other] { $count } entries hold no key of a shop and stay out.
}
import-new-connections = { $count ->
    [one] 1 new connection, signed out at first: { $names }
   *[other] { $count } new connections, signed out at first: { $names }
}
import-columns = Columns
import-columns-text = What each column holds, as guessed. The list below follows what you choose.
import-column-heading = Heading
import-column-sample = First value
import-column-holds = Holds
import-column-holds-of = What “{ $heading }” holds
import-column-unnamed = Column { $number }
import-field-none = nothing that is needed
import-field-store = Store
import-field-name = App name
import-field-base_url = Base URL
import-field-identifier = Identifier (API Key)
import-field-secret = Secret (API Secret)
import-field-note = Notes
import-filter = Which rows
import-filter-all = All
import-verdict-new = New
import-verdict-completes = Completes ours
import-verdict-same = Same
import-verdict-differs = Differs
import-verdict-unusable = Not usable
import-trouble-no_address = It names no address, and nothing was chosen for such rows.
import-trouble-bad_address = Its address is not one of a server.
import-trouble-no_identifier = It has neither an Identifier nor an ak_ value.
import-trouble-repeated = The same key stands in the file before.
import-unnamed = without a name
import-with-secret = with its Secret
import-without-secret = without a Secret
import-ours = Here
import-theirs = In the file
import-differs-local_name = Name here
import-differs-note = Notes
import-differs-identifier = Identifier
import-differs-secret = Secret
import-differs-archived = Archive
import-secret-hidden = hidden; the two differ
import-archive-ours = as it is now
import-archive-theirs = the other way round
import-empty = nothing
import-choice = What is kept of { $subject }
import-keep = Keep ours
import-take = Take the file’s
import-keep-all = Keep all ours
import-take-all = Take all of the file’s
import-no-rows = The file holds no rows.
import-pages = Pages
import-previous = Previous
import-next = Next
import-page = { $from } to { $to } of { $total }
import-stay = { $count ->
    [0] Nothing else is in the file.
    [one] 1 row changes nothing.
   *[other] { $count } rows change nothing.
}
import-apply = { $count ->
    [0] Nothing to bring in
    [one] Bring in 1 key
   *[other] Bring in { $count } keys
}
import-applying = Bringing in…

## Settings
settings-check = Check keys in the background
settings-check-help = One after the other, at a gentle pace. Checking changes nothing on a server.
settings-check-hours = { $count ->
    [one] Every hour
    [24] Every day
    [168] Every week
   *[other] Every { $count } hours
}
settings-rotation = A Secret is old after
settings-rotation-help = Needs attention then lists it, to be rotated.
settings-rotation-days = { $count ->
    [365] 1 year
    [730] 2 years
   *[other] { $count } days
}
