import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { chooseLanguage } from "../src/text.svelte";
import { click, fill, find, gone, openWindow, selectRow, submit } from "./window";

function step(): string | undefined {
  return screen.queryByTestId("rotation-steps")?.dataset.step;
}

async function isAt(wanted: string): Promise<void> {
  await waitFor(() => expect(step()).toBe(wanted));
}

async function live(part: "rotation-old" | "rotation-new"): Promise<string | undefined> {
  return (await find(part)).dataset.live;
}

/** Opens the rotation of a key, begun. */
async function begin(key: number): Promise<void> {
  await openWindow();
  await selectRow(key);
  await click("rotate");
  await submit("rotation-begin");
  await isAt("make_key");
}

/** The new key. */
function second(): number {
  return preview.world.rotations[0]?.new_key?.id ?? 0;
}

async function handOver(): Promise<void> {
  await preview.ask("record_handover", {
    sheet: { key: second(), platform: "woocommerce", language: "en" },
    person: "Rosa",
    channel: "other",
  });
}

async function untilRetire(key: number): Promise<void> {
  await begin(key);
  await submit("rotation-make");
  await isAt("hand_over");
  await handOver();
  await isAt("await_use");
  await submit("rotation-confirm");
  await isAt("retire");
}

describe("a rotation", () => {
  it("tells what will happen, and begins only when told to", async () => {
    await openWindow();
    await selectRow(1);
    await click("rotate");
    const told = await find("rotation-what");
    expect(told.querySelectorAll("li").length).toBe(4);
    expect(told.textContent).toContain("both keys work");
    expect(preview.count("begin_rotation")).toBe(0);
    await submit("rotation-begin");
    await isAt("make_key");
    expect(preview.world.rotations.length).toBe(1);
  });

  it("goes through every step, and shows at each what is live", async () => {
    await begin(1);
    expect([await live("rotation-old"), await live("rotation-new")]).toEqual(["true", "false"]);
    expect((await find("rotation-new")).textContent).toContain("Not made yet");
    expect(((await find("rotation-name")) as HTMLInputElement).value).toBe("boutique 2");
    await fill("rotation-name", "boutique of Rosa");
    await submit("rotation-make");
    await isAt("hand_over");
    expect((await find("rotation-new")).textContent).toContain("boutique of Rosa");
    // It was checked at once.
    expect(preview.asked.find((asked) => asked.name === "check_key")?.args).toEqual({
      key: second(),
    });
    expect([await live("rotation-old"), await live("rotation-new")]).toEqual(["true", "true"]);
    await handOver();
    await isAt("await_use");
    await submit("rotation-confirm");
    await isAt("retire");
    expect((await find("rotation-seen")).dataset.seen).toBe("confirmed");
    await fill("typed-name", "Atelier Vélo");
    await submit("rotation-retire");
    await isAt("archive");
    expect(await live("rotation-old")).toBe("false");
    expect((await find("rotation-old")).textContent).toContain("Retired");
    await submit("rotation-finish");
    await find("rotation-done");
    await isAt("done");
    expect(preview.world.keys.find((key) => key.row.id === 1)?.archived_at).not.toBeNull();
    await submit("rotation-close");
    await waitFor(() => expect(gone("rotation-sheet")).toBe(true));
  });

  it("asks what the new key may do where the old one may do everything", async () => {
    for (const known of preview.world.keys) {
      if (known.row.id === 1) Object.assign(known.row, { store: null });
    }
    await begin(1);
    const make = (await find("rotation-make")) as HTMLButtonElement;
    expect(make.disabled).toBe(true);
    expect(gone("rotation-scope-deliveries")).toBe(true);
    await click("rotation-scope-orders-all");
    await waitFor(() => expect(make.disabled).toBe(false));
    await submit("rotation-make");
    await isAt("hand_over");
    const asked = preview.asked.find((each) => each.name === "make_rotation_key");
    expect(asked?.args).toMatchObject({ scopes: ["orders:all"] });
  });

  it("marks one step as the present one, in words as well", async () => {
    await begin(1);
    const items = (await find("rotation-steps")).querySelectorAll("li");
    expect([...items].map((item) => item.dataset.state)).toEqual([
      "now",
      "later",
      "later",
      "later",
      "later",
    ]);
    expect(items[0]?.getAttribute("aria-current")).toBe("step");
    expect(items[0]?.textContent).toContain("now");
    await waitFor(() => expect(document.activeElement?.id).toBe("rotation-step"));
  });

  it("survives closing, and is gone on with from either key", async () => {
    await begin(1);
    await submit("rotation-make");
    await isAt("hand_over");
    await click("rotation-later");
    await waitFor(() => expect(gone("rotation-sheet")).toBe(true));
    const card = await find("rotation-card");
    expect(card.dataset.part).toBe("old");
    expect(card.textContent).toContain("Being replaced by “Atelier Vélo — boutique 2”");
    await selectRow(second());
    await waitFor(() => expect(screen.getByTestId("rotation-card").dataset.part).toBe("new"));
    expect((await find("rotation-card")).textContent).toContain("Replaces “Atelier Vélo");
    await click("rotation-continue");
    await isAt("hand_over");
    expect(preview.count("begin_rotation")).toBe(1);
  });

  it("opens the hand-over of the new key", async () => {
    await begin(1);
    await submit("rotation-make");
    await isAt("hand_over");
    await submit("rotation-hand-over");
    await find("hand-over-sheet");
    await waitFor(() =>
      expect(
        preview.asked.some(
          ({ name, args }) =>
            name === "sheet" && (args as { sheet: { key: number } }).sheet.key === second(),
        ),
      ).toBe(true),
    );
  });

  it("warns of a new key that is not known to work, and checks it again", async () => {
    preview.fail("check_key", { code: "timed_out", host: "town-1.example" });
    preview.fail("check_key", { code: "timed_out", host: "town-1.example" });
    await begin(1);
    await submit("rotation-make");
    await isAt("hand_over");
    expect((await find("rotation-sheet")).textContent).toContain("not known to work");
    await click("rotation-check");
    expect((await find("problem")).dataset.code).toBe("timed_out");
    await click("problem-action");
    await waitFor(() => expect(screen.getByTestId("rotation-new").dataset.live).toBe("true"));
  });

  it("looks for a first delivery, and says what else can be done when there is none", async () => {
    await begin(1);
    await submit("rotation-make");
    await isAt("hand_over");
    await handOver();
    await isAt("await_use");
    await click("rotation-look");
    const none = await find("rotation-none-seen");
    expect(none.textContent).toMatch(/No delivery of “Atelier Vélo”.*Ask the receiver/s);
    expect(step()).toBe("await_use");
    preview.answer("look_for_delivery", ({ rotation: id }, program) => {
      const rotation = program.world.rotations.find((each) => each.id === id);
      if (rotation) Object.assign(rotation, { step: "retire", seen: "delivery", seen_at: 1 });
      return true;
    });
    await click("rotation-look");
    await isAt("retire");
    expect((await find("rotation-seen")).dataset.seen).toBe("delivery");
  });

  it("retires the old key only once its shop's name is typed", async () => {
    await untilRetire(1);
    const button = (await find("rotation-retire")) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await fill("typed-name", "Atelier");
    expect(button.disabled).toBe(true);
    await fireEvent.submit(button.closest("form") as HTMLFormElement);
    expect(preview.count("retire_old_key")).toBe(0);
    await fill("typed-name", " Atelier Vélo ");
    await submit("rotation-retire");
    await isAt("archive");
    expect(preview.asked.find((asked) => asked.name === "retire_old_key")?.args).toMatchObject({
      typed_name: "Atelier Vélo",
    });
  });

  it("of an ak_ key is retired on the server's own page", async () => {
    await untilRetire(5);
    expect(gone("typed-name")).toBe(true);
    expect((await find("rotation-sheet")).textContent).toMatch(
      /Renewing does not change an ak_ value.*Save that page once, without changing anything/s,
    );
    await click("rotation-open-page");
    await waitFor(() =>
      expect(preview.asked.find((asked) => asked.name === "open_app_page")?.args).toEqual({
        key: 5,
      }),
    );
    preview.fail("retire_old_key", { code: "not_replaced_yet" });
    await submit("rotation-saved-it");
    expect((await find("problem")).dataset.code).toBe("not_replaced_yet");
    expect(step()).toBe("retire");
    await submit("rotation-saved-it");
    await isAt("archive");
    expect(preview.asked.find((asked) => asked.name === "retire_old_key")?.args).toMatchObject({
      typed_name: "",
    });
  });

  it("is given up after saying what stays", async () => {
    await begin(1);
    await click("rotation-give-up");
    expect((await find("rotation-give-up-text")).textContent).toContain("No second key was made");
    await click("rotation-keep-on");
    await waitFor(() => expect(gone("rotation-give-up-text")).toBe(true));
    await submit("rotation-make");
    await isAt("hand_over");
    await click("rotation-give-up");
    expect((await find("rotation-give-up-text")).textContent).toContain("Both keys remain");
    const made = second();
    await click("rotation-give-up-confirm");
    await waitFor(() => expect(gone("rotation-sheet")).toBe(true));
    expect(preview.world.rotations).toEqual([]);
    expect(preview.world.keys.some((key) => key.row.id === made)).toBe(true);
    await waitFor(() => expect(gone("rotation-card")).toBe(true));
  });

  it("does not make a second new key while a reply is lost", async () => {
    await begin(1);
    preview.fail("make_rotation_key", { code: "reply_lost", host: "town-1.example" });
    await submit("rotation-make");
    expect((await find("problem")).dataset.code).toBe("reply_lost");
    // The refresh finds that it was made after all.
    preview.answer("refresh", async ({ connection }, program) => {
      const rotation = program.world.rotations[0]?.id ?? 0;
      const { answers } = await import("../src/preview/answers");
      await answers.make_rotation_key(
        { rotation, name: "boutique 2", scopes: ["deliveries"] },
        program,
      );
      return answers.refresh({ connection }, program);
    });
    await click("problem-action");
    await isAt("hand_over");
    await waitFor(() => expect(gone("problem")).toBe(true));
    expect(preview.count("make_rotation_key")).toBe(1);
  });

  it("is not offered for a key that the server does not have, or was not seen to have", async () => {
    const known = preview.world.keys[0];
    if (known) known.seen_on_server = false;
    await openWindow();
    await selectRow(8);
    expect(((await find("rotate")) as HTMLButtonElement).disabled).toBe(true);
    await selectRow(1);
    await waitFor(() =>
      expect(screen.getByTestId("detail").textContent).toContain("brought in from a file"),
    );
    expect(((await find("rotate")) as HTMLButtonElement).disabled).toBe(true);
  });

  it("speaks French at every step", async () => {
    void chooseLanguage("fr", []);
    preview.world.settings.language = "fr";
    await untilRetire(1);
    expect((await find("rotation-sheet")).textContent).toMatch(
      /Retirer l’ancienne clé.*C’est irréversible.*Ce qui marche maintenant/s,
    );
  });
});
