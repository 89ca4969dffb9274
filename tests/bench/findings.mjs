// From what was measured to lines beside their budgets.

import { beside, besideP99, median, percentile } from "./figures.mjs";
import { line, ratioLine } from "./report.mjs";

/** One frame of a screen that draws sixty in a second. */
const FRAME = 16;

const rounded = (value) => value.toFixed(2);

function startLines(starts, count) {
  const of = (name, figure) => starts[name].map((start) => start[figure]);
  const keys = `${count} keys`;
  const peer = "KeePassXC to its unlock window";
  const compared = (figure) => {
    const ours = beside(of(count, figure), of("keepassxc", figure));
    const floor = beside(of("bare", figure), of("keepassxc", figure)).ratio;
    const above = beside(of(count, figure), of("bare", figure)).ratio;
    const cause =
      `A bare window alone takes ${rounded(floor)} × of KeePassXC's time; ` +
      `the program takes ${rounded(above)} × of the bare window's.`;
    return [ours, { allowed: 1, beside: peer, cause }];
  };
  // The bare window is ready as soon as it is painted: there is nothing to wait for in it.
  const ready = beside(of(count, "part"), of("bare", "painted"));
  const painted = beside(of(count, "painted"), of("bare", "painted")).ratio;
  const drawing = median(of(count, "part")) - median(of(count, "painted"));
  return [
    ratioLine(`start to window, ${keys}`, ...compared("window")),
    ratioLine(`start to first painted content, ${keys}`, ...compared("painted")),
    ratioLine(`start to list drawn, ${keys}`, ready, {
      allowed: 1.5,
      beside: "bare window painted",
      cause:
        `The program's first content is painted after ${rounded(painted)} × of the bare ` +
        `window's time, the list ${drawing.toFixed(0)} ms later.`,
    }),
  ];
}

function floorLines(starts) {
  const of = (name, figure) => starts[name].map((start) => start[figure]);
  return [["window", "window"], ["painted", "first painted content"]].map(([figure, words]) => {
    const compared = beside(of("bare", figure), of("keepassxc", figure));
    return ratioLine(`bare window: start to ${words}`, compared, {
      beside: "KeePassXC to its unlock window",
    });
  });
}

function clickLine({ clicks }, count) {
  const compared = besideP99(clicks.ours, clicks.raw);
  const cause =
    `Median ${rounded(compared.ours_median / compared.theirs_median)} × ` +
    `(${rounded(compared.ours_median)} ms beside ${rounded(compared.theirs_median)} ms): the ` +
    "click adds the way from the page and back, the read-back, the record of it and a drawn tick.";
  return ratioLine(`click to clipboard set and read back, p99, ${count} keys`, compared, {
    allowed: 3, beside: "raw keychain read + clipboard set", cause,
  });
}

function typingLines({ typing }, count, search) {
  const alone = search.find((known) => known.keys === count).window_p50_ms;
  const p99 = (rounds) => percentile(rounds.flat(), 99);
  const each = typing.laid_out.map((values) => percentile(values, 99));
  const middle = median(typing.laid_out.flat());
  const drawn = besideP99(typing.drawn, typing.bare);
  return [
    line(`key press to list drawn, p99, ${count} keys`, {
      value: p99(typing.laid_out), unit: "ms", allowed: FRAME,
      least: Math.min(...each), most: Math.max(...each),
      beside: "one frame", detail: `${rounded(p99(typing.laid_out) / FRAME)} × of a frame`,
      cause:
        `Median ${middle.toFixed(0)} ms, from the event to rows changed and laid out; the search ` +
        `with its rows takes ${rounded(alone)} ms of that, the way to the program and back and ` +
        "the drawing take the rest.",
    }),
    ratioLine(`key press to its frame shown, p99, ${count} keys`, drawn, {
      beside: "one text changed, same page",
    }),
  ];
}

function searchLines(search) {
  return [[10_000, 1], [100_000, 10]].map(([keys, allowed]) => {
    const found = search.find((known) => known.keys === keys);
    return line(`search alone, p99, ${keys} keys`, {
      value: found.search_p99_ms, unit: "ms", allowed, beside: "scan of the same bytes",
      detail: `${found.search_to_scan_p99.toFixed(2)} × of the scan`,
      cause: `Its median is ${found.search_to_scan_p50.toFixed(2)} × of the scan's.`,
    });
  });
}

/** The web view draws and runs the page in a process of this name. */
const WEB_PROCESS = "WebKitWebProces";

function memoryLine(starts, count) {
  const sum = (shares) => Object.values(shares).reduce((total, share) => total + share, 0);
  const of = (name, share) => starts[name].map((start) => share(start.memory));
  const web = (shares) => shares[WEB_PROCESS] ?? 0;
  const compared = beside(of(count, sum), of("bare", sum));
  const more = compared.ours - compared.theirs;
  const moreWeb = median(of(count, web)) - median(of("bare", web));
  const peer = median(of("keepassxc", sum));
  return ratioLine(`memory when idle, all processes, ${count} keys`, compared, {
    allowed: 1.1, beside: "bare window", unit: "MiB",
    cause: `${more.toFixed(0)} MiB more than the bare window, ${moreWeb.toFixed(0)} of them in ` +
      `the process that draws the page. KeePassXC uses ${peer.toFixed(0)} MiB.`,
  });
}

/** All lines of the table. */
export function findings({ starts, windows, search, counts }) {
  return [
    ...counts.flatMap((count) => startLines(starts, count)),
    ...floorLines(starts),
    ...counts.map((count) => clickLine(windows.get(count), count)),
    ...counts.flatMap((count) => typingLines(windows.get(count), count, search)),
    ...searchLines(search),
    ...counts.map((count) => memoryLine(starts, count)),
  ];
}
