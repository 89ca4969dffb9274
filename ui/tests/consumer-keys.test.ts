// Consumer keys of a site: in the list, in the detail, made, edited and revoked.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { descriptionFault } from "../src/description";
import { preview } from "../src/preview/backend";
import { addGrocer, type Grocer } from "../src/preview/grocer";
import { view } from "../src/state/view.svelte";
import { click, fill, find, gone, openWindow, row, selectRow, submit } from "./window";

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

function disabled(testid: string): boolean {
  return (screen.getByTestId(testid) as HTMLButtonElement).disabled;
}

async function open(name: string): Promise<void> {
  await openWindow();
  await selectRow(id(name));
}

/** The sheet of a new key of the site, with its form read. */
async function newKey(): Promise<void> {
  await openWindow();
  view.connection = grocer.site.id;
  await click("new-key");
  await find("consumer-description");
}

async function chooseOwner(term: string): Promise<void> {
  await fireEvent.click(await find("consumer-owner-other"));
  await fill("consumer-owner-search", term);
}

describe("a row of a consumer key", () => {
  it("stands under its site, with its permission, and both halves to be copied", async () => {
    await openWindow();
    const shown = await row(id("works"));
    expect(shown.textContent).toContain("Épicerie des Tilleuls");
    expect(shown.textContent).toContain("Read-Write");
    const copies = within(shown).getAllByRole("button");
    expect(copies.map((each) => each.getAttribute("aria-label"))).toEqual([
      "Copy Consumer key of Épicerie des Tilleuls — Delivery — Lyon à vélo",
      "Copy Consumer secret of Épicerie des Tilleuls — Delivery — Lyon à vélo",
    ]);
  });

  it("shows the ending alone where no more is known, and copies nothing of it", async () => {
    await openWindow();
    const shown = await row(id("notHeld"));
    expect(within(shown).getByTestId("row-ending").textContent).toMatch(/^…[0-9a-f]{7}$/);
    expect(within(shown).getByTestId("row-not-held").title).toContain("not held here");
    expect(within(shown).queryAllByRole("button")).toEqual([]);
  });

  it("marks deleted owners and keys unused for long, and names what has no name", async () => {
    await openWindow();
    const marks = within(await row(id("ownerGone"))).getByTestId("row-marks").textContent;
    expect(marks).toBe("Read · owner deleted · unused for long");
    expect((await row(id("nameless"))).textContent).toContain("Key without a description");
  });
});

describe("the detail of a consumer key", () => {
  it("speaks of Site URL, Consumer key and Consumer secret, and never of renewing", async () => {
    await open("works");
    const detail = await find("detail");
    for (const word of ["Site URL", "Consumer key", "Consumer secret"]) {
      expect(detail.textContent).toContain(word);
    }
    expect(detail.textContent).not.toMatch(/Identifier|API Key|Scopes|Store\b/);
    expect(gone("renew")).toBe(true);
    expect((await find("consumer-permission")).dataset.permission).toBe("read_write");
    const access = await find("consumer-last-access");
    expect(access.textContent).toMatch(/22 novembre 2026 à 9 h 12.*Checks of Saddlebag move it/s);
  });

  it("tells whose key it is when the account may not change it", async () => {
    await open("notMine");
    for (const testid of ["edit-key", "rotate", "revoke"]) expect(disabled(testid)).toBe(true);
    expect((await find("consumer-reason")).textContent).toBe(
      "Your account may not change this key: its owner is Carole Directrice.",
    );
  });

  it("explains why a secret is not held, and offers nothing that needs it", async () => {
    await open("notHeld");
    const card = await find("no-secret");
    expect(card.dataset.why).toBe("not-held");
    expect(card.textContent).toMatch(/once, to who makes the key.*rotate/s);
    for (const testid of ["check", "diagnose", "hand-over"]) expect(disabled(testid)).toBe(true);
    expect(disabled("rotate")).toBe(false);
    await click("paste-pair");
    await find("paste-sheet");
  });

  it("opens the setting of plain permalinks on the site", async () => {
    if (grocer.site.site) grocer.site.site.permalinks = "plain";
    await open("works");
    await find("consumer-plain-permalinks");
    await click("open-permalinks");
    await waitFor(() =>
      expect(asked("open_site_page")).toEqual([{ connection: grocer.site.id, page: "permalinks" }]),
    );
  });

  it("tells what its permission was before somebody changed it", async () => {
    await open("limited");
    expect((await find("drift-card")).textContent).toContain("“Read-Write”, now it is “Read”");
  });

  it("speaks French in the site's own terms", async () => {
    preview.world.settings.language = "fr";
    await open("works");
    const detail = (await find("detail")).textContent;
    for (const word of ["URL du site", "Clé client", "Secret client", "Lecture/Écriture"]) {
      expect(detail).toContain(word);
    }
  });
});

describe("a key whose secret was lost with the reply", () => {
  it("is revoked and made again after saying so, and the new one is shown", async () => {
    await open("lost");
    expect((await find("no-secret")).textContent).toContain("Nobody has it.");
    await click("remake");
    expect((await find("remake-dialog")).textContent).toContain("takes its place");
    expect(preview.count("remake_key")).toBe(0);
    await submit("remake-confirm");
    await waitFor(() => expect(gone("remake-dialog")).toBe(true));
    await waitFor(() => expect(view.selected).toBe(preview.world.keys[0]?.row.id));
    expect(view.selected).not.toBe(id("lost"));
    await waitFor(() => expect(asked("check_key")).toEqual([{ key: view.selected }]));
  });
});

describe("a new consumer key", () => {
  it("is proposed for deliveries of the co-op, for one's own account, with Read-Write", async () => {
    await newKey();
    const description = (await find("consumer-description")) as HTMLInputElement;
    expect(description.value).toBe("Delivery — Lyon à vélo");
    await submit("consumer-create");
    await waitFor(() => expect(gone("key-sheet")).toBe(true));
    expect(asked("create_consumer_key")).toEqual([
      {
        new_key: {
          connection: grocer.site.id,
          description: "Delivery — Lyon à vélo",
          owner: null,
          permission: "read_write",
        },
      },
    ]);
    const made = preview.world.keys[0]?.row.id;
    await waitFor(() => expect(view.selected).toBe(made));
    await waitFor(() => expect(asked("check_key")).toEqual([{ key: made }]));
    await waitFor(() => expect(document.activeElement?.closest("[data-key-id]")).not.toBeNull());
    expect(preview.count("save_draft")).toBe(0);
  });

  it("may belong to somebody else, found as one types", async () => {
    await newKey();
    await chooseOwner("ann");
    expect(disabled("consumer-create")).toBe(true);
    expect((await find("consumer-missing")).textContent).toContain("Choose the user");
    await fireEvent.click(await find("consumer-owner-option"));
    await fireEvent.click(await find("permission-read"));
    await submit("consumer-create");
    await waitFor(() =>
      expect(asked("create_consumer_key")).toMatchObject([
        { new_key: { owner: 2, permission: "read" } },
      ]),
    );
    expect(asked("find_site_users")).toEqual([{ connection: grocer.site.id, term: "ann" }]);
  });

  it("belongs to the own account where no other may be chosen", async () => {
    const own = { id: 7, label: "Sam (#7 – sam@shop.example)" };
    preview.answer("consumer_key_form", () => ({ own, may_choose_owner: false }));
    await newKey();
    expect(gone("consumer-owner-other")).toBe(true);
    expect((await find("consumer-owner-label")).textContent).toContain("sam@shop.example");
  });

  it.each([
    ["  ", "blank", "needs a description"],
    ["0", "zero", "a lone “0”"],
    ["a < b", "markup", "behind a “<”"],
    ["é".repeat(201), "too_long", "at most 200 characters; these are 201"],
  ])("is not made with a description the site would spoil: %s", async (text, fault, words) => {
    expect(descriptionFault(text)).toBe(fault);
    await newKey();
    await fill("consumer-description", text);
    expect(disabled("consumer-create")).toBe(true);
    expect((await find("key-sheet")).textContent).toContain(words);
  });

  it("takes 200 characters, counted as the site counts", () => {
    expect(descriptionFault("🚲".repeat(200))).toBeNull();
    expect(descriptionFault(`${"a".repeat(199)}   b`)).toBe("too_long");
  });

  it("is made again at once when its secret was lost with the reply", async () => {
    preview.fail("create_consumer_key", { code: "secret_never_seen", key: id("lost") });
    await newKey();
    await submit("consumer-create");
    expect((await find("problem")).dataset.code).toBe("secret_never_seen");
    expect(disabled("consumer-create")).toBe(true);
    await click("remake-now");
    await waitFor(() => expect(gone("key-sheet")).toBe(true));
    expect(asked("remake_key")).toEqual([{ key: id("lost") }]);
    expect(preview.count("create_consumer_key")).toBe(1);
  });

  it("is not asked for a second time while it is unknown whether it was made", async () => {
    preview.fail("create_consumer_key", { code: "reply_lost", host: "tilleuls.example" });
    await newKey();
    await submit("consumer-create");
    await find("problem");
    expect(disabled("consumer-create")).toBe(true);
  });

  it("leads to the sign-in, or to pasting, where nobody is signed in", async () => {
    const signedOut = { code: "signed_out", connection: grocer.site.id } as const;
    preview.fail("consumer_key_form", signedOut);
    await openWindow();
    view.connection = grocer.site.id;
    await click("new-key");
    const signIn = await find("connect-sheet");
    await fireEvent.click(within(signIn).getByLabelText("Close"));
    expect((await find("problem")).dataset.code).toBe("signed_out");
    await click("consumer-paste-instead");
    await find("paste-sheet");
  });
});

describe("editing a consumer key", () => {
  it("sends description and permission, and says what the change means", async () => {
    await open("works");
    await click("edit-key");
    expect(((await find("edit-save")) as HTMLButtonElement).disabled).toBe(true);
    await fireEvent.click(await find("permission-read"));
    await waitFor(() =>
      expect(screen.getByTestId("edit-consequence").textContent).toContain("can change nothing"),
    );
    await fill("edit-description", "  Delivery   of  bread ");
    await submit("edit-save");
    await waitFor(() => expect(gone("edit-key-dialog")).toBe(true));
    expect(asked("edit_consumer_key")).toEqual([
      { key: id("works"), change: { description: "Delivery of bread", permission: "read" } },
    ]);
    await waitFor(() =>
      expect(screen.getByTestId("detail-title").textContent).toBe("Delivery of bread"),
    );
  });

  it("shows the site's own words when it refuses", async () => {
    const message = "This value is not good.";
    preview.fail("edit_consumer_key", { code: "site_says", host: "tilleuls.example", message });
    await open("works");
    await click("edit-key");
    await fill("edit-description", "Another");
    await submit("edit-save");
    expect((await find("problem")).textContent).toContain(message);
  });
});

describe("revoking one consumer key", () => {
  it("asks for the name, and says who may have it", async () => {
    const sheet = { key: id("works"), platform: "php", language: "fr" } as const;
    await preview.ask("record_handover", { sheet, person: "Agence Pixel", channel: "other" });
    await open("works");
    await click("revoke");
    expect((await find("revoke-consequence")).textContent).toContain("“Épicerie des Tilleuls”");
    expect((await find("revoke-holders")).textContent).toContain("Agence Pixel");
    const button = (await find("revoke-confirm")) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await fireEvent.submit(button.closest("form") as HTMLFormElement);
    expect(preview.count("revoke_keys")).toBe(0);
    await fill("typed-name", "Épicerie des Tilleuls");
    await submit("revoke-confirm");
    await waitFor(() => expect(gone("revoke-dialog")).toBe(true));
    expect(asked("revoke_keys")).toEqual([
      { keys: [id("works")], typed_name: "Épicerie des Tilleuls" },
    ]);
    expect((await find("toast")).textContent).toContain("is revoked");
    await waitFor(() => expect(screen.getByTestId("detail-status").dataset.status).toBe("gone"));
  });

  it.each([
    ["already_gone", "somebody else had revoked it"],
    ["not_allowed", "may not change this key"],
  ] as const)("tells apart what was %s", async (end, words) => {
    preview.answer("revoke_keys", ({ keys }) => ({
      revoked: [],
      already_gone: [],
      not_allowed: [],
      [end]: keys,
    }));
    await open("works");
    await click("revoke");
    await fill("typed-name", "Épicerie des Tilleuls");
    await submit("revoke-confirm");
    const told = await find(end === "already_gone" ? "toast" : "problem");
    expect(told.textContent).toContain(words);
  });
});

describe("revoking several consumer keys", () => {
  it("chooses among those of a kind, and tells each outcome by name", async () => {
    await openWindow();
    await click("revoke-several");
    await fireEvent.change(await find("revoke-several-kind"), { target: { value: "not_held" } });
    await waitFor(() => expect(screen.getAllByTestId("revoke-row").length).toBe(5));
    await fireEvent.click(await find("revoke-several-all"));
    expect((await find("revoke-consequence")).textContent).toContain("these 5 keys");
    await fill("typed-name", "Épicerie des Tilleuls");
    await submit("revoke-several-confirm");
    await find("revoke-report");
    expect((await find("revoke-report-revoked")).querySelectorAll("li").length).toBe(4);
    expect((await find("revoke-report-not_allowed")).textContent).toContain("Accounting");
    expect(gone("revoke-report-already_gone")).toBe(true);
    await submit("revoke-several-close");
    await waitFor(() => expect(gone("revoke-several-sheet")).toBe(true));
  });

  it("revokes only what is in sight", async () => {
    await openWindow();
    await click("revoke-several");
    await fireEvent.click(await find("revoke-several-all"));
    await fireEvent.change(await find("revoke-several-kind"), { target: { value: "unused" } });
    await fill("typed-name", "Épicerie des Tilleuls");
    await submit("revoke-several-confirm");
    await find("revoke-report");
    expect(asked("revoke_keys")).toMatchObject([{ keys: [id("ownerGone"), id("unused")] }]);
  });

  it("is offered where there is a site, and New Store where there is a co-op", async () => {
    await openWindow();
    view.connection = grocer.site.id;
    await waitFor(() => expect(gone("new-store")).toBe(true));
    expect(gone("revoke-several")).toBe(false);
    view.connection = 1;
    await waitFor(() => expect(gone("revoke-several")).toBe(true));
    expect(gone("new-store")).toBe(false);
  });
});
