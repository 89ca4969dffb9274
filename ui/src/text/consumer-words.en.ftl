# What is told of consumer keys wherever keys are told of: states, history, differences, causes.

## Types and permission
type-consumer = Consumer key
type-consumer-text = for programs that work with a WooCommerce shop
permission-read = Read
permission-write = Write
permission-read_write = Read-Write

## States of a key
status-not_recognised = Not recognised
    .meaning = The site knows no such key: it was revoked, or belongs to another site.
    .next = Diagnose to find out why. If it was revoked, make a new key.
status-owner_lacks_right = Owner lacks the right
    .meaning = The pair is right, but the key’s owner may not manage WooCommerce on the site.
    .next = Make a new key for an owner with the role Administrator or Shop manager, or have that role given to this one.
status-owner_gone = Owner deleted
    .meaning = The user who owns this key was deleted on the site, so it opens nothing.
    .next = Make a new key for a user that exists, hand it over, then revoke this one.
status-plain_http = Plain http
    .meaning = { $host } answers over plain http, where WooCommerce looks at no key. No key was sent.
    .next = Ask whoever looks after the site to switch on https, then connect with https://.
status-plain_permalinks = Plain permalinks
    .meaning = The site uses plain permalinks, behind which WooCommerce recognises no key.
    .next = In WordPress, under Settings → Permalinks, choose any structure but “Plain”, then check again.
status-not_held = Secret not held here
    .meaning = The site shows a secret only once, and this key was made elsewhere. Whoever made it may have it.
    .next = Nothing has to be done. If somebody needs its secret, make a new key.

## History
act-edited = Description or permission changed
act-permission_changed_elsewhere = Permission changed on the site
act-revoked = Revoked

## Changed on the site
drift-permission_changed = Someone else changed its permission on the site; before, it was “{ $from }”, now it is “{ $to }”.
    .next = Check that it may still do what it is for.
refresh-permission-changed = { $count ->
    [one] 1 permission changed elsewhere
   *[other] { $count } permissions changed elsewhere
}
question-revoke_key = The key “{ $name }” was to be revoked.

## Attention
attention-unused = Keys unused for long
    .what = Nobody has used it for long.

## Rotation
rotation-seen-access = The new key was used since the hand-over (seen { $when }).

## Causes
cause-site_plain_http = The address of the site begins with http, where WooCommerce looks at no key.
    .next = Enter it with https://. If the site has no https, its host has to switch it on.
cause-plain_permalinks = The site uses plain permalinks, behind which WooCommerce recognises no key.
    .next = In WordPress, under Settings → Permalinks, choose any structure but “Plain”, then save.
cause-header_stripped = The web server keeps the header to itself that carries the key.
    .next = Whoever looks after the web server adds the lines below to its settings.
cause-https_hidden = https ends in front of the site, and WordPress believes that it is asked over plain http.
    .next = Whoever looks after the web server adds the lines below, so that WordPress knows of the https.
cause-header_or_https = The key does not reach WooCommerce: the web server keeps its header, or WordPress does not know of the https.
    .next = Asking with the key in the address tells which of the two it is.
cause-revoked = The key was revoked on the site.
    .next = Make a new key and hand that one over.
cause-not_recognised = The site knows no such key.
    .next = Copy the Consumer key again as a whole. If that does not help, it was revoked or belongs to another site: make a new one.
cause-owner_lacks_right = The pair is right, but the key’s owner may not manage WooCommerce.
    .next = An administrator of the site gives the owner the role Shop manager, or makes a key for somebody who has it.
cause-owner_gone = The user who owns the key was deleted, so it opens nothing.
    .next = Make a new key for a user that exists, hand it over, then revoke this one.
cause-lacks_read = The key may only write, and reading was tried.
    .next = Change its permission to Read-Write. Both of its values stay the same.
cause-lacks_write = The key may only read, and writing was tried.
    .next = Change its permission to Read-Write. Both of its values stay the same.
cause-not_woo_commerce = No WooCommerce answers at this address.
    .next = Check the address of the shop, with its folder if it lives in one, and whether WooCommerce is active.
cause-rest_closed = A firewall or a plugin closes the REST API of the site.
    .next = Whoever looks after the site lets addresses with /wp-json/wc/ through.

## Fixes
fix-ask_in_address = Ask with the key in the address…
fix-change_permission = Change its permission…
fix-remake = Revoke it and make it again…

## Steps
step-site_root = WordPress and WooCommerce answer
step-reading = The key may read
step-writing = The key may write
step-key_list = The site’s list has the key
step-in_address = The key counts when it stands in the address
