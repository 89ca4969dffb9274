# What needs a person.

attention-text = What does not work, or soon will not, each with its next step.
attention-show = Show
attention-everything = Everything
attention-option = { $what } · { $count }
attention-put-off-list = Put off · { $count }
attention-due-list = What is due
attention-put-off-heading = Put off
attention-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
attention-since = since { $when }
attention-menu = Put off: { $name }
attention-for-day = Put off for a day
attention-for-week = Put off for a week
attention-for-month = Put off for a month
attention-dismiss = Dismiss for good
attention-put-off-said = “{ $name }” is put off until { $when }.
attention-dismissed-said = “{ $name }” is dismissed.
attention-taken-up-said = “{ $name }” is due again.
attention-until = until { $when }
attention-dismissed = dismissed for good
attention-take-up = Take up again
empty-attention = Nothing needs you now.
empty-attention-kind = Nothing of this kind needs you now.
empty-put-off = Nothing is put off.

## Kinds: heading, and what is wrong in one sentence
attention-key_trouble = Keys that do not work
    .what = It does not work:
attention-secret_not_stored = Secrets not in the keychain
    .what = Its Secret is not in the keychain of this computer.
attention-unrestricted = Keys that may do everything
    .what = It has no scope, so it may do everything.
attention-every_order = Keys that see every order
    .what = Every order or task of the co-op is open to it.
attention-holder_left = Keys of people who left
    .what = Somebody who left still holds its Secret.
attention-rotation_open = Rotations not at their end
    .what = It is being replaced, and that is not done.
attention-never_handed_over = Keys never handed over
    .what = It was made here, and nobody has received it.
attention-not_confirmed = Hand-overs not confirmed
    .what = It was handed over, and nobody has said that it works.
attention-old = Old Secrets
    .what = Its Secret is older than the settings allow.
attention-no_time_slot = Stores without a time slot
    .what = Its shop plugin’s date picker stays empty.
attention-store_without_key = Stores without a key
    .what = It has no key, so its shop cannot send orders.
attention-draft_waiting = Drafts waiting
    .what = It waits to be sent.

## Next steps
attention-act-diagnose = Diagnose…
attention-act-refresh = Refresh
attention-act-rotate = Rotate…
attention-act-continue = Continue…
attention-act-hand-over = Hand over…
attention-act-confirmed = Confirmed
attention-act-time-slot = Choose a time slot…
attention-act-new-key = New key…
attention-act-drafts = To the drafts
attention-act-of = { $act } { $name }
attention-confirmed-said = Noted: “{ $name }” works for { $person }.
attention-open = Show { $name }
