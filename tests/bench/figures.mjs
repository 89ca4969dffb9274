// Figures of several runs: medians, percentiles, and how far the runs lie apart.

/** The value that so many percent of the runs do not exceed. */
export function percentile(values, percent) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2
    ? sorted[Math.floor(middle)]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Ours beside theirs: the ratio of the medians, and the least and most of any one round. */
export function beside(ours, theirs) {
  const rounds = ours.map((value, round) => value / theirs[round]);
  return {
    ratio: median(ours) / median(theirs),
    least: Math.min(...rounds),
    most: Math.max(...rounds),
    ours: median(ours),
    theirs: median(theirs),
  };
}

/** The same of the 99th percentiles; each round is a list of many values. */
export function besideP99(ours, theirs) {
  const p99 = (values) => percentile(values, 99);
  const rounds = ours.map((values, round) => p99(values) / p99(theirs[round]));
  const [all, other] = [p99(ours.flat()), p99(theirs.flat())];
  return {
    ratio: all / other,
    least: Math.min(...rounds),
    most: Math.max(...rounds),
    ours: all,
    theirs: other,
    ours_median: median(ours.flat()),
    theirs_median: median(theirs.flat()),
  };
}
