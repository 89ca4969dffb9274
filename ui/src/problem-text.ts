// The words of a problem.
import type { MessageArguments } from "./text.svelte";
import { part, t } from "./text.svelte";
import type { Problem } from "./contract";
import { scopeWord } from "./scopes";

export interface ProblemText {
  what: string;
  unharmed: string;
  next: string;
}

// A site shows a consumer secret once, and calls a key's name its description.
const ofSites = [
  "secret_not_stored",
  "secret_changed",
  "reply_lost",
  "name_blank",
  "name_too_long",
] as const;

/**
 * Words for every problem; the contract's codes are all of `problem-…`, or this does not compile.
 * `site` tells that it happened on a WooCommerce site, where some of them mean something else.
 */
export function problemText(problem: Problem, site = false): ProblemText {
  const own = site ? ofSites.find((code) => code === problem.code) : undefined;
  const id = own ? (`site-problem-${own}` as const) : (`problem-${problem.code}` as const);
  const args = argumentsOf(problem);
  return { what: t(id, args), unharmed: part(id, "unharmed", args), next: part(id, "next", args) };
}

function argumentsOf(problem: Problem): MessageArguments {
  const args: MessageArguments = {};
  for (const [name, value] of Object.entries(problem) as [string, unknown][]) {
    if (name === "code") continue;
    if (typeof value === "string" || typeof value === "number") args[name] = value;
  }
  if (problem.code === "scope_does_not_fit") {
    const word = scopeWord(problem.scope);
    if (word) args.scope = t(`scope-${word}`);
  }
  if (problem.code === "certificate") {
    args.reason = t(`certificate-${problem.reason}`);
  }
  if (problem.code === "sign_in_refused" || problem.code === "site_says") {
    // Some sites take their own words away.
    args.said = problem.message.trim() === "" ? "no" : "yes";
  }
  if (problem.code === "pair_not_accepted") {
    args.status = t(`status-${problem.status}`);
  }
  if (problem.code === "fields_refused") {
    args.fields = problem.fields.map((field) => field.message).join(" ");
  }
  return args;
}
