import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { Commands } from "../src/contract";
import { preview } from "../src/preview/backend";
import { chooseLanguage } from "../src/text.svelte";
import { click, fill, find, gone, openWindow } from "./window";

async function openTransfer(): Promise<void> {
  await openWindow();
  await click("rail-settings");
  await click("transfer-open");
  await find("transfer");
}

function asked<K extends keyof Commands>(name: K): Commands[K]["args"][] {
  return preview.asked
    .filter((each) => each.name === name)
    .map((each) => each.args as Commands[K]["args"]);
}

async function submitForm(): Promise<void> {
  const button = (await find("import-read")) as HTMLButtonElement;
  await waitFor(() => expect(button.disabled).toBe(false));
  await fireEvent.submit(button.closest("form") as HTMLFormElement);
}

async function read(kind: "transfer" | "csv" | "kdbx", path = "/tmp/keys"): Promise<void> {
  await openTransfer();
  await fireEvent.click(await find(`import-kind-${kind}`));
  await fill("import-path", path);
  if (kind !== "csv") await fill("import-passphrase", "six invented words");
  await submitForm();
  await find("import-preview");
}

async function rowAt(index: number): Promise<HTMLElement> {
  return waitFor(() => {
    const rows = screen.queryAllByTestId("import-row");
    const found = rows.find((row) => row.dataset.index === String(index));
    if (!found) throw new Error(`no row ${index}`);
    return found;
  });
}

function within(row: HTMLElement, testid: string): HTMLElement {
  return row.querySelector(`[data-testid="${testid}"]`) as HTMLElement;
}

describe("an export", () => {
  it("tells how far it is, and no longer once it is written", async () => {
    const release = preview.hold("export_connections");
    await openTransfer();
    await click("export-write");
    expect(gone("transfer-progress")).toBe(true);
    preview.emit("transferring", { done: 12, total: 51 });
    expect((await find("transfer-progress")).textContent).toContain("12 of 51 keys");
    release();
    await find("passphrase-box");
    expect(gone("transfer-progress")).toBe(true);
  });

  it("holds the chosen connections, and shows its words once", async () => {
    await openTransfer();
    const boxes = await screen.findAllByTestId("export-connection");
    expect(boxes.length).toBe(2);
    await fireEvent.click(boxes[0]?.querySelector("input") as HTMLElement);
    await click("export-write");
    const box = await find("passphrase-box");
    expect(asked("export_connections")).toEqual([{ connections: [2], with_secrets: true }]);
    expect(box.textContent).toContain("saddlebag-export.age");
    expect((await find("passphrase")).textContent).toBe("invented-words-only-for-practice-here");
    expect((await find("export-counts")).textContent).toMatch(/Keys in it: 24 · secrets in it/);
    expect((await find("export-missing")).textContent).toContain("not in the keychain");
    await click("copy-passphrase");
    await waitFor(() => expect(screen.getByTestId("copy-passphrase").dataset.copied).toBe("true"));
    await click("show-folder");
    await waitFor(() => expect(preview.count("show_folder")).toBe(1));
    await click("passphrase-close");
    await waitFor(() => expect(gone("passphrase-box")).toBe(true));
    expect(document.body.textContent).not.toContain("invented-words-only");
  });

  it("forgets its words when the screen is left", async () => {
    await openTransfer();
    await click("export-write");
    await find("passphrase-box");
    await click("transfer-back");
    await click("transfer-open");
    await find("export-write");
    expect(gone("passphrase-box")).toBe(true);
  });

  it("whose words were never seen is told to be of no use", async () => {
    await openTransfer();
    const release = preview.hold("export_connections");
    await click("export-write");
    await click("transfer-back");
    release();
    await waitFor(() =>
      expect(screen.getByTestId("toast").textContent).toContain("Nobody can open it"),
    );
    expect(document.body.textContent).not.toContain("invented-words-only");
  });

  it("says what being without secrets means, and asks for none", async () => {
    await openTransfer();
    expect((await find("export")).textContent).toMatch(
      /whoever has the file and its words can use the keys/,
    );
    await fireEvent.click(await find("export-without"));
    await click("export-write");
    await find("passphrase-box");
    expect(asked("export_connections")[0]?.with_secrets).toBe(false);
    expect(gone("export-missing")).toBe(true);
  });

  it("needs a connection, and leaves practice out unless it is chosen", async () => {
    preview.reset({ connections: 3, keys: 6 });
    await openTransfer();
    const boxes = await screen.findAllByTestId("export-connection");
    const checked = boxes.map((box) => box.querySelector("input")?.checked);
    expect(checked).toEqual([true, true, false]);
    for (const box of boxes.slice(0, 2)) {
      await fireEvent.click(box.querySelector("input") as HTMLElement);
    }
    expect(((await find("export-write")) as HTMLButtonElement).disabled).toBe(true);
    expect((await find("export")).textContent).toContain("Choose at least one connection");
  });

  it("that fails is told in place", async () => {
    await openTransfer();
    preview.fail("export_connections", { code: "keychain_locked" });
    await click("export-write");
    expect((await find("problem")).dataset.code).toBe("keychain_locked");
    expect(gone("passphrase-box")).toBe(true);
  });
});

describe("an import", () => {
  it("asks for what opens the file only where something does", async () => {
    await openTransfer();
    expect((await find("import")).textContent).toContain("Words that open it");
    await fireEvent.click(await find("import-kind-csv"));
    await waitFor(() => expect(gone("import-passphrase")).toBe(true));
    await fireEvent.click(await find("import-kind-kdbx"));
    expect((await find("import")).textContent).toContain("Password of the database");
    expect(((await find("import-passphrase")) as HTMLInputElement).type).toBe("password");
    await click("import-passphrase-show");
    expect(((await find("import-passphrase")) as HTMLInputElement).type).toBe("text");
    expect(((await find("import-read")) as HTMLButtonElement).disabled).toBe(true);
  });

  it("takes the path from the system's own choice of files", async () => {
    await openTransfer();
    await click("import-choose");
    await waitFor(() =>
      expect((screen.getByTestId("import-path") as HTMLInputElement).value).toMatch(/\.age$/),
    );
    preview.answer("choose_file", () => null);
    await click("import-choose");
    await waitFor(() => expect(preview.count("choose_file")).toBe(2));
    expect((screen.getByTestId("import-path") as HTMLInputElement).value).toMatch(/\.age$/);
  });

  it("says when the words do not open the file, and keeps what was typed", async () => {
    await openTransfer();
    await fill("import-path", "/tmp/keys.age");
    await fill("import-passphrase", "wrong");
    await submitForm();
    expect((await find("problem")).dataset.code).toBe("wrong_passphrase");
    expect(((await find("import-passphrase")) as HTMLInputElement).value).toBe("wrong");
  });

  it("shows what would change, with counts, and never a secret", async () => {
    await read("transfer");
    expect(preview.count("apply_import")).toBe(0);
    expect((await find("import-new-connections")).textContent).toContain("town-9.example");
    expect(screen.getAllByTestId("import-row").length).toBe(6);
    expect((await find("import-count-differs")).textContent).toBe("2");
    expect((await find("import-apply")).textContent).toContain("Bring in 2 keys");
    expect((await rowAt(4)).textContent).toContain("It names no address");
    const differs = await rowAt(3);
    expect(differs.textContent).toMatch(/asks for Rosa.*asks for Paul/s);
    const fields = differs.querySelectorAll<HTMLElement>('[data-testid="import-difference"]');
    const secret = [...fields].find((field) => field.dataset.field === "secret");
    expect(secret?.textContent).toContain("hidden; the two differ");
  });

  it("is filtered by what would become of the rows", async () => {
    await read("transfer");
    await click("import-filter-differs");
    await waitFor(() => expect(screen.getAllByTestId("import-row").length).toBe(2));
    expect((await find("import-filter-differs")).getAttribute("aria-pressed")).toBe("true");
    await click("import-filter-all");
    await waitFor(() => expect(screen.getAllByTestId("import-row").length).toBe(6));
  });

  it("overwrites nothing unless the person says so", async () => {
    await read("transfer");
    expect((within(await rowAt(3), "import-keep") as HTMLInputElement).checked).toBe(true);
    await click("import-apply");
    await find("import-report");
    const [applied] = asked("apply_import");
    expect(applied?.choices).toEqual(
      [0, 1, 2, 3, 5].map((index) => ({ index, take_theirs: false })),
    );
    const report = await find("import-report");
    expect(report.textContent).toMatch(/New keys: 1.*changed: 1.*were: 3/s);
    expect(report.textContent).toContain("https://town-9.example");
  });

  it("takes the file's values row by row, or all of them", async () => {
    await read("transfer");
    await fireEvent.click(within(await rowAt(3), "import-take"));
    await waitFor(() =>
      expect(screen.getByTestId("import-apply").textContent).toContain("Bring in 3 keys"),
    );
    await click("import-take-all");
    await waitFor(() =>
      expect(screen.getByTestId("import-apply").textContent).toContain("Bring in 4 keys"),
    );
    await click("import-keep-all");
    await fireEvent.click(within(await rowAt(5), "import-take"));
    await click("import-apply");
    await find("import-report");
    const taken = asked("apply_import")[0]?.choices.filter((choice) => choice.take_theirs);
    expect(taken).toEqual([{ index: 5, take_theirs: true }]);
  });

  it("matches columns by hand, each field once, and reads again", async () => {
    await read("csv", "/tmp/keys.csv");
    expect(asked("read_import")[0]?.source).toMatchObject({ columns: null, passphrase: null });
    const selects = (await screen.findAllByTestId("import-column-field")) as HTMLSelectElement[];
    expect(selects.map((select) => select.value)).toEqual([
      "store",
      "identifier",
      "secret",
      "none",
    ]);
    await fireEvent.change(selects[3] as HTMLElement, { target: { value: "store" } });
    await waitFor(() => expect(preview.count("read_import")).toBe(2));
    expect(asked("read_import")[1]?.source.columns).toEqual([
      null,
      "identifier",
      "secret",
      "store",
    ]);
    await waitFor(() =>
      expect((screen.getAllByTestId("import-column-field")[0] as HTMLSelectElement).value).toBe(
        "none",
      ),
    );
  });

  it("keeps the table in sight when its columns hold no key", async () => {
    await read("csv", "/tmp/keys.csv");
    const selects = await screen.findAllByTestId("import-column-field");
    await fireEvent.change(selects[1] as HTMLElement, { target: { value: "none" } });
    await waitFor(() => expect(preview.count("read_import")).toBe(2));
    await fireEvent.change(selects[2] as HTMLElement, { target: { value: "none" } });
    expect((await find("problem")).dataset.code).toBe("no_key_column");
    await fireEvent.change(
      (await screen.findAllByTestId("import-column-field"))[1] as HTMLElement,
      {
        target: { value: "identifier" },
      },
    );
    await waitFor(() => expect(gone("problem")).toBe(true));
    expect(asked("read_import").at(-1)?.source.columns?.[1]).toBe("identifier");
  });

  it("gives rows without an address a connection", async () => {
    await read("csv", "/tmp/keys.csv");
    await fireEvent.change(await find("import-connection"), { target: { value: "2" } });
    await waitFor(() => expect(asked("read_import").at(-1)?.source.connection).toBe(2));
  });

  it("shows ten thousand rows page by page", async () => {
    await read("transfer", "/tmp/many.age");
    expect(screen.getAllByTestId("import-row").length).toBe(50);
    expect((await find("import-page")).textContent).toContain("1 to 50 of 10,000");
    await click("import-next");
    await rowAt(50);
    expect((await find("import-page")).textContent).toContain("51 to 100 of 10,000");
    await click("import-take-all");
    await click("import-apply");
    await find("import-report");
    expect(asked("apply_import")[0]?.choices.filter((each) => each.take_theirs).length).toBe(3333);
  });

  it("is put away when it is closed or the screen is left", async () => {
    await read("transfer");
    await click("import-close");
    await find("import-read");
    await waitFor(() => expect(preview.count("discard_import")).toBe(1));
    // What opened the file was forgotten when it was open.
    expect(((await find("import-passphrase")) as HTMLInputElement).value).toBe("");
    await fill("import-passphrase", "again");
    await submitForm();
    await find("import-preview");
    await click("rail-all-keys");
    await waitFor(() => expect(preview.count("discard_import")).toBe(2));
  });

  it("goes on when the screen is left, and is told there", async () => {
    await read("transfer");
    const release = preview.hold("apply_import");
    await click("import-apply");
    await click("rail-all-keys");
    expect(preview.count("discard_import")).toBe(0);
    release();
    await waitFor(() =>
      expect(screen.getByTestId("toast").textContent).toContain("The keys are here"),
    );
  });

  it("that is over is read again", async () => {
    await read("transfer");
    preview.fail("apply_import", { code: "import_over" });
    await click("import-apply");
    expect((await find("problem")).dataset.code).toBe("import_over");
    expect(((await find("import-path")) as HTMLInputElement).value).toBe("/tmp/keys");
  });

  it("is possible before there is any connection", async () => {
    preview.reset({ connections: 0, keys: 0 });
    await openWindow();
    await click("first-import");
    await find("import");
    expect(gone("export")).toBe(true);
  });

  it("speaks French", async () => {
    preview.world.settings.language = "fr";
    void chooseLanguage("fr", []);
    await read("transfer");
    expect((await find("import-preview")).textContent).toMatch(/Garder la nôtre/);
    expect((await find("import-apply")).textContent).toContain("Reprendre 2 clés");
  });
});

describe("the settings", () => {
  it("say how often keys are checked, and when a Secret is old", async () => {
    await openWindow();
    await click("rail-settings");
    const check = (await find("settings-check")) as HTMLSelectElement;
    expect([...check.options].map((option) => option.textContent)).toEqual([
      "Never",
      "Every 6 hours",
      "Every day",
      "Every week",
    ]);
    await fireEvent.change(check, { target: { value: "168" } });
    await waitFor(() => expect(preview.world.settings.check_hours).toBe(168));
    const rotation = (await find("settings-rotation")) as HTMLSelectElement;
    await fireEvent.change(rotation, { target: { value: "never" } });
    await waitFor(() => expect(preview.world.settings.rotation_days).toBeNull());
    await fireEvent.change(rotation, { target: { value: "730" } });
    await waitFor(() => expect(preview.world.settings.rotation_days).toBe(730));
  });

  it("show what is set even when this window would not offer it", async () => {
    preview.world.settings.check_hours = 12;
    await openWindow();
    await click("rail-settings");
    const check = (await find("settings-check")) as HTMLSelectElement;
    expect(check.value).toBe("12");
    expect(check.selectedOptions[0]?.textContent).toBe("Every 12 hours");
  });
});
