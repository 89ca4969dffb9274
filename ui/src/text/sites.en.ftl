# WooCommerce sites: connecting to one, with and without signing in, and what is told of it.

## First start
card-site = Add a WooCommerce site
card-site-text = A shop’s own WordPress, where its consumer keys are made.

## What to connect
connect-kind = What to connect
connect-kind-co_op = CoopCycle
connect-kind-co_op-text = your co-op’s server, with its Stores and keys
connect-kind-site = WooCommerce site
connect-kind-site-text = a shop’s own site, with its consumer keys

## A site
site-title = Connect to a WooCommerce site
site-address = Address of the site
site-address-help = As in a browser, with the folder if the shop lives in one. A pasted admin page is fine.
site-found-known = This site is in your list already. Signing in again keeps all records.
site-versions = WooCommerce { $woocommerce } · WordPress { $wordpress }
site-version-unknown = of unknown version
site-kind = WooCommerce site
site-kind-practice = Practice shop
site-permalinks-pretty = pretty permalinks
site-permalinks-plain = plain permalinks
site-plain-permalinks = This site has plain permalinks. Keys can be made and kept, but behind plain permalinks WooCommerce recognises none of them. In WordPress, under Settings → Permalinks, any structure but “Plain” mends that; the setting can be opened from the connection’s menu.
site-plain-http = This site answers over plain http, where WooCommerce looks at no key. It can be looked at only because it is on this computer.
site-login-moved = The sign-in page is at another address
site-login-address = Address of the sign-in page
site-login-help = Some sites move it, for example to shop.example/our-door. It has to be on the same site.
site-username = Username or e-mail
site-password = WordPress password
site-password-help = Used once to sign in. It is never stored. An application password does not open the pages of keys.
site-guide-text = Captcha, single sign-on, or you would rather not type the password here?
site-guide-act = Make the key in the browser and paste it…
site-guide-hidden = A browser may get through where Saddlebag does not.
site-guide-sure = If you are sure that this is a WooCommerce shop, something in front of it hides it from programs.
site-no-right = “{ $username }” is signed in, but may not manage WooCommerce.
site-no-right-next = The roles Administrator and Shop manager may. Without one of them the site shows and makes no keys; keys that this computer already has can be found, copied and checked. Ask an administrator of the site, then sign in again.
site-code-mail = Code from the e-mail
    .help = The site sent it to the account’s address.
    .new = The site sends a new code only at a new sign-in.
site-code-app = Code from the app
    .help = The authenticator app on your telephone shows it for this site.
    .new = The app shows another code every half minute. If none is accepted, begin again.
site-code-backup = Backup code
    .help = One of the codes that were kept when the second step was set up. Each counts once.
    .new = If no code is accepted, begin again.
site-code-other = Code
    .help = The site asks for a second step. Type the code it gave you.
    .new = If no code is accepted, begin again.

## Without signing in
paste-title = Add a key of { $name } from the browser
paste-text = Nobody signs in from here: you make the key where you are signed in already, and paste it.
paste-step-make = Make the key on the site
paste-what = Under WooCommerce → Settings → Advanced → REST API → Add key. Enter there:
paste-description = Description
paste-user = User
paste-user-value = your own account, or another that may manage WooCommerce
paste-permissions = Permissions
paste-permissions-value = “Read/Write”, so that orders can be read and marked as delivered
paste-generate = Press “Generate API key” and leave that page open: the site shows both values this once.
paste-open-new = Open the page in the browser
paste-open-keys = The list of keys instead
paste-opened = The page is open in your browser.
paste-step-values = Paste both values
paste-both = One after the other, or both at once in any order: each goes into its field.
paste-filled-both = Both values are filled in.
paste-filled-key = The Consumer key is filled in.
paste-filled-secret = The Consumer secret is filled in.
paste-not-key = It begins with ck_ and has 43 characters.
paste-not-secret = It begins with cs_ and has 43 characters.
paste-show-secret = Show the Consumer secret
paste-hide-secret = Hide the Consumer secret
paste-step-name = Name it
paste-name = Name here
paste-name-help = Until the site’s list tells the key’s description.
paste-proposed = CoopCycle deliveries
paste-check = Check and keep
paste-checking = Asking the site…
paste-anyway = Keep it anyway
paste-kept = “{ $name }” is kept. Its secret is in the keychain.
paste-kept-held = “{ $name }” is kept. The keychain did not take its secret: it is in this program’s memory until it does.
paste-found = The check found:
paste-forget-browser = The page in the browser can be closed now.
paste-show = Show the key
paste-another = Paste another

## A site among the connections
menu-paste-key = Paste a key…
menu-site-keys = Open its keys in the browser
menu-site-permalinks = Open the permalink setting
site-opened = The page is open in your browser.
session-no-right = no right to keys
session-no-sign-in = not signed in
session-practice-shop = practice shop
notice-site-signed-out = You are not signed in to { $name }: its list of keys is not read. Keys stored here can be found, copied and checked, and others can be pasted.
notice-site-no-right = “{ $username }” may not manage WooCommerce on { $name }: its keys cannot be listed, made or revoked. The roles Administrator and Shop manager may. Keys stored here can be found, copied and checked.
empty-site = There are no keys of { $name } here yet. Its list is not read without a sign-in that may manage WooCommerce; a key made in the browser can be pasted.
disconnect-site = The site never shows these Consumer secrets again: the key of whoever has no copy of its secret is lost.
held-banner-site = { $count ->
    [one] 1 new secret is only in memory: the keychain did not take it. A WooCommerce site never shows a secret again, so keep Saddlebag open until the keychain takes it.
   *[other] { $count } new secrets are only in memory: the keychain did not take them. A WooCommerce site never shows a secret again, so keep Saddlebag open until the keychain takes them.
}
practice-shop-banner = Practice key. It opens nothing but the practice shop on this computer.
