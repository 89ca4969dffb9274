# Pourquoi une clé ne fonctionne pas là où elle a été saisie.

## La feuille
diagnosis-title = Diagnostiquer « { $name } »
diagnosis-title-key = Diagnostiquer une clé
diagnosis-title-values = Diagnostiquer les valeurs d’un développeur
diagnosis-values-menu = Diagnostiquer les valeurs d’un développeur…
diagnosis-values-text = { $sites ->
    [yes] Saisissez les trois valeurs telles qu’elles figurent dans l’extension ou le programme. Elles sont comparées aux clés gardées ici, essayées sur vos propres serveurs et sites seulement, et oubliées à la fermeture de cette fenêtre.
   *[no] Saisissez les trois valeurs telles qu’elles figurent dans l’extension. Elles sont comparées aux clés gardées ici, essayées sur vos propres serveurs seulement, et oubliées à la fermeture de cette fenêtre.
}
diagnosis-base-url = { $sites ->
    [yes] Base URL (URL de base), ou URL du site
   *[no] Base URL (URL de base)
}
diagnosis-identifier = { $sites ->
    [yes] API Key (identifiant), ou clé client
   *[no] API Key (identifiant)
}
diagnosis-secret = { $sites ->
    [yes] API Secret (clé secrète), ou secret client
   *[no] API Secret (clé secrète)
}
diagnosis-line-break = Ce qui a été collé contient un saut de ligne. Il ne se voit pas ici, mais il est pris en compte.
diagnosis-show-secret = Afficher la clé secrète
diagnosis-hide-secret = Masquer la clé secrète
diagnosis-start = Diagnostiquer
diagnosis-again = Diagnostiquer de nouveau
diagnosis-change = Modifier les valeurs
diagnosis-running = Saddlebag suit le même chemin que l’extension…
diagnosis-running-site = Saddlebag interroge le site, et sa liste de clés…
diagnosis-said = Diagnostic : { $cause }
diagnosis-matched = C’est la clé « { $name } » de { $connection }.
diagnosis-unmatched = { $sites ->
    [yes] Aucune clé gardée ici n’est cette clé client.
   *[no] Aucune clé gardée ici n’a cet identifiant.
}
diagnosis-open-key = Afficher la clé

## Causes
diagnosis-causes = { $count ->
    [one] Ce qui ne va pas
   *[other] Ce qui ne va pas, du plus au moins probable
}
diagnosis-fine = Résultat
field-name-base_url = « Base URL » (l’URL de base)
field-name-identifier = « API Key » (l’identifiant)
field-name-secret = « API Secret » (la clé secrète)
cause-white_space = { $field } contient une espace, un saut de ligne ou un caractère invisible.
    .next = Copiez de nouveau la valeur en entier, et collez-la par-dessus l’ancienne.
cause-empty = { $field } : le champ est vide.
    .next = Saisissez la valeur, puis enregistrez.
cause-halves_swapped = { $type ->
    [consumer] La clé client et le secret client sont chacun dans le champ de l’autre.
   *[other] L’identifiant et la clé secrète sont chacun dans le champ de l’autre.
}
    .next = { $type ->
        [consumer] Celle qui commence par ck_ est la clé client, celle qui commence par cs_ le secret client.
       *[other] La plus courte (32 caractères) va dans « API Key », la plus longue dans « API Secret ».
    }
cause-wrong_length = { $field } : { $found } caractères au lieu de { $expected }.
    .next = Il en manque une partie, ou autre chose a été collé. Copiez de nouveau la valeur en entier.
cause-base_url_slash = { $type ->
    [consumer] L’URL du site se termine par une barre oblique.
   *[other] L’URL de base se termine par une barre oblique.
}
    .next = { $type ->
        [consumer] Saisissez l’adresse sans cette barre.
       *[other] Saisissez-la sans cette barre : certaines versions de l’extension s’y perdent.
    }
cause-base_url_path = { $type ->
    [consumer] L’URL du site continue après son adresse.
   *[other] L’URL de base continue après le nom du serveur.
}
    .next = { $type ->
        [consumer] Saisissez seulement l’adresse du site, avec son dossier si la boutique en a un, et rien derrière.
       *[other] Saisissez seulement l’adresse du serveur, sans « /admin » ni rien d’autre derrière.
    }
cause-base_url_http = { $type ->
    [consumer] L’URL du site commence par http au lieu de https.
   *[other] L’URL de base commence par http au lieu de https.
}
    .next = Saisissez-la avec https://.
cause-base_url_www = { $type ->
    [consumer] Le « www. » de l’URL n’est pas comme dans l’adresse du site.
   *[other] Le « www. » de l’URL de base n’est pas comme dans l’adresse du serveur.
}
    .next = Saisissez l’adresse exactement comme indiqué ci-dessous.
cause-base_url_no_address = { $type ->
    [consumer] L’URL du site n’est pas une adresse web.
   *[other] L’URL de base n’est pas une adresse web.
}
    .next = Saisissez une adresse qui commence par https://.
cause-redirected = Le serveur renvoie à une autre adresse : { $to }
    .next = { $type ->
        [consumer] Les programmes n’y suivent pas avec une clé. Si c’est bien l’adresse du site, saisissez-la directement.
       *[other] Les extensions n’y suivent pas avec une clé. Si c’est bien l’adresse de la coopérative, saisissez-la directement.
    }
cause-certificate = Le certificat du serveur n’est pas digne de confiance.
    .next = { $type ->
        [consumer] Prévenez qui s’occupe du site. Rien n’a été envoyé, car quelqu’un pourrait lire au passage.
       *[other] Prévenez l’administrateur du serveur. L’extension WordPress ne regarde pas les certificats : les livraisons arrivent peut-être encore, mais quelqu’un pourrait lire au passage.
    }
cause-other_instance = { $type ->
    [consumer] La clé client appartient à un autre site : { $belongs_to }
   *[other] L’identifiant appartient à un autre serveur : { $belongs_to }
}
    .next = { $type ->
        [consumer] Saisissez l’adresse de ce site-là, ou utilisez une clé du site voulu.
       *[other] Saisissez l’URL de base de ce serveur-là, ou utilisez une clé du serveur voulu.
    }
cause-unknown_address = Cette adresse n’est celle d’aucune de vos connexions : elle n’a pas été interrogée.
    .next = Vérifiez son orthographe. Si c’est un de vos serveurs, connectez-vous-y d’abord, puis recommencez.
cause-not_coop_cycle = Aucun serveur CoopCycle ne répond à cette adresse.
    .next = Vérifiez l’adresse auprès de votre coopérative ; un site web et son serveur CoopCycle ont souvent deux adresses.
cause-lacks_deliveries = La clé n’a pas « livraisons » dans son périmètre.
    .next = Le périmètre ne peut pas être étendu après coup. Remplacez-la par une seconde clé avec « Livraisons ».
cause-api_key_instead = C’est une valeur ak_ ; une extension de boutique veut un identifiant et une clé secrète.
    .next = Créez une clé de type OAuth pour ce magasin, et transmettez celle-là.
cause-opens_another_store = La clé fonctionne, mais elle ouvre un autre magasin : « { $store } ».
    .next = Les commandes iraient à ce commerce. Transmettez une clé du bon magasin.
cause-renewed = La clé secrète est une ancienne : elle a été renouvelée depuis.
    .next = Le commerce a besoin de la nouvelle clé secrète.
cause-replaced = La paire est une ancienne : quelqu’un a enregistré la page de la clé sur le serveur, ce qui l’a remplacée.
    .next = Le commerce a besoin des deux moitiés de la nouvelle paire.
cause-secret_differs = { $type ->
    [consumer] Le secret client n’est pas celui qui va avec cette clé client.
   *[other] La clé secrète n’est pas celle qui va avec cet identifiant.
}
    .next = { $type ->
        [consumer] Saisissez le bon en entier. Si plus personne ne l’a, une autre clé doit prendre la place de celle-ci.
       *[other] Copiez de nouveau la clé secrète de cette clé, et saisissez-la en entier.
    }
cause-unknown_identifier = { $type ->
    [consumer] Ni le site ni Saddlebag ne connaissent cette clé client.
   *[other] Ni le serveur ni Saddlebag ne connaissent cet identifiant.
}
    .next = { $type ->
        [consumer] Elle a pu être révoquée, ou appartenir à un autre site. Transmettez une clé qui existe.
       *[other] La clé a pu être supprimée, ou appartenir à un autre serveur. Transmettez une clé qui existe.
    }
cause-refused = { $type ->
    [consumer] Le site n’accepte pas ensemble cette clé client et ce secret client.
   *[other] Le serveur n’accepte pas ensemble cet identifiant et cette clé secrète.
}
    .next = { $type ->
        [consumer] Saisissez de nouveau les deux, en entier.
       *[other] Saisissez de nouveau les deux à partir d’ici. Si cela ne suffit pas, actualisez : quelqu’un les a peut-être changés sur le serveur.
    }
cause-maintenance = Le serveur est en maintenance.
    .next = Attendez qu’elle soit finie ; rien n’est à changer dans la boutique.
cause-server_down = { $status ->
    [0] Le serveur répond par une erreur.
   *[other] Le serveur répond par l’erreur { $status }.
}
    .next = Réessayez dans un moment. Si cela dure, prévenez l’administrateur du serveur.
cause-unreachable = Le serveur n’a pas été joint depuis cet ordinateur.
    .next = Vérifiez votre réseau, puis recommencez. Cela ne dit rien de la clé.
cause-no_time_slot = Son magasin n’a pas de créneau horaire : le choix de date de l’extension reste vide.
    .next = Choisissez un créneau horaire pour le magasin.
cause-unrestricted = La clé fonctionne sans aucun périmètre : elle peut tout faire.
    .next = Remplacez-la par une clé qui ne peut que ce qu’il faut à la boutique.
cause-nothing_wrong = Vu d’ici, tout fonctionne.
    .next = { $type ->
        [consumer] Si un programme échoue encore avec elle, saisissez-y de nouveau ses deux valeurs.
       *[other] Dans WordPress, enregistrez deux fois les réglages : le premier enregistrement vérifie encore les valeurs d’avant.
    }

## Remèdes
fix-copy_in_turn = Copier les bonnes valeurs tour à tour
fix-take_new_pair = Utiliser la nouvelle paire du serveur
fix-rotate = Rotation…
fix-set_time_slot = Choisir un créneau horaire…
fix-refresh = Actualiser
diagnosis-right-url = URL de base à saisir :
diagnosis-turn = { $what } : dans le presse-papiers ({ $place } sur { $of }).
diagnosis-turn-next = Suivant : { $what }
diagnosis-turn-last = C’était la dernière valeur.

## Étapes
diagnosis-steps = Pas à pas, sur le chemin de l’extension
diagnosis-steps-site = Pas à pas
step-values = Les valeurs telles qu’elles ont été saisies
step-entrypoint = Un serveur CoopCycle répond
step-token = L’identifiant et la clé secrète sont acceptés pour des livraisons
step-who_am_i = La clé dit laquelle elle est
step-store = Elle ouvre son magasin
step-time_slot = Le magasin a un créneau horaire
outcome-passed = en ordre
outcome-doubtful = à regarder
outcome-failed = s’arrête ici
outcome-not_reached = pas atteinte
outcome-corrected = à corriger
diagnosis-corrected = Le reste a été essayé avec les valeurs corrigées.

## L’extension : ses propres mots restent en anglais
diagnosis-plugin = Ce que montre l’extension WordPress
plugin-not_compatible = Elle dit cela chaque fois qu’aucun serveur CoopCycle ne répond à l’URL de base, quelle qu’en soit la raison.
    .words = Server is not compatible with CoopCycle
plugin-credentials_not_valid = Elle dit la même chose pour un mauvais identifiant, une mauvaise clé secrète et un périmètre insuffisant.
    .words = API credentials are not valid
plugin-broken = Sa page de réglages se casse : elle reste blanche ou montre une erreur PHP. Les valeurs sont quand même enregistrées.
plugin-connected = Elle dit cela quand tout va bien. Après un changement, il faut un second enregistrement pour que ce soit vrai.
    .words = Connected to app "{ $app }"
plugin-silent = Rien de visible : sa page de réglages a l’air en ordre.

## La lettre
letter-title = Texte pour le développeur
letter-language = Langue du texte
letter-writing = Écriture du texte…
letter-copy = Copier le texte
letter-no-secret = Il ne contient pas la clé secrète.
