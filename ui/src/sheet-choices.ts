// What a sheet or a letter can be written for, in the order it is offered.
import type { Platform, SheetLanguage } from "./contract";
import { locale } from "./text.svelte";

export const platforms: readonly Platform[] = [
  "woocommerce",
  "prestashop",
  "shopify",
  "php",
  "curl",
  "api",
];

export const sheetLanguages: readonly SheetLanguage[] = ["en", "fr", "es", "de", "it", "pt", "ca"];

/** A language's name as the window's language has it, with a capital as in a list of names. */
export function languageName(language: SheetLanguage): string {
  const name = new Intl.DisplayNames(locale(), { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale()) + name.slice(1);
}
