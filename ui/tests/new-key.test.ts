import { beforeEach, describe, expect, it } from "vitest";
import type { KeyForm } from "../src/contract";
import { preview } from "../src/preview/backend";
import { NewKeyDraft } from "../src/state/new-key.svelte";

const form: KeyForm = {
  types: ["oauth", "api_key"],
  scopes: ["deliveries", "tasks", "orders:all", "tasks:all"],
  stores: [
    { server_id: 7, name: "Rosa", address: "" },
    { server_id: 8, name: "Hugo", address: "" },
  ],
  store_required: false,
};

async function draft(change: Partial<KeyForm> = {}): Promise<NewKeyDraft> {
  preview.answer("key_form", () => ({ ...form, ...change }));
  const made = new NewKeyDraft();
  await made.read(1);
  return made;
}

describe("a new key", () => {
  let key: NewKeyDraft;
  beforeEach(async () => {
    key = await draft();
  });

  it("offers for a Store what concerns a Store, deliveries ticked", () => {
    key.choose(7);
    expect(key.offered).toEqual(["deliveries", "tasks"]);
    expect(key.scopes).toEqual(["deliveries"]);
  });

  it("offers without a Store what concerns the whole co-op, nothing ticked", () => {
    key.choose(7);
    key.choose(null);
    expect(key.offered).toEqual(["orders:all", "tasks:all"]);
    expect(key.scopes).toEqual([]);
  });

  it("keeps what was ticked when another Store is chosen", () => {
    key.choose(7);
    key.toggle("tasks", true);
    key.choose(8);
    expect(key.scopes).toEqual(["deliveries", "tasks"]);
  });

  it("proposes the Store's name until a name was typed", () => {
    key.choose(7);
    expect(key.name).toBe("Rosa");
    key.choose(8);
    expect(key.name).toBe("Hugo");
    key.rename("webshop");
    key.choose(7);
    expect(key.name).toBe("webshop");
  });

  it("is not sent without a name or without a scope", async () => {
    key.choose(7);
    key.rename("   ");
    expect(key.missing).toEqual(["name"]);
    key.rename("webshop");
    key.toggle("deliveries", false);
    expect(key.missing).toEqual(["scope"]);
    expect(await key.create(1)).toBeNull();
    expect(preview.count("create_key")).toBe(0);
  });

  it("needs a Store where the server wants one", async () => {
    const strict = await draft({ store_required: true });
    strict.rename("webshop");
    expect(strict.missing).toContain("store");
    strict.choose(7);
    expect(strict.missing).toEqual([]);
  });

  it("asks for no scopes on an older server", async () => {
    const older = await draft({ scopes: null, store_required: true });
    older.choose(7);
    expect(older.offered).toBeNull();
    expect(older.missing).toEqual([]);
    await older.create(1);
    const sent = preview.asked.find((asked) => asked.name === "create_key");
    expect(sent?.args).toMatchObject({ new_key: { scopes: [], store: 7 } });
  });

  it("is asked for once, however often the button is pressed", async () => {
    key.choose(7);
    const release = preview.hold("create_key");
    const first = key.create(1);
    expect(await key.create(1)).toBeNull();
    release();
    expect(await first).not.toBeNull();
    expect(preview.count("create_key")).toBe(1);
  });

  it("chooses a Store that was made in between", () => {
    key.adopt({ store: 90, server_id: 190, name: "New shop", has_time_slot: false });
    expect(key.chosenStore?.name).toBe("New shop");
    expect(key.scopes).toEqual(["deliveries"]);
  });
});
