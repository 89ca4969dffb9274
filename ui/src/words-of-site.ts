// What is told of a WooCommerce site in a few words.
import type { SiteView } from "./contract";
import { t } from "./text.svelte";

/** Its versions, as far as it tells them. */
export function siteVersions({ woocommerce, wordpress }: SiteView): string {
  const unknown = t("site-version-unknown");
  return t("site-versions", {
    woocommerce: woocommerce ?? unknown,
    wordpress: wordpress ?? unknown,
  });
}
