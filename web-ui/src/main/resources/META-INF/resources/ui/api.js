/**
 * The REST API as functions. Every failure is an ApiError whose message can be shown as it is: the server's own
 * problem detail where there is one.
 */
export class ApiError extends Error {
  constructor(message, status, title) {
    super(message);
    this.status = status;
    this.title = title;
  }
}

const url = (path, query = {}) => {
  const target = new URL(`v1/${path}`, document.baseURI);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') target.searchParams.set(name, value);
  }
  return target;
};

async function problem(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    return new ApiError(`The server answered ${response.status} without saying why.`, response.status, 'Request failed');
  }
  const title = body.title || 'Request failed';
  return new ApiError(body.detail || title, response.status, title);
}

async function call(target, options) {
  let response;
  try {
    response = await fetch(target, { credentials: 'same-origin', ...options });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new ApiError('The server cannot be reached. Is it still running?', 0, 'No answer');
  }
  if (!response.ok) throw await problem(response);
  const type = response.headers.get('content-type') || '';
  return type.includes('json') ? response.json() : null;
}

const get = (path, query, signal) => call(url(path, query), { signal, headers: { accept: 'application/json' } });

const post = (path, { body, signal, token }) => {
  const headers = { accept: 'application/json' };
  if (body) headers['content-type'] = 'application/json';
  if (token) headers.authorization = `Bearer ${token}`;
  return call(url(path), { method: 'POST', signal, headers, body: body && JSON.stringify(body) });
};

const part = encodeURIComponent;

export const api = {
  status: (signal) => get('status', {}, signal),
  users: (q, limit, model, signal) => get('users', { q, limit, model }, signal),
  user: (id, limit, model, signal) => get(`users/${part(id)}`, { limit, model }, signal),
  recommend: (query, signal) => post('recommendations', { body: query, signal }),
  similar: (id, k, model, signal) => get(`items/${part(id)}/similar`, { k, model }, signal),
  models: (signal) => get('models', {}, signal),
  evaluations: (signal) => get('evaluations', {}, signal),
  promote: (name, version, token) => post(`models/${part(name)}/versions/${part(version)}/promote`, { token }),
  rollback: (token) => post('models/rollback', { token }),
};
