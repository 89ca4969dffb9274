// The overview and the events that overtake it.
import { waitFor } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { preview } from "../src/preview/backend";
import { overview } from "../src/state/overview.svelte";

it("loses no news when an event overtakes its reply", async () => {
  preview.world.keys = preview.world.keys.slice(0, 3);
  await overview.load();
  expect(overview.current?.counts.keys).toBe(3);
  preview.world.keys = preview.world.keys.slice(0, 2);
  const release = preview.hold("overview");
  const reading = overview.load();
  preview.emit("keychain", "waiting");
  release();
  await reading;
  await waitFor(() => {
    expect(overview.current?.counts.keys).toBe(2);
  });
});
