// Taking keys to another computer and bringing keys in from files, as a person does it.

import { until } from "./processes.mjs";

/** Opens the screen for it. */
export async function openTransfer(page) {
  await page.click("rail-settings");
  await page.pressOn("transfer-open");
  await page.get("import");
}

/** Writes an export; its path and words. Practice is left out unless somebody ticks it. */
export async function exportAll(page, secrets, { practice = false } = {}) {
  await openTransfer(page);
  if (practice) await page.click("export-connection");
  await page.click(secrets ? "export-with" : "export-without");
  await page.pressOn("export-write");
  const words = await page.reads("passphrase", /^\w+(-\w+){5,}$/m);
  const counts = await page.text("export-counts");
  const path = (await page.text("written-path")).trim();
  return { path, words: words.trim(), counts };
}

/** Reads a file; on success the preview is shown. */
export async function readFile(page, kind, path, words) {
  await page.click(`import-kind-${kind}`);
  await page.type("import-path", path);
  if (words !== undefined) await page.type("import-passphrase", words);
  await page.pressOn("import-read");
}

/** How many rows of the preview are of each kind, all read at one moment. */
export function verdicts(page) {
  return page.driver.executeScript(`
    const shown = [...document.querySelectorAll('[data-testid^="import-count-"]')];
    return Object.fromEntries(shown.map((each) =>
      [each.dataset.testid.replace("import-count-", ""), Number(each.innerText)]));`);
}

/** The row of the preview about something. */
export function previewRow(page, subject) {
  return until(`a row about “${subject}”`, async () => {
    for (const row of await page.all("import-row")) {
      if ((await page.textOf(row)).includes(subject)) return row;
    }
    return undefined;
  });
}

/** Brings in what was chosen; the counts of the report. */
export async function bringIn(page) {
  await page.pressOn("import-apply");
  await page.get("import-report");
  return page.driver.executeScript(
    "const lines = document.querySelectorAll('[data-testid=import-report] [data-count]');" +
      "return Object.fromEntries([...lines].map((each) =>" +
      " [each.dataset.count, Number(each.innerText.match(/\\d+/)[0])]))",
  );
}
