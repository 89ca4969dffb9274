import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { CheckReport } from "../src/contract";
import { preview } from "../src/preview/backend";
import { checking, reportText } from "../src/state/checking.svelte";
import { view } from "../src/state/view.svelte";
import { chooseLanguage } from "../src/text.svelte";
import { click, find, gone, openWindow, selectRow } from "./window";

const report = (change: Partial<CheckReport> = {}): CheckReport => ({
  checked: 12,
  works: 12,
  trouble: 0,
  without_secret: 0,
  unreached: [],
  stopped: false,
  ...change,
});

describe("checking all keys", () => {
  it("tells how far it is, and stops after the key being checked", async () => {
    await openWindow();
    const release = preview.hold("check_all");
    await click("check-all");
    preview.emit("checking", { done: 12, total: 51 });
    await waitFor(() =>
      expect(screen.getByTestId("check-all-progress").textContent).toContain("12 of 51"),
    );
    await click("check-all-stop");
    await waitFor(() => expect(preview.count("stop_checking")).toBe(1));
    expect((screen.getByTestId("check-all-stop") as HTMLButtonElement).disabled).toBe(true);
    preview.answer("check_all", () => report({ checked: 13, works: 13, stopped: true }));
    release();
    const told = await find("check-all-report");
    expect(told.dataset.stopped).toBe("true");
    expect(told.textContent).toContain("Stopped after 13 keys");
    expect(gone("check-all-progress")).toBe(true);
  });

  it("counts what works, what does not, and names the servers that were not reached", async () => {
    const [lyon] = preview.world.connections;
    if (lyon) lyon.offline = true;
    await openWindow();
    await click("check-all");
    const told = await find("check-all-report");
    expect(Number(told.dataset.works)).toBeGreaterThan(0);
    expect(Number(told.dataset.trouble)).toBeGreaterThan(0);
    expect(told.textContent).toContain("not reached: Lyon à vélo");
    await click("check-all-attention");
    await find("attention-kind");
    expect(view.screen).toBe("attention");
    expect(gone("check-all-report")).toBe(true);
  });

  it("asks about the chosen connection alone", async () => {
    await openWindow();
    await click("connection-2");
    await waitFor(() =>
      expect(screen.getByTestId("check-all").textContent).toBe("Check the keys of Rosa Courses"),
    );
    await click("check-all");
    await find("check-all-report");
    expect(preview.asked.find((asked) => asked.name === "check_all")?.args).toEqual({
      connection: 2,
    });
  });

  it("is not shown when the program checks by itself", async () => {
    await openWindow();
    preview.emit("checking", { done: 1, total: 9 });
    expect(checking.progress).toBeNull();
    expect(gone("check-all-progress")).toBe(true);
  });

  it("says why it could not begin, and tries again", async () => {
    await openWindow();
    preview.fail("check_all", { code: "keychain_locked" });
    await click("check-all");
    expect((await find("problem")).dataset.code).toBe("keychain_locked");
  });

  it("says nothing of what there is none of, in both languages", () => {
    expect(reportText(report())).toBe("12 keys checked · ✓ 12 work");
    void chooseLanguage("fr", []);
    expect(reportText(report({ works: 11, trouble: 1 }))).toBe(
      "12 clés vérifiées · ✓ 11 fonctionnent · ▲ 1 a un problème",
    );
  });
});

describe("the state of a key", () => {
  it("that was not reached keeps what was known before, with its time", async () => {
    const [first] = preview.world.keys;
    if (first) {
      first.row.status = "unreachable";
      first.known_status = "lacks_deliveries";
      first.checked_at = view.now - 3 * 86_400_000;
      first.unreached_at = view.now - 120_000;
    }
    await openWindow();
    await selectRow(1);
    const card = await find("detail-status");
    expect(card.textContent).toMatch(/Server not reached\s+2 min\. ago/);
    const before = await find("status-before");
    expect(before.dataset.status).toBe("lacks_deliveries");
    expect(before.textContent).toMatch(/Lacks “deliveries”.*checked 3 days ago/s);
  });

  it("that works says which Store it opens", async () => {
    await openWindow();
    await selectRow(1);
    expect((await find("detail-status")).textContent).toContain("opens the Store “Atelier Vélo”");
    expect(gone("status-before")).toBe(true);
  });
});
