# El que llegeixen els destinataris, en català. Les mateixes frases amb els mateixos buits en cada llengua.
# Els textos citats dels connectors queden com ells els mostren.

date = { $day }/{ $month }/{ $year }
term-identifier = Identificador
term-secret = Clau secreta
term-api-key = Clau d’API
term-site-url = Adreça del lloc
term-consumer-key = Clau del client
term-consumer-secret = Secret del client

## Cada full

sheet-title = Clau de repartiment per a { $store }
sheet-subject = { $coop }: clau de repartiment per a { $store }
sheet-footer = { $date } · { $sender }, { $coop }
secret-apart = El valor secret no és en aquest full; us arriba per una altra via.
instead = us arriba per una altra via
values-heading = Valors per introduir
steps-heading = Què cal fer
check-heading = Codi de control
notes-heading = Si no funciona

check-text = Mostra que tots dos tenim la mateixa clau, sense dir-la. En un terminal, executeu { $command } , enganxeu { $secret } i premeu Retorn: les vuit primeres xifres són el codi (macOS: shasum -a 256). És el SHA-256 de { $identifier }, dos punts i { $secret }.
check-text-api-key = Mostra que tots dos tenim la mateixa clau, sense dir-la. En un terminal, executeu { $command } , enganxeu el valor i premeu Retorn: les vuit primeres xifres són el codi (macOS: shasum -a 256). És el SHA-256 del valor.

note-time-slot = No hi ha cap data de lliurament per triar en la compra: potser la botiga encara no té franja horària. Digueu-ho a { $sender }.
note-no-time-slot = La botiga encara no té franja horària, i per això no hi ha cap data de lliurament per triar en la compra. { $coop } en tria una per la seva banda.
note-401 = 401 invalid_client: { $identifier } i { $secret } no van junts, estan tallats o s’han renovat. Compareu el codi de control.
note-400 = 400 invalid_scope: els valors són correctes, però a la clau li falta el permís deliveries. Digueu-ho a { $sender }.

## WordPress amb WooCommerce, connector CoopCycle 1.1.0

woocommerce-lead = Aquests valors connecten la botiga WooCommerce de { $store } amb el repartiment de { $coop }, mitjançant el connector CoopCycle 1.1.0 per a WordPress.
woocommerce-step-1 = Al WordPress, obriu Configuració > CoopCycle.
woocommerce-step-2 = Introduïu Base URL exactament com a dalt, sense barra al final.
woocommerce-step-3 = Enganxeu API Key i API Secret, sense espais abans ni després.
woocommerce-step-4 = Premeu Desa els canvis. Quan torni la pàgina, premeu-ho una segona vegada: el connector comprova els valors desats abans, i només la segona vegada diu la veritat.
woocommerce-step-5 = Funciona quan la pàgina diu: Connected to app "{ $app }".
woocommerce-step-6 = A WooCommerce > Configuració > Enviament, afegiu el mètode CoopCycle a la zona dels codis postals on repartim.
woocommerce-step-7 = Feu una comanda de prova: la compra ofereix una data de lliurament. Després, digueu a { $sender } que funciona.
woocommerce-note-1 = «API credentials are not valid» surt per moltes raons. Deseu una vegada més; si continua, enganxeu de nou tots dos valors i compareu el codi de control; si no, potser a la clau li falta el permís deliveries.
woocommerce-note-2 = «Server is not compatible with CoopCycle»: Base URL està mal escrita, o el vostre allotjament no arriba al servidor.

## PrestaShop

prestashop-lead = Aquests valors connecten la botiga PrestaShop de { $store } amb el repartiment de { $coop }, mitjançant el mòdul CoopCycle.
prestashop-step-1 = A la llista de mòduls, busqueu CoopCycle i obriu-ne la configuració.
prestashop-step-2 = Introduïu URL of CoopCycle server exactament com a dalt, sense barra al final.
prestashop-step-3 = Enganxeu API key i API secret, sense espais abans ni després.
prestashop-step-4 = Premeu Save. El mòdul prova primer l’adreça i després la clau, i només desa els valors si totes dues proves van bé.
prestashop-step-5 = Funciona quan no surt cap error i hi ha un transportista nou amb el nom de la cooperativa. Fixeu-ne les zones i els preus.
prestashop-step-6 = Feu una comanda de prova amb aquest transportista. Després, digueu a { $sender } que funciona.
prestashop-note-1 = «Server with URL … is not compatible»: l’adreça està mal escrita, o el vostre allotjament no arriba al servidor. No s’ha desat res; corregiu-la i torneu a desar.
prestashop-note-2 = «Credentials are not valid»: enganxeu de nou tots dos valors i compareu el codi de control; si no, potser a la clau li falta el permís deliveries. No s’ha desat res.

## Shopify

shopify-lead = Aquests valors connecten la botiga Shopify de { $store } amb el repartiment de { $coop }. Són per a qui instal·la o escriu l’aplicació entre totes dues, de la qual no coneixem els noms dels camps.
shopify-step-1 = Mireu on demana l’aplicació els tres valors. Potser anomena { $identifier } i { $secret } API Key i API Secret.
shopify-step-2 = Introduïu Base URL exactament com a dalt. Guardeu { $secret } al servidor de l’aplicació, mai al tema ni en un navegador.
shopify-step-3 = L’aplicació obté un testimoni: POST { $base }/oauth2/token amb HTTP Basic, grant_type=client_credentials i scope=deliveries. Dura 3600 s.
shopify-step-4 = Envia cada petició amb Authorization: Bearer i el testimoni. GET { $base }/api/me respon amb el nom «{ $app }».
shopify-step-5 = Feu una comanda de prova: l’aplicació l’envia amb POST { $base }/api/deliveries. Després, digueu a { $sender } que funciona.

## PHP

php-lead = Amb aquests valors, el codi PHP de { $store } envia lliuraments a { $coop }. El codi de sota no canvia res al servidor.
php-step-1 = Poseu { $secret } a la variable d’entorn COOPCYCLE_SECRET del vostre servidor, mai al codi.
php-step-2 = Executeu el codi: mostra el nom «{ $app }». Després, digueu a { $sender } que funciona.
php-step-3 = Un testimoni dura 3600 s. Guardeu-lo i torneu-lo a fer servir; no n’hi ha de renovació.
php-step-4 = Envieu els lliuraments en JSON amb POST { $base }/api/deliveries i la mateixa capçalera.

## curl

curl-lead = Amb aquests valors podeu provar la clau de { $store } a { $coop } en un terminal. Les ordres no canvien res al servidor.
curl-step-1 = Executeu la primera línia, enganxeu el valor secret i premeu Retorn. No es mostra res i res no queda a l’historial.
curl-step-2 = Executeu les altres: la primera obté un testimoni per al permís deliveries, que dura 3600 s; la segona pregunta qui sou.
curl-step-3 = Funciona quan la resposta té el nom «{ $app }». Després, digueu-ho a { $sender }.
curl-step-4 = Tanqueu el terminal. No poseu mai el valor secret en una adreça ni darrere d’una ordre.
curl-note-1 = «Could not resolve host» o temps exhaurit: Base URL està mal escrita, o la vostra xarxa no arriba al servidor.

## Només API

api-lead = Amb aquests valors, un programa de { $store } envia lliuraments a { $coop } per HTTP. Les dues peticions de sota no canvien res al servidor.
api-step-1 = Obteniu un testimoni: POST { $base }/oauth2/token, grant client_credentials, scope deliveries, { $identifier } i { $secret } per HTTP Basic.
api-step-2 = Preneu access_token de la resposta. Dura 3600 s; no n’hi ha de renovació, demaneu-ne un altre.
api-step-3 = Envieu-lo amb cada petició: Authorization: Bearer i el testimoni. Envieu també Accept: application/json.
api-step-4 = GET { $base }/api/me respon amb el nom «{ $app }» i la botiga. Després, digueu a { $sender } que funciona.
api-step-5 = Creeu lliuraments amb POST { $base }/api/deliveries. Guardeu { $secret } al vostre servidor, mai en un navegador.

## Una clau del tipus ak_, que és un sol valor

api-key-lead = Amb aquest valor, un programa de { $store } parla amb { $coop } per HTTP.
api-key-step-1 = El valor comença per ak_. Envieu-lo tal com és amb cada petició: Authorization: Bearer i el valor. No cal obtenir cap testimoni.
api-key-step-php = Poseu-lo a la variable d’entorn COOPCYCLE_SECRET del vostre servidor, mai al codi.
api-key-step-keep = Guardeu-lo al vostre servidor, mai en una adreça, un navegador o un fitxer de codi.
api-key-step-3 = GET { $base }/api/me respon amb el nom «{ $app }». Després, digueu a { $sender } que funciona.
api-key-step-4 = Envieu també Accept: application/json. El valor és vàlid fins que { $coop } el substitueixi.
api-key-note-401 = 401: el valor està tallat o s’ha substituït. Compareu el codi de control i pregunteu a { $sender }.
api-key-note-403 = 403: el valor és correcte, però no té aquest dret. Pregunteu a { $sender }.

unfit-lead = Aquesta clau no serveix aquí: els connectors de botiga demanen API Key i API Secret, i aquesta clau és un sol valor que comença per ak_.
unfit-step-1 = No la introduïu al connector: cap camp no és per a ella.
unfit-step-2 = Demaneu a { $sender } una clau del tipus «OAuth - for WordPress» per a { $store }, amb el permís deliveries.
unfit-step-3 = Rebreu un altre full amb Base URL i API Key, i API Secret per una altra via.
unfit-step-4 = Guardeu el valor ak_ només si un altre programa vostre el fa servir, amb Authorization: Bearer.
unfit-note-1 = «API credentials are not valid» és el que mostra un connector amb un valor ak_, sigui al camp que sigui.

## Una clau del client d’un lloc WooCommerce

consumer-title = Clau del client per a { $store }
consumer-subject = { $store }: clau del client «{ $app }»
consumer-footer = { $date } · { $sender }
consumer-lead = La clau «{ $app }» obre a un programa l’API REST de la botiga WooCommerce { $store }. L’exemple no hi canvia res.
consumer-may-read = La clau pot llegir comandes, productes i clients, i no pot canviar res.
consumer-may-write = La clau pot fer canvis, i no pot llegir res.
consumer-may-both = La clau pot llegir comandes, productes i clients, i canviar-los.
consumer-step-https = Envieu { $identifier } i { $secret } amb HTTP Basic, només per https, a adreces que comencin per { $base }/wp-json/wc/ . Mai en una adreça: quedaria en registres.
consumer-step-php = Poseu { $identifier } i { $secret } a les variables d’entorn WC_CONSUMER_KEY i WC_CONSUMER_SECRET del vostre servidor, fora del codi i del seu repositori.
consumer-step-keep = Guardeu tots dos en un lloc segur, fora del codi i del seu repositori, mai en un navegador.
consumer-step-reads = Proveu l’exemple: funciona quan la resposta conté countries i currencies. Després, digueu a { $sender } que funciona.
consumer-step-writes = Proveu l’exemple: funciona quan la primera resposta conté woocommerce_rest_authentication_error, i la segona rest_no_route. Després, digueu a { $sender } que funciona.
consumer-step-lost = El lloc mostra { $secret } una sola vegada. Si es perd, demaneu una parella nova a { $sender }.
consumer-step-revoke = La clau ja no cal, o algú altre l’ha vista? Digueu-ho a { $sender }: la revoquem a l’instant.
consumer-note-plain = El lloc té ara enllaços permanents simples, i cap clau no funciona mentre sigui així: Configuració > Enllaços permanents, qualsevol estructura menys «Simple».
consumer-note-view = 401 woocommerce_rest_cannot_view: el lloc no coneix o ja no coneix la clau, o no hi arriba. Compareu el codi de control.
consumer-note-error = 401 woocommerce_rest_authentication_error: { $secret } és fals, o falta aquest permís.
consumer-note-403 = 403: el propietari de la clau no pot gestionar la botiga. Digueu-ho a { $sender }.
consumer-note-page = Una pàgina web en lloc de JSON: Site URL està mal escrita, o el lloc té enllaços permanents simples.

## Paquets segellats

pack-lead = Aquest fitxer conté el valor secret. Esborreu-lo un cop introduïts els valors.
pack-note = El fitxer «{ $file }» està segellat; qualsevol programa age l’obre: age -d -o key.txt { $quoted } . Les paraules que demana us arriben per una altra via.

## Cartes

letter-greeting = Bon dia,
letter-intro = hem revisat la connexió de la vostra botiga amb el nostre repartiment. Això és el que hem trobat:
letter-intro-store = hem revisat la connexió de { $store } amb el nostre repartiment. Això és el que hem trobat:
letter-enter = Què cal introduir:
letter-next = Amb el connector de WordPress, deseu dues vegades: comprova els valors desats abans. Funciona quan la pàgina diu «Connected to app». Amb PrestaShop, funciona quan no surt cap error.
letter-closing = Digueu-nos si ara funciona, o què surt en lloc d’això. Gràcies i una salutació cordial

cause-white-space = { $field } conté un espai, un salt de línia o un caràcter invisible. Buideu el camp i enganxeu de nou el valor, sense res abans ni després.
cause-empty = { $field } és buit. Introduïu el valor.
cause-halves-swapped = API Key i API Secret són cadascun al camp de l’altre. API Key és el valor curt, de 32 caràcters; API Secret el llarg, de 128.
cause-wrong-length = { $field } té { $found } caràcters i n’hauria de tenir { $expected }. Se n’ha perdut una part o s’ha copiat una altra cosa: copieu de nou el valor sencer.
cause-base-url-slash = { $url } acaba en una barra. Introduïu-la sense.
cause-base-url-path = Base URL té més que l’adreça del servidor. Traieu tot el que segueix el nom del servidor.
cause-base-url-http = { $url } comença per http://. Introduïu-la amb https://.
cause-base-url-www = A { $url } li sobra o li falta un «www.». Introduïu-la exactament com a sota.
cause-base-url-no-address = { $url } no és una adreça web. Comença per https:// i no té espais.
cause-redirected = { $url } porta a { $to }, i els connectors no ho segueixen amb una clau. Introduïu l’adreça com a sota.
cause-certificate = El certificat del servidor ara mateix no és de confiança. Ens n’ocupem; per la vostra banda no cal canviar ni desactivar res.
cause-other-instance = { $identifier } pertany al servidor { $address }, no al de { $url }. Introduïu aquesta adreça.
cause-unknown-address = { $url } no és l’adreça d’un servidor nostre.
cause-not-coopcycle = Cap servidor CoopCycle no respon en aquesta Base URL. Busqueu un error d’escriptura.
cause-lacks-deliveries = Els valors són correctes, però la clau no pot crear lliuraments: li falta el permís deliveries, i el connector diu llavors «API credentials are not valid». Creem una altra clau i us n’enviem els valors.
cause-api-key-instead = S’ha introduït un valor que comença per ak_. El connector demana API Key i API Secret, que és un altre tipus de clau.
cause-opens-another-store = Aquests valors funcionen, però per a una altra botiga: { $other }. Les comandes arribarien allà. Introduïu els valors de la vostra botiga.
cause-renewed = API Secret és un valor antic: s’ha renovat després. L’actual us arriba per una altra via.
cause-replaced = API Key i API Secret són una parella antiga: tots dos s’han substituït després. L’API Secret actual us arriba per una altra via.
cause-secret-differs = { $secret } no és el que correspon a aquesta { $identifier }. Copieu tots dos del mateix full.
cause-unknown-identifier = El servidor no coneix aquesta { $identifier }. Busqueu un error d’escriptura, i mireu si correspon a aquesta { $url }.
cause-refused = El servidor no accepta { $identifier } i { $secret }, i no diu per què. Enganxeu tots dos de nou.
cause-maintenance = El servidor és en manteniment. Torneu-ho a provar més tard; no cal canviar res.
cause-server-down = El servidor respon amb un error. Ens n’ocupem; per la vostra banda no cal canviar res.
cause-server-down-status = El servidor respon amb l’error { $status }. Ens n’ocupem; per la vostra banda no cal canviar res.
cause-unreachable = Tampoc nosaltres no hem arribat al servidor. Torneu-ho a provar més tard; no cal canviar res.
cause-no-time-slot = La clau funciona, però la botiga encara no té franja horària: no hi ha cap data de lliurament per triar en la compra. En triem una per la nostra banda.
cause-unrestricted = La clau funciona, però permet més del necessari. En creem una de més limitada i us n’enviem els valors; fins aleshores tot continua.
cause-nothing-wrong = Des d’aquí tot funciona amb aquests valors. Si encara surt un error, deseu una vegada més, buideu la memòria cau de la botiga i mireu si el vostre allotjament arriba al servidor.

## Cartes sobre un lloc WooCommerce

lines-apache = Apache, al fitxer .htaccess del lloc, damunt del bloc de WordPress:
lines-nginx = nginx, al costat de les altres línies fastcgi_param:
lines-wp-config = A wp-config.php, damunt de la línia que diu de deixar d’editar:
site-halves-swapped = { $identifier } i { $secret } són cadascun al camp de l’altre. { $identifier } comença per ck_, { $secret } per cs_.
site-url-path = { $url } té més que l’adreça del lloc. Introduïu-la exactament com a sota, sense /wp-admin ni /wp-json.
site-plain-http = El lloc respon per http sense xifrar, on les claus del client no compten. Instal·leu un certificat i introduïu amb https:// les dues adreces de Configuració > General.
site-plain-permalinks = El lloc té enllaços permanents simples, amb els quals no es reconeixen les claus del client. A Configuració > Enllaços permanents, trieu qualsevol estructura menys «Simple» i deseu.
site-header-stripped = El servidor web es queda la capçalera Authorization, i les claus del client no arriben al lloc. Afegiu la línia del vostre servidor web; a partir d’Apache 2.4.13, CGIPassAuth On fa el mateix.
site-https-hidden = Un proxy acaba https davant del lloc sense dir-ho a PHP, i pel que sembla http sense xifrar les claus del client no compten. Afegiu aquestes línies, sempre que el mateix proxy posi sempre la capçalera X-Forwarded-Proto.
site-header-or-https = La clau és a la llista del lloc, i el lloc no la veu: el servidor web es queda la capçalera Authorization, o un proxy acaba https sense dir-ho a PHP. Afegiu la línia del vostre servidor web; si no n’hi ha prou, també les de wp-config.php, sempre que el mateix proxy posi sempre la capçalera X-Forwarded-Proto.
site-revoked = La clau s’ha revocat: ja no és a la llista del lloc, a WooCommerce > Configuració > Avançat > API REST. En creem una altra i us n’enviem els valors.
site-not-recognised = El lloc no coneix aquesta { $identifier }, o no la rep mai. Enganxeu de nou tots dos valors, i compareu els set últims caràcters amb la llista de WooCommerce > Configuració > Avançat > API REST.
site-owner-lacks-right = Els valors són correctes, però l’usuari a qui pertany la clau no pot gestionar la botiga. A Usuaris, doneu-li el rol «Gestor de la botiga» (Shop manager), o digueu-nos per a quin altre usuari podem crear una clau.
site-owner-gone = L’usuari a qui pertanyia la clau s’ha esborrat, i la clau ja no obre res. En creem una altra i us n’enviem els valors.
site-lacks-read = Els valors són correctes, però la clau no pot llegir. A WooCommerce > Configuració > Avançat > API REST, doneu-li el permís «Lectura/Escriptura»; els seus valors no canvien.
site-lacks-write = Els valors són correctes, però la clau no pot canviar res. A WooCommerce > Configuració > Avançat > API REST, doneu-li el permís «Lectura/Escriptura»; els seus valors no canvien.
site-not-woocommerce = Cap WooCommerce no respon en aquesta { $url }. Busqueu un error d’escriptura, i mireu si el connector WooCommerce és actiu.
site-rest-closed = Un tallafoc o un connector tanca les rutes REST del lloc. Deixeu passar les peticions a /wp-json/wc/, amb la seva capçalera Authorization.
site-certificate = El certificat del lloc no és de confiança. Renoveu-lo, o instal·leu-lo amb tota la seva cadena; no s’ha de desactivar res en lloc d’això.
site-server-down = El lloc respon amb un error. El seu registre en diu més.
site-server-down-status = El lloc respon amb l’error { $status }. El seu registre en diu més.
site-unreachable = No hem arribat al lloc. Mireu si funciona, i si un tallafoc rebutja les peticions.
site-nothing-wrong = D’aquí estant, tot funciona amb aquests valors. Si encara surt un error, mireu si el vostre programa els envia amb HTTP Basic, per https i a adreces que comencin per /wp-json/wc/ .
