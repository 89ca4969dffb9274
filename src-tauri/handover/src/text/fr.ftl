# Ce que lisent les destinataires, en français. Mêmes phrases et mêmes emplacements dans chaque langue.
# Les textes cités des extensions restent tels qu’elles les affichent.

date = { $day }/{ $month }/{ $year }
term-identifier = Identifiant
term-secret = Clé secrète
term-api-key = Clé d’API
term-site-url = Adresse du site
term-consumer-key = Clé client
term-consumer-secret = Secret client

## Chaque fiche

sheet-title = Clé de livraison pour { $store }
sheet-subject = { $coop } : clé de livraison pour { $store }
sheet-footer = { $date } · { $sender }, { $coop }
secret-apart = La valeur secrète n’est pas sur cette fiche ; elle vous parvient par une autre voie.
instead = vous parvient par une autre voie
values-heading = Valeurs à saisir
steps-heading = Ce qu’il faut faire
check-heading = Code de contrôle
notes-heading = Si cela ne fonctionne pas

check-text = Il montre que nous avons tous deux la même clé, sans la dire. Dans un terminal, lancez { $command } , collez { $secret }, appuyez sur Entrée : les huit premiers chiffres sont le code (macOS : shasum -a 256). C’est le SHA-256 de { $identifier }, deux-points et { $secret }.
check-text-api-key = Il montre que nous avons tous deux la même clé, sans la dire. Dans un terminal, lancez { $command } , collez la valeur, appuyez sur Entrée : les huit premiers chiffres sont le code (macOS : shasum -a 256). C’est le SHA-256 de la valeur.

note-time-slot = Aucune date de livraison à choisir à la commande : le magasin n’a peut-être pas encore de créneau. Dites-le à { $sender }.
note-no-time-slot = Le magasin n’a pas encore de créneau, donc aucune date de livraison n’est proposée à la commande. { $coop } en choisit un de son côté.
note-401 = 401 invalid_client : { $identifier } et { $secret } ne vont pas ensemble, sont incomplets ou ont été renouvelés. Comparez le code de contrôle.
note-400 = 400 invalid_scope : les valeurs sont justes, mais il manque à la clé le périmètre deliveries. Dites-le à { $sender }.

## WordPress avec WooCommerce, extension CoopCycle 1.1.0

woocommerce-lead = Ces valeurs relient la boutique WooCommerce du magasin { $store } aux livraisons de { $coop }, par l’extension CoopCycle 1.1.0 pour WordPress.
woocommerce-step-1 = Dans WordPress, ouvrez Réglages > CoopCycle.
woocommerce-step-2 = Saisissez Base URL exactement comme ci-dessus, sans barre oblique à la fin.
woocommerce-step-3 = Collez API Key et API Secret, sans espace avant ni après.
woocommerce-step-4 = Cliquez sur Enregistrer les modifications. La page revenue, cliquez une seconde fois : l’extension vérifie les valeurs enregistrées auparavant, seul le second enregistrement dit vrai.
woocommerce-step-5 = Tout fonctionne quand la page affiche : Connecté à l’application « { $app } » (ou Connected to app).
woocommerce-step-6 = Dans WooCommerce > Réglages > Expédition, ajoutez la méthode CoopCycle à la zone des codes postaux que nous livrons.
woocommerce-step-7 = Passez une commande d’essai : une date de livraison y est proposée. Dites ensuite à { $sender } que tout fonctionne.
woocommerce-note-1 = « API credentials are not valid » s’affiche pour bien des raisons. Enregistrez encore une fois ; si le message reste, collez à nouveau les deux valeurs et comparez le code de contrôle ; sinon, il manque peut-être à la clé le périmètre deliveries.
woocommerce-note-2 = « Server is not compatible with CoopCycle » : Base URL est mal saisie, ou votre hébergement n’atteint pas le serveur.

## PrestaShop

prestashop-lead = Ces valeurs relient la boutique PrestaShop du magasin { $store } aux livraisons de { $coop }, par le module CoopCycle.
prestashop-step-1 = Dans la liste des modules, cherchez CoopCycle et ouvrez sa configuration.
prestashop-step-2 = Saisissez URL of CoopCycle server exactement comme ci-dessus, sans barre oblique à la fin.
prestashop-step-3 = Collez API key et API secret, sans espace avant ni après.
prestashop-step-4 = Cliquez sur Sauvegarder. Le module essaie d’abord l’adresse, puis la clé, et ne garde les valeurs que si les deux essais réussissent.
prestashop-step-5 = Tout fonctionne quand aucune erreur ne s’affiche et qu’un transporteur porte le nom de la coopérative. Réglez ses zones et ses prix.
prestashop-step-6 = Passez une commande d’essai avec ce transporteur. Dites ensuite à { $sender } que tout fonctionne.
prestashop-note-1 = « Le serveur … n'est pas compatible » : l’adresse est mal saisie, ou votre hébergement n’atteint pas le serveur. Rien n’a été gardé ; corrigez et sauvegardez à nouveau.
prestashop-note-2 = « Les identifiants ne sont pas valides » : collez à nouveau les deux valeurs et comparez le code de contrôle ; sinon, il manque peut-être à la clé le périmètre deliveries. Rien n’a été gardé.

## Shopify

shopify-lead = Ces valeurs relient la boutique Shopify du magasin { $store } aux livraisons de { $coop }. Elles sont pour qui installe ou écrit l’application entre les deux, dont nous ne connaissons pas les noms de champs.
shopify-step-1 = Cherchez où l’application demande les trois valeurs. Elle appelle peut-être { $identifier } et { $secret } API Key et API Secret.
shopify-step-2 = Saisissez Base URL exactement comme ci-dessus. Gardez { $secret } sur le serveur de l’application, jamais dans le thème ni dans un navigateur.
shopify-step-3 = L’application obtient un jeton : POST { $base }/oauth2/token avec HTTP Basic, grant_type=client_credentials et scope=deliveries. Un jeton dure 3600 s.
shopify-step-4 = Elle envoie chaque requête avec Authorization: Bearer et le jeton. GET { $base }/api/me répond par le nom « { $app } ».
shopify-step-5 = Passez une commande d’essai : l’application l’envoie par POST { $base }/api/deliveries. Dites ensuite à { $sender } que tout fonctionne.

## PHP

php-lead = Ces valeurs permettent à du code PHP du magasin { $store } d’envoyer des livraisons chez { $coop }. Le code ci-dessous ne change rien sur le serveur.
php-step-1 = Mettez { $secret } dans la variable COOPCYCLE_SECRET de votre serveur, jamais dans le code.
php-step-2 = Lancez le code : il affiche le nom « { $app } ». Dites ensuite à { $sender } que tout fonctionne.
php-step-3 = Un jeton dure 3600 s. Gardez-le et réutilisez-le ; il n’y a pas de jeton de rafraîchissement.
php-step-4 = Envoyez les livraisons en JSON par POST { $base }/api/deliveries, avec le même en-tête.

## curl

curl-lead = Ces valeurs permettent d’essayer la clé du magasin { $store } chez { $coop } dans un terminal. Les commandes ne changent rien sur le serveur.
curl-step-1 = Lancez la première ligne, collez la valeur secrète et appuyez sur Entrée. Rien ne s’affiche et rien ne reste dans l’historique.
curl-step-2 = Lancez les autres : la première obtient un jeton pour le périmètre deliveries, valable 3600 s ; la seconde demande qui vous êtes.
curl-step-3 = Tout fonctionne quand la réponse contient le nom « { $app } ». Dites-le ensuite à { $sender }.
curl-step-4 = Fermez le terminal. Ne mettez jamais la valeur secrète dans une adresse ni à la suite d’une commande.
curl-note-1 = « Could not resolve host » ou délai dépassé : Base URL est mal saisie, ou votre réseau n’atteint pas le serveur.

## API seule

api-lead = Ces valeurs permettent à un logiciel du magasin { $store } d’envoyer des livraisons chez { $coop } par HTTP. Les deux requêtes ci-dessous ne changent rien sur le serveur.
api-step-1 = Obtenez un jeton : POST { $base }/oauth2/token, grant client_credentials, scope deliveries, { $identifier } et { $secret } par HTTP Basic.
api-step-2 = Prenez access_token dans la réponse. Il dure 3600 s ; il n’y a pas de jeton de rafraîchissement, demandez-en un autre.
api-step-3 = Envoyez-le à chaque requête : Authorization: Bearer et le jeton. Envoyez aussi Accept: application/json.
api-step-4 = GET { $base }/api/me répond par le nom « { $app } » et le magasin. Dites ensuite à { $sender } que tout fonctionne.
api-step-5 = Créez des livraisons par POST { $base }/api/deliveries. Gardez { $secret } sur votre serveur, jamais dans un navigateur.

## Une clé de type ak_, en une seule valeur

api-key-lead = Cette valeur permet à un logiciel du magasin { $store } de parler avec { $coop } par HTTP.
api-key-step-1 = La valeur commence par ak_. Envoyez-la telle quelle à chaque requête : Authorization: Bearer et la valeur. Il n’y a pas de jeton à obtenir.
api-key-step-php = Mettez-la dans la variable d’environnement COOPCYCLE_SECRET de votre serveur, jamais dans le code.
api-key-step-keep = Gardez-la sur votre serveur, jamais dans une adresse, un navigateur ou un fichier de code.
api-key-step-3 = GET { $base }/api/me répond par le nom « { $app } ». Dites ensuite à { $sender } que tout fonctionne.
api-key-step-4 = Envoyez aussi Accept: application/json. La valeur reste valable jusqu’à ce que { $coop } la remplace.
api-key-note-401 = 401 : la valeur est incomplète ou a été remplacée. Comparez le code de contrôle, puis demandez à { $sender }.
api-key-note-403 = 403 : la valeur est juste, mais n’a pas ce droit. Demandez à { $sender }.

unfit-lead = Cette clé ne convient pas : les extensions de boutique demandent API Key et API Secret, et cette clé est une seule valeur qui commence par ak_.
unfit-step-1 = Ne la saisissez pas dans l’extension : aucun champ n’est fait pour elle.
unfit-step-2 = Demandez à { $sender } une clé du type « OAuth - for WordPress » pour { $store }, avec le périmètre deliveries.
unfit-step-3 = Vous recevrez une autre fiche avec Base URL et API Key, et API Secret par une autre voie.
unfit-step-4 = Ne gardez la valeur ak_ que si un autre de vos logiciels l’utilise, avec Authorization: Bearer.
unfit-note-1 = « API credentials are not valid » : c’est ce qu’une extension affiche pour une valeur ak_, dans quelque champ que ce soit.

## Une clé client d’un site WooCommerce

consumer-title = Clé client pour { $store }
consumer-subject = { $store } : clé client « { $app } »
consumer-footer = { $date } · { $sender }
consumer-lead = La clé « { $app } » ouvre à un logiciel l’API REST de la boutique WooCommerce { $store }. L’exemple n’y change rien.
consumer-may-read = La clé peut lire commandes, produits et clients, et ne peut rien changer.
consumer-may-write = La clé peut faire des changements, et ne peut rien lire.
consumer-may-both = La clé peut lire commandes, produits et clients, et les changer.
consumer-step-https = Envoyez { $identifier } et { $secret } par HTTP Basic, en https seulement, vers des adresses qui commencent par { $base }/wp-json/wc/ . Jamais dans une adresse : elle resterait dans des journaux.
consumer-step-php = Mettez { $identifier } et { $secret } dans les variables d’environnement WC_CONSUMER_KEY et WC_CONSUMER_SECRET de votre serveur, hors du code et de son dépôt.
consumer-step-keep = Gardez les deux en lieu sûr, hors du code et de son dépôt, jamais dans un navigateur.
consumer-step-reads = Essayez l’exemple : tout fonctionne quand la réponse contient countries et currencies. Dites-le ensuite à { $sender }.
consumer-step-writes = Essayez l’exemple : tout fonctionne quand la première réponse contient woocommerce_rest_authentication_error, et la seconde rest_no_route. Dites-le ensuite à { $sender }.
consumer-step-lost = Le site ne montre { $secret } qu’une fois. Perdu ? Demandez une autre paire à { $sender }.
consumer-step-revoke = Clé devenue inutile, ou vue par d’autres ? Dites-le à { $sender } : nous la révoquons aussitôt.
consumer-note-plain = Le site a pour l’instant des permaliens simples, et aucune clé n’y fonctionne tant que cela ne change pas : Réglages > Permaliens, toute structure sauf « Simple ».
consumer-note-view = 401 woocommerce_rest_cannot_view : le site ne connaît pas ou plus la clé, ou elle n’arrive pas. Comparez le code de contrôle.
consumer-note-error = 401 woocommerce_rest_authentication_error : { $secret } est faux, ou ce droit manque.
consumer-note-403 = 403 : le propriétaire de la clé ne peut pas gérer la boutique. Dites-le à { $sender }.
consumer-note-page = Une page web au lieu de JSON : Site URL est mal saisie, ou le site a des permaliens simples.

## Paquets scellés

pack-lead = Ce fichier contient la valeur secrète. Supprimez-le une fois les valeurs saisies.
pack-note = Le fichier « { $file } » est scellé ; tout programme age l’ouvre : age -d -o key.txt { $quoted } . Les mots qu’il demande vous parviennent par une autre voie.

## Lettres

letter-greeting = Bonjour,
letter-intro = nous avons examiné la liaison de votre boutique avec nos livraisons. Voici ce que nous avons trouvé :
letter-intro-store = nous avons examiné la liaison du magasin { $store } avec nos livraisons. Voici ce que nous avons trouvé :
letter-enter = À saisir :
letter-next = Avec l’extension WordPress, enregistrez deux fois : elle vérifie les valeurs enregistrées auparavant. Tout fonctionne quand la page affiche « Connecté à l’application » (ou « Connected to app »). Avec PrestaShop, tout fonctionne quand aucune erreur ne s’affiche.
letter-closing = Dites-nous si cela fonctionne maintenant, ou ce qui s’affiche à la place. Merci, et bien cordialement

cause-white-space = { $field } contient une espace, un retour à la ligne ou un caractère invisible. Videz le champ et collez à nouveau la valeur, sans rien avant ni après.
cause-empty = { $field } est vide. Saisissez la valeur.
cause-halves-swapped = API Key et API Secret sont chacune dans le champ de l’autre. API Key est la valeur courte, de 32 caractères ; API Secret la longue, de 128.
cause-wrong-length = { $field } a { $found } caractères et devrait en avoir { $expected }. Une partie s’est perdue, ou autre chose a été copié : copiez à nouveau la valeur entière.
cause-base-url-slash = { $url } finit par une barre oblique. Saisissez-la sans.
cause-base-url-path = Base URL contient plus que l’adresse du serveur. Retirez tout ce qui suit le nom du serveur.
cause-base-url-http = { $url } commence par http://. Saisissez-la avec https://.
cause-base-url-www = { $url } a un « www. » de trop, ou il lui manque. Saisissez-la exactement comme ci-dessous.
cause-base-url-no-address = { $url } n’est pas une adresse web. Elle commence par https:// et n’a pas d’espace.
cause-redirected = { $url } renvoie vers { $to }, et les extensions ne suivent pas avec une clé. Saisissez l’adresse comme ci-dessous.
cause-certificate = Le certificat du serveur n’est pas reconnu en ce moment. Nous nous en occupons ; il n’y a rien à changer de votre côté, et rien à désactiver.
cause-other-instance = { $identifier } appartient au serveur { $address }, et non à celui de { $url }. Saisissez cette adresse.
cause-unknown-address = { $url } n’est pas l’adresse d’un de nos serveurs.
cause-not-coopcycle = Aucun serveur CoopCycle ne répond à cette Base URL. Cherchez une faute de frappe.
cause-lacks-deliveries = Les valeurs sont justes, mais la clé ne peut pas créer de livraisons : il lui manque le périmètre deliveries, et l’extension affiche alors « API credentials are not valid ». Nous créons une autre clé et vous envoyons ses valeurs.
cause-api-key-instead = Une valeur qui commence par ak_ a été saisie. L’extension demande API Key et API Secret, c’est-à-dire une clé d’un autre type.
cause-opens-another-store = Ces valeurs fonctionnent, mais pour un autre magasin : { $other }. Les commandes arriveraient là-bas. Saisissez les valeurs de votre propre magasin.
cause-renewed = API Secret est une ancienne valeur : elle a été renouvelée depuis. L’actuelle vous parvient par une autre voie.
cause-replaced = API Key et API Secret sont une ancienne paire : les deux ont été remplacées depuis. L’actuelle API Secret vous parvient par une autre voie.
cause-secret-differs = { $secret } n’est pas celle qui va avec cette { $identifier }. Copiez les deux de la même fiche.
cause-unknown-identifier = Le serveur ne connaît pas cette { $identifier }. Cherchez une faute de frappe, et vérifiez qu’elle va avec cette { $url }.
cause-refused = Le serveur n’accepte pas { $identifier } et { $secret }, et ne dit pas pourquoi. Collez à nouveau les deux.
cause-maintenance = Le serveur est en maintenance. Réessayez plus tard ; il n’y a rien à changer.
cause-server-down = Le serveur répond par une erreur. Nous nous en occupons ; il n’y a rien à changer de votre côté.
cause-server-down-status = Le serveur répond par l’erreur { $status }. Nous nous en occupons ; il n’y a rien à changer de votre côté.
cause-unreachable = Nous n’avons pas atteint le serveur nous-mêmes. Réessayez plus tard ; il n’y a rien à changer.
cause-no-time-slot = La clé fonctionne, mais le magasin n’a pas encore de créneau : aucune date de livraison n’est proposée à la commande. Nous en choisissons un de notre côté.
cause-unrestricted = La clé fonctionne, mais elle permet plus que nécessaire. Nous en créons une plus étroite et vous envoyons ses valeurs ; d’ici là, tout continue.
cause-nothing-wrong = D’ici, tout fonctionne avec ces valeurs. Si une erreur s’affiche encore, enregistrez une fois de plus, videz le cache de la boutique, et vérifiez que votre hébergement atteint le serveur.

## Lettres sur un site WooCommerce

lines-apache = Apache, dans le fichier .htaccess du site, au-dessus du bloc de WordPress :
lines-nginx = nginx, à côté des autres lignes fastcgi_param :
lines-wp-config = Dans wp-config.php, au-dessus de la ligne qui dit d’arrêter les modifications :
site-halves-swapped = { $identifier } et { $secret } sont chacun dans le champ de l’autre. { $identifier } commence par ck_, { $secret } par cs_.
site-url-path = { $url } contient plus que l’adresse du site. Saisissez-la exactement comme ci-dessous, sans /wp-admin ni /wp-json.
site-plain-http = Le site répond en http simple, où les clés client ne comptent pas. Installez un certificat, puis saisissez les deux adresses de Réglages > Général avec https://.
site-plain-permalinks = Le site a des permaliens simples, derrière lesquels les clés client ne sont pas reconnues. Dans Réglages > Permaliens, choisissez toute structure sauf « Simple » et enregistrez.
site-header-stripped = Le serveur web garde l’en-tête Authorization pour lui, et les clés client n’arrivent pas au site. Ajoutez la ligne de votre serveur web ; avec Apache 2.4.13 ou plus récent, CGIPassAuth On fait de même.
site-https-hidden = Un proxy termine https devant le site sans le dire à PHP, et en http simple, du moins en apparence, les clés client ne comptent pas. Ajoutez ces lignes, pourvu que le proxy mette toujours lui-même l’en-tête X-Forwarded-Proto.
site-header-or-https = La clé est dans la liste du site, et le site ne la voit pas : le serveur web garde l’en-tête Authorization pour lui, ou un proxy termine https sans le dire à PHP. Ajoutez la ligne de votre serveur web ; si cela ne suffit pas, celles de wp-config.php aussi, pourvu que le proxy mette toujours lui-même l’en-tête X-Forwarded-Proto.
site-revoked = La clé a été révoquée : elle n’est plus dans la liste du site, sous WooCommerce > Réglages > Avancé > API REST. Nous en créons une autre et vous envoyons ses valeurs.
site-not-recognised = Le site ne connaît pas cette { $identifier }, ou ne la reçoit jamais. Collez à nouveau les deux valeurs, et comparez les sept derniers caractères avec la liste sous WooCommerce > Réglages > Avancé > API REST.
site-owner-lacks-right = Les valeurs sont justes, mais le compte auquel appartient la clé ne peut pas gérer la boutique. Dans Comptes (ou Utilisateurs), donnez-lui le rôle « Gestionnaire de boutique » (Shop manager), ou dites-nous pour quel autre compte créer une clé.
site-owner-gone = Le compte auquel appartenait la clé a été supprimé, et la clé n’ouvre plus rien. Nous en créons une autre et vous envoyons ses valeurs.
site-lacks-read = Les valeurs sont justes, mais la clé ne peut pas lire. Sous WooCommerce > Réglages > Avancé > API REST, donnez-lui le droit « Lecture/Écriture » ; ses valeurs restent les mêmes.
site-lacks-write = Les valeurs sont justes, mais la clé ne peut rien changer. Sous WooCommerce > Réglages > Avancé > API REST, donnez-lui le droit « Lecture/Écriture » ; ses valeurs restent les mêmes.
site-not-woocommerce = Aucun WooCommerce ne répond à cette { $url }. Cherchez une faute de frappe, et vérifiez que l’extension WooCommerce est active.
site-rest-closed = Un pare-feu ou une extension ferme les routes REST du site. Laissez passer les requêtes vers /wp-json/wc/, avec leur en-tête Authorization.
site-certificate = Le certificat du site n’est pas reconnu. Renouvelez-le, ou installez-le avec toute sa chaîne ; rien ne doit être désactivé à la place.
site-server-down = Le site répond par une erreur. Son journal en dit plus.
site-server-down-status = Le site répond par l’erreur { $status }. Son journal en dit plus.
site-unreachable = Nous n’avons pas atteint le site. Vérifiez qu’il tourne, et qu’aucun pare-feu n’écarte les requêtes.
site-nothing-wrong = D’ici, tout fonctionne avec ces valeurs. Si une erreur s’affiche encore, vérifiez que votre logiciel les envoie par HTTP Basic, en https et vers des adresses qui commencent par /wp-json/wc/ .
