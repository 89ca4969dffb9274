# Tous les mots français de la fenêtre. Mêmes identifiants que en.ftl.

## Partout
loading = Lecture…
cancel = Annuler
undo = Annuler ce geste
close = Fermer
back = Retour
continue = Continuer
done = Terminé
dismiss = Fermer ce message
choose = Choisir…
saved = Enregistré
not-saved-yet = Pas encore enregistré
creating = Création…
hidden = masqué
practice = Entraînement
store = Magasin
no-store = Aucun magasin
no-store-text = la clé n’est liée à aucun commerce
connection = Connexion
address = Adresse
required = { $label } (obligatoire)
form-reading = Lecture du formulaire du serveur…
splitter-rail = Largeur de la navigation
splitter-detail = Largeur du détail

## Gestes proposés à côté d’un problème
act-retry = Réessayer
act-sign_in = Se reconnecter
act-open_keychain = Réessayer le trousseau
act-refresh = Actualiser
act-start_practice = Démarrer la coopérative d’entraînement
act-decide = Décider…
act-look_now = Chercher maintenant
act-other-account = Utiliser un autre compte

## Navigation
rail-label = Navigation
rail-connections = Connexions
rail-add-connection = Ajouter une connexion
rail-start = Premiers pas
rail-keys = Clés
rail-all-keys = Toutes les clés
rail-attention = À vérifier
rail-archive = Archives
rail-work = Travail
rail-stores = Magasins
rail-drafts = Brouillons
rail-activity = Activité
rail-practice = Entraînement
rail-settings = Réglages
connection-title = { $name } · { $host } · { $state }
connection-menu = Que faire de { $name }
session-signed_in = connecté
session-signed_out = déconnecté
session-not_admin = sans rôle admin
session-offline = hors ligne
session-practice = entraînement
session-refreshing = actualisation…
menu-colours = Couleur de la connexion
menu-colour = Couleur { $number }
menu-refresh = Actualiser
menu-sign-in = Se reconnecter…
menu-sign-out = Se déconnecter
menu-disconnect = Retirer la connexion…

## La liste
keys-label = Clés
search-label = Chercher des clés
search-placeholder = Chercher magasin, clé, note
new-store = Nouveau magasin
new-key = Nouvelle clé
column-store = Magasin et application
column-state = État
loading-keys = Lecture des clés…
secret-none = absente
secret-held = en mémoire
keys-of-store = Clés de « { $name } ».
show-all-keys = Voir toutes les clés
no-match = Aucune clé ne correspond à « { $text } ».
no-match-stores = Aucun magasin ne correspond à « { $text } ».
no-match-clear = Effacer la recherche
empty-keys = Il n’y a pas encore de clé ici.
empty-no-admin = Il n’y a pas de clé sur cet ordinateur, et aucune ne peut être lue sans le rôle d’administrateur.
show-stores = Montrer les magasins
empty-store = « { $name } » n’a pas encore de clé.
empty-archive = Les archives sont vides.
empty-stores = Il n’y a pas encore de magasin ici.
empty-activity = Il ne s’est encore rien passé.
no-match-activity = Rien dans l’historique ne correspond.
activity-clear = Effacer les filtres
notice-offline = { $name } est injoignable. Tout ce qui est gardé ici peut être trouvé et copié.
notice-signed-out = Vous êtes déconnecté de { $name }. Tout ce qui est gardé ici peut être trouvé et copié.
notice-no-admin = « { $username } » n’a pas le rôle d’administrateur (ROLE_ADMIN) sur { $name } : ses clés ne peuvent être ni lues ni créées. Ses commerces se voient, et les clés gardées ici peuvent être copiées.

## Actualisation
progress-begins = Demande à { $name }…
progress-stores = Lecture des magasins de { $name }
progress-keys = Lecture des clés de { $name }
progress-details = Lecture du détail des clés de { $name }
progress-secrets = Rangement des secrets de { $name } dans le trousseau
progress-of = { $what } · { $done } sur { $total }
refresh-nothing-new = Actualisé. Rien n’a changé.
refresh-of = { $name } : { $text }
refresh-cancelled = Actualisation arrêtée. Ce qui a déjà été lu est gardé.
refresh-new-keys = { $count ->
    [one] { $count } nouvelle clé
   *[other] { $count } nouvelles clés
}
refresh-new-stores = { $count ->
    [one] { $count } nouveau magasin
   *[other] { $count } nouveaux magasins
}
refresh-renewed = { $count ->
    [one] { $count } clé secrète renouvelée ailleurs
   *[other] { $count } clés secrètes renouvelées ailleurs
}
refresh-replaced = { $count ->
    [one] { $count } clé remplacée par une modification sur le serveur
   *[other] { $count } clés remplacées par des modifications sur le serveur
}
refresh-renamed = { $count ->
    [one] { $count } clé renommée
   *[other] { $count } clés renommées
}
refresh-gone = { $count ->
    [one] { $count } clé disparue du serveur
   *[other] { $count } clés disparues du serveur
}
refresh-back = { $count ->
    [one] { $count } clé revenue sur le serveur
   *[other] { $count } clés revenues sur le serveur
}
refresh-gone-stores = { $count ->
    [one] { $count } magasin disparu du serveur
   *[other] { $count } magasins disparus du serveur
}
refresh-secrets-waiting = { $count ->
    [one] { $count } secret attend le trousseau
   *[other] { $count } secrets attendent le trousseau
}
refresh-taken = { $count ->
    [one] { $count } nouvelle paire reprise, car la nôtre ne marchait plus
   *[other] { $count } nouvelles paires reprises, car les nôtres ne marchaient plus
}
refresh-found = { $count ->
    [one] { $count } demande à la réponse perdue a bien été faite
   *[other] { $count } demandes à la réponse perdue ont bien été faites
}
refresh-never-done = { $count ->
    [one] { $count } demande à la réponse perdue n’a jamais été faite
   *[other] { $count } demandes à la réponse perdue n’ont jamais été faites
}

## États d’une clé
status-works = Fonctionne
    .meaning = { $type ->
        [consumer] Le site l’accepte, et elle peut ce que dit sa permission.
       *[other] { $has_store ->
            [yes] Elle ouvre le magasin « { $store } ».
           *[no] Elle ouvre ce que son périmètre autorise.
        }
    }
status-opens_another_store = Ouvre un autre magasin
    .meaning = La paire est juste, mais elle ouvre « { $store } ». Les commandes envoyées avec elle iraient à ce commerce.
    .next = Créez une clé pour le bon magasin et transmettez celle-là.
status-lacks_deliveries = Sans « livraisons »
    .meaning = La paire est juste, mais une extension de boutique ne peut pas créer de livraisons avec elle.
    .next = Le périmètre ne peut pas être étendu après coup. Créez une clé avec « Livraisons » coché.
status-unrestricted = Sans restriction
    .meaning = Elle a été créée sans aucun périmètre : elle peut tout faire.
    .next = Créez une clé avec le seul périmètre nécessaire.
status-refused = Clé secrète refusée
    .meaning = { $type ->
        [consumer] Le site connaît cette clé, mais le secret client gardé ici n’est pas celui qui va avec.
       *[other] Le serveur refuse la clé secrète gardée ici. Quelqu’un l’a sans doute renouvelée.
    }
    .next = { $type ->
        [consumer] Un diagnostic dira pourquoi. Un site ne change jamais un secret : un autre a peut-être été collé.
       *[other] Actualisez pour obtenir la nouvelle clé secrète, puis envoyez-la au commerce.
    }
status-replaced = Remplacée par une modification
    .meaning = Quelqu’un a enregistré la page de la clé sur le serveur, ce qui a remplacé sa paire.
    .next = { $offered ->
        [yes] Utilisez la nouvelle paire ci-dessous, puis envoyez ses deux moitiés au commerce.
       *[no] Actualisez pour obtenir la nouvelle paire, puis envoyez ses deux moitiés au commerce.
    }
status-renewed_elsewhere = Renouvelée ailleurs
    .meaning = Quelqu’un a renouvelé sa clé secrète sur le serveur. Celle d’ici est gardée pour l’instant.
    .next = Utilisez la nouvelle paire ci-dessous, puis envoyez sa clé secrète au commerce.
status-wrong_instance = Mauvais serveur
    .meaning = { $type ->
        [consumer] Aucun WooCommerce ne répond à { $host }.
       *[other] Aucun serveur CoopCycle ne répond à { $host }.
    }
    .next = Vérifiez si le serveur a déménagé, puis connectez-vous à sa nouvelle adresse.
status-gone = Disparue
    .meaning = { $type ->
        [consumer] Le site n’a plus cette clé : elle a été révoquée. Sa fiche est gardée pour vous.
       *[other] Le serveur n’a plus cette clé. Sa fiche est gardée pour vous.
    }
    .next = Créez une clé si le commerce en a encore besoin.
status-store_gone = Magasin disparu
    .meaning = Le serveur n’a plus le magasin « { $store } » : cette clé ne permet plus aucune livraison. Sa fiche est gardée pour vous.
    .next = Si le commerce est toujours livré, créez un nouveau magasin et une clé pour lui.
status-secret_missing = Clé secrète absente
    .meaning = Sa clé secrète n’est pas dans le trousseau de cet ordinateur.
    .next = { $type ->
        [consumer] Le site ne le montre plus. Choisissez la rotation pour une clé gardée ici.
       *[other] Actualisez pendant que le trousseau est ouvert pour l’obtenir.
    }
status-unreachable = Serveur non joint
    .meaning = La dernière vérification n’a pas joint { $host }. Cela ne dit rien de la clé elle-même.
    .next = Vérifiez de nouveau quand le serveur répondra.
status-not_checked = Non vérifiée
    .meaning = Personne n’a encore vérifié si elle fonctionne.
    .next = { $type ->
        [consumer] Vérifier interroge le site deux fois et n’y change rien que le dernier accès.
       *[other] Vérifier interroge le serveur une fois et ne change rien.
    }

## Détail
detail-label = Clé
detail-empty = Choisissez une clé pour voir ses valeurs.
back-to-list = Retour à la liste
detail-on-server = (sur le serveur : { $name })
type-api_key-short = clé ak_
checked-when = vérifiée { $when }
values-label = Valeurs
field-base_url = URL de base
field-identifier = Identifiant
field-secret = Clé secrète
field-sheet = Fiche de transmission
field-letter = Texte pour le développeur
field-passphrase = Phrase de passe
field-api-key = Clé d’API (ak_)
identifier-in-plugin = — « API Key » dans l’extension
secret-in-plugin = — « API Secret » dans l’extension
identifier-unknown = inconnu
secret-not-here = pas dans le trousseau
secret-held-long = seulement en mémoire, car le trousseau ne l’a pas prise
reveal = Révéler
reveal-of = Révéler : { $what } de { $subject }
revealing = Ouverture…
hide = Masquer
revealed-said = La clé secrète est à l’écran.
hidden-said = La clé secrète est masquée.
scopes = Périmètre
scopes-unknown = pas encore connu
scopes-none = aucun : peut tout faire
check = Vérifier
checking = Vérification…
check-said = Vérifiée : { $state }
renew = Renouveler la clé secrète…
renew-not-gone = Une clé disparue du serveur ne peut pas être renouvelée.
archive-key = Archiver
unarchive-key = Sortir des archives
forget-key = Oublier
forget-text = Le serveur n’a plus cette clé. L’oublier retire sa fiche, ses notes et sa clé secrète de cet ordinateur.
archived-when = dans les archives depuis { $when }
key-archived = « { $name } » est dans les archives. Rien n’a changé sur le serveur.
key-unarchived = « { $name } » est de retour dans la liste.
key-forgotten = « { $name } » est oubliée. Sa fiche, ses notes et sa clé secrète quitteront définitivement cet ordinateur dans 20 secondes.
undone = Geste annulé.
practice-banner = Clé d’entraînement. Elle n’ouvre que la coopérative d’entraînement de cet ordinateur.
time-slot-label = Créneau horaire
time-slot-missing = « { $store } » n’a pas de créneau horaire : le choix de date reste vide dans l’extension de sa boutique.
time-slot-choose = Choisir un créneau…
time-slot-reading = Lecture des créneaux…
time-slot-none = Le serveur n’a pas encore de créneau. Un administrateur peut en ajouter sur ses pages.
time-slot-save = Attribuer
time-slot-saved = « { $store } » a maintenant un créneau horaire.
notes-label = Notes
notes = Notes
notes-help = Noms et notes restent sur cet ordinateur.
local-name = Nom ici
note-changed = La note de « { $name } » a été modifiée.
local-name-changed = Le nom local de « { $name } » a été modifié.
history = Historique
history-empty = Encore rien.
history-all = Tout afficher ({ $count })

## Historique
act-created = Créée
act-seen_on_server = Vue sur le serveur
act-copied_secret = Clé secrète copiée
act-copied_identifier = Identifiant copié
act-copied_base_url = URL de base copiée
act-revealed = Clé secrète révélée
act-renewed = Clé secrète renouvelée
act-renewed_elsewhere = Clé secrète renouvelée ailleurs
act-replaced_elsewhere = Paire remplacée par une modification sur le serveur
act-renamed_elsewhere = Renommée sur le serveur
act-gone_from_server = Disparue du serveur
act-back_on_server = Revenue sur le serveur
act-checked = Vérifiée
act-note_changed = Note modifiée
act-local_name_changed = Nom ici modifié
act-took_new_pair = Nouvelle paire reprise du serveur
act-archived = Archivée
act-unarchived = Sortie des archives
act-secret_lost = Clé secrète absente du trousseau
act-secret_rescued = Clé secrète ramenée dans le trousseau
act-handed_over = Transmise
act-handover_confirmed = Transmission confirmée
act-rotation_begun = Rotation commencée
act-rotation_ended = Rotation terminée
act-imported = Reprise d’un fichier
activity-when = Quand
activity-what = Quoi
activity-subject = Clé
activity-who = Qui
activity-server = serveur
activity-more = Voir plus ancien
activity-filters = Filtres de l’historique
activity-search = Chercher dans l’historique
activity-all-connections = Toutes les connexions
activity-person = Personne
activity-everybody = Tout le monde
activity-nobody = Seulement vu sur les serveurs
activity-kind = Genre
activity-everything = Tout
activity-group-made = Créations, renouvellements, rotations
activity-group-used = Copies, transmissions, vérifications
activity-group-elsewhere = Changements d’ailleurs
activity-group-local = Sur cet ordinateur seulement
activity-export = Exporter en CSV
activity-exported = L’historique a été écrit dans { $path }. Il ne contient aucun secret.

## Changements sur le serveur
drift-new = Quelqu’un d’autre a créé cette clé sur le serveur.
    .next = Vérifiez-la, et notez pour qui elle est.
drift-renewed = Quelqu’un d’autre a renouvelé sa clé secrète sur le serveur.
    .next = Le commerce a besoin de la nouvelle clé secrète.
drift-replaced = Quelqu’un a enregistré la page de la clé sur le serveur, ce qui a remplacé sa paire.
    .next = Le commerce a besoin des deux moitiés de la nouvelle paire.
drift-renamed = Elle a été renommée sur le serveur ; avant, elle s’appelait « { $from } ».
    .next = Sa paire est la même et continue de fonctionner.
drift-gone = Le serveur n’a plus cette clé.
    .next = Créez une clé si le commerce en a encore besoin.
drift-back = Le serveur a de nouveau cette clé.
    .next = Vérifiez si elle fonctionne.
drift-store-new = Quelqu’un d’autre a créé son magasin sur le serveur.
    .next = Il n’y a rien à faire.
drift-store-renamed = Son magasin a été renommé sur le serveur ; avant, il s’appelait « { $from } ».
    .next = La clé continue de fonctionner.
drift-store-gone = Le serveur n’a plus son magasin.
    .next = Demandez aux administrateurs de la coopérative si le commerce est toujours livré.
drift-store-back = Le serveur a de nouveau son magasin.
    .next = Vérifiez si la clé fonctionne.
drift-noticed = remarqué { $when }
drift-seen = Vu
drift-line = { $count ->
    [one] { $count } changement sur le serveur depuis votre dernier regard.
   *[other] { $count } changements sur le serveur depuis votre dernier regard.
}
drift-show = Voir dans l’historique
drift-all-seen = Tout marquer comme vu
drift-all-seen-said = Tous les changements sont marqués comme vus.
offer-title = Le serveur montre une autre paire
offer-ours = La nôtre
offer-theirs = Celle du serveur
offer-same = même identifiant, autre clé secrète
offer-other-value = autre valeur ak_
offer-replaced-means = L’extension de « { $shop } » utilise encore l’ancienne paire. Le serveur l’accepte peut-être encore, mais elle n’ouvre plus aucun magasin.
offer-renewed-means = L’extension de « { $shop } » utilise encore l’ancienne clé secrète, que le serveur n’accepte plus, ou qui n’a pas encore pu être vérifiée.
offer-consequence = Utiliser la nouvelle paire retire l’ancienne du trousseau, et « { $shop } » a besoin de la nouvelle. C’est irréversible.
offer-not-stored = La nouvelle paire n’est pas encore dans le trousseau.
offer-accept = Utiliser la nouvelle paire
offer-accepting = Reprise de la nouvelle paire…
offer-check = Vérifier la nôtre
offer-taken = La nouvelle paire de « { $name } » est utilisée ici. Envoyez-la au commerce.

## Copier
copy-of = Copier : { $what }, { $subject }
copied-clears = { $what } : copie faite. Elle s’efface dans { $seconds } secondes.
copied-stays = { $what } : copie faite. Elle reste jusqu’à la prochaine copie.
strip-label = Presse-papiers
strip-copied = Copié
strip-of = { $what } de « { $subject } »
strip-hidden = hors de l’historique
strip-not-hidden = peut rester dans l’historique
strip-clears = s’efface dans { $seconds } s
strip-stays = reste dans le presse-papiers
strip-extend = +30 s
strip-clear = Effacer
strip-cleared = Le presse-papiers a été vidé.
strip-not_cleared = Le presse-papiers n’a pas pu être vidé. Copiez autre chose pour remplacer son contenu.

## Premier démarrage
first-title = Les clés des commerces que vous livrez
first-text = Saddlebag crée magasins et clés sur votre serveur CoopCycle et des clés client sur le site d’un commerce, garde chaque secret dans le trousseau de cet ordinateur et copie chaque valeur en un clic.
first-promise = Ni compte ni télémétrie. Seuls les serveurs et sites que vous ajoutez sont contactés.
card-connect = Se connecter à CoopCycle
card-connect-text = Avec un compte administrateur du serveur de votre coopérative.
card-practice = Essayer la coopérative d’entraînement
card-practice-text = Une petite coopérative et le site d’une boutique dans ce programme, tout inventés. Rien ne quitte cet ordinateur.
card-practice-starting = Démarrage…

## Connexion
connect-title = Se connecter à CoopCycle
connect-title-again = Se reconnecter à { $name }
connect-address = Adresse du serveur
connect-address-help = Comme dans un navigateur. Une page d’administration collée convient aussi.
connect-looking = Recherche…
connect-known-already = Ce serveur est déjà dans votre liste. Se reconnecter garde toutes les fiches.
connect-username = E-mail ou nom d’utilisateur
connect-password = Mot de passe
connect-password-help = Utilisé une fois pour se connecter. Il n’est jamais gardé.
connect-practice-help = Rempli pour vous. Il ne protège rien.
connect-signing-in = Connexion…
sign-in = Se connecter
connect-code = Code reçu par e-mail
connect-code-help = Le serveur a envoyé six chiffres à l’adresse du compte.
connect-code-submit = Continuer
connect-code-new = Le serveur n’envoie un nouveau code qu’à une nouvelle connexion.
connect-code-again = Recommencer la connexion
connect-no-admin = « { $username } » est connecté, mais n’a pas le rôle d’administrateur (ROLE_ADMIN).
connect-no-admin-next = Sans lui, le serveur ne montre ni ne crée de clés. Vous pouvez voir ici ses commerces, et trouver et copier les clés déjà gardées sur cet ordinateur. Demandez ce rôle à un administrateur de la coopérative, puis reconnectez-vous.
connected = Connexion à { $name } établie.
signed-in-again = Connexion à { $name } rétablie.
practice-mail-here = E-mail à { $to } :
practice-code-fill = Remplir avec ce code

## Nouveau magasin
store-title = Nouveau magasin
store-find = Trouver sur la carte
store-finding = Recherche…
store-point-help = Le serveur a besoin du point sur la carte. Trouvez-le, ou saisissez les deux nombres.
store-point-found = Le point est défini. Corrigez les nombres s’il est décalé.
store-moved = L’adresse a changé depuis que son point a été trouvé. Cherchez-la de nouveau, ou vérifiez les nombres.
latitude = Latitude
longitude = Longitude
not-degrees = Un nombre entre -{ $most } et { $most }, comme 45.764.
store-others = Autres champs du serveur ({ $count })
store-missing-name = Un magasin a besoin d’un nom.
store-missing-address = Un magasin a besoin d’une adresse.
store-missing-position = L’adresse a besoin de son point sur la carte.
store-signed-in-between = Vous êtes reconnecté. Rien n’a encore été créé et rien de ce que vous avez saisi n’est perdu.
store-create = Créer le magasin
store-created = « { $name } » existe maintenant sur le serveur.
store-make-key = Lui créer une clé
store-keys = { $count ->
    [0] aucune clé
    [one] { $count } clé
   *[other] { $count } clés
}
store-gone = disparu
store-without-slot = sans créneau
store-show-keys = Voir les clés de { $name }
store-new-key = Nouvelle clé pour { $name }

## Nouvelle clé
key-title = Nouvelle clé
store-search = Saisissez une partie de son nom
store-new-option = Nouveau magasin…
store-more = { $count } de plus. Saisissez pour réduire.
key-name = Nom de l’application
key-name-help = Les personnes du serveur le voient, par exemple « boutique ».
key-type = Type
type-oauth = OAuth
type-oauth-text = pour WordPress, PrestaShop et la plupart des autres
type-api_key = Clé d’API (ak_)
type-api_key-text = une seule valeur, pour Urbantz
scope-deliveries = Livraisons
scope-deliveries-text = ce qu’il faut aux extensions de boutique
scope-tasks = Tâches
scope-tasks-text = pour ses propres programmes qui planifient retraits et dépôts
scope-orders-all = Toutes les commandes
scope-orders-all-text = chaque commande de toute la coopérative
scope-tasks-all = Toutes les tâches
scope-tasks-all-text = chaque tâche de toute la coopérative
scope-orders = Commandes
scope-orders-text = donné par le serveur aux restaurants
scope-unknown-text = inconnu de ce programme
scopes-with-store = Avec un magasin, une clé n’obtient que ce qui concerne ce magasin.
scopes-without-store = Sans magasin, une clé concerne toute la coopérative.
scopes-api-key = Le serveur ne regarde pas le périmètre d’une clé ak_.
scopes-older-server = Ce serveur est plus ancien et ne laisse pas choisir. La clé aura « livraisons » et « tâches ».
key-missing-store = Ce serveur veut un magasin pour chaque clé.
key-missing-name = La clé a besoin d’un nom d’application ; sans lui, le serveur échoue.
key-missing-scope = Cochez au moins un élément. Une clé sans périmètre pourrait tout faire.
key-signed-in-between = Vous êtes reconnecté. Rien n’a encore été créé et rien de ce que vous avez choisi n’est perdu.
key-create = Créer la clé
key-created = « { $name } » est créée et sa clé secrète est dans le trousseau.
key-created-secret-waits = « { $name } » est créée. Sa clé secrète ira dans le trousseau à la prochaine actualisation, une fois le trousseau ouvert.

## Brouillons
drafts-text = Préparés ici, et envoyés quand vous le dites. Aucun brouillon n’est jamais envoyé deux fois.
drafts-waiting = En attente
drafts-sent = Envoyés
drafts-all = Tout choisir
drafts-clear = Retirer les envoyés
drafts-cleared = Les brouillons envoyés ont quitté la liste. Ce qu’ils sont devenus reste.
drafts-send = { $count ->
    [0] Envoyer des brouillons
    [one] Envoyer { $count } brouillon
   *[other] Envoyer { $count } brouillons
}
drafts-sending = { $at } sur { $total } : envoi de { $name }
drafts-begin = Début de l’envoi…
drafts-stop = Arrêter
drafts-stopping = Arrêt après celui-ci…
drafts-all-sent = { $count ->
    [one] { $count } brouillon envoyé.
   *[other] { $count } brouillons envoyés.
}
drafts-some-sent = { $sent } brouillons envoyés sur { $total }. Les autres disent pourquoi ils ne l’ont pas été.
drafts-again = Envoyer ce qui reste
empty-drafts = Il n’y a pas de brouillon. Les magasins et clés préparés sans le serveur attendent ici.
draft = brouillon
draft-select = Choisir le brouillon « { $name } »
draft-kind-store = Magasin
draft-kind-key = Clé
draft-for = pour { $store }
draft-for-none = sans magasin
draft-waits-for = attend le magasin en brouillon « { $store } »
draft-waits-for-missing = son magasin en brouillon n’est plus là
draft-changed = modifié { $when }
draft-edit = Modifier
draft-edit-of = Modifier le brouillon « { $name } »
draft-delete = Supprimer
draft-delete-of = Supprimer le brouillon « { $name } »
draft-show = Voir
draft-show-of = Voir ce que « { $name } » est devenu
draft-deleted = Le brouillon « { $name } » a été supprimé.
draft-state-waiting = En attente
draft-state-looking = Recherché
    .meaning = Il a peut-être déjà été envoyé. Il n’est pas renvoyé avant qu’on le sache.
draft-state-undecided = À décider
    .meaning = Le serveur a plus d’un élément qu’il a pu devenir.
draft-state-sent = Envoyé
draft-result-sent = Envoyé. Il est maintenant sur le serveur.
draft-result-held = Envoyé. Sa clé secrète est seulement en mémoire tant que le trousseau ne la prend pas.
draft-result-waits = Pas envoyé : son magasin n’a pas été créé.
draft-result-stopped = Pas envoyé : l’envoi s’est arrêté avant son tour.
draft-title-key = Brouillon de clé
draft-title-store = Brouillon de magasin
draft-save = Garder en brouillon
draft-save-again = Enregistrer le brouillon
draft-saving = Enregistrement…
draft-send-now = Enregistrer et envoyer
draft-saved = « { $name } » est gardé en brouillon.
draft-offline = Le serveur est injoignable. Vous pouvez préparer ceci en brouillon et l’envoyer plus tard.
draft-signed-out = Vous n’êtes pas connecté. Vous pouvez préparer ceci en brouillon et l’envoyer plus tard.
draft-by-choice = Ceci est préparé sans le serveur, en brouillon à envoyer plus tard.
draft-instead = Préparer un brouillon sans attendre
draft-point-later = Le point sur la carte est trouvé à l’envoi du brouillon.
draft-more-later = Ce que le formulaire du serveur demande d’autre pourra être rempli plus tard, quand le serveur sera joignable.
draft-store-why = Ce magasin est lui-même un brouillon. La clé est aussi gardée en brouillon et envoyée après lui.
store-name = Nom
store-telephone = Téléphone
store-website = Site web
store-legal-name = Raison sociale

## Renouveler, retirer
type-name = Saisissez « { $name } » pour continuer
renew-title = Renouveler la clé secrète de { $name }
renew-consequence = L’extension de boutique de « { $name } » cesse de fonctionner tant qu’elle n’a pas la nouvelle clé secrète. C’est irréversible.
renew-tokens = Les accès déjà donnés durent encore jusqu’à une heure.
renew-confirm = Renouveler la clé secrète
renewing = Renouvellement…
renewed = La clé secrète de « { $name } » est renouvelée. Envoyez la nouvelle au commerce.
renewed-held = La clé secrète de « { $name } » est renouvelée. Le trousseau n’a pas pris la nouvelle : elle reste en mémoire dans ce programme en attendant.
disconnect-title = Retirer { $name }
disconnect-consequence = { $count ->
    [0] Toutes les fiches de { $name } sur cet ordinateur sont supprimées, avec leurs notes.
    [one] La fiche de { $count } clé de { $name } et son secret sur cet ordinateur sont supprimés, avec notes et historique.
   *[other] Les fiches de { $count } clés de { $name } et leurs secrets sur cet ordinateur sont supprimés, avec notes et historique.
}
disconnect-unharmed = Rien ne change sur le serveur : les commerces continuent de fonctionner.
disconnect-confirm = Retirer la connexion
disconnected = { $name } a été retirée.

## Demandes à l’issue inconnue
questions-banner = { $count ->
    [one] Saddlebag cherche ce qu’est devenue { $count } demande.
   *[other] Saddlebag cherche ce que sont devenues { $count } demandes.
}
questions-show = Voir…
questions-title = Ce que ces demandes sont devenues
questions-text = On ne sait pas encore si un serveur les a faites. Aucune n’est renvoyée avant cela.
questions-none = Plus rien n’est en suspens.
question-create_store = Le magasin « { $name } » devait être créé.
question-create_key = La clé « { $name } » devait être créée.
question-renew_secret = La clé secrète de « { $name } » devait être renouvelée.
question-sign_out = La déconnexion de « { $name } » était demandée.
question-disconnect = La connexion « { $name } » devait être retirée.
question-forget = « { $name } » devait être oubliée.
question-looking = Recherchée de nouveau à la prochaine actualisation.
question-finishing = Ce sera terminé dès que le serveur ou le trousseau répondra.
question-which = Laquelle est-ce ?
question-none = Aucune de celles-ci
question-none-text = rien n’a été créé, et vous pouvez réessayer
question-first-seen = vu pour la première fois { $when }
question-decide = Décider
question-decided = C’est décidé. « { $name } » n’est plus en suspens.

## Trousseau, inventaire
keychain-waiting = Le trousseau attend d’être déverrouillé. Répondez à sa demande de mot de passe ; d’ici là, les secrets ne peuvent pas être copiés, tout le reste fonctionne.
keychain-absent = Cet ordinateur n’a pas de service de trousseau : les secrets ne peuvent pas être gardés. Installez le paquet « gnome-keyring », rouvrez votre session, puis réessayez. Tout ce qui n’a pas besoin de secret fonctionne.
keychain-refused = Le trousseau refuse de répondre. Déverrouillez-le dans le programme de mots de passe du système, puis réessayez. Tout ce qui n’a pas besoin de secret fonctionne.
keychain-full = Le trousseau n’a plus de place pour d’autres secrets. Libérez de l’espace sur cet ordinateur, puis réessayez. Les secrets qu’il contient peuvent toujours être copiés.
held-banner = { $count ->
    [one] { $count } nouveau secret est seulement en mémoire : le trousseau ne l’a pas pris. Le serveur peut le montrer de nouveau.
   *[other] { $count } nouveaux secrets sont seulement en mémoire : le trousseau ne les a pas pris. Les serveurs peuvent les montrer de nouveau.
}
keychain-unknown = Le trousseau n’a pas encore répondu.
keychain-ready = Le trousseau est prêt.
keychain-is-ready = Le trousseau est prêt.
keychain-still-closed = Le trousseau n’est toujours pas ouvert.
keychain-stop = Ne plus attendre
keychain-waits-no-more = Saddlebag n’attend plus le trousseau. Rien n’a été modifié.
set-aside-restored = Le fichier d’inventaire était abîmé et a été mis de côté sous { $file }. Il a été reconstruit depuis la sauvegarde du { $when } ; actualiser le complète.
set-aside-anew = Le fichier d’inventaire était abîmé et a été mis de côté sous { $file }. Il n’y avait pas de sauvegarde, un nouveau a donc été commencé : une fois connecté, actualiser relit vos clés sur les serveurs.
set-aside-refresh = Tout actualiser

## Réglages
settings-clipboard = Vider le presse-papiers après
settings-clipboard-help = Seulement s’il contient encore ce qui a été copié ici. Aussi quand Saddlebag se ferme.
settings-seconds = { $count } secondes
settings-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
settings-never = Jamais
settings-theme = Apparence
theme-system = Comme le système
theme-light = Claire
theme-dark = Sombre
settings-language = Langue
language-system = Comme le système
language-en = English
language-fr = Français
settings-motion = Réduire les animations
settings-keychain = Trousseau
rescue = Sauver tous les secrets maintenant
rescue-text = Lit chaque serveur auquel vous êtes connecté et ramène dans le trousseau chaque secret qu’il montre encore. Rien ne change sur les serveurs.
rescue-begins = Lecture des serveurs…
rescue-progress = { $done } clés regardées sur { $total }
rescue-shown = Secrets que les serveurs montrent : { $count }
rescue-already = Déjà dans le trousseau : { $count }
rescue-stored = Ramenés dans le trousseau maintenant : { $count }
rescue-held = Seulement en mémoire, car le trousseau ne les a pas pris : { $count }
rescue-done = Chaque secret que les serveurs montrent est dans le trousseau.
rescue-unread = Pas lu : { $names }. Connectez-vous-y ou attendez que ce soit joignable, puis recommencez.
settings-backups = Sauvegardes
backups-text = L’inventaire est sauvegardé chaque jour, et avant qu’une mise à jour ou une restauration ne le modifie. Les sept plus récentes de chaque jour et les sept plus récentes des autres sont gardées. Elles ne contiennent aucun secret.
backups-none = Il n’y a pas encore de sauvegarde.
backup-when = Faite
backup-why = Pourquoi
backup-holds = Contient
backup-size = Taille
backup-daily = chaque jour
backup-before_migration = avant une mise à jour
backup-before_restore = avant une restauration
backup-by_hand = à la main
backup-unreadable = illisible
backup-connections = { $count ->
    [0] aucune connexion
    [one] { $count } connexion
   *[other] { $count } connexions
}
back-up = Sauvegarder maintenant
backing-up = Sauvegarde…
backed-up = L’inventaire a été sauvegardé.
restore = Restaurer…
restore-of = Restaurer la sauvegarde du { $when }
restore-title = Restaurer la sauvegarde du { $when }
restore-first = L’inventaire actuel est d’abord sauvegardé : on peut donc revenir en arrière de la même façon.
restore-secrets = Les secrets du trousseau restent, et rien ne change sur les serveurs.
restore-drafts = Les brouillons de la sauvegarde sont cherchés sur les serveurs avant de pouvoir être envoyés, pour que rien ne soit créé deux fois.
restore-confirm = Restaurer cette sauvegarde
restoring = Restauration…
restored = L’inventaire est comme dans la sauvegarde du { $when }. Les serveurs où vous êtes connecté sont en cours d’actualisation.
promises-title = Ce qui est promis
promise-places = Un secret n’est qu’à quatre endroits : sur le serveur, dans le trousseau, dans le presse-papiers pendant le compte à rebours, et à l’écran tant qu’il est révélé.
promise-servers = Seuls les serveurs que vous avez ajoutés sont contactés, en https.
promise-edit = Saddlebag n’enregistre jamais la page de modification d’une clé, car cela remplace sa paire.
limits-title = Ce qui ne peut pas être promis
limit-same-user = Un autre programme lancé sous votre compte peut lire un trousseau déverrouillé.
limit-clipboard = Certains gestionnaires de presse-papiers ignorent la demande de ne pas garder de copie.
limit-screenshot = Sous Linux, rien n’empêche d’autres programmes de prendre des images de l’écran.
data-folder = Inventaire, sans secrets
version = Version

## Raccourcis
shortcuts = Raccourcis
shortcut-search = Chercher
shortcut-move = Se déplacer dans la liste
shortcut-open = Ouvrir la clé choisie
shortcut-secret = Copier la clé secrète
shortcut-identifier = Copier l’identifiant
shortcut-base-url = Copier l’URL de base
shortcut-new-key = Nouvelle clé
shortcut-new-store = Nouveau magasin
shortcut-refresh = Actualiser
shortcut-undo = Annuler le geste, tant que son message est affiché
shortcut-close = Fermer
shortcut-help = Cette liste

## Entraînement
practice-title = Entraînement
practice-text = Un serveur dans ce programme qui se comporte comme un vrai. Ses commerces et ses clés sont inventés.
practice-start = Démarrer
practice-stop = Arrêter
practice-connect = Se connecter à la coopérative d’entraînement
practice-reset = Remettre au début
practice-reset-consequence = Tous les commerces et clés créés à l’entraînement sont supprimés, à la coopérative et dans la boutique, et leurs sessions se terminent. Vos vraies connexions ne sont pas touchées. C’est irréversible.
practice-reset-keep = Tout garder
practice-was-reset = La coopérative et la boutique d’entraînement sont comme au début.
practice-address = Adresse
practice-rests = Elle ne tourne pas.
practice-accounts = Comptes
practice-mails = E-mails qu’elle aurait envoyés
practice-no-mails = Aucun pour l’instant.
practice-mode = Se comporte comme
practice-mode-current = la version actuelle
practice-mode-before_second_factor = une version d’avant les codes par e-mail
practice-mode-before_scopes = une version d’avant les périmètres
practice-maintenance = En maintenance
faults-title = Pannes
faults-text = Faites-la échouer, et voyez que rien n’est perdu.
fault-path = Le chemin commence par
fault-path-all = tous les chemins
fault-kind = Panne
fault-seconds = Secondes
fault-how-often = Combien de fois
fault-always = jusqu’à l’arrêt
fault-times = { $count ->
    [one] une fois
   *[other] { $count } fois
}
fault-add = Activer
faults-clear = Arrêter toutes les pannes
fault-refuse_connection = refuse la connexion
fault-delay = répond en retard
fault-server_error = répond par une erreur 500
fault-cut_after_work = perd la réponse après le travail
fault-cut_before_work = perd la demande avant le travail
fault-expire_session = met fin à la session
fault-garbage = répond n’importe quoi
fault-large_page = répond une très grande page
acts-title = Un autre administrateur, maintenant
practice-act-create_key = crée une clé
practice-act-renew_secret = renouvelle une clé secrète
practice-act-save_edit_page = enregistre une page de modification
practice-act-delete_store = supprime un magasin
practice-act-expire_sessions = met fin à toutes les sessions
practice-did-create_key = Un autre administrateur a créé une clé.
practice-did-renew_secret = Un autre administrateur a renouvelé une clé secrète.
practice-did-save_edit_page = Un autre administrateur a enregistré la page de modification d’une clé.
practice-did-delete_store = Un autre administrateur a supprimé un magasin.
practice-did-expire_sessions = Toutes les sessions y sont terminées.
requests-title = Requêtes
requests-none = Aucune pour l’instant.
request-method = Méthode
request-path = Chemin
request-status = Statut
request-cut = coupée

## Problèmes : ce qui s’est passé, ce qui est intact, que faire
problem-bad_address = Ce n’est pas une adresse de serveur.
    .unharmed = Rien n’a été envoyé.
    .next = Saisissez-la comme dans un navigateur, par exemple lyon.example.org.
problem-plain_http = L’adresse utilise http, que d’autres peuvent lire.
    .unharmed = Rien n’a été envoyé.
    .next = Utilisez https. Le simple http n’est accepté que pour les serveurs de cet ordinateur.
problem-not_coopcycle_website = Un site web répond à { $host }, mais pas CoopCycle.
    .unharmed = Aucun mot de passe n’a été envoyé.
    .next = Vérifiez l’adresse avec votre coopérative.
problem-not_coopcycle_nothing = { $host } répond, mais il n’y a pas de CoopCycle à cette adresse.
    .unharmed = Aucun mot de passe n’a été envoyé.
    .next = Vérifiez l’adresse avec votre coopérative.
problem-not_coopcycle_other = Un autre service répond à { $host }, pas CoopCycle.
    .unharmed = Aucun mot de passe n’a été envoyé.
    .next = Vérifiez l’adresse avec votre coopérative.
problem-redirected = L’adresse mène ailleurs, à { $to }.
    .unharmed = Saddlebag n’a pas suivi et n’a envoyé aucun mot de passe.
    .next = Si vous vous fiez à cette adresse, saisissez-la à la place.
problem-dns = Il n’y a pas de serveur nommé { $host }.
    .unharmed = Tout ce qui est gardé ici est intact.
    .next = Vérifiez l’orthographe et le réseau.
problem-connection_refused = { $host } existe, mais rien n’y répond.
    .unharmed = Tout ce qui est gardé ici est intact.
    .next = Le serveur est peut-être arrêté. Réessayez dans un moment.
problem-timed_out = { $host } n’a pas répondu à temps.
    .unharmed = Tout ce qui est gardé ici est intact.
    .next = Vérifiez le réseau, ou réessayez dans un moment.
problem-certificate = Le certificat de { $host } n’est pas fiable : { $reason }
    .unharmed = Rien n’a été envoyé.
    .next = Vérifiez la date de cet ordinateur et prévenez l’administrateur du serveur. Ce contrôle ne peut pas être sauté.
certificate-expired = il a expiré.
certificate-not_yet_valid = il n’est pas encore valable.
certificate-unknown_issuer = ce système ne connaît pas son émetteur.
certificate-other_name = il est à un autre nom.
certificate-revoked = il a été révoqué.
certificate-other = il n’est pas en ordre.
problem-unreachable = { $host } est injoignable.
    .unharmed = Rien n’a été envoyé et tout ce qui est gardé ici est intact.
    .next = Vérifiez le réseau.
problem-reply_lost = La demande est partie vers { $host }, mais sa réponse s’est perdue.
    .unharmed = Rien n’a été créé deux fois.
    .next = Actualisez : Saddlebag verra ce que le serveur a fait et le terminera.
problem-wrong_password = Le serveur n’accepte pas ce nom et ce mot de passe.
    .unharmed = Rien n’a changé.
    .next = Saisissez-les de nouveau. Un compte désactivé est refusé de la même façon.
problem-code_refused = Le serveur n’accepte pas ce code.
    .unharmed = La connexion est toujours en cours.
    .next = Saisissez de nouveau le code le plus récent.
problem-code_late = Cette connexion a duré trop longtemps : son code n’est plus valable.
    .unharmed = Rien n’a changé.
    .next = Recommencez la connexion pour recevoir un nouveau code.
problem-not_admin = Ce compte n’a pas le rôle d’administrateur (ROLE_ADMIN).
    .unharmed = Ce qui est gardé ici peut toujours être trouvé et copié.
    .next = Demandez ce rôle à un administrateur de la coopérative, ou connectez-vous avec un autre compte.
problem-signed_out = La session sur le serveur est terminée.
    .unharmed = Rien de ce que vous avez saisi n’est perdu et rien n’a été créé.
    .next = Reconnectez-vous pour continuer.
problem-server_error = { $host } a échoué avec l’erreur { $status }.
    .unharmed = Tout ce qui est gardé ici est intact.
    .next = Réessayez dans un moment. Si cela dure, donnez l’heure et le numéro à l’administrateur du serveur.
problem-maintenance = { $host } est en maintenance.
    .unharmed = Tout ce qui est gardé ici peut être trouvé et copié.
    .next = Réessayez quand la maintenance sera terminée.
problem-too_many_requests = { $host } demande un rythme plus lent.
    .unharmed = Tout ce qui est gardé ici est intact.
    .next = Attendez une minute, puis réessayez.
problem-form_changed = Une page du serveur n’est pas comme prévu : { $page }
    .unharmed = Rien n’a été envoyé.
    .next = Réessayez. Si cela dure, cette version du serveur demande un Saddlebag plus récent.
problem-rejected_without_message = Le serveur a montré deux fois son formulaire sans dire pourquoi.
    .unharmed = Rien n’a été créé.
    .next = Relisez les champs et réessayez.
problem-fields_refused = Le serveur refuse ce qui a été saisi : { $fields }
    .unharmed = Rien n’a été créé.
    .next = Corrigez et réessayez.
problem-address_missing = L’adresse est vide.
    .unharmed = Rien n’a été envoyé.
    .next = Saisissez une adresse et trouvez-la sur la carte.
problem-address_not_found = La carte du serveur ne connaît pas cette adresse.
    .unharmed = Rien n’a été créé.
    .next = Essayez avec le code postal et la ville, ou saisissez les deux nombres du point.
problem-not_on_server = Le serveur n’a plus cet élément.
    .unharmed = La fiche est gardée ici.
    .next = Actualisez pour voir ce qui a changé d’autre.
problem-too_large = Une page de { $host } est trop grande pour être lue.
    .unharmed = Tout ce qui est gardé ici est intact.
    .next = Prévenez l’administrateur du serveur.
problem-name_blank = Le nom est vide.
    .unharmed = Rien n’a été envoyé.
    .next = Saisissez un nom.
problem-name_too_long = Le nom dépasse { $limit } caractères.
    .unharmed = Rien n’a été envoyé.
    .next = Raccourcissez-le.
problem-no_scope = Une clé sans périmètre pourrait tout faire.
    .unharmed = Rien n’a été envoyé.
    .next = Cochez au moins un élément du périmètre.
problem-scope_does_not_fit = Le périmètre « { $scope } » ne va pas avec ce choix de magasin.
    .unharmed = Rien n’a été envoyé.
    .next = Choisissez un autre périmètre, ou changez de magasin.
problem-store_needed = Ce serveur veut un magasin pour chaque clé.
    .unharmed = Rien n’a été envoyé.
    .next = Choisissez un magasin.
problem-typed_name_differs = Le nom saisi en est un autre.
    .unharmed = Rien n’a changé.
    .next = Saisissez le nom tel qu’il est affiché.
problem-api_key_not_renewable = Une clé ak_ ne peut pas être renouvelée.
    .unharmed = Rien n’a changé.
    .next = Créez une nouvelle clé à sa place.
problem-keychain_absent = Cet ordinateur n’a pas de service de trousseau.
    .unharmed = Aucun secret n’a été écrit ailleurs.
    .next = Installez le paquet « gnome-keyring », rouvrez votre session, puis réessayez.
problem-keychain_locked = Le trousseau est verrouillé.
    .unharmed = Les secrets qu’il contient sont en sûreté.
    .next = Déverrouillez-le, puis réessayez.
problem-keychain_timed_out = Le trousseau n’a pas répondu à temps. Il attend sans doute son mot de passe.
    .unharmed = Les secrets qu’il contient sont en sûreté.
    .next = Cherchez sa demande derrière cette fenêtre, puis réessayez.
problem-keychain_refused = Le trousseau refuse.
    .unharmed = Les secrets qu’il contient sont en sûreté.
    .next = Déverrouillez-le dans le programme de mots de passe du système, puis réessayez.
problem-keychain_full = Le trousseau n’a plus de place.
    .unharmed = Les secrets qu’il contient sont en sûreté, et un nouveau est tenu en mémoire.
    .next = Libérez de l’espace sur cet ordinateur, puis réessayez.
problem-secret_not_stored = Le trousseau n’a pas ce secret.
    .unharmed = La clé existe toujours sur le serveur.
    .next = Actualisez pendant que le trousseau est ouvert pour l’obtenir.
problem-secret_changed = Un autre programme a modifié ce secret dans le trousseau.
    .unharmed = Il n’a pas été transmis. La clé sur le serveur n’a pas changé.
    .next = Actualisez : la valeur du serveur prendra alors sa place.
problem-clipboard_unavailable = Le presse-papiers ne peut pas être rempli ici.
    .unharmed = Rien n’a été copié et rien n’est perdu.
    .next = Réessayez, ou révélez la valeur et recopiez-la.
problem-clipboard_differs = Le presse-papiers a été rempli, mais contient maintenant autre chose.
    .unharmed = Rien n’est perdu.
    .next = Un autre programme surveille peut-être le presse-papiers. Réessayez.
problem-inventory_newer = L’inventaire a été écrit par un Saddlebag plus récent (forme { $found }, celui-ci connaît { $known }).
    .unharmed = Il n’a pas été touché.
    .next = Installez la version plus récente.
problem-inventory_full = Le disque est plein : rien ne peut être noté.
    .unharmed = Ce qui est déjà noté est intact.
    .next = Libérez de la place, puis réessayez.
problem-inventory_read_only = L’inventaire ne peut pas être écrit.
    .unharmed = Ce qui est déjà noté est intact.
    .next = Vérifiez les droits du dossier de données, puis réessayez.
problem-inventory_busy = Un autre programme occupe l’inventaire.
    .unharmed = Ce qui est déjà noté est intact.
    .next = Fermez l’autre programme, puis réessayez.
problem-inventory_in_use = Saddlebag est déjà ouvert avec ces fiches.
    .unharmed = Rien n’a été touché : une seule fenêtre à la fois y écrit.
    .next = Allez à l’autre fenêtre, ou fermez-la et réessayez.
problem-backup_unusable = Cette sauvegarde est abîmée, ou vient d’un Saddlebag plus récent.
    .unharmed = L’inventaire actuel n’a pas changé.
    .next = Choisissez une autre sauvegarde.
problem-inventory_failed = L’inventaire a échoué : { $what }
    .unharmed = Ce qui est déjà noté est intact.
    .next = Réessayez. Si cela dure, redémarrez Saddlebag.
problem-record_gone = Cette fiche n’est plus ici.
    .unharmed = Rien d’autre n’a changé.
    .next = Revenez à la liste.
problem-undecided = Le serveur a plus d’un élément que cette demande a pu devenir.
    .unharmed = Rien n’a été créé deux fois.
    .next = Décidez lequel c’est.
problem-still_looking = On ne sait pas encore si { $host } a fait une demande précédente du même genre.
    .unharmed = Rien n’a été envoyé, pour que rien ne soit créé deux fois.
    .next = Cherchez maintenant, puis réessayez.
problem-nothing_done = { $host } ne l’a jamais fait : cela a été cherché et n’y est pas.
    .unharmed = Rien n’a été créé.
    .next = Réessayez.
problem-draft_not_waiting = Ce brouillon n’est plus en attente.
    .unharmed = Il n’a pas été envoyé une seconde fois.
    .next = Regardez la liste des brouillons.
problem-store_missing = Le magasin de cette clé n’est plus sur le serveur.
    .unharmed = Rien n’a été créé, et un brouillon de la clé est gardé.
    .next = Choisissez un autre magasin pour la clé.
problem-still_on_server = Le serveur a toujours cette clé : elle n’est pas oubliée.
    .unharmed = Sa fiche et sa clé secrète n’ont pas changé.
    .next = Actualisez pour voir ce que le serveur a. Pour ne plus la voir, archivez-la.
problem-export_failed = Le fichier n’a pas pu être écrit : { $what }
    .unharmed = Tout ce qui est gardé ici est inchangé.
    .next = Vérifiez le disque et ses droits, puis réessayez.
problem-file_unreadable = Le fichier n’a pas pu être lu : { $what }
    .unharmed = Rien n’a été repris.
    .next = Vérifiez où il se trouve et qui peut le lire, puis réessayez.
problem-file_too_large = Le fichier dépasse { $limit_mb } Mo.
    .unharmed = Il n’a pas été lu, et rien n’a été repris.
    .next = Choisissez un autre fichier. Un export de 10 000 clés est bien plus petit.
problem-file_not_understood = Le fichier est d’un autre genre, ou abîmé.
    .unharmed = Rien n’a été repris.
    .next = Choisissez le genre qui convient au fichier, ou un autre fichier.
problem-file_newer = Un Saddlebag plus récent a écrit ce fichier.
    .unharmed = Rien n’a été repris.
    .next = Installez ici la version plus récente, puis réessayez.
problem-wrong_passphrase = Ces mots n’ouvrent pas le fichier.
    .unharmed = Le fichier est inchangé, et rien n’a été repris.
    .next = Tapez-les de nouveau, avec les espaces ou les traits d’union qui les séparent.
problem-no_key_column = Aucune colonne ne contient d’identifiants ni de clés secrètes.
    .unharmed = Rien n’a été repris.
    .next = Indiquez quelle colonne contient l’identifiant ou la clé secrète.
problem-import_over = Cet aperçu n’est plus valable.
    .unharmed = Rien n’a été repris.
    .next = Lisez de nouveau le fichier.
problem-nothing_to_export = Aucune connexion n’est choisie.
    .unharmed = Aucun fichier n’a été écrit.
    .next = Choisissez au moins une connexion.
problem-person_missing = Il manque le nom de la personne qui la reçoit.
    .unharmed = Rien n’a été transmis ni noté.
    .next = Tapez le nom de la personne.
problem-mail_not_opened = Le système n’a ouvert aucun programme de courrier : { $what }
    .unharmed = Rien n’a été envoyé ni noté.
    .next = Copiez la fiche et collez-la dans un message.
problem-not_opened = Le système ne l’a pas ouvert : { $what }
    .unharmed = Tout ce qui est gardé ici est inchangé.
    .next = Réessayez, ou ouvrez-le à la main.
problem-qr_too_long = Cette valeur est trop longue pour un code QR.
    .unharmed = Rien n’a été montré.
    .next = Transmettez-la d’une autre façon.
problem-already_rotating = Cette clé est déjà en cours de rotation.
    .unharmed = Aucune seconde rotation n’a été commencée.
    .next = Poursuivez celle qui est ouverte.
problem-restaurant_key = C’est la clé d’un restaurant : seul le serveur en crée.
    .unharmed = Rien n’a été commencé.
    .next = Renouvelez plutôt sa clé secrète, et transmettez-la.
problem-rotation_elsewhere = La rotation en est déjà à une autre étape.
    .unharmed = Rien n’a été fait deux fois.
    .next = Poursuivez avec l’étape affichée.
problem-not_replaced_yet = La page de la clé n’a pas encore été enregistrée sur le serveur : sa valeur est l’ancienne.
    .unharmed = L’ancienne valeur fonctionne encore, et rien n’a été noté.
    .next = Enregistrez cette page une fois, sans rien changer, puis confirmez de nouveau.
problem-no_turn = Aucune copie tour à tour n’est en cours.
    .unharmed = Le presse-papiers est inchangé.
    .next = Recommencez depuis la clé.
problem-bad_setting = Le réglage « { $name } » dépasse ses limites.
    .unharmed = L’ancien réglage reste.
    .next = Choisissez l’un de ceux proposés.
problem-cancelled = L’opération a été annulée.
    .unharmed = Ce qui a été fait avant est gardé.
    .next = Recommencez quand vous voulez.
problem-practice_failed = La coopérative d’entraînement n’a pas pu démarrer : { $what }
    .unharmed = Vos vraies connexions ne sont pas touchées.
    .next = Réessayez.
problem-practice_not_running = La coopérative d’entraînement ne tourne pas.
    .unharmed = Ses commerces et ses clés sont gardés.
    .next = Démarrez-la, puis continuez.
problem-internal = Quelque chose a échoué dans Saddlebag : { $what }
    .unharmed = Ce qui est déjà noté est intact.
    .next = Réessayez. Si cela dure, redémarrez Saddlebag.
