import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { AttentionKind, HandoverView, RotationView } from "../src/contract";
import { preview } from "../src/preview/backend";
import { attention } from "../src/state/attention.svelte";
import { sheets } from "../src/state/sheets.svelte";
import { view } from "../src/state/view.svelte";
import { chooseLanguage, part, t } from "../src/text.svelte";
import { click, find, gone, openWindow, undo } from "./window";

const DAY = 86_400_000;
const rows = (): HTMLElement[] => screen.queryAllByTestId("attention-row");
const within = (subject: string, testid: string): HTMLElement => {
  const row = rows().find((each) => each.dataset.subject === subject);
  const found = row?.querySelector<HTMLElement>(`[data-testid="${testid}"]`);
  if (!found) throw new Error(`no "${testid}" in ${subject}`);
  return found;
};
const act = (subject: string): HTMLElement => within(subject, "attention-act");
const key = (id: number) => {
  const found = preview.world.keys.find((each) => each.row.id === id);
  if (!found) throw new Error(`no key ${id}`);
  return found;
};

/** Everything is in order but what a test makes of it. */
function calm(): void {
  for (const each of preview.world.keys) each.row.status = "works";
  for (const store of preview.world.stores) store.has_time_slot = true;
}

async function openAttention(): Promise<void> {
  await openWindow();
  await click("rail-attention");
  await find("attention-kind");
}

async function choose(kind: AttentionKind | ""): Promise<void> {
  const select = (await find("attention-kind")) as HTMLSelectElement;
  select.value = kind;
  await fireEvent.change(select);
}

function handover(id: number, of: number): HandoverView {
  return {
    id,
    key: of,
    subject: "Atelier Vélo — boutique",
    connection: 1,
    status: "works",
    person: "Ada",
    channel: "mail",
    platform: "woocommerce",
    language: "en",
    at: Date.now() - 9 * DAY,
    who: "marie",
    confirmed_at: null,
    outdated: false,
  };
}

describe("what needs attention", () => {
  it("is counted in the rail and listed by kind, each with its count", async () => {
    await openAttention();
    const { due } = attention;
    await waitFor(() =>
      expect(screen.getByTestId("rail-attention").textContent).toContain(String(due)),
    );
    expect(due).toBe(rows().length);
    const groups = screen.getAllByTestId("attention-group").map((group) => group.textContent);
    expect(groups[0]).toMatch(/Keys that do not work\s+\d+/);
    expect(groups.at(-1)).toContain("Stores without a time slot");
    const third = rows().find((row) => row.dataset.subject === "key_trouble:key:3");
    expect(third?.textContent).toMatch(/Café Lumière.*prestashop.*Lyon à vélo.*Secret refused/s);
  });

  it("can be narrowed to one kind", async () => {
    await openAttention();
    await choose("no_time_slot");
    await waitFor(() =>
      expect(rows().every((row) => row.dataset.kind === "no_time_slot")).toBe(true),
    );
    expect(screen.getAllByTestId("attention-group")).toHaveLength(1);
  });

  it("follows the connection chosen in the rail, without leaving", async () => {
    await openAttention();
    const before = rows().length;
    await click("connection-2");
    await waitFor(() => expect(rows().length).toBeLessThan(before));
    expect(view.screen).toBe("attention");
  });

  it("says when nothing is left, and differently when nothing of a kind is", async () => {
    calm();
    key(1).row.status = "refused";
    await openAttention();
    await choose("key_trouble");
    await waitFor(() => expect(rows()).toHaveLength(1));
    calm();
    preview.emit("changed", { connection: null });
    expect((await find("no-match")).textContent).toContain("of this kind");
    await choose("");
    expect((await find("empty")).textContent).toContain("Nothing needs you now");
  });

  it("is read in pages", async () => {
    preview.reset({ connections: 1, keys: 900 });
    await openAttention();
    expect(rows()).toHaveLength(100);
    expect(screen.getByTestId("attention-more").textContent).toContain("Show 100 more");
    await click("attention-more");
    await waitFor(() => expect(rows()).toHaveLength(200));
    preview.emit("changed", { connection: null });
    await waitFor(() => expect(preview.count("list_attention")).toBe(3));
    expect(rows()).toHaveLength(200);
  });

  it("says why it cannot be read", async () => {
    await openWindow();
    preview.fail("list_attention", { code: "inventory_busy" });
    await click("rail-attention");
    expect((await find("problem")).dataset.code).toBe("inventory_busy");
    await click("problem-action");
    await find("attention-kind");
  });
});

describe("the next step", () => {
  it("of a key that does not work is its diagnosis", async () => {
    await openAttention();
    await fireEvent.click(act("key_trouble:key:3"));
    await find("diagnosis-causes");
    expect(preview.asked.find((asked) => asked.name === "diagnose_key")?.args).toEqual({ key: 3 });
  });

  it("of a missing secret is a refresh", async () => {
    await openAttention();
    await fireEvent.click(act("secret_not_stored:key:14"));
    await waitFor(() => expect(preview.count("refresh")).toBe(1));
  });

  it("of a key that sees every order is a rotation", async () => {
    calm();
    key(1).scopes = ["deliveries", "orders:all"];
    await openAttention();
    await fireEvent.click(act("every_order:key:1"));
    await waitFor(() =>
      expect(sheets.open.map((sheet) => sheet.content)).toEqual([{ kind: "rotation", key: 1 }]),
    );
  });

  it("of an open rotation is to go on with it", async () => {
    calm();
    preview.world.rotations = [
      {
        id: 70,
        step: "make_key",
        old_key: key(2).row,
        new_key: null,
        proposed_name: "webshop 2",
        proposed_permission: null,
        old_still_used: null,
        proposed_scopes: ["deliveries"],
        old_live: true,
        new_live: false,
        begun_at: Date.now(),
        handed_over_at: null,
        seen: null,
        seen_at: null,
        retired_at: null,
        retire: "renew",
        typed_name: "Boulangerie Michel",
      } satisfies RotationView,
    ];
    await openAttention();
    expect(act("rotation_open:key:2").textContent).toBe("Continue…");
  });

  it("of a key nobody received is to hand it over", async () => {
    calm();
    const made = key(1);
    const [seen] = made.history;
    if (seen) made.history = [{ ...seen, act: "created" }];
    await openAttention();
    await fireEvent.click(act("never_handed_over:key:1"));
    await waitFor(() => expect(sheets.has("handover")).toBe(true));
  });

  it("of an unconfirmed hand-over is to confirm it, which can be taken back", async () => {
    calm();
    key(1).handovers = [handover(501, 1)];
    await openAttention();
    await fireEvent.click(act("not_confirmed:key:1"));
    await waitFor(() => expect(key(1).handovers[0]?.confirmed_at).not.toBeNull());
    await find("empty");
    expect((await find("toast")).textContent).toContain("works for Ada");
    await undo();
    await waitFor(() => expect(key(1).handovers[0]?.confirmed_at).toBeNull());
  });

  it("of a Store without a time slot is to choose one right there", async () => {
    calm();
    for (const store of preview.world.stores) store.has_time_slot = store.id !== 3;
    await openAttention();
    await fireEvent.click(act("no_time_slot:store:3"));
    const slot = (await find("time-slot")) as HTMLSelectElement;
    slot.value = "/api/time_slots/1";
    await fireEvent.change(slot);
    await click("time-slot-save");
    await find("empty");
    expect(preview.asked.find((asked) => asked.name === "set_time_slot")?.args).toEqual({
      store: 3,
      slot: "/api/time_slots/1",
    });
  });

  it("of a Store without a key is a new key for that Store", async () => {
    calm();
    preview.world.keys = preview.world.keys.filter((each) => each.store_id !== 4);
    await openAttention();
    await fireEvent.click(act("store_without_key:store:4"));
    await waitFor(() =>
      expect(sheets.open.map((sheet) => sheet.content)).toEqual([
        { kind: "key", connection: 2, store: 104 },
      ]),
    );
  });
});

describe("putting off", () => {
  it("takes a row away until then, and can be undone", async () => {
    await openAttention();
    const before = rows().length;
    await fireEvent.click(within("key_trouble:key:3", "attention-put-off-week"));
    await waitFor(() => expect(rows()).toHaveLength(before - 1));
    const [told] = preview.world.putOff;
    expect(told?.until).toBeGreaterThan(Date.now() + 6 * DAY);
    expect((await find("toast")).textContent).toContain("Café Lumière — prestashop");
    expect(document.activeElement?.id).toBe("attention-title");
    await undo();
    await waitFor(() => expect(rows()).toHaveLength(before));
  });

  it("is told apart from what is due, and can be taken up again", async () => {
    await openAttention();
    expect(gone("attention-put-off-list")).toBe(true);
    await fireEvent.click(within("key_trouble:key:3", "attention-put-off-good"));
    await click("attention-put-off-list");
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]?.textContent).toContain("dismissed for good");
    await click("attention-take-up");
    expect((await find("empty")).textContent).toContain("Nothing is put off");
    await click("attention-put-off-list");
    await waitFor(() =>
      expect(rows().some((row) => row.dataset.subject === "key_trouble:key:3")).toBe(true),
    );
  });

  it("says why it failed and keeps the row", async () => {
    await openAttention();
    const before = rows().length;
    preview.fail("put_off", { code: "inventory_full" });
    await fireEvent.click(within("key_trouble:key:3", "attention-put-off-day"));
    expect((await find("problem")).dataset.code).toBe("inventory_full");
    expect(rows()).toHaveLength(before);
  });
});

describe("the words of kinds", () => {
  it("are there in both languages", () => {
    const kinds: AttentionKind[] = ["holder_left", "unrestricted", "unused", "draft_waiting"];
    for (const language of ["en", "fr"] as const) {
      void chooseLanguage(language, []);
      for (const kind of kinds) {
        expect(t(`attention-${kind}`)).not.toBe(`attention-${kind}`);
        expect(part(`attention-${kind}`, "what")).not.toBe("");
      }
    }
  });
});
