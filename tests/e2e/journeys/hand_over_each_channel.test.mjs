// A key goes to somebody by each channel. Nothing but the sealed file ever holds the Secret.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { connect, copyPair, journey, keyIsMade, makeKey } from "../steps.mjs";
import {
  checkCode, copied, filesHolding, handBy, openHandOver, openWithAge, readPdf, savePdf,
  scanned, sheetIsWritten,
} from "../handing.mjs";
import { until } from "../processes.mjs";

journey("hand_over_each_channel", {}, async ({ stage, page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "given away", store: "Boulangerie" });
  await keyIsMade(page);
  await page.get("detail-status", '[data-status="works"]');
  const pair = await copyPair(page);
  const isWithoutSecret = (text) => assert.ok(!text.includes(pair.secret.slice(0, 16)));
  const isTheSheet = (text) => {
    isWithoutSecret(text);
    for (const told of [coOp.base_url, pair.identifier, checkCode(pair)]) {
      assert.ok(text.includes(told), `the sheet tells ${told}`);
    }
  };

  // To whom comes first.
  await openHandOver(page);
  await page.pressOn("hand-copy");
  await page.get("hand-person", '[aria-invalid="true"]');
  assert.ok(!(await page.has("hand-recorded")), "nothing was given");
  await page.type("hand-person", "Agence Web");
  isTheSheet(await sheetIsWritten(page));

  // Copied: the sheet, and the Secret apart.
  const sheet = await copied(page, "hand-copy", pair.secret);
  isTheSheet(sheet);
  await page.get("hand-recorded", '[data-channel="copied"]');
  assert.equal(await copied(page, "hand-copy-secret", sheet), pair.secret);

  // E-mail: the desktop is asked for a draft.
  await page.pressOn("hand-mail");
  await page.get("hand-mail-missing");
  await page.type("hand-mail-to", "dev@shop.example");
  await handBy(page, "hand-mail", "mail");
  const draft = await until("a draft to be opened", () =>
    stage.opened.find((each) => each.startsWith("mailto:")));
  assert.match(draft, /^mailto:dev@shop\.example\?subject=.+&body=/);
  isTheSheet(decodeURIComponent(draft));

  // A file for the printer.
  const pdf = { path: await savePdf(page) };
  Object.assign(pdf, readPdf(pdf.path));
  assert.equal(pdf.pages, 1);
  isTheSheet(pdf.text.replace(/\s+/g, " "));

  // QR codes, as a phone reads them off the screen.
  const picture = join(stage.folder, "screen.png");
  for (const [field, value] of [
    ["base_url", coOp.base_url], ["identifier", pair.identifier], ["secret", pair.secret],
  ]) {
    await page.pressOn(`hand-qr-${field}`);
    await page.get("qr");
    await until(`the ${field} to be read off the screen`, async () =>
      (await scanned(page, picture)) === value);
    await page.pressOn("hand-qr-hide");
    await page.gone("qr");
  }
  isWithoutSecret(await page.source());

  // The sealed pack: its words are shown once.
  await handBy(page, "hand-pack", "sealed_pack");
  const words = (await page.text("passphrase")).trim();
  assert.match(words, /^\w+(-\w+){5,}$/, "six words");
  const path = (await page.text("written-path")).trim();
  assert.equal(await copied(page, "copy-passphrase", stage.clipboard()), words);
  assert.ok(readFileSync(path, "latin1").startsWith("age-encryption.org/v1"));
  const opened = openWithAge(stage, path, words);
  assert.ok(opened.includes(pair.secret), "the pack holds the Secret");
  for (const told of [coOp.base_url, pair.identifier, checkCode(pair)]) {
    assert.ok(opened.includes(told));
  }
  assert.throws(() => openWithAge(stage, path, words.replace(/^\w+/, "wrongly")));

  // A draft goes with the file, and paper comes out: neither tells the words.
  await page.pressOn("hand-pack-mail");
  const note = await until("a draft for the file", () =>
    stage.opened.filter((each) => each.startsWith("mailto:"))[1]);
  assert.ok(decodeURIComponent(note).includes(basename(path)), "it names the file");
  const paper = readPdf(await savePdf(page, pdf.path)).text;
  for (const text of [decodeURIComponent(note), paper]) {
    isWithoutSecret(text);
    assert.ok(!words.split("-").every((word) => text.includes(word)), "and not the words");
  }
  await page.pressOn("passphrase-close");
  await page.gone("passphrase");
  assert.ok(!(await page.source()).includes(words), "shown once");

  // Given otherwise, by a slip.
  await handBy(page, "hand-other", "other");
  await page.pressOn("hand-undo");
  await page.gone("hand-recorded", '[data-channel="other"]');
  await page.click("hand-close");
  await page.gone("hand-over-sheet");

  const listed = await page.all("handover");
  const channels = await Promise.all(listed.map((each) => each.getAttribute("data-channel")));
  const wanted = ["copied", "mail", "pdf", "qr", "sealed_pack"];
  assert.deepEqual([...new Set(channels)].sort(), wanted, "recorded");
  await page.pressOn("check-code-show");
  await page.reads("check-code", checkCode(pair));
  assert.deepEqual(filesHolding(stage, pair.secret, pair.secret.slice(0, 24), words), [],
    "no file holds the Secret or the words");
});
