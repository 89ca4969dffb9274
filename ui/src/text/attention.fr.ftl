# Ce qui demande quelqu’un.

attention-text = Ce qui ne fonctionne pas, ou bientôt plus, avec chaque fois la suite à donner.
attention-show = Afficher
attention-everything = Tout
attention-option = { $what } · { $count }
attention-put-off-list = Remis à plus tard · { $count }
attention-due-list = Ce qui est dû
attention-put-off-heading = Remis à plus tard
attention-more = { $count ->
    [one] En afficher 1 de plus
   *[other] En afficher { $count } de plus
}
attention-since = depuis le { $when }
attention-menu = Remettre à plus tard : { $name }
attention-for-day = Remettre d’un jour
attention-for-week = Remettre d’une semaine
attention-for-month = Remettre d’un mois
attention-dismiss = Écarter pour de bon
attention-put-off-said = « { $name } » est remis au { $when }.
attention-dismissed-said = « { $name } » est écarté.
attention-taken-up-said = « { $name } » est de nouveau dû.
attention-until = jusqu’au { $when }
attention-dismissed = écarté pour de bon
attention-take-up = Reprendre
empty-attention = Rien ne demande votre attention.
empty-attention-kind = Rien de ce genre ne demande votre attention.
empty-put-off = Rien n’est remis à plus tard.

## Genres : titre, et ce qui ne va pas en une phrase
attention-key_trouble = Clés qui ne fonctionnent pas
    .what = Elle ne fonctionne pas :
attention-secret_not_stored = Clés secrètes absentes du trousseau
    .what = Sa clé secrète n’est pas dans le trousseau de cet ordinateur.
attention-unrestricted = Clés qui peuvent tout faire
    .what = Elle n’a aucun périmètre : elle peut tout faire.
attention-every_order = Clés qui voient toutes les commandes
    .what = Toutes les commandes ou tâches de la coopérative lui sont ouvertes.
attention-holder_left = Clés de personnes parties
    .what = Quelqu’un qui est parti détient encore sa clé secrète.
attention-rotation_open = Rotations inachevées
    .what = Elle est en cours de remplacement, et ce n’est pas fini.
attention-never_handed_over = Clés jamais transmises
    .what = Elle a été créée ici, et personne ne l’a reçue.
attention-not_confirmed = Transmissions non confirmées
    .what = Elle a été transmise, et personne n’a dit qu’elle fonctionne.
attention-old = Clés secrètes anciennes
    .what = Sa clé secrète est plus ancienne que ne le veulent les réglages.
attention-no_time_slot = Magasins sans créneau horaire
    .what = Le choix de date de son extension de boutique reste vide.
attention-store_without_key = Magasins sans clé
    .what = Il n’a pas de clé : sa boutique ne peut pas envoyer de commandes.
attention-draft_waiting = Brouillons en attente
    .what = Il attend d’être envoyé.

## Suites
attention-act-diagnose = Diagnostiquer…
attention-act-refresh = Actualiser
attention-act-rotate = Rotation…
attention-act-continue = Poursuivre…
attention-act-hand-over = Transmettre…
attention-act-confirmed = Confirmée
attention-act-time-slot = Choisir un créneau…
attention-act-new-key = Nouvelle clé…
attention-act-drafts = Aux brouillons
attention-act-of = { $act } { $name }
attention-confirmed-said = Noté : « { $name } » fonctionne chez { $person }.
attention-open = Afficher { $name }
