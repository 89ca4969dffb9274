// Closing the program clears the clipboard, if it still holds our text.

import assert from "node:assert/strict";
import { connect, copy, journey, openKey } from "../steps.mjs";

journey("copy_cleared_on_quit", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await openKey(page, "Boulangerie");
  assert.notEqual(await copy(page, "copy-secret"), "");
  await stage.closeWindow();
  assert.equal(stage.clipboard(), "");
});
