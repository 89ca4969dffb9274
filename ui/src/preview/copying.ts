// The invented clipboard.
import type { ClipboardView, CopyField, CopyReceipt, TurnView } from "../contract";
import { type Answers, keyOf } from "./answers";
import type { Preview } from "./backend";

type CopyCommands =
  | "copy_field"
  | "clear_clipboard"
  | "extend_clipboard"
  | "reveal_secret"
  | "copy_letter"
  | "copy_sheet"
  | "copy_passphrase"
  | "copy_in_turn"
  | "copy_next"
  | "stop_copying_in_turn";

const inTurn: readonly CopyField[] = ["base_url", "identifier", "secret"];

let shown: ClipboardView = { state: "nothing" };

function show(preview: Preview, view: ClipboardView): null {
  shown = view;
  preview.emit("clipboard", view);
  return null;
}

function put(
  preview: Preview,
  field: CopyField,
  id: number | null,
  turn: TurnView | null = null,
): CopyReceipt {
  const known = id === null ? null : keyOf(preview, id);
  const stored = known === null || known.row.has_secret;
  if ((field === "identifier" || field === "secret") && !stored) {
    throw { code: "secret_not_stored" };
  }
  const seconds = preview.world.settings.clipboard_seconds;
  const left = seconds === null ? null : seconds * 1000;
  show(preview, {
    state: "ours",
    field,
    key: id,
    subject: [known?.row.store, known?.row.name].filter(Boolean).join(" — "),
    hidden_from_history: true,
    left_ms: left,
    total_ms: left,
    turn,
  });
  return { field, hidden_from_history: true, clears_after: seconds };
}

/** Puts one of the three on the clipboard, as `place` of them from 1. */
function putInTurn(preview: Preview, id: number, place: number): CopyReceipt {
  const fields = keyOf(preview, id).row.key_type === "api_key" ? ["base_url", "secret"] : inTurn;
  const of = fields as readonly CopyField[];
  const field = of[place - 1] ?? "secret";
  return put(preview, field, id, { place, of: of.length, next: of[place] ?? null });
}

export const copyAnswers: Pick<Answers, CopyCommands> = {
  copy_field: ({ key: id, field }, preview) => put(preview, field, id),
  copy_letter: ({ letter }, preview) => put(preview, "letter", letter.key),
  copy_sheet: ({ sheet }, preview) => put(preview, "sheet", sheet.key),
  copy_passphrase: (_args, preview) => put(preview, "passphrase", null),
  copy_in_turn: ({ key: id }, preview) => putInTurn(preview, id, 1),
  copy_next: (_args, preview) => {
    if (shown.state !== "ours" || shown.key === null || !shown.turn) throw { code: "no_turn" };
    if (shown.turn.next === null) return null;
    return putInTurn(preview, shown.key, shown.turn.place + 1);
  },
  stop_copying_in_turn: (_args, preview) =>
    shown.state === "ours" ? show(preview, { ...shown, turn: null }) : null,
  clear_clipboard: (_args, preview) => show(preview, { state: "cleared" }),
  extend_clipboard: (_args, preview) => {
    if (shown.state !== "ours" || shown.left_ms === null) return null;
    const total = (shown.total_ms ?? 0) + 30_000;
    return show(preview, { ...shown, left_ms: shown.left_ms + 30_000, total_ms: total });
  },
  reveal_secret: () => ({ value: "invented-secret-value-9e02" }),
};
