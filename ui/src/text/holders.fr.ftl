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
    [one] { $person } peut encore utiliser cette clé. À remplacer :
   *[other] { $person } peut encore utiliser ces clés. À remplacer :
}
holder-rotate-text = « À vérifier » les montre jusqu’à leur remplacement.
holder-nothing = Rien ne reste à remplacer.
holder-rotate = Remplacer…
holder-rotate-of = Remplacer { $subject }
holder-show = Afficher la clé { $subject }
