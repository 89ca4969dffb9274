import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { preview } from "../src/preview/backend";
import { sheets } from "../src/state/sheets.svelte";
import { click, fill, find, gone, openWindow, row, selectRow } from "./window";

const SECRET = "invented-secret-value-9e02";
const shown = (): boolean => document.documentElement.innerHTML.includes(SECRET);

afterEach(() => {
  vi.useRealTimers();
});

describe("a revealed secret", () => {
  it("is nowhere before it is asked for, and leaves when hidden", async () => {
    await openWindow();
    await selectRow(1);
    expect(shown()).toBe(false);
    expect(preview.count("reveal_secret")).toBe(0);
    await click("reveal");
    expect((await find("revealed-value")).textContent).toBe(SECRET);
    await click("hide");
    expect(shown()).toBe(false);
  });

  it("leaves when another key is selected", async () => {
    await openWindow();
    await selectRow(1);
    await click("reveal");
    await find("revealed-value");
    await fireEvent.click(await row(2));
    await waitFor(() => expect(shown()).toBe(false));
  });

  it("leaves half a minute after the window was left, unless one comes back", async () => {
    await openWindow();
    await selectRow(1);
    await click("reveal");
    await find("revealed-value");
    vi.useFakeTimers();
    await fireEvent.blur(window);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(shown()).toBe(true);
    await fireEvent.focus(window);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(shown()).toBe(true);
    await fireEvent.blur(window);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(shown()).toBe(false);
  });

  it("does not appear when its reply comes too late", async () => {
    await openWindow();
    await selectRow(1);
    const release = preview.hold("reveal_secret");
    await click("reveal");
    await fireEvent.click(await row(2));
    await waitFor(() =>
      expect(screen.getByTestId("detail-title").textContent).toContain("Boulangerie"),
    );
    release();
    await Promise.resolve();
    expect(shown()).toBe(false);
    expect(gone("revealed-value")).toBe(true);
  });

  it("says why it cannot be shown, and what to do", async () => {
    await openWindow();
    await selectRow(1);
    preview.fail("reveal_secret", { code: "keychain_locked" });
    await click("reveal");
    const box = await find("problem");
    expect(box.dataset.code).toBe("keychain_locked");
    expect(box.textContent).toContain("Unlock it");
    await click("problem-action");
    await waitFor(() => expect(preview.count("retry_keychain")).toBe(1));
  });
});

describe("the detail", () => {
  it("checks a key and shows its new state", async () => {
    await openWindow();
    await selectRow(3);
    expect((await find("detail-status")).dataset.status).toBe("refused");
    await click("check");
    await waitFor(() => expect(screen.getByTestId("detail-status").dataset.status).toBe("works"));
  });

  it("saves a note when one leaves it, and says so", async () => {
    await openWindow();
    await selectRow(1);
    const note = await find("note");
    await fill(note, "site behind a cache");
    expect(screen.getByTestId("detail").textContent).toContain("Not saved yet");
    await fireEvent.blur(note);
    await waitFor(() => expect(preview.world.keys[0]?.note).toBe("site behind a cache"));
    await waitFor(() => expect(screen.getByTestId("detail").textContent).toContain("Saved"));
  });

  it("keeps a half-typed note when records change meanwhile", async () => {
    await openWindow();
    await selectRow(1);
    await fill("note", "half a");
    preview.emit("changed", { connection: 1 });
    await waitFor(() => expect(preview.count("key_detail")).toBeGreaterThan(1));
    expect((screen.getByTestId("note") as HTMLTextAreaElement).value).toBe("half a");
  });

  it("gives a local name and takes it back", async () => {
    await openWindow();
    await selectRow(1);
    const name = await find("local-name");
    await fill(name, "Main shop");
    await fireEvent.keyDown(name, { key: "Enter" });
    await waitFor(() => expect(preview.world.keys[0]?.local_name).toBe("Main shop"));
    await fill(name, "");
    await fireEvent.blur(name);
    await waitFor(() => expect(preview.world.keys[0]?.local_name).toBeNull());
  });

  it("renews only after the shop's name was typed", async () => {
    await openWindow();
    await selectRow(1);
    await click("renew");
    const dialog = await find("renew-dialog");
    expect(dialog.textContent).toContain("Atelier Vélo");
    const confirm = (await find("renew-confirm")) as HTMLButtonElement;
    expect(confirm.disabled).toBe(true);
    await fill("typed-name", "Atelier Velo");
    expect(confirm.disabled).toBe(true);
    await fill("typed-name", "Atelier Vélo");
    expect(confirm.disabled).toBe(false);
    await fireEvent.submit(confirm.closest("form") as HTMLFormElement);
    await waitFor(() => expect(gone("renew-dialog")).toBe(true));
    expect(preview.count("renew_secret")).toBe(1);
  });

  it("does not offer to renew an ak_ key, says why, and points to rotating", async () => {
    await openWindow();
    await selectRow(5);
    expect(((await find("renew")) as HTMLButtonElement).disabled).toBe(true);
    expect(((await find("rotate")) as HTMLButtonElement).disabled).toBe(false);
    expect(screen.getByTestId("detail").textContent).toMatch(
      /Renewing does not change an ak_ value\. Rotate makes a second key/,
    );
  });

  it("looks whether the server is reachable when a check did not reach it", async () => {
    preview.answer("check_key", ({ key }, { world }) => {
      const known = world.keys.find((each) => each.row.id === key);
      const from = world.connections.find((each) => each.id === known?.row.connection);
      if (from) from.offline = true;
      return "unreachable";
    });
    await openWindow();
    await selectRow(1);
    expect(screen.queryByTestId("offline")).toBeNull();
    await click("check");
    expect((await screen.findByTestId("offline")).textContent).toContain("Lyon à vélo");
  });

  it("marks a practice key so that it is never taken for a real one", async () => {
    preview.reset({ connections: 3, keys: 6 });
    await openWindow();
    await selectRow(3);
    await find("practice-banner");
    await fireEvent.click(await row(1));
    await waitFor(() => expect(gone("practice-banner")).toBe(true));
  });

  it("lets a Store without a time slot get one", async () => {
    await openWindow();
    await selectRow(3);
    await fireEvent.click(await screen.findByText("Choose a time slot…"));
    const slot = await find("time-slot");
    await fireEvent.change(slot, { target: { value: "/api/time_slots/2" } });
    await click("time-slot-save");
    await waitFor(() => expect(preview.world.stores[2]?.has_time_slot).toBe(true));
    await waitFor(() => expect(gone("time-slot")).toBe(true));
  });
});

describe("disconnecting", () => {
  it("asks for the connection's name and then forgets its records", async () => {
    await openWindow();
    await row(1);
    const connection = preview.world.connections[0];
    if (connection) void sheets.show({ kind: "disconnect", connection });
    const confirm = (await find("disconnect-confirm")) as HTMLButtonElement;
    expect(confirm.disabled).toBe(true);
    await fill("typed-name", "Lyon à vélo");
    await fireEvent.submit(confirm.closest("form") as HTMLFormElement);
    await waitFor(() => expect(gone("disconnect-dialog")).toBe(true));
    await waitFor(() => expect(gone("connection-1")).toBe(true));
  });
});
