// The invented clipboard.
import type { ClipboardView } from "../contract";
import { type Answers, keyOf } from "./answers";
import type { Preview } from "./backend";

type CopyCommands = "copy_field" | "clear_clipboard" | "extend_clipboard" | "reveal_secret";

let shown: ClipboardView = { state: "nothing" };

function show(preview: Preview, view: ClipboardView): null {
  shown = view;
  preview.emit("clipboard", view);
  return null;
}

export const copyAnswers: Pick<Answers, CopyCommands> = {
  copy_field: ({ key: id, field }, preview) => {
    const known = keyOf(preview, id);
    if (field !== "base_url" && !known.row.has_secret) throw { code: "secret_not_stored" };
    const seconds = preview.world.settings.clipboard_seconds;
    const left = seconds === null ? null : seconds * 1000;
    show(preview, {
      state: "ours",
      field,
      key: id,
      subject: [known.row.store, known.row.name].filter(Boolean).join(" — "),
      hidden_from_history: true,
      left_ms: left,
      total_ms: left,
    });
    return { field, hidden_from_history: true, clears_after: seconds };
  },
  clear_clipboard: (_args, preview) => show(preview, { state: "cleared" }),
  extend_clipboard: (_args, preview) => {
    if (shown.state !== "ours" || shown.left_ms === null) return null;
    const total = (shown.total_ms ?? 0) + 30_000;
    return show(preview, { ...shown, left_ms: shown.left_ms + 30_000, total_ms: total });
  },
  reveal_secret: () => ({ value: "invented-secret-value-9e02" }),
};
