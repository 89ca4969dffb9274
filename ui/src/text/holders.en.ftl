# Who holds what.

rail-handed-over = Handed over
holders-text = Who holds which key, from every hand-over noted here.
holders-search = Search people and keys
holders-none = No key has been handed over yet. Select a key and choose “Hand over…”.
holders-no-match = Nobody and no key matches “{ $text }”.
holder-still = { $count ->
    [0] holds no key any more
    [one] still holds 1 key
   *[other] still holds { $count } keys
}
holder-left = Has left
holder-left-of = Has left: { $person }
holder-left-when = left { $when }
holder-left-said = { $person } is marked as having left.
holder-back-said = { $person } is there again.
holder-rotate-title = { $count ->
    [one] { $person } can still use this key. Rotate it:
   *[other] { $person } can still use these keys. Rotate them:
}
holder-rotate-text = Needs attention lists them until they are rotated.
holder-nothing = Nothing is left to rotate.
holder-rotate = Rotate…
holder-rotate-of = Rotate { $subject }
holder-show = Show the key { $subject }
