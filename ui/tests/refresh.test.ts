import { describe, expect, it } from "vitest";
import type { RefreshReport } from "../src/contract";
import { reportText } from "../src/state/refresh.svelte";

const nothing: RefreshReport = {
  new_keys: 0,
  renewed: 0,
  replaced: 0,
  renamed: 0,
  gone: 0,
  back: 0,
  permission_changed: 0,
  new_stores: 0,
  gone_stores: 0,
  secrets_stored: 0,
  secrets_waiting: 0,
  taken: 0,
  found: 0,
  never_done: 0,
};

describe("what a refresh tells", () => {
  it("is nothing when nothing changed", () => {
    expect(reportText(nothing)).toBe("");
  });

  it.each([
    [{ taken: 1 }, "1 new pair taken, as ours no longer worked"],
    [{ found: 2 }, "2 requests with a lost reply were done after all"],
    [{ never_done: 1 }, "1 request with a lost reply was never done"],
    [{ permission_changed: 1 }, "1 permission changed elsewhere"],
    [{ new_keys: 3, taken: 2 }, "3 new keys · 2 new pairs taken, as ours no longer worked"],
  ] as const)("%o", (found, words) => {
    expect(reportText({ ...nothing, ...found })).toBe(words);
  });
});
