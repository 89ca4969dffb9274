# Ciò che leggono i destinatari, in italiano. Le stesse frasi con gli stessi spazi in ogni lingua.
# I testi citati dei plugin restano come i plugin li mostrano.

date = { $day }/{ $month }/{ $year }
term-identifier = Identificatore
term-secret = Chiave segreta
term-api-key = Chiave API
term-site-url = Indirizzo del sito
term-consumer-key = Chiave cliente
term-consumer-secret = Segreto cliente

## Ogni foglio

sheet-title = Chiave di consegna per { $store }
sheet-subject = { $coop }: chiave di consegna per { $store }
sheet-footer = { $date } · { $sender }, { $coop }
secret-apart = Il valore segreto non è su questo foglio; le arriva per un’altra via.
instead = le arriva per un’altra via
values-heading = Valori da inserire
steps-heading = Che cosa fare
check-heading = Codice di controllo
notes-heading = Se non funziona

check-text = Mostra che abbiamo entrambi la stessa chiave, senza rivelarla. In un terminale, esegua { $command } , incolli { $secret }, prema Invio: le prime otto cifre sono il codice (macOS: shasum -a 256). È lo SHA-256 di { $identifier }, due punti e { $secret }.
check-text-api-key = Mostra che abbiamo entrambi la stessa chiave, senza rivelarla. In un terminale, esegua { $command } , incolli il valore, prema Invio: le prime otto cifre sono il codice (macOS: shasum -a 256). È lo SHA-256 del valore.

note-time-slot = Nessuna data di consegna da scegliere alla cassa: forse il negozio non ha ancora una fascia oraria. Lo dica a { $sender }.
note-no-time-slot = Il negozio non ha ancora una fascia oraria, perciò alla cassa non c’è una data di consegna da scegliere. { $coop } ne sceglie una da parte sua.
note-401 = 401 invalid_client: { $identifier } e { $secret } non vanno insieme, sono tagliati o sono stati rinnovati. Confronti il codice di controllo.
note-400 = 400 invalid_scope: i valori sono giusti, ma alla chiave manca il permesso deliveries. Lo dica a { $sender }.

## WordPress con WooCommerce, plugin CoopCycle 1.1.0

woocommerce-lead = Questi valori collegano il negozio WooCommerce di { $store } alle consegne di { $coop }, tramite il plugin CoopCycle 1.1.0 per WordPress.
woocommerce-step-1 = In WordPress, apra Impostazioni > CoopCycle.
woocommerce-step-2 = Inserisca Base URL esattamente come sopra, senza barra alla fine.
woocommerce-step-3 = Incolli API Key e API Secret, senza spazi prima o dopo.
woocommerce-step-4 = Prema Salva le modifiche. Tornata la pagina, lo prema una seconda volta: il plugin controlla i valori salvati prima, quindi solo il secondo salvataggio dice il vero.
woocommerce-step-5 = Funziona quando la pagina dice: Connected to app "{ $app }".
woocommerce-step-6 = In WooCommerce > Impostazioni > Spedizione, aggiunga il metodo CoopCycle alla zona dei codici postali dove consegniamo.
woocommerce-step-7 = Faccia un ordine di prova: alla cassa compare una data di consegna. Poi dica a { $sender } che funziona.
woocommerce-note-1 = «API credentials are not valid» compare per molte ragioni. Salvi ancora una volta; se resta, incolli di nuovo entrambi i valori e confronti il codice di controllo; altrimenti alla chiave manca forse il permesso deliveries.
woocommerce-note-2 = «Server is not compatible with CoopCycle»: Base URL è scritta male, o il suo hosting non raggiunge il server.

## PrestaShop

prestashop-lead = Questi valori collegano il negozio PrestaShop di { $store } alle consegne di { $coop }, tramite il modulo CoopCycle.
prestashop-step-1 = Nell’elenco dei moduli, cerchi CoopCycle e apra la sua configurazione.
prestashop-step-2 = Inserisca URL of CoopCycle server esattamente come sopra, senza barra alla fine.
prestashop-step-3 = Incolli API key e API secret, senza spazi prima o dopo.
prestashop-step-4 = Prema Save. Il modulo prova prima l’indirizzo, poi la chiave, e tiene i valori solo se entrambe le prove riescono.
prestashop-step-5 = Funziona quando non compare alcun errore e c’è un nuovo corriere con il nome della cooperativa. Ne imposti zone e prezzi.
prestashop-step-6 = Faccia un ordine di prova con questo corriere. Poi dica a { $sender } che funziona.
prestashop-note-1 = «Server with URL … is not compatible»: l’indirizzo è scritto male, o il suo hosting non raggiunge il server. Nulla è stato tenuto; corregga e salvi di nuovo.
prestashop-note-2 = «Credentials are not valid»: incolli di nuovo entrambi i valori e confronti il codice di controllo; altrimenti alla chiave manca forse il permesso deliveries. Nulla è stato tenuto.

## Shopify

shopify-lead = Questi valori collegano il negozio Shopify di { $store } alle consegne di { $coop }. Sono per chi installa o scrive l’app fra i due, di cui non conosciamo i nomi dei campi.
shopify-step-1 = Cerchi dove l’app chiede i tre valori. Forse chiama { $identifier } e { $secret } API Key e API Secret.
shopify-step-2 = Inserisca Base URL esattamente come sopra. Tenga { $secret } sul server dell’app, mai nel tema o in un browser.
shopify-step-3 = L’app ottiene un token: POST { $base }/oauth2/token con HTTP Basic, grant_type=client_credentials e scope=deliveries. Un token dura 3600 s.
shopify-step-4 = Invia ogni richiesta con Authorization: Bearer e il token. GET { $base }/api/me risponde con il nome «{ $app }».
shopify-step-5 = Faccia un ordine di prova: l’app lo invia con POST { $base }/api/deliveries. Poi dica a { $sender } che funziona.

## PHP

php-lead = Con questi valori il codice PHP di { $store } invia consegne a { $coop }. Il codice qui sotto non cambia nulla sul server.
php-step-1 = Metta { $secret } nella variabile d’ambiente COOPCYCLE_SECRET del suo server, mai nel codice.
php-step-2 = Esegua il codice: mostra il nome «{ $app }». Poi dica a { $sender } che funziona.
php-step-3 = Un token dura 3600 s. Lo tenga e lo riusi; non c’è un token di rinnovo.
php-step-4 = Invii le consegne in JSON con POST { $base }/api/deliveries e la stessa intestazione.

## curl

curl-lead = Con questi valori può provare la chiave di { $store } presso { $coop } in un terminale. I comandi non cambiano nulla sul server.
curl-step-1 = Esegua la prima riga, incolli il valore segreto e prema Invio. Nulla viene mostrato e nulla resta nella cronologia.
curl-step-2 = Esegua le altre: la prima ottiene un token per il permesso deliveries, che dura 3600 s; la seconda chiede chi è lei.
curl-step-3 = Funziona quando la risposta ha il nome «{ $app }». Poi lo dica a { $sender }.
curl-step-4 = Chiuda il terminale. Non metta mai il valore segreto in un indirizzo o dopo un comando.
curl-note-1 = «Could not resolve host» o tempo scaduto: Base URL è scritta male, o la sua rete non raggiunge il server.

## Solo API

api-lead = Con questi valori un programma di { $store } invia consegne a { $coop } via HTTP. Le due richieste qui sotto non cambiano nulla sul server.
api-step-1 = Ottenga un token: POST { $base }/oauth2/token, grant client_credentials, scope deliveries, { $identifier } e { $secret } con HTTP Basic.
api-step-2 = Prenda access_token dalla risposta. Dura 3600 s; non c’è un token di rinnovo, ne chieda un altro.
api-step-3 = Lo invii con ogni richiesta: Authorization: Bearer e il token. Invii anche Accept: application/json.
api-step-4 = GET { $base }/api/me risponde con il nome «{ $app }» e il negozio. Poi dica a { $sender } che funziona.
api-step-5 = Crei consegne con POST { $base }/api/deliveries. Tenga { $secret } sul suo server, mai in un browser.

## Una chiave di tipo ak_, che è un solo valore

api-key-lead = Con questo valore un programma di { $store } parla con { $coop } via HTTP.
api-key-step-1 = Il valore comincia con ak_. Lo invii così com’è con ogni richiesta: Authorization: Bearer e il valore. Non c’è un token da ottenere.
api-key-step-php = Lo metta nella variabile d’ambiente COOPCYCLE_SECRET del suo server, mai nel codice.
api-key-step-keep = Lo tenga sul suo server, mai in un indirizzo, un browser o un file di codice.
api-key-step-3 = GET { $base }/api/me risponde con il nome «{ $app }». Poi dica a { $sender } che funziona.
api-key-step-4 = Invii anche Accept: application/json. Il valore resta valido finché { $coop } non lo sostituisce.
api-key-note-401 = 401: il valore è tagliato o è stato sostituito. Confronti il codice di controllo, poi chieda a { $sender }.
api-key-note-403 = 403: il valore è giusto, ma non ha questo diritto. Chieda a { $sender }.

unfit-lead = Questa chiave non è adatta: i plugin dei negozi chiedono API Key e API Secret, e questa chiave è un solo valore che comincia con ak_.
unfit-step-1 = Non la inserisca nel plugin: nessun campo è fatto per lei.
unfit-step-2 = Chieda a { $sender } una chiave del tipo «OAuth - for WordPress» per { $store }, con il permesso deliveries.
unfit-step-3 = Riceverà un altro foglio con Base URL e API Key, e API Secret per un’altra via.
unfit-step-4 = Tenga il valore ak_ solo se un altro suo programma lo usa, con Authorization: Bearer.
unfit-note-1 = «API credentials are not valid» è ciò che un plugin mostra per un valore ak_, in qualunque campo si trovi.

## Una chiave cliente di un sito WooCommerce

consumer-title = Chiave cliente per { $store }
consumer-subject = { $store }: chiave cliente «{ $app }»
consumer-footer = { $date } · { $sender }
consumer-lead = La chiave «{ $app }» apre a un programma la REST API del negozio WooCommerce { $store }. L’esempio non vi cambia nulla.
consumer-may-read = La chiave può leggere ordini, prodotti e clienti, e non può cambiare nulla.
consumer-may-write = La chiave può fare cambiamenti, e non può leggere nulla.
consumer-may-both = La chiave può leggere ordini, prodotti e clienti, e cambiarli.
consumer-step-https = Invii { $identifier } e { $secret } con HTTP Basic, solo via https, a indirizzi che cominciano con { $base }/wp-json/wc/ . Mai in un indirizzo: resterebbe nei registri.
consumer-step-php = Metta { $identifier } e { $secret } nelle variabili d’ambiente WC_CONSUMER_KEY e WC_CONSUMER_SECRET del suo server, fuori dal codice e dal suo repository.
consumer-step-keep = Tenga entrambi in un luogo sicuro, fuori dal codice e dal suo repository, mai in un browser.
consumer-step-reads = Provi l’esempio: funziona quando la risposta contiene countries e currencies. Poi dica a { $sender } che funziona.
consumer-step-writes = Provi l’esempio: funziona quando la prima risposta contiene woocommerce_rest_authentication_error, e la seconda rest_no_route. Poi dica a { $sender } che funziona.
consumer-step-lost = Il sito mostra { $secret } una volta sola. Se va perso, chieda a { $sender } una nuova coppia.
consumer-step-revoke = La chiave non serve più, o altri l’hanno vista? Lo dica a { $sender }: la revochiamo subito.
consumer-note-plain = Il sito ha per ora permalink semplici, e nessuna chiave funziona finché non cambia: Impostazioni > Permalink, qualunque struttura tranne «Semplice».
consumer-note-view = 401 woocommerce_rest_cannot_view: il sito non conosce o non conosce più la chiave, o non arriva. Confronti il codice di controllo.
consumer-note-error = 401 woocommerce_rest_authentication_error: { $secret } è sbagliato, o manca il permesso.
consumer-note-403 = 403: il proprietario della chiave non può gestire il negozio. Lo dica a { $sender }.
consumer-note-page = Una pagina web al posto di JSON: Site URL è scritta male, o il sito ha permalink semplici.

## Pacchetti sigillati

pack-lead = Questo file contiene il valore segreto. Lo elimini una volta inseriti i valori.
pack-note = Il file «{ $file }» è sigillato; qualunque programma age lo apre: age -d -o key.txt { $quoted } . Le parole che chiede le arrivano per un’altra via.

## Lettere

letter-greeting = Buongiorno,
letter-intro = abbiamo esaminato il collegamento del suo negozio con le nostre consegne. Ecco che cosa abbiamo trovato:
letter-intro-store = abbiamo esaminato il collegamento di { $store } con le nostre consegne. Ecco che cosa abbiamo trovato:
letter-enter = Che cosa inserire:
letter-next = Con il plugin di WordPress, salvi due volte: controlla i valori salvati prima. Funziona quando la pagina dice «Connected to app». Con PrestaShop, funziona quando non compare alcun errore.
letter-closing = Ci dica se ora funziona, o che cosa compare invece. Grazie e cordiali saluti

cause-white-space = { $field } contiene uno spazio, un a capo o un carattere invisibile. Svuoti il campo e incolli di nuovo il valore, senza nulla prima né dopo.
cause-empty = { $field } è vuoto. Inserisca il valore.
cause-halves-swapped = API Key e API Secret sono ciascuno nel campo dell’altro. API Key è il valore corto, di 32 caratteri; API Secret quello lungo, di 128.
cause-wrong-length = { $field } ha { $found } caratteri e dovrebbe averne { $expected }. Una parte è andata persa, o è stato copiato altro: copi di nuovo il valore intero.
cause-base-url-slash = { $url } finisce con una barra. La inserisca senza.
cause-base-url-path = Base URL contiene più dell’indirizzo del server. Tolga tutto ciò che segue il nome del server.
cause-base-url-http = { $url } comincia con http://. La inserisca con https://.
cause-base-url-www = In { $url } c’è un «www.» di troppo, o manca. La inserisca esattamente come sotto.
cause-base-url-no-address = { $url } non è un indirizzo web. Comincia con https:// e non ha spazi.
cause-redirected = { $url } porta a { $to }, e i plugin non la seguono con una chiave. Inserisca l’indirizzo come sotto.
cause-certificate = Il certificato del server al momento non è attendibile. Ce ne occupiamo noi; da parte sua non c’è nulla da cambiare né da disattivare.
cause-other-instance = { $identifier } appartiene al server { $address }, non a quello in { $url }. Inserisca quell’indirizzo.
cause-unknown-address = { $url } non è l’indirizzo di un nostro server.
cause-not-coopcycle = Nessun server CoopCycle risponde a questa Base URL. Cerchi un errore di battitura.
cause-lacks-deliveries = I valori sono giusti, ma la chiave non può creare consegne: le manca il permesso deliveries, e il plugin allora dice «API credentials are not valid». Creiamo un’altra chiave e le inviamo i suoi valori.
cause-api-key-instead = È stato inserito un valore che comincia con ak_. Il plugin chiede API Key e API Secret, che è un altro tipo di chiave.
cause-opens-another-store = Questi valori funzionano, ma per un altro negozio: { $other }. Gli ordini arriverebbero lì. Inserisca i valori del suo negozio.
cause-renewed = API Secret è un valore precedente: è stato rinnovato. Quello attuale le arriva per un’altra via.
cause-replaced = API Key e API Secret sono una coppia precedente: entrambi sono stati sostituiti. L’API Secret attuale le arriva per un’altra via.
cause-secret-differs = { $secret } non è quello che va con questa { $identifier }. Copi entrambi dallo stesso foglio.
cause-unknown-identifier = Il server non conosce questa { $identifier }. Cerchi un errore di battitura, e veda se va con questa { $url }.
cause-refused = Il server non accetta { $identifier } e { $secret }, e non dice perché. Incolli di nuovo entrambi.
cause-maintenance = Il server è in manutenzione. Riprovi più tardi; non c’è nulla da cambiare.
cause-server-down = Il server risponde con un errore. Ce ne occupiamo noi; da parte sua non c’è nulla da cambiare.
cause-server-down-status = Il server risponde con l’errore { $status }. Ce ne occupiamo noi; da parte sua non c’è nulla da cambiare.
cause-unreachable = Neanche noi abbiamo raggiunto il server. Riprovi più tardi; non c’è nulla da cambiare.
cause-no-time-slot = La chiave funziona, ma il negozio non ha ancora una fascia oraria: alla cassa non c’è una data di consegna da scegliere. Ne scegliamo una da parte nostra.
cause-unrestricted = La chiave funziona, ma permette più del necessario. Ne creiamo una più ristretta e le inviamo i suoi valori; fino ad allora tutto continua.
cause-nothing-wrong = Da qui tutto funziona con questi valori. Se compare ancora un errore, salvi un’altra volta, svuoti la cache del negozio e veda se il suo hosting raggiunge il server.

## Lettere su un sito WooCommerce

lines-apache = Apache, nel file .htaccess del sito, sopra il blocco di WordPress:
lines-nginx = nginx, accanto alle altre righe fastcgi_param:
lines-wp-config = In wp-config.php, sopra la riga che dice di non modificare oltre:
site-halves-swapped = { $identifier } e { $secret } sono ciascuno nel campo dell’altro. { $identifier } comincia con ck_, { $secret } con cs_.
site-url-path = { $url } contiene più dell’indirizzo del sito. La inserisca esattamente come sotto, senza /wp-admin né /wp-json.
site-plain-http = Il sito risponde via http non cifrato, dove le chiavi cliente non contano. Installi un certificato, poi inserisca con https:// i due indirizzi di Impostazioni > Generali.
site-plain-permalinks = Il sito ha permalink semplici, con i quali le chiavi cliente non sono riconosciute. In Impostazioni > Permalink, scelga qualunque struttura tranne «Semplice» e salvi.
site-header-stripped = Il server web tiene per sé l’intestazione Authorization, e le chiavi cliente non arrivano al sito. Aggiunga la riga per il suo server web; da Apache 2.4.13, CGIPassAuth On fa lo stesso.
site-https-hidden = Un proxy termina https davanti al sito senza dirlo a PHP, e via quello che sembra http non cifrato le chiavi cliente non contano. Aggiunga queste righe, purché il proxy imposti sempre lui stesso l’intestazione X-Forwarded-Proto.
site-header-or-https = La chiave è nell’elenco del sito, e il sito non la vede: il server web tiene per sé l’intestazione Authorization, o un proxy termina https senza dirlo a PHP. Aggiunga la riga per il suo server web; se non basta, anche quelle di wp-config.php, purché il proxy imposti sempre lui stesso l’intestazione X-Forwarded-Proto.
site-revoked = La chiave è stata revocata: non è più nell’elenco del sito, in WooCommerce > Impostazioni > Avanzate > REST API. Ne creiamo un’altra e le inviamo i suoi valori.
site-not-recognised = Il sito non conosce questa { $identifier }, o non la riceve mai. Incolli di nuovo entrambi i valori, e confronti gli ultimi sette caratteri con l’elenco in WooCommerce > Impostazioni > Avanzate > REST API.
site-owner-lacks-right = I valori sono giusti, ma l’utente a cui appartiene la chiave non può gestire il negozio. In Utenti, gli dia il ruolo «Gestore del negozio» (Shop manager), o ci dica per quale altro utente possiamo creare una chiave.
site-owner-gone = L’utente a cui apparteneva la chiave è stato eliminato, e la chiave non apre più nulla. Ne creiamo un’altra e le inviamo i suoi valori.
site-lacks-read = I valori sono giusti, ma la chiave non può leggere. In WooCommerce > Impostazioni > Avanzate > REST API, le dia il permesso «Lettura/Scrittura»; i suoi valori restano gli stessi.
site-lacks-write = I valori sono giusti, ma la chiave non può cambiare nulla. In WooCommerce > Impostazioni > Avanzate > REST API, le dia il permesso «Lettura/Scrittura»; i suoi valori restano gli stessi.
site-not-woocommerce = Nessun WooCommerce risponde a questa { $url }. Cerchi un errore di battitura, e veda se il plugin WooCommerce è attivo.
site-rest-closed = Un firewall o un plugin chiude le rotte REST del sito. Lasci passare le richieste a /wp-json/wc/, con la loro intestazione Authorization.
site-certificate = Il certificato del sito non è attendibile. Lo rinnovi, o lo installi con tutta la sua catena; non c’è nulla da disattivare al suo posto.
site-server-down = Il sito risponde con un errore. Il suo registro dice di più.
site-server-down-status = Il sito risponde con l’errore { $status }. Il suo registro dice di più.
site-unreachable = Non abbiamo raggiunto il sito. Veda se è in funzione, e se un firewall respinge le richieste.
site-nothing-wrong = Da qui tutto funziona con questi valori. Se compare ancora un errore, veda se il suo programma li invia con HTTP Basic, via https e a indirizzi che cominciano con /wp-json/wc/ .
