// Times in words.
import { locale } from "./text.svelte";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "2 min ago", or the date once that says more. */
export function ago(at: number, now: number): string {
  const since = Math.max(0, now - at);
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: "auto", style: "short" });
  if (since < MINUTE) return words.format(0, "second");
  if (since < HOUR) return words.format(-Math.floor(since / MINUTE), "minute");
  if (since < DAY) return words.format(-Math.floor(since / HOUR), "hour");
  if (since < 7 * DAY) return words.format(-Math.floor(since / DAY), "day");
  return day(at);
}

/** Date and time, for the pointer that rests on a relative time and for histories. */
export function exactly(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** The date alone, where the hour says nothing. */
export function day(at: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium" }).format(at);
}
