# Why a key does not work where it was entered.

## The sheet
diagnosis-title = Diagnose “{ $name }”
diagnosis-title-key = Diagnose a key
diagnosis-title-values = Diagnose a web developer’s values
diagnosis-values-menu = Diagnose a web developer’s values…
diagnosis-values-text = { $sites ->
    [yes] Enter the three values just as they stand in the plugin or program. They are compared with the keys stored here and tried on your own servers and sites only, and forgotten when this sheet closes.
   *[no] Enter the three values just as they stand in the plugin. They are compared with the keys stored here and tried on your own servers only, and forgotten when this sheet closes.
}
diagnosis-base-url = { $sites ->
    [yes] Base URL, or Site URL
   *[no] Base URL
}
diagnosis-identifier = { $sites ->
    [yes] API Key (Identifier), or Consumer key
   *[no] API Key (Identifier)
}
diagnosis-secret = { $sites ->
    [yes] API Secret (Secret), or Consumer secret
   *[no] API Secret (Secret)
}
diagnosis-line-break = What was pasted holds a line break. It is not seen here, but it is taken into account.
diagnosis-show-secret = Show the Secret
diagnosis-hide-secret = Hide the Secret
diagnosis-start = Diagnose
diagnosis-again = Diagnose again
diagnosis-change = Change the values
diagnosis-running = Walking the same way as the plugin…
diagnosis-running-site = Asking the site, and its list of keys…
diagnosis-said = Diagnosed: { $cause }
diagnosis-matched = This is the key “{ $name }” of { $connection }.
diagnosis-unmatched = { $sites ->
    [yes] No key stored here has this Consumer key.
   *[no] No key stored here has this Identifier.
}
diagnosis-open-key = Show the key

## Causes
diagnosis-causes = { $count ->
    [one] What is wrong
   *[other] What is wrong, most likely first
}
diagnosis-fine = Result
field-name-base_url = Base URL
field-name-identifier = API Key (Identifier)
field-name-secret = API Secret (Secret)
cause-white_space = { $field } has a space, a line break or an invisible character in it.
    .next = Copy the value again as a whole, and paste it over the old one.
cause-empty = { $field } is empty.
    .next = Enter the value, then save.
cause-halves_swapped = { $type ->
    [consumer] Consumer key and Consumer secret stand in each other’s field.
   *[other] Identifier and Secret stand in each other’s field.
}
    .next = { $type ->
        [consumer] The one that begins with ck_ is the Consumer key, the one with cs_ the Consumer secret.
       *[other] The shorter one (32 characters) belongs into “API Key”, the longer one into “API Secret”.
    }
cause-wrong_length = { $field } has { $found } characters; it should have { $expected }.
    .next = A part was cut off, or something else was pasted. Copy the value again as a whole.
cause-base_url_slash = { $type ->
    [consumer] The Site URL ends with a slash.
   *[other] The Base URL ends with a slash.
}
    .next = { $type ->
        [consumer] Enter the address without the slash.
       *[other] Enter it without the slash: some versions of the plugin fall over it.
    }
cause-base_url_path = { $type ->
    [consumer] The Site URL goes on after the site’s address.
   *[other] The Base URL goes on after the server’s name.
}
    .next = { $type ->
        [consumer] Enter only the address of the site, with its folder if the shop lives in one, and nothing behind it.
       *[other] Enter only the address of the server, without “/admin” or anything else behind it.
    }
cause-base_url_http = { $type ->
    [consumer] The Site URL begins with http instead of https.
   *[other] The Base URL begins with http instead of https.
}
    .next = Enter it with https://.
cause-base_url_www = { $type ->
    [consumer] The “www.” of the Site URL is not as in the site’s address.
   *[other] The “www.” of the Base URL is not as in the server’s address.
}
    .next = Enter the address exactly as it is given below.
cause-base_url_no_address = { $type ->
    [consumer] The Site URL is no web address.
   *[other] The Base URL is no web address.
}
    .next = Enter an address that begins with https://.
cause-redirected = The server leads on to another address: { $to }
    .next = { $type ->
        [consumer] Programs do not follow with a key. If that address is the site’s own, enter it directly.
       *[other] Plugins do not follow with a key. If that address is the co-op’s own, enter it directly.
    }
cause-certificate = The server’s certificate is not trusted.
    .next = { $type ->
        [consumer] Tell whoever looks after the site. Nothing was sent, as anyone in between could read along.
       *[other] Tell the server’s admin. The WordPress plugin does not look at certificates, so deliveries may still arrive, but anyone in between could read along.
    }
cause-other_instance = { $type ->
    [consumer] The Consumer key belongs to another site: { $belongs_to }
   *[other] The Identifier belongs to another server: { $belongs_to }
}
    .next = { $type ->
        [consumer] Enter the address of that site, or use a key of the site that was meant.
       *[other] Enter that server’s Base URL, or use a key of the server that was meant.
    }
cause-unknown_address = This address is none of your connections, so it was not asked.
    .next = Check its spelling. If it is a server of yours, connect to it first, then diagnose again.
cause-not_coop_cycle = No CoopCycle server answers at this address.
    .next = Check the address with your co-op; a website and its CoopCycle server often have different ones.
cause-lacks_deliveries = The key lacks the “deliveries” scope.
    .next = Scopes cannot be added later. Rotate: a second key with “deliveries” takes its place.
cause-api_key_instead = This is an ak_ value; a shop plugin wants Identifier and Secret.
    .next = Make a key of the type OAuth for this Store, and hand that one over.
cause-opens_another_store = The key works, but it opens another Store: “{ $store }”.
    .next = Orders would go to that shop. Hand over a key of the right Store.
cause-renewed = The Secret is a former one: it was renewed since.
    .next = The shop needs the new Secret.
cause-replaced = The pair is a former one: someone saved the key’s page on the server, which replaced it.
    .next = The shop needs both halves of the new pair.
cause-secret_differs = { $type ->
    [consumer] The Consumer secret is not the one that belongs to this Consumer key.
   *[other] The Secret is not the one that belongs to this Identifier.
}
    .next = { $type ->
        [consumer] Enter the right one as a whole. Where nobody has it any more, another key has to take its place.
       *[other] Copy the Secret of this key again, and enter it as a whole.
    }
cause-unknown_identifier = { $type ->
    [consumer] Neither the site nor Saddlebag knows this Consumer key.
   *[other] Neither the server nor Saddlebag knows this Identifier.
}
    .next = { $type ->
        [consumer] It may have been revoked, or belong to another site. Hand over a key that exists.
       *[other] It may have been deleted, or belong to another server. Hand over a key that exists.
    }
cause-refused = { $type ->
    [consumer] The site does not accept Consumer key and Consumer secret together.
   *[other] The server does not accept Identifier and Secret together.
}
    .next = { $type ->
        [consumer] Enter both again, each as a whole.
       *[other] Enter both again from here. If that does not help, refresh: someone may have changed them on the server.
    }
cause-maintenance = The server is under maintenance.
    .next = Wait until it is over; nothing has to be changed in the shop.
cause-server_down = { $status ->
    [0] The server answers with an error.
   *[other] The server answers with the error { $status }.
}
    .next = Try again in a while. If it stays, tell the server’s admin.
cause-unreachable = The server was not reached from this computer.
    .next = Check your network, then diagnose again. This says nothing about the key.
cause-no_time_slot = Its Store has no time slot, so the plugin’s date picker stays empty.
    .next = Choose a time slot for the Store.
cause-unrestricted = The key works without any scope, so it may do everything.
    .next = Rotate to a key that may only do what the shop needs.
cause-nothing_wrong = From here, everything works.
    .next = { $type ->
        [consumer] If a program still fails with it, enter both of its values there again.
       *[other] In WordPress, save the settings twice: the first save still checks the values from before.
    }

## Fixes
fix-copy_in_turn = Copy the right values in turn
fix-take_new_pair = Use the server’s new pair
fix-rotate = Rotate…
fix-set_time_slot = Choose a time slot…
fix-refresh = Refresh
diagnosis-right-url = Base URL to enter:
diagnosis-turn = { $what } is on the clipboard ({ $place } of { $of }).
diagnosis-turn-next = Next: { $what }
diagnosis-turn-last = That was the last value.

## Steps
diagnosis-steps = Step by step, as the plugin goes
diagnosis-steps-site = Step by step
step-values = The values as they were entered
step-entrypoint = A CoopCycle server answers
step-token = Identifier and Secret are accepted for deliveries
step-who_am_i = The key says which one it is
step-store = It opens its Store
step-time_slot = The Store has a time slot
outcome-passed = in order
outcome-doubtful = needs a look
outcome-failed = here it ends
outcome-not_reached = not reached
outcome-corrected = to be corrected
diagnosis-corrected = The rest was tried with the corrected values.

## The plugin: its own words stay English
diagnosis-plugin = What the WordPress plugin shows
plugin-not_compatible = It says this whenever no CoopCycle server answers at the Base URL, whatever the reason.
    .words = Server is not compatible with CoopCycle
plugin-credentials_not_valid = It says this in the same words for a wrong API Key, a wrong API Secret and a missing scope.
    .words = API credentials are not valid
plugin-broken = Its settings page breaks: it stays white or shows an error of PHP. The values are stored nevertheless.
plugin-connected = It says this when all is well. After a change it takes a second save until it is true.
    .words = Connected to app "{ $app }"
plugin-silent = Nothing that one could see: its settings page looks as if all were well.

## The letter
letter-title = Text for the developer
letter-language = Language of the text
letter-writing = Writing the text…
letter-copy = Copy the text
letter-no-secret = It holds no Secret.
