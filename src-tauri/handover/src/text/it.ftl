# Ciò che leggono i destinatari, in italiano. Le stesse frasi con gli stessi spazi in ogni lingua.
# I testi citati dei plugin restano come i plugin li mostrano.

date = { $day }/{ $month }/{ $year }
term-identifier = Identificatore
term-secret = Chiave segreta
term-api-key = Chiave API

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
cause-base-url-slash = Base URL finisce con una barra. La inserisca senza.
cause-base-url-path = Base URL contiene più dell’indirizzo del server. Tolga tutto ciò che segue il nome del server.
cause-base-url-http = Base URL comincia con http://. La inserisca con https://.
cause-base-url-www = In Base URL c’è un «www.» di troppo, o manca. La inserisca esattamente come sotto.
cause-base-url-no-address = Base URL non è un indirizzo web. Comincia con https:// e non ha spazi.
cause-redirected = Base URL porta a { $to }, e i plugin non la seguono con una chiave. Inserisca l’indirizzo come sotto.
cause-certificate = Il certificato del server al momento non è attendibile. Ce ne occupiamo noi; da parte sua non c’è nulla da cambiare né da disattivare.
cause-other-instance = API Key appartiene al server { $address }, non a quello in Base URL. Inserisca quell’indirizzo.
cause-unknown-address = Base URL non è l’indirizzo di un nostro server.
cause-not-coopcycle = Nessun server CoopCycle risponde a questa Base URL. Cerchi un errore di battitura.
cause-lacks-deliveries = I valori sono giusti, ma la chiave non può creare consegne: le manca il permesso deliveries, e il plugin allora dice «API credentials are not valid». Creiamo un’altra chiave e le inviamo i suoi valori.
cause-api-key-instead = È stato inserito un valore che comincia con ak_. Il plugin chiede API Key e API Secret, che è un altro tipo di chiave.
cause-opens-another-store = Questi valori funzionano, ma per un altro negozio: { $other }. Gli ordini arriverebbero lì. Inserisca i valori del suo negozio.
cause-renewed = API Secret è un valore precedente: è stato rinnovato. Quello attuale le arriva per un’altra via.
cause-replaced = API Key e API Secret sono una coppia precedente: entrambi sono stati sostituiti. L’API Secret attuale le arriva per un’altra via.
cause-secret-differs = API Secret non è quello che va con questa API Key. Copi entrambi dallo stesso foglio.
cause-unknown-identifier = Il server non conosce questa API Key. Cerchi un errore di battitura, e veda se va con questa Base URL.
cause-refused = Il server non accetta API Key e API Secret, e non dice perché. Incolli di nuovo entrambi.
cause-maintenance = Il server è in manutenzione. Riprovi più tardi; non c’è nulla da cambiare.
cause-server-down = Il server risponde con un errore. Ce ne occupiamo noi; da parte sua non c’è nulla da cambiare.
cause-server-down-status = Il server risponde con l’errore { $status }. Ce ne occupiamo noi; da parte sua non c’è nulla da cambiare.
cause-unreachable = Neanche noi abbiamo raggiunto il server. Riprovi più tardi; non c’è nulla da cambiare.
cause-no-time-slot = La chiave funziona, ma il negozio non ha ancora una fascia oraria: alla cassa non c’è una data di consegna da scegliere. Ne scegliamo una da parte nostra.
cause-unrestricted = La chiave funziona, ma permette più del necessario. Ne creiamo una più ristretta e le inviamo i suoi valori; fino ad allora tutto continua.
cause-nothing-wrong = Da qui tutto funziona con questi valori. Se compare ancora un errore, salvi un’altra volta, svuoti la cache del negozio e veda se il suo hosting raggiunge il server.
