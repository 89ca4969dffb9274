import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { addStory } from "../src/preview/story";
import { view } from "../src/state/view.svelte";
import { click, find, gone, openWindow, row, selectRow } from "./window";

async function openSettings(): Promise<void> {
  await openWindow();
  await click("rail-settings");
  await find("back-up");
}

describe("backups", () => {
  it("are listed with when, why and what they hold", async () => {
    addStory(preview.world);
    await openSettings();
    const rows = await screen.findAllByTestId("backup-row");
    expect(rows.length).toBe(4);
    expect(rows[0]?.textContent).toMatch(/before an update.*48 keys,\s+2 connections.*180/s);
    expect(rows[3]?.textContent).toContain("cannot be read");
    expect(rows[3]?.querySelector("button")?.disabled).toBe(true);
  });

  it("are made on demand", async () => {
    await openSettings();
    await find("backups-none");
    await click("back-up");
    expect((await find("backup-row")).dataset.reason).toBe("by_hand");
  });

  it("say why none could be made", async () => {
    preview.fail("back_up", { code: "inventory_full" });
    await openSettings();
    await click("back-up");
    expect((await find("problem")).dataset.code).toBe("inventory_full");
  });

  it("are restored after a deliberate press, and everything is read again", async () => {
    addStory(preview.world);
    await openWindow();
    await selectRow(1);
    await click("rail-settings");
    await click("restore-backup");
    const dialog = await find("restore-dialog");
    expect(dialog.textContent).toContain("backed up first");
    expect(dialog.textContent).toContain("looked for on the servers before they can be sent");
    expect(preview.count("restore_backup")).toBe(0);
    await click("restore-confirm");
    await waitFor(() => expect(gone("restore-dialog")).toBe(true));
    expect(preview.asked.find((asked) => asked.name === "restore_backup")?.args).toEqual({
      name: "inventory-update.sqlite3",
    });
    await waitFor(() => expect(preview.count("refresh")).toBe(2));
    expect(view.selected).toBeNull();
    await waitFor(() =>
      expect(screen.getAllByTestId("backup-row")[0]?.dataset.reason).toBe("before_restore"),
    );
  });

  it("that cannot be used leave the present as it is", async () => {
    addStory(preview.world);
    await openSettings();
    await click("restore-backup");
    preview.fail("restore_backup", { code: "backup_unusable" });
    await click("restore-confirm");
    expect((await find("problem")).textContent).toContain("The inventory of now is unchanged");
    expect(preview.count("refresh")).toBe(0);
  });
});

describe("a damaged inventory", () => {
  it("was rebuilt from a backup, and refreshing completes it", async () => {
    preview.world.inventory = { state: "set_aside", file: "old.sqlite3", restored: Date.now() };
    await openWindow();
    const banner = await find("set-aside-banner");
    expect(banner.textContent).toMatch(/old\.sqlite3.*rebuilt from the backup/s);
    await click("set-aside-refresh");
    await waitFor(() => expect(preview.count("refresh")).toBe(2));
    await click("set-aside-close");
    await waitFor(() => expect(gone("set-aside-banner")).toBe(true));
  });

  it("was begun anew without a backup", async () => {
    preview.reset({ connections: 0, keys: 0 });
    preview.world.inventory = { state: "set_aside", file: "old.sqlite3", restored: null };
    await openWindow();
    expect((await find("set-aside-banner")).textContent).toContain("begun anew");
    await click("set-aside-refresh");
    await find("connect-sheet");
  });

  it("is told politely when another window has it", async () => {
    preview.world.inventory = { state: "closed", problem: { code: "inventory_in_use" } };
    await openWindow();
    expect((await find("problem")).textContent).toContain("open already");
    preview.world.inventory = { state: "ready" };
    await click("problem-action");
    await row(1);
  });
});

describe("the keychain", () => {
  it("has no room, and that is told", async () => {
    preview.world.keychain = "full";
    await openWindow();
    expect((await find("keychain-banner")).textContent).toContain("no room");
  });

  it("did not take new secrets, which are told and offered again", async () => {
    const key = preview.world.keys[0];
    if (key) key.row = { ...key.row, has_secret: false, secret_held: true };
    await openWindow();
    expect((await find("held-banner")).textContent).toContain("1 new secret is only in memory");
    await waitFor(async () => expect((await row(1)).textContent).toContain("memory only"));
    await selectRow(1);
    await find("secret-held");
    await find("copy-secret");
    await click("held-retry");
    await waitFor(() => expect(gone("held-banner")).toBe(true));
    await waitFor(() => expect(gone("secret-held")).toBe(true));
  });

  it("gets every secret that the servers still show", async () => {
    const lyon = preview.world.connections[0];
    if (lyon) lyon.session = "signed_out";
    await openSettings();
    const release = preview.hold("rescue_secrets");
    await click("rescue");
    preview.emit("rescuing", { done: 12, total: 48 });
    await waitFor(() =>
      expect(screen.getByTestId("rescue-progress").textContent).toContain("12 of 48"),
    );
    release();
    const result = await find("rescue-result");
    expect(result.textContent).toMatch(/show: 48.*already: 45.*now: 3.*Lyon à vélo/s);
    expect(result.dataset.complete).toBe("false");
  });
});
