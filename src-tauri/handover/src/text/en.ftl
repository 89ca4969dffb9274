# What receivers read, in English. Every language has the same sentences with the same places.
# Quoted texts of plugins stay as the plugins show them.

date = { $year }-{ $month }-{ $day }
term-identifier = Identifier
term-secret = Secret key
term-api-key = API key
term-site-url = Site URL
term-consumer-key = Consumer key
term-consumer-secret = Consumer secret

## Every sheet

sheet-title = Delivery key for { $store }
sheet-subject = { $coop }: delivery key for { $store }
sheet-footer = { $date } · { $sender }, { $coop }
secret-apart = The secret value is not on this sheet; it comes to you by another way.
instead = comes by another way
values-heading = Values to enter
steps-heading = What to do
check-heading = Check code
notes-heading = When it does not work

check-text = It shows that we both hold the same key, without telling it. In a terminal, run { $command } , paste { $secret }, press Enter: the first eight digits are the check code (macOS: shasum -a 256). It is the SHA-256 of { $identifier }, a colon and { $secret }.
check-text-api-key = It shows that we both hold the same key, without telling it. In a terminal, run { $command } , paste the value, press Enter: the first eight digits are the check code (macOS: shasum -a 256). It is the SHA-256 of the value.

note-time-slot = No delivery date to choose at the checkout: the Store may have no time slot yet. Tell { $sender }.
note-no-time-slot = The Store has no time slot yet, so there is no delivery date to choose at the checkout. { $coop } chooses one on its side.
note-401 = 401 invalid_client: { $identifier } and { $secret } do not belong together, were cut short, or were renewed. Compare the check code.
note-400 = 400 invalid_scope: the values are right, but the key lacks the scope deliveries. Tell { $sender }.

## WordPress with WooCommerce, plugin CoopCycle 1.1.0

woocommerce-lead = These values connect the WooCommerce shop of { $store } with the deliveries of { $coop }, through the CoopCycle plugin 1.1.0 for WordPress.
woocommerce-step-1 = In WordPress, open Settings > CoopCycle.
woocommerce-step-2 = Enter Base URL exactly as above, without a slash at its end.
woocommerce-step-3 = Paste API Key and API Secret, with no blank before or after.
woocommerce-step-4 = Press Save Changes. When the page is back, press it a second time: the plugin checks the values that were stored before, so only the second save tells the truth.
woocommerce-step-5 = It works when the page says: Connected to app "{ $app }".
woocommerce-step-6 = In WooCommerce > Settings > Shipping, add the method CoopCycle to the zone with the postcodes we deliver to.
woocommerce-step-7 = Place a test order: the checkout offers a delivery date. Then tell { $sender } that it works.
woocommerce-note-1 = “API credentials are not valid” is shown for many reasons. Save once more; if it stays, paste both values again and compare the check code; else the key may lack the scope deliveries.
woocommerce-note-2 = “Server is not compatible with CoopCycle”: Base URL is mistyped, or your hosting does not reach the server.

## PrestaShop

prestashop-lead = These values connect the PrestaShop shop of { $store } with the deliveries of { $coop }, through the CoopCycle module.
prestashop-step-1 = In the list of modules, find CoopCycle and open its configuration.
prestashop-step-2 = Enter URL of CoopCycle server exactly as above, without a slash at its end.
prestashop-step-3 = Paste API key and API secret, with no blank before or after.
prestashop-step-4 = Press Save. The module tests first the address, then the key, and keeps the values only if both tests pass.
prestashop-step-5 = It works when no error is shown and there is a new carrier with the name of the co-op. Set its zones and prices.
prestashop-step-6 = Place a test order with this carrier. Then tell { $sender } that it works.
prestashop-note-1 = “Server with URL … is not compatible”: the address is mistyped, or your hosting does not reach the server. Nothing was kept; correct it and save again.
prestashop-note-2 = “Credentials are not valid”: paste both values again and compare the check code; else the key may lack the scope deliveries. Nothing was kept.

## Shopify

shopify-lead = These values connect the Shopify shop of { $store } with the deliveries of { $coop }. They are for whoever sets up or writes the app between the two, whose own field names we do not know.
shopify-step-1 = Look where the app asks for the three values. It may call { $identifier } and { $secret } API Key and API Secret.
shopify-step-2 = Enter Base URL exactly as above. Keep { $secret } on the app's server, never in the theme or in a browser.
shopify-step-3 = The app gets a token: POST { $base }/oauth2/token with HTTP Basic, grant_type=client_credentials and scope=deliveries. A token lasts 3600 s.
shopify-step-4 = It sends every request with Authorization: Bearer and the token. GET { $base }/api/me answers with the name "{ $app }".
shopify-step-5 = Place a test order: the app sends it with POST { $base }/api/deliveries. Then tell { $sender } that it works.

## PHP

php-lead = These values let PHP code of { $store } send deliveries to { $coop }. The code below changes nothing on the server.
php-step-1 = Put { $secret } into the environment variable COOPCYCLE_SECRET of your server, never into the code.
php-step-2 = Run the code: it prints the name "{ $app }". Then tell { $sender } that it works.
php-step-3 = A token lasts 3600 s. Keep it and use it again; there is no refresh token.
php-step-4 = Send deliveries as JSON with POST { $base }/api/deliveries and the same header.

## curl

curl-lead = These values let you try the key of { $store } with { $coop } in a terminal. The commands change nothing on the server.
curl-step-1 = Run the first line, paste the secret value and press Enter. Nothing is shown and nothing stays in the history.
curl-step-2 = Run the others: the first gets a token for the scope deliveries, which lasts 3600 s; the second asks who you are.
curl-step-3 = It works when the answer has the name "{ $app }". Then tell { $sender } that it works.
curl-step-4 = Close the terminal. Never put the secret value into an address or after a command.
curl-note-1 = “Could not resolve host” or a time-out: Base URL is mistyped, or your network does not reach the server.

## Plain API

api-lead = These values let software of { $store } send deliveries to { $coop } over HTTP. The two requests below change nothing on the server.
api-step-1 = Get a token: POST { $base }/oauth2/token, grant client_credentials, scope deliveries, { $identifier } and { $secret } by HTTP Basic.
api-step-2 = Take access_token from the answer. It lasts 3600 s; there is no refresh token, ask for another one.
api-step-3 = Send it with every request: Authorization: Bearer and the token. Send Accept: application/json as well.
api-step-4 = GET { $base }/api/me answers with the name "{ $app }" and the Store. Then tell { $sender } that it works.
api-step-5 = Create deliveries with POST { $base }/api/deliveries. Keep { $secret } on your server, never in a browser.

## A key of the kind ak_, which is one value

api-key-lead = This value lets software of { $store } talk to { $coop } over HTTP.
api-key-step-1 = The value begins with ak_. Send it as it is with every request: Authorization: Bearer and the value. There is no token to get.
api-key-step-php = Put it into the environment variable COOPCYCLE_SECRET of your server, never into the code.
api-key-step-keep = Keep it on your server, never in an address, a browser or a file of code.
api-key-step-3 = GET { $base }/api/me answers with the name "{ $app }". Then tell { $sender } that it works.
api-key-step-4 = Send Accept: application/json as well. The value stays valid until { $coop } replaces it.
api-key-note-401 = 401: the value was cut short or replaced. Compare the check code, then ask { $sender }.
api-key-note-403 = 403: the value is right, but may not do this. Ask { $sender }.

unfit-lead = This key does not fit: shop plugins ask for API Key and API Secret, and this key is one value that begins with ak_.
unfit-step-1 = Do not enter it in the plugin: no field is meant for it.
unfit-step-2 = Ask { $sender } for a key of the type “OAuth - for WordPress” for { $store }, with the scope deliveries.
unfit-step-3 = You will get another sheet with Base URL and API Key, and API Secret by another way.
unfit-step-4 = Keep the ak_ value only if other software of yours uses it, with Authorization: Bearer.
unfit-note-1 = “API credentials are not valid” is what a plugin shows for an ak_ value, whichever field it is in.

## A consumer key of a WooCommerce site

consumer-title = Consumer key for { $store }
consumer-subject = { $store }: consumer key “{ $app }”
consumer-footer = { $date } · { $sender }
consumer-lead = The key “{ $app }” opens the REST API of the WooCommerce shop { $store } to software. The example changes nothing there.
consumer-may-read = The key may read orders, products and customers, and change nothing.
consumer-may-write = The key may change things, and read nothing.
consumer-may-both = The key may read orders, products and customers, and change them.
consumer-step-https = Send { $identifier } and { $secret } by HTTP Basic, over https only, to addresses that begin with { $base }/wp-json/wc/ . Never put them into an address: it would stay in logs.
consumer-step-php = Put { $identifier } and { $secret } into the environment variables WC_CONSUMER_KEY and WC_CONSUMER_SECRET of your server, outside the code and its repository.
consumer-step-keep = Keep both in a safe place outside the code and its repository, never in a browser.
consumer-step-reads = Try the example: it works when the answer has countries and currencies in it. Then tell { $sender } that it works.
consumer-step-writes = Try the example: it works when the first answer has woocommerce_rest_authentication_error in it, and the second rest_no_route. Then tell { $sender } that it works.
consumer-step-lost = The site shows { $secret } only once. If it is lost, ask { $sender } for a new pair.
consumer-step-revoke = Key no longer needed, or seen by somebody else? Tell { $sender }: we revoke it at once.
consumer-note-plain = The site has plain permalinks at present, and no key works until that changes: Settings > Permalinks, any structure but “Plain”.
consumer-note-view = 401 woocommerce_rest_cannot_view: the site does not know the key, or no longer, or it does not arrive. Compare the check code.
consumer-note-error = 401 woocommerce_rest_authentication_error: { $secret } is wrong, or it may not do this.
consumer-note-403 = 403: the owner of the key may not manage the shop. Tell { $sender }.
consumer-note-page = A web page instead of JSON: Site URL is mistyped, or the site has plain permalinks.

## Sealed packs

pack-lead = This file holds the secret value. Delete it once the values are entered.
pack-note = The file “{ $file }” is sealed; any age program opens it: age -d -o key.txt { $quoted } . The words that it asks for come to you by another channel.

## Letters

letter-greeting = Hello,
letter-intro = we looked into the connection of your shop with our deliveries. This is what we found:
letter-intro-store = we looked into the connection of { $store } with our deliveries. This is what we found:
letter-enter = What to enter:
letter-next = With the WordPress plugin, save twice: it checks the values that were stored before. It works when the page says “Connected to app”. With PrestaShop, it works when no error is shown.
letter-closing = Tell us whether it works now, or what is shown instead. Thank you, and kind regards

cause-white-space = { $field } has a space, a line break or an invisible character in it. Empty the field and paste the value again, with nothing before and nothing after it.
cause-empty = { $field } is empty. Enter the value.
cause-halves-swapped = API Key and API Secret are in each other's field. API Key is the shorter value, with 32 characters; API Secret the longer one, with 128.
cause-wrong-length = { $field } has { $found } characters and should have { $expected }. Part of it was lost, or something else was copied: copy the whole value again.
cause-base-url-slash = { $url } ends with a slash. Enter it without.
cause-base-url-path = Base URL has more than the server's address. Leave out everything after the name of the server.
cause-base-url-http = { $url } begins with http://. Enter it with https://.
cause-base-url-www = { $url } has a “www.” too many, or lacks it. Enter it exactly as below.
cause-base-url-no-address = { $url } is no web address. It begins with https:// and has no spaces.
cause-redirected = { $url } leads on to { $to }, and plugins do not follow with a key. Enter the address as below.
cause-certificate = The server's certificate is not trusted at present. We look into it; there is nothing to change on your side, and nothing to turn off.
cause-other-instance = { $identifier } belongs to the server { $address }, not to the one in { $url }. Enter that address.
cause-unknown-address = { $url } is not the address of a server of ours.
cause-not-coopcycle = No CoopCycle server answers at this Base URL. Look for a typing error.
cause-lacks-deliveries = The values are right, but the key may not create deliveries: it lacks the scope deliveries, and the plugin then says “API credentials are not valid”. We make another key and send you its values.
cause-api-key-instead = A value that begins with ak_ was entered. The plugin needs API Key and API Secret, which is another kind of key.
cause-opens-another-store = These values work, but for another Store: { $other }. Orders would arrive there. Enter the values of your own Store.
cause-renewed = API Secret is a former one: it was renewed since. You get the present one by another way.
cause-replaced = API Key and API Secret are a former pair: both were replaced since. You get the present API Secret by another way.
cause-secret-differs = { $secret } is not the one that belongs to this { $identifier }. Copy both from the same sheet.
cause-unknown-identifier = The server does not know this { $identifier }. Look for a typing error, and whether it belongs to this { $url }.
cause-refused = The server does not accept { $identifier } and { $secret }, and does not say why. Paste both again.
cause-maintenance = The server is under maintenance. Try again later; there is nothing to change.
cause-server-down = The server answers with an error. We look into it; there is nothing to change on your side.
cause-server-down-status = The server answers with the error { $status }. We look into it; there is nothing to change on your side.
cause-unreachable = We did not reach the server ourselves. Try again later; there is nothing to change.
cause-no-time-slot = The key works, but the Store has no time slot yet: there is no delivery date to choose at the checkout. We choose one on our side.
cause-unrestricted = The key works, but it may do more than it needs to. We make a narrower one and send you its values; until then everything goes on.
cause-nothing-wrong = From here, everything works with these values. If an error is still shown, save once more, empty the cache of the shop, and see whether your hosting reaches the server.

## Letters about a WooCommerce site

lines-apache = Apache, in the file .htaccess of the site, above the block of WordPress:
lines-nginx = nginx, beside the other fastcgi_param lines:
lines-wp-config = In wp-config.php, above the line that says to stop editing:
site-halves-swapped = { $identifier } and { $secret } are in each other's field. { $identifier } begins with ck_, { $secret } with cs_.
site-url-path = { $url } has more than the site's address. Enter it exactly as below, without /wp-admin or /wp-json.
site-plain-http = The site answers over plain http, where consumer keys do not count. Set up a certificate, then enter both addresses under Settings > General with https://.
site-plain-permalinks = The site has plain permalinks, behind which consumer keys are not recognised. Under Settings > Permalinks, choose any structure but “Plain” and save.
site-header-stripped = The web server keeps the header Authorization to itself, so that consumer keys do not reach the site. Add the line for your web server; with Apache 2.4.13 or later, CGIPassAuth On does the same.
site-https-hidden = A proxy ends https in front of the site without telling PHP, and over what looks like plain http consumer keys do not count. Add these lines, provided that the proxy always sets the header X-Forwarded-Proto itself.
site-header-or-https = The key is in the site's list, and the site does not see it: the web server keeps the header Authorization to itself, or a proxy ends https without telling PHP. Add the line for your web server; if that does not help, those in wp-config.php as well, provided that the proxy always sets the header X-Forwarded-Proto itself.
site-revoked = The key was revoked: it is no longer in the site's list, under WooCommerce > Settings > Advanced > REST API. We make another one and send you its values.
site-not-recognised = The site does not know this { $identifier }, or never gets it. Paste both values again, and compare the last seven characters with the list under WooCommerce > Settings > Advanced > REST API.
site-owner-lacks-right = The values are right, but the user to whom the key belongs may not manage the shop. Under Users, give that user the role “Shop manager”, or tell us for which other user we may make a key.
site-owner-gone = The user to whom the key belonged was deleted, and the key opens nothing any more. We make another one and send you its values.
site-lacks-read = The values are right, but the key may not read. Under WooCommerce > Settings > Advanced > REST API, give it the permission “Read/Write”; its values stay the same.
site-lacks-write = The values are right, but the key may not change anything. Under WooCommerce > Settings > Advanced > REST API, give it the permission “Read/Write”; its values stay the same.
site-not-woocommerce = No WooCommerce answers at this { $url }. Look for a typing error, and whether the plugin WooCommerce is active.
site-rest-closed = A firewall or a plugin closes the site's REST routes. Let requests to /wp-json/wc/ through, with their header Authorization.
site-certificate = The site's certificate is not trusted. Renew it, or install it with its whole chain; nothing should be turned off instead.
site-server-down = The site answers with an error. Its log tells more.
site-server-down-status = The site answers with the error { $status }. Its log tells more.
site-unreachable = We did not reach the site. See whether it runs, and whether a firewall keeps requests out.
site-nothing-wrong = From here, everything works with these values. If an error is still shown, see whether your software sends them by HTTP Basic, over https and to addresses that begin with /wp-json/wc/ .
