# Lignes pour le serveur web d’un site, et la demande avec la clé dans l’adresse.

lines-title = Lignes à ajouter
lines-text = Envoyez-les à qui s’occupe du serveur web du site.
lines-text-one-of = Une seule de ces variantes convient au site. Qui s’occupe de son serveur web sait laquelle.
lines-apache = Apache
    .where = Dans le fichier .htaccess du dossier principal du site, au-dessus de tout ce qui s’y trouve.
lines-nginx = nginx
    .where = Dans le bloc du site qui confie ses pages à PHP ; puis rechargez les réglages de nginx.
lines-wp_config = wp-config.php
    .where = Dans le fichier wp-config.php du site, au-dessus de la ligne qui dit d’arrêter les modifications.
lines-copy = Copier
lines-copy-of = Copier les lignes pour { $server }
lines-copied = Les lignes sont copiées.
lines-copied-short = Copiées
lines-by-hand = Le presse-papiers ne les a pas prises. Elles sont sélectionnées : copiez-les à la main.
probe-text = Saddlebag demande encore une fois, en https, avec la clé client et le secret client dans l’adresse au lieu de l’en-tête. Si la clé compte ainsi, c’est que le serveur web garde l’en-tête pour lui.
probe-risk = Le serveur web peut écrire cette adresse dans son journal, avec les deux moitiés de la clé. Remplacez ensuite la clé par une rotation.
probe-confirm = Demander avec la clé dans l’adresse
probe-asking = Demande…
probe-after = Le journal du site contient peut-être les deux moitiés de cette clé. Remplacez-la par une rotation une fois la cause réparée.
probe-rotate = Rotation…
