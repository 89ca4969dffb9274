# Lines for a site's web server, and asking it with the key in the address.

lines-title = Lines to add
lines-text = Send them to whoever looks after the site’s web server.
lines-text-one-of = Only one of these fits the site. Whoever looks after its web server knows which.
lines-apache = Apache
    .where = Into the .htaccess file of the site’s main folder, above everything that is there.
lines-nginx = nginx
    .where = Into the block of the site that hands its pages to PHP; then load the settings of nginx again.
lines-wp_config = wp-config.php
    .where = Into the file wp-config.php of the site, above the line that says to stop editing.
lines-copy = Copy
lines-copy-of = Copy the lines for { $server }
lines-copied = The lines are copied.
lines-copied-short = Copied
lines-by-hand = The clipboard did not take them. They are marked: copy them by hand.
probe-text = Saddlebag asks once more, over https, with Consumer key and Consumer secret in the address instead of the header. If the key counts that way, the web server keeps the header to itself.
probe-risk = The web server may write that address into its log, with both halves of the key. Rotate the key afterwards.
probe-confirm = Ask with the key in the address
probe-asking = Asking…
probe-after = The site’s log may hold both halves of this key now. Rotate it once the cause is mended.
probe-rotate = Rotate…
