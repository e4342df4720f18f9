/** What each metric says, in the order people look at them: [name, group, meaning]. */
const KNOWN = [
  ['ndcg', 'Ranking', 'Hits count, the more the nearer to the top.'],
  ['recall', 'Ranking', 'The share of a user’s relevant items that made it into the list.'],
  ['hit', 'Ranking', 'The share of users with at least one hit in the list.'],
  ['mrr', 'Ranking', 'One divided by the place of the first hit.'],
  ['map', 'Ranking', 'Precision at each hit, averaged.'],
  ['precision', 'Ranking', 'The share of the list that is a hit.'],
  ['recall-capped', 'Ranking', 'Recall, where no more hits are asked for than the list has places.'],
  ['auc', 'Ranking', 'How often a relevant item is ranked above another one.'],
  ['coverage', 'Beyond accuracy', 'The share of all items that somebody gets recommended.'],
  ['diversity', 'Beyond accuracy', 'How different the items of a list are from one another.'],
  ['novelty', 'Beyond accuracy', 'How little known the recommended items are, in bits.'],
  ['serendipity', 'Beyond accuracy', 'Hits that popularity alone would not have given.'],
  ['gini', 'Beyond accuracy', 'How unevenly recommendations fall on the items; 0 is even.'],
  ['popularity-lift', 'Beyond accuracy', 'How much more popular the list is than the user’s own history; 0 is the same.'],
  ['tail-exposure', 'Beyond accuracy', 'The share of recommendations that goes to little-known items.'],
  ['activity-gap', 'Beyond accuracy', 'The ndcg of the best-served group of users by activity minus that of the worst-served.'],
  ['rmse', 'Predictions', 'The typical error of a predicted rating; large errors count more.'],
  ['mae', 'Predictions', 'The average error of a predicted rating.'],
  ['gauc', 'Predictions', 'AUC within each user, averaged.'],
  ['logloss', 'Predictions', 'How surprised the predictions are by what happened.'],
  ['calibration', 'Predictions', 'Predicted clicks for each one that happened; 1 is exact.'],
];
const OTHERS = 'Others';
const LESS_IS_BETTER = new Set(['rmse', 'mae', 'gini', 'activity-gap', 'logloss']);
const NEITHER = new Set(['popularity-lift', 'calibration']);

/** "popularity-lift" of "popularity-lift@10", and 10; a metric of the whole ranking has no cut-off. */
export function metricParts(metric) {
  const [family, cut] = metric.split('@');
  return { family, cut: cut === undefined ? undefined : Number(cut) };
}

export const lessIsBetter = (metric) => LESS_IS_BETTER.has(metricParts(metric).family);

/** One or two sentences about a metric and which way is better. */
export function metricMeaning(metric) {
  const { family } = metricParts(metric);
  const meaning = KNOWN.find(([name]) => name === family)?.[2];
  const direction = NEITHER.has(family) ? 'Neither more nor less is better in itself.'
    : LESS_IS_BETTER.has(family) ? 'Less is better.' : 'More is better.';
  return meaning ? `${meaning} ${direction}` : direction;
}

const place = (family) => {
  const at = KNOWN.findIndex(([name]) => name === family);
  return at < 0 ? KNOWN.length : at;
};

function inOrder(one, two) {
  const a = metricParts(one);
  const b = metricParts(two);
  return place(a.family) - place(b.family) || a.family.localeCompare(b.family) || (a.cut ?? 0) - (b.cut ?? 0);
}

/** The names of all metrics of the given {metrics} objects, in the order people look at them. */
export function metricsOf(measured) {
  return [...new Set(measured.flatMap((one) => Object.keys(one.metrics || {})))].sort(inOrder);
}

/** The metrics to start with: at ten items where there is such a figure, one for each family. */
export function headlines(metrics) {
  const families = [...new Set(metrics.map((metric) => metricParts(metric).family))];
  return families.map((family) => {
    const own = metrics.filter((metric) => metricParts(metric).family === family);
    return own.find((metric) => metricParts(metric).cut === 10) || own[0];
  });
}

/** [group, metrics] pairs for a list to choose from. */
export function grouped(metrics) {
  const groups = new Map();
  for (const metric of metrics) {
    const known = KNOWN.find(([name]) => name === metricParts(metric).family);
    const group = known ? known[1] : OTHERS;
    groups.set(group, [...(groups.get(group) || []), metric]);
  }
  return [...groups];
}

/** A version's figures as a table: the cut-offs, and a row of values for each family. */
export function metricTable(metrics) {
  const names = metricsOf([{ metrics }]);
  const cuts = [...new Set(names.map((name) => metricParts(name).cut))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const families = [...new Set(names.map((name) => metricParts(name).family))];
  const rows = families.map((family) => ({
    family,
    values: cuts.map((cut) => metrics[cut === undefined ? family : `${family}@${cut}`]),
  }));
  return { cuts, rows };
}
