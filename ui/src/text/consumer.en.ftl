# Consumer keys of a WooCommerce site: what they are made of, making, editing and revoking them.

## Values and words
column-site = Description and site
column-owner = Description and owner
column-mixed = Key
column-secret-site = Secret
consumer-key-short = Consumer key
consumer-nameless = Key without a description
consumer-base_url = Site URL
consumer-identifier = Consumer key
consumer-secret = Consumer secret
consumer-ending = …{ $ending }
consumer-ending-only = The site shows only how it ends; it shows the whole key once, to its maker.
consumer-secret-not-held = The Consumer secret is not held here
consumer-mark-owner-gone = owner deleted
consumer-mark-unused = unused for long
permission = Permission
permission-read-text = Orders, products and customers can be read. Nothing can be changed.
permission-write-text = Orders and products can be changed, but not read.
permission-read_write-text = Orders, products and customers can be read and changed.
permission-unknown = not known yet

## What the site tells of a key
consumer-facts = What the site tells of it
consumer-owner = Owner
consumer-owner-deleted = deleted
consumer-owner-unknown = not known yet
consumer-last-access = Last access
consumer-last-access-unknown = not known yet
consumer-never-used = Never used
consumer-last-access-note = In the site’s own words and time. Checks of Saddlebag move it, too.
consumer-read-so-since = It has read so since { $when }.
consumer-plain-permalinks = This site has plain permalinks. Behind those, no consumer key is recognised.
consumer-permalinks-open = Open the setting on the site
consumer-permalinks-opened = The setting is open in your browser. Choose anything but “Plain”, save, then check the key again.

## No secret here
consumer-not-held-text = The site shows a Consumer secret once, to who makes the key. It cannot be fetched from there: whoever made this key may have it.
consumer-not-held-next = To have a key that can be copied and handed over, rotate: another key is made, and this one is revoked.
consumer-missing-title = Its secret is gone from the keychain
consumer-missing-text = It was held here once. The site does not show it again, so it cannot be fetched.
consumer-lost-title = Nobody has its secret
consumer-lost-text = This key was made here but its secret was lost with the reply. Nobody has it.
consumer-paste-pair = I have its pair: paste it…
consumer-remake = Revoke it and make it again…

## Making it again
remake-title = Make “{ $name }” again
remake-consequence = This key of “{ $site }” is revoked, and another with the same description, owner and permission takes its place.
remake-unharmed = Nothing stops working: nobody has the secret of this key.
remake-confirm = Revoke it and make it again
remake-working = Making it again…
remake-done = “{ $name }” was made again. Its Consumer secret is in the keychain.
remake-done-held = “{ $name }” was made again. Its Consumer secret is in this program’s memory until the keychain takes it.
remake-now-text = The key stands on the site, but nobody can use it. Saddlebag can revoke it and make it again.

## A new key
consumer-new-title = New consumer key
consumer-proposed = Delivery — { $name }
consumer-description = Description
consumer-description-help = The site’s admins see it in their list of keys. Say what the key is for.
consumer-description-count = { $count } of { $limit } characters
description-fault-blank = The key needs a description.
description-fault-too_long = The site takes at most { $limit } characters; these are { $count }.
description-fault-zero = The site takes a lone “0” for no description.
description-fault-markup = The site changes what stands behind a “<”. Leave it out.
consumer-owner-own = Your own account
consumer-owner-other = Another user
consumer-owner-means = A key can do no more on the site than its owner.
consumer-owner-only-own = The key belongs to your account: { $label }.
consumer-owner-search = Find a user
consumer-owner-search-help = Type a name or an e-mail address. A shop manager may choose customers only, and a customer’s key cannot read the shop.
consumer-owner-found = { $count ->
    [0] Nobody is found.
    [one] 1 user is found.
   *[other] { $count } users are found.
}
consumer-owner-searching = Looking…
consumer-owner-missing = Choose the user who shall own the key.
consumer-permission-help = Delivery programs read orders and write back that they are delivered. That takes Read-Write.
consumer-create = Create key
consumer-created = “{ $name }” was created and its Consumer secret is in the keychain.
consumer-created-held = “{ $name }” was created. Its Consumer secret is in this program’s memory until the keychain takes it.
consumer-once = The site shows the Consumer secret once. Saddlebag puts it into the keychain before anything else.
consumer-paste-instead = Make it in your browser and paste it here
consumer-signed-out = Making a key here needs a sign-in on the site. Without one, make it in your browser.

## Editing
consumer-edit = Edit…
consumer-edit-title = Edit “{ $name }”
consumer-edit-same = Consumer key and Consumer secret stay the same. The change applies at once.
consumer-edit-less-write = Whoever uses this key can change nothing any more, such as the state of an order.
consumer-edit-less-read = Whoever uses this key can read nothing any more, such as new orders.
consumer-edit-more = Whoever has this key can do more than before.
consumer-edit-save = Save on the site
consumer-edit-saving = Saving…
consumer-edited = “{ $name }” was changed on the site.
consumer-not-yours = Your account may not change this key: its owner is { $owner }.
consumer-not-yours-unknown = Your account may not change this key.
consumer-not-seen = The site’s list has not shown this key yet. Sign in and refresh first; then it can be edited, rotated or revoked.
consumer-gone = The site no longer has this key.
consumer-acts-text = Rotate when somebody uses this key: both keys work until they have changed. Revoke when nobody may use it any more.

## Requests of which the outcome is not known
question-owned = { $name }, owned by { $owner }

## Revoking
revoke = Revoke…
attention-act-revoke = Revoke…
revoke-title = Revoke “{ $name }”
revoke-consequence = Whoever uses this key of “{ $site }” is cut off at once. This cannot be undone.
revoke-holders = Handed over to: { $people }
revoke-no-holders = As far as is noted here, nobody has received it. Others may still use it.
revoke-last-access = Last access: { $when }
revoke-confirm = Revoke key
revoking = Revoking…
revoked = “{ $name }” is revoked.
revoked-before = “{ $name }” was gone already: somebody else had revoked it.
revoke-several = Revoke several keys…
revoke-several-title = Revoke several keys
revoke-several-site = Site
revoke-several-show = Show
revoke-several-all = All keys
revoke-several-unused = Unused for long
revoke-several-owner_gone = Owner deleted
revoke-several-not_held = Secret not held here
revoke-several-select = Select all shown
revoke-several-none = No key of this kind.
revoke-several-reading = Reading the keys…
revoke-several-key = Select “{ $name }”
revoke-several-consequence = { $count ->
    [one] Whoever uses this key of “{ $site }” is cut off at once. This cannot be undone.
   *[other] Whoever uses one of these { $count } keys of “{ $site }” is cut off at once. This cannot be undone.
}
revoke-several-confirm = { $count ->
    [0] Revoke keys
    [one] Revoke 1 key
   *[other] Revoke { $count } keys
}
revoke-several-done = { $count ->
    [0] No key was revoked.
    [one] 1 key was revoked.
   *[other] { $count } keys were revoked.
}
revoke-report-revoked = Revoked
revoke-report-already_gone = Gone already: somebody else had revoked them
revoke-report-not_allowed = Still there: your account may not revoke them
