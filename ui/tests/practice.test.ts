import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { preview } from "../src/preview/backend";
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
});
