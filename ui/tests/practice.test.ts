import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { shopPanel, SHOP_URL } from "../src/preview/shop";
import { PRACTICE_URL } from "../src/preview/world";
import { view } from "../src/state/view.svelte";
import { click, find, gone, openWindow } from "./window";

describe("the practice panel", () => {
  it("deletes what was made in practice only after a second, deliberate click", async () => {
    await openWindow();
    view.screen = "practice";
    await click("practice-reset");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByTestId("practice-reset-keep")),
    );
    expect(preview.count("reset_practice")).toBe(0);
    await click("practice-reset-keep");
    expect(gone("practice-reset-confirm")).toBe(true);
    await click("practice-reset");
    await click("practice-reset-confirm");
    await waitFor(() => expect(preview.count("reset_practice")).toBe(1));
    await find("practice-reset");
  });

  it("shows the shop beside the co-op: its address, accounts, codes and requests", async () => {
    preview.reset({ connections: 3, keys: 3 });
    preview.world.panel.shop = {
      ...shopPanel(),
      login_address: `${SHOP_URL}/entrance/`,
      mails: [{ to: "anna@shop.example", code: "135790", sent_at: Date.now() }],
      requests: [{ at: Date.now(), method: "GET", path: "/wp-login.php", status: 200 }],
    };
    await openWindow();
    view.screen = "practice";
    expect((await find("practice-address")).textContent).toBe(PRACTICE_URL);
    await click("practice-tab-shop");
    expect((await find("practice-address")).textContent).toBe(SHOP_URL);
    expect(screen.getByTestId("practice-login-address").textContent).toContain("/entrance/");
    expect(screen.getByTestId("practice-accounts").textContent).toContain("shop_manager");
    expect(screen.getByTestId("practice-mail-code").textContent).toBe("135790");
    expect(screen.getByTestId("practice-requests").textContent).toContain("/wp-login.php");
  });

  it("switches the shop’s modes, and failures of the shop alone", async () => {
    preview.reset({ connections: 3, keys: 3 });
    preview.world.panel.shop = shopPanel();
    await openWindow();
    view.screen = "practice";
    await click("practice-tab-shop");
    await fireEvent.click(await find("practice-shop-captcha"));
    await fireEvent.change(await find("practice-shop-flavour"), { target: { value: "oldest" } });
    await waitFor(() => expect(preview.world.panel.shop?.mode.flavour).toBe("oldest"));
    expect(preview.world.panel.shop.mode.captcha).toBe(true);
    await click("fault-add");
    expect((await find("faults")).textContent).toContain("error 500");
    expect(preview.world.panel.faults).toMatchObject([
      { server: "shop", kind: { kind: "server_error" } },
    ]);
    await click("practice-tab-co_op");
    await waitFor(() => expect(gone("faults")).toBe(true));
  });

  it("lets others act in the shop", async () => {
    preview.reset({ connections: 3, keys: 3 });
    preview.world.panel.shop = shopPanel();
    await openWindow();
    view.screen = "practice";
    await click("practice-tab-shop");
    await click("practice-shop-act-use_newest_key");
    await waitFor(() => expect(preview.count("practice_shop_act")).toBe(1));
    expect((await find("toast")).textContent).toContain("was used");
  });

  it("moves between co-op and shop by arrow keys", async () => {
    preview.reset({ connections: 3, keys: 3 });
    await openWindow();
    view.screen = "practice";
    const tab = await find("practice-tab-co_op");
    tab.focus();
    await fireEvent.keyDown(tab, { key: "ArrowRight" });
    expect(document.activeElement).toBe(screen.getByTestId("practice-tab-shop"));
    await find("practice-shop-rests");
  });
});
