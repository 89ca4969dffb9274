# Checking many keys at once.

check-all = Check all keys
check-all-of = Check the keys of { $name }
check-all-begins = Checking the keys…
check-all-progress = Checking the keys · { $done } of { $total }
check-all-progress-of = Checking the keys of { $name } · { $done } of { $total }
check-all-stop = Stop
check-all-stopping = Stopping after the key being checked…
check-all-done = { $count ->
    [0] No key could be checked
    [one] 1 key checked
   *[other] { $count } keys checked
}
check-all-stopped = { $count ->
    [0] Stopped before the first key
    [one] Stopped after 1 key
   *[other] Stopped after { $count } keys
}
check-all-works = { $count ->
    [one] ✓ 1 works
   *[other] ✓ { $count } work
}
check-all-trouble = { $count ->
    [one] ▲ 1 with trouble
   *[other] ▲ { $count } with trouble
}
check-all-without = { $count ->
    [one] ◇ 1 without its Secret here
   *[other] ◇ { $count } without their Secret here
}
check-all-unreached = ◐ not reached: { $names }
toolbar-more = More
status-before = Before:
diagnose = Diagnose…
