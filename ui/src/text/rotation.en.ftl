# Replacing a key by a second one.

rotation = Rotation
rotate = Rotate…
renew-or-rotate = Renew when somebody may know the Secret who should not: the shop stands still until it has the new one. Rotate when there is time: both keys work until the shop has changed.
rotate-api-key = Renewing does not change an ak_ value. Rotate makes a second key and shows how to retire this one.
rotate-not-seen = It was brought in from a file, and the server has not been seen to have it. Refresh first; then it can be renewed or rotated.
rotate-not-store-gone = The server no longer has its Store, so there is no shop to rotate it for.
rotation-replaced-by = Being replaced by “{ $name }”
rotation-replaced-soon = Being replaced; the new key is not made yet
rotation-replaces = Replaces “{ $name }”
rotation-next = Next: { $step }

## The sheet
rotation-title = Rotate “{ $name }”
rotation-what = A second key takes the place of this one, and “{ $shop }” never stands still:
rotation-what-make = A second key is made for the same Store.
rotation-what-hand-over = You hand it over. Meanwhile both keys work.
rotation-what-retire = Once the new key is seen working, this one is retired: its Secret is renewed, so that it opens nothing any more.
rotation-what-retire-api-key = Once the new key is seen working, this one is retired on its page on the server, so that it opens nothing any more.
rotation-what-archive = This key goes to the archive here.
rotation-pause = Beginning changes nothing on the server. You can close this at any step, and the program too: it goes on where you left it.
rotation-begin = Begin
rotation-later = Later
rotation-later-text = What is done so far is kept.
rotation-steps = Steps
rotation-step-make_key = Make
rotation-step-hand_over = Hand over
rotation-step-await_use = In use
rotation-step-retire = Retire
rotation-step-archive = Archive
rotation-state-done = done
rotation-state-now = now
rotation-state-later = later
rotation-title-make_key = Make the new key
rotation-title-hand_over = Hand the new key over
rotation-title-await_use = Wait until the new key is used
rotation-title-retire = Retire the old key
rotation-title-archive = Archive the old key
rotation-title-done = The rotation is done

## What is live
rotation-live = What is live now
rotation-old = Old key
rotation-new = New key
rotation-state = State:
rotation-old-live = Live
    .means = Who uses it goes on working.
rotation-old-dead = Not live
    .means = { $type ->
        [consumer] Who uses it does not reach the shop.
       *[other] Who uses it does not reach the Store.
    }
rotation-old-retired = Retired
    .means = What was handed over of it opens nothing any more.
rotation-new-live = Live
    .means = { $type ->
        [consumer] The site accepts it.
       *[other] It opens the Store.
    }
rotation-new-not-yet = Not live yet
rotation-new-none = Not made yet

## The steps
rotation-make-text = It is made for the same Store, and checked at once. The old key goes on working.
rotation-scopes = It may do what it needs: { $scopes }.
rotation-scopes-choose = The old key may do everything. Choose what the new one needs.
rotation-make = Make the new key
rotation-made = “{ $name }” is made.
rotation-hand-over-text = { $type ->
    [consumer] Give “{ $name }” to whoever looks after the program that uses the old key. The old key goes on working.
   *[other] Give “{ $name }” to whoever looks after the shop’s site. The old key goes on working.
}
rotation-hand-over = Hand over…
rotation-unsure = The new key is not known to work. Check it before you hand it over.
rotation-check = Check the new key
rotation-handed-over = Handed over: { $when }.
rotation-await-text = The old key is only retired once the new one is in use, as the shop would stop otherwise.
rotation-confirm = The receiver said that it works
rotation-look = Look for a first delivery
rotation-looking = Looking…
rotation-look-help = Asks the server whether “{ $store }” got a delivery since the hand-over. It does not tell which key made it.
rotation-delivery-seen = A delivery came since the hand-over.
rotation-none-seen = No delivery of “{ $store }” since the hand-over yet.
rotation-none-ask = Ask the receiver whether the plugin shows the new key as connected.
rotation-none-later = Look again later: this step waits, and both keys work.
rotation-none-again = Perhaps it did not arrive.
rotation-hand-again = Hand it over again…
rotation-seen-confirmed = The receiver said that the new key works ({ $when }).
rotation-seen-delivery = A delivery came since the hand-over (seen { $when }).
rotation-retire-consequence = The Secret of the old key is renewed on the server and given to nobody. Whoever at “{ $name }” still uses the old key is cut off. This cannot be undone.
rotation-retire = Retire the old key
rotation-retiring = Retiring…
rotation-retired = The old key is retired.
rotation-ak-text = Renewing does not change an ak_ value. The server replaces it when the page of its app is saved there:
rotation-ak-open = Open the app’s page on the server
rotation-ak-save = Save that page once, without changing anything on it. This replaces the value at once.
rotation-ak-back = Come back here and say so. Saddlebag compares the values.
rotation-ak-consequence = Whoever at “{ $name }” still uses the old value is cut off. This cannot be undone.
rotation-ak-saved = I saved it
rotation-archive-text = The old key opens nothing any more. The archive puts it out of sight here; nothing more changes on the server.
rotation-finish = Archive it and finish
rotation-done-text = “{ $name }” has taken the place of “{ $old }”, which is in the archive.

## Giving up
rotation-give-up = Give up…
rotation-give-up-nothing = No second key was made. The old key stays as it is.
rotation-give-up-both = Both keys remain, as they are now. The new one is a key like any other from then on.
rotation-give-up-retired = Both keys remain. The old one stays retired and is not archived.
rotation-give-up-confirm = Give up the rotation
rotation-keep-on = Go on with it
rotation-given-up = The rotation was given up. No key was removed.

## Keys of a site
rotation-what-make-site = A second key is made on the site, with the same owner and permission.
rotation-what-retire-site = Once the new key is seen in use and this one stands still, this one is revoked.
rotation-make-text-site = It is made for the same owner, and checked at once. The old key goes on working.
rotation-permission = It gets the same permission: { $permission }.
rotation-await-text-site = The old key is only revoked once the new one is in use, as its programs would stop otherwise.
rotation-look-access = Look at last access
rotation-look-access-help = Reads the site’s list: whether the new key was used since the hand-over, and whether the old one stands still. Saddlebag’s own checks do not count.
rotation-access-seen = The new key was used since the hand-over.
rotation-no-access = The new key was not used since the hand-over yet.
rotation-no-access-ask = Ask the receiver whether the new key is entered in the program.
rotation-still-used = The old key was used since the new one was handed over: somebody still needs it. Whoever that is has not changed to the new key everywhere.
rotation-old-rests = The old key was not used since the new one was handed over.
rotation-revoke-consequence = The old key of “{ $site }” is revoked on the site. Whoever still uses it is cut off at once. This cannot be undone.
rotation-revoke = Revoke the old key
