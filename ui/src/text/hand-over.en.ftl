# Handing a key over, and what was recorded of it.

## The sheet
hand-over = Hand over…
hand-title = Hand over “{ $name }”
hand-person = To whom
hand-person-help = A person or an agency, as you call them. It is noted on this computer only.
hand-person-missing = Say first to whom the key goes, so that you know later who holds it.
hand-person-left = You marked this person as having left.
hand-platform = Where it is entered
hand-language = Language of the sheet
platform-woocommerce = WooCommerce (WordPress)
platform-prestashop = PrestaShop
platform-shopify = Shopify
platform-php = Own code in PHP
platform-curl = curl in a terminal
platform-api = Other code (plain API)
hand-preview = The sheet as the receiver gets it
hand-writing = Writing the sheet…
hand-no-secret = The Secret is not at hand here, so it can neither be copied nor sealed. Refresh to fetch it.

## Channels
hand-channels = By which way
hand-copied = Copy the sheet
hand-no-consumer-secret = Its Consumer secret is not held here, so it can neither be copied nor sealed. The site shows it once, to who makes the key.
hand-copied-text = { $type ->
    [consumer] Everything but the Consumer secret, to paste into a message.
   *[other] Everything but the Secret, to paste into a message.
}
hand-secret = { $type ->
    [consumer] Copy the Consumer secret apart
   *[other] Copy the Secret apart
}
hand-secret-text = To send it another way than the sheet.
hand-mail = E-mail draft
hand-mail-text = { $type ->
    [consumer] Your mail program opens with the sheet, without the Consumer secret.
   *[other] Your mail program opens with the sheet, without the Secret.
}
hand-mail-to = E-mail address
hand-mail-missing = An e-mail address is needed, such as name@shop.example.
hand-mail-done = The draft is open in your mail program. It holds no Secret.
hand-printed = Print…
hand-printed-text = { $type ->
    [consumer] One page, without the Consumer secret.
   *[other] One page, without the Secret.
}
hand-pdf = Save as PDF
hand-pdf-text = { $type ->
    [consumer] The same page as a file, without the Consumer secret.
   *[other] The same page as a file, without the Secret.
}
hand-pdf-done = Saved as { $path }
hand-pdf-dialog = The print dialog is open. Choose “PDF” there to get a file.
hand-pack = Sealed pack
hand-pack-text = { $type ->
    [consumer] One encrypted file with the sheet and the Consumer secret, and six words that open it.
   *[other] One encrypted file with the sheet and the Secret, and six words that open it.
}
hand-pack-done = The sealed pack is written.
hand-pack-open = The receiver opens it with any age program and the six words.
hand-pack-mail-text = A message that tells how is ready; attach the file to it yourself.
hand-pack-mail = E-mail draft for the file
hand-sealing = Sealing…
hand-show-folder = Show in folder
hand-qr-title = QR code
hand-qr-text = One value at a time, for a phone beside this screen. It goes after a minute.
hand-qr-secret = Reveal the { $what } as QR
hand-qr-label = QR code: { $what }
hand-qr-hide = Hide the QR code
hand-qr-said = The QR code is on the screen.
hand-qr-hidden-said = The QR code is hidden.
hand-qr-danger = { $type ->
    [consumer] Whoever sees this code has the Consumer secret.
   *[other] Whoever sees this code has the Secret.
}
hand-other = Given otherwise
hand-other-text = You gave it in a way of your own. This only notes it.

## What was recorded
channel-copied = by copying
channel-mail = by e-mail
channel-printed = on paper
channel-pdf = as a PDF
channel-sealed_pack = in a sealed pack
channel-qr = by QR code
channel-other = in another way
hand-recorded = Recorded: to { $person } { $channel }, { $when }
hand-just-now = just now
hand-undo = Undo
hand-undo-of = Undo the record of { $person } { $channel }
hand-undone = The record of { $person } is taken back.
handed-over = Handed over
handed-none = As far as is noted here, nobody has it yet.
handed-confirmed = Confirmed { $when }
handed-unconfirmed = Not confirmed
handed-outdated = An older Secret, which opens nothing any more
handed-confirm = Confirmed
handed-confirm-of = Confirmed: { $person } says that it works
handed-take-back = Take back
handed-take-back-of = Take back the confirmation of { $person }
handed-remove = Remove
handed-remove-of = Remove the hand-over to { $person }
handed-removed = The hand-over to { $person } is removed.
handed-confirmed-said = Noted: { $person } says that it works.
handed-unconfirmed-said = Noted: { $person } has not confirmed it.
check-code = Check code
check-code-show = Show the check code
check-code-computing = Computing…
check-code-text = Compare it with what the receiver computes; the sheet says how. The same code on both sides means the same key. It does not give the Secret away.
