import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { DraftContent, Problem } from "../src/contract";
import { preview } from "../src/preview/backend";
import { NewStore } from "../src/state/new-store.svelte";
import { click, fill, find, gone, openWindow, row, storeField, submit } from "./window";

const away: Problem = { code: "unreachable", host: "town-1.example" };

async function choose(name: string): Promise<void> {
  await fireEvent.click(await find("key-store"));
  await fill("key-store", name);
  await fireEvent.click((await screen.findAllByTestId("key-store-option"))[0] as HTMLElement);
}

function saved(): DraftContent | undefined {
  return preview.world.drafts.at(-1)?.content;
}

async function sheetClosed(testid: string): Promise<void> {
  await waitFor(() => expect(gone(testid)).toBe(true));
}

describe("a new key while the server is away", () => {
  const codes: Problem[] = [
    { code: "dns", host: "h" },
    { code: "connection_refused", host: "h" },
    { code: "timed_out", host: "h" },
    away,
    { code: "maintenance", host: "h" },
    { code: "server_error", host: "h", status: 500 },
    { code: "certificate", host: "h", reason: "expired" },
    { code: "too_many_requests", host: "h" },
  ];

  it.each(codes)("is prepared as a draft: $code", async (problem) => {
    preview.fail("key_form", problem);
    await openWindow();
    await row(1);
    await click("new-key");
    const notice = await find("draft-notice");
    expect(notice.dataset.code).toBe(problem.code);
    expect(notice.textContent).toContain("prepare this as a draft");
    expect(gone("key-create")).toBe(true);
    await choose("Café Lumière");
    await submit("save-draft");
    await sheetClosed("key-sheet");
    expect(saved()).toEqual({
      kind: "key",
      name: "Café Lumière",
      key_type: "oauth",
      scopes: ["deliveries"],
      store: 103,
      store_draft: null,
    });
    expect(preview.count("create_key")).toBe(0);
    expect(screen.getByTestId("toast").textContent).toContain("saved as a draft");
    expect(screen.getByTestId("rail-drafts").textContent).toContain("1");
  });

  it("is prepared as a draft by one who does not want to sign in", async () => {
    preview.fail("key_form", { code: "signed_out", connection: 1 });
    await openWindow();
    await click("new-key");
    await fireEvent.keyDown(await find("connect-sheet"), { key: "Escape" });
    expect((await find("draft-notice")).textContent).toContain("not signed in");
    expect((await find("draft-notice-retry")).textContent).toBe("Sign in again");
  });

  it("asks the server again when told to", async () => {
    preview.fail("key_form", away);
    await openWindow();
    await click("new-key");
    await find("draft-notice");
    await choose("Café Lumière");
    await click("draft-notice-retry");
    await find("key-create");
    expect(gone("draft-notice")).toBe(true);
    expect(((await find("key-name")) as HTMLInputElement).value).toBe("Café Lumière");
  });

  it("does not hide what is no matter of reaching the server", async () => {
    preview.fail("key_form", { code: "form_changed", page: "/admin/api" });
    await openWindow();
    await click("new-key");
    expect((await find("problem")).dataset.code).toBe("form_changed");
    expect(gone("draft-notice")).toBe(true);
  });

  it("waits for a new Store that is made in the same sheet", async () => {
    preview.fail("key_form", away);
    await openWindow();
    await click("new-key");
    await find("draft-notice");
    await fireEvent.click(await find("key-store"));
    await fireEvent.click(
      document.querySelector('[data-testid="key-store-option"][data-kind="new"]') as HTMLElement,
    );
    const sheet = await find("store-sheet");
    // The server was just found away: it is not asked in vain.
    expect(preview.count("store_form")).toBe(0);
    expect(sheet.textContent).toContain("found when the draft is sent");
    await fill(await storeField("store[name]"), "Bakery X");
    await fill(await storeField("store[address][streetAddress]"), "12 rue de l’Exemple");
    await fireEvent.submit(sheet.querySelector("form") as HTMLFormElement);
    await sheetClosed("store-sheet");
    const store = preview.world.drafts[0];
    expect(store?.content).toEqual({
      kind: "store",
      values: [
        ["store[name]", "Bakery X"],
        ["store[address][streetAddress]", "12 rue de l’Exemple"],
      ],
    });
    await waitFor(() =>
      expect((screen.getByTestId("key-name") as HTMLInputElement).value).toBe("Bakery X"),
    );
    await submit("save-draft");
    await sheetClosed("key-sheet");
    expect(saved()).toMatchObject({ kind: "key", store: null, store_draft: store?.id });
  });
});

describe("a new key", () => {
  beforeEach(() => {
    preview.world.drafts = [
      {
        id: 9001,
        connection: 1,
        name: "Bakery X",
        content: { kind: "store", values: [["store[name]", "Bakery X"]] },
        store_name: null,
        state: { state: "waiting" },
        changed_at: 0,
      },
    ];
  });

  it("can be kept as a draft although the server answers", async () => {
    await openWindow();
    await click("new-key");
    await choose("Café Lumière");
    await click("save-draft");
    await sheetClosed("key-sheet");
    expect(saved()).toMatchObject({ name: "Café Lumière", store: 103 });
    expect(preview.count("create_key")).toBe(0);
  });

  it("for a Store that is a draft can only be a draft, and says why", async () => {
    await openWindow();
    await click("new-key");
    await find("key-create");
    await choose("Bakery");
    expect((await find("key-store-why")).textContent).toContain("draft itself");
    expect(gone("key-create")).toBe(true);
    await submit("save-draft");
    await sheetClosed("key-sheet");
    expect(saved()).toMatchObject({ store: null, store_draft: 9001, scopes: ["deliveries"] });
  });

  it("offers no Store drafts of another connection", async () => {
    await openWindow();
    await click("connection-2");
    await click("new-key");
    await fireEvent.click(await find("key-store"));
    await screen.findAllByTestId("key-store-option");
    expect(document.querySelector('[data-kind="draft"]')).toBeNull();
  });

  it("cannot become a draft as well while its own creation may have worked", async () => {
    await openWindow();
    await click("new-key");
    await choose("Café Lumière");
    preview.fail("create_key", { code: "reply_lost", host: "town-1.example" });
    await submit("key-create");
    await find("problem");
    expect((screen.getByTestId("save-draft") as HTMLButtonElement).disabled).toBe(true);
  });

  it.each([
    ["made", true, true],
    ["never", false, true],
    ["open", false, false],
  ])("is not asked for again when a look finds it %s", async (became, closes, solved) => {
    await openWindow();
    await click("new-key");
    await choose("Café Lumière");
    preview.fail("create_key", { code: "reply_lost", host: "town-1.example" });
    await submit("key-create");
    await find("problem");
    const name = (screen.getByTestId("key-name") as HTMLInputElement).value;
    const [known] = preview.world.keys;
    if (!known) throw new Error("no key");
    const line = { who: "marie", connection: "Lyon", key: known.row.id, at: Date.now() + 1 };
    const question = { intent: 1, connection: 1, act: "create_key" as const, at: 0, name };
    preview.answer("list_activity", () =>
      became === "made" ? [{ ...line, act: "created", subject: `Café Lumière — ${name}` }] : [],
    );
    preview.world.questions = became === "open" ? [{ ...question, candidates: [] }] : [];
    await click("problem-action");
    await waitFor(() => expect(gone("progress")).toBe(true));
    await waitFor(() => expect(gone("problem")).toBe(solved));
    await waitFor(() => expect(gone("key-sheet")).toBe(closes));
    if (closes) await find("detail-title");
  });

  it("can be prepared without waiting for a slow server", async () => {
    await openWindow();
    const release = preview.hold("key_form");
    await click("new-key");
    await click("draft-instead");
    expect((await find("draft-notice")).dataset.code).toBe("by_choice");
    release();
    await Promise.resolve();
    expect(gone("key-create")).toBe(true);
  });

  it("says that a draft could not be saved, and loses nothing", async () => {
    await openWindow();
    await click("new-key");
    await choose("Café Lumière");
    preview.fail("save_draft", { code: "inventory_full" });
    await click("save-draft");
    expect((await find("problem")).dataset.code).toBe("inventory_full");
    expect((screen.getByTestId("key-name") as HTMLInputElement).value).toBe("Café Lumière");
  });
});

describe("going on with a draft", () => {
  beforeEach(() => {
    preview.world.drafts = [
      {
        id: 9002,
        connection: 1,
        name: "my webshop",
        content: {
          kind: "key",
          name: "my webshop",
          key_type: "api_key",
          scopes: ["tasks"],
          store: 103,
          store_draft: null,
        },
        store_name: "Café Lumière",
        state: { state: "waiting" },
        changed_at: 0,
      },
    ];
  });

  it("begins with what was filled in, and saves it in its place", async () => {
    await openWindow();
    await click("rail-drafts");
    await click("draft-edit");
    const name = (await find("key-name")) as HTMLInputElement;
    expect(name.value).toBe("my webshop");
    expect((screen.getByTestId("key-store") as HTMLInputElement).value).toBe("Café Lumière");
    expect((screen.getByTestId("key-type-api_key") as HTMLInputElement).checked).toBe(true);
    expect((screen.getByTestId("scope-tasks") as HTMLInputElement).checked).toBe(true);
    expect((screen.getByTestId("scope-deliveries") as HTMLInputElement).checked).toBe(false);
    expect(gone("key-connection")).toBe(true);
    await fill(name, "renamed");
    await submit("save-draft");
    await sheetClosed("key-sheet");
    expect(preview.world.drafts.map((draft) => [draft.id, draft.name])).toEqual([
      [9002, "renamed"],
    ]);
  });

  it("can save and send it at once", async () => {
    await openWindow();
    await click("rail-drafts");
    await click("draft-edit");
    await find("key-name");
    await click("draft-send-now");
    await waitFor(() => expect(preview.world.drafts[0]?.state.state).toBe("sent_key"));
    await find("draft-result");
  });

  it("keeps its Store although that was a draft and is sent now", async () => {
    const [key] = preview.world.drafts;
    if (key?.content.kind === "key") {
      key.content = { ...key.content, store: null, store_draft: 9001 };
      key.store_name = "Bakery X";
    }
    preview.world.drafts.push({
      id: 9001,
      connection: 1,
      name: "Bakery X",
      content: { kind: "store", values: [["store[name]", "Bakery X"]] },
      store_name: null,
      state: { state: "sent_store", store: 1, at: 0 },
      changed_at: 0,
    });
    await openWindow();
    await click("rail-drafts");
    expect((await screen.findAllByTestId("draft-row"))[0]?.textContent).toContain("for Bakery X");
    await click("draft-edit");
    await find("key-name");
    await submit("save-draft");
    await sheetClosed("key-sheet");
    expect(preview.world.drafts[0]?.content).toMatchObject({ store: null, store_draft: 9001 });
  });

  it("keeps what the server’s form had and ours lacks", async () => {
    const store = new NewStore();
    store.begin({
      id: 9003,
      connection: 1,
      name: "Bakery X",
      content: {
        kind: "store",
        values: [
          ["store[name]", "Bakery X"],
          ["store[siret]", "123"],
          ["store[address][streetAddress]", "12 rue de l’Exemple"],
          ["store[address][latitude]", "45.76"],
          ["store[address][longitude]", "4.83"],
        ],
      },
      store_name: null,
      state: { state: "waiting" },
      changed_at: 0,
    });
    store.prepare(away);
    await store.save(1);
    expect(new Map(savedValues())).toEqual(
      new Map([
        ["store[name]", "Bakery X"],
        ["store[address][streetAddress]", "12 rue de l’Exemple"],
        ["store[siret]", "123"],
        ["store[address][latitude]", "45.76"],
        ["store[address][longitude]", "4.83"],
      ]),
    );
    // A point belongs to the address it was found for.
    store.values["store[address][streetAddress]"] = "elsewhere";
    await store.save(1);
    expect(new Map(savedValues()).has("store[address][latitude]")).toBe(false);
  });
});

function savedValues(): [string, string][] {
  const last = preview.asked.findLast((asked) => asked.name === "save_draft");
  const { content } = last?.args as { content: DraftContent };
  return content.kind === "store" ? content.values : [];
}

describe("a new Store", () => {
  it("can be kept as a draft before its point is found", async () => {
    await openWindow();
    await click("new-store");
    await fill(await storeField("store[name]"), "Bakery X");
    expect((screen.getByTestId("store-create") as HTMLButtonElement).disabled).toBe(true);
    await click("save-draft");
    await sheetClosed("store-sheet");
    expect(preview.world.drafts[0]?.name).toBe("Bakery X");
    expect(preview.count("create_store")).toBe(0);
  });

  it("needs a name even as a draft", async () => {
    preview.fail("store_form", away);
    await openWindow();
    await click("new-store");
    await find("draft-notice");
    expect((screen.getByTestId("save-draft") as HTMLButtonElement).disabled).toBe(true);
    expect(screen.getByTestId("store-sheet").textContent).toContain("A Store needs a name");
  });
});
