import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { view } from "../src/state/view.svelte";
import { click, fill, find, gone, openWindow, row, selectRow } from "./window";

const rows = (): HTMLElement[] => screen.queryAllByTestId("key-row");

describe("the list", () => {
  it("draws a window onto ten thousand keys, and reads no more than it shows", async () => {
    preview.reset({ connections: 2, keys: 10_000 });
    await openWindow();
    await row(1);
    expect(rows().length).toBeGreaterThan(8);
    expect(rows().length).toBeLessThan(40);
    expect(preview.count("list_keys")).toBe(1);
    expect(preview.count("key_detail")).toBe(0);
  });

  it("filters as one types and marks what matches", async () => {
    await openWindow();
    await row(1);
    await fill("search", "epicerie");
    await waitFor(() => expect(rows().length).toBe(3));
    expect(rows()[0]?.querySelector("mark")?.textContent).toBe("Épicerie");
  });

  it("tells no match from nothing here yet", async () => {
    await openWindow();
    await row(1);
    await fill("search", "zzz");
    expect((await find("no-match")).textContent).toContain("zzz");
    expect(gone("empty")).toBe(true);
    await fireEvent.click(screen.getByText("Clear the search"));
    await row(1);
  });

  it("says that there are no keys yet, and offers to make one", async () => {
    preview.reset({ connections: 1, keys: 0 });
    await openWindow();
    await find("empty");
    await fireEvent.click((await find("empty")).querySelector("button") as HTMLElement);
    await find("key-sheet");
  });

  it("moves the selection with the arrow keys and opens the detail with Enter", async () => {
    await openWindow();
    await selectRow(1);
    const list = (await row(1)).closest(".viewport") as HTMLElement;
    list.focus();
    await fireEvent.keyDown(list, { key: "ArrowDown" });
    await waitFor(() => expect(view.selected).toBe(2));
    await fireEvent.keyDown(list, { key: "End" });
    await waitFor(() => expect(view.selected).toBe(48));
    await fireEvent.keyDown(list, { key: "Home" });
    await waitFor(() => expect(view.selected).toBe(1));
    expect(list.getAttribute("aria-activedescendant")).toBe("key-1");
    await fireEvent.keyDown(list, { key: "Enter" });
    await waitFor(() => expect(document.activeElement?.id).toBe("detail-title"));
  });

  it("shows an ak_ key's value once, hidden, and no second half", async () => {
    await openWindow();
    const apiKey = await row(5);
    expect(apiKey.querySelector('[data-testid="row-copy-identifier"]')).toBeNull();
    expect(apiKey.querySelectorAll('[data-testid="row-copy-secret"]').length).toBe(1);
    expect(apiKey.textContent).toContain("ak_••••••");
  });

  it("filters by a connection and clears that again", async () => {
    await openWindow();
    await row(1);
    await click("connection-2");
    await waitFor(() => expect(document.querySelector('[data-key-id="1"]')).toBeNull());
    await click("connection-2");
    await row(1);
  });

  it("reads again what changed behind its back", async () => {
    await openWindow();
    await row(1);
    const first = preview.world.keys[0];
    if (first) first.row.name = "renamed app";
    preview.emit("changed", { connection: 1 });
    await waitFor(async () => expect((await row(1)).textContent).toContain("renamed app"));
  });
});

describe("what keeps a connection from being current", () => {
  it("is told apart: offline, signed out, no admin role", async () => {
    preview.reset({ connections: 3, keys: 6 });
    const [one, two, three] = preview.world.connections;
    if (one) one.offline = true;
    if (two) two.session = "signed_out";
    if (three) three.session = "not_admin";
    await openWindow();
    expect((await find("offline")).textContent).toContain("could not be reached");
    expect((await find("signed-out")).textContent).toContain("signed out");
    expect((await find("no-admin")).textContent).toContain("ROLE_ADMIN");
    expect((await find("connection-1")).textContent).toContain("offline");
  });

  it("lets a person stop waiting for the keychain, and only while it waits", async () => {
    preview.world.keychain = "waiting";
    await openWindow();
    await click("keychain-stop");
    await waitFor(() => expect(preview.count("stop_waiting_for_keychain")).toBe(1));
    preview.emit("keychain", "refused");
    await waitFor(() => expect(gone("keychain-stop")).toBe(true));
  });

  it.each(["waiting", "absent", "refused"] as const)("is the keychain: %s", async (state) => {
    preview.world.keychain = state;
    await openWindow();
    const banner = await find("keychain-banner");
    expect(banner.dataset.state).toBe(state);
    if (state === "absent") expect(banner.textContent).toContain("gnome-keyring");
    await click("keychain-retry");
    await waitFor(() => expect(gone("keychain-banner")).toBe(true));
  });

  it("shows how far a refresh is and stops it", async () => {
    await openWindow();
    await row(1);
    const release = preview.hold("refresh");
    await fireEvent.keyDown(window, { key: "F5" });
    preview.emit("progress", { connection: 1, stage: "keys", done: 12, total: 48 });
    await waitFor(() =>
      expect(screen.getAllByTestId("progress")[0]?.textContent).toContain("12 of 48"),
    );
    await click("progress-cancel");
    await waitFor(() => expect(preview.count("cancel_refresh")).toBe(1));
    preview.fail("refresh", { code: "cancelled" });
    release();
    await waitFor(() => expect(gone("progress")).toBe(true));
  });
});
