//! Examples to run or to build on. The Secret is asked for or read from the environment: it is
//! never in a command's arguments, in a URL or in a file of code.

mod consumer;

use keys::{KeyType, Permission, Platform};

use crate::outline::fits;

/// The name of the environment variable that holds the Secret.
const VARIABLE: &str = "COOPCYCLE_SECRET";

/// The example for that platform, where one helps.
pub(crate) fn example(
    platform: Platform,
    key_type: KeyType,
    base_url: &str,
    identifier: &str,
    permission: Option<Permission>,
) -> Option<String> {
    if !fits(platform, key_type) {
        return None;
    }
    match (platform, key_type) {
        (_, KeyType::Consumer) => Some(consumer::example(
            platform, base_url, identifier, permission,
        )),
        (Platform::WooCommerce | Platform::PrestaShop | Platform::Shopify, _) => None,
        (Platform::Php, KeyType::OAuth) => Some(php_pair(base_url, identifier)),
        (Platform::Php, KeyType::ApiKey) => Some(php_api_key(base_url)),
        (Platform::Curl, KeyType::OAuth) => Some(curl_pair(base_url, identifier)),
        (Platform::Curl, KeyType::ApiKey) => Some(curl_api_key(base_url)),
        (Platform::Api, KeyType::OAuth) => Some(http_pair(base_url)),
        (Platform::Api, KeyType::ApiKey) => Some(http_api_key(base_url)),
    }
}

/// How the receiver computes the check code, again without the Secret in the shell's history.
pub(crate) fn check_command(identifier: Option<&str>) -> String {
    match identifier {
        Some(identifier) => {
            let identifier = in_shell(identifier);
            format!("read -rs S; printf '%s' {identifier}:\"$S\" | sha256sum")
        }
        None => "read -rs S; printf '%s' \"$S\" | sha256sum".to_owned(),
    }
}

const PHP_ASK: &str = "\
function ask(string $url, array $headers, ?string $body = null): array {
    $call = curl_init($url);
    curl_setopt_array($call, [CURLOPT_RETURNTRANSFER => true, CURLOPT_HTTPHEADER => $headers]);
    if ($body !== null) curl_setopt($call, CURLOPT_POSTFIELDS, $body);
    $answer = curl_exec($call);
    if (curl_getinfo($call, CURLINFO_RESPONSE_CODE) !== 200) exit(\"$url: $answer\\n\");
    return json_decode($answer, true);
}
";

fn php_pair(base_url: &str, identifier: &str) -> String {
    let (base_url, identifier) = (in_php(base_url), in_php(identifier));
    format!(
        "<?php
$base = {base_url};
$pair = {identifier} . ':' . getenv('{VARIABLE}');
{PHP_ASK}$token = ask(\"$base/oauth2/token\", ['Authorization: Basic ' . base64_encode($pair)],
    'grant_type=client_credentials&scope=deliveries')['access_token'];
$me = ask(\"$base/api/me\", [\"Authorization: Bearer $token\", 'Accept: application/json']);
echo $me['name'], \"\\n\";"
    )
}

fn php_api_key(base_url: &str) -> String {
    let base_url = in_php(base_url);
    format!(
        "<?php
$base = {base_url};
$key = getenv('{VARIABLE}');
{PHP_ASK}$me = ask(\"$base/api/me\", [\"Authorization: Bearer $key\", 'Accept: application/json']);
echo $me['name'], \"\\n\";"
    )
}

// With -f a refusal is told by its number, which the notes of the sheet explain.
// curl reads what is secret from its standard input, because arguments are seen in the list of
// processes.
fn curl_pair(base_url: &str, identifier: &str) -> String {
    let (token_url, me_url) = shell_urls(base_url);
    let identifier = in_shell(identifier);
    format!(
        "read -rs SECRET
TOKEN=$(printf 'user = \"%s:%s\"' {identifier} \"$SECRET\" |
  curl -fsS -K - -d grant_type=client_credentials -d scope=deliveries \\
  {token_url} |
  sed 's/.*\"access_token\": *\"\\([^\"]*\\)\".*/\\1/')
printf 'header = \"Authorization: Bearer %s\"' \"$TOKEN\" |
  curl -fsS -K - -H 'Accept: application/json' {me_url}"
    )
}

fn curl_api_key(base_url: &str) -> String {
    let (_, me_url) = shell_urls(base_url);
    format!(
        "read -rs SECRET
printf 'header = \"Authorization: Bearer %s\"' \"$SECRET\" |
  curl -fsS -K - -H 'Accept: application/json' {me_url}"
    )
}

fn http_pair(base_url: &str) -> String {
    format!(
        "POST {base_url}/oauth2/token
Authorization: Basic base64(client_id:client_secret)
Content-Type: application/x-www-form-urlencoded

grant_type=client_credentials&scope=deliveries

GET {base_url}/api/me
Authorization: Bearer ACCESS_TOKEN
Accept: application/json"
    )
}

fn http_api_key(base_url: &str) -> String {
    format!(
        "GET {base_url}/api/me
Authorization: Bearer ak_...
Accept: application/json"
    )
}

fn shell_urls(base_url: &str) -> (String, String) {
    (
        in_shell(&format!("{base_url}/oauth2/token")),
        in_shell(&format!("{base_url}/api/me")),
    )
}

/// A server is a stranger: what it calls its Identifier must not become a command.
fn in_shell(value: &str) -> String {
    format!("'{}'", value.replace('\'', r"'\''"))
}

fn in_php(value: &str) -> String {
    format!("'{}'", value.replace('\\', r"\\").replace('\'', r"\'"))
}

#[cfg(test)]
mod tests {
    use super::{check_command, example};
    use keys::{KeyType, Permission, Platform};

    #[test]
    fn values_of_a_strange_server_stay_values() {
        let sly = "a'; rm -rf ~; echo '";
        let code = example(
            Platform::Curl,
            KeyType::OAuth,
            "https://bikes.example",
            sly,
            None,
        );
        let code = code.expect("an example");
        assert!(code.contains(r"'a'\''; rm -rf ~; echo '\'''"), "{code}");
        assert!(check_command(Some(sly)).contains(r"'a'\''; rm"));
        let code = example(
            Platform::Php,
            KeyType::OAuth,
            "https://bikes.example",
            r"a\' . x",
            None,
        );
        assert!(code.expect("an example").contains(r"'a\\\' . x' . ':'"));
    }

    #[test]
    fn the_secret_is_never_an_argument_or_part_of_a_url() {
        let permissions = [None, Some(Permission::Read), Some(Permission::Write)];
        for key_type in [KeyType::OAuth, KeyType::ApiKey, KeyType::Consumer] {
            for platform in Platform::for_type(key_type) {
                for permission in permissions {
                    let base = "https://bikes.example";
                    let code = example(*platform, key_type, base, "0a1b", permission);
                    let code = code.unwrap_or_default();
                    assert!(!code.contains("-u "), "{code}");
                    for line in code.lines().filter(|line| line.contains("$SECRET")) {
                        assert!(line.contains("printf '"), "{line}");
                    }
                    assert!(!code.contains("?client_"), "{code}");
                    assert!(!code.contains("?consumer_"), "{code}");
                }
            }
        }
    }
}
