// A key of the inventory does not work: the same steps as the plugin's are walked, the cause is
// named, and one click mends what can be mended.

import assert from "node:assert/strict";
import { connect, control, copyPair, journey, keyIsMade, makeKey, openKey } from "../steps.mjs";
import { again, diagnoseKey, firstIs, told } from "../diagnosing.mjs";
import { act, copied } from "../handing.mjs";
import { heal, isLive, keysNamed, storesNamed } from "../server.mjs";

const SHOP = "Shop to diagnose";
const WALK = ["GET /api", "POST /oauth2/token", "GET /api/me"];

journey("diagnose_key_causes", { minutes: 3 }, async ({ stage, page, coOp }) => {
  await act(coOp, "create_store", { name: SHOP });
  await act(coOp, "create_store", { name: "Shop next door" });
  const [store] = await storesNamed(coOp, SHOP);
  const [elsewhere] = await storesNamed(coOp, "Shop next door");
  await act(coOp, "set_time_slot", { store });
  await connect(page, coOp);
  await makeKey(page, { name: "sick", store: SHOP });
  await keyIsMade(page);
  await page.get("detail-status", '[data-status="works"]');
  const [app] = await keysNamed(coOp, "sick");
  const is = async (cause, plugin) => {
    const found = await again(page);
    firstIs(found, cause, plugin);
    return found;
  };

  // It walks as the plugin does, step for step, and then looks at the Store.
  const before = (await control(coOp, "history")).length;
  firstIs(await diagnoseKey(page), "no_time_slot", "connected");
  const history = await control(coOp, "history");
  const sent = history.slice(0, history.length - before).reverse()
    .map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual([...new Set(sent)].slice(0, 3), WALK);

  // The time slot is chosen right there.
  await page.pressOn("diagnosis-fix", '[data-fix="set_time_slot"]');
  await page.chooseValue("time-slot");
  await page.pressOn("time-slot-save");
  await page.get("diagnosis-cause", '[data-cause="nothing_wrong"]');
  firstIs(await told(page), "nothing_wrong", "connected");

  for (const [fault, cause] of [
    [{ kind: "redirect", to: "https://moved.example" }, "redirected"],
    [{ kind: "website" }, "not_coop_cycle"],
    [{ kind: "maintenance" }, "maintenance"],
    [{ kind: "server_error" }, "server_down"],
  ]) {
    await control(coOp, "faults", fault);
    const found = await is(cause, "not_compatible");
    assert.equal(found.steps.entrypoint, "failed");
    await heal(coOp);
  }
  await act(coOp, "set_scopes", { app, scopes: ["orders"] });
  const lacking = await is("lacks_deliveries", "credentials_not_valid");
  assert.deepEqual([lacking.fixes, lacking.steps.token], [["rotate"], "failed"]);
  await act(coOp, "set_scopes", { app, scopes: [] });
  await is("unrestricted", "connected");
  await act(coOp, "set_scopes", { app, scopes: ["deliveries"] });
  await act(coOp, "move_app", { app, store: elsewhere });
  assert.match((await is("opens_another_store", "connected")).words, /Shop next door/);
  await act(coOp, "move_app", { app, store });

  // Renewed elsewhere: reading the server again brings the Secret that works.
  await act(coOp, "renew", { app });
  await is("renewed", "credentials_not_valid");
  await page.pressOn("diagnosis-fix", '[data-fix="refresh"]');
  await page.get("diagnosis-cause", '[data-cause="nothing_wrong"]');

  // Replaced by an edit: the other pair is taken over.
  await act(coOp, "save_edit_page", { app });
  await is("replaced");
  await page.pressOn("diagnosis-fix", '[data-fix="refresh"]');
  await page.get("diagnosis-fix", '[data-fix="take_new_pair"]');
  await page.pressOn("diagnosis-fix", '[data-fix="take_new_pair"]');
  await page.get("diagnosis-cause", '[data-cause="nothing_wrong"]');
  await page.click("diagnose-close");
  await page.gone("diagnose-sheet");
  assert.ok(await isLive(coOp, await copyPair(page)), "the pair that was taken works");

  // A key that lost its scope is replaced by a second one, from there.
  await act(coOp, "set_scopes", { app, scopes: ["orders"] });
  firstIs(await diagnoseKey(page), "lacks_deliveries", "credentials_not_valid");
  await page.pressOn("diagnosis-fix", '[data-fix="rotate"]');
  await page.get("rotation-begin");
  await page.press("\uE00C");
  await page.gone("rotation-sheet");
  await act(coOp, "set_scopes", { app, scopes: ["deliveries"] });
  await stage.end(coOp.process);
  await is("unreachable", "not_compatible");
  await page.click("diagnose-close");
  await page.gone("diagnose-sheet");

  // An `ak_` key is diagnosed its way.
  coOp = await stage.coOpAgain(coOp);
  await makeKey(page, { name: "sick too", store: SHOP, type: "api_key" });
  await keyIsMade(page);
  await openKey(page, "sick too");
  assert.match(await copied(page, "copy-secret", stage.clipboard()), /^ak_/);
  await diagnoseKey(page);
  const [single] = await keysNamed(coOp, "sick too");
  await act(coOp, "save_edit_page", { app: single });
  await is("replaced");
});
