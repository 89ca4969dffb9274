// Writes the list of message ids, so that a wrong id does not compile: `npm run text`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parse } from "@fluent/syntax";

const folder = new URL("./src/text/", import.meta.url);
const list = new URL("./src/text/ids.ts", import.meta.url);

const ids = readdirSync(folder)
  .filter((name) => /(^|\.)en\.ftl$/.test(name))
  .sort()
  .flatMap((name) => parse(readFileSync(new URL(name, folder), "utf8"), {}).body)
  .filter((entry) => entry.type === "Message")
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
  `// Written from the English texts by \`npm run text\`. Do not edit.\n\nexport const ids = [\n${lines}] as const;\n\nexport type MessageId = (typeof ids)[number];\n`,
);
