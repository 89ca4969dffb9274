import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenQuestion } from "../src/contract";
import { preview } from "../src/preview/backend";
import { click, find, gone, openWindow, selectRow } from "./window";

const candidate = { name: "webshop", store: "Café Lumière", first_seen: Date.now() };
const undecided: OpenQuestion = {
  intent: 71,
  connection: 1,
  act: "create_key",
  name: "webshop",
  at: Date.now(),
  candidates: [
    { ...candidate, server_id: 612, detail: "8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d" },
    { ...candidate, server_id: 615, detail: "1b2c3d4e5f60718293a4b5c6d7e8f901" },
  ],
};
const looking: OpenQuestion = { ...undecided, intent: 72, name: "woo", candidates: [] };

const decided = (): unknown => preview.asked.find((asked) => asked.name === "decide")?.args;

async function pick(serverId: string): Promise<void> {
  const radio = document.querySelector<HTMLInputElement>(
    `[data-testid="candidate"][data-server-id="${serverId}"] input`,
  );
  if (!radio) throw new Error(`no candidate ${serverId}`);
  await fireEvent.click(radio);
}

describe("open questions", () => {
  beforeEach(() => {
    preview.world.questions = [undecided, looking];
  });

  it("are told above everything, and listed on demand", async () => {
    await openWindow();
    expect((await find("questions-banner")).textContent).toContain("what became of 2 requests");
    await click("questions-show");
    const [one, two] = await screen.findAllByTestId("question");
    expect(one?.textContent).toMatch(/webshop.*Café Lumière — webshop.*8a7b6c5d/s);
    expect(two?.textContent).toContain("Looked for again at the next refresh");
  });

  it("are decided by the person, who must choose first", async () => {
    await openWindow();
    await click("questions-show");
    const button = (await find("decide")) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await pick("615");
    await waitFor(() => expect(button.disabled).toBe(false));
    await click("decide");
    await waitFor(() => expect(screen.getAllByTestId("question").length).toBe(1));
    expect(decided()).toEqual({ intent: 71, ours: 615 });
  });

  it("may have none as their answer", async () => {
    await openWindow();
    await click("questions-show");
    await find("decide");
    await pick("none");
    await click("decide");
    await waitFor(() => expect(preview.count("decide")).toBe(1));
    expect(decided()).toEqual({ intent: 71, ours: null });
  });

  it("are looked for at once when told to, and leave when nothing is open", async () => {
    preview.world.questions = [looking];
    await openWindow();
    await click("questions-show");
    await find("question");
    preview.answer("refresh", (_args, { world }) => {
      world.questions = [];
      const none = { renewed: 0, replaced: 0, renamed: 0, gone: 0, back: 0, new_stores: 0 };
      const nothing = { new_keys: 0, gone_stores: 0, secrets_stored: 0, secrets_waiting: 0 };
      return { ...none, ...nothing, permission_changed: 0, taken: 0, found: 1, never_done: 0 };
    });
    await click("question-look");
    await find("questions-none");
    expect(screen.getByTestId("toast").textContent).toContain("was done after all");
    await waitFor(() => expect(gone("questions-banner")).toBe(true));
  });

  it("say why a decision was not taken", async () => {
    await openWindow();
    await click("questions-show");
    await find("decide");
    await pick("612");
    preview.fail("decide", { code: "record_gone" });
    await click("decide");
    expect((await find("problem")).dataset.code).toBe("record_gone");
  });
});

describe("a problem that ends in a question", () => {
  it("leads to deciding", async () => {
    preview.world.questions = [undecided];
    await openWindow();
    await selectRow(1);
    preview.fail("check_key", { code: "undecided", intent: 71 });
    await click("check");
    expect((await find("problem-action")).textContent?.trim()).toBe("Decide…");
    await click("problem-action");
    await find("questions-sheet");
  });

  it("leads to looking now", async () => {
    await openWindow();
    await selectRow(1);
    preview.fail("check_key", { code: "still_looking", host: "town-1.example" });
    await click("check");
    expect((await find("problem-action")).textContent?.trim()).toBe("Look now");
    await click("problem-action");
    await waitFor(() => expect(preview.count("refresh")).toBe(1));
  });
});
