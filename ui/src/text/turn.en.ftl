# Copying base URL, Identifier and Secret in turn.

turn-start = Copy in turn
turn-help = Base URL, Identifier and Secret one after the other ({ $keys })
turn-place = { $place } of { $of }
turn-now = { $what } is on the clipboard · next: { $next }
turn-last = { $what } is on the clipboard · that was the last
turn-subject = “{ $subject }”
turn-next = Next: copy { $what }
turn-stop = Stop
turn-done = Done
turn-stopped-said = Copying in turn is over.
shortcut-turn = Copy in turn, then on to the next value
