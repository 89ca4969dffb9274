// Rows of consumer keys among those of a co-op, and what stands above them.
import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { addGrocer, type Grocer } from "../src/preview/grocer";
import { overview } from "../src/state/overview.svelte";
import { view } from "../src/state/view.svelte";
import { openWindow, row } from "./window";

let grocer: Grocer;

beforeEach(() => {
  preview.reset({ connections: 1, keys: 2 });
  grocer = addGrocer(preview.world);
});

function id(name: string): number {
  return grocer.ids[name] ?? 0;
}

function heads(): (string | null)[] {
  return screen.getAllByRole("columnheader").map((each) => each.textContent);
}

async function line(name: string, which: ".store" | ".app"): Promise<string> {
  return (await row(id(name))).querySelector(which)?.textContent.replace(/\s+/g, " ").trim() ?? "";
}

describe("a row of a consumer key", () => {
  it("begins with what it is for, and names site and owner below", async () => {
    await openWindow();
    expect(await line("works", ".store")).toBe("Delivery — Lyon à vélo");
    expect(await line("works", ".app")).toMatch(/^Épicerie des Tilleuls ?Marie Exemple/);
    expect(heads()).toEqual(["Key", "Identifier", "Secret", "State"]);
  });

  it("does not repeat the site where there is no other", async () => {
    await openWindow();
    view.connection = grocer.site.id;
    await waitFor(() =>
      expect(heads().slice(0, 2)).toEqual(["Description and owner", "Consumer key"]),
    );
    const shown = await row(id("works"));
    expect(shown.querySelector(".facts")?.textContent).not.toContain("Épicerie");
    expect(within(shown).getByTestId("row-owner").textContent).toBe("Marie Exemple");
  });

  it("names the site all the same when that is what was searched for", async () => {
    await openWindow();
    view.connection = grocer.site.id;
    view.search = "tilleuls";
    await waitFor(async () =>
      expect(await line("works", ".app")).toContain("Épicerie des Tilleuls"),
    );
  });

  it("says alike of every secret that was never here that it is not", async () => {
    const deleted = preview.world.keys.find((each) => each.row.id === id("ownerGone"));
    if (deleted) deleted.row.status = "owner_gone";
    await openWindow();
    await waitFor(async () =>
      expect((await row(id("ownerGone"))).textContent).toContain("Owner deleted"),
    );
    const shown = await row(id("ownerGone"));
    expect(within(shown).getByTestId("row-not-held").title).toContain("not held here");
  });

  it("stands below the Stores' own words where there is no site", async () => {
    preview.reset({ connections: 1, keys: 2 });
    await openWindow();
    await waitFor(() => expect(heads().slice(0, 2)).toEqual(["Store and app", "Identifier"]));
    expect(overview.connections).toHaveLength(1);
  });
});
