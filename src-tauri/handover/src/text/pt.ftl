# O que leem os destinatários, em português. As mesmas frases com os mesmos espaços em cada língua.
# Os textos citados dos plugins ficam como os plugins os mostram.

date = { $day }/{ $month }/{ $year }
term-identifier = Identificador
term-secret = Chave secreta
term-api-key = Chave de API
term-site-url = Endereço do site
term-consumer-key = Chave do consumidor
term-consumer-secret = Segredo do consumidor

## Cada folha

sheet-title = Chave de entregas para { $store }
sheet-subject = { $coop }: chave de entregas para { $store }
sheet-footer = { $date } · { $sender }, { $coop }
secret-apart = O valor secreto não está nesta folha; chega por outra via.
instead = chega por outra via
values-heading = Valores a introduzir
steps-heading = O que fazer
check-heading = Código de controlo
notes-heading = Se não funcionar

check-text = Mostra que ambos temos a mesma chave, sem a revelar. Num terminal, execute { $command } , cole { $secret }, prima Enter: os primeiros oito algarismos são o código (macOS: shasum -a 256). É o SHA-256 de { $identifier }, dois pontos e { $secret }.
check-text-api-key = Mostra que ambos temos a mesma chave, sem a revelar. Num terminal, execute { $command } , cole o valor, prima Enter: os primeiros oito algarismos são o código (macOS: shasum -a 256). É o SHA-256 do valor.

note-time-slot = Não há data de entrega para escolher na compra: talvez a loja ainda não tenha um período de entrega. Diga a { $sender }.
note-no-time-slot = A loja ainda não tem um período de entrega, por isso não há data para escolher na compra. { $coop } escolhe um do seu lado.
note-401 = 401 invalid_client: { $identifier } e { $secret } não pertencem um ao outro, estão cortados ou foram renovados. Compare o código de controlo.
note-400 = 400 invalid_scope: os valores estão certos, mas falta à chave a permissão deliveries. Diga a { $sender }.

## WordPress com WooCommerce, plugin CoopCycle 1.1.0

woocommerce-lead = Estes valores ligam a loja WooCommerce de { $store } às entregas de { $coop }, através do plugin CoopCycle 1.1.0 para WordPress.
woocommerce-step-1 = No WordPress, abra Definições (ou Configurações) > CoopCycle.
woocommerce-step-2 = Introduza Base URL exatamente como acima, sem barra no fim.
woocommerce-step-3 = Cole API Key e API Secret, sem espaços antes nem depois.
woocommerce-step-4 = Prima Guardar (ou Salvar) alterações. Quando a página voltar, prima outra vez: o plugin verifica os valores guardados antes, por isso só a segunda vez diz a verdade.
woocommerce-step-5 = Funciona quando a página diz: Connected to app "{ $app }".
woocommerce-step-6 = Nas definições do WooCommerce, em Envio (ou Entrega), junte o método CoopCycle à zona dos códigos postais onde entregamos.
woocommerce-step-7 = Faça uma encomenda de teste: a compra oferece uma data de entrega. Depois diga a { $sender } que funciona.
woocommerce-note-1 = «API credentials are not valid» aparece por muitas razões. Guarde mais uma vez; se continuar, cole de novo ambos os valores e compare o código de controlo; senão, talvez falte à chave a permissão deliveries.
woocommerce-note-2 = «Server is not compatible with CoopCycle»: Base URL está mal escrita, ou o seu alojamento não chega ao servidor.

## PrestaShop

prestashop-lead = Estes valores ligam a loja PrestaShop de { $store } às entregas de { $coop }, através do módulo CoopCycle.
prestashop-step-1 = Na lista de módulos, procure CoopCycle e abra a sua configuração.
prestashop-step-2 = Introduza URL of CoopCycle server exatamente como acima, sem barra no fim.
prestashop-step-3 = Cole API key e API secret, sem espaços antes nem depois.
prestashop-step-4 = Prima Save. O módulo testa primeiro o endereço e depois a chave, e só guarda os valores se ambos os testes passarem.
prestashop-step-5 = Funciona quando não aparece nenhum erro e há uma nova transportadora com o nome da cooperativa. Defina as suas zonas e preços.
prestashop-step-6 = Faça uma encomenda de teste com esta transportadora. Depois diga a { $sender } que funciona.
prestashop-note-1 = «Server with URL … is not compatible»: o endereço está mal escrito, ou o seu alojamento não chega ao servidor. Nada foi guardado; corrija e guarde de novo.
prestashop-note-2 = «Credentials are not valid»: cole de novo ambos os valores e compare o código de controlo; senão, talvez falte à chave a permissão deliveries. Nada foi guardado.

## Shopify

shopify-lead = Estes valores ligam a loja Shopify de { $store } às entregas de { $coop }. São para quem instala ou escreve a aplicação entre as duas, cujos nomes de campos não conhecemos.
shopify-step-1 = Procure onde a aplicação pede os três valores. Talvez chame a { $identifier } e { $secret } API Key e API Secret.
shopify-step-2 = Introduza Base URL exatamente como acima. Guarde { $secret } no servidor da aplicação, nunca no tema nem num navegador.
shopify-step-3 = A aplicação obtém um token: POST { $base }/oauth2/token com HTTP Basic, grant_type=client_credentials e scope=deliveries. Um token dura 3600 s.
shopify-step-4 = Envia cada pedido com Authorization: Bearer e o token. GET { $base }/api/me responde com o nome «{ $app }».
shopify-step-5 = Faça uma encomenda de teste: a aplicação envia-a com POST { $base }/api/deliveries. Depois diga a { $sender } que funciona.

## PHP

php-lead = Com estes valores, o código PHP de { $store } envia entregas a { $coop }. O código abaixo não muda nada no servidor.
php-step-1 = Ponha { $secret } na variável de ambiente COOPCYCLE_SECRET do seu servidor, nunca no código.
php-step-2 = Execute o código: mostra o nome «{ $app }». Depois diga a { $sender } que funciona.
php-step-3 = Um token dura 3600 s. Guarde-o e use-o de novo; não há token de renovação.
php-step-4 = Envie as entregas em JSON com POST { $base }/api/deliveries e o mesmo cabeçalho.

## curl

curl-lead = Com estes valores pode experimentar a chave de { $store } em { $coop } num terminal. Os comandos não mudam nada no servidor.
curl-step-1 = Execute a primeira linha, cole o valor secreto e prima Enter. Nada é mostrado e nada fica no histórico.
curl-step-2 = Execute as outras: a primeira obtém um token para a permissão deliveries, que dura 3600 s; a segunda pergunta quem é.
curl-step-3 = Funciona quando a resposta tem o nome «{ $app }». Depois diga-o a { $sender }.
curl-step-4 = Feche o terminal. Nunca ponha o valor secreto num endereço nem a seguir a um comando.
curl-note-1 = «Could not resolve host» ou tempo esgotado: Base URL está mal escrita, ou a sua rede não chega ao servidor.

## Só API

api-lead = Com estes valores, um programa de { $store } envia entregas a { $coop } por HTTP. Os dois pedidos abaixo não mudam nada no servidor.
api-step-1 = Obtenha um token: POST { $base }/oauth2/token, grant client_credentials, scope deliveries, { $identifier } e { $secret } por HTTP Basic.
api-step-2 = Tire access_token da resposta. Dura 3600 s; não há token de renovação, peça outro.
api-step-3 = Envie-o com cada pedido: Authorization: Bearer e o token. Envie também Accept: application/json.
api-step-4 = GET { $base }/api/me responde com o nome «{ $app }» e a loja. Depois diga a { $sender } que funciona.
api-step-5 = Crie entregas com POST { $base }/api/deliveries. Guarde { $secret } no seu servidor, nunca num navegador.

## Uma chave do tipo ak_, que é um só valor

api-key-lead = Com este valor, um programa de { $store } fala com { $coop } por HTTP.
api-key-step-1 = O valor começa por ak_. Envie-o tal como está com cada pedido: Authorization: Bearer e o valor. Não há token a obter.
api-key-step-php = Ponha-o na variável de ambiente COOPCYCLE_SECRET do seu servidor, nunca no código.
api-key-step-keep = Guarde-o no seu servidor, nunca num endereço, num navegador ou num ficheiro de código.
api-key-step-3 = GET { $base }/api/me responde com o nome «{ $app }». Depois diga a { $sender } que funciona.
api-key-step-4 = Envie também Accept: application/json. O valor é válido até { $coop } o substituir.
api-key-note-401 = 401: o valor está cortado ou foi substituído. Compare o código de controlo e pergunte a { $sender }.
api-key-note-403 = 403: o valor está certo, mas não tem esse direito. Pergunte a { $sender }.

unfit-lead = Esta chave não serve: os plugins de loja pedem API Key e API Secret, e esta chave é um só valor que começa por ak_.
unfit-step-1 = Não a introduza no plugin: nenhum campo é para ela.
unfit-step-2 = Peça a { $sender } uma chave do tipo «OAuth - for WordPress» para { $store }, com a permissão deliveries.
unfit-step-3 = Receberá outra folha com Base URL e API Key, e API Secret por outra via.
unfit-step-4 = Guarde o valor ak_ só se outro programa seu o usar, com Authorization: Bearer.
unfit-note-1 = «API credentials are not valid» é o que um plugin mostra com um valor ak_, seja em que campo for.

## Uma chave do consumidor de um site WooCommerce

consumer-title = Chave do consumidor para { $store }
consumer-subject = { $store }: chave do consumidor «{ $app }»
consumer-footer = { $date } · { $sender }
consumer-lead = A chave «{ $app }» abre a um programa a API REST da loja WooCommerce { $store }. O exemplo não muda nada nela.
consumer-may-read = A chave pode ler encomendas, produtos e clientes, e não pode mudar nada.
consumer-may-write = A chave pode fazer mudanças, e não pode ler nada.
consumer-may-both = A chave pode ler encomendas, produtos e clientes, e mudá-los.
consumer-step-https = Envie { $identifier } e { $secret } com HTTP Basic, só por https, para endereços que comecem por { $base }/wp-json/wc/ . Nunca num endereço: ficaria em registos.
consumer-step-php = Ponha { $identifier } e { $secret } nas variáveis de ambiente WC_CONSUMER_KEY e WC_CONSUMER_SECRET do seu servidor, fora do código e do seu repositório.
consumer-step-keep = Guarde ambos num lugar seguro, fora do código e do seu repositório, nunca num navegador.
consumer-step-reads = Experimente o exemplo: funciona quando a resposta contém countries e currencies. Depois diga a { $sender } que funciona.
consumer-step-writes = Experimente o exemplo: funciona quando a primeira resposta contém woocommerce_rest_authentication_error, e a segunda rest_no_route. Depois diga a { $sender } que funciona.
consumer-step-lost = O site mostra { $secret } uma só vez. Se se perder, peça um novo par a { $sender }.
consumer-step-revoke = A chave já não é precisa, ou outra pessoa viu-a? Diga-o a { $sender }: revogamo-la logo.
consumer-note-plain = O site tem por agora ligações permanentes simples, e nenhuma chave funciona enquanto assim for: Definições > Ligações permanentes (ou Configurações > Links permanentes), tudo menos «Simples» (ou «Padrão»).
consumer-note-view = 401 woocommerce_rest_cannot_view: o site não conhece ou já não conhece a chave, ou ela não chega. Compare o código de controlo.
consumer-note-error = 401 woocommerce_rest_authentication_error: { $secret } está errado, ou falta a permissão.
consumer-note-403 = 403: o dono da chave não pode gerir a loja. Diga a { $sender }.
consumer-note-page = Uma página web em vez de JSON: Site URL está mal escrita, ou o site tem ligações permanentes simples.

## Pacotes selados

pack-lead = Este ficheiro contém o valor secreto. Apague-o depois de introduzir os valores.
pack-note = O ficheiro «{ $file }» está selado; qualquer programa age o abre: age -d -o key.txt { $quoted } . As palavras que ele pede chegam por outra via.

## Cartas

letter-greeting = Bom dia,
letter-intro = examinámos a ligação da sua loja às nossas entregas. Foi isto que encontrámos:
letter-intro-store = examinámos a ligação de { $store } às nossas entregas. Foi isto que encontrámos:
letter-enter = O que introduzir:
letter-next = Com o plugin do WordPress, guarde duas vezes: ele verifica os valores guardados antes. Funciona quando a página diz «Connected to app». Com o PrestaShop, funciona quando não aparece nenhum erro.
letter-closing = Diga-nos se agora funciona, ou o que aparece em vez disso. Obrigado e cumprimentos

cause-white-space = { $field } contém um espaço, uma mudança de linha ou um carácter invisível. Esvazie o campo e cole de novo o valor, sem nada antes nem depois.
cause-empty = { $field } está vazio. Introduza o valor.
cause-halves-swapped = API Key e API Secret estão cada um no campo do outro. API Key é o valor curto, de 32 caracteres; API Secret o longo, de 128.
cause-wrong-length = { $field } tem { $found } caracteres e deveria ter { $expected }. Perdeu-se uma parte, ou foi copiada outra coisa: copie de novo o valor inteiro.
cause-base-url-slash = { $url } termina numa barra. Introduza-a sem ela.
cause-base-url-path = Base URL tem mais do que o endereço do servidor. Tire tudo o que vem depois do nome do servidor.
cause-base-url-http = { $url } começa por http://. Introduza-a com https://.
cause-base-url-www = { $url } tem um «www.» a mais ou a menos. Introduza-a exatamente como abaixo.
cause-base-url-no-address = { $url } não é um endereço web. Começa por https:// e não tem espaços.
cause-redirected = { $url } leva a { $to }, e os plugins não o seguem com uma chave. Introduza o endereço como abaixo.
cause-certificate = O certificado do servidor não é de confiança neste momento. Tratamos disso; do seu lado não há nada a mudar nem a desativar.
cause-other-instance = { $identifier } pertence ao servidor { $address }, não ao de { $url }. Introduza esse endereço.
cause-unknown-address = { $url } não é o endereço de um servidor nosso.
cause-not-coopcycle = Nenhum servidor CoopCycle responde nesta Base URL. Procure um erro de escrita.
cause-lacks-deliveries = Os valores estão certos, mas a chave não pode criar entregas: falta-lhe a permissão deliveries, e o plugin diz então «API credentials are not valid». Criamos outra chave e enviamos-lhe os seus valores.
cause-api-key-instead = Foi introduzido um valor que começa por ak_. O plugin pede API Key e API Secret, que é outro tipo de chave.
cause-opens-another-store = Estes valores funcionam, mas para outra loja: { $other }. As encomendas chegariam lá. Introduza os valores da sua própria loja.
cause-renewed = API Secret é um valor antigo: foi renovado entretanto. O atual chega por outra via.
cause-replaced = API Key e API Secret são um par antigo: ambos foram substituídos entretanto. O API Secret atual chega por outra via.
cause-secret-differs = { $secret } não é o que pertence a esta { $identifier }. Copie ambos da mesma folha.
cause-unknown-identifier = O servidor não conhece esta { $identifier }. Procure um erro de escrita, e veja se pertence a esta { $url }.
cause-refused = O servidor não aceita { $identifier } e { $secret }, e não diz porquê. Cole ambos de novo.
cause-maintenance = O servidor está em manutenção. Tente mais tarde; não há nada a mudar.
cause-server-down = O servidor responde com um erro. Tratamos disso; do seu lado não há nada a mudar.
cause-server-down-status = O servidor responde com o erro { $status }. Tratamos disso; do seu lado não há nada a mudar.
cause-unreachable = Também nós não chegámos ao servidor. Tente mais tarde; não há nada a mudar.
cause-no-time-slot = A chave funciona, mas a loja ainda não tem um período de entrega: não há data para escolher na compra. Escolhemos um do nosso lado.
cause-unrestricted = A chave funciona, mas permite mais do que o necessário. Criamos uma mais restrita e enviamos-lhe os seus valores; até lá tudo continua.
cause-nothing-wrong = Daqui tudo funciona com estes valores. Se ainda aparecer um erro, guarde mais uma vez, esvazie a cache da loja e veja se o seu alojamento chega ao servidor.

## Cartas sobre um site WooCommerce

lines-apache = Apache, no ficheiro .htaccess do site, acima do bloco do WordPress:
lines-nginx = nginx, junto das outras linhas fastcgi_param:
lines-wp-config = Em wp-config.php, acima da linha que diz para parar de editar:
site-halves-swapped = { $identifier } e { $secret } estão cada um no campo do outro. { $identifier } começa por ck_, { $secret } por cs_.
site-url-path = { $url } tem mais do que o endereço do site. Introduza-a exatamente como abaixo, sem /wp-admin nem /wp-json.
site-plain-http = O site responde por http sem cifra, onde as chaves do consumidor não contam. Instale um certificado e introduza com https:// os dois endereços de Definições (ou Configurações) > Geral.
site-plain-permalinks = O site tem ligações permanentes simples, com as quais as chaves do consumidor não são reconhecidas. Em Definições > Ligações permanentes (ou Configurações > Links permanentes), escolha qualquer estrutura menos «Simples» (ou «Padrão») e guarde.
site-header-stripped = O servidor web fica com o cabeçalho Authorization, e as chaves do consumidor não chegam ao site. Junte a linha do seu servidor web; a partir de Apache 2.4.13, CGIPassAuth On faz o mesmo.
site-https-hidden = Um proxy termina https à frente do site sem o dizer ao PHP, e pelo que parece http sem cifra as chaves do consumidor não contam. Junte estas linhas, desde que seja sempre o próprio proxy a pôr o cabeçalho X-Forwarded-Proto.
site-header-or-https = A chave está na lista do site, e o site não a vê: o servidor web fica com o cabeçalho Authorization, ou um proxy termina https sem o dizer ao PHP. Junte a linha do seu servidor web; se não chegar, também as de wp-config.php, desde que seja sempre o próprio proxy a pôr o cabeçalho X-Forwarded-Proto.
site-revoked = A chave foi revogada: já não está na lista do site, em WooCommerce > Definições (ou Configurações) > Avançado > API REST. Criamos outra e enviamos-lhe os seus valores.
site-not-recognised = O site não conhece esta { $identifier }, ou nunca a recebe. Cole de novo ambos os valores, e compare os últimos sete caracteres com a lista em WooCommerce > Definições (ou Configurações) > Avançado > API REST.
site-owner-lacks-right = Os valores estão certos, mas o utilizador a quem pertence a chave não pode gerir a loja. Em Utilizadores (ou Usuários), dê-lhe o papel «Gestor da loja» (Shop manager), ou diga-nos para que outro utilizador podemos criar uma chave.
site-owner-gone = O utilizador a quem pertencia a chave foi apagado, e a chave já não abre nada. Criamos outra e enviamos-lhe os seus valores.
site-lacks-read = Os valores estão certos, mas a chave não pode ler. Em WooCommerce > Definições (ou Configurações) > Avançado > API REST, dê-lhe a permissão «Leitura/Escrita»; os seus valores ficam os mesmos.
site-lacks-write = Os valores estão certos, mas a chave não pode mudar nada. Em WooCommerce > Definições (ou Configurações) > Avançado > API REST, dê-lhe a permissão «Leitura/Escrita»; os seus valores ficam os mesmos.
site-not-woocommerce = Nenhum WooCommerce responde nesta { $url }. Procure um erro de escrita, e veja se o plugin WooCommerce está ativo.
site-rest-closed = Uma firewall ou um plugin fecha as rotas REST do site. Deixe passar os pedidos a /wp-json/wc/, com o seu cabeçalho Authorization.
site-certificate = O certificado do site não é de confiança. Renove-o, ou instale-o com toda a sua cadeia; não há nada a desativar em vez disso.
site-server-down = O site responde com um erro. O seu registo diz mais.
site-server-down-status = O site responde com o erro { $status }. O seu registo diz mais.
site-unreachable = Não chegámos ao site. Veja se está a funcionar, e se uma firewall afasta os pedidos.
site-nothing-wrong = Daqui, tudo funciona com estes valores. Se ainda aparecer um erro, veja se o seu programa os envia com HTTP Basic, por https e para endereços que comecem por /wp-json/wc/ .
