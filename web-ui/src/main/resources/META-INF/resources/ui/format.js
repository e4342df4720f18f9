const LOCALE = 'en';
const integers = new Intl.NumberFormat(LOCALE);
const days = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' });
const moments = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

export const count = (n) => (Number.isFinite(n) ? integers.format(n) : '–');

/** "1 user", "2,000 users". */
export const counted = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** A metric's value with four decimals; a dash when it was not measured. */
export const metricValue = (x) => (Number.isFinite(x) ? x.toFixed(4) : '–');

/** A score as the model gave it: enough digits to tell neighbours apart, however large or small. */
export function score(x) {
  if (!Number.isFinite(x)) return '–';
  const size = Math.abs(x);
  if (size >= 1000) return integers.format(Math.round(x));
  if (size >= 100) return x.toFixed(1);
  if (size >= 0.001 || size === 0) return x.toFixed(3);
  return x.toExponential(1);
}

export function seconds(s) {
  if (!Number.isFinite(s)) return '–';
  if (s < 1) return `${Math.round(s * 1000)} ms`;
  if (s < 10) return `${s.toFixed(1)} s`;
  if (s < 120) return `${Math.round(s)} s`;
  if (s < 7200) return `${Math.round(s / 60)} min`;
  if (s < 172800) return `${Math.round(s / 3600)} h`;
  return `${Math.round(s / 86400)} days`;
}

export function moment(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? '–' : moments.format(date);
}

export function day(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? '–' : days.format(date);
}

/** Hashes and ids that are too long for a line. */
export const shortId = (text) => (text && text.length > 14 ? `${text.slice(0, 12)}…` : text || '–');

export function plain(value) {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (value !== null && typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
