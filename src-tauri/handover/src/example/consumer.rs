//! Examples with a consumer key. They read where reading changes nothing, and with a key that may
//! only write they ask where nothing can be written (contract 7.5 of sites).

use keys::{Permission, Platform};

use super::in_php;
use super::in_shell;

const READING: &str = "/wp-json/wc/v3/data?_fields=slug";

/// A route that answers to no POST: it tells what the key may do, and nothing is carried out.
const WRITING: &str = "/wp-json/wc/v3";

/// The example for that platform and permission.
pub(super) fn example(
    platform: Platform,
    site: &str,
    consumer_key: &str,
    permission: Option<Permission>,
) -> String {
    let reads = permission.is_none_or(Permission::reads);
    match (platform, reads) {
        (Platform::Php, true) => php_reading(site),
        (Platform::Php, false) => php_writing(site),
        (Platform::Curl, true) => curl_reading(site, consumer_key),
        (Platform::Curl, false) => curl_writing(site, consumer_key),
        (_, true) => http_reading(site),
        (_, false) => http_writing(site),
    }
}

/// Both halves come from the environment, so that neither gets into a code repository. Without
/// further options the answer is printed.
const PHP_PAIR: &str = "$pair = getenv('WC_CONSUMER_KEY') . ':' . getenv('WC_CONSUMER_SECRET');";

fn php_reading(site: &str) -> String {
    let url = in_php(&format!("{site}{READING}"));
    format!(
        "<?php
{PHP_PAIR}
$call = curl_init({url});
curl_setopt($call, CURLOPT_USERPWD, $pair);
curl_exec($call);"
    )
}

fn php_writing(site: &str) -> String {
    let reading = php_reading(site);
    let url = in_php(&format!("{site}{WRITING}"));
    format!(
        "{reading}
curl_setopt($call, CURLOPT_URL, {url});
curl_setopt($call, CURLOPT_POSTFIELDS, '');
curl_exec($call);"
    )
}

// Without -f, since the code in the answer's body tells more than its status.
fn curl_reading(site: &str, consumer_key: &str) -> String {
    let url = in_shell(&format!("{site}{READING}"));
    let pair = curl_pair(consumer_key);
    format!("read -rs SECRET\n{pair} |\n  curl -sS -K - {url}")
}

fn curl_writing(site: &str, consumer_key: &str) -> String {
    let reading = curl_reading(site, consumer_key);
    let url = in_shell(&format!("{site}{WRITING}"));
    let pair = curl_pair(consumer_key);
    format!("{reading}\n{pair} |\n  curl -sS -K - -X POST -d '' {url}")
}

/// curl reads the pair from its standard input, because arguments are seen in the list of
/// processes.
fn curl_pair(consumer_key: &str) -> String {
    let consumer_key = in_shell(consumer_key);
    format!("printf 'user = \"%s:%s\"' {consumer_key} \"$SECRET\"")
}

fn http_reading(site: &str) -> String {
    format!(
        "GET {site}{READING}
Authorization: Basic base64(consumer_key:consumer_secret)
Accept: application/json"
    )
}

fn http_writing(site: &str) -> String {
    let reading = http_reading(site);
    format!(
        "{reading}

POST {site}{WRITING}
Authorization: Basic base64(consumer_key:consumer_secret)
Content-Length: 0"
    )
}
