import { screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { DriftKind, DriftView, KeyDetail } from "../src/contract";
import { preview } from "../src/preview/backend";
import { view } from "../src/state/view.svelte";
import { click, find, gone, openWindow, row, selectRow } from "./window";

const THEIRS = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

function first(): KeyDetail {
  const key = preview.world.keys[0];
  if (!key) throw new Error("no key");
  return key;
}

function drift(id: number, kind: DriftKind, change: Partial<DriftView> = {}): DriftView {
  return { id, kind, of_store: false, from: null, at: Date.now(), ...change };
}

describe("what somebody else changed", () => {
  it.each([
    ["new", "Someone else made this key"],
    ["renewed", "renewed its Secret"],
    ["replaced", "replaced its pair"],
    ["renamed", "called “old boutique”"],
    ["gone", "no longer has this key"],
    ["back", "has this key again"],
  ] as const)("is told with a next step: %s", async (kind, words) => {
    first().drift = [drift(1, kind, { from: kind === "renamed" ? "old boutique" : null })];
    await openWindow();
    await selectRow(1);
    const card = await find("drift-card");
    expect(card.dataset.kind).toBe(kind);
    expect(card.textContent).toContain(words);
    expect(card.querySelector("time")?.title).not.toBe("");
  });

  it.each([
    ["renamed", "Its Store was renamed"],
    ["gone", "no longer has its Store"],
    ["back", "has its Store again"],
  ] as const)("is told of the Store: %s", async (kind, words) => {
    first().drift = [drift(1, kind, { of_store: true, from: "Old name" })];
    await openWindow();
    await selectRow(1);
    expect((await find("drift-card")).textContent).toContain(words);
  });

  it("leaves one by one when it was seen", async () => {
    first().drift = [drift(1, "renamed", { from: "x" }), drift(2, "back")];
    await openWindow();
    await selectRow(1);
    expect((await screen.findAllByTestId("drift-card")).length).toBe(2);
    await click("drift-seen");
    await waitFor(() => expect(screen.getAllByTestId("drift-card").length).toBe(1));
    expect(screen.getByTestId("drift-card").dataset.kind).toBe("back");
    // The pressed button is gone: the focus stays with the key.
    expect(document.activeElement?.id).toBe("detail-title");
  });

  it("is counted in a quiet line, shown in the history, and seen all at once", async () => {
    first().drift = [drift(1, "back"), drift(2, "new")];
    await openWindow();
    expect((await find("drift-line")).textContent).toContain("2 changes on the server");
    await click("drift-show");
    expect(((await find("activity-filter-kind")) as HTMLSelectElement).value).toBe("elsewhere");
    await click("drift-all-seen");
    await waitFor(() => expect(gone("drift-line")).toBe(true));
    expect(preview.asked.find((asked) => asked.name === "mark_all_drift_seen")?.args).toEqual({
      connection: null,
    });
  });

  it("takes no room where nothing changed", async () => {
    await openWindow();
    await row(1);
    expect(gone("drift-line")).toBe(true);
  });

  it("is a state of its own in the list", async () => {
    first().row.status = "renewed_elsewhere";
    const second = preview.world.keys[1];
    if (second) second.row.status = "store_gone";
    await openWindow();
    await waitFor(async () => expect((await row(1)).textContent).toContain("▲ Renewed elsewhere"));
    expect((await row(2)).textContent).toContain("– Store gone");
  });
});

describe("another pair that the server shows", () => {
  beforeEach(() => {
    const key = first();
    key.row.status = "replaced";
    key.offered = { identifier: THEIRS, at: Date.now(), stored: true };
  });

  it("is shown beside ours, with what taking it means for the shop", async () => {
    const ours = first().row.identifier;
    await openWindow();
    await selectRow(1);
    const card = await find("offer-card");
    expect(screen.getByTestId("offer-ours").textContent).toBe(ours);
    expect(screen.getByTestId("offer-theirs").textContent).toBe(THEIRS);
    expect(card.textContent).toContain("“Atelier Vélo” needs the new one. This cannot be undone");
    expect(screen.getByTestId("detail-status").textContent).toContain("Use the new pair below");
  });

  it("takes our place only when the person says so", async () => {
    await openWindow();
    await selectRow(1);
    await find("offer-card");
    expect(preview.count("accept_new_pair")).toBe(0);
    await click("accept-new-pair");
    await waitFor(() => expect(gone("offer-card")).toBe(true));
    expect(preview.asked.filter((asked) => asked.name === "accept_new_pair")).toEqual([
      { name: "accept_new_pair", args: { key: 1 } },
    ]);
    expect(first().row.identifier).toBe(THEIRS);
    expect(screen.getByTestId("toast").textContent).toContain("Send it to the shop");
  });

  it("stays when it could not be taken, with the reason", async () => {
    await openWindow();
    await selectRow(1);
    preview.fail("accept_new_pair", { code: "keychain_locked" });
    await click("accept-new-pair");
    expect((await find("problem")).dataset.code).toBe("keychain_locked");
    expect(gone("offer-card")).toBe(false);
  });

  it("lets ours be checked first", async () => {
    await openWindow();
    await selectRow(1);
    await click("offer-check");
    await waitFor(() => expect(preview.count("check_key")).toBe(1));
    expect(preview.count("accept_new_pair")).toBe(0);
  });

  it("is only another Secret when the Identifier is the same", async () => {
    const key = first();
    key.row.status = "renewed_elsewhere";
    key.offered = { identifier: key.row.identifier, at: Date.now(), stored: false };
    await openWindow();
    await selectRow(1);
    expect((await find("offer-theirs")).textContent).toBe("same Identifier, another Secret");
    expect(screen.getByTestId("offer-card").textContent).toContain("not in the keychain yet");
  });
});

describe("putting a key away", () => {
  it("takes it out of the list and into the archive, and back", async () => {
    await openWindow();
    expect(gone("rail-archive")).toBe(true);
    await selectRow(1);
    await click("archive-key");
    await waitFor(() => expect(document.querySelector('[data-key-id="1"]')).toBeNull());
    await click("rail-archive");
    await row(1);
    expect(view.filter.kind).toBe("archived");
    await click("unarchive-key");
    expect((await find("empty")).textContent).toContain("archive is empty");
  });

  it("offers to forget only what the server no longer has", async () => {
    await openWindow();
    await selectRow(1);
    await find("archive-key");
    expect(gone("forget-key")).toBe(true);
    await selectRow(8);
    await find("forget-key");
  });
});
