# Remplacer une clé par une deuxième.

rotation = Rotation
rotate = Rotation…
renew-or-rotate = Renouvelez si quelqu’un connaît peut-être la clé secrète à tort : la boutique s’arrête jusqu’à ce qu’elle ait la nouvelle. Choisissez la rotation s’il n’y a pas urgence : les deux clés marchent jusqu’à ce que le commerce ait changé.
rotate-api-key = Renouveler ne change pas une valeur ak_. La rotation crée une deuxième clé et montre comment retirer celle-ci.
rotate-not-seen = Elle vient d’un fichier, et n’a pas encore été vue sur le serveur. Actualisez d’abord ; elle pourra alors être renouvelée ou remplacée.
rotate-not-store-gone = Le serveur n’a plus son magasin : il n’y a plus de commerce pour qui la remplacer.
rotation-replaced-by = En cours de remplacement par « { $name } »
rotation-replaced-soon = En cours de remplacement ; la nouvelle clé n’est pas encore créée
rotation-replaces = Remplace « { $name } »
rotation-next = Ensuite : { $step }

## La fenêtre
rotation-title = Rotation : « { $name } »
rotation-what = Une deuxième clé prend la place de celle-ci, sans que « { $shop } » s’arrête un instant :
rotation-what-make = Une deuxième clé est créée pour le même magasin.
rotation-what-hand-over = Vous la transmettez. En attendant, les deux clés marchent.
rotation-what-retire = Une fois la nouvelle vue en marche, celle-ci est retirée : sa clé secrète est renouvelée, et elle n’ouvre plus rien.
rotation-what-retire-api-key = Une fois la nouvelle vue en marche, celle-ci est retirée sur sa page du serveur, et elle n’ouvre plus rien.
rotation-what-archive = Cette clé va dans les archives d’ici.
rotation-pause = Commencer ne change rien sur le serveur. Vous pouvez fermer à chaque étape, et même quitter le programme : tout reprend où vous en étiez.
rotation-begin = Commencer
rotation-later = Plus tard
rotation-later-text = Ce qui est fait est gardé.
rotation-steps = Étapes
rotation-step-make_key = Créer
rotation-step-hand_over = Transmettre
rotation-step-await_use = En usage
rotation-step-retire = Retirer
rotation-step-archive = Archiver
rotation-state-done = fait
rotation-state-now = maintenant
rotation-state-later = plus tard
rotation-title-make_key = Créer la nouvelle clé
rotation-title-hand_over = Transmettre la nouvelle clé
rotation-title-await_use = Attendre que la nouvelle clé serve
rotation-title-retire = Retirer l’ancienne clé
rotation-title-archive = Archiver l’ancienne clé
rotation-title-done = La rotation est terminée

## Ce qui marche
rotation-live = Ce qui marche maintenant
rotation-old = Ancienne clé
rotation-new = Nouvelle clé
rotation-state = État :
rotation-old-live = En marche
    .means = Qui l’utilise continue de fonctionner.
rotation-old-dead = Hors d’usage
    .means = { $type ->
        [consumer] Qui l’utilise n’atteint pas la boutique.
       *[other] Qui l’utilise n’atteint pas le magasin.
    }
rotation-old-retired = Retirée
    .means = Ce qui en a été transmis n’ouvre plus rien.
rotation-new-live = En marche
    .means = { $type ->
        [consumer] Le site l’accepte.
       *[other] Elle ouvre le magasin.
    }
rotation-new-not-yet = Pas encore en marche
rotation-new-none = Pas encore créée

## Les étapes
rotation-make-text = Elle est créée pour le même magasin, et vérifiée aussitôt. L’ancienne clé continue de fonctionner.
rotation-scopes = Elle a le périmètre qu’il lui faut : { $scopes }.
rotation-scopes-choose = L’ancienne clé peut tout faire. Choisissez ce qu’il faut à la nouvelle.
rotation-make = Créer la nouvelle clé
rotation-made = « { $name } » est créée.
rotation-hand-over-text = { $type ->
    [consumer] Donnez « { $name } » à la personne qui s’occupe du programme qui utilise l’ancienne clé. Celle-ci continue de fonctionner.
   *[other] Donnez « { $name } » à la personne qui s’occupe du site du commerce. L’ancienne clé continue de fonctionner.
}
rotation-hand-over = Transmettre…
rotation-unsure = On ne sait pas si la nouvelle clé fonctionne. Vérifiez-la avant de la transmettre.
rotation-check = Vérifier la nouvelle clé
rotation-handed-over = Transmission : { $when }.
rotation-await-text = L’ancienne clé n’est retirée qu’une fois la nouvelle en usage, sans quoi la boutique s’arrêterait.
rotation-confirm = La personne dit que ça marche
rotation-look = Chercher une première livraison
rotation-looking = Recherche…
rotation-look-help = Demande au serveur si « { $store } » a eu une livraison depuis la transmission. Il ne dit pas avec quelle clé.
rotation-delivery-seen = Une livraison est arrivée depuis la transmission.
rotation-none-seen = Pas encore de livraison de « { $store } » depuis la transmission.
rotation-none-ask = Demandez à la personne si l’extension montre la nouvelle clé comme connectée.
rotation-none-later = Cherchez de nouveau plus tard : cette étape attend, et les deux clés marchent.
rotation-none-again = Peut-être n’est-elle pas arrivée.
rotation-hand-again = La transmettre de nouveau…
rotation-seen-confirmed = La personne a dit que la nouvelle clé marche ({ $when }).
rotation-seen-delivery = Une livraison est arrivée depuis la transmission (vue { $when }).
rotation-retire-consequence = La clé secrète de l’ancienne clé est renouvelée sur le serveur et donnée à personne. Qui l’utilise encore chez « { $name } » n’a plus accès. C’est irréversible.
rotation-retire = Retirer l’ancienne clé
rotation-retiring = Retrait…
rotation-retired = L’ancienne clé est retirée.
rotation-ak-text = Renouveler ne change pas une valeur ak_. Le serveur la remplace quand la page de son application y est enregistrée :
rotation-ak-open = Ouvrir la page de l’application sur le serveur
rotation-ak-save = Enregistrez cette page une fois, sans rien y changer. Cela remplace la valeur aussitôt.
rotation-ak-back = Revenez ici et dites-le. Saddlebag compare les valeurs.
rotation-ak-consequence = Qui utilise encore l’ancienne valeur chez « { $name } » n’a plus accès. C’est irréversible.
rotation-ak-saved = Je l’ai enregistrée
rotation-archive-text = L’ancienne clé n’ouvre plus rien. Les archives la mettent hors de vue ici ; rien d’autre ne change sur le serveur.
rotation-finish = L’archiver et terminer
rotation-done-text = « { $name } » a pris la place de « { $old } », qui est dans les archives.

## Abandonner
rotation-give-up = Abandonner…
rotation-give-up-nothing = Aucune deuxième clé n’a été créée. L’ancienne reste comme elle est.
rotation-give-up-both = Les deux clés restent, comme elles sont. La nouvelle est alors une clé comme les autres.
rotation-give-up-retired = Les deux clés restent. L’ancienne reste retirée et n’est pas archivée.
rotation-give-up-confirm = Abandonner la rotation
rotation-keep-on = Continuer la rotation
rotation-given-up = La rotation est abandonnée. Aucune clé n’a été enlevée.

## Keys of a site
rotation-what-make-site = Une deuxième clé est créée sur le site, avec les mêmes propriétaire et permission.
rotation-what-retire-site = Une fois la nouvelle vue en usage et celle-ci au repos, celle-ci est révoquée.
rotation-make-text-site = Elle est créée pour le même propriétaire, et vérifiée aussitôt. L’ancienne clé continue de fonctionner.
rotation-permission = Elle reçoit la même permission : { $permission }.
rotation-await-text-site = L’ancienne clé n’est révoquée qu’une fois la nouvelle en usage, sans quoi ses programmes s’arrêteraient.
rotation-look-access = Regarder le dernier accès
rotation-look-access-help = Lit la liste du site : si la nouvelle clé a servi depuis la transmission, et si l’ancienne est au repos. Les vérifications de Saddlebag ne comptent pas.
rotation-access-seen = La nouvelle clé a servi depuis la transmission.
rotation-no-access = La nouvelle clé n’a pas encore servi depuis la transmission.
rotation-no-access-ask = Demandez à la personne si la nouvelle clé est saisie dans le programme.
rotation-still-used = L’ancienne clé a servi depuis la transmission de la nouvelle : quelqu’un en a encore besoin. Cette personne n’est pas passée partout à la nouvelle clé.
rotation-old-rests = L’ancienne clé n’a pas servi depuis la transmission de la nouvelle.
rotation-revoke-consequence = L’ancienne clé de « { $site } » est révoquée sur le site. Qui l’utilise encore est coupé aussitôt. C’est irréversible.
rotation-revoke = Révoquer l’ancienne clé
