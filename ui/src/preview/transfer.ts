// Exports and imports of the invented program.
import type { ImportField, ImportPreview, ImportRow } from "../contract";
import type { Answers } from "./answers";
import { PASSPHRASE } from "./handing";

type TransferCommands =
  "export_connections" | "choose_file" | "read_import" | "apply_import" | "discard_import";

const none = { has_secret: true, differences: [], trouble: null };

function rows(base: string): ImportRow[] {
  const row = { ...none, base_url: base, identifier: "0f1e2d3c4b5a69788796a5b4c3d2e1f0" };
  return [
    { ...row, index: 0, subject: "Chocolaterie Nord — webshop", verdict: "new" },
    { ...row, index: 1, subject: "Atelier Vélo — boutique", verdict: "same" },
    { ...row, index: 2, subject: "Café Lumière — prestashop", verdict: "completes" },
    {
      ...row,
      index: 3,
      subject: "Boulangerie Michel — webshop",
      verdict: "differs",
      differences: [
        { field: "note", ours: "asks for Rosa", theirs: "asks for Paul" },
        { field: "local_name", ours: "", theirs: "Michel, webshop" },
        { field: "secret", ours: "", theirs: "" },
        { field: "archived", ours: "", theirs: "" },
      ],
    },
    { ...row, index: 4, subject: "", base_url: "", verdict: "unusable", trouble: "no_address" },
    {
      ...row,
      index: 5,
      subject: "Épicerie du Pont — woo",
      verdict: "differs",
      differences: [{ field: "secret", ours: "", theirs: "" }],
    },
  ];
}

/** As many rows as a large co-op has keys. */
function many(base: string): ImportRow[] {
  const some = rows(base);
  return Array.from({ length: 10_000 }, (_, index) => {
    const row = some[index % some.length] as ImportRow;
    return { ...row, index, subject: row.subject && `${row.subject} ${index + 1}` };
  });
}

const headings: { heading: string; field: ImportField | null; sample: string }[] = [
  { heading: "Shop", field: "store", sample: "Atelier Vélo" },
  { heading: "API Key", field: "identifier", sample: "0f1e2d…" },
  { heading: "API Secret", field: "secret", sample: "••••••••" },
  { heading: "Asked by", field: null, sample: "Rosa" },
];

let open: ImportPreview | null = null;

export const transferAnswers: Pick<Answers, TransferCommands> = {
  export_connections: ({ connections, with_secrets }, { world }) => {
    if (connections.length === 0) throw { code: "nothing_to_export" };
    const keys = world.keys.filter((key) => connections.includes(key.row.connection));
    const secrets = keys.filter((key) => key.row.has_secret).length;
    return {
      path: "/home/marie/Documents/saddlebag-export.age",
      passphrase: PASSPHRASE,
      keys: keys.length,
      secrets: with_secrets ? secrets : 0,
      missing: with_secrets ? keys.length - secrets : 0,
    };
  },
  choose_file: ({ kind }) => `/home/marie/Documents/keys.${kind === "transfer" ? "age" : kind}`,
  read_import: ({ source }, { world }) => {
    if (source.kind !== "csv" && source.passphrase === "wrong") throw { code: "wrong_passphrase" };
    const { columns } = source;
    if (columns && !columns.includes("identifier") && !columns.includes("secret")) {
      throw { code: "no_key_column" };
    }
    const base = world.connections[0]?.base_url ?? "https://town-1.example";
    open = {
      import: (open?.import ?? 0) + 1,
      kind: source.kind,
      columns:
        source.kind === "csv"
          ? headings.map((each, at) => ({
              ...each,
              field: columns ? (columns[at] ?? null) : each.field,
            }))
          : [],
      new_connections: ["https://town-9.example"],
      rows: source.path.includes("many") ? many(base) : rows(base),
      skipped: source.kind === "kdbx" ? 2 : 0,
    };
    return open;
  },
  apply_import: ({ import: id, choices }, preview) => {
    const read = open;
    if (read?.import !== id) throw { code: "import_over" };
    open = null;
    preview.emit("changed", { connection: null });
    const counts = { added: 0, changed: 0, kept: 0 };
    for (const { index, take_theirs } of choices) {
      const verdict = read.rows[index]?.verdict;
      if (verdict === "new") counts.added += 1;
      else if (verdict === "completes" || take_theirs) counts.changed += 1;
      else counts.kept += 1;
    }
    return { ...counts, secrets: counts.added + counts.changed, held: 0 };
  },
  discard_import: ({ import: id }) => {
    if (open?.import === id) open = null;
    return null;
  },
};
