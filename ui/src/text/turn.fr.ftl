# Copier l’URL de base, l’identifiant et la clé secrète tour à tour.

turn-start = Copier tour à tour
turn-help = URL de base, identifiant et clé secrète, l’un après l’autre ({ $keys })
turn-place = { $place } sur { $of }
turn-now = { $what } : dans le presse-papiers · ensuite : { $next }
turn-last = { $what } : dans le presse-papiers · c’était la dernière valeur
turn-subject = « { $subject } »
turn-next = Suite : copier { $what }
turn-stop = Arrêter
turn-done = Terminé
turn-stopped-said = La copie tour à tour est finie.
shortcut-turn = Copier tour à tour, puis passer à la valeur suivante
