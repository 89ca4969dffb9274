# Sites WooCommerce : s’y relier, avec et sans connexion, et ce qui s’en dit.

## Premier démarrage
card-site = Ajouter un site WooCommerce
card-site-text = Le WordPress d’un commerce, où se créent ses clés client.

## Que relier
connect-kind = Que relier
connect-kind-co_op = CoopCycle
connect-kind-co_op-text = le serveur de votre coopérative, avec ses magasins et ses clés
connect-kind-site = Site WooCommerce
connect-kind-site-text = le site d’un commerce, avec ses clés client

## Un site
site-title = Se connecter à un site WooCommerce
site-address = Adresse du site
site-address-help = Comme dans un navigateur, avec le dossier si la boutique en a un. Une page d’administration collée convient aussi.
site-found-known = Ce site est déjà dans votre liste. Se reconnecter garde toutes les fiches.
site-versions = WooCommerce { $woocommerce } · WordPress { $wordpress }
site-version-unknown = de version inconnue
site-kind = Site WooCommerce
site-kind-practice = Boutique d’entraînement
site-permalinks-pretty = permaliens lisibles
site-permalinks-plain = permaliens simples
site-plain-permalinks = Ce site a des permaliens simples. Des clés peuvent y être créées et gardées, mais derrière des permaliens simples WooCommerce n’en reconnaît aucune. Dans WordPress, sous Réglages → Permaliens, n’importe quelle structure sauf « Simple » y remédie ; le réglage s’ouvre depuis le menu de la connexion.
site-plain-http = Ce site répond en http simple, où WooCommerce ne regarde aucune clé. Il n’est accessible que parce qu’il est sur cet ordinateur.
site-login-moved = La page de connexion est à une autre adresse
site-login-address = Adresse de la page de connexion
site-login-help = Certains sites la déplacent, par exemple vers shop.example/notre-porte. Elle doit être sur le même site.
site-username = Identifiant ou e-mail
site-password = Mot de passe WordPress
site-password-help = Utilisé une fois pour se connecter. Il n’est jamais gardé. Un mot de passe d’application n’ouvre pas les pages des clés.
site-guide-text = Un captcha, une authentification unique, ou vous préférez ne pas saisir le mot de passe ici ?
site-guide-act = Créer la clé dans le navigateur et la coller…
site-guide-hidden = Un navigateur passe peut-être là où Saddlebag ne passe pas.
site-guide-sure = Si vous savez que c’est une boutique WooCommerce, quelque chose devant elle la cache aux programmes.
site-no-right = « { $username } » est connecté, mais ne peut pas gérer WooCommerce.
site-no-right-next = Les rôles Administrateur et Gestionnaire de boutique le peuvent. Sans l’un d’eux, le site ne montre ni ne crée de clés ; les clés déjà sur cet ordinateur peuvent être trouvées, copiées et vérifiées. Adressez-vous à un administrateur du site, puis reconnectez-vous.
site-code-mail = Code reçu par e-mail
    .help = Le site l’a envoyé à l’adresse du compte.
    .new = Le site n’envoie un nouveau code qu’à une nouvelle connexion.
site-code-app = Code de l’application
    .help = L’application d’authentification de votre téléphone l’affiche pour ce site.
    .new = L’application affiche un autre code toutes les trente secondes. Si aucun n’est accepté, recommencez.
site-code-backup = Code de secours
    .help = Un des codes gardés à la mise en place de la seconde étape. Chacun ne sert qu’une fois.
    .new = Si aucun code n’est accepté, recommencez.
site-code-other = Code
    .help = Le site demande une seconde étape. Saisissez le code qu’il vous a donné.
    .new = Si aucun code n’est accepté, recommencez.

## Sans se connecter
paste-title = Ajouter une clé de { $name } depuis le navigateur
paste-text = Personne ne se connecte d’ici : vous créez la clé là où vous êtes déjà connecté, et vous la collez.
paste-step-make = Créez la clé sur le site
paste-what = Sous WooCommerce → Réglages → Avancé → API REST → Ajouter une clé. Saisissez-y :
paste-description = Description
paste-user = Utilisateur
paste-user-value = votre propre compte, ou un autre qui peut gérer WooCommerce
paste-permissions = Permissions
paste-permissions-value = « Lecture/Écriture », pour lire les commandes et les marquer comme livrées
paste-generate = Cliquez sur « Générer une clé d’API » et laissez cette page ouverte : le site ne montre les deux valeurs que cette fois.
paste-open-new = Ouvrir la page dans le navigateur
paste-open-keys = Plutôt la liste des clés
paste-opened = La page est ouverte dans votre navigateur.
paste-step-values = Collez les deux valeurs
paste-both = L’une après l’autre, ou les deux à la fois dans n’importe quel ordre : chacune va dans son champ.
paste-filled-both = Les deux valeurs sont remplies.
paste-filled-key = La clé client est remplie.
paste-filled-secret = Le secret client est rempli.
paste-not-key = Elle commence par ck_ et compte 43 caractères.
paste-not-secret = Il commence par cs_ et compte 43 caractères.
paste-show-secret = Afficher le secret client
paste-hide-secret = Masquer le secret client
paste-step-name = Nommez-la
paste-name = Nom ici
paste-name-help = En attendant que la liste du site donne la description de la clé.
paste-proposed = Livraisons CoopCycle
paste-check = Vérifier et garder
paste-checking = Le site est interrogé…
paste-anyway = La garder quand même
paste-kept = « { $name } » est gardée. Son secret est dans le trousseau.
paste-kept-held = « { $name } » est gardée. Le trousseau n’a pas pris son secret : il est en mémoire dans ce programme en attendant.
paste-found = Résultat de la vérification :
paste-forget-browser = La page du navigateur peut être fermée maintenant.
paste-show = Afficher la clé
paste-another = En coller une autre

## Un site parmi les connexions
menu-paste-key = Coller une clé…
menu-site-keys = Ouvrir ses clés dans le navigateur
menu-site-permalinks = Ouvrir le réglage des permaliens
site-opened = La page est ouverte dans votre navigateur.
session-no-right = sans droit aux clés
session-no-sign-in = non connecté
session-practice-shop = entraînement
notice-site-signed-out = Vous n’êtes pas connecté à { $name } : sa liste de clés n’est pas lue. Les clés gardées ici peuvent être trouvées, copiées et vérifiées, et d’autres peuvent être collées.
notice-site-no-right = « { $username } » ne peut pas gérer WooCommerce sur { $name } : ses clés ne peuvent être ni listées, ni créées, ni révoquées. Les rôles Administrateur et Gestionnaire de boutique le peuvent. Les clés gardées ici peuvent être trouvées, copiées et vérifiées.
empty-site = Il n’y a pas encore de clé de { $name } ici. Sa liste n’est pas lue sans une connexion qui peut gérer WooCommerce ; une clé créée dans le navigateur peut être collée.
disconnect-site = Le site ne montre plus jamais ces secrets client : une clé dont personne n’a copié le secret est perdue.
held-banner-site = { $count ->
    [one] { $count } nouveau secret est seulement en mémoire : le trousseau ne l’a pas pris. Un site WooCommerce ne montre plus jamais un secret : gardez Saddlebag ouvert jusqu’à ce que le trousseau le prenne.
   *[other] { $count } nouveaux secrets sont seulement en mémoire : le trousseau ne les a pas pris. Un site WooCommerce ne montre plus jamais un secret : gardez Saddlebag ouvert jusqu’à ce que le trousseau les prenne.
}
practice-shop-banner = Clé d’entraînement. Elle n’ouvre que la boutique d’entraînement de cet ordinateur.
