# Problèmes des sites WooCommerce : ce qui s’est passé, ce qui est intact, que faire.

problem-not_wordpress = Un site répond à { $host }, mais pas WordPress.
    .unharmed = Aucun mot de passe n’a été envoyé.
    .next = Saisissez l’adresse de la boutique, avec son dossier si elle en a un, par exemple shop.example/boutique.
problem-not_woocommerce = WordPress répond à { $host }, mais WooCommerce n’y est pas actif.
    .unharmed = Aucun mot de passe n’a été envoyé.
    .next = Vérifiez l’adresse auprès de la boutique. Si elle est dans un dossier, il faut l’indiquer, par exemple shop.example/boutique.
problem-no_login_page = { $host } n’a pas de page de connexion à l’adresse habituelle : elle a été déplacée.
    .unharmed = Aucun mot de passe n’a été envoyé.
    .next = Demandez l’adresse de la page de connexion à qui s’occupe du site, et saisissez-la sous « La page de connexion est à une autre adresse ». Ou continuez sans vous connecter : créez la clé dans votre navigateur et collez-la ici.
problem-login_elsewhere = Cette page de connexion est celle d’un autre site.
    .unharmed = Rien n’a été envoyé à cet autre site.
    .next = Saisissez la page de connexion du même site.
problem-single_sign_on = { $host } passe par un autre service pour la connexion et n’a pas de mot de passe à lui.
    .unharmed = Vous n’êtes pas connecté, et rien n’a changé.
    .next = Continuez sans vous connecter : créez la clé dans votre navigateur, où vous êtes connecté, et collez-la ici.
problem-captcha = La page de connexion de { $host } demande la preuve qu’une personne se connecte, ce que seul un navigateur peut donner.
    .unharmed = Vous n’êtes pas connecté, et rien n’a changé.
    .next = Continuez sans vous connecter : créez la clé dans votre navigateur et collez-la ici.
problem-site_blocked = Quelque chose bloque devant { $host }, avec la réponse { $status } : un pare-feu, ou une limite de tentatives.
    .unharmed = Tout ce qui est gardé ici est intact.
    .next = Attendez un peu avant de réessayer, ou demandez à qui s’occupe du site de vous laisser passer. Une clé peut aussi être créée dans votre navigateur et collée ici.
problem-sign_in_refused = { $said ->
    [no] { $host } refuse la connexion, sans dire pourquoi.
   *[yes] { $host } refuse la connexion. Dans ses propres mots : « { $message } »
}
    .unharmed = Rien n’a changé.
    .next = Saisissez de nouveau nom et mot de passe. Certains sites bloquent après plusieurs essais.
problem-unknown_second_factor = { $host } demande une seconde étape que Saddlebag ne connaît pas.
    .unharmed = Vous n’êtes pas connecté, et rien n’a changé.
    .next = Continuez sans vous connecter : créez la clé dans votre navigateur, où vous pouvez faire cette étape, et collez-la ici.
problem-no_site_right = Ce compte ne peut pas gérer WooCommerce sur { $host }.
    .unharmed = Tout ce qui est gardé ici peut être trouvé et copié.
    .next = Les rôles Administrateur et Gestionnaire de boutique le peuvent. Demandez l’un des deux à un administrateur du site, ou connectez-vous avec un autre compte.
problem-not_your_key = Le compte connecté ne peut pas modifier cette clé.
    .unharmed = La clé est comme avant.
    .next = Adressez-vous à un administrateur du site. Un gestionnaire de boutique peut modifier ses propres clés, celles des clients et celles de comptes supprimés.
problem-site_says = { $said ->
    [no] { $host } refuse, sans dire pourquoi.
   *[yes] { $host } refuse. Dans ses propres mots : « { $message } »
}
    .unharmed = Ce qui était là avant n’a pas changé.
    .next = Corrigez ce qui est indiqué, puis réessayez.
problem-rest_closed = L’API REST de { $host } est fermée, avec la réponse { $status } : par un pare-feu ou une extension.
    .unharmed = Rien n’a changé. Aucune clé n’y fonctionne tant qu’elle est fermée.
    .next = Demandez à qui s’occupe du site de laisser passer les adresses en /wp-json/wc/, puis réessayez.
problem-description_changed = Le site ne garderait pas cette description telle qu’elle est saisie.
    .unharmed = Rien n’a été envoyé.
    .next = Retirez le signe < et ne saisissez pas un 0 seul.
problem-secret_never_seen = La clé a été créée, mais son secret s’est perdu avec la réponse : personne ne l’a, et le site ne le montrera plus.
    .unharmed = Rien n’a été créé deux fois, et les autres clés sont intactes.
    .next = Révoquez-la et créez-la de nouveau.
problem-no_consumer_key = Ce n’est pas une clé client (Consumer key).
    .unharmed = Rien n’a été envoyé ni gardé.
    .next = Collez en entier la valeur qui commence par ck_ : 43 caractères.
problem-no_consumer_secret = Ce n’est pas un secret client (Consumer secret).
    .unharmed = Rien n’a été envoyé ni gardé.
    .next = Collez en entier la valeur qui commence par cs_ : 43 caractères.
problem-pair_not_accepted = Le site a été interrogé, et la paire collée ne fonctionne pas. Résultat : { $status }
    .unharmed = Rien n’a été gardé, et ce que vous avez collé est toujours là.
    .next = Copiez de nouveau les deux valeurs depuis la page du site, ou gardez la paire quand même.
problem-pair_known = Cette paire est déjà ici.
    .unharmed = Rien n’a été gardé deux fois.
    .next = Regardez la clé qui la contient.
problem-wrong_key_type = Cela ne se fait pas avec une clé de ce type.
    .unharmed = Rien n’a changé.
    .next = Revenez à la clé.
problem-site_plain_http = { $host } répond en http simple, où d’autres peuvent lire au passage, et WooCommerce n’y regarde aucune clé.
    .unharmed = Aucune clé n’a été envoyée.
    .next = Demandez à qui s’occupe du site d’activer https, puis connectez-vous avec https://.
site-problem-secret_not_stored = Le trousseau n’a pas ce secret.
    .unharmed = La clé existe toujours sur le site.
    .next = Le site ne montre plus jamais un secret. Créez une autre clé à sa place, transmettez-la, puis révoquez celle-ci.
site-problem-secret_changed = Un autre programme a changé ce secret dans le trousseau.
    .unharmed = Il n’a pas été transmis. La clé du site est intacte.
    .next = Le site ne montre plus jamais un secret. Créez une autre clé à sa place, transmettez-la, puis révoquez celle-ci.
site-problem-reply_lost = { $host } a été interrogé, mais sa réponse s’est perdue.
    .unharmed = Rien n’a été fait deux fois.
    .next = Actualisez : Saddlebag voit alors ce que le site a fait. Une clé dont le secret s’est perdu avec la réponse peut être révoquée et recréée.
site-problem-name_blank = La description est vide.
    .unharmed = Rien n’a été envoyé.
    .next = Saisissez une description.
site-problem-name_too_long = La description dépasse { $limit } caractères.
    .unharmed = Rien n’a été envoyé.
    .next = Raccourcissez-la.
act-guide = Continuer sans se connecter
act-show_key = Afficher cette clé
