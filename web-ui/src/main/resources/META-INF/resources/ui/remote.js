/**
 * Something loaded from the server on behalf of a component (a Lit reactive controller). A newer load cancels the
 * older one, so answers never arrive in the wrong order; the last value stays while a new one is on its way.
 */
export class Remote {
  constructor(host) {
    this.host = host;
    this.value = undefined;
    this.error = undefined;
    this.loading = false;
    host.addController(this);
  }

  hostDisconnected() {
    this.abort?.abort();
  }

  async load(request) {
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.loading = true;
    this.host.requestUpdate();
    try {
      const value = await request(abort.signal);
      if (abort.signal.aborted) return;
      this.value = value;
      this.error = undefined;
    } catch (failure) {
      if (abort.signal.aborted) return;
      this.value = undefined;
      this.error = failure;
    }
    this.loading = false;
    this.host.requestUpdate();
  }

  clear() {
    this.abort?.abort();
    this.value = undefined;
    this.error = undefined;
    this.loading = false;
    this.host.requestUpdate();
  }
}
