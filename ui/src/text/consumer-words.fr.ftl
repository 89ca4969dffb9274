# Ce qui se dit des clés client partout où l’on parle de clés : états, historique, différences, causes.

## Types et permission
type-consumer = Clé client
type-consumer-text = pour les programmes qui travaillent avec une boutique WooCommerce
permission-read = Lecture
permission-write = Écriture
permission-read_write = Lecture/Écriture

## États d’une clé
status-not_recognised = Non reconnue
    .meaning = Le site ne connaît pas cette clé : elle a été révoquée, ou c’est celle d’un autre site.
    .next = Diagnostiquez pour savoir pourquoi. Si elle a été révoquée, créez une nouvelle clé.
status-owner_lacks_right = Propriétaire sans le droit
    .meaning = La paire est juste, mais le propriétaire de la clé ne peut pas gérer WooCommerce sur le site.
    .next = Créez une clé pour un propriétaire au rôle Administrateur ou Gestionnaire de boutique, ou faites donner ce rôle à celui-ci.
status-owner_gone = Propriétaire supprimé
    .meaning = Le compte à qui est cette clé a été supprimé du site : elle n’ouvre rien.
    .next = Créez une clé pour un compte qui existe, transmettez-la, puis révoquez celle-ci.
status-plain_http = http simple
    .meaning = { $host } répond en http simple, où WooCommerce ne regarde aucune clé. Aucune clé n’a été envoyée.
    .next = Demandez à qui s’occupe du site d’activer https, puis connectez-vous avec https://.
status-plain_permalinks = Permaliens simples
    .meaning = Le site utilise des permaliens simples, derrière lesquels WooCommerce ne reconnaît aucune clé.
    .next = Dans WordPress, sous Réglages → Permaliens, choisissez n’importe quelle structure sauf « Simple », puis vérifiez de nouveau.
status-not_held = Secret non détenu ici
    .meaning = Le site ne montre un secret qu’une fois, et cette clé a été créée ailleurs. Qui l’a créée l’a peut-être.
    .next = Il n’y a rien à faire. Si quelqu’un a besoin de son secret, créez une nouvelle clé.

## Historique
act-edited = Description ou permission modifiée
act-permission_changed_elsewhere = Permission modifiée sur le site
act-revoked = Révoquée

## Changements sur le site
drift-permission_changed = Quelqu’un d’autre a changé sa permission sur le site ; avant, c’était « { $from } », maintenant c’est « { $to } ».
    .next = Vérifiez qu’elle peut encore ce pour quoi elle est faite.
refresh-permission-changed = { $count ->
    [one] { $count } permission changée ailleurs
   *[other] { $count } permissions changées ailleurs
}
question-revoke_key = La clé « { $name } » devait être révoquée.

## À vérifier
attention-unused = Clés longtemps inutilisées
    .what = Personne ne l’a utilisée depuis longtemps.

## Rotation
rotation-seen-access = La nouvelle clé a servi depuis la transmission (vu { $when }).

## Causes
cause-site_plain_http = L’adresse du site commence par http, où WooCommerce ne regarde aucune clé.
    .next = Saisissez-la avec https://. Si le site n’a pas de https, son hébergeur doit l’activer.
cause-plain_permalinks = Le site utilise des permaliens simples, derrière lesquels WooCommerce ne reconnaît aucune clé.
    .next = Dans WordPress, sous Réglages → Permaliens, choisissez n’importe quelle structure sauf « Simple », puis enregistrez.
cause-header_stripped = Le serveur web garde pour lui l’en-tête qui porte la clé.
    .next = Qui s’occupe du serveur web ajoute les lignes ci-dessous à ses réglages.
cause-https_hidden = https s’arrête devant le site, et WordPress croit être interrogé en http simple.
    .next = Qui s’occupe du serveur web ajoute les lignes ci-dessous, pour que WordPress sache que c’est du https.
cause-header_or_https = La clé n’arrive pas à WooCommerce : le serveur web garde son en-tête, ou WordPress ne sait pas que c’est du https.
    .next = Demander avec la clé dans l’adresse dit lequel des deux c’est.
cause-revoked = La clé a été révoquée sur le site.
    .next = Créez une nouvelle clé et transmettez celle-là.
cause-not_recognised = Le site ne connaît pas cette clé.
    .next = Copiez de nouveau la clé client en entier. Si cela ne suffit pas, elle a été révoquée ou c’est celle d’un autre site : créez-en une nouvelle.
cause-owner_lacks_right = La paire est juste, mais le propriétaire de la clé ne peut pas gérer WooCommerce.
    .next = Un administrateur du site lui donne le rôle Gestionnaire de boutique, ou crée une clé pour quelqu’un qui l’a.
cause-owner_gone = Le compte à qui est la clé a été supprimé : elle n’ouvre rien.
    .next = Créez une clé pour un compte qui existe, transmettez-la, puis révoquez celle-ci.
cause-lacks_read = La clé ne peut qu’écrire, et une lecture a été essayée.
    .next = Changez sa permission en Lecture/Écriture. Ses deux valeurs restent les mêmes.
cause-lacks_write = La clé ne peut que lire, et une écriture a été essayée.
    .next = Changez sa permission en Lecture/Écriture. Ses deux valeurs restent les mêmes.
cause-not_woo_commerce = Aucun WooCommerce ne répond à cette adresse.
    .next = Vérifiez l’adresse de la boutique, avec son dossier si elle en a un, et si WooCommerce est actif.
cause-rest_closed = Un pare-feu ou une extension ferme l’API REST du site.
    .next = Qui s’occupe du site laisse passer les adresses en /wp-json/wc/.

## Remèdes
fix-ask_in_address = Demander avec la clé dans l’adresse…
fix-change_permission = Changer sa permission…
fix-remake = La révoquer et la recréer…

## Étapes
step-site_root = WordPress et WooCommerce répondent
step-reading = La clé peut lire
step-writing = La clé peut écrire
step-key_list = La liste du site a cette clé
step-in_address = La clé compte quand elle est dans l’adresse
