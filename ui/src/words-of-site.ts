// What is told of a WooCommerce site in a few words.
import type { ConnectionView, SiteView } from "./contract";
import { t } from "./text.svelte";

/** Where a connection is: a site's folder belongs to it. */
export function placeOf({ site, host, base_url }: ConnectionView): string {
  return site ? base_url.replace(/^https?:\/\//, "") : host;
}

/** Its versions, as far as it tells them. */
export function siteVersions({ woocommerce, wordpress }: SiteView): string {
  const unknown = t("site-version-unknown");
  return t("site-versions", {
    woocommerce: woocommerce ?? unknown,
    wordpress: wordpress ?? unknown,
  });
}
