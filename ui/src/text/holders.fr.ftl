# Qui détient quoi.

rail-handed-over = Transmises
holders-text = Qui détient quelle clé, d’après chaque transmission notée ici.
holders-search = Chercher des personnes et des clés
holders-none = Aucune clé n’a encore été transmise. Choisissez une clé, puis « Transmettre… ».
holders-no-match = Personne et aucune clé ne correspond à « { $text } ».
holder-still = { $count ->
    [0] ne détient plus aucune clé
    [one] détient encore 1 clé
   *[other] détient encore { $count } clés
}
holder-left = Est parti
holder-left-of = Est parti : { $person }
holder-left-when = départ noté { $when }
holder-left-said = Le départ de { $person } est noté.
holder-back-said = { $person } est de nouveau là.
holder-rotate-title = { $count ->
    [one] { $person } peut encore utiliser cette clé. Faites-en la rotation :
   *[other] { $person } peut encore utiliser ces clés. Faites-en la rotation :
}
holder-rotate-text = « À vérifier » les montre jusqu’à leur rotation.
holder-nothing = Aucune rotation ne reste à faire.
holder-rotate = Rotation…
holder-rotate-of = Rotation : { $subject }
holder-show = Afficher la clé { $subject }
