# Was Empfänger lesen, auf Deutsch. Jede Sprache hat dieselben Sätze mit denselben Lücken.
# Zitierte Texte der Plugins bleiben, wie die Plugins sie zeigen.

date = { $day }.{ $month }.{ $year }
term-identifier = Kennung
term-secret = Geheimer Schlüssel
term-api-key = API-Schlüssel
term-site-url = Adresse der Website
term-consumer-key = Kundenschlüssel
term-consumer-secret = Kundengeheimnis

## Jedes Blatt

sheet-title = Lieferschlüssel für { $store }
sheet-subject = { $coop }: Lieferschlüssel für { $store }
sheet-footer = { $date } · { $sender }, { $coop }
secret-apart = Der geheime Wert steht nicht auf diesem Blatt; er kommt auf anderem Weg.
instead = kommt auf anderem Weg
values-heading = Einzutragende Werte
steps-heading = Was zu tun ist
check-heading = Prüfcode
notes-heading = Wenn es nicht funktioniert

check-text = Er zeigt, dass wir beide denselben Schlüssel haben, ohne ihn zu verraten. Im Terminal { $command } ausführen, { $secret } einfügen, Eingabetaste: Die ersten acht Ziffern sind der Prüfcode (macOS: shasum -a 256). Er ist der SHA-256 von { $identifier }, Doppelpunkt und { $secret }.
check-text-api-key = Er zeigt, dass wir beide denselben Schlüssel haben, ohne ihn zu verraten. Im Terminal { $command } ausführen, den Wert einfügen, Eingabetaste: Die ersten acht Ziffern sind der Prüfcode (macOS: shasum -a 256). Er ist der SHA-256 des Werts.

note-time-slot = An der Kasse lässt sich kein Liefertermin wählen: Der Laden hat vielleicht noch kein Zeitfenster. Sagen Sie es { $sender }.
note-no-time-slot = Der Laden hat noch kein Zeitfenster, daher lässt sich an der Kasse kein Liefertermin wählen. { $coop } wählt eines auf seiner Seite.
note-401 = 401 invalid_client: { $identifier } und { $secret } gehören nicht zusammen, sind unvollständig oder wurden erneuert. Vergleichen Sie den Prüfcode.
note-400 = 400 invalid_scope: Die Werte stimmen, aber dem Schlüssel fehlt das Recht deliveries. Sagen Sie es { $sender }.

## WordPress mit WooCommerce, Plugin CoopCycle 1.1.0

woocommerce-lead = Diese Werte verbinden den WooCommerce-Shop von { $store } mit den Lieferungen von { $coop }, über das Plugin CoopCycle 1.1.0 für WordPress.
woocommerce-step-1 = Öffnen Sie in WordPress Einstellungen > CoopCycle.
woocommerce-step-2 = Tragen Sie Base URL genau wie oben ein, ohne Schrägstrich am Ende.
woocommerce-step-3 = Fügen Sie API Key und API Secret ein, ohne Leerzeichen davor oder danach.
woocommerce-step-4 = Klicken Sie auf Änderungen speichern und, wenn die Seite wieder da ist, noch einmal: Das Plugin prüft die zuvor gespeicherten Werte, erst das zweite Speichern sagt die Wahrheit.
woocommerce-step-5 = Es funktioniert, wenn die Seite zeigt: Connected to app "{ $app }".
woocommerce-step-6 = Fügen Sie in WooCommerce > Einstellungen > Versand der Zone mit unseren Postleitzahlen die Versandart CoopCycle hinzu.
woocommerce-step-7 = Bestellen Sie zur Probe: An der Kasse wird ein Liefertermin angeboten. Sagen Sie dann { $sender }, dass es funktioniert.
woocommerce-note-1 = „API credentials are not valid“ erscheint aus vielen Gründen. Speichern Sie noch einmal; bleibt es, fügen Sie beide Werte neu ein und vergleichen Sie den Prüfcode; sonst fehlt dem Schlüssel vielleicht das Recht deliveries.
woocommerce-note-2 = „Server is not compatible with CoopCycle“: Base URL ist vertippt, oder Ihr Hosting erreicht den Server nicht.

## PrestaShop

prestashop-lead = Diese Werte verbinden den PrestaShop-Shop von { $store } mit den Lieferungen von { $coop }, über das Modul CoopCycle.
prestashop-step-1 = Suchen Sie in der Liste der Module CoopCycle und öffnen Sie seine Konfiguration.
prestashop-step-2 = Tragen Sie URL of CoopCycle server genau wie oben ein, ohne Schrägstrich am Ende.
prestashop-step-3 = Fügen Sie API key und API secret ein, ohne Leerzeichen davor oder danach.
prestashop-step-4 = Klicken Sie auf Save. Das Modul prüft erst die Adresse, dann den Schlüssel, und behält die Werte nur, wenn beides gelingt.
prestashop-step-5 = Es funktioniert, wenn kein Fehler erscheint und es einen neuen Versanddienst mit dem Namen der Kooperative gibt. Legen Sie seine Zonen und Preise fest.
prestashop-step-6 = Bestellen Sie zur Probe mit diesem Versanddienst. Sagen Sie dann { $sender }, dass es funktioniert.
prestashop-note-1 = „Server with URL … is not compatible“: Die Adresse ist vertippt, oder Ihr Hosting erreicht den Server nicht. Nichts wurde behalten; berichtigen und neu speichern.
prestashop-note-2 = „Credentials are not valid“: Fügen Sie beide Werte neu ein und vergleichen Sie den Prüfcode; sonst fehlt dem Schlüssel vielleicht das Recht deliveries. Nichts wurde behalten.

## Shopify

shopify-lead = Diese Werte verbinden den Shopify-Shop von { $store } mit den Lieferungen von { $coop }. Sie sind für den, der die App dazwischen einrichtet oder schreibt; wie ihre Felder heißen, wissen wir nicht.
shopify-step-1 = Sehen Sie nach, wo die App nach den drei Werten fragt. Vielleicht nennt sie { $identifier } und { $secret } API Key und API Secret.
shopify-step-2 = Tragen Sie Base URL genau wie oben ein. { $secret } bleibt auf dem Server der App, nie im Theme oder im Browser.
shopify-step-3 = Die App holt ein Token: POST { $base }/oauth2/token mit HTTP Basic, grant_type=client_credentials und scope=deliveries. Ein Token gilt 3600 s.
shopify-step-4 = Sie sendet jede Anfrage mit Authorization: Bearer und dem Token. GET { $base }/api/me antwortet mit dem Namen „{ $app }“.
shopify-step-5 = Bestellen Sie zur Probe: Die App sendet das mit POST { $base }/api/deliveries. Sagen Sie dann { $sender }, dass es funktioniert.

## PHP

php-lead = Mit diesen Werten sendet PHP-Code von { $store } Lieferungen an { $coop }. Der Code unten ändert auf dem Server nichts.
php-step-1 = Legen Sie { $secret } in die Umgebungsvariable COOPCYCLE_SECRET Ihres Servers, nie in den Code.
php-step-2 = Führen Sie den Code aus: Er zeigt den Namen „{ $app }“. Sagen Sie dann { $sender }, dass es funktioniert.
php-step-3 = Ein Token gilt 3600 s. Behalten und wiederverwenden; es gibt kein Refresh-Token.
php-step-4 = Senden Sie Lieferungen als JSON mit POST { $base }/api/deliveries und demselben Header.

## curl

curl-lead = Mit diesen Werten probieren Sie den Schlüssel von { $store } bei { $coop } im Terminal aus. Die Befehle ändern auf dem Server nichts.
curl-step-1 = Führen Sie die erste Zeile aus, fügen Sie den geheimen Wert ein, Eingabetaste. Nichts wird gezeigt, nichts bleibt im Verlauf.
curl-step-2 = Führen Sie die anderen aus: Der erste Befehl holt ein Token für das Recht deliveries, das 3600 s gilt; der zweite fragt, wer Sie sind.
curl-step-3 = Es funktioniert, wenn die Antwort den Namen „{ $app }“ enthält. Sagen Sie es dann { $sender }.
curl-step-4 = Schließen Sie das Terminal. Setzen Sie den geheimen Wert nie in eine Adresse oder hinter einen Befehl.
curl-note-1 = „Could not resolve host“ oder Zeitüberschreitung: Base URL ist vertippt, oder Ihr Netz erreicht den Server nicht.

## Nur API

api-lead = Mit diesen Werten sendet Software von { $store } Lieferungen an { $coop } über HTTP. Die beiden Anfragen unten ändern auf dem Server nichts.
api-step-1 = Token holen: POST { $base }/oauth2/token, grant client_credentials, scope deliveries, { $identifier } und { $secret } per HTTP Basic.
api-step-2 = Nehmen Sie access_token aus der Antwort. Es gilt 3600 s; es gibt kein Refresh-Token, holen Sie ein neues.
api-step-3 = Senden Sie es mit jeder Anfrage: Authorization: Bearer und das Token, dazu Accept: application/json.
api-step-4 = GET { $base }/api/me antwortet mit dem Namen „{ $app }“ und dem Laden. Sagen Sie dann { $sender }, dass es funktioniert.
api-step-5 = Lieferungen legen Sie mit POST { $base }/api/deliveries an. { $secret } bleibt auf Ihrem Server, nie im Browser.

## Ein Schlüssel der Art ak_, ein einziger Wert

api-key-lead = Mit diesem Wert spricht Software von { $store } mit { $coop } über HTTP.
api-key-step-1 = Der Wert beginnt mit ak_. Senden Sie ihn unverändert mit jeder Anfrage: Authorization: Bearer und der Wert. Ein Token gibt es nicht.
api-key-step-php = Legen Sie ihn in die Umgebungsvariable COOPCYCLE_SECRET Ihres Servers, nie in den Code.
api-key-step-keep = Er bleibt auf Ihrem Server, nie in einer Adresse, einem Browser oder einer Codedatei.
api-key-step-3 = GET { $base }/api/me antwortet mit dem Namen „{ $app }“. Sagen Sie dann { $sender }, dass es funktioniert.
api-key-step-4 = Senden Sie auch Accept: application/json. Der Wert gilt, bis { $coop } ihn ersetzt.
api-key-note-401 = 401: Der Wert ist unvollständig oder wurde ersetzt. Vergleichen Sie den Prüfcode, dann fragen Sie { $sender }.
api-key-note-403 = 403: Der Wert stimmt, darf dies aber nicht. Fragen Sie { $sender }.

unfit-lead = Dieser Schlüssel passt nicht: Shop-Plugins fragen nach API Key und API Secret, dieser Schlüssel ist ein einziger Wert, der mit ak_ beginnt.
unfit-step-1 = Tragen Sie ihn nicht in das Plugin ein: Kein Feld ist dafür da.
unfit-step-2 = Bitten Sie { $sender } um einen Schlüssel der Art „OAuth - for WordPress“ für { $store }, mit dem Recht deliveries.
unfit-step-3 = Sie bekommen ein anderes Blatt mit Base URL und API Key, und API Secret auf anderem Weg.
unfit-step-4 = Behalten Sie den ak_-Wert nur, wenn andere Software von Ihnen ihn nutzt, mit Authorization: Bearer.
unfit-note-1 = „API credentials are not valid“ zeigt ein Plugin bei einem ak_-Wert, gleich in welchem Feld er steht.

## Ein Kundenschlüssel einer WooCommerce-Website

consumer-title = Consumer key für { $store }
consumer-subject = { $store }: Consumer key „{ $app }“
consumer-footer = { $date } · { $sender }
consumer-lead = Der Schlüssel „{ $app }“ öffnet Software die REST-API des WooCommerce-Shops { $store }. Das Beispiel ändert dort nichts.
consumer-may-read = Der Schlüssel darf Bestellungen, Produkte und Kunden lesen und nichts ändern.
consumer-may-write = Der Schlüssel darf Änderungen machen und nichts lesen.
consumer-may-both = Der Schlüssel darf Bestellungen, Produkte und Kunden lesen und ändern.
consumer-step-https = Senden Sie { $identifier } und { $secret } mit HTTP Basic, nur über https, an Adressen, die mit { $base }/wp-json/wc/ beginnen. Nie in eine Adresse setzen: Sie bliebe in Protokollen.
consumer-step-php = Legen Sie { $identifier } und { $secret } in die Umgebungsvariablen WC_CONSUMER_KEY und WC_CONSUMER_SECRET Ihres Servers, außerhalb des Codes und seines Repositorys.
consumer-step-keep = Bewahren Sie beide sicher auf, außerhalb des Codes und seines Repositorys, nie in einem Browser.
consumer-step-reads = Probieren Sie das Beispiel: Es funktioniert, wenn die Antwort countries und currencies enthält. Sagen Sie es dann { $sender }.
consumer-step-writes = Probieren Sie das Beispiel: Es funktioniert, wenn die erste Antwort woocommerce_rest_authentication_error enthält und die zweite rest_no_route. Sagen Sie es dann { $sender }.
consumer-step-lost = Die Website zeigt { $secret } nur einmal. Bei Verlust gibt { $sender } ein neues Paar.
consumer-step-revoke = Schlüssel überflüssig oder von anderen gesehen? Sagen Sie es { $sender }: Wir widerrufen ihn.
consumer-note-plain = Die Website hat zurzeit einfache Permalinks, und kein Schlüssel funktioniert, bis sich das ändert: Einstellungen > Permalinks, jede Struktur außer „Einfach“.
consumer-note-view = 401 woocommerce_rest_cannot_view: Die Website kennt den Schlüssel nicht oder nicht mehr, oder er kommt nicht an. Vergleichen Sie den Prüfcode.
consumer-note-error = 401 woocommerce_rest_authentication_error: { $secret } ist falsch, oder das Recht fehlt.
consumer-note-403 = 403: Der Inhaber des Schlüssels darf den Shop nicht verwalten. Sagen Sie es { $sender }.
consumer-note-page = Eine Webseite statt JSON: Site URL ist vertippt, oder die Website hat einfache Permalinks.

## Versiegelte Pakete

pack-lead = Diese Datei enthält den geheimen Wert. Löschen Sie sie, sobald die Werte eingetragen sind.
pack-note = Die Datei „{ $file }“ ist versiegelt; jedes age-Programm öffnet sie: age -d -o key.txt { $quoted } . Die Wörter, nach denen es fragt, kommen auf anderem Weg.

## Briefe

letter-greeting = Guten Tag,
letter-intro = wir haben uns die Verbindung Ihres Shops mit unseren Lieferungen angesehen. Das haben wir gefunden:
letter-intro-store = wir haben uns die Verbindung von { $store } mit unseren Lieferungen angesehen. Das haben wir gefunden:
letter-enter = Einzutragen ist:
letter-next = Mit dem WordPress-Plugin speichern Sie zweimal: Es prüft die zuvor gespeicherten Werte. Es funktioniert, wenn die Seite „Connected to app“ zeigt. Mit PrestaShop funktioniert es, wenn kein Fehler erscheint.
letter-closing = Sagen Sie uns, ob es jetzt funktioniert, oder was stattdessen erscheint. Vielen Dank und freundliche Grüße

cause-white-space = { $field } enthält ein Leerzeichen, einen Zeilenumbruch oder ein unsichtbares Zeichen. Leeren Sie das Feld und fügen Sie den Wert neu ein, mit nichts davor und nichts danach.
cause-empty = { $field } ist leer. Tragen Sie den Wert ein.
cause-halves-swapped = API Key und API Secret stehen jeweils im Feld des anderen. API Key ist der kürzere Wert mit 32 Zeichen, API Secret der längere mit 128.
cause-wrong-length = { $field } hat { $found } Zeichen und sollte { $expected } haben. Ein Teil ging verloren, oder etwas anderes wurde kopiert: Kopieren Sie den ganzen Wert neu.
cause-base-url-slash = { $url } endet mit einem Schrägstrich. Tragen Sie sie ohne ein.
cause-base-url-path = Base URL enthält mehr als die Adresse des Servers. Lassen Sie alles nach dem Namen des Servers weg.
cause-base-url-http = { $url } beginnt mit http://. Tragen Sie sie mit https:// ein.
cause-base-url-www = { $url } hat ein „www.“ zu viel oder zu wenig. Tragen Sie sie genau wie unten ein.
cause-base-url-no-address = { $url } ist keine Webadresse. Sie beginnt mit https:// und hat keine Leerzeichen.
cause-redirected = { $url } führt weiter zu { $to }, und Plugins folgen mit einem Schlüssel nicht. Tragen Sie die Adresse wie unten ein.
cause-certificate = Dem Zertifikat des Servers wird zurzeit nicht vertraut. Wir kümmern uns darum; auf Ihrer Seite ist nichts zu ändern und nichts abzuschalten.
cause-other-instance = { $identifier } gehört zum Server { $address }, nicht zu dem in { $url }. Tragen Sie diese Adresse ein.
cause-unknown-address = { $url } ist nicht die Adresse eines Servers von uns.
cause-not-coopcycle = Unter dieser Base URL antwortet kein CoopCycle-Server. Suchen Sie nach einem Tippfehler.
cause-lacks-deliveries = Die Werte stimmen, aber der Schlüssel darf keine Lieferungen anlegen: Ihm fehlt das Recht deliveries, und das Plugin sagt dann „API credentials are not valid“. Wir erstellen einen anderen Schlüssel und senden Ihnen seine Werte.
cause-api-key-instead = Ein Wert, der mit ak_ beginnt, wurde eingetragen. Das Plugin braucht API Key und API Secret, das ist eine andere Art von Schlüssel.
cause-opens-another-store = Diese Werte funktionieren, aber für einen anderen Laden: { $other }. Bestellungen kämen dort an. Tragen Sie die Werte Ihres eigenen Ladens ein.
cause-renewed = API Secret ist ein früherer Wert: Er wurde seither erneuert. Den heutigen bekommen Sie auf anderem Weg.
cause-replaced = API Key und API Secret sind ein früheres Paar: Beide wurden seither ersetzt. Das heutige API Secret bekommen Sie auf anderem Weg.
cause-secret-differs = { $secret } ist nicht das, was zu diesem { $identifier } gehört. Kopieren Sie beide vom selben Blatt.
cause-unknown-identifier = Der Server kennt diesen { $identifier } nicht. Suchen Sie nach einem Tippfehler, und ob er zu dieser { $url } gehört.
cause-refused = Der Server nimmt { $identifier } und { $secret } nicht an und sagt nicht, warum. Fügen Sie beide neu ein.
cause-maintenance = Der Server wird gewartet. Versuchen Sie es später wieder; zu ändern ist nichts.
cause-server-down = Der Server antwortet mit einem Fehler. Wir kümmern uns darum; auf Ihrer Seite ist nichts zu ändern.
cause-server-down-status = Der Server antwortet mit dem Fehler { $status }. Wir kümmern uns darum; auf Ihrer Seite ist nichts zu ändern.
cause-unreachable = Auch wir haben den Server nicht erreicht. Versuchen Sie es später wieder; zu ändern ist nichts.
cause-no-time-slot = Der Schlüssel funktioniert, aber der Laden hat noch kein Zeitfenster: An der Kasse lässt sich kein Liefertermin wählen. Wir wählen eines auf unserer Seite.
cause-unrestricted = Der Schlüssel funktioniert, darf aber mehr als nötig. Wir erstellen einen engeren und senden Ihnen seine Werte; bis dahin läuft alles weiter.
cause-nothing-wrong = Von hier aus funktioniert mit diesen Werten alles. Erscheint noch ein Fehler, speichern Sie noch einmal, leeren Sie den Cache des Shops und sehen Sie nach, ob Ihr Hosting den Server erreicht.

## Briefe über eine WooCommerce-Website

lines-apache = Apache, in der Datei .htaccess der Website, über dem Block von WordPress:
lines-nginx = nginx, neben den anderen Zeilen mit fastcgi_param:
lines-wp-config = In wp-config.php, über der Zeile, nach der nichts mehr zu bearbeiten ist:
site-halves-swapped = { $identifier } und { $secret } stehen jeweils im Feld des anderen. { $identifier } beginnt mit ck_, { $secret } mit cs_.
site-url-path = { $url } enthält mehr als die Adresse der Website. Tragen Sie sie genau wie unten ein, ohne /wp-admin oder /wp-json.
site-plain-http = Die Website antwortet über unverschlüsseltes http, wo Kundenschlüssel nicht zählen. Richten Sie ein Zertifikat ein, dann tragen Sie beide Adressen unter Einstellungen > Allgemein mit https:// ein.
site-plain-permalinks = Die Website hat einfache Permalinks, hinter denen Kundenschlüssel nicht erkannt werden. Wählen Sie unter Einstellungen > Permalinks jede Struktur außer „Einfach“ und speichern Sie.
site-header-stripped = Der Webserver behält den Header Authorization für sich, sodass Kundenschlüssel die Website nicht erreichen. Fügen Sie die Zeile für Ihren Webserver hinzu; ab Apache 2.4.13 tut CGIPassAuth On dasselbe.
site-https-hidden = Ein Proxy beendet https vor der Website, ohne es PHP zu sagen, und über scheinbar unverschlüsseltes http zählen Kundenschlüssel nicht. Fügen Sie diese Zeilen hinzu, sofern der Proxy den Header X-Forwarded-Proto immer selbst setzt.
site-header-or-https = Der Schlüssel steht in der Liste der Website, und die Website sieht ihn nicht: Der Webserver behält den Header Authorization für sich, oder ein Proxy beendet https, ohne es PHP zu sagen. Fügen Sie die Zeile für Ihren Webserver hinzu; hilft das nicht, auch die in wp-config.php, sofern der Proxy den Header X-Forwarded-Proto immer selbst setzt.
site-revoked = Der Schlüssel wurde widerrufen: Er steht nicht mehr in der Liste der Website, unter WooCommerce > Einstellungen > Erweitert > REST-API. Wir erstellen einen anderen und senden Ihnen seine Werte.
site-not-recognised = Die Website kennt diesen { $identifier } nicht oder bekommt ihn nie. Fügen Sie beide Werte neu ein, und vergleichen Sie die letzten sieben Zeichen mit der Liste unter WooCommerce > Einstellungen > Erweitert > REST-API.
site-owner-lacks-right = Die Werte stimmen, aber der Benutzer, dem der Schlüssel gehört, darf den Shop nicht verwalten. Geben Sie ihm unter Benutzer die Rolle „Shop-Manager“, oder sagen Sie uns, für welchen anderen Benutzer wir einen Schlüssel erstellen dürfen.
site-owner-gone = Der Benutzer, dem der Schlüssel gehörte, wurde gelöscht, und der Schlüssel öffnet nichts mehr. Wir erstellen einen anderen und senden Ihnen seine Werte.
site-lacks-read = Die Werte stimmen, aber der Schlüssel darf nicht lesen. Geben Sie ihm unter WooCommerce > Einstellungen > Erweitert > REST-API das Recht „Lesen/Schreiben“; seine Werte bleiben dieselben.
site-lacks-write = Die Werte stimmen, aber der Schlüssel darf nichts ändern. Geben Sie ihm unter WooCommerce > Einstellungen > Erweitert > REST-API das Recht „Lesen/Schreiben“; seine Werte bleiben dieselben.
site-not-woocommerce = Unter dieser { $url } antwortet kein WooCommerce. Suchen Sie nach einem Tippfehler, und ob das Plugin WooCommerce aktiv ist.
site-rest-closed = Eine Firewall oder ein Plugin verschließt die REST-Routen der Website. Lassen Sie Anfragen an /wp-json/wc/ mit ihrem Header Authorization durch.
site-certificate = Dem Zertifikat der Website wird nicht vertraut. Erneuern Sie es, oder installieren Sie es mit seiner ganzen Kette; stattdessen ist nichts abzuschalten.
site-server-down = Die Website antwortet mit einem Fehler. Ihr Protokoll sagt mehr.
site-server-down-status = Die Website antwortet mit dem Fehler { $status }. Ihr Protokoll sagt mehr.
site-unreachable = Wir haben die Website nicht erreicht. Sehen Sie nach, ob sie läuft und ob eine Firewall Anfragen abhält.
site-nothing-wrong = Von hier aus funktioniert mit diesen Werten alles. Erscheint weiter ein Fehler, sehen Sie nach, ob Ihre Software sie mit HTTP Basic, über https und an Adressen sendet, die mit /wp-json/wc/ beginnen.
