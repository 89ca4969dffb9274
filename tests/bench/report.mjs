// The table a person reads, what explains a figure over its budget, and the last line of JSON.

const number = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

function measured({ value, unit, least, most }) {
  const range = least === undefined ? "" : ` (${number(least)}–${number(most)})`;
  return `${number(value)} ${unit}${range}`;
}

/**
 * A line of the table. `value` in `unit` is held against `most_allowed`; without it the line only
 * informs. `least` and `most` are those of single rounds.
 */
export function line(figure, { value, unit = "×", allowed, least, most, beside, detail, cause }) {
  const within = allowed === undefined ? undefined : value <= allowed;
  return { figure, value, unit, allowed, within, least, most, beside, detail, cause };
}

/** A line of one figure of ours beside one of theirs, in milliseconds or MiB. */
export function ratioLine(figure, compared, { allowed, beside, unit = "ms", cause }) {
  const detail = `${number(compared.ours)} ${unit} beside ${number(compared.theirs)} ${unit}`;
  const { ratio: value, least, most } = compared;
  return line(figure, { value, allowed, least, most, beside, detail, cause });
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const rule = widths.map((width) => "-".repeat(width));
  return [rows[0], rule, ...rows.slice(1)]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join(" | ").trimEnd())
    .join("\n");
}

/** Prints everything. */
export function print(lines, about) {
  const head = ["figure", "budget", "measured (rounds)", "within?", "beside", "medians or p99"];
  const rows = lines.map((row) => [
    row.figure,
    row.allowed === undefined ? "–" : `≤ ${row.allowed} ${row.unit}`,
    measured(row),
    row.within === undefined ? "–" : row.within ? "yes" : "NO",
    row.beside,
    row.detail ?? "",
  ]);
  console.log(`\n${table([head, ...rows])}\n`);
  const over = lines.filter((row) => row.within === false);
  if (over.length === 0) console.log("Everything is within its budget.");
  if (about.load > about.cores) {
    console.log("The machine was busy with other work: single slow figures (p99) tell little.");
  }
  for (const row of over) {
    console.log(`Over budget: ${row.figure}. ${row.cause ?? "No floor was measured for it."}`);
  }
  console.log(JSON.stringify({ ok: true, over_budget: over.length, ...about, figures: lines }));
}
