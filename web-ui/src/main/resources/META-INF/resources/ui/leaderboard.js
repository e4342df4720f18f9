import { lessIsBetter } from './metrics.js';

/**
 * Runs that can be compared: same data and same protocol, the most recent group first. A version that was evaluated
 * more than once stands with its latest run.
 */
export function comparisons(evaluations) {
  const groups = new Map();
  const newestFirst = [...evaluations].sort((a, b) => String(b.created).localeCompare(String(a.created)));
  for (const run of newestFirst) {
    const key = `${run.dataset}|${run.protocol}`;
    if (!groups.has(key)) groups.set(key, { key, dataset: run.dataset, protocol: run.protocol, runs: [], seen: new Set() });
    const group = groups.get(key);
    const version = run.version === undefined || run.version === null ? run.id : run.version;
    const model = `${run.model}@${version}`;
    if (group.seen.has(model)) continue;
    group.seen.add(model);
    group.runs.push(run);
  }
  return [...groups.values()];
}

/** Rows for the chart and the table, best first; runs without the metric come last. */
export function rank(runs, metric, live) {
  const sign = lessIsBetter(metric) ? 1 : -1;
  return runs
    .map((run) => {
      const value = run.metrics?.[metric];
      const known = run.version !== undefined && run.version !== null;
      return {
        run,
        value: Number.isFinite(value) ? value : NaN,
        interval: run.intervals?.[metric],
        label: known ? `${run.model}@${run.version}` : run.model,
        live: known && live?.name === run.model && String(live?.version) === String(run.version),
      };
    })
    .sort((a, b) => Number.isNaN(a.value) - Number.isNaN(b.value) || sign * (a.value - b.value) || a.label.localeCompare(b.label));
}
