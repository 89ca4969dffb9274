// Both languages say everything, and say it in the house's manner.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type Message } from "@fluent/syntax";
import { describe, expect, it, vi } from "vitest";
import type { KeyStatus, Problem } from "../src/contract";
import { asProblem, problemActs, type ProblemCode } from "../src/problem";
import { problemText } from "../src/problem-text";
import { bundleOf, chooseLanguage, locale, t } from "../src/text.svelte";
import { ids } from "../src/text/ids";
import { aboutStatus } from "../src/words-of-key";

const source = join(import.meta.dirname, "../src");
const read = (path: string): string => readFileSync(join(source, path), "utf8");

/** The files of a language, one after the other. */
function texts(language: string): string {
  return readdirSync(join(source, "text"))
    .filter((name) => name === `${language}.ftl` || name.endsWith(`.${language}.ftl`))
    .sort()
    .map((name) => read(`text/${name}`))
    .join("\n");
}

function messages(language: string): Message[] {
  const { body } = parse(texts(language), {});
  const broken = body.filter((entry) => entry.type === "Junk");
  expect(broken).toEqual([]);
  return body.filter((entry) => entry.type === "Message");
}

function shape(message: Message): string {
  const variables = new Set(JSON.stringify(message).match(/"VariableReference".*?"name":"\w+"/g));
  const names = [...variables].map((each) => each.replace(/.*"name":"(\w+)"/, "$1")).sort();
  const attributes = message.attributes.map((attribute) => attribute.id.name).sort();
  return JSON.stringify([message.id.name, [...new Set(names)], attributes]);
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes("ids.ts"))
    .map((path) => readFileSync(join(folder, path), "utf8"));
}

describe("the languages", () => {
  it("have the same messages, parts and variables", () => {
    expect(messages("fr").map(shape)).toEqual(messages("en").map(shape));
  });

  it("have the ids that the types know", () => {
    expect(messages("en").map((message) => message.id.name)).toEqual([...ids]);
  });

  it("hold no message that nothing uses", () => {
    const code = files(source).join("\n");
    const built = [...code.matchAll(/[`"]([a-z][a-z-]*-)\$\{[^}]+\}([a-z-]*)[`"]/g)];
    const unused = ids.filter(
      (id) =>
        !code.includes(`"${id}"`) &&
        !code.includes(`\`${id}\``) &&
        !built.some(([, start, end]) => id.startsWith(start ?? "-") && id.endsWith(end ?? "")),
    );
    expect(unused).toEqual([]);
  });

  it("never shout and never plead", () => {
    for (const language of ["en", "fr"]) {
      const text = texts(language);
      expect(text).not.toMatch(/[^\s]!|\b(please|oops|sorry|veuillez|désolé)\b/i);
    }
  });

  it("keep French punctuation with its word", () => {
    for (const line of texts("fr").split("\n")) {
      if (line.startsWith("#")) continue;
      expect(line).not.toMatch(/« | »| [:;?]|'/);
    }
  });

  it("follow the system unless a language was chosen", () => {
    void chooseLanguage("system", ["de-DE", "fr-CA", "en"]);
    expect(locale()).toBe("fr");
    expect(document.documentElement.lang).toBe("fr");
    void chooseLanguage("en", ["fr"]);
    expect(locale()).toBe("en");
    void chooseLanguage("system", ["de"]);
    expect(locale()).toBe("en");
  });

  it("are read when they are chosen, and the window keeps its words until then", async () => {
    vi.resetModules();
    const fresh = await import("../src/text.svelte");
    await fresh.chooseLanguage("en", []);
    expect(fresh.bundleOf("fr")).toBeUndefined();
    const french = fresh.chooseLanguage("fr", []);
    expect(fresh.t("cancel")).toBe("Cancel");
    await french;
    expect(fresh.t("cancel")).toBe("Annuler");
  });

  it("do not come back once another was chosen while they were read", async () => {
    vi.resetModules();
    const fresh = await import("../src/text.svelte");
    await fresh.chooseLanguage("en", []);
    const french = fresh.chooseLanguage("fr", []);
    void fresh.chooseLanguage("en", []);
    await french;
    expect(fresh.locale()).toBe("en");
    expect(document.documentElement.lang).toBe("en");
  });

  it("count as each language does", () => {
    void chooseLanguage("fr", []);
    expect(t("store-keys", { count: 0 })).toBe("aucune clé");
    expect(t("store-keys", { count: 2 })).toBe("2 clés");
    void chooseLanguage("en", []);
    expect(t("store-keys", { count: 1 })).toBe("1 key");
  });
});

/** A problem of each code, with every value that any code carries. */
function sample(code: ProblemCode): Problem {
  const values = {
    host: "shop.example",
    to: "https://other.example",
    reason: "expired",
    connection: 1,
    status: 500,
    page: "/admin/api",
    fields: [{ field: "store[telephone]", message: "Not a number" }],
    limit: 128,
    limit_mb: 64,
    scope: "tasks:all",
    found: 9,
    known: 2,
    what: "disk",
    name: "theme",
    message: "Too many attempts.",
    key: 7,
  };
  if (code === "pair_not_accepted") return { code, status: "not_recognised" };
  return { code, ...values } as unknown as Problem;
}

describe("the words of states", () => {
  const states = ids
    .filter((id) => id.startsWith("status-") && id !== "status-before")
    .map((id) => id.slice("status-".length) as KeyStatus);

  it.each(states)("need nothing that is not known of every key: %s", (status) => {
    for (const language of ["en", "fr"] as const) {
      void chooseLanguage(language, []);
      for (const type of ["oauth", "api_key", "consumer"] as const) {
        for (const what of ["meaning", "next"] as const) {
          const said = aboutStatus(status, what, { type, host: "https://shop.example" });
          expect(said).not.toMatch(/\{|\}|undefined/);
        }
      }
    }
  });
});

describe("what is thrown", () => {
  it("is told as a failure of the program itself when it is no problem", () => {
    expect(asProblem(new Error("no such command"))).toEqual({
      code: "internal",
      what: "no such command",
    });
    expect(asProblem({ code: "no_scope" })).toEqual({ code: "no_scope" });
  });
});

describe("the words of problems", () => {
  const codes = Object.keys(problemActs) as ProblemCode[];
  const everyWay = [
    ["en", false],
    ["fr", false],
    ["en", true],
    ["fr", true],
  ] as const;

  it.each(codes)("say what happened, what is unharmed and what to do: %s", (code) => {
    for (const [language, site] of everyWay) {
      void chooseLanguage(language, []);
      const text = problemText(sample(code), site);
      for (const sentence of Object.values(text) as string[]) {
        expect(sentence).not.toBe("");
        expect(sentence).not.toMatch(/\{|\}|undefined|problem-/);
      }
    }
  });

  it("do not quote a site that says nothing", () => {
    const silent = { code: "sign_in_refused", host: "shop.example", message: " " } as const;
    expect(problemText(silent).what).toBe("shop.example refuses the sign-in, without saying why.");
  });

  it("are formatted without an error", () => {
    for (const language of ["en", "fr"] as const) {
      for (const code of codes) {
        const message = bundleOf(language)?.getMessage(`problem-${code}`);
        const errors: Error[] = [];
        const args = { host: "h", to: "t", reason: "r", status: 1, page: "p", fields: "f" };
        const more = {
          limit: 1,
          limit_mb: 1,
          scope: "s",
          found: 1,
          known: 1,
          what: "w",
          name: "n",
          message: "m",
          said: "yes",
        };
        if (message?.value) {
          bundleOf(language)?.formatPattern(message.value, { ...args, ...more }, errors);
        }
        expect(errors).toEqual([]);
      }
    }
  });
});
