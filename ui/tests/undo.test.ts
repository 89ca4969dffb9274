import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { preview } from "../src/preview/backend";
import { announce } from "../src/state/announce.svelte";
import { click, fill, find, gone, openWindow, row, selectRow, undo } from "./window";

const ctrlZ = { key: "z", ctrlKey: true };

afterEach(() => {
  vi.useRealTimers();
});

describe("undoing", () => {
  it("brings an archived key back", async () => {
    await openWindow();
    await selectRow(1);
    await click("archive-key");
    await waitFor(() => expect(document.querySelector('[data-key-id="1"]')).toBeNull());
    await undo();
    await row(1);
    expect(preview.count("unarchive_key")).toBe(1);
  });

  it("brings a forgotten key back, after saying what goes and when", async () => {
    await openWindow();
    await selectRow(8);
    await click("forget-key");
    await waitFor(() => expect(document.querySelector('[data-key-id="8"]')).toBeNull());
    const told = screen.getAllByTestId("toast").at(-1)?.textContent;
    expect(told).toMatch(/record, notes and Secret leave .* in 20 seconds/);
    await undo();
    await row(8);
    await find("detail-title");
  });

  it("sets a note and a local name back to what they were", async () => {
    const key = preview.world.keys[0];
    if (key) key.note = "before";
    await openWindow();
    await selectRow(1);
    await fill("note", "after");
    await fireEvent.blur(await find("note"));
    await find("toast-undo");
    await undo();
    await waitFor(() =>
      expect((screen.getByTestId("note") as HTMLTextAreaElement).value).toBe("before"),
    );
    await fill("local-name", "Main shop");
    await fireEvent.blur(await find("local-name"));
    await waitFor(() => expect(preview.world.keys[0]?.local_name).toBe("Main shop"));
    await undo();
    await waitFor(() => expect(preview.world.keys[0]?.local_name).toBeNull());
    await waitFor(() =>
      expect((screen.getByTestId("local-name") as HTMLInputElement).value).toBe(""),
    );
  });

  it("leaves a half-typed note alone", async () => {
    await openWindow();
    await selectRow(1);
    await fill("note", "first");
    await fireEvent.blur(await find("note"));
    await find("toast-undo");
    await fill("note", "first and more");
    await undo();
    await waitFor(() => expect(preview.world.keys[0]?.note).toBe(""));
    expect((screen.getByTestId("note") as HTMLTextAreaElement).value).toBe("first and more");
  });

  it("is a shortcut for the newest act, but not while a text is edited", async () => {
    await openWindow();
    await selectRow(1);
    await click("archive-key");
    await find("toast-undo");
    await fireEvent.keyDown(await find("search"), ctrlZ);
    expect(preview.count("unarchive_key")).toBe(0);
    await fireEvent.keyDown(window, ctrlZ);
    await row(1);
    await waitFor(() => expect(gone("toast-undo")).toBe(true));
    await fireEvent.keyDown(window, ctrlZ);
    expect(preview.count("unarchive_key")).toBe(1);
  });

  it("says why it did not work, and can be tried again", async () => {
    await openWindow();
    await selectRow(1);
    await click("archive-key");
    preview.fail("unarchive_key", { code: "inventory_busy" });
    await undo();
    expect((await find("problem")).dataset.code).toBe("inventory_busy");
    await click("problem-action");
    await row(1);
  });

  it("stays on offer for at least ten seconds, whatever else is said", () => {
    vi.useFakeTimers();
    announce.offerUndo("Archived", () => undefined);
    announce.show("1 new key", "refresh-1");
    announce.show("2 new keys", "refresh-2");
    announce.show("Saved", "saved");
    vi.advanceTimersByTime(10_000);
    expect(announce.messages.map((message) => message.text)).toEqual(["Archived"]);
    vi.advanceTimersByTime(5_000);
    expect(announce.undoNewest()).toBe(false);
  });
});
