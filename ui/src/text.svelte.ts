// Words: picks the language and gives each message by its id.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "./contract";
import type { MessageId } from "./text/ids";

export type Locale = "en" | "fr";
export type MessageArguments = Record<string, FluentVariable>;

// Only the language of the window is read, so that the other does not slow the start.
const languages: Record<Locale, () => Promise<{ default: string[] }>> = {
  en: () => import("./text/en"),
  fr: () => import("./text/fr"),
};
const bundles = new Map<Locale, FluentBundle>();

/** Reads the messages of a language; once they are read it can be chosen at once. */
export async function readLanguage(locale: Locale): Promise<void> {
  if (bundles.has(locale)) return;
  const { default: texts } = await languages[locale]();
  // Isolation marks would end up in what people select and copy; names stand in <bdi> instead.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const text of texts) bundle.addResource(new FluentResource(text));
  bundles.set(locale, bundle);
}

/** The messages of a language that was read. */
export function bundleOf(locale: Locale): FluentBundle | undefined {
  return bundles.get(locale);
}

let wanted: Locale = "en";
let chosen = $state<Locale>("en");

/**
 * Sets the language of the window, by setting or else by what the system prefers. Until its messages
 * are read, the window stays in the language it is in.
 */
export async function chooseLanguage(
  language: Language,
  preferred: readonly string[],
): Promise<void> {
  wanted = language === "system" ? closest(preferred) : language;
  if (!bundles.has(wanted)) {
    const asked = wanted;
    await readLanguage(asked);
    // Another one may have been chosen meanwhile.
    if (wanted !== asked) return;
  }
  chosen = wanted;
  document.documentElement.lang = chosen;
}

function closest(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split("-")[0];
    if (base === "fr" || base === "en") return base;
  }
  return "en";
}

/** The language of the window. */
export function locale(): Locale {
  return chosen;
}

/** A number as the window's language writes it. */
export function number(value: number): string {
  return new Intl.NumberFormat(chosen).format(value);
}

/** A value that is missing in a sentence must not break the window; in tests and in making it does. */
function faults(): Error[] | null {
  return import.meta.env.PROD ? [] : null;
}

/** A message in the window's language. */
export function t(id: MessageId, args?: MessageArguments): string {
  const bundle = bundles.get(chosen);
  const message = bundle?.getMessage(id);
  return bundle && message?.value ? bundle.formatPattern(message.value, args, faults()) : id;
}

/** A message's attribute; empty when it has none of that name. */
export function part(id: MessageId, attribute: string, args?: MessageArguments): string {
  const bundle = bundles.get(chosen);
  const pattern = bundle?.getMessage(id)?.attributes[attribute];
  return bundle && pattern ? bundle.formatPattern(pattern, args, faults()) : "";
}
