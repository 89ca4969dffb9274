// The server makes the key, but its reply is lost: the key is found, once, and it works.

import assert from "node:assert/strict";
import { connect, control, journey, makeKey } from "../steps.mjs";

journey("lost_reply_creating_key", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await control(coOp, "faults", {
    path: "/admin/api/apps/new", method: "POST", kind: "cut_after_work", times: 1,
  });
  await makeKey(page, { name: "through the tunnel", store: "Boulangerie" });
  await page.gone("key-sheet");
  await page.reads("detail", "through the tunnel");
  await page.reads("detail-status", "Works");
  const made = (await control(coOp, "history")).filter(
    ({ method, path }) => method === "POST" && path === "/admin/api/apps/new",
  );
  assert.equal(made.length, 1, "sent once");
});
