import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { DraftContent, DraftView } from "../src/contract";
import { preview } from "../src/preview/backend";
import { view } from "../src/state/view.svelte";
import { click, find, gone, openWindow, undo } from "./window";

const key = (change: Partial<Extract<DraftContent, { kind: "key" }>> = {}): DraftContent => ({
  kind: "key",
  name: "webshop",
  key_type: "oauth",
  scopes: ["deliveries"],
  store: 101,
  store_draft: null,
  ...change,
});
const store: DraftContent = { kind: "store", values: [["store[name]", "Bakery X"]] };

function draft(id: number, content: DraftContent, change: Partial<DraftView> = {}): DraftView {
  return {
    id,
    connection: 1,
    name: content.kind === "key" ? content.name : "Bakery X",
    content,
    store_name: content.kind === "key" && content.store === 101 ? "Atelier Vélo" : null,
    state: { state: "waiting" },
    changed_at: Date.now(),
    ...change,
  };
}

const row = (id: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-draft-id="${id}"]`);
  if (!found) throw new Error(`no row of draft ${id}`);
  return found;
};
const outcome = (id: number): string | undefined =>
  row(id).querySelector<HTMLElement>('[data-testid="draft-result"]')?.dataset.outcome;
const within = (id: number, testid: string): HTMLElement => {
  const found = row(id).querySelector<HTMLElement>(`[data-testid="${testid}"]`);
  if (!found) throw new Error(`no "${testid}" in draft ${id}`);
  return found;
};
const sendButton = (): HTMLButtonElement => screen.getByTestId("draft-send");
const sentDrafts = (): unknown[] =>
  preview.asked.filter((asked) => asked.name === "send_drafts").map((asked) => asked.args);

async function openDrafts(): Promise<void> {
  await openWindow();
  await click("rail-drafts");
  await screen.findAllByTestId("draft-row");
}

describe("the drafts", () => {
  beforeEach(() => {
    preview.world.drafts = [
      draft(9001, store),
      draft(9002, key({ store: null, store_draft: 9001 })),
      draft(9003, key({ name: "winter shop" }), { connection: 2 }),
    ];
  });

  it("are counted in the rail and say what each is, for which Store and where", async () => {
    await openDrafts();
    expect(screen.getByTestId("rail-drafts").textContent).toContain("3");
    expect(row(9001).textContent).toMatch(/Bakery X.*Store.*Lyon à vélo.*Waiting/s);
    expect(row(9002).textContent).toContain("waits for the Store draft “Bakery X”");
    expect(row(9003).textContent).toMatch(/for Atelier Vélo.*Rosa Courses/s);
  });

  it("are sent together, each with its own result", async () => {
    await openDrafts();
    expect(sendButton().disabled).toBe(true);
    await fireEvent.click(await find("draft-choose-all"));
    expect(sendButton().textContent).toBe("Send 3 drafts");
    await click("draft-send");
    await waitFor(() => expect(outcome(9001)).toBe("sent_store"));
    expect(outcome(9002)).toBe("sent_key");
    expect(sentDrafts()).toEqual([{ drafts: [9001, 9002, 9003] }]);
    expect(row(9002).dataset.state).toBe("sent_key");
    expect(row(9002).textContent).toContain("for Bakery X");
    await waitFor(() => expect(screen.getByTestId("rail-drafts").textContent).toContain("0"));
  });

  it("take the Store along when the key that waits for it is chosen", async () => {
    await openDrafts();
    await fireEvent.click(within(9002, "draft-choose"));
    await waitFor(() => expect(sendButton().textContent).toBe("Send 2 drafts"));
    expect((within(9001, "draft-choose") as HTMLInputElement).checked).toBe(true);
  });

  it("show how far sending is, and stop after the one being sent", async () => {
    await openDrafts();
    await fireEvent.click(await find("draft-choose-all"));
    const release = preview.hold("send_drafts");
    await click("draft-send");
    preview.emit("sending", { draft: 9001, done: 1, total: 3 });
    await waitFor(() =>
      expect(screen.getByTestId("draft-progress").textContent).toContain(
        "2 of 3: sending Bakery X",
      ),
    );
    expect((within(9003, "draft-edit") as HTMLButtonElement).disabled).toBe(true);
    await click("draft-stop");
    await waitFor(() => expect(preview.count("stop_sending")).toBe(1));
    preview.answer("send_drafts", () => [
      { draft: 9001, outcome: { outcome: "sent_store", store: 1 } },
      { draft: 9002, outcome: { outcome: "stopped" } },
      { draft: 9003, outcome: { outcome: "stopped" } },
    ]);
    release();
    await waitFor(() => expect(gone("draft-progress")).toBe(true));
    expect(row(9002).textContent).toContain("stopped before its turn");
    expect(sendButton().textContent).toBe("Send what is left");
  });

  it("go on with what is left after the session ran out", async () => {
    const [lyon] = preview.world.connections;
    if (lyon) lyon.session = "signed_out";
    await openDrafts();
    await fireEvent.click(await find("draft-choose-all"));
    await click("draft-send");
    await waitFor(() => expect(outcome(9001)).toBe("failed"));
    expect(outcome(9003)).toBe("sent_key");
    // The same failure of one server is explained once, with the way out of it.
    expect(screen.getAllByTestId("problem").length).toBe(1);
    expect(row(9002).textContent).toContain("The session on the server has ended");
    if (lyon) lyon.session = "signed_in";
    expect(sendButton().textContent).toBe("Send what is left");
    await click("draft-send");
    await waitFor(() => expect(outcome(9002)).toBe("sent_key"));
    expect(sentDrafts()).toEqual([{ drafts: [9001, 9002, 9003] }, { drafts: [9001, 9002] }]);
  });

  it("offer to sign in where a sent one was refused for it", async () => {
    preview.answer("send_drafts", ({ drafts }) =>
      drafts.map((id) => ({
        draft: id,
        outcome: { outcome: "failed", problem: { code: "signed_out", connection: 1 } },
      })),
    );
    await openDrafts();
    await fireEvent.click(within(9001, "draft-choose"));
    await click("draft-send");
    await find("draft-result");
    await click("problem-action");
    await find("connect-sheet");
  });

  it("can be deleted, and brought back from the message", async () => {
    await openDrafts();
    await fireEvent.click(within(9003, "draft-delete"));
    await waitFor(() => expect(() => row(9003)).toThrow());
    await undo();
    await waitFor(() => expect(row(9003).textContent).toContain("winter shop"));
    expect(preview.count("restore_draft")).toBe(1);
  });

  it("cannot be sent while it is not known what became of them", async () => {
    preview.world.drafts = [
      draft(9004, key(), { state: { state: "looking" } }),
      draft(9005, key(), { state: { state: "undecided" } }),
    ];
    await openDrafts();
    expect(gone("draft-choose")).toBe(true);
    expect(gone("draft-edit")).toBe(true);
    expect(((await find("draft-choose-all")) as HTMLInputElement).disabled).toBe(true);
    await fireEvent.click(within(9004, "draft-look"));
    await waitFor(() => expect(preview.count("refresh")).toBe(1));
    await fireEvent.click(within(9005, "draft-decide"));
    await find("questions-sheet");
  });

  it("lead to what they became, until they are cleared", async () => {
    preview.world.drafts = [
      draft(9006, key(), { state: { state: "sent_key", key: 1, at: Date.now() } }),
    ];
    await openDrafts();
    await click("draft-clear-sent");
    await waitFor(() => expect(gone("draft-row")).toBe(true));
    preview.world.drafts = [
      draft(9006, key(), { state: { state: "sent_key", key: 1, at: Date.now() } }),
    ];
    preview.emit("changed", { connection: 1 });
    await click("draft-show");
    await find("detail-title");
    expect(view.selected).toBe(1);
  });

  it("say when there are none, and offer both ways to make one", async () => {
    preview.world.drafts = [];
    await openWindow();
    await click("rail-drafts");
    expect((await find("empty")).textContent).toContain("There are no drafts");
    const [newKey, newStore] = (await find("empty")).querySelectorAll("button");
    await fireEvent.click(newKey as HTMLElement);
    await fireEvent.keyDown(await find("key-sheet"), { key: "Escape" });
    await fireEvent.click(newStore as HTMLElement);
    await find("store-sheet");
  });

  it("say why the list could not be read or sending not begun", async () => {
    preview.fail("list_drafts", { code: "inventory_busy" });
    await openWindow();
    await click("rail-drafts");
    expect((await find("problem")).dataset.code).toBe("inventory_busy");
    await click("problem-action");
    await screen.findAllByTestId("draft-row");
    await fireEvent.click(await find("draft-choose-all"));
    preview.fail("send_drafts", { code: "inventory_full" });
    await click("draft-send");
    await waitFor(() => expect(screen.getByTestId("problem").dataset.code).toBe("inventory_full"));
    expect(sendButton().disabled).toBe(false);
  });
});
