// Exports and imports of the invented program.
import type { ImportPreview, ImportRow } from "../contract";
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
        { field: "secret", ours: "", theirs: "" },
      ],
    },
    { ...row, index: 4, subject: "", base_url: "", verdict: "unusable", trouble: "no_address" },
  ];
}

let open: ImportPreview | null = null;
let next = 1;

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
    const base = world.connections[0]?.base_url ?? "https://town-1.example";
    open = {
      import: next++,
      kind: source.kind,
      columns:
        source.kind === "csv"
          ? [
              { heading: "Shop", field: source.columns?.[0] ?? "store", sample: "Atelier Vélo" },
              { heading: "API Key", field: source.columns?.[1] ?? "identifier", sample: "0f1e…" },
              { heading: "API Secret", field: source.columns?.[2] ?? "secret", sample: "••••" },
            ]
          : [],
      new_connections: ["https://town-9.example"],
      rows: rows(base),
    };
    return open;
  },
  apply_import: ({ import: id, choices }, preview) => {
    if (open?.import !== id) throw { code: "import_over" };
    open = null;
    preview.emit("changed", { connection: null });
    const taken = choices.filter((choice) => choice.take_theirs).length;
    return { added: 1, changed: 1 + taken, kept: 2 - taken, secrets: 2 + taken, held: 0 };
  },
  discard_import: () => {
    open = null;
    return null;
  },
};
