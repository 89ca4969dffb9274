# Vérifier beaucoup de clés à la fois.

check-all = Vérifier toutes les clés
check-all-of = Vérifier les clés de { $name }
check-all-begins = Vérification des clés…
check-all-progress = Vérification des clés · { $done } sur { $total }
check-all-progress-of = Vérification des clés de { $name } · { $done } sur { $total }
check-all-stop = Arrêter
check-all-stopping = Arrêt après la clé en cours…
check-all-done = { $count ->
    [0] Aucune clé n’a pu être vérifiée
    [one] 1 clé vérifiée
   *[other] { $count } clés vérifiées
}
check-all-stopped = { $count ->
    [0] Arrêtée avant la première clé
    [one] Arrêtée après 1 clé
   *[other] Arrêtée après { $count } clés
}
check-all-works = { $count ->
    [one] ✓ 1 fonctionne
   *[other] ✓ { $count } fonctionnent
}
check-all-trouble = { $count ->
    [one] ▲ 1 a un problème
   *[other] ▲ { $count } ont un problème
}
check-all-without = { $count ->
    [one] ◇ 1 sans sa clé secrète ici
   *[other] ◇ { $count } sans leur clé secrète ici
}
check-all-unreached = ◐ non joint : { $names }
toolbar-more = Plus
status-before = Auparavant :
diagnose = Diagnostiquer…
