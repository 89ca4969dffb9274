// Writes the list of message ids, so that a wrong id does not compile: `npm run text`.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "@fluent/syntax";

const english = new URL("./src/text/en.ftl", import.meta.url);
const list = new URL("./src/text/ids.ts", import.meta.url);

const ids = parse(readFileSync(english, "utf8"), {})
  .body.filter((entry) => entry.type === "Message")
  .map((entry) => entry.id.name);
// Several a line, as a list that nobody edits needs no more.
const rows = [""];
for (const id of ids) {
  if (`${rows.at(-1)} "${id}",`.length > 98) rows.push("");
  rows[rows.length - 1] += ` "${id}",`;
}
const lines = rows.map((row) => ` ${row}\n`).join("");
writeFileSync(
  list,
  `// Written from en.ftl by \`npm run text\`. Do not edit.\n\nexport const ids = [\n${lines}] as const;\n\nexport type MessageId = (typeof ids)[number];\n`,
);
