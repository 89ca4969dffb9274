import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { Cause, DiagnosisView } from "../src/contract";
import { preview } from "../src/preview/backend";
import { causeArguments, causeText } from "../src/state/diagnosing.svelte";
import { overview } from "../src/state/overview.svelte";
import { sheets } from "../src/state/sheets.svelte";
import { chooseLanguage, part } from "../src/text.svelte";
import { click, fill, find, gone, openWindow, selectRow, submit } from "./window";

const PASTED = "pasted-secret-of-a-developer-51c8";
const shown = (): boolean => document.documentElement.innerHTML.includes(PASTED);
const causes = (): (string | undefined)[] =>
  screen.getAllByTestId("diagnosis-cause").map((each) => each.dataset.cause);
const outcomes = (): (string | undefined)[] =>
  screen.getAllByTestId("diagnosis-step").map((each) => each.dataset.outcome);
const fix = (name: string): HTMLButtonElement => {
  const found = document.querySelector<HTMLButtonElement>(`[data-fix="${name}"]`);
  if (!found) throw new Error(`no fix ${name}`);
  return found;
};

function found(...wanted: DiagnosisView["causes"]): void {
  const known = preview.world.keys[0];
  preview.answer("diagnose_key", ({ key }) => ({
    causes: wanted,
    steps: [{ step: "values", outcome: "passed" }],
    plugin: { shows: "silent" },
    lines: [],
    right_base_url: null,
    key,
    row: known?.row ?? null,
    connection_name: "Lyon à vélo",
  }));
}

async function diagnose(key: number): Promise<void> {
  await openWindow();
  await selectRow(key);
  await click("diagnose");
  await find("diagnosis-causes");
}

async function openValues(base: string, identifier: string, secret: string): Promise<void> {
  await openWindow();
  await click("diagnose-values");
  await fill("diagnose-base-url", base);
  await fill("diagnose-identifier", identifier);
  await fill("diagnose-secret", secret);
}

const everyCause: Cause[] = [
  ...(["base_url", "identifier", "secret"] as const).flatMap((field): Cause[] => [
    { cause: "white_space", field },
    { cause: "empty", field },
    { cause: "wrong_length", field, found: 31, expected: 32 },
  ]),
  { cause: "halves_swapped" },
  { cause: "base_url_slash" },
  { cause: "base_url_path" },
  { cause: "base_url_http" },
  { cause: "base_url_www" },
  { cause: "base_url_no_address" },
  { cause: "redirected", to: "https://other.example" },
  { cause: "certificate" },
  { cause: "other_instance", belongs_to: "https://other.example" },
  { cause: "unknown_address" },
  { cause: "not_coop_cycle" },
  { cause: "lacks_deliveries" },
  { cause: "api_key_instead" },
  { cause: "opens_another_store", store: "Librairie Passages" },
  { cause: "renewed" },
  { cause: "replaced" },
  { cause: "secret_differs" },
  { cause: "unknown_identifier" },
  { cause: "refused" },
  { cause: "maintenance" },
  { cause: "server_down", status: null },
  { cause: "server_down", status: 502 },
  { cause: "unreachable" },
  { cause: "no_time_slot" },
  { cause: "unrestricted" },
  { cause: "site_plain_http" },
  { cause: "plain_permalinks" },
  { cause: "header_stripped" },
  { cause: "https_hidden" },
  { cause: "header_or_https" },
  { cause: "revoked" },
  { cause: "not_recognised" },
  { cause: "owner_lacks_right" },
  { cause: "owner_gone" },
  { cause: "lacks_read" },
  { cause: "lacks_write" },
  { cause: "not_woo_commerce" },
  { cause: "rest_closed" },
  { cause: "nothing_wrong" },
];

describe("the words of causes", () => {
  it.each(everyCause)("say what is wrong and what to do: $cause", (cause) => {
    for (const language of ["en", "fr"] as const) {
      void chooseLanguage(language, []);
      for (const site of [false, true]) {
        const next = part(`cause-${cause.cause}`, "next", causeArguments(cause, site));
        for (const text of [causeText(cause, site), next]) {
          expect(text).not.toMatch(/^$|[{}]|undefined|^cause-/);
        }
      }
    }
  });
});

describe("diagnosing a key", () => {
  it("runs at once and tells causes, steps and what the plugin shows", async () => {
    await diagnose(6);
    expect(causes()).toEqual(["lacks_deliveries", "no_time_slot"]);
    expect(outcomes()).toEqual([
      "passed",
      "passed",
      "failed",
      "not_reached",
      "not_reached",
      "not_reached",
    ]);
    expect(screen.getAllByTestId("diagnosis-step")[2]?.textContent).toContain("here it ends");
    const plugin = screen.getByTestId("diagnosis-plugin");
    expect(plugin.querySelector("q")?.textContent).toBe("API credentials are not valid");
    expect(plugin.querySelector("q")?.lang).toBe("en");
    expect(plugin.textContent).toContain("a missing scope");
    expect(screen.getByTestId("diagnosis-said").textContent).toContain("lacks the “deliveries”");
  });

  it("says when nothing is wrong, and reminds of the second save", async () => {
    await diagnose(1);
    expect(causes()).toEqual(["nothing_wrong"]);
    expect(screen.getByTestId("diagnose-sheet").textContent).toContain("save the settings twice");
    expect(screen.getByTestId("diagnosis-plugin").textContent).toContain(
      'Connected to app "boutique"',
    );
  });

  it("copies the right values in turn, without leaving the sheet", async () => {
    await diagnose(1);
    await fireEvent.click(fix("copy_in_turn"));
    await waitFor(() =>
      expect(screen.getByTestId("diagnosis-turn").textContent).toContain("Base URL is on the"),
    );
    expect(screen.getByTestId("diagnosis-turn-next").textContent).toBe("Next: Identifier");
    await click("diagnosis-turn-next");
    await waitFor(() =>
      expect(screen.getByTestId("diagnosis-turn-next").textContent).toBe("Next: Secret"),
    );
    await click("diagnosis-turn-next");
    await waitFor(() => expect(gone("diagnosis-turn-next")).toBe(true));
    expect(screen.getByTestId("diagnosis-turn").textContent).toContain("the last value");
    expect(preview.count("copy_next")).toBe(2);
  });

  it("takes the new pair of the server, after saying what that means, and looks again", async () => {
    found({ cause: { cause: "replaced" }, fix: "take_new_pair" });
    await diagnose(1);
    expect(screen.getByTestId("diagnosis-cause").textContent).toContain("cannot be undone");
    found({ cause: { cause: "nothing_wrong" }, fix: null });
    await fireEvent.click(fix("take_new_pair"));
    await waitFor(() => expect(causes()).toEqual(["nothing_wrong"]));
    expect(preview.count("accept_new_pair")).toBe(1);
  });

  it("refreshes the connection and looks again", async () => {
    found({ cause: { cause: "refused" }, fix: "refresh" });
    await diagnose(1);
    await fireEvent.click(fix("refresh"));
    await waitFor(() => expect(preview.count("diagnose_key")).toBe(2));
    expect(preview.asked.find((asked) => asked.name === "refresh")?.args).toEqual({
      connection: 1,
    });
  });

  it("leads to the rotation of the key", async () => {
    found({ cause: { cause: "lacks_deliveries" }, fix: "rotate" });
    await diagnose(1);
    await fireEvent.click(fix("rotate"));
    await waitFor(() => expect(sheets.has("rotation")).toBe(true));
  });

  it("lets a time slot be chosen right there", async () => {
    await diagnose(9);
    await fireEvent.click(fix("set_time_slot"));
    const slot = (await find("time-slot")) as HTMLSelectElement;
    slot.value = "/api/time_slots/2";
    await fireEvent.change(slot);
    await click("time-slot-save");
    await waitFor(() => expect(causes()).not.toContain("no_time_slot"));
  });

  it("offers a fix once, at the most likely of its causes", async () => {
    found(
      { cause: { cause: "white_space", field: "secret" }, fix: "copy_in_turn" },
      { cause: { cause: "base_url_slash" }, fix: "copy_in_turn" },
    );
    await diagnose(1);
    expect(screen.getAllByTestId("diagnosis-fix")).toHaveLength(1);
  });

  it("says why it could not be done, and tries again", async () => {
    await openWindow();
    await selectRow(1);
    preview.fail("diagnose_key", { code: "keychain_locked" });
    await click("diagnose");
    expect((await find("problem")).dataset.code).toBe("keychain_locked");
    await click("problem-action");
    await find("diagnosis-causes");
  });

  it("belongs to nothing when its reply comes after the sheet was closed", async () => {
    await openWindow();
    await selectRow(1);
    const release = preview.hold("diagnose_key");
    await click("diagnose");
    await find("diagnosis-running");
    await click("diagnose-close");
    await waitFor(() => expect(gone("diagnose-sheet")).toBe(true));
    release();
    await Promise.resolve();
    expect(gone("diagnosis-causes")).toBe(true);
  });
});

describe("the text for the developer", () => {
  it("is written in the window’s language first, and in any of seven", async () => {
    await diagnose(6);
    const text = (await find("letter-text")) as HTMLTextAreaElement;
    expect(text.value).toContain("[en] lacks_deliveries");
    const language = screen.getByTestId("letter-language") as HTMLSelectElement;
    expect([...language.options].map((option) => option.value)).toEqual([
      "en",
      "fr",
      "es",
      "de",
      "it",
      "pt",
      "ca",
    ]);
    language.value = "ca";
    await fireEvent.change(language);
    await waitFor(() => expect(text.value).toContain("[ca]"));
    expect(text.lang).toBe("ca");
  });

  it("is copied by the program, which says what became of it", async () => {
    await diagnose(6);
    await click("letter-copy");
    await waitFor(() =>
      expect(screen.getByTestId("letter-copied").textContent).toContain("clears in 30 seconds"),
    );
    expect(preview.asked.find((asked) => asked.name === "copy_letter")?.args).toEqual({
      letter: {
        causes: [{ cause: "lacks_deliveries" }, { cause: "no_time_slot" }],
        base_url: null,
        key: 6,
        language: "en",
      },
    });
  });
});

describe("diagnosing a web developer’s values", () => {
  const first = () => {
    const [known] = preview.world.keys;
    if (!known) throw new Error("there is no key");
    return known;
  };

  it("names each field by both words and hides the Secret until asked", async () => {
    await openWindow();
    await click("diagnose-values");
    const sheet = await find("diagnose-sheet");
    expect(sheet.textContent).toMatch(/Base URL.*API Key \(Identifier\).*API Secret \(Secret\)/s);
    const secret = screen.getByTestId("diagnose-secret") as HTMLInputElement;
    expect(secret.type).toBe("password");
    await click("diagnose-secret-reveal");
    await waitFor(() => expect(secret.type).toBe("text"));
    expect((screen.getByTestId("diagnose-start") as HTMLButtonElement).disabled).toBe(true);
  });

  it("sends them as entered, and names the key they belong to", async () => {
    const known = first();
    await openValues(`${known.base_url}/`, known.row.identifier ?? "", ` ${PASTED}`);
    await submit("diagnose-start");
    const matched = await find("diagnosis-matched");
    expect(matched.textContent).toContain("Atelier Vélo — boutique");
    expect(matched.textContent).toContain("Lyon à vélo");
    expect(causes()).toEqual(["white_space", "base_url_slash"]);
    expect(screen.getByTestId("diagnosis-right-url").textContent).toContain(known.base_url);
    expect(preview.asked.find((asked) => asked.name === "diagnose_values")?.args).toEqual({
      values: {
        base_url: `${known.base_url}/`,
        identifier: known.row.identifier,
        secret: ` ${PASTED}`,
      },
    });
    await click("diagnosis-copy-base-url");
    await waitFor(() => expect(preview.count("copy_field")).toBe(1));
  });

  it("keeps a pasted line break, which a field of one line does not show", async () => {
    const known = first();
    await openValues(known.base_url, known.row.identifier ?? "", "");
    const secret = await find("diagnose-secret");
    await fireEvent.paste(secret, { clipboardData: { getData: () => `${PASTED}\n` } });
    await waitFor(() => expect((secret as HTMLInputElement).value).toBe(PASTED));
    expect(screen.getByTestId("diagnose-sheet").textContent).toContain("holds a line break");
    await submit("diagnose-start");
    await find("diagnosis-causes");
    expect(causes()).toContain("white_space");
    const asked = preview.asked.find((each) => each.name === "diagnose_values")?.args;
    expect(asked).toMatchObject({ values: { secret: `${PASTED}\n` } });
  });

  it("goes back to the values to correct them", async () => {
    await openValues("https://town-1.example", "nobody", PASTED);
    await submit("diagnose-start");
    expect((await find("diagnosis-matched")).textContent).toContain("No key stored here");
    await click("diagnose-change");
    const secret = (await find("diagnose-secret")) as HTMLInputElement;
    expect(secret.value).toBe(PASTED);
    expect(gone("diagnosis-causes")).toBe(true);
  });

  it("forgets the values with the sheet", async () => {
    await openValues("https://town-1.example", "nobody", PASTED);
    await submit("diagnose-start");
    await find("diagnosis-causes");
    expect(shown()).toBe(false);
    await click("diagnose-close");
    await waitFor(() => expect(gone("diagnose-sheet")).toBe(true));
    expect(JSON.stringify(overview.current)).not.toContain(PASTED);
    await click("diagnose-values");
    expect(((await find("diagnose-secret")) as HTMLInputElement).value).toBe("");
  });

  it("shows the key on demand", async () => {
    const known = first();
    await openValues(known.base_url, known.row.identifier ?? "", PASTED);
    await submit("diagnose-start");
    await click("diagnosis-open-key");
    expect((await find("detail-title")).textContent).toContain("Atelier Vélo");
    expect(gone("diagnose-sheet")).toBe(true);
  });
});
