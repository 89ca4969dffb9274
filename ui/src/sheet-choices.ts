// What a sheet or a letter can be written for, in the order it is offered.
import type { KeyType, Platform, SheetLanguage } from "./contract";
import { locale } from "./text.svelte";

const plugins: readonly Platform[] = ["woocommerce", "prestashop", "shopify"];
const code: readonly Platform[] = ["php", "curl", "api"];

/** A consumer key is for whoever calls the site, not for its own plugins. */
export function platformsOf(type: KeyType): readonly Platform[] {
  return type === "consumer" ? code : [...plugins, ...code];
}

/** What a key of that type is most likely entered in. */
export function likelyPlatform(type: KeyType): Platform {
  return type === "oauth" ? "woocommerce" : "api";
}

export const sheetLanguages: readonly SheetLanguage[] = ["en", "fr", "es", "de", "it", "pt", "ca"];

/** A language's name as the window's language has it, with a capital as in a list of names. */
export function languageName(language: SheetLanguage): string {
  const name = new Intl.DisplayNames(locale(), { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1);
}
