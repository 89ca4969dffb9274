// Words: picks the language and gives each message by its id.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "./contract";
import type { MessageId } from "./text/ids";

export type Locale = "en" | "fr";
export type MessageArguments = Record<string, FluentVariable>;

// `en.ftl` is the window's own; what a subject needs stands in `<subject>.en.ftl` beside it.
const files = import.meta.glob<string>("./text/*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const read = new Map<Locale, FluentBundle>();

/** The messages of a language, read when first needed. */
export function bundleOf(locale: Locale): FluentBundle {
  const known = read.get(locale);
  if (known) return known;
  // Isolation marks would end up in what people select and copy; names stand in <bdi> instead.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith(`/${locale}.ftl`) || path.endsWith(`.${locale}.ftl`)) {
      bundle.addResource(new FluentResource(text));
    }
  }
  read.set(locale, bundle);
  return bundle;
}

let chosen = $state<Locale>("en");

/** Sets the language of the window, by setting or else by what the system prefers. */
export function chooseLanguage(language: Language, preferred: readonly string[]): void {
  chosen = language === "system" ? closest(preferred) : language;
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
  const bundle = bundleOf(chosen);
  const message = bundle.getMessage(id);
  return message?.value ? bundle.formatPattern(message.value, args, faults()) : id;
}

/** A message's attribute; empty when it has none of that name. */
export function part(id: MessageId, attribute: string, args?: MessageArguments): string {
  const bundle = bundleOf(chosen);
  const pattern = bundle.getMessage(id)?.attributes[attribute];
  return pattern ? bundle.formatPattern(pattern, args, faults()) : "";
}
