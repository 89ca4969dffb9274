import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { announce } from "../src/state/announce.svelte";
import { sheets } from "../src/state/sheets.svelte";
import { click, find, gone, openWindow, selectRow } from "./window";

const press = (): Promise<boolean> =>
  fireEvent.keyDown(window, { key: "C", ctrlKey: true, shiftKey: true });

async function place(words: string): Promise<void> {
  await waitFor(() => expect(screen.getByTestId("strip-place").textContent).toBe(words));
}

beforeEach(() => preview.emit("clipboard", { state: "nothing" }));

describe("copying in turn", () => {
  it("advances with the shortcut that began it", async () => {
    await openWindow();
    await selectRow(2);
    await press();
    await place("1 of 3");
    expect(screen.getByTestId("strip-text").textContent).toContain("Base URL is on the clipboard");
    expect(screen.getByTestId("strip-text").textContent).toContain("next: Identifier");
    await press();
    await place("2 of 3");
    await press();
    await place("3 of 3");
    expect(screen.getByTestId("strip-text").textContent).toContain("that was the last");
    expect(gone("strip-next")).toBe(true);
    expect(preview.count("copy_in_turn")).toBe(1);
    expect(preview.count("copy_next")).toBe(2);
    expect(preview.count("copy_field")).toBe(0);
  });

  it("begins anew once the last value was copied", async () => {
    await openWindow();
    await selectRow(5);
    await press();
    await place("1 of 2");
    await press();
    await place("2 of 2");
    await selectRow(2);
    await press();
    await place("1 of 3");
    expect(preview.count("copy_in_turn")).toBe(2);
  });

  it("advances with a click on the strip, and says each step", async () => {
    await openWindow();
    await selectRow(2);
    await click("copy-in-turn");
    await place("1 of 3");
    await waitFor(() => expect(announce.spoken).toContain("1 of 3: Base URL is on the clipboard"));
    await click("strip-next");
    await place("2 of 3");
    await waitFor(() => expect(announce.spoken).toContain("next: Secret"));
  });

  it("keeps the keyboard's place behind the last value", async () => {
    await openWindow();
    await selectRow(5);
    await click("copy-in-turn");
    const next = await find("strip-next");
    next.focus();
    await fireEvent.click(next);
    await place("2 of 2");
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset.testid).toBe("strip-stop"),
    );
  });

  it("ends when asked, and leaves what is on the clipboard", async () => {
    await openWindow();
    await selectRow(2);
    await click("copy-in-turn");
    await click("strip-stop");
    await waitFor(() => expect(gone("strip-next")).toBe(true));
    expect(preview.count("stop_copying_in_turn")).toBe(1);
    expect(screen.getByTestId("strip-text").textContent).toContain("Copied");
    await waitFor(() =>
      expect((document.activeElement as HTMLElement).dataset.testid).toBe("strip-clear"),
    );
  });

  it("goes on above an open sheet, but begins nothing there", async () => {
    await openWindow();
    await selectRow(2);
    void sheets.show({ kind: "shortcuts" });
    await find("shortcuts");
    await press();
    expect(preview.count("copy_in_turn")).toBe(0);
    sheets.close(sheets.open[0]?.id ?? -1);
    await press();
    await place("1 of 3");
    void sheets.show({ kind: "shortcuts" });
    await find("shortcuts");
    await press();
    await place("2 of 3");
  });

  it("tells a failure at its key and can be tried again", async () => {
    await openWindow();
    await selectRow(2);
    preview.fail("copy_in_turn", { code: "clipboard_unavailable" });
    await click("copy-in-turn");
    expect((await find("problem")).dataset.code).toBe("clipboard_unavailable");
    await click("problem-action");
    await place("1 of 3");
  });

  it("skips none when pressed twice at once", async () => {
    await openWindow();
    await selectRow(2);
    await press();
    await place("1 of 3");
    const release = preview.hold("copy_next");
    await press();
    await press();
    release();
    await place("2 of 3");
    expect(preview.count("copy_next")).toBe(1);
  });
});
