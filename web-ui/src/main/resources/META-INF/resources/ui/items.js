import { day, plain } from './format.js';

/** Names that a column with an item's categories has in the usual data sets. */
const CATEGORY_COLUMNS = ['genres', 'genre', 'categories', 'category', 'class', 'attributes', 'tags'];
const YEAR_COLUMNS = ['year', 'release_year'];
const NOT_SHOWN = new Set(['title', 'name', 'movie_title', 'description']);

/** Columns whose large numbers are Unix seconds. */
const TIME_COLUMN = /date|time|premiere|release|added/i;
const UNIX_SECONDS = /^[1-9]\d{8,9}$/;

export const itemTitle = (item) => item.title || `Item ${item.id}`;

export function categoryColumn(features = {}) {
  return CATEGORY_COLUMNS.find((column) => column in features);
}

export function categories(item) {
  const column = categoryColumn(item.features);
  if (!column) return [];
  const value = item.features[column];
  const parts = Array.isArray(value) ? value.map(plain) : plain(value).split(/\s*[|,]\s*/);
  return parts.filter((part) => part && part !== '(no genres listed)');
}

/** "1994 · Drama, Crime"; the year only where the title does not end with it already. */
export function subtitle(item) {
  const features = item.features || {};
  const column = YEAR_COLUMNS.find((name) => features[name] !== undefined && features[name] !== null);
  const year = column && !itemTitle(item).includes(`(${features[column]})`) ? plain(features[column]) : '';
  return [year, categories(item).slice(0, 3).join(', ')].filter(Boolean).join(' · ');
}

function readable(column, text) {
  return TIME_COLUMN.test(column) && UNIX_SECONDS.test(text) ? day(Number(text) * 1000) : text;
}

/** The features worth a line of their own in an item's details, as [column, text] pairs. */
export function details(item) {
  return Object.entries(item.features || {})
    .filter(([column, value]) => !NOT_SHOWN.has(column) && value !== null && value !== '')
    .map(([column, value]) => [column.replaceAll('_', ' '), readable(column, plain(value))]);
}

export const description = (item) => (item.features?.description ? plain(item.features.description) : '');

export const modelKey = ({ name, version }) => `${name}@${version}`;
