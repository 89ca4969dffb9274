// A new OAuth key: both halves in the keychain, the row selected, the check says it works.

import assert from "node:assert/strict";
import { connect, copy, journey, makeKey } from "../steps.mjs";

journey("create_key_oauth", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "webshop", store: "Boulangerie" });
  await page.gone("key-sheet");
  await page.reads("detail", "webshop");
  await page.reads("detail-status", "Works");
  const identifier = await copy(page, "copy-identifier");
  assert.match(identifier, /^[0-9a-f]{32}$/);
  await page.click("copy-secret");
  await page.reads("strip-text", "Secret");
  const secret = stage.clipboard();
  assert.match(secret, /^[0-9a-f]{128}$/);
  // The plugin's own three calls when its settings are saved (contract 6.6).
  const entry = await fetch(`${coOp.base_url}/api`, { headers: { accept: "application/ld+json" } });
  assert.equal((await entry.json())["@context"], "/api/contexts/Entrypoint");
  const token = await fetch(`${coOp.base_url}/oauth2/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${identifier}:${secret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials&scope=deliveries",
  });
  assert.equal(token.status, 200);
  const { access_token } = await token.json();
  const me = await fetch(`${coOp.base_url}/api/me`, {
    headers: { authorization: `Bearer ${access_token}`, accept: "application/ld+json" },
  });
  assert.deepEqual([(await me.clone().json())["@context"], (await me.json()).name],
    ["/api/contexts/ApiApp", "webshop"]);
});
