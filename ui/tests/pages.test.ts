import { describe, expect, it } from "vitest";
import { type Page, PAGE, Pages } from "../src/state/pages.svelte";

interface Asked {
  offset: number;
  answer: (page: Page<number>) => void;
}

/** A list whose questions are answered by hand. */
function byHand() {
  const asked: Asked[] = [];
  const ask = (offset: number): Promise<Page<number>> =>
    new Promise((answer) => asked.push({ offset, answer }));
  return { asked, ask };
}

function rows(total: number, mark = 0) {
  return (offset: number, limit: number): Promise<Page<number>> => {
    const count = Math.max(0, Math.min(limit, total - offset));
    const numbers = Array.from({ length: count }, (_, at) => offset + at + mark);
    return Promise.resolve({ total, rows: numbers });
  };
}

describe("a list in pages", () => {
  it("reads only the pages that are looked at", async () => {
    const offsets: number[] = [];
    const pages = new Pages<number>();
    await pages.query((offset, limit) => {
      offsets.push(offset);
      return rows(10_000)(offset, limit);
    });
    await pages.want(5_010, 5_030);
    expect(offsets).toEqual([0, 5_000]);
    expect(pages.total).toBe(10_000);
    expect(pages.row(5_020)).toBe(5_020);
    expect(pages.row(300)).toBeNull();
  });

  it("reads no page twice", async () => {
    const offsets: number[] = [];
    const pages = new Pages<number>();
    await pages.query((offset, limit) => {
      offsets.push(offset);
      return rows(1_000)(offset, limit);
    });
    await Promise.all([pages.want(90, 130), pages.want(95, 135)]);
    await pages.want(0, 150);
    expect(offsets).toEqual([0, PAGE]);
  });

  it("lets the latest question win, in whatever order answers come", async () => {
    const { asked, ask } = byHand();
    const pages = new Pages<number>();
    const first = pages.query(ask);
    const second = pages.query(ask);
    asked[1]?.answer({ total: 1, rows: [2] });
    await second;
    asked[0]?.answer({ total: 1, rows: [1] });
    await first;
    expect(pages.row(0)).toBe(2);
  });

  it("drops a page that belongs to an older question", async () => {
    const { asked, ask } = byHand();
    const pages = new Pages<number>();
    const first = pages.query(ask);
    asked[0]?.answer({ total: 500, rows: Array.from({ length: PAGE }, () => 1) });
    await first;
    const late = pages.want(100, 110);
    await pages.query(rows(50, 7));
    asked[1]?.answer({ total: 500, rows: [1] });
    await late;
    expect(pages.total).toBe(50);
    expect(pages.row(0)).toBe(7);
    expect(pages.row(100)).toBeNull();
  });

  it("keeps old rows until the answer to a new question is here", async () => {
    const { asked, ask } = byHand();
    const pages = new Pages<number>();
    await pages.query(rows(3));
    const next = pages.query(ask);
    expect(pages.row(2)).toBe(2);
    asked[0]?.answer({ total: 0, rows: [] });
    await next;
    expect(pages.total).toBe(0);
    expect(pages.row(2)).toBeNull();
  });

  it("reads what is in view again when records changed", async () => {
    const offsets: number[] = [];
    const pages = new Pages<number>();
    await pages.query((offset, limit) => {
      offsets.push(offset);
      return rows(1_000)(offset, limit);
    });
    await pages.want(650, 660);
    offsets.length = 0;
    await pages.again();
    expect(offsets).toEqual([600]);
    expect(pages.row(655)).toBe(655);
  });

  it("says why there is no answer, and recovers", async () => {
    const pages = new Pages<number>();
    await pages.query(() => Promise.reject(new Error("no")));
    expect(pages.problem).toBeInstanceOf(Error);
    await pages.query(rows(1));
    expect(pages.problem).toBeNull();
  });
});
