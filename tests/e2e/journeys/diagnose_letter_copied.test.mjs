// What is wrong with pasted values goes to the developer as a text, in French and in German, with
// the right values but never the Secret.

import assert from "node:assert/strict";
import { connect, copyPair, journey, keyIsMade, makeKey } from "../steps.mjs";
import { enter, firstIs, openValues } from "../diagnosing.mjs";
import { copied } from "../handing.mjs";
import { until } from "../processes.mjs";

journey("diagnose_letter_copied", {}, async ({ page, coOp }) => {
  await connect(page, coOp);
  await makeKey(page, { name: "for the letter", store: "Boulangerie" });
  await keyIsMade(page);
  await page.reads("detail", "for the letter");
  const shop = (await page.text("detail-title")).trim();
  const { identifier, secret } = await copyPair(page);

  await openValues(page);
  firstIs(await enter(page, [`${coOp.base_url}/fr/`, secret, identifier]), "halves_swapped");
  let before = secret;
  for (const [language, words] of [["French", /Bonjour/], ["German", /Guten Tag/]]) {
    await page.choose("letter-language", language);
    const text = await until(`a letter in ${language}`, async () => {
      const shown = await page.value("letter-text");
      return words.test(shown) && shown;
    });
    assert.equal(await copied(page, "letter-copy", before), text, "what is shown is copied");
    await page.reads("letter-copied", /opied/);
    for (const told of [shop, coOp.base_url, identifier]) {
      assert.ok(text.includes(told), `the letter tells ${told}`);
    }
    assert.ok(!text.includes(secret.slice(0, 16)), "and not the Secret");
    before = text;
  }
});
