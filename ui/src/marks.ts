// Cuts shown text into marked and unmarked pieces.
import type { Mark, MarkField } from "./contract";

export interface Piece {
  text: string;
  marked: boolean;
}

interface Span {
  start: number;
  end: number;
}

/** The pieces of a field's text; marks that overlap or lie outside do no harm. */
export function pieces(text: string, marks: readonly Mark[], field: MarkField): Piece[] {
  return cut(
    text,
    marks.filter((mark) => mark.field === field),
  );
}

function cut(text: string, spans: readonly Span[]): Piece[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start);
  const found: Piece[] = [];
  let at = 0;
  for (const span of sorted) {
    const start = Math.max(at, span.start);
    const end = Math.min(text.length, span.end);
    if (end <= start) continue;
    if (start > at) found.push({ text: text.slice(at, start), marked: false });
    found.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length || found.length === 0) found.push({ text: text.slice(at), marked: false });
  return found;
}

const HEAD = 8;
const TAIL = 2;

/** An Identifier made short for a row, with the part that was searched for in sight. */
export function shortIdentifier(identifier: string, marks: readonly Mark[]): Piece[] {
  if (identifier.length <= HEAD + TAIL + 1) return pieces(identifier, marks, "identifier");
  const spans = marks.filter((mark) => mark.field === "identifier");
  const first = Math.min(identifier.length, ...spans.map((span) => span.start));
  const hidden = spans.length > 0 && first + 1 > HEAD;
  const start = hidden ? Math.min(first, identifier.length - HEAD) : 0;
  const head = identifier.slice(start, start + HEAD);
  const shifted = spans.map((span) => ({ start: span.start - start, end: span.end - start }));
  const shown = cut(head, shifted);
  if (start > 0) shown.unshift({ text: "…", marked: false });
  const end = start + HEAD;
  if (end >= identifier.length) return shown;
  const tail = identifier.length - TAIL;
  const tailStart = Math.max(end, tail);
  shown.push({ text: tailStart > end ? "…" : "", marked: false });
  const tailSpans = spans.map((span) => ({
    start: span.start - tailStart,
    end: span.end - tailStart,
  }));
  shown.push(
    ...cut(
      identifier.slice(tailStart),
      tailSpans.filter((span) => span.end > 0),
    ),
  );
  return shown.filter((piece) => piece.text !== "");
}
