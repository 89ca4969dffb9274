# Problems of WooCommerce sites: what happened, what is unharmed, what to do.

problem-not_wordpress = A website answers at { $host }, but not WordPress.
    .unharmed = No password was sent.
    .next = Type the address of the shop, with its folder if it lives in one, for example shop.example/boutique.
problem-not_woocommerce = WordPress answers at { $host }, but WooCommerce is not active there.
    .unharmed = No password was sent.
    .next = Check the address with the shop. A shop in a folder needs it, for example shop.example/boutique.
problem-no_login_page = { $host } has no sign-in page at the usual address: it was moved.
    .unharmed = No password was sent.
    .next = Ask whoever looks after the site for the address of the sign-in page, and type it under “The sign-in page is at another address”. Or go on without signing in: make the key in your browser and paste it here.
problem-login_elsewhere = This sign-in page belongs to another site.
    .unharmed = Nothing was sent to that other site.
    .next = Type the sign-in page of the same site.
problem-single_sign_on = { $host } signs in through another service and has no password of its own.
    .unharmed = You are not signed in, and nothing was changed.
    .next = Go on without signing in: make the key in your browser, where you are signed in, and paste it here.
problem-captcha = The sign-in page of { $host } wants proof that a person signs in, which only a browser can give.
    .unharmed = You are not signed in, and nothing was changed.
    .next = Go on without signing in: make the key in your browser and paste it here.
problem-site_blocked = Something in front of { $host } blocks this, with the answer { $status }: a firewall, or a limit of attempts.
    .unharmed = Everything stored here is unharmed.
    .next = Wait a while before you try again, or ask whoever looks after the site to let you through. A key can also be made in your browser and pasted here.
problem-sign_in_refused = { $said ->
    [no] { $host } refuses the sign-in, without saying why.
   *[yes] { $host } refuses the sign-in. In its own words: “{ $message }”
}
    .unharmed = Nothing was changed.
    .next = Type name and password again. Some sites block after several attempts.
problem-unknown_second_factor = { $host } asks for a second step that Saddlebag does not know.
    .unharmed = You are not signed in, and nothing was changed.
    .next = Go on without signing in: make the key in your browser, where you can do that step, and paste it here.
problem-no_site_right = This account may not manage WooCommerce on { $host }.
    .unharmed = What is stored here can still be found and copied.
    .next = The roles Administrator and Shop manager may. Ask an administrator of the site for one of them, or sign in with another account.
problem-not_your_key = The signed-in account may not change this key.
    .unharmed = The key is as it was.
    .next = Ask an administrator of the site. A shop manager may change own keys, those of customers and those of deleted users.
problem-site_says = { $said ->
    [no] { $host } refuses, without saying why.
   *[yes] { $host } refuses. In its own words: “{ $message }”
}
    .unharmed = What was there before is unchanged.
    .next = Change what it objects to, then try again.
problem-rest_closed = The REST API of { $host } is closed, with the answer { $status }: by a firewall or a plugin.
    .unharmed = Nothing was changed. No key works there while it is closed.
    .next = Ask whoever looks after the site to let addresses with /wp-json/wc/ through, then try again.
problem-description_changed = The site would not keep this description as it is typed.
    .unharmed = Nothing was sent.
    .next = Leave out the sign < and do not type a lone 0.
problem-secret_never_seen = The key was made, but its secret was lost with the reply: nobody has it, and the site never shows it again.
    .unharmed = Nothing was made twice, and other keys are untouched.
    .next = Revoke it and make it again.
problem-no_consumer_key = This is no Consumer key.
    .unharmed = Nothing was sent or kept.
    .next = Paste the value that begins with ck_ as a whole: 43 characters.
problem-no_consumer_secret = This is no Consumer secret.
    .unharmed = Nothing was sent or kept.
    .next = Paste the value that begins with cs_ as a whole: 43 characters.
problem-pair_not_accepted = The site was asked, and the pasted pair does not work. What was found: { $status }
    .unharmed = Nothing was kept, and what you pasted is still here.
    .next = Copy both values again from the site’s page, or keep the pair anyway.
problem-pair_known = This pair is here already.
    .unharmed = Nothing was kept twice.
    .next = Look at the key that holds it.
problem-wrong_key_type = This cannot be done with a key of this type.
    .unharmed = Nothing was changed.
    .next = Go back to the key.
problem-site_plain_http = { $host } answers over plain http, where others can read along, and WooCommerce looks at no key there.
    .unharmed = No key was sent.
    .next = Ask whoever looks after the site to switch on https, then connect with https://.
site-problem-secret_not_stored = The keychain has no such secret.
    .unharmed = The key still exists on the site.
    .next = The site never shows a secret again. Make another key in its place, hand it over, then revoke this one.
site-problem-secret_changed = Another program changed this secret in the keychain.
    .unharmed = It was not handed out. The key on the site is untouched.
    .next = The site never shows a secret again. Make another key in its place, hand it over, then revoke this one.
site-problem-reply_lost = { $host } was asked, but its reply was lost.
    .unharmed = Nothing was done twice.
    .next = Refresh: Saddlebag then sees what the site did. A key whose secret was lost with the reply can be revoked and made again.
site-problem-name_blank = The description is blank.
    .unharmed = Nothing was sent.
    .next = Type a description.
site-problem-name_too_long = The description is longer than { $limit } characters.
    .unharmed = Nothing was sent.
    .next = Shorten it.
act-guide = Go on without signing in
act-show_key = Show that key
