import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { announce } from "../src/state/announce.svelte";

const texts = (): string[] => announce.messages.map((message) => message.text);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe("short messages", () => {
  it("are never more than two, and a newer one of a kind takes the older one's place", () => {
    announce.show("1 new key", "refresh");
    announce.show("Saved", "note");
    announce.show("2 new keys", "refresh");
    expect(texts()).toEqual(["Saved", "2 new keys"]);
    announce.show("Created", "key");
    expect(texts()).toEqual(["2 new keys", "Created"]);
  });

  it("pass by themselves, but not while somebody points at them", () => {
    announce.show("Created", "key");
    vi.advanceTimersByTime(4_000);
    announce.hold();
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(["Created"]);
    announce.release();
    vi.advanceTimersByTime(3_000);
    expect(texts()).toEqual([]);
  });
});
