import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import type { FormFieldKind, FormField } from "../src/contract";
import { NewStore } from "../src/state/new-store.svelte";
import { view } from "../src/state/view.svelte";
import { codeDigits } from "../src/state/sign-in.svelte";
import { CODE } from "../src/preview/world";
import { click, fill, find, gone, openWindow, row, storeField } from "./window";

async function submit(testid: string): Promise<void> {
  const button = (await find(testid)) as HTMLButtonElement;
  await waitFor(() => expect(button.disabled).toBe(false));
  await fireEvent.submit(button.closest("form") as HTMLFormElement);
}

async function chooseStore(name: string): Promise<void> {
  await fireEvent.click(await find("key-store"));
  await fill("key-store", name);
  const option = (await screen.findAllByTestId("key-store-option"))[0] as HTMLElement;
  expect(option.textContent).toContain(name);
  await fireEvent.click(option);
}

describe("the first start", () => {
  it("leads into the practice co-op with everything filled in", async () => {
    preview.reset({ connections: 0, keys: 0 });
    await openWindow();
    await find("first-start");
    await click("card-practice");
    expect((await find("connect-server-name")).textContent).toBe("Practice co-op");
    expect(((await find("connect-username")) as HTMLInputElement).value).toBe("admin");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("connect-sign-in")));
    await submit("connect-sign-in");
    expect((await find("practice-mail-code")).textContent).toBe(CODE);
    await click("practice-code-fill");
    await submit("connect-code-submit");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    await find("connection-3");
    expect(preview.count("refresh")).toBe(1);
  });
});

describe("connecting", () => {
  it("says what it found, and forgets the password once it was used", async () => {
    await openWindow();
    await click("rail-add-connection");
    await fill("connect-address", "villeneuve.example");
    await submit("connect-continue");
    expect((await find("connect-server-name")).textContent).toBe("Villeneuve à vélo");
    await fill("connect-username", "marie");
    await fill("connect-password", "wrong");
    await submit("connect-sign-in");
    expect((await find("problem")).dataset.code).toBe("wrong_password");
    await fill("connect-password", "a-long-secret");
    await submit("connect-sign-in");
    await find("connect-code");
    expect(document.documentElement.innerHTML).not.toContain("a-long-secret");
    expect(gone("practice-mail-code")).toBe(true);
    await fill("connect-code", "000000");
    await submit("connect-code-submit");
    await waitFor(() => expect(screen.getByTestId("problem").dataset.code).toBe("code_refused"));
    await click("connect-code-again");
    await find("connect-password");
    expect(preview.count("cancel_sign_in")).toBe(1);
  });

  it("tells someone without the admin role which role is missing", async () => {
    await openWindow();
    preview.answer("sign_in", () => ({ step: "connected", connection: 1, admin: false }));
    await click("rail-add-connection");
    await fill("connect-address", "villeneuve.example");
    await submit("connect-continue");
    await fill("connect-username", "dispatcher");
    await fill("connect-password", "x");
    await submit("connect-sign-in");
    preview.fail("refresh", { code: "not_admin" });
    expect((await find("no-admin")).textContent).toContain("ROLE_ADMIN");
    // Its Stores are read all the same, and that its keys were not is no second alarm.
    await waitFor(() => expect(preview.count("refresh")).toBe(1));
    await waitFor(() => expect(gone("progress")).toBe(true));
    expect(gone("problem")).toBe(true);
  });

  it("takes a pasted code whole", () => {
    expect(codeDigits(" 246 810\n")).toBe("246810");
    expect(codeDigits("Code: 24-68-10.")).toBe("246810");
  });
});

describe("a new key", () => {
  it("is shown with its first copy button in focus, and is checked at once", async () => {
    await openWindow();
    await row(1);
    await click("new-key");
    await chooseStore("Café Lumière");
    expect(((await find("key-name")) as HTMLInputElement).value).toBe("Café Lumière");
    await submit("key-create");
    await waitFor(() => expect(gone("key-sheet")).toBe(true));
    const made = await row(49);
    expect(view.selected).toBe(49);
    await waitFor(() =>
      expect(document.activeElement?.closest("[data-key-id]")?.getAttribute("data-key-id")).toBe(
        "49",
      ),
    );
    await waitFor(() => expect(preview.count("check_key")).toBe(1));
    await waitFor(() =>
      expect(made.querySelector<HTMLElement>("[data-status]")?.dataset.status).toBe("works"),
    );
  });

  it("takes no focus from somebody who has gone on meanwhile", async () => {
    await openWindow();
    await row(1);
    await click("new-key");
    await chooseStore("Café Lumière");
    const release = preview.hold("locate_key");
    await submit("key-create");
    await waitFor(() => expect(gone("key-sheet")).toBe(true));
    const search = (await find("search")) as HTMLInputElement;
    search.focus();
    await fireEvent.keyDown(search, { key: "c" });
    release();
    const made = await row(49);
    await waitFor(() =>
      expect(made.querySelector<HTMLElement>("[data-status]")?.dataset.status).toBe("works"),
    );
    expect(document.activeElement).toBe(search);
  });

  it("loses nothing when the session ends in the middle", async () => {
    await openWindow();
    await row(1);
    await click("new-key");
    await chooseStore("Café Lumière");
    await fill("key-name", "my webshop");
    preview.fail("create_key", { code: "signed_out", connection: 1 });
    await submit("key-create");
    await find("connect-sheet");
    expect(((await find("connect-username")) as HTMLInputElement).value).toBe("coordinator");
    await fill("connect-password", "x");
    await submit("connect-sign-in");
    await fill("connect-code", CODE);
    await submit("connect-code-submit");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    expect(((await find("key-name")) as HTMLInputElement).value).toBe("my webshop");
    await waitFor(() =>
      expect(screen.getByTestId("key-sheet").textContent).toContain("Nothing was created yet"),
    );
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("key-create")));
    expect(preview.count("create_key")).toBe(1);
    await submit("key-create");
    await waitFor(() => expect(gone("key-sheet")).toBe(true));
    expect((await row(49)).textContent).toContain("my webshop");
  });

  it("gets its Store made on the way", async () => {
    await openWindow();
    await click("new-key");
    await fireEvent.click(await find("key-store"));
    const options = await screen.findAllByTestId("key-store-option");
    await fireEvent.click(options.at(-1) as HTMLElement);
    await find("store-sheet");
    await fill(await storeField("store[name]"), "Kiosque");
    await fill(await storeField("store[address][streetAddress]"), "1 rue du Test");
    await click("store-find");
    await waitFor(() =>
      expect((screen.getByTestId("store-latitude") as HTMLInputElement).value).toBe("45.764"),
    );
    await submit("store-create");
    await click("store-make-key");
    await waitFor(() => expect(gone("store-sheet")).toBe(true));
    expect(((await find("key-store")) as HTMLInputElement).value).toBe("Kiosque");
    expect(((await find("key-name")) as HTMLInputElement).value).toBe("Kiosque");
  });
});

describe("a new Store", () => {
  it("shows the server's words at the field, in focus, and goes on when corrected", async () => {
    await openWindow();
    await click("new-store");
    await fill(await storeField("store[name]"), "Kiosque");
    const create = (await find("store-create")) as HTMLButtonElement;
    expect(create.disabled).toBe(true);
    expect(screen.getByTestId("store-sheet").textContent).toContain("needs an address");
    await fill(await storeField("store[address][streetAddress]"), "nowhere");
    await click("store-find");
    expect((await find("problem")).dataset.code).toBe("address_not_found");
    await fill("store-latitude", "45,76");
    await fill("store-longitude", "4.83");
    await fill(await storeField("store[telephone]"), "abc");
    await submit("store-create");
    const error = await find("field-error");
    expect(error.dataset.field).toBe("store[telephone]");
    expect(error.textContent).toContain("not a valid phone number");
    const telephone = await storeField("store[telephone]");
    await waitFor(() => expect(document.activeElement).toBe(telephone));
    expect(telephone.getAttribute("aria-invalid")).toBe("true");
    await fill(telephone, "+33 1 99 00 00 00");
    await submit("store-create");
    await find("store-created");
    const sent = preview.asked.filter((asked) => asked.name === "create_store").at(-1);
    expect(sent?.args).toMatchObject({
      values: expect.arrayContaining([
        ["store[name]", "Kiosque"],
        ["store[address][latitude]", "45.76"],
        ["store[prefillPickupAddress]", ""],
      ]) as unknown,
    });
    await find("time-slot");
  });
});

describe("what is sent of a new Store", () => {
  it("leaves the box of packages out while no package set is chosen", async () => {
    const field = (name: string, kind: FormFieldKind): FormField => ({
      name: `store[${name}]`,
      kind,
      label: name,
      help: "",
      required: false,
      value: "",
      options: [],
    });
    preview.answer("store_form", () => ({
      country: "fr",
      fields: [field("packageSet", "select"), field("packagesRequired", "checkbox")],
    }));
    const store = new NewStore();
    await store.read(1);
    store.values["store[packagesRequired]"] = "1";
    expect(store.sent()).toEqual([["store[packageSet]", ""]]);
    store.values["store[packageSet]"] = "5";
    expect(store.sent()).toContainEqual(["store[packagesRequired]", "1"]);
  });
});

describe("sheets", () => {
  it("close with Escape and give the focus back", async () => {
    await openWindow();
    const opener = await find("new-key");
    opener.focus();
    await fireEvent.click(opener);
    const dialog = await find("key-sheet");
    await fireEvent.keyDown(dialog, { key: "Escape" });
    await waitFor(() => expect(gone("key-sheet")).toBe(true));
    expect(document.activeElement).toBe(opener);
  });

  it("open by their shortcuts", async () => {
    await openWindow();
    await row(1);
    await fireEvent.keyDown(window, { key: "n", ctrlKey: true });
    await fireEvent.keyDown(await find("key-sheet"), { key: "Escape" });
    await fireEvent.keyDown(window, { key: "N", ctrlKey: true, shiftKey: true });
    await fireEvent.keyDown(await find("store-sheet"), { key: "Escape" });
    await fireEvent.keyDown(window, { key: "?", shiftKey: true });
    await find("shortcuts");
  });
});

describe("reloading the page", () => {
  it("never happens by a key, and refreshes only when nothing is being filled in", async () => {
    await openWindow();
    await click("new-key");
    await find("key-sheet");
    for (const key of [{ key: "F5" }, { key: "r", ctrlKey: true }]) {
      const pressed = new KeyboardEvent("keydown", { ...key, cancelable: true, bubbles: true });
      window.dispatchEvent(pressed);
      expect(pressed.defaultPrevented).toBe(true);
    }
    expect(preview.count("refresh")).toBe(0);
  });
});
