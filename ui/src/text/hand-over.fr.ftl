# Transmettre une clé, et ce qui en est noté.

## La fiche
hand-over = Transmettre…
hand-title = Transmettre « { $name } »
hand-person = À qui
hand-person-help = Une personne ou une agence, comme vous l’appelez. C’est noté sur cet ordinateur seulement.
hand-person-missing = Dites d’abord à qui va la clé, pour savoir plus tard qui la détient.
hand-person-left = Vous avez noté que cette personne est partie.
hand-platform = Où elle est saisie
hand-language = Langue de la fiche
platform-woocommerce = WooCommerce (WordPress)
platform-prestashop = PrestaShop
platform-shopify = Shopify
platform-php = Code propre en PHP
platform-curl = curl dans un terminal
platform-api = Autre code (API seule)
hand-preview = La fiche telle qu’elle est reçue
hand-writing = Rédaction de la fiche…
hand-no-secret = La clé secrète n’est pas disponible ici : elle ne peut être ni copiée ni scellée. Actualisez pour l’obtenir.

## Les voies
hand-channels = Par quelle voie
hand-copied = Copier la fiche
hand-no-consumer-secret = Son secret client n’est pas gardé ici : il ne peut être ni copié ni scellé. Le site le montre une seule fois, à qui crée la clé.
hand-copied-text = { $type ->
    [consumer] Tout sauf le secret client, à coller dans un message.
   *[other] Tout sauf la clé secrète, à coller dans un message.
}
hand-secret = { $type ->
    [consumer] Copier le secret client à part
   *[other] Copier la clé secrète à part
}
hand-secret-text = À envoyer par une autre voie que la fiche.
hand-mail = Brouillon d’e-mail
hand-mail-text = { $type ->
    [consumer] Votre messagerie s’ouvre avec la fiche, sans le secret client.
   *[other] Votre messagerie s’ouvre avec la fiche, sans la clé secrète.
}
hand-mail-to = Adresse e-mail
hand-mail-missing = Il faut une adresse e-mail, comme nom@boutique.example.
hand-mail-done = Le brouillon est ouvert dans votre messagerie. Il ne contient pas la clé secrète.
hand-printed = Imprimer…
hand-printed-text = { $type ->
    [consumer] Une page, sans le secret client.
   *[other] Une page, sans la clé secrète.
}
hand-pdf = Enregistrer en PDF
hand-pdf-text = { $type ->
    [consumer] La même page dans un fichier, sans le secret client.
   *[other] La même page dans un fichier, sans la clé secrète.
}
hand-pdf-done = Enregistrée dans { $path }
hand-pdf-dialog = La fenêtre d’impression est ouverte. Choisissez-y « PDF » pour obtenir un fichier.
hand-pack = Paquet scellé
hand-pack-text = { $type ->
    [consumer] Un fichier chiffré avec la fiche et le secret client, et six mots qui l’ouvrent.
   *[other] Un fichier chiffré avec la fiche et la clé secrète, et six mots qui l’ouvrent.
}
hand-pack-done = Le paquet scellé est écrit.
hand-pack-open = Il s’ouvre avec tout programme age et les six mots.
hand-pack-mail-text = Un message qui explique comment est prêt ; joignez-y le fichier vous-même.
hand-pack-mail = Brouillon d’e-mail pour le fichier
hand-sealing = Scellage…
hand-show-folder = Ouvrir le dossier
hand-qr-title = Code QR
hand-qr-text = Une valeur à la fois, pour un téléphone devant cet écran. Il disparaît après une minute.
hand-qr-secret = Révéler en QR : { $what }
hand-qr-label = Code QR : { $what }
hand-qr-hide = Masquer le code QR
hand-qr-said = Le code QR est à l’écran.
hand-qr-hidden-said = Le code QR est masqué.
hand-qr-danger = { $type ->
    [consumer] Qui voit ce code a le secret client.
   *[other] Qui voit ce code a la clé secrète.
}
hand-other = Transmise autrement
hand-other-text = Vous l’avez transmise à votre façon. Ceci ne fait que le noter.

## Ce qui est noté
channel-copied = par copie
channel-mail = par e-mail
channel-printed = sur papier
channel-pdf = en PDF
channel-sealed_pack = dans un paquet scellé
channel-qr = par code QR
channel-other = autrement
hand-recorded = Noté : à { $person } { $channel }, { $when }
hand-just-now = à l’instant
hand-undo = Annuler
hand-undo-of = Annuler la note sur { $person } { $channel }
hand-undone = La note sur { $person } est annulée.
handed-over = Transmise à
handed-none = D’après les notes d’ici, personne ne l’a encore.
handed-confirmed = Confirmée · { $when }
handed-unconfirmed = Non confirmée
handed-outdated = Une ancienne clé secrète, qui n’ouvre plus rien
handed-confirm = Confirmée
handed-confirm-of = Confirmée : { $person } dit que la clé marche
handed-take-back = Reprendre
handed-take-back-of = Reprendre la confirmation de { $person }
handed-remove = Supprimer
handed-remove-of = Supprimer la transmission à { $person }
handed-removed = La transmission à { $person } est supprimée.
handed-confirmed-said = Noté : { $person } dit que la clé marche.
handed-unconfirmed-said = Noté : { $person } n’a pas confirmé.
check-code = Code de contrôle
check-code-show = Afficher le code de contrôle
check-code-computing = Calcul…
check-code-text = Comparez-le avec celui que calcule le destinataire ; la fiche dit comment. Le même code des deux côtés veut dire la même clé. Il ne révèle pas la clé secrète.
