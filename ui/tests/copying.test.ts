import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { preview } from "../src/preview/backend";
import { announce } from "../src/state/announce.svelte";
import { leftAt } from "../src/state/clipboard.svelte";
import { click, fill, find, gone, openWindow, row, selectRow } from "./window";

const copies = (): unknown[] =>
  preview.asked.filter((asked) => asked.name === "copy_field").map((asked) => asked.args);

function ours(left: number | null, total = left) {
  return {
    state: "ours",
    field: "secret",
    key: 2,
    subject: "Boulangerie Michel — webshop",
    hidden_from_history: true,
    left_ms: left,
    total_ms: total,
    turn: null,
  } as const;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("copying", () => {
  it("ticks the pressed button and says once what became of it", async () => {
    await openWindow();
    const button = (await row(1)).querySelector<HTMLElement>('[data-testid="row-copy-secret"]');
    if (!button) throw new Error("no button");
    expect(button.getAttribute("aria-label")).toContain("Atelier Vélo");
    await fireEvent.click(button);
    await waitFor(() => expect(button.dataset.copied).toBe("true"));
    expect(announce.spoken.trim()).toBe("Secret copied. It clears in 30 seconds.");
    expect(copies()).toEqual([{ key: 1, field: "secret" }]);
  });

  it("never says copied when it is not", async () => {
    await openWindow();
    announce.say("");
    preview.fail("copy_field", { code: "clipboard_differs" });
    const button = (await row(1)).querySelector<HTMLElement>('[data-testid="row-copy-secret"]');
    if (!button) throw new Error("no button");
    await fireEvent.click(button);
    expect((await find("problem")).dataset.code).toBe("clipboard_differs");
    expect(button.dataset.copied).toBe("false");
    expect(announce.spoken.trim()).toBe("");
  });

  it("leaves everything usable when it fails, and forgets the failure once it works", async () => {
    await openWindow();
    await selectRow(1);
    preview.fail("copy_field", { code: "keychain_locked" });
    await click("copy-secret");
    const problem = await find("problem");
    expect(screen.getByTestId("detail").contains(problem)).toBe(true);
    expect(document.querySelector("dialog")).toBeNull();
    await click("copy-identifier");
    await waitFor(() => expect(copies()).toHaveLength(2));
    await waitFor(() => expect(gone("problem")).toBe(true));
  });

  it("tells of a row beside the open one above the list, until that is dismissed", async () => {
    await openWindow();
    await selectRow(1);
    preview.fail("copy_field", { code: "clipboard_unavailable" });
    const button = (await row(2)).querySelector<HTMLElement>('[data-testid="row-copy-secret"]');
    if (!button) throw new Error("no button");
    await fireEvent.click(button);
    const problem = await find("problem");
    expect(screen.getByTestId("detail").contains(problem)).toBe(false);
    await click("problem-dismiss");
    expect(gone("problem")).toBe(true);
  });

  it("works with the keyboard on the selected row", async () => {
    await openWindow();
    await selectRow(2);
    for (const key of ["c", "b", "u"]) await fireEvent.keyDown(window, { key, ctrlKey: true });
    expect(copies()).toEqual([
      { key: 2, field: "secret" },
      { key: 2, field: "identifier" },
      { key: 2, field: "base_url" },
    ]);
  });

  it("leaves marked text in a field to the system", async () => {
    await openWindow();
    await selectRow(2);
    await fill("search", "boul");
    const search = screen.getByTestId("search") as HTMLInputElement;
    search.focus();
    search.setSelectionRange(0, 4);
    await fireEvent.keyDown(search, { key: "c", ctrlKey: true });
    expect(copies()).toEqual([]);
    search.setSelectionRange(4, 4);
    await fireEvent.keyDown(search, { key: "c", ctrlKey: true });
    expect(copies()).toEqual([{ key: 2, field: "secret" }]);
  });

  it("copies nothing while a sheet is open", async () => {
    await openWindow();
    await selectRow(2);
    await fireEvent.keyDown(window, { key: "?" });
    await find("shortcuts");
    await fireEvent.keyDown(window, { key: "c", ctrlKey: true });
    expect(copies()).toEqual([]);
  });
});

describe("the clipboard strip", () => {
  it("counts down by itself", async () => {
    await openWindow();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "performance"] });
    preview.emit("clipboard", ours(24_000, 30_000));
    await vi.advanceTimersByTimeAsync(0);
    expect(screen.getByTestId("strip-text").textContent).toContain("Boulangerie Michel — webshop");
    expect(screen.getByTestId("strip-text").textContent).toContain("hidden from clipboard history");
    expect(screen.getByTestId("strip-seconds").textContent).toContain("24");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(screen.getByTestId("strip-seconds").textContent).toContain("14");
  });

  it("says that it was cleared, and then goes", async () => {
    await openWindow();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "performance"] });
    preview.emit("clipboard", { state: "cleared" });
    await vi.advanceTimersByTimeAsync(0);
    expect(screen.getByTestId("strip").dataset.state).toBe("cleared");
    await vi.advanceTimersByTimeAsync(6_000);
    expect(gone("strip")).toBe(true);
  });

  it("stays when the clipboard could not be cleared", async () => {
    await openWindow();
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "performance"] });
    preview.emit("clipboard", { state: "not_cleared" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(screen.getByTestId("strip-text").textContent).toContain("could not be cleared");
  });

  it("clears and extends when asked", async () => {
    await openWindow();
    await selectRow(1);
    await click("copy-secret");
    await find("strip");
    await click("strip-extend");
    await waitFor(() => expect(preview.count("extend_clipboard")).toBe(1));
    await click("strip-clear");
    await waitFor(() => expect(screen.getByTestId("strip").dataset.state).toBe("cleared"));
  });

  it("has no seconds when the setting is never", async () => {
    await openWindow();
    preview.emit("clipboard", ours(null));
    await find("strip");
    expect(gone("strip-seconds")).toBe(true);
    await find("strip-clear");
  });

  it("never counts below nothing", () => {
    expect(leftAt(5_000, 100, 1_100)).toBe(4_000);
    expect(leftAt(5_000, 100, 99_999)).toBe(0);
  });
});
