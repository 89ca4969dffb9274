// A plain search over the invented keys; the real one is the program's.
import type { KeyDetail, KeyQuery, KeyRow, Mark, MarkField } from "../contract";

function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function marksOf(row: KeyRow, words: string[]): Mark[] {
  const fields: [MarkField, string | null][] = [
    ["store", row.store],
    ["name", row.name],
    ["identifier", row.identifier],
  ];
  return fields.flatMap(([field, text]) =>
    words.flatMap((word) => {
      const start = text === null ? -1 : fold(text).indexOf(word);
      return start < 0 ? [] : [{ field, start, end: start + word.length }];
    }),
  );
}

/** The rows a query finds, in the order of Store and app. */
export function find(keys: KeyDetail[], query: KeyQuery): KeyRow[] {
  const words = fold(query.text).split(/\s+/).filter(Boolean);
  const found = keys.filter((key) => {
    if (query.connection !== null && key.row.connection !== query.connection) return false;
    if ((query.filter.kind === "archived") !== (key.archived_at !== null)) return false;
    if (query.filter.kind === "store" && key.store_id !== query.filter.store) return false;
    const text = fold(
      [key.row.store, key.row.name, key.row.identifier, key.note, key.connection_name].join(" "),
    );
    return words.every((word) => text.includes(word));
  });
  return found.map((key) => ({ ...key.row, marks: marksOf(key.row, words) }));
}
