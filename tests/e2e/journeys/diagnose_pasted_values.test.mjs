// A web developer sends three values that do not work. Whatever is wrong with them, or with the
// server, is named first, together with what the plugin shows in that case.

import assert from "node:assert/strict";
import { Key, connect, control, copyPair, journey, keyIsMade, makeKey } from "../steps.mjs";
import { enter, firstIs, openValues, start, told, untrusted } from "../diagnosing.mjs";
import { act, copied } from "../handing.mjs";
import { heal, keysNamed, storesNamed } from "../server.mjs";
import { until } from "../processes.mjs";

/** Digits as good as the true ones, and none of them right. */
const wrong = (text) => text.replace(/./g, (digit) => (15 - parseInt(digit, 16)).toString(16));

async function make(page, name, type = "oauth") {
  await makeKey(page, { name, store: "Shop of the developer", type });
  await keyIsMade(page);
  await page.reads("detail", name);
  await page.get("detail-status", '[data-status="works"]');
}

journey("diagnose_pasted_values", { minutes: 3 }, async ({ stage, page, coOp }) => {
  // By this name the server has an address that can be mistaken by its `www.`.
  const port = coOp.host.split(":")[1];
  const named = { ...coOp, host: `localhost:${port}` };
  await act(coOp, "create_store", { name: "Shop of the developer" });
  await act(coOp, "create_store", { name: "Some other shop" });
  const [store] = await storesNamed(coOp, "Shop of the developer");
  const [elsewhere] = await storesNamed(coOp, "Some other shop");
  await act(coOp, "set_time_slot", { store, slot: 1 });
  await connect(page, named);
  await make(page, "one value", "api_key");
  const single = await copied(page, "copy-secret");
  await make(page, "entered");
  const { identifier, secret } = await copyPair(page);
  const [app] = await keysNamed(coOp, "entered");
  const url = `http://${named.host}`;
  const right = [url, identifier, secret];

  await openValues(page);
  const is = async (cause, plugin, values = right) => {
    const found = await enter(page, values);
    firstIs(found, cause, plugin);
    return found;
  };
  await is("nothing_wrong", "connected");
  await page.reads("diagnosis-matched", "Shop of the developer — entered");

  // The values themselves.
  const half = identifier.slice(0, 9);
  await is("white_space identifier", "connected", [url, `${identifier} `, secret]);
  const split = `${half} ${identifier.slice(9)}`;
  await is("white_space identifier", "credentials_not_valid", [url, split, secret]);
  await is("wrong_length secret", "credentials_not_valid", [url, identifier, secret.slice(1)]);
  await is("wrong_length identifier", "credentials_not_valid", [url, half, secret]);
  await is("halves_swapped", "credentials_not_valid", [url, secret, identifier]);
  await is("api_key_instead", "credentials_not_valid", [url, identifier, single]);
  await is("secret_differs", "credentials_not_valid", [url, identifier, wrong(secret)]);
  const stranger = [wrong(identifier), wrong(secret)];
  await is("unknown_identifier", "credentials_not_valid", [url, ...stranger]);

  // The base URL.
  await is("base_url_slash", "connected", [`${url}/`, identifier, secret]);
  await is("base_url_path", "not_compatible", [`${url}/admin/stores`, identifier, secret]);
  await is("base_url_no_address", "not_compatible", [named.host, identifier, secret]);
  await is("base_url_http", "not_compatible", ["http://shop.example", identifier, secret]);
  const sibling = `https://www.${named.host}`;
  await is("base_url_www", "not_compatible", [sibling, identifier, secret]);
  await page.reads("diagnosis-right-url", url);

  // Other servers. Where nobody asked is, nothing is sent.
  const second = await stage.coOp("0", "second-co-op");
  await is("other_instance", "credentials_not_valid", [second.base_url, identifier, secret]);
  assert.deepEqual(await control(second, "history"), [], "the other server learned nothing");
  await is("refused", "credentials_not_valid", [second.base_url, ...stranger]);
  const asked = (await control(coOp, "history")).length;
  const far = await is("unknown_address", "not_compatible", ["https://far.example", ...stranger]);
  assert.equal(far.steps.entrypoint, "not_reached");
  assert.equal((await control(coOp, "history")).length, asked, "nobody was asked");
  const tls = await untrusted(stage);
  await is("certificate", "silent", [tls.address, ...stranger]);
  assert.equal(tls.reached(), 0, "nothing is told to a server that nobody vouches for");
  await tls.close();

  // A line break, as it comes along from a table or a mail.
  await page.pressOn("diagnose-change");
  await page.type("diagnose-base-url", url);
  await page.type("diagnose-identifier", identifier);
  const pasted = stage.takeClipboard(`${secret.slice(0, 64)}\n${secret.slice(64)}\n`);
  await until("the text to be there to paste", () => stage.clipboard().startsWith(secret[0]));
  await page.type("diagnose-secret", "");
  await page.press(Key.CONTROL, "v");
  await until("it to be pasted", async () => (await page.value("diagnose-secret")) !== "");
  firstIs(await start(page), "white_space secret", "credentials_not_valid");
  await stage.end(pasted);
  await is("empty secret", "silent", [url, identifier, ""]);

  // The server.
  for (const [fault, cause] of [
    [{ kind: "redirect", to: "https://moved.example" }, "redirected"],
    [{ kind: "website" }, "not_coop_cycle"],
    [{ kind: "maintenance" }, "maintenance"],
    [{ kind: "server_error" }, "server_down"],
  ]) {
    await control(coOp, "faults", fault);
    await is(cause, "not_compatible");
    await heal(coOp);
  }

  // What the key is there.
  await act(coOp, "set_scopes", { app, scopes: ["orders"] });
  await is("lacks_deliveries", "credentials_not_valid");
  await act(coOp, "set_scopes", { app, scopes: [] });
  await is("unrestricted", "connected");
  await act(coOp, "set_scopes", { app, scopes: ["deliveries"] });
  await act(coOp, "move_app", { app, store: elsewhere });
  assert.match((await is("opens_another_store", "connected")).words, /Some other shop/);
  await act(coOp, "move_app", { app, store });
  await act(coOp, "set_time_slot", { store });
  await is("no_time_slot", "connected");
  await act(coOp, "set_time_slot", { store, slot: 1 });
  await is("nothing_wrong", "connected");
  await act(coOp, "renew", { app });
  assert.deepEqual((await is("renewed", "credentials_not_valid")).fixes, ["refresh"]);

  // One click: the server is read again, and the right values are copied in turn.
  await page.pressOn("diagnosis-fix");
  await page.get("diagnosis-fix", '[data-fix="copy_in_turn"]');
  firstIs(await told(page), "renewed", "credentials_not_valid");
  assert.equal(await copied(page, "diagnosis-fix"), url);
  assert.equal(await copied(page, "diagnosis-turn-next", url), identifier);
  const renewed = await copied(page, "diagnosis-turn-next", identifier);
  assert.match(renewed, /^[0-9a-f]{128}$/);
  await is("nothing_wrong", "connected", [url, identifier, renewed]);
  await act(coOp, "save_edit_page", { app });
  await is("replaced", undefined, [url, identifier, renewed]);
  await stage.end(coOp.process);
  await is("unreachable", "not_compatible", [url, identifier, renewed]);

  await page.click("diagnose-close");
  await page.gone("diagnose-sheet");
  const left = await page.source();
  assert.ok(![secret, renewed, single].some((each) => left.includes(each)), "nothing is kept");
});
