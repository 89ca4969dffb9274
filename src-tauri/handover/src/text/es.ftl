# Lo que leen los destinatarios, en español. Las mismas frases y los mismos huecos en cada idioma.
# Los textos citados de las extensiones quedan como ellas los muestran.

date = { $day }/{ $month }/{ $year }
term-identifier = Identificador
term-secret = Clave secreta
term-api-key = Clave de API
term-site-url = Dirección del sitio
term-consumer-key = Clave de cliente
term-consumer-secret = Clave secreta de cliente

## Cada hoja

sheet-title = Clave de reparto para { $store }
sheet-subject = { $coop }: clave de reparto para { $store }
sheet-footer = { $date } · { $sender }, { $coop }
secret-apart = El valor secreto no está en esta hoja; le llega por otra vía.
instead = le llega por otra vía
values-heading = Valores que introducir
steps-heading = Qué hacer
check-heading = Código de control
notes-heading = Si no funciona

check-text = Muestra que ambos tenemos la misma clave, sin decirla. En un terminal, ejecute { $command } , pegue { $secret } y pulse Intro: las ocho primeras cifras son el código (macOS: shasum -a 256). Es el SHA-256 de { $identifier }, dos puntos y { $secret }.
check-text-api-key = Muestra que ambos tenemos la misma clave, sin decirla. En un terminal, ejecute { $command } , pegue el valor y pulse Intro: las ocho primeras cifras son el código (macOS: shasum -a 256). Es el SHA-256 del valor.

note-time-slot = No hay fecha de entrega que elegir en la compra: quizá la tienda aún no tiene franja horaria. Avise a { $sender }.
note-no-time-slot = La tienda aún no tiene franja horaria, así que no hay fecha de entrega que elegir en la compra. { $coop } elige una por su parte.
note-401 = 401 invalid_client: { $identifier } y { $secret } no van juntos, están cortados o se renovaron. Compare el código de control.
note-400 = 400 invalid_scope: los valores son correctos, pero a la clave le falta el permiso deliveries. Avise a { $sender }.

## WordPress con WooCommerce, plugin CoopCycle 1.1.0

woocommerce-lead = Estos valores conectan la tienda WooCommerce de { $store } con el reparto de { $coop }, mediante el plugin CoopCycle 1.1.0 para WordPress.
woocommerce-step-1 = En WordPress, abra Ajustes > CoopCycle.
woocommerce-step-2 = Escriba Base URL exactamente como arriba, sin barra al final.
woocommerce-step-3 = Pegue API Key y API Secret, sin espacios antes ni después.
woocommerce-step-4 = Pulse Guardar cambios. Cuando vuelva la página, púlselo otra vez: el plugin comprueba los valores guardados antes, así que solo la segunda vez dice la verdad.
woocommerce-step-5 = Funciona cuando la página dice: Conectado a la aplicación « { $app } » (o Connected to app).
woocommerce-step-6 = En WooCommerce > Ajustes > Envío, añada el método CoopCycle a la zona de los códigos postales donde repartimos.
woocommerce-step-7 = Haga un pedido de prueba: la compra ofrece una fecha de entrega. Después, diga a { $sender } que funciona.
woocommerce-note-1 = «API credentials are not valid» aparece por muchas razones. Guarde otra vez; si sigue, pegue de nuevo ambos valores y compare el código de control; si no, quizá a la clave le falta el permiso deliveries.
woocommerce-note-2 = «Server is not compatible with CoopCycle»: Base URL está mal escrita, o su alojamiento no alcanza el servidor.

## PrestaShop

prestashop-lead = Estos valores conectan la tienda PrestaShop de { $store } con el reparto de { $coop }, mediante el módulo CoopCycle.
prestashop-step-1 = En la lista de módulos, busque CoopCycle y abra su configuración.
prestashop-step-2 = Escriba URL of CoopCycle server exactamente como arriba, sin barra al final.
prestashop-step-3 = Pegue API key y API secret, sin espacios antes ni después.
prestashop-step-4 = Pulse Save. El módulo prueba primero la dirección y luego la clave, y solo guarda los valores si ambas pruebas salen bien.
prestashop-step-5 = Funciona cuando no aparece ningún error y hay un transportista nuevo con el nombre de la cooperativa. Ajuste sus zonas y precios.
prestashop-step-6 = Haga un pedido de prueba con ese transportista. Después, diga a { $sender } que funciona.
prestashop-note-1 = «Server with URL … is not compatible»: la dirección está mal escrita, o su alojamiento no alcanza el servidor. No se guardó nada; corríjala y guarde otra vez.
prestashop-note-2 = «Credentials are not valid»: pegue de nuevo ambos valores y compare el código de control; si no, quizá a la clave le falta el permiso deliveries. No se guardó nada.

## Shopify

shopify-lead = Estos valores conectan la tienda Shopify de { $store } con el reparto de { $coop }. Son para quien instala o escribe la aplicación entre ambos, cuyos nombres de campos no conocemos.
shopify-step-1 = Busque dónde pide la aplicación los tres valores. Quizá llame a { $identifier } y { $secret } API Key y API Secret.
shopify-step-2 = Escriba Base URL exactamente como arriba. Guarde { $secret } en el servidor de la aplicación, nunca en el tema ni en un navegador.
shopify-step-3 = La aplicación obtiene un token: POST { $base }/oauth2/token con HTTP Basic, grant_type=client_credentials y scope=deliveries. Un token dura 3600 s.
shopify-step-4 = Envía cada petición con Authorization: Bearer y el token. GET { $base }/api/me responde con el nombre «{ $app }».
shopify-step-5 = Haga un pedido de prueba: la aplicación lo envía con POST { $base }/api/deliveries. Después, diga a { $sender } que funciona.

## PHP

php-lead = Con estos valores, el código PHP de { $store } envía repartos a { $coop }. El código de abajo no cambia nada en el servidor.
php-step-1 = Ponga { $secret } en la variable de entorno COOPCYCLE_SECRET de su servidor, nunca en el código.
php-step-2 = Ejecute el código: muestra el nombre «{ $app }». Después, diga a { $sender } que funciona.
php-step-3 = Un token dura 3600 s. Guárdelo y úselo de nuevo; no hay token de renovación.
php-step-4 = Envíe los repartos en JSON con POST { $base }/api/deliveries y la misma cabecera.

## curl

curl-lead = Con estos valores puede probar la clave de { $store } en { $coop } desde un terminal. Las órdenes no cambian nada en el servidor.
curl-step-1 = Ejecute la primera línea, pegue el valor secreto y pulse Intro. No se muestra nada y nada queda en el historial.
curl-step-2 = Ejecute las demás: la primera obtiene un token para el permiso deliveries, que dura 3600 s; la segunda pregunta quién es usted.
curl-step-3 = Funciona cuando la respuesta tiene el nombre «{ $app }». Después, dígaselo a { $sender }.
curl-step-4 = Cierre el terminal. No ponga nunca el valor secreto en una dirección ni detrás de una orden.
curl-note-1 = «Could not resolve host» o tiempo agotado: Base URL está mal escrita, o su red no alcanza el servidor.

## Solo API

api-lead = Con estos valores, un programa de { $store } envía repartos a { $coop } por HTTP. Las dos peticiones de abajo no cambian nada en el servidor.
api-step-1 = Obtenga un token: POST { $base }/oauth2/token, grant client_credentials, scope deliveries, { $identifier } y { $secret } por HTTP Basic.
api-step-2 = Tome access_token de la respuesta. Dura 3600 s; no hay token de renovación, pida otro.
api-step-3 = Envíelo con cada petición: Authorization: Bearer y el token. Envíe también Accept: application/json.
api-step-4 = GET { $base }/api/me responde con el nombre «{ $app }» y la tienda. Después, diga a { $sender } que funciona.
api-step-5 = Cree repartos con POST { $base }/api/deliveries. Guarde { $secret } en su servidor, nunca en un navegador.

## Una clave de tipo ak_, que es un solo valor

api-key-lead = Con este valor, un programa de { $store } habla con { $coop } por HTTP.
api-key-step-1 = El valor empieza por ak_. Envíelo tal cual con cada petición: Authorization: Bearer y el valor. No hay token que obtener.
api-key-step-php = Póngalo en la variable de entorno COOPCYCLE_SECRET de su servidor, nunca en el código.
api-key-step-keep = Guárdelo en su servidor, nunca en una dirección, un navegador o un archivo de código.
api-key-step-3 = GET { $base }/api/me responde con el nombre «{ $app }». Después, diga a { $sender } que funciona.
api-key-step-4 = Envíe también Accept: application/json. El valor es válido hasta que { $coop } lo sustituya.
api-key-note-401 = 401: el valor está cortado o se sustituyó. Compare el código de control y pregunte a { $sender }.
api-key-note-403 = 403: el valor es correcto, pero no tiene ese derecho. Pregunte a { $sender }.

unfit-lead = Esta clave no sirve aquí: los plugins de tienda piden API Key y API Secret, y esta clave es un solo valor que empieza por ak_.
unfit-step-1 = No la escriba en el plugin: ningún campo es para ella.
unfit-step-2 = Pida a { $sender } una clave del tipo «OAuth - for WordPress» para { $store }, con el permiso deliveries.
unfit-step-3 = Recibirá otra hoja con Base URL y API Key, y API Secret por otra vía.
unfit-step-4 = Guarde el valor ak_ solo si otro de sus programas lo usa, con Authorization: Bearer.
unfit-note-1 = «API credentials are not valid» es lo que muestra un plugin ante un valor ak_, esté en el campo que esté.

## Una clave de cliente de un sitio WooCommerce

consumer-title = Clave de cliente para { $store }
consumer-subject = { $store }: clave de cliente «{ $app }»
consumer-footer = { $date } · { $sender }
consumer-lead = La clave «{ $app }» abre a un programa la API REST de la tienda WooCommerce { $store }. El ejemplo no cambia nada en ella.
consumer-may-read = La clave puede leer pedidos, productos y clientes, y no puede cambiar nada.
consumer-may-write = La clave puede hacer cambios, y no puede leer nada.
consumer-may-both = La clave puede leer pedidos, productos y clientes, y cambiarlos.
consumer-step-https = Envíe { $identifier } y { $secret } con HTTP Basic, solo por https, a direcciones que empiecen por { $base }/wp-json/wc/ . Nunca en una dirección: quedaría en registros.
consumer-step-php = Ponga { $identifier } y { $secret } en las variables de entorno WC_CONSUMER_KEY y WC_CONSUMER_SECRET de su servidor, fuera del código y de su repositorio.
consumer-step-keep = Guarde ambos en un lugar seguro, fuera del código y de su repositorio, nunca en un navegador.
consumer-step-reads = Pruebe el ejemplo: funciona cuando la respuesta contiene countries y currencies. Después, diga a { $sender } que funciona.
consumer-step-writes = Pruebe el ejemplo: funciona cuando la primera respuesta contiene woocommerce_rest_authentication_error, y la segunda rest_no_route. Después, diga a { $sender } que funciona.
consumer-step-lost = El sitio muestra { $secret } una sola vez. Si se pierde, pida a { $sender } un par nuevo.
consumer-step-revoke = ¿Ya no hace falta la clave, o la vio otra persona? Avise a { $sender }: la revocamos al momento.
consumer-note-plain = El sitio tiene ahora enlaces permanentes simples, y ninguna clave funciona mientras sea así: Ajustes > Enlaces permanentes, cualquier estructura menos «Simple».
consumer-note-view = 401 woocommerce_rest_cannot_view: el sitio no conoce o ya no conoce la clave, o no llega. Compare el código de control.
consumer-note-error = 401 woocommerce_rest_authentication_error: { $secret } es falso, o falta ese permiso.
consumer-note-403 = 403: el dueño de la clave no puede gestionar la tienda. Avise a { $sender }.
consumer-note-page = Una página web en lugar de JSON: Site URL está mal escrita, o el sitio tiene enlaces permanentes simples.

## Paquetes sellados

pack-lead = Este archivo contiene el valor secreto. Bórrelo una vez introducidos los valores.
pack-note = El archivo «{ $file }» está sellado; cualquier programa age lo abre: age -d -o key.txt { $quoted } . Las palabras que pide le llegan por otra vía.

## Cartas

letter-greeting = Buenos días:
letter-intro = Hemos revisado la conexión de su tienda con nuestro reparto. Esto es lo que encontramos:
letter-intro-store = Hemos revisado la conexión de { $store } con nuestro reparto. Esto es lo que encontramos:
letter-enter = Qué introducir:
letter-next = Con el plugin de WordPress, guarde dos veces: comprueba los valores guardados antes. Funciona cuando la página dice «Conectado a la aplicación» (o «Connected to app»). Con PrestaShop, funciona cuando no aparece ningún error.
letter-closing = Díganos si ahora funciona, o qué aparece en su lugar. Gracias y un cordial saludo

cause-white-space = { $field } contiene un espacio, un salto de línea o un carácter invisible. Vacíe el campo y pegue el valor de nuevo, sin nada antes ni después.
cause-empty = { $field } está vacío. Escriba el valor.
cause-halves-swapped = API Key y API Secret están cada uno en el campo del otro. API Key es el valor corto, de 32 caracteres; API Secret el largo, de 128.
cause-wrong-length = { $field } tiene { $found } caracteres y debería tener { $expected }. Se perdió una parte o se copió otra cosa: copie de nuevo el valor entero.
cause-base-url-slash = { $url } termina en una barra. Escríbala sin ella.
cause-base-url-path = Base URL tiene más que la dirección del servidor. Quite todo lo que sigue al nombre del servidor.
cause-base-url-http = { $url } empieza por http://. Escríbala con https://.
cause-base-url-www = A { $url } le sobra o le falta un «www.». Escríbala exactamente como abajo.
cause-base-url-no-address = { $url } no es una dirección web. Empieza por https:// y no tiene espacios.
cause-redirected = { $url } lleva a { $to }, y los plugins no siguen con una clave. Escriba la dirección como abajo.
cause-certificate = El certificado del servidor no es de confianza en este momento. Nos ocupamos de ello; no hay nada que cambiar ni desactivar por su parte.
cause-other-instance = { $identifier } pertenece al servidor { $address }, no al de { $url }. Escriba esa dirección.
cause-unknown-address = { $url } no es la dirección de un servidor nuestro.
cause-not-coopcycle = Ningún servidor CoopCycle responde en esta Base URL. Busque un error al escribir.
cause-lacks-deliveries = Los valores son correctos, pero la clave no puede crear repartos: le falta el permiso deliveries, y el plugin dice entonces «API credentials are not valid». Creamos otra clave y le enviamos sus valores.
cause-api-key-instead = Se introdujo un valor que empieza por ak_. El plugin pide API Key y API Secret, que es otro tipo de clave.
cause-opens-another-store = Estos valores funcionan, pero para otra tienda: { $other }. Los pedidos llegarían allí. Introduzca los valores de su propia tienda.
cause-renewed = API Secret es un valor antiguo: se renovó después. El actual le llega por otra vía.
cause-replaced = API Key y API Secret son un par antiguo: ambos se sustituyeron después. El API Secret actual le llega por otra vía.
cause-secret-differs = { $secret } no es el que corresponde a esta { $identifier }. Copie ambos de la misma hoja.
cause-unknown-identifier = El servidor no conoce esta { $identifier }. Busque un error al escribir, y vea si corresponde a esta { $url }.
cause-refused = El servidor no acepta { $identifier } y { $secret }, y no dice por qué. Pegue ambos de nuevo.
cause-maintenance = El servidor está en mantenimiento. Inténtelo más tarde; no hay nada que cambiar.
cause-server-down = El servidor responde con un error. Nos ocupamos de ello; no hay nada que cambiar por su parte.
cause-server-down-status = El servidor responde con el error { $status }. Nos ocupamos de ello; no hay nada que cambiar por su parte.
cause-unreachable = Tampoco nosotros alcanzamos el servidor. Inténtelo más tarde; no hay nada que cambiar.
cause-no-time-slot = La clave funciona, pero la tienda aún no tiene franja horaria: no hay fecha de entrega que elegir en la compra. Elegimos una por nuestra parte.
cause-unrestricted = La clave funciona, pero permite más de lo necesario. Creamos una más limitada y le enviamos sus valores; hasta entonces todo sigue.
cause-nothing-wrong = Desde aquí, todo funciona con estos valores. Si aún aparece un error, guarde otra vez, vacíe la caché de la tienda y vea si su alojamiento alcanza el servidor.

## Cartas sobre un sitio WooCommerce

lines-apache = Apache, en el archivo .htaccess del sitio, encima del bloque de WordPress:
lines-nginx = nginx, junto a las demás líneas fastcgi_param:
lines-wp-config = En wp-config.php, encima de la línea que dice que deje de editar:
site-halves-swapped = { $identifier } y { $secret } están cada uno en el campo del otro. { $identifier } empieza por ck_, { $secret } por cs_.
site-url-path = { $url } tiene más que la dirección del sitio. Escríbala exactamente como abajo, sin /wp-admin ni /wp-json.
site-plain-http = El sitio responde por http sin cifrar, donde las claves de cliente no cuentan. Instale un certificado y escriba con https:// las dos direcciones de Ajustes > Generales.
site-plain-permalinks = El sitio tiene enlaces permanentes simples, con los que no se reconocen las claves de cliente. En Ajustes > Enlaces permanentes, elija cualquier estructura menos «Simple» y guarde.
site-header-stripped = El servidor web se queda con la cabecera Authorization, y las claves de cliente no llegan al sitio. Añada la línea de su servidor web; con Apache 2.4.13 o posterior, CGIPassAuth On hace lo mismo.
site-https-hidden = Un proxy termina https delante del sitio sin decírselo a PHP, y por lo que parece http sin cifrar las claves de cliente no cuentan. Añada estas líneas, siempre que el proxy ponga siempre él mismo la cabecera X-Forwarded-Proto.
site-header-or-https = La clave está en la lista del sitio, y el sitio no la ve: el servidor web se queda con la cabecera Authorization, o un proxy termina https sin decírselo a PHP. Añada la línea de su servidor web; si no basta, también las de wp-config.php, siempre que el proxy ponga siempre él mismo la cabecera X-Forwarded-Proto.
site-revoked = La clave se revocó: ya no está en la lista del sitio, en WooCommerce > Ajustes > Avanzado > API REST. Creamos otra y le enviamos sus valores.
site-not-recognised = El sitio no conoce esta { $identifier }, o no la recibe nunca. Pegue de nuevo ambos valores y compare los siete últimos caracteres con la lista de WooCommerce > Ajustes > Avanzado > API REST.
site-owner-lacks-right = Los valores son correctos, pero el usuario al que pertenece la clave no puede gestionar la tienda. En Usuarios, dele el perfil «Gestor de la tienda» (Shop manager), o díganos para qué otro usuario podemos crear una clave.
site-owner-gone = El usuario al que pertenecía la clave se borró, y la clave ya no abre nada. Creamos otra y le enviamos sus valores.
site-lacks-read = Los valores son correctos, pero la clave no puede leer. En WooCommerce > Ajustes > Avanzado > API REST, dele el permiso «Lectura/Escritura»; sus valores no cambian.
site-lacks-write = Los valores son correctos, pero la clave no puede cambiar nada. En WooCommerce > Ajustes > Avanzado > API REST, dele el permiso «Lectura/Escritura»; sus valores no cambian.
site-not-woocommerce = Ningún WooCommerce responde en esta { $url }. Busque un error al escribir, y vea si el plugin WooCommerce está activo.
site-rest-closed = Un cortafuegos o un plugin cierra las rutas REST del sitio. Deje pasar las peticiones a /wp-json/wc/, con su cabecera Authorization.
site-certificate = El certificado del sitio no es de confianza. Renuévelo, o instálelo con toda su cadena; no hay que desactivar nada en su lugar.
site-server-down = El sitio responde con un error. Su registro dice más.
site-server-down-status = El sitio responde con el error { $status }. Su registro dice más.
site-unreachable = No alcanzamos el sitio. Vea si funciona, y si un cortafuegos rechaza las peticiones.
site-nothing-wrong = Desde aquí, todo funciona con estos valores. Si aún aparece un error, vea si su programa los envía con HTTP Basic, por https y a direcciones que empiecen por /wp-json/wc/ .
