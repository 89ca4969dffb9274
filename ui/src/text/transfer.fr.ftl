# Emporter des clés sur un autre ordinateur, et en reprendre depuis des fichiers.

transfer = Emporter ses clés
transfer-text = Écrivez des clés dans un fichier scellé pour un autre ordinateur, ou reprenez des clés depuis un fichier.
transfer-open = Exporter ou importer…
first-import = Reprendre des clés depuis un fichier…

transfer-progress = { $done } clés sur { $total }

## Exporter
export-title = Exporter
export-text = Un seul fichier, scellé par six mots créés pour vous. Saddlebag l’ouvre sur un autre ordinateur ; tout programme age aussi.
export-secrets-legend = Secrets
export-with = Avec les secrets :
export-with-text = qui a le fichier et ses mots peut utiliser les clés
export-without = Sans les secrets :
export-without-text = seulement magasins, noms, identifiants, notes et transmissions ; une actualisation sur l’autre ordinateur y amène les secrets
export-without-sites = Aucun site ne montre deux fois un secret client : ceux des sites restent sur cet ordinateur seulement.
export-write = Exporter
export-working = Scellement du fichier…
export-none = Choisissez au moins une connexion.
export-made = L’export est écrit
export-unseen = L’export a été écrit dans { $path }, mais vous étiez parti avant que ses mots soient montrés. Personne ne peut l’ouvrir : supprimez-le et exportez de nouveau.
export-holds = Clés contenues : { $keys } · secrets contenus : { $secrets }
export-missing = { $count ->
    [one] { $count } secret n’est pas dans le fichier, car il n’est pas dans le trousseau.
   *[other] { $count } secrets ne sont pas dans le fichier, car ils ne sont pas dans le trousseau.
}

## Importer
import-title = Importer
import-text = Vous voyez d’abord ce qui changerait. Rien d’ici n’est remplacé sans que vous le disiez.
import-kind = Quel genre de fichier
import-kind-transfer = Export de Saddlebag
import-kind-transfer-text = d’un autre ordinateur, avec ses six mots
import-kind-csv = Tableau (CSV)
import-kind-csv-text = une feuille de calcul enregistrée en CSV ; ses colonnes sont associées ensuite
import-kind-kdbx = Base KeePass
import-kind-kdbx-text = un fichier .kdbx, avec son mot de passe
import-path = Fichier
import-choose = Choisir le fichier…
import-words = Mots qui l’ouvrent
import-password = Mot de passe de la base
import-passphrase-help = Utilisé une fois pour ouvrir le fichier. Il n’est jamais gardé.
import-show-typed = Voir
import-connection = Les lignes sans adresse vont à
import-connection-none = rien : elles sont laissées de côté
import-read = Lire le fichier
import-reading = Lecture…
import-done = Les clés sont là.
import-added = Nouvelles clés : { $count }
import-changed = Clés complétées ou changées : { $count }
import-kept = Laissées comme elles étaient : { $count }
import-secrets = Secrets rangés dans le trousseau : { $count }
import-held = Secrets seulement en mémoire, car le trousseau ne les a pas pris : { $count }
import-sign-in = Nouvelles connexions, déconnectées : { $names }. Connectez-vous à chacune dans la navigation pour l’actualiser.

## Ce qu’un fichier changerait
import-preview-title = Ce que « { $file } » changerait
import-skipped = { $count ->
    [one] { $count } entrée ne contient pas de clé de boutique et reste dehors.
   *[other] { $count } entrées ne contiennent pas de clé de boutique et restent dehors.
}
import-new-connections = { $count ->
    [one] { $count } nouvelle connexion, déconnectée au début : { $names }
   *[other] { $count } nouvelles connexions, déconnectées au début : { $names }
}
import-columns = Colonnes
import-columns-text = Ce que chaque colonne contient, tel que deviné. La liste ci-dessous suit votre choix.
import-column-heading = Titre
import-column-sample = Première valeur
import-column-holds = Contient
import-column-holds-of = Ce que « { $heading } » contient
import-column-unnamed = Colonne { $number }
import-field-none = rien d’utile
import-field-store = Magasin
import-field-name = Nom de l’application
import-field-base_url = URL de base
import-field-identifier = Identifiant (API Key)
import-field-secret = Clé secrète (API Secret)
import-field-note = Notes
import-filter = Quelles lignes
import-filter-all = Toutes
import-verdict-new = Nouvelle
import-verdict-completes = Complète la nôtre
import-verdict-same = Identique
import-verdict-differs = Diffère
import-verdict-unusable = Inutilisable
import-trouble-no_address = Elle ne donne aucune adresse, et rien n’a été choisi pour ces lignes.
import-trouble-bad_address = Son adresse n’est pas celle d’un serveur.
import-trouble-no_identifier = Elle n’a ni identifiant ni valeur ak_.
import-trouble-repeated = La même clé est déjà plus haut dans le fichier.
import-unnamed = sans nom
import-with-secret = avec sa clé secrète
import-without-secret = sans clé secrète
import-ours = Ici
import-theirs = Dans le fichier
import-differs-local_name = Nom ici
import-differs-note = Notes
import-differs-identifier = Identifiant
import-differs-secret = Clé secrète
import-differs-archived = Archives
import-secret-hidden = masquée ; les deux diffèrent
import-archive-ours = comme maintenant
import-archive-theirs = l’inverse
import-empty = rien
import-choice = Ce qui est gardé de { $subject }
import-keep = Garder la nôtre
import-take = Prendre celle du fichier
import-keep-all = Garder toutes les nôtres
import-take-all = Prendre toutes celles du fichier
import-no-rows = Le fichier ne contient aucune ligne.
import-pages = Pages
import-previous = Précédente
import-next = Suivante
import-page = { $from } à { $to } sur { $total }
import-stay = { $count ->
    [0] Le fichier ne contient rien d’autre.
    [one] { $count } ligne ne change rien.
   *[other] { $count } lignes ne changent rien.
}
import-apply = { $count ->
    [0] Rien à reprendre
    [one] Reprendre { $count } clé
   *[other] Reprendre { $count } clés
}
import-applying = Reprise…

## Réglages
settings-check = Vérifier les clés en arrière-plan
settings-check-help = L’une après l’autre, à un rythme doux. Vérifier ne change rien sur un serveur.
settings-check-hours = { $count ->
    [1] Toutes les heures
    [24] Tous les jours
    [168] Toutes les semaines
   *[other] Toutes les { $count } heures
}
settings-rotation = Une clé secrète est ancienne après
settings-rotation-help = Elle est alors listée à vérifier, pour une rotation.
settings-rotation-days = { $count ->
    [365] 1 an
    [730] 2 ans
   *[other] { $count } jours
}
