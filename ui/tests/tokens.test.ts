// Text can be read on every ground it stands on, in both themes (WCAG AA).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../src/styles/tokens.css"), "utf8");
const roles = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((found) => [
    found[1] ?? "",
    [found[2] ?? "", found[3] ?? ""] as const,
  ]),
);

function brightness(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: 0 | 1): number {
  const [a, b] = [roles.get(one)?.[theme], roles.get(other)?.[theme]];
  if (!a || !b) throw new Error(`no colour "${one}" or "${other}"`);
  const [dark, light] = [brightness(a), brightness(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["ground", "rail", "pane", "raised", "sunken", "selected", "notice"];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s theme", (_name, theme) => {
  it.each(grounds)("words can be read on %s", (ground) => {
    for (const words of ["text", "quiet", "accent", "good", "warn", "bad"]) {
      // Only states and names stand on a selected row.
      if (ground === "selected" && (words === "quiet" || words === "accent")) continue;
      expect(`${words} ${contrast(words, ground, theme) >= 4.5}`).toBe(`${words} true`);
    }
  });

  it("words can be read on buttons and marks", () => {
    expect(contrast("on-accent", "accent", theme)).toBeGreaterThanOrEqual(4.5);
    expect(contrast("text", "mark", theme)).toBeGreaterThanOrEqual(4.5);
  });

  it("edges of fields and colours of connections can be told from what is around them", () => {
    expect(contrast("edge", "raised", theme)).toBeGreaterThanOrEqual(3);
    for (let colour = 0; colour < 8; colour += 1) {
      for (const ground of ["rail", "ground", "pane"]) {
        const seen = contrast(`connection-${colour}`, ground, theme);
        expect(`${colour} on ${ground} ${seen >= 3}`).toBe(`${colour} on ${ground} true`);
      }
    }
  });
});
