// The rules of a consumer key's description: what the site would refuse, or change without a word.
import { t } from "./text.svelte";

/** The longest description the site takes, in characters. */
export const LONGEST_DESCRIPTION = 200;

export type DescriptionFault = "blank" | "too_long" | "zero" | "markup";

/** With white space collapsed, as the site does. */
export function tidyDescription(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** Characters as the site counts them. */
export function descriptionLength(text: string): number {
  return [...tidyDescription(text)].length;
}

export function descriptionFault(text: string): DescriptionFault | null {
  const tidy = tidyDescription(text);
  if (tidy === "") return "blank";
  if (tidy === "0") return "zero";
  if (tidy.includes("<")) return "markup";
  return descriptionLength(tidy) > LONGEST_DESCRIPTION ? "too_long" : null;
}

/** What is wrong with it, in words. */
export function faultText(text: string): string {
  const fault = descriptionFault(text);
  if (fault === null) return "";
  const count = descriptionLength(text);
  return t(`description-fault-${fault}`, { count, limit: LONGEST_DESCRIPTION });
}
