// After the program has ended, nobody can paste what it copied. On X11 a selection goes with its
// owner in any case; that the program clears it by itself is tested in the clipboard room.

import assert from "node:assert/strict";
import { connect, copy, journey, openKey } from "../steps.mjs";

journey("copy_cleared_on_quit", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await openKey(page, "Boulangerie");
  assert.notEqual(await copy(page, "copy-secret"), "");
  await stage.closeWindow();
  assert.equal(stage.clipboard(), "");
});
