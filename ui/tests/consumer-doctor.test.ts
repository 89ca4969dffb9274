// What is told of consumer keys that do not work, and replacing, giving and looking after them.
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AttentionKind } from "../src/contract";
import { preview } from "../src/preview/backend";
import { diagnoseConsumer } from "../src/preview/doctor";
import { addGrocer, type Grocer } from "../src/preview/grocer";
import { sheets } from "../src/state/sheets.svelte";
import { click, fill, find, gone, openWindow, selectRow, submit } from "./window";

let grocer: Grocer;

beforeEach(() => {
  preview.reset({ connections: 1, keys: 2 });
  grocer = addGrocer(preview.world);
});

function id(name: string): number {
  return grocer.ids[name] ?? 0;
}

function asked(name: (typeof preview.asked)[number]["name"]): unknown[] {
  return preview.asked.filter((each) => each.name === name).map((each) => each.args);
}

async function diagnose(name: string): Promise<void> {
  await openWindow();
  await selectRow(id(name));
  await click("diagnose");
  await find("diagnosis-causes");
}

async function cause(): Promise<string | undefined> {
  return (await find("diagnosis-cause")).dataset.cause;
}

async function attentionRow(kind: AttentionKind, name: string): Promise<HTMLElement> {
  await openWindow();
  await click("rail-attention");
  return waitFor(() => {
    const row = `[data-testid="attention-row"][data-kind="${kind}"][data-id="${id(name)}"]`;
    const found = document.querySelector<HTMLElement>(row);
    if (!found) throw new Error(`no row of the kind ${kind}`);
    return found;
  });
}

async function isAt(step: string): Promise<void> {
  await waitFor(() => expect(screen.getByTestId("rotation-steps").dataset.step).toBe(step));
}

function steps(): (string | undefined)[] {
  return screen.getAllByTestId("diagnosis-step").map((step) => step.dataset.step);
}

/** A rotation as far as waiting for the new key's first use. */
async function untilUsed(): Promise<number> {
  await openWindow();
  await selectRow(id("works"));
  await click("rotate");
  await submit("rotation-begin");
  await isAt("make_key");
  await submit("rotation-make");
  await isAt("hand_over");
  const key = preview.world.rotations[0]?.new_key?.id ?? 0;
  const sheet = { key, platform: "php", language: "en" } as const;
  await preview.ask("record_handover", { sheet, person: "Rosa", channel: "other" });
  await isAt("await_use");
  return key;
}

describe("the doctor of consumer keys", () => {
  it("names the cause in the site's words, without a plugin", async () => {
    await diagnose("refused");
    expect(await cause()).toBe("secret_differs");
    const sheet = (await find("diagnose-sheet")).textContent;
    expect(sheet).toContain("belongs to this Consumer key");
    expect(sheet).not.toMatch(/plugin|Identifier/);
    expect(gone("diagnosis-plugin")).toBe(true);
    expect(gone("server-lines")).toBe(true);
  });

  it("shows exact lines for each kind of server, and copies them as they stand", async () => {
    const written = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await diagnose("stripped");
    const boxes = await screen.findAllByTestId("server-lines-of");
    expect(boxes.map((box) => box.dataset.server)).toEqual(["apache", "nginx", "wp_config"]);
    expect((await find("server-lines")).textContent).toContain("Only one of these fits");
    const buttons = screen.getAllByTestId("server-lines-copy");
    expect(buttons[1]?.getAttribute("aria-label")).toBe("Copy the lines for nginx");
    await fireEvent.click(buttons[1] as HTMLElement);
    expect(written).toHaveBeenCalledExactlyOnceWith(
      "fastcgi_param HTTP_AUTHORIZATION $http_authorization;",
    );
    await waitFor(() => expect(buttons[1]?.textContent).toContain("Copied"));
    written.mockRestore();
  });

  it("marks lines that the clipboard did not take", async () => {
    const written = vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("no"));
    await diagnose("stripped");
    await click("server-lines-copy");
    await waitFor(() =>
      expect(screen.getByTestId("server-lines").textContent).toContain("copy them by hand"),
    );
    written.mockRestore();
  });

  it("sends the key in the address only once a person agreed to the risk", async () => {
    await diagnose("stripped");
    expect(await cause()).toBe("header_or_https");
    await click("diagnosis-fix");
    expect(steps()).toContain("key_list");
    expect(steps()).not.toContain("in_address");
    expect((await find("probe")).textContent).toMatch(/log.*Rotate the key afterwards/s);
    expect(preview.count("ask_in_address")).toBe(0);
    await click("probe-cancel");
    await waitFor(() => expect(gone("probe")).toBe(true));
    await click("diagnosis-fix");
    await click("probe-confirm");
    await waitFor(async () => expect(await cause()).toBe("header_stripped"));
    expect(steps()).toContain("in_address");
    expect(asked("ask_in_address")).toEqual([{ key: id("stripped") }]);
    expect((await find("probe-after")).textContent).toContain("log may hold both halves");
    expect(screen.getAllByTestId("server-lines-of").length).toBe(2);
  });

  it("leads to the permission, and looks again once it was changed", async () => {
    await diagnose("limited");
    expect(await cause()).toBe("lacks_write");
    await click("diagnosis-fix");
    await fireEvent.click(await find("permission-read_write"));
    await submit("edit-save");
    await waitFor(async () => expect(await cause()).toBe("nothing_wrong"));
    expect(preview.count("diagnose_key")).toBe(2);
  });

  it("leads to the permission that was found, whatever was recorded before", async () => {
    preview.answer("diagnose_key", ({ key }, { world }) => {
      const known = world.keys.find((each) => each.row.id === key);
      if (!known) throw new Error("no such key");
      const row = { ...known.row, permission: "read" as const };
      return diagnoseConsumer({ ...known, row });
    });
    await diagnose("works");
    expect(await cause()).toBe("lacks_write");
    await click("diagnosis-fix");
    expect(((await find("permission-read")) as HTMLInputElement).checked).toBe(true);
    await fireEvent.click(await find("permission-read_write"));
    await submit("edit-save");
    await waitFor(() =>
      expect(asked("edit_consumer_key")).toMatchObject([
        { key: id("works"), change: { permission: "read_write" } },
      ]),
    );
  });

  it("opens the setting of plain permalinks", async () => {
    await diagnose("plainLinks");
    expect(await cause()).toBe("plain_permalinks");
    await click("open-permalinks");
    await waitFor(() => expect(preview.count("open_site_page")).toBe(1));
  });

  it("makes a key again whose secret nobody has", async () => {
    await openWindow();
    void sheets.show({ kind: "diagnose", key: id("lost") });
    await click("diagnosis-fix");
    await submit("remake-confirm");
    await waitFor(() => expect(asked("remake_key")).toEqual([{ key: id("lost") }]));
  });
});

describe("a rotation of a consumer key", () => {
  it("makes a key of the same permission, looks at last access, and revokes the old one", async () => {
    await openWindow();
    await selectRow(id("works"));
    await click("rotate");
    expect((await find("rotation-what")).textContent).toContain("this one is revoked");
    await submit("rotation-begin");
    expect((await find("rotation-permission")).dataset.permission).toBe("read_write");
    expect(gone("rotation-scope-deliveries")).toBe(true);
    await submit("rotation-make");
    await isAt("hand_over");
    expect(asked("make_rotation_key")).toMatchObject([{ scopes: [] }]);
  });

  it("refuses a description that the site would spoil", async () => {
    await openWindow();
    await selectRow(id("works"));
    await click("rotate");
    await submit("rotation-begin");
    await fill("rotation-name", "<b>");
    expect(((await find("rotation-make")) as HTMLButtonElement).disabled).toBe(true);
  });

  it("looks at last access, and says what else can be done while the new key rests", async () => {
    const made = await untilUsed();
    await click("rotation-look");
    expect((await find("rotation-none-seen")).textContent).toContain("not used since");
    expect(preview.count("look_for_delivery")).toBe(0);
    preview.answer("look_for_access", ({ rotation: number }, program) => {
      const rotation = program.world.rotations.find((each) => each.id === number);
      const seen = { step: "retire", seen: "access", seen_at: 1, old_still_used: true } as const;
      if (rotation) Object.assign(rotation, seen);
      return true;
    });
    await click("rotation-look");
    await isAt("retire");
    expect((await find("rotation-seen")).dataset.seen).toBe("access");
    expect((await find("rotation-old-still-used")).textContent).toContain("still needs it");
    expect((await find("rotation-sheet")).textContent).toContain("is revoked on the site");
    const button = (await find("rotation-retire")) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await fill("typed-name", "Épicerie des Tilleuls");
    await submit("rotation-retire");
    await isAt("archive");
    expect(made).not.toBe(id("works"));
  });

  it("says when the old key stands still", async () => {
    await untilUsed();
    for (const rotation of preview.world.rotations) rotation.old_still_used = false;
    await submit("rotation-confirm");
    await find("rotation-old-rests");
    expect(gone("rotation-old-still-used")).toBe(true);
  });
});

describe("handing a consumer key over", () => {
  it("offers only what a consumer key can be entered in, and names its halves", async () => {
    await openWindow();
    await selectRow(id("works"));
    await click("hand-over");
    const platforms = (await find("hand-platform")) as HTMLSelectElement;
    await waitFor(() =>
      expect([...platforms.options].map((option) => option.value)).toEqual(["php", "curl", "api"]),
    );
    expect(platforms.value).toBe("api");
    expect((await find("hand-qr-identifier")).textContent).toBe("Consumer key");
    expect((await find("hand-qr-secret")).textContent).toBe("Reveal the Consumer secret as QR");
  });
});

describe("what needs a person about consumer keys", () => {
  it("offers to revoke what nobody uses, or to dismiss it", async () => {
    const row = await attentionRow("unused", "unused");
    expect(row.textContent).toContain("Invoices");
    const act = row.querySelector<HTMLElement>('[data-testid="attention-act"]');
    expect(act?.dataset.act).toBe("revoke");
    await fireEvent.click(act as HTMLElement);
    expect((await find("revoke-dialog")).textContent).toContain("Invoices");
    expect(row.querySelector('[data-testid="attention-put-off-good"]')).not.toBeNull();
  });

  it("rotates where a secret is missing, as the site does not show it again", async () => {
    const row = await attentionRow("secret_not_stored", "missing");
    expect(row.querySelector<HTMLElement>("[data-act]")?.dataset.act).toBe("rotate");
  });

  it("offers to revoke what opens nothing, as its owner was deleted", async () => {
    const row = await attentionRow("key_trouble", "deletedHeld");
    const act = row.querySelector<HTMLElement>("[data-act]");
    expect(act?.dataset.act).toBe("revoke");
    await fireEvent.click(act as HTMLElement);
    expect((await find("revoke-dialog")).textContent).toContain("Price labels");
  });

  it("names the site once a row", async () => {
    const row = await attentionRow("key_trouble", "refused");
    expect(row.textContent?.match(/Épicerie des Tilleuls/g)).toHaveLength(1);
    expect(row.textContent).toContain("Newsletter");
  });
});

describe("a question about a consumer key", () => {
  it("tells candidates apart by owner and ending", async () => {
    const candidate = { name: "Delivery", server_id: 9, first_seen: Date.now() };
    preview.world.questions = [
      {
        intent: 5,
        connection: grocer.site.id,
        act: "create_key",
        name: "Delivery",
        at: Date.now(),
        candidates: [
          { ...candidate, store: "Marie Exemple", detail: "3609e8d" },
          { ...candidate, server_id: 10, store: "", detail: "0123456" },
        ],
      },
    ];
    await openWindow();
    await click("questions-show");
    const candidates = await screen.findAllByTestId("candidate");
    expect(candidates[0]?.textContent).toMatch(/Delivery, owned by Marie Exemple.*…3609e8d/s);
    expect(candidates[1]?.textContent).toMatch(/^\s*Delivery\s+…0123456/);
  });
});

describe("values of a consumer key that somebody entered", () => {
  it("are asked for in both vocabularies where there is a site", async () => {
    await openWindow();
    await click("diagnose-values");
    const field = await find("diagnose-identifier");
    expect(field.closest(".field")?.textContent).toContain("or Consumer key");
  });

  it("are asked for in the plugin's words alone where there is none", async () => {
    preview.reset({ connections: 1, keys: 2 });
    await openWindow();
    await click("diagnose-values");
    const field = await find("diagnose-identifier");
    expect(field.closest(".field")?.textContent).not.toContain("Consumer key");
  });
});
