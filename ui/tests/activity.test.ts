import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { ActivityFilter, ActivityWords } from "../src/contract";
import { preview } from "../src/preview/backend";
import { click, fill, find, gone, openWindow } from "./window";

const rows = (): HTMLElement[] => screen.queryAllByTestId("activity-row");

function lastFilter(): ActivityFilter {
  const last = preview.asked.findLast((asked) => asked.name === "list_activity");
  return (last?.args as { filter: ActivityFilter }).filter;
}

async function select(testid: string, value: string): Promise<void> {
  await fireEvent.change(await find(testid), { target: { value } });
}

async function openActivity(): Promise<void> {
  await openWindow();
  await click("rail-activity");
  await screen.findAllByTestId("activity-row");
}

describe("the history", () => {
  it("is filtered by connection, person, kind and words", async () => {
    await openActivity();
    expect(lastFilter()).toEqual({ connection: null, who: null, acts: [], text: "" });
    await select("activity-filter-connection", "2");
    await select("activity-filter-person", "=marie");
    await select("activity-filter-kind", "used");
    await fill("activity-filter-text", "woo");
    await waitFor(() => expect(lastFilter().text).toBe("woo"));
    expect(lastFilter()).toMatchObject({ connection: 2, who: "marie" });
    expect(lastFilter().acts).toContain("copied_secret");
    expect(lastFilter().acts).not.toContain("created");
    await waitFor(() => expect(rows().every((row) => row.textContent.includes("woo"))).toBe(true));
    expect(rows().length).toBeGreaterThan(0);
  });

  it("shows what was only seen on servers", async () => {
    await openActivity();
    await select("activity-filter-person", "=");
    await waitFor(() => expect(lastFilter().who).toBe(""));
    await waitFor(() =>
      expect(rows().every((row) => row.dataset.act === "seen_on_server")).toBe(true),
    );
  });

  it("tells no match from nothing yet, and takes the filters away", async () => {
    await openActivity();
    await fill("activity-filter-text", "zzz");
    expect((await find("no-match")).textContent).toContain("Nothing in the history matches");
    await fireEvent.click(screen.getByText("Clear the filters"));
    await screen.findAllByTestId("activity-row");
    preview.world.activity = [];
    preview.emit("changed", { connection: null });
    await find("empty");
    expect(gone("no-match")).toBe(true);
  });

  it("is exported as it is filtered, in the window’s words, and says where to", async () => {
    preview.world.settings.language = "fr";
    await openActivity();
    await select("activity-filter-kind", "local");
    await click("export-activity");
    await waitFor(() =>
      expect(screen.getAllByTestId("toast").at(-1)?.textContent).toContain("history.csv"),
    );
    const asked = preview.asked.find((each) => each.name === "export_activity");
    const { filter, words } = asked?.args as { filter: ActivityFilter; words: ActivityWords };
    expect(filter.acts).toContain("note_changed");
    expect(words.headings).toEqual(["Quand", "Qui", "Quoi", "Connexion", "Clé"]);
    expect(new Map(words.acts).get("archived")).toBe("Archivée");
    expect(words.acts.length).toBe(28);
  });

  it("says why it could not be written", async () => {
    await openActivity();
    preview.fail("export_activity", { code: "export_failed", what: "no space" });
    await click("export-activity");
    expect((await find("problem")).textContent).toContain("no space");
  });
});
