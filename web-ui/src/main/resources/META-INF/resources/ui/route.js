/**
 * The address after "#": "#/playground?user=42&k=10". What a person has chosen is kept there, so a view can be
 * reloaded, bookmarked and sent to somebody else.
 */
export function currentRoute() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { view: path, params: Object.fromEntries(new URLSearchParams(query)) };
}

export function routeTo(view, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return `#/${view}${text ? `?${text}` : ''}`;
}

/** Notes a choice in the address without a new entry in the browser's history. */
export function remember(view, params) {
  const target = routeTo(view, params);
  if (location.hash !== target) history.replaceState(null, '', target);
}
