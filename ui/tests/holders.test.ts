import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { Channel } from "../src/contract";
import { preview } from "../src/preview/backend";
import { holders, stillHeld } from "../src/state/holders.svelte";
import { sheets } from "../src/state/sheets.svelte";
import { view } from "../src/state/view.svelte";
import { click, fill, find, gone, openWindow, undo } from "./window";

async function give(key: number, person: string, channel: Channel = "mail"): Promise<number> {
  const sheet = { key, platform: "woocommerce", language: "en" } as const;
  return preview.ask("record_handover", { sheet, person, channel });
}

async function openHolders(): Promise<void> {
  await openWindow();
  await click("rail-handed-over");
}

const people = (): (string | undefined)[] =>
  screen.queryAllByTestId("holder").map((each) => each.dataset.person);

beforeEach(() => {
  holders.all = null;
  holders.search = "";
});

describe("who holds what", () => {
  it("says what to do while nothing was handed over", async () => {
    await openHolders();
    await find("empty");
    expect(gone("holders-search")).toBe(true);
  });

  it("lists people with their keys, and leads to a key", async () => {
    await give(1, "Anaïs");
    await give(2, "Anaïs", "sealed_pack");
    await give(3, "Pixel");
    await openHolders();
    await find("holders-search");
    await waitFor(() => expect(people()).toHaveLength(2));
    const anais = screen.getAllByTestId("holder").find((each) => each.dataset.person === "Anaïs");
    expect(anais?.textContent).toContain("still holds 2 keys");
    expect(anais?.textContent).toContain("in a sealed pack");
    await fireEvent.click(
      anais?.querySelector('[data-testid="holder-key"][data-key="1"]') as HTMLElement,
    );
    await find("detail-title");
    expect(view.selected).toBe(1);
  });

  it("is searched by person and by key, without accents", async () => {
    await give(1, "Anaïs");
    await give(2, "Pixel");
    await openHolders();
    await fill("holders-search", "ANAIS");
    await waitFor(() => expect(people()).toEqual(["Anaïs"]));
    await fill("holders-search", "boulangerie");
    await waitFor(() => expect(people()).toEqual(["Pixel"]));
    await fill("holders-search", "nobody at all");
    await find("no-match");
  });

  it("lists what to rotate when somebody has left, each key once", async () => {
    await give(1, "Anaïs");
    await give(1, "Anaïs", "other");
    const old = await give(2, "Anaïs");
    for (const known of preview.world.keys) {
      known.handovers = known.handovers.map((each) =>
        each.id === old ? { ...each, outdated: true } : each,
      );
    }
    await openHolders();
    await click("holder-left");
    await find("holder-rotate-list");
    const buttons = screen.getAllByTestId("holder-rotate");
    expect(buttons.map((each) => each.dataset.key)).toEqual(["1"]);
    await fireEvent.click(buttons[0] as HTMLElement);
    expect(sheets.open.at(-1)?.content).toEqual({ kind: "rotation", key: 1 });
  });

  it("takes back that somebody has left", async () => {
    await give(1, "Anaïs");
    await openHolders();
    await click("holder-left");
    await find("holder-rotate-list");
    await undo();
    await waitFor(() => expect(gone("holder-rotate-list")).toBe(true));
    expect((await find("holder")).dataset.left).toBe("false");
  });

  it("holds nothing that opens nothing", async () => {
    await give(1, "Anaïs");
    const [holder] = await preview.ask("holders", {});
    if (!holder) throw new Error("nobody");
    expect(stillHeld(holder)).toHaveLength(1);
    const outdated = holder.handovers.map((each) => ({ ...each, outdated: true }));
    expect(stillHeld({ ...holder, handovers: outdated })).toEqual([]);
  });
});
