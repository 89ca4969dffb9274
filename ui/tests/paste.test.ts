// A site’s key without signing in: made in the browser, pasted, checked and kept.
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { addSite } from "../src/preview/shop";
import { halvesIn } from "../src/state/pasting.svelte";
import { sheets } from "../src/state/sheets.svelte";
import { view } from "../src/state/view.svelte";
import { click, fill, find, gone, openWindow, submit } from "./window";

const KEY = `ck_${"1a2b3c4d5e".repeat(4)}`;
const SECRET = `cs_${"9f8e7d6c5b".repeat(4)}`;

let site = 0;

beforeEach(() => {
  site = addSite(preview.world).id;
});

async function openPaste(): Promise<void> {
  await openWindow();
  void sheets.show({ kind: "paste_key", connection: site });
  await find("paste-sheet");
}

async function paste(testid: string, text: string): Promise<void> {
  await fireEvent.paste(await find(testid), { clipboardData: { getData: () => text } });
}

function value(testid: string): string {
  return (screen.getByTestId(testid) as HTMLInputElement).value;
}

describe("the halves of a pair", () => {
  it.each([
    [`${KEY}\n${SECRET}`],
    [`Consumer secret: ${SECRET}\nConsumer key: ${KEY}`],
    [`Clé client ${KEY}Secret client ${SECRET}QR code`],
  ])("are found in any order, with labels around: %#", (text) => {
    expect(halvesIn(text)).toEqual({ key: KEY, secret: SECRET });
  });

  it("are not found in what is too long, too short or in capitals", () => {
    for (const text of [`${KEY}0`, KEY.slice(0, -1), KEY.toUpperCase(), "…3c4d5e"]) {
      expect(halvesIn(text)).toEqual({ key: null, secret: null });
    }
  });
});

describe("pasting a key", () => {
  it("opens the site’s page, fills both fields from one paste, checks and keeps", async () => {
    await openPaste();
    await click("paste-open-new");
    await waitFor(() =>
      expect(screen.getByTestId("paste-opened").textContent).toContain("in your browser"),
    );
    expect((screen.getByTestId("paste-keep") as HTMLButtonElement).disabled).toBe(true);
    await paste("paste-consumer-secret", `Consumer key\t${KEY}\nConsumer secret\t${SECRET}`);
    expect(value("paste-consumer-key")).toBe(KEY);
    expect(value("paste-consumer-secret")).toBe(SECRET);
    expect((screen.getByTestId("paste-consumer-secret") as HTMLInputElement).type).toBe("password");
    expect(screen.getByTestId("paste-said").textContent).toBe("Both values are filled in.");
    await fill("paste-name", "Tours at noon");
    await submit("paste-keep");
    const kept = await find("paste-kept");
    expect(kept.dataset.status).toBe("works");
    expect(kept.textContent).toContain("“Tours at noon” is kept.");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("paste-show")));
    await click("paste-show");
    await waitFor(() => expect(gone("paste-sheet")).toBe(true));
    expect(view.selected).toBe(preview.world.keys.at(-1)?.row.id);
  });

  it("puts a half that was pasted into the wrong field where it belongs", async () => {
    await openPaste();
    await paste("paste-consumer-key", SECRET);
    expect(value("paste-consumer-key")).toBe("");
    expect(value("paste-consumer-secret")).toBe(SECRET);
  });

  it("says at the field what is missing of a value", async () => {
    await openPaste();
    await fill("paste-consumer-key", "ck_0123");
    expect((await find("field-error")).textContent).toContain("43 characters");
    expect(screen.getByTestId("paste-consumer-key").getAttribute("aria-invalid")).toBe("true");
  });

  it("keeps a pair that the site does not accept only when told to", async () => {
    const unknown = `ck_0000${KEY.slice(7)}`;
    await openPaste();
    await paste("paste-consumer-key", `${unknown} ${SECRET}`);
    await submit("paste-keep");
    const problem = await find("problem");
    expect(problem.dataset.code).toBe("pair_not_accepted");
    expect(problem.textContent).toContain("Not recognised");
    expect(value("paste-consumer-key")).toBe(unknown);
    await click("paste-anyway");
    expect((await find("paste-kept")).dataset.status).toBe("not_recognised");
    expect(preview.asked.filter((each) => each.name === "paste_key")).toHaveLength(2);
  });

  it("says what to do about a pair with a wrong secret that was kept", async () => {
    preview.answer("paste_key", ({ pasted }) => {
      if (!pasted.anyway) throw { code: "pair_not_accepted", status: "refused" };
      return { key: 1, secret_stored: true, status: "refused" };
    });
    await openPaste();
    await paste("paste-consumer-key", `${KEY} ${SECRET}`);
    await submit("paste-keep");
    await click("paste-anyway");
    expect((await find("paste-kept")).dataset.status).toBe("refused");
    expect((await find("paste-next")).textContent).toContain("never changes a secret");
  });

  it("leads to the key that holds the pair already", async () => {
    const known = preview.world.keys.find((each) => each.row.key_type === "consumer");
    await openPaste();
    await paste("paste-consumer-key", `${known?.row.identifier} ${SECRET}`);
    await submit("paste-keep");
    expect((await find("problem")).dataset.code).toBe("pair_known");
    expect(gone("paste-anyway")).toBe(true);
    await click("problem-action");
    await waitFor(() => expect(gone("paste-sheet")).toBe(true));
    expect(view.selected).toBe(known?.row.id);
  });

  it("says so when the secret is only in memory", async () => {
    preview.answer("paste_key", () => ({ key: 1, secret_stored: false, status: "works" }));
    await openPaste();
    await paste("paste-consumer-key", `${KEY} ${SECRET}`);
    await submit("paste-keep");
    expect((await find("paste-kept")).textContent).toContain("in this program’s memory");
  });

  it("takes the next pair with empty fields", async () => {
    await openPaste();
    await paste("paste-consumer-key", `${KEY} ${SECRET}`);
    await submit("paste-keep");
    await click("paste-another");
    expect(value("paste-consumer-key")).toBe("");
    expect(value("paste-consumer-secret")).toBe("");
  });

  it("leaves nothing of the secret in the page", async () => {
    await openPaste();
    await paste("paste-consumer-key", `${KEY} ${SECRET}`);
    await submit("paste-keep");
    await find("paste-kept");
    expect(document.documentElement.innerHTML).not.toContain(SECRET);
  });
});

describe("going on without signing in", () => {
  it("is offered where the sign-in page wants a human, and makes the connection", async () => {
    await openWindow();
    await click("rail-add-connection");
    await fireEvent.click(await find("connect-kind-site"));
    await fill("connect-address", "bakery.example");
    await submit("connect-continue");
    await fill("connect-username", "marie");
    await fill("connect-password", "captcha");
    await submit("connect-sign-in");
    expect((await find("problem")).dataset.code).toBe("captcha");
    await click("problem-action");
    await find("paste-sheet");
    expect(gone("connect-sheet")).toBe(true);
    const made = preview.world.connections.at(-1);
    expect(made?.base_url).toBe("https://bakery.example");
    expect(made?.session).toBe("signed_out");
    expect((await find(`connection-${made?.id}`)).textContent).toContain("signed");
  });

  it.each([
    ["walled.example/boutique/", "site_blocked", "problem-action"],
    ["closed.example/boutique/", "rest_closed", "connect-guide"],
    ["nothing.example/boutique/", "not_wordpress", "connect-guide"],
  ])("is offered for a site that cannot be recognised: %s", async (address, code, act) => {
    await openWindow();
    await click("rail-add-connection");
    await fireEvent.click(await find("connect-kind-site"));
    await fill("connect-address", address);
    await submit("connect-continue");
    expect((await find("problem")).dataset.code).toBe(code);
    if (code === "not_wordpress") {
      expect((await find("connect-hidden")).textContent).toContain("If you are sure");
    }
    await click(act);
    await find("paste-sheet");
    expect(preview.asked.filter((each) => each.name === "add_site")).toEqual([
      { name: "add_site", args: { address } },
    ]);
    expect(gone("connect-sheet")).toBe(true);
  });

  it("is not offered where no shop is, and not for a co-op", async () => {
    await openWindow();
    await click("rail-add-connection");
    await fill("connect-address", "nothing.example");
    await submit("connect-continue");
    expect((await find("problem")).dataset.code).toBe("not_coopcycle_nothing");
    expect(gone("connect-guide")).toBe(true);
    await fireEvent.click(await find("connect-kind-site"));
    await fill("connect-address", "blog.example");
    await submit("connect-continue");
    await waitFor(() => expect(screen.getByTestId("problem").dataset.code).toBe("not_woocommerce"));
    expect(gone("connect-guide")).toBe(true);
  });

  it("is there by choice, and makes no second connection of a known site", async () => {
    preview.world.connections = preview.world.connections.map((each) =>
      each.id === site ? { ...each, session: "signed_out" } : each,
    );
    await openWindow();
    const notices = await screen.findAllByTestId("signed-out");
    await fireEvent.click(notices[0]?.querySelectorAll("button")[1] as HTMLElement);
    await click("connect-guide");
    await find("paste-sheet");
    expect(preview.count("add_site")).toBe(0);
  });
});
