// Connecting to WooCommerce sites, and what is told of them.
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { addSite, SHOP_URL } from "../src/preview/shop";
import { CODE } from "../src/preview/world";
import { siteCode } from "../src/state/sign-in.svelte";
import { view } from "../src/state/view.svelte";
import { chooseLanguage } from "../src/text.svelte";
import { click, fill, find, gone, openWindow, row, submit } from "./window";

function asked(name: (typeof preview.asked)[number]["name"]): unknown[] {
  return preview.asked.filter((each) => each.name === name).map((each) => each.args);
}

function menuItem(connection: number, testid: string): HTMLElement {
  const menu = document.getElementById(`connection-acts-${connection}`);
  return menu?.querySelector(`[data-testid="${testid}"]`) as HTMLElement;
}

/** As far as the password of a site. */
async function recognise(address = "shop.example"): Promise<void> {
  await click("rail-add-connection");
  await fireEvent.click(await find("connect-kind-site"));
  await fill("connect-address", address);
  await submit("connect-continue");
}

async function signIn(password: string): Promise<void> {
  await fill("connect-username", "marie");
  await fill("connect-password", password);
  await submit("connect-sign-in");
}

describe("connecting to a site", () => {
  it("begins with the first start’s own card", async () => {
    preview.reset({ connections: 0, keys: 0 });
    await openWindow();
    await click("card-site");
    expect(gone("connect-kind-site")).toBe(true);
    await fill("connect-address", "https://shop.example/boutique/wp-admin/admin.php");
    await submit("connect-continue");
    expect((await find("connect-server-name")).textContent).toBe("Boulangerie Michel");
    expect(screen.getByTestId("connect-place").textContent).toBe("shop.example/boutique");
    expect(screen.getByTestId("connect-versions").textContent).toContain("WooCommerce 11.0.1");
    await signIn("a-long-secret");
    await find("connection-1");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    expect(document.documentElement.innerHTML).not.toContain("a-long-secret");
    await waitFor(() => expect(preview.count("refresh")).toBe(1));
    expect(gone("rail-stores")).toBe(true);
  });

  it("keeps the address when the other kind is chosen", async () => {
    await openWindow();
    await click("rail-add-connection");
    await fill("connect-address", "nothing.example");
    await submit("connect-continue");
    expect((await find("problem")).dataset.code).toBe("not_coopcycle_nothing");
    await fireEvent.click(await find("connect-kind-site"));
    expect(gone("problem")).toBe(true);
    expect(((await find("connect-address")) as HTMLInputElement).value).toBe("nothing.example");
    await submit("connect-continue");
    expect((await find("problem")).dataset.code).toBe("not_wordpress");
  });

  it("warns of plain permalinks, and of plain http", async () => {
    await openWindow();
    await recognise("http://127.0.0.1:8080/plain");
    expect((await find("site-plain-permalinks")).textContent).toContain("Settings → Permalinks");
    await find("site-plain-http");
  });

  it("says in the site’s own words why it refuses, and keeps what was typed", async () => {
    await openWindow();
    await recognise();
    await signIn("wrong");
    const problem = await find("problem");
    expect(problem.dataset.code).toBe("sign_in_refused");
    expect(problem.textContent).toContain("The password you entered is incorrect.");
    expect(((await find("connect-username")) as HTMLInputElement).value).toBe("marie");
  });

  it("asks for the sign-in page’s address where that was moved", async () => {
    await openWindow();
    await recognise("moved.example");
    expect((await find("problem")).dataset.code).toBe("no_login_page");
    expect((await find("connect-login-moved")).hasAttribute("open")).toBe(true);
    await fill("connect-login-address", "moved.example/our-door");
    await submit("connect-continue");
    await find("connect-password");
    expect(asked("recognise_site").at(-1)).toEqual({
      address: "moved.example",
      login_address: "moved.example/our-door",
    });
  });

  it("looks at the site again when the sign-in page turns out to be elsewhere", async () => {
    await openWindow();
    await recognise();
    preview.fail("sign_in", { code: "no_login_page", host: "shop.example" });
    await signIn("x");
    await find("problem");
    await fill("connect-login-address", "shop.example/our-door");
    await submit("connect-sign-in");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    expect(asked("recognise_site").at(-1)).toEqual({
      address: "https://shop.example",
      login_address: "shop.example/our-door",
    });
  });

  it("tells where the second step’s code comes from", async () => {
    await openWindow();
    await recognise();
    await signIn("second");
    await fill(await find("connect-code"), `Your code: ${CODE}`);
    expect(((await find("connect-code")) as HTMLInputElement).value).toBe(CODE);
    expect(screen.getByTestId("connect-sheet").textContent).toContain("authenticator app");
    await submit("connect-code-submit");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    expect(asked("submit_code").at(-1)).toEqual({ base_url: "https://shop.example", code: CODE });
  });

  it("tells someone without the right which roles have it, and refreshes nothing", async () => {
    await openWindow();
    await recognise();
    await signIn("customer");
    expect((await find("no-admin")).textContent).toContain("Shop manager");
    expect(preview.count("refresh")).toBe(0);
    await submit("connect-done");
    const notices = await screen.findAllByTestId("no-admin");
    expect(notices[0]?.textContent).toContain("may not manage WooCommerce");
    expect((await find("connection-3")).textContent).toContain("no right to keys");
  });

  it("reads the list by itself once somebody with the right signs in", async () => {
    await openWindow();
    await recognise();
    await signIn("customer");
    await submit("connect-done");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    await click("connection-menu-3");
    await fireEvent.click(menuItem(3, "menu-sign-in"));
    await signIn("right");
    await waitFor(() => expect(asked("refresh")).toEqual([{ connection: 3 }]));
  });

  it("does not read a list again that was read before", async () => {
    const made = addSite(preview.world);
    made.session = "signed_out";
    await openWindow();
    await click("connection-menu-3");
    await fireEvent.click(menuItem(3, "menu-sign-in"));
    await signIn("right");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    expect(preview.count("refresh")).toBe(0);
  });

  it("fills in the practice shop", async () => {
    preview.reset({ connections: 0, keys: 0 });
    await openWindow();
    await find("first-start");
    view.screen = "practice";
    await click("practice-start");
    await click("practice-tab-shop");
    await click("practice-connect-shop");
    expect((await find("connect-server-name")).textContent).toBe("Practice shop");
    expect(((await find("connect-username")) as HTMLInputElement).value).toBe("anna");
    await submit("connect-sign-in");
    await waitFor(() => expect(gone("connect-sheet")).toBe(true));
    await waitFor(() =>
      expect(screen.getByTestId("connection-1").textContent).toContain("practice shop"),
    );
  });

  it.each([
    ["246 810", "246810"],
    ["Your code is 24681012.", "24681012"],
    [" a1b2-c3d4 ", "a1b2-c3d4"],
    ["12345", "12345"],
  ])("reads %j as a code", (text, code) => {
    expect(siteCode(text)).toBe(code);
  });
});

describe("a site among the connections", () => {
  it("tells its versions, and opens its pages in the browser", async () => {
    const made = addSite(preview.world);
    made.site = { permalinks: "plain", wordpress: "6.1.9", woocommerce: null, https: true };
    await openWindow();
    const facts = await find(`site-facts-${made.id}`);
    expect(facts.textContent).toContain("WooCommerce of unknown version · WordPress 6.1.9");
    expect(facts.textContent).toContain("plain permalinks");
    await click("menu-site-permalinks");
    await click("menu-site-keys");
    expect(asked("open_site_page")).toEqual([
      { connection: made.id, page: "permalinks" },
      { connection: made.id, page: "keys" },
    ]);
  });

  it("offers to paste a key while nobody is signed in", async () => {
    const made = addSite(preview.world);
    made.session = "signed_out";
    await openWindow();
    expect((await find("signed-out")).textContent).toContain("others can be pasted");
    await click("notice-paste-key");
    await find("paste-sheet");
  });

  it("never promises a secret that the site would not show again", async () => {
    preview.reset({ connections: 0, keys: 0 });
    const made = addSite(preview.world);
    preview.fail("copy_field", { code: "secret_not_stored" });
    await openWindow();
    const copy = (await row(1)).querySelector('[data-testid="row-copy-secret"]');
    await fireEvent.click(copy as HTMLElement);
    const problem = await find("problem");
    expect(problem.textContent).toContain("never shows a secret again");
    expect(gone("problem-action")).toBe(true);
    await click(`connection-menu-${made.id}`);
    await fireEvent.click(menuItem(made.id, "menu-disconnect"));
    expect((await find("disconnect-site")).textContent).toContain("is lost");
  });

  it("is known as practice when it is the practice shop", async () => {
    addSite(preview.world, SHOP_URL);
    await openWindow();
    await find("rail-practice");
    expect((await find("connection-3")).textContent).toContain("practice shop");
    view.open(49);
    expect((await find("practice-banner")).textContent).toContain("practice shop");
  });

  it("speaks French", async () => {
    addSite(preview.world);
    void chooseLanguage("fr", []);
    preview.world.settings.language = "fr";
    await openWindow();
    await recognise();
    expect((await find("connect-sheet")).textContent).toContain("Mot de passe WordPress");
  });
});
