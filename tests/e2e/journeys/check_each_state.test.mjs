// Each state that a check can find, made true on the server first and mended after.

import assert from "node:assert/strict";
import {
  connect, control, copy, copyPair, journey, keyIsMade, makeKey, openKey, refreshAll,
} from "../steps.mjs";
import { act, checkIs } from "../handing.mjs";
import { heal, isLive, keysNamed, storesNamed } from "../server.mjs";
import { until } from "../processes.mjs";

journey("check_each_state", {}, async ({ stage, page, coOp }) => {
  await act(coOp, "create_store", { name: "Bakery of this check" });
  await act(coOp, "create_store", { name: "Another shop entirely" });
  const [ours] = await storesNamed(coOp, "Bakery of this check");
  const [other] = await storesNamed(coOp, "Another shop entirely");
  await connect(page, coOp);
  await makeKey(page, { name: "looked at", store: "Bakery of this check" });
  await keyIsMade(page);
  await page.get("detail-status", '[data-status="works"]');
  const [app] = await keysNamed(coOp, "looked at");
  assert.match(await page.text("detail-status"), /Bakery of this check/, "which Store it opens");

  await act(coOp, "move_app", { app, store: other });
  assert.match(await checkIs(page, "opens_another_store"), /Another shop entirely/);
  await act(coOp, "move_app", { app, store: ours });
  await checkIs(page, "works");

  await act(coOp, "set_scopes", { app, scopes: ["orders"] });
  await checkIs(page, "lacks_deliveries");
  await act(coOp, "set_scopes", { app, scopes: [] });
  await checkIs(page, "unrestricted");
  await act(coOp, "set_scopes", { app, scopes: ["deliveries"] });
  await checkIs(page, "works");

  await control(coOp, "faults", { kind: "website" });
  await checkIs(page, "wrong_instance");
  await heal(coOp);
  await checkIs(page, "works");

  // Unreached proves nothing: what was known stands beneath, with its own time.
  await stage.end(coOp.process);
  await checkIs(page, "unreachable");
  await page.get("status-before", '[data-status="works"]');
  page = await stage.restart();
  await openKey(page, "looked at");
  await page.get("detail-status", '[data-status="unreachable"][data-known-status="works"]');
  coOp = await stage.coOpAgain(coOp);
  await checkIs(page, "works");
  assert.ok(!(await page.has("status-before")), "reached again");

  // Renewed elsewhere: a check alone proves ours dead, a refresh brings the other home.
  const dead = await copyPair(page);
  await act(coOp, "renew", { app });
  await checkIs(page, "refused");
  await refreshAll(page);
  await checkIs(page, "works");
  const live = await until("the new Secret", async () => {
    const pair = await copyPair(page);
    return pair.secret !== dead.secret && pair;
  });
  assert.ok(await isLive(coOp, live));

  await act(coOp, "save_edit_page", { app });
  await checkIs(page, "replaced");
  await refreshAll(page);
  await page.click("accept-new-pair");
  await page.gone("offer-card");
  await checkIs(page, "works");
  assert.ok(await isLive(coOp, await copyPair(page)), "the pair that was taken");

  // What came by a refresh was never looked at.
  await act(coOp, "create_app", { name: "never looked at", store: ours });
  await refreshAll(page);
  await openKey(page, "never looked at");
  await page.get("detail-status", '[data-status="not_checked"]');
  await checkIs(page, "works");

  await makeKey(page, { name: "one value", store: "Bakery of this check", type: "api_key" });
  await keyIsMade(page);
  await page.reads("detail", "one value");
  await checkIs(page, "works");
  assert.match(await copy(page, "copy-secret"), /^ak_/);
  const [single] = await keysNamed(coOp, "one value");
  await act(coOp, "save_edit_page", { app: single });
  await checkIs(page, "refused");
});
