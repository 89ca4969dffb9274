import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PASSPHRASE } from "../src/preview/handing";
import { preview } from "../src/preview/backend";
import { printing } from "../src/state/printing.svelte";
import { sheets } from "../src/state/sheets.svelte";
import { click, fill, find, gone, openWindow, selectRow, undo } from "./window";

const asked = (name: string): unknown[] =>
  preview.asked.filter((each) => each.name === name).map((each) => each.args);
const onPage = (text: string): boolean => document.documentElement.innerHTML.includes(text);

async function openSheet(key = 1): Promise<void> {
  await openWindow();
  await selectRow(key);
  await click("hand-over");
  await waitFor(() => {
    if (!document.querySelector(".sheet-page")) throw new Error("no sheet yet");
    expect(screen.getByTestId("hand-other").getAttribute("aria-disabled")).toBe("false");
  });
}

async function choose(testid: string, value: string): Promise<void> {
  await fireEvent.change(await find(testid), { target: { value } });
}

async function to(person: string): Promise<void> {
  await fill("hand-person", person);
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the hand-over sheet", () => {
  it("shows the sheet in its own language, for the platform that was chosen", async () => {
    await openSheet();
    await choose("hand-platform", "curl");
    await choose("hand-language", "de");
    await waitFor(() => {
      const page = document.querySelector('[data-testid="hand-sheet"] .sheet-page');
      expect(page?.getAttribute("lang")).toBe("de");
      expect(page?.textContent).toContain("curl");
      expect(page?.querySelector("pre")).not.toBeNull();
    });
    expect(asked("sheet").at(-1)).toEqual({ sheet: { key: 1, platform: "curl", language: "de" } });
  });

  it("proposes the plain API for a key that no plugin takes", async () => {
    await openSheet(5);
    expect((screen.getByTestId("hand-platform") as HTMLSelectElement).value).toBe("api");
    expect(gone("hand-qr-identifier")).toBe(true);
  });

  it("proposes what was chosen for this key the last time", async () => {
    const sheet = { key: 1, platform: "prestashop", language: "ca" } as const;
    await preview.ask("record_handover", { sheet, person: "Pixel", channel: "mail" });
    await openSheet();
    expect((screen.getByTestId("hand-platform") as HTMLSelectElement).value).toBe("prestashop");
    expect((screen.getByTestId("hand-language") as HTMLSelectElement).value).toBe("ca");
  });

  it("uses no channel before it is said to whom", async () => {
    await openSheet();
    for (const channel of ["copy", "mail", "print", "pdf", "pack", "other", "qr-secret"]) {
      await click(`hand-${channel}`);
      const field = await find("hand-person");
      await waitFor(() => expect(document.activeElement).toBe(field));
      expect(field.getAttribute("aria-invalid")).toBe("true");
      await fill(field, " ");
    }
    const used = ["copy_sheet", "mail_sheet", "print_sheet", "save_sheet_pdf", "seal_pack"];
    for (const name of [...used, "record_handover", "reveal_qr"]) expect(asked(name)).toEqual([]);
  });

  it("suggests the people who hold keys, and says who has left", async () => {
    const sheet = { key: 2, platform: "php", language: "en" } as const;
    await preview.ask("record_handover", { sheet, person: "Anaïs", channel: "other" });
    await preview.ask("set_holder_left", { person: "Anaïs", left: true });
    await openSheet();
    const names = [...document.querySelectorAll("datalist option")].map((each) =>
      each.getAttribute("value"),
    );
    expect(names).toEqual(["Anaïs"]);
    expect(onPage("having left")).toBe(false);
    await to("anais");
    await waitFor(() => expect(onPage("having left")).toBe(true));
  });
});

describe("a channel", () => {
  it.each([
    ["copy", "copy_sheet", "copied"],
    ["print", "print_sheet", "printed"],
    ["pdf", "save_sheet_pdf", "pdf"],
    ["other", null, "other"],
  ])("is recorded once it was used: %s", async (button, command, channel) => {
    await openSheet();
    await to("  Agence Pixel ");
    await click(`hand-${button}`);
    const recorded = await find("hand-recorded");
    expect(recorded.dataset.channel).toBe(channel);
    expect(recorded.textContent).toContain("Agence Pixel");
    if (command) expect(asked(command)).toHaveLength(1);
    expect(asked("record_handover")).toEqual([
      {
        sheet: { key: 1, platform: "woocommerce", language: "en" },
        person: "Agence Pixel",
        channel,
      },
    ]);
  });

  it("is not recorded when it failed", async () => {
    await openSheet();
    await to("Pixel");
    preview.fail("print_sheet", { code: "not_opened", what: "no printer" });
    await click("hand-print");
    expect((await find("problem")).dataset.code).toBe("not_opened");
    expect(asked("record_handover")).toEqual([]);
    expect(gone("hand-recorded")).toBe(true);
  });

  it("is not used a second time when only its record failed", async () => {
    await openSheet();
    await to("Pixel");
    preview.fail("record_handover", { code: "inventory_busy" });
    await click("hand-copy");
    await find("problem");
    await click("problem-action");
    await find("hand-recorded");
    expect(asked("copy_sheet")).toHaveLength(1);
  });

  it("tells where the PDF is, or that the print dialog makes it", async () => {
    await openSheet();
    await to("Pixel");
    await click("hand-pdf");
    await find("hand-pdf-folder");
    expect(screen.getByTestId("hand-done").textContent).toContain("/home/marie/Documents/");
    await click("hand-pdf-folder");
    expect(asked("show_folder")).toHaveLength(1);
    preview.answer("save_sheet_pdf", () => "");
    await click("hand-pdf");
    await waitFor(() => expect(gone("hand-pdf-folder")).toBe(true));
    expect(screen.getByTestId("hand-done").textContent).toContain("print dialog");
  });

  it("can be taken back from the record", async () => {
    await openSheet();
    await to("Pixel");
    await click("hand-other");
    const id = Number((await find("hand-recorded")).dataset.handover);
    await click("hand-undo");
    await waitFor(() => expect(gone("hand-recorded")).toBe(true));
    expect(asked("remove_handover")).toEqual([{ handover: id }]);
  });

  it("needs an address for an e-mail draft", async () => {
    await openSheet();
    await to("Pixel");
    await click("hand-mail");
    await find("hand-mail-missing");
    expect(asked("mail_sheet")).toEqual([]);
    await fill("hand-mail-to", "web@shop.example");
    await click("hand-mail");
    await find("hand-recorded");
    expect(asked("mail_sheet")).toEqual([
      {
        sheet: { key: 1, platform: "woocommerce", language: "en" },
        to: "web@shop.example",
      },
    ]);
  });

  it("copies the Secret apart, which is no hand-over by itself", async () => {
    await openSheet();
    await click("hand-copy-secret");
    expect((await find("hand-done")).textContent).toContain("Secret copied");
    expect(asked("copy_field")).toEqual([{ key: 1, field: "secret" }]);
    expect(asked("record_handover")).toEqual([]);
  });

  it("gives no Secret that is not at hand", async () => {
    const known = preview.world.keys[0];
    if (known) known.row = { ...known.row, has_secret: false };
    await openSheet();
    await find("hand-no-secret");
    for (const button of ["hand-pack", "hand-copy-secret", "hand-qr-secret"]) {
      expect((screen.getByTestId(button) as HTMLButtonElement).disabled).toBe(true);
    }
    expect((screen.getByTestId("hand-copy") as HTMLButtonElement).disabled).toBe(false);
  });
});

describe("a sealed pack", () => {
  it("shows its words until they are noted, and is recorded by the program", async () => {
    await openSheet();
    await to("Pixel");
    await click("hand-pack");
    expect((await find("passphrase")).textContent).toBe(PASSPHRASE);
    expect((await find("hand-recorded")).dataset.channel).toBe("sealed_pack");
    expect(asked("record_handover")).toEqual([]);
    await click("passphrase-close");
    await waitFor(() => expect(onPage(PASSPHRASE)).toBe(false));
  });

  it("loses its words with the sheet", async () => {
    await openSheet();
    await to("Pixel");
    await click("hand-pack");
    await find("passphrase");
    await click("hand-close");
    await waitFor(() => expect(gone("hand-over-sheet")).toBe(true));
    expect(onPage("invented-words")).toBe(false);
  });
});

describe("a QR code", () => {
  it("is drawn with its quiet zone and leaves after a minute", async () => {
    await openSheet();
    await to("Pixel");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await click("hand-qr-secret");
    await vi.advanceTimersByTimeAsync(0);
    const drawn = screen.getByTestId("qr");
    expect(drawn.getAttribute("viewBox")).toBe("0 0 33 33");
    expect(drawn.querySelector("path")?.getAttribute("d")).toMatch(/^M4 4h/);
    expect(asked("reveal_qr")).toEqual([{ key: 1, field: "secret" }]);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(gone("qr")).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(gone("qr")).toBe(true);
  });

  it("is hidden on demand, and not shown when it comes too late", async () => {
    await openSheet();
    await to("Pixel");
    await click("hand-qr-base_url");
    await find("qr");
    await click("hand-qr-hide");
    await waitFor(() => expect(gone("qr")).toBe(true));
    const release = preview.hold("reveal_qr");
    await click("hand-qr-secret");
    await click("hand-close");
    release();
    await waitFor(() => expect(gone("hand-over-sheet")).toBe(true));
    expect(gone("qr")).toBe(true);
  });
});

describe("what is printed", () => {
  it("is the open sheet, and nothing once it is closed", async () => {
    await openSheet();
    await waitFor(() => expect(document.querySelector(".printed .sheet-page")).not.toBeNull());
    expect(printing.sheet?.title).toContain("Atelier Vélo");
    await click("hand-close");
    await waitFor(() => expect(document.querySelector(".printed")).toBeNull());
  });

  it("is never the sheet of an earlier choice", async () => {
    await openSheet();
    await waitFor(() => expect(printing.sheet).not.toBeNull());
    const release = preview.hold("sheet");
    await choose("hand-language", "it");
    await waitFor(() => expect(printing.sheet).toBeNull());
    await to("Pixel");
    await click("hand-print");
    expect(asked("print_sheet")).toEqual([]);
    release();
    await waitFor(() => expect(printing.sheet?.language).toBe("it"));
  });
});

describe("the card of hand-overs", () => {
  async function handed(): Promise<void> {
    const sheet = { key: 1, platform: "php", language: "en" } as const;
    await preview.ask("record_handover", { sheet, person: "Anaïs", channel: "mail" });
    await openWindow();
    await selectRow(1);
  }

  it("says when nobody has the key", async () => {
    await openWindow();
    await selectRow(1);
    await find("handed-none");
  });

  it("notes that it was confirmed, and takes that back", async () => {
    await handed();
    expect((await find("handover-state")).dataset.confirmed).toBe("false");
    await click("handover-confirm");
    await find("handover-take-back");
    expect((await find("handover-state")).dataset.confirmed).toBe("true");
    await click("handover-take-back");
    await find("handover-confirm");
  });

  it("tells an older Secret apart", async () => {
    await handed();
    const known = preview.world.keys[0];
    if (known) known.handovers = known.handovers.map((each) => ({ ...each, outdated: true }));
    preview.emit("changed", { connection: null });
    await waitFor(() => expect(screen.getByTestId("handover-state").dataset.outdated).toBe("true"));
  });

  it("removes a record and brings it back as it was", async () => {
    await handed();
    await click("handover-confirm");
    await find("handover-take-back");
    const before = preview.world.keys[0]?.handovers;
    await click("handover-remove");
    await find("handed-none");
    await undo();
    await find("handover");
    expect(preview.world.keys[0]?.handovers).toEqual(before);
  });

  it("computes the check code only when asked", async () => {
    await openWindow();
    await selectRow(1);
    await find("handed-none");
    expect(asked("check_code")).toEqual([]);
    await click("check-code-show");
    expect((await find("check-code")).textContent).toBe("7F3A-29C1");
  });

  it("opens no sheet for a key that is gone", async () => {
    await openWindow();
    await selectRow(8);
    expect((screen.getByTestId("hand-over") as HTMLButtonElement).disabled).toBe(true);
    expect(sheets.open).toEqual([]);
  });
});
