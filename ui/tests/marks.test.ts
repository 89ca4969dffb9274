import { describe, expect, it } from "vitest";
import type { Mark } from "../src/contract";
import { pieces, shortIdentifier } from "../src/marks";

const identifier = "3f9a61d0c2b84e57aa0011bb22cc41c1";

function at(start: number, end: number): Mark[] {
  return [{ field: "identifier", start, end }];
}

function drawn(found: { text: string; marked: boolean }[]): string {
  return found.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join("");
}

describe("marks", () => {
  it("cut a text where it matches", () => {
    const marks: Mark[] = [
      { field: "store", start: 5, end: 7 },
      { field: "store", start: 0, end: 2 },
      { field: "name", start: 1, end: 2 },
    ];
    expect(drawn(pieces("Épicerie", marks, "store"))).toBe("[Ép]ice[ri]e");
  });

  it("do no harm when they overlap or reach too far", () => {
    const marks: Mark[] = [
      { field: "store", start: 0, end: 3 },
      { field: "store", start: 2, end: 90 },
    ];
    expect(drawn(pieces("Rosa", marks, "store"))).toBe("[Ros][a]");
    expect(drawn(pieces("", marks, "store"))).toBe("");
  });
});

describe("a short Identifier", () => {
  it("shows its beginning and its end", () => {
    expect(drawn(shortIdentifier(identifier, []))).toBe("3f9a61d0…c1");
  });

  it("shows the match at its beginning", () => {
    expect(drawn(shortIdentifier(identifier, at(0, 4)))).toBe("[3f9a]61d0…c1");
  });

  it("moves to a match in its middle", () => {
    expect(drawn(shortIdentifier(identifier, at(14, 18)))).toBe("…[57aa]0011…c1");
  });

  it("moves to a match at its very end", () => {
    expect(drawn(shortIdentifier(identifier, at(28, 32)))).toBe("…22cc[41c1]");
  });

  it("is left whole when it is short anyway", () => {
    expect(drawn(shortIdentifier("abc123", at(0, 1)))).toBe("[a]bc123");
  });
});
