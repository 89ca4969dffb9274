# Clés client d’un site WooCommerce : de quoi elles sont faites, les créer, modifier et révoquer.

## Values and words
column-site = Description et site
column-owner = Description et propriétaire
column-mixed = Clé
column-secret-site = Secret
consumer-key-short = Clé client
consumer-nameless = Clé sans description
consumer-base_url = URL du site
consumer-identifier = Clé client
consumer-secret = Secret client
consumer-ending = …{ $ending }
consumer-ending-only = Le site n’en montre que la fin ; il montre la clé entière une seule fois, à qui la crée.
consumer-secret-not-held = Le secret client n’est pas détenu ici
consumer-mark-owner-gone = propriétaire supprimé
consumer-mark-unused = inutilisée depuis longtemps
permission = Permission
permission-read-text = Commandes, produits et clients peuvent être lus. Rien ne peut être modifié.
permission-write-text = Commandes et produits peuvent être modifiés, mais pas lus.
permission-read_write-text = Commandes, produits et clients peuvent être lus et modifiés.
permission-unknown = pas encore connue

## What the site tells of a key
consumer-facts = Ce que le site en dit
consumer-owner = Propriétaire
consumer-owner-deleted = supprimé
consumer-owner-unknown = pas encore connu
consumer-last-access = Dernier accès
consumer-last-access-unknown = pas encore connu
consumer-never-used = Jamais utilisée
consumer-last-access-note = Dans les mots et à l’heure du site. Les vérifications de Saddlebag le déplacent aussi.
consumer-read-so-since = Il se lit ainsi depuis { $when }.
consumer-plain-permalinks = Ce site a des permaliens simples. Derrière ceux-ci, aucune clé client n’est reconnue.
consumer-permalinks-open = Ouvrir ce réglage sur le site
consumer-permalinks-opened = Le réglage est ouvert dans votre navigateur. Choisissez tout sauf « Simple », enregistrez, puis vérifiez de nouveau la clé.

## No secret here
consumer-not-held-text = Le site montre un secret client une seule fois, à qui crée la clé. Il ne peut pas y être repris : la personne qui a créé cette clé l’a peut-être.
consumer-not-held-next = Pour avoir une clé qui se copie et se transmet, choisissez la rotation : une autre clé est créée, et celle-ci est révoquée.
consumer-missing-title = Son secret n’est plus dans le trousseau
consumer-missing-text = Il y a été gardé. Le site ne le montre plus, il ne peut donc pas être repris.
consumer-lost-title = Personne n’a son secret
consumer-lost-text = Cette clé a été créée ici, mais son secret s’est perdu avec la réponse. Personne ne l’a.
consumer-paste-pair = J’ai sa paire : la coller…
consumer-remake = La révoquer et la recréer…

## Making it again
remake-title = Recréer « { $name } »
remake-consequence = Cette clé de « { $site } » est révoquée, et une autre de mêmes description, propriétaire et permission prend sa place.
remake-unharmed = Rien ne s’arrête : personne n’a le secret de cette clé.
remake-confirm = La révoquer et la recréer
remake-working = Création…
remake-done = « { $name } » est recréée. Son secret client est dans le trousseau.
remake-done-held = « { $name } » est recréée. Son secret client est dans la mémoire de ce programme jusqu’à ce que le trousseau le prenne.
remake-now-text = La clé est sur le site, mais personne ne peut s’en servir. Saddlebag peut la révoquer et la recréer.

## A new key
consumer-new-title = Nouvelle clé client
consumer-proposed = Livraison — { $name }
consumer-description = Description
consumer-description-help = Les administrateurs du site la voient dans leur liste de clés. Dites à quoi sert la clé.
consumer-description-count = { $count } sur { $limit } caractères
description-fault-blank = La clé a besoin d’une description.
description-fault-too_long = Le site prend au plus { $limit } caractères ; en voici { $count }.
description-fault-zero = Le site prend un « 0 » seul pour une absence de description.
description-fault-markup = Le site change ce qui suit un « < ». Ôtez-le.
consumer-owner-own = Votre propre compte
consumer-owner-other = Un autre utilisateur
consumer-owner-means = Une clé ne peut rien de plus sur le site que son propriétaire.
consumer-owner-only-own = La clé appartient à votre compte : { $label }.
consumer-owner-search = Chercher un utilisateur
consumer-owner-search-help = Saisissez un nom ou une adresse e-mail. Un gestionnaire de boutique ne peut choisir que des clients, et la clé d’un client ne peut pas lire la boutique.
consumer-owner-found = { $count ->
    [0] Personne n’est trouvé.
    [one] { $count } utilisateur est trouvé.
   *[other] { $count } utilisateurs sont trouvés.
}
consumer-owner-searching = Recherche…
consumer-owner-missing = Choisissez l’utilisateur à qui la clé appartiendra.
consumer-permission-help = Les programmes de livraison lisent les commandes et y notent qu’elles sont livrées. Il leur faut Lecture/Écriture.
consumer-create = Créer la clé
consumer-created = « { $name } » est créée et son secret client est dans le trousseau.
consumer-created-held = « { $name } » est créée. Son secret client est dans la mémoire de ce programme jusqu’à ce que le trousseau le prenne.
consumer-once = Le site montre le secret client une seule fois. Saddlebag le met dans le trousseau avant toute autre chose.
consumer-paste-instead = La créer dans votre navigateur et la coller ici
consumer-signed-out = Créer une clé d’ici demande d’être connecté au site. Sans cela, créez-la dans votre navigateur.

## Editing
consumer-edit = Modifier…
consumer-edit-title = Modifier « { $name } »
consumer-edit-same = Clé client et secret client restent les mêmes. Le changement vaut aussitôt.
consumer-edit-less-write = Qui utilise cette clé ne peut plus rien modifier, par exemple l’état d’une commande.
consumer-edit-less-read = Qui utilise cette clé ne peut plus rien lire, par exemple les nouvelles commandes.
consumer-edit-more = Qui a cette clé peut davantage qu’avant.
consumer-edit-save = Enregistrer sur le site
consumer-edit-saving = Enregistrement…
consumer-edited = « { $name } » est modifiée sur le site.
consumer-not-yours = Votre compte ne peut pas modifier cette clé : son propriétaire est { $owner }.
consumer-not-yours-unknown = Votre compte ne peut pas modifier cette clé.
consumer-not-seen = La liste du site n’a pas encore montré cette clé. Connectez-vous et actualisez d’abord ; elle pourra ensuite être modifiée, remplacée ou révoquée.
consumer-gone = Le site n’a plus cette clé.
consumer-acts-text = Choisissez la rotation si quelqu’un utilise cette clé : les deux marchent jusqu’au changement. Révoquez-la quand plus personne ne doit s’en servir.

## Requests of which the outcome is not known
question-owned = { $name }, appartient à { $owner }

## Revoking
revoke = Révoquer…
attention-act-revoke = Révoquer…
revoke-title = Révoquer « { $name } »
revoke-consequence = Qui utilise cette clé de « { $site } » est coupé aussitôt. C’est irréversible.
revoke-holders = Transmise à : { $people }
revoke-no-holders = D’après ce qui est noté ici, personne ne l’a reçue. D’autres s’en servent peut-être.
revoke-last-access = Dernier accès : { $when }
revoke-confirm = Révoquer la clé
revoking = Révocation…
revoked = « { $name } » est révoquée.
revoked-before = « { $name } » n’y était déjà plus : quelqu’un d’autre l’avait révoquée.
revoke-several = Révoquer plusieurs clés…
revoke-several-title = Révoquer plusieurs clés
revoke-several-site = Site
revoke-several-show = Montrer
revoke-several-all = Toutes les clés
revoke-several-unused = Inutilisées depuis longtemps
revoke-several-owner_gone = Propriétaire supprimé
revoke-several-not_held = Secret non détenu ici
revoke-several-select = Choisir toutes celles montrées
revoke-several-none = Aucune clé de cette sorte.
revoke-several-reading = Lecture des clés…
revoke-several-key = Choisir « { $name } »
revoke-several-consequence = { $count ->
    [one] Qui utilise cette clé de « { $site } » est coupé aussitôt. C’est irréversible.
   *[other] Qui utilise l’une de ces { $count } clés de « { $site } » est coupé aussitôt. C’est irréversible.
}
revoke-several-confirm = { $count ->
    [0] Révoquer des clés
    [one] Révoquer { $count } clé
   *[other] Révoquer { $count } clés
}
revoke-several-done = { $count ->
    [0] Aucune clé n’a été révoquée.
    [one] { $count } clé a été révoquée.
   *[other] { $count } clés ont été révoquées.
}
revoke-report-revoked = Révoquées
revoke-report-already_gone = Déjà disparues : quelqu’un d’autre les avait révoquées
revoke-report-not_allowed = Toujours là : votre compte ne peut pas les révoquer
