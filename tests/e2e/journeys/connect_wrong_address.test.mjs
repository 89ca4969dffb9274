// Addresses that lead nowhere are told apart, and nothing is added.

import { journey, openConnect } from "../steps.mjs";
import { freePort } from "../processes.mjs";

journey("connect_wrong_address", {}, async ({ page }) => {
  await openConnect(page);
  for (const [address, code] of [
    ["not an address", "bad_address"],
    ["http://lyon.example", "plain_http"],
    [`127.0.0.1:${await freePort()}`, "connection_refused"],
  ]) {
    await page.type("connect-address", address);
    await page.click("connect-continue");
    await page.problem(code);
  }
});
