import { LitElement, html, css } from 'lit';
import { ApiError, api } from './api.js';
import { metricValue, moment, plain, shortId } from './format.js';
import { modelKey } from './items.js';
import { headlines, metricTable, metricsOf } from './metrics.js';
import { noticeStyles } from './notice-styles.js';
import { empty, failure, skeleton } from './notices.js';
import { Remote } from './remote.js';
import { shared } from './styles.js';
import './token-dialog.js';

/** The registry: every version with what is known about it, and the buttons that decide which one is live. */
class KindredModels extends LitElement {
  static properties = { params: { attribute: false }, busy: { state: true }, said: { state: true } };

  static styles = [
    shared,
    noticeStyles,
    css`
      .said .notice { margin-top: 1rem; }
      .live-card { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1.2rem; padding: 1rem 1.2rem; margin-top: 1.2rem; }
      .live-card .button { margin-left: auto; }
      .live-card strong { font-family: var(--mono); font-size: 1.1rem; }
      .model { margin-top: 1.2rem; overflow: hidden; }
      .model > h2 { padding: .95rem 1.2rem .2rem; font-size: 1.15rem; }
      ul { margin: 0; padding: 0; list-style: none; }
      li { padding: .9rem 1.2rem; border-bottom: 1px solid var(--line); }
      li:last-child { border-bottom: 0; }
      .row { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) auto auto; gap: .5rem 1.2rem; align-items: center; }
      .version { display: flex; align-items: center; gap: .6rem; font-weight: 700; font-size: 1.02rem; }
      .facts { color: var(--ink-2); font-size: .87rem; overflow-wrap: anywhere; }
      .figures { display: flex; gap: 1.1rem; }
      .figure { font-variant-numeric: tabular-nums; font-weight: 650; }
      .figure span { display: block; font-weight: 400; font-size: .75rem; color: var(--ink-3); }
      .action { min-width: 6.2rem; text-align: right; }
      details { margin-top: .35rem; }
      summary { cursor: pointer; color: var(--ink-2); font-size: .85rem; width: fit-content; border-radius: 4px; padding: .1rem .2rem; margin-left: -.2rem; }
      .more { display: grid; grid-template-columns: minmax(13rem, 1fr) minmax(17rem, 1.6fr) minmax(11rem, 1fr); gap: 1rem 2.5rem; padding: .6rem 0 .2rem; }
      .more h3 + * + h3 { margin-top: 1rem; }
      .figures-table { font-size: .85rem; }
      .figures-table :is(th, td) { padding: .15rem .5rem .15rem 0; border-bottom: 1px solid var(--line); }
      .figures-table tbody th { font-weight: 400; font-size: inherit; }
      .more h3 { font-size: .8rem; color: var(--ink-3); margin-bottom: .3rem; }
      dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .1rem 1rem; margin: 0; font-size: .87rem; }
      dt { color: var(--ink-2); }
      dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
      .chips { display: flex; flex-wrap: wrap; gap: .3rem; }
      @media (max-width: 760px) {
        .more { grid-template-columns: minmax(0, 1fr); }
        .row { grid-template-columns: minmax(0, 1fr) auto; }
        .facts, .figures { grid-column: 1 / -1; }
        .action { grid-row: 1; grid-column: 2; }
        .live-card .button { margin-left: 0; }
      }
    `,
  ];

  constructor() {
    super();
    this.registry = new Remote(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    return this.registry.load((signal) => api.models(signal));
  }

  promote(model, version) {
    return this.change(`${model}@${version} is live now.`, `promote ${model}@${version}`, (token) => api.promote(model, version, token));
  }

  rollback() {
    return this.change('The version that was live before is live again.', 'go back to the previous version', (token) => api.rollback(token));
  }

  /** Runs a change that needs the admin token; a refused token is asked for again. */
  async change(done, what, request) {
    const tokens = this.renderRoot.querySelector('kindred-token-dialog');
    this.said = undefined;
    let refused;
    for (;;) {
      const token = await tokens.token(what, refused);
      if (!token) return;
      this.busy = true;
      try {
        await request(token);
        this.said = { good: done };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.status === 401 || error.status === 403) {
          tokens.forget();
          refused = error.status === 401 ? 'The server does not accept this token.' : error.message;
          continue;
        }
        this.said = { error };
      } finally {
        this.busy = false;
      }
      break;
    }
    await this.load();
    this.dispatchEvent(new CustomEvent('live-changed', { bubbles: true, composed: true }));
  }

  render() {
    return html`
      <h1 tabindex="-1">Models</h1>
      <p class="lead">Every published version. The live one answers the requests that name no model.</p>
      <div class="said" aria-live="polite">${this.renderSaid()}</div>
      ${this.renderBody()}
      <kindred-token-dialog></kindred-token-dialog>`;
  }

  renderSaid() {
    if (!this.said) return null;
    return this.said.error ? failure(this.said.error) : html`<div class="notice good"><p>${this.said.good}</p></div>`;
  }

  renderBody() {
    const { value, error } = this.registry;
    if (error) return failure(error, () => this.load());
    if (!value) return html`<div class="card live-card">${skeleton(3, 'Loading models')}</div>`;
    if (value.models.length === 0) {
      return empty('No models yet', html`Train one with <code>./kindred train</code> and hand it over with
        <code>./kindred publish</code>.`);
    }
    return html`${this.renderLive(value.live)} ${value.models.map((model) => this.renderModel(model, value.live))}`;
  }

  renderLive(live) {
    return html`
      <div class="card live-card">
        ${live
          ? html`<span class="chip live">live</span><strong>${modelKey(live)}</strong>`
          : html`<span class="chip warn">nothing live</span><span>Promote a version to answer requests.</span>`}
        ${live ? html`<button type="button" class="button" ?disabled=${this.busy} @click=${this.rollback}>Roll back</button>` : null}
      </div>`;
  }

  renderModel(model, live) {
    const versions = [...model.versions].sort((a, b) => Number(b.version) - Number(a.version));
    return html`
      <section class="card model" aria-label="Model ${model.name}">
        <h2>${model.name}</h2>
        <ul>${versions.map((version) => this.renderVersion(model.name, version, live))}</ul>
      </section>`;
  }

  renderVersion(name, version, live) {
    const isLive = live?.name === name && String(live?.version) === String(version.version);
    const figures = headlines(metricsOf([version])).slice(0, 2);
    return html`
      <li>
        <div class="row">
          <span class="version">v${version.version} <span class="chip ${isLive ? 'live' : version.stage}">${isLive ? 'live' : version.stage}</span></span>
          <span class="facts">${version.kind} · by ${version.provider} · ${moment(version.created)}</span>
          <span class="figures">${figures.map((metric) => html`
            <span class="figure"><span>${metric}</span>${metricValue(version.metrics[metric])}</span>`)}</span>
          <span class="action">${isLive ? null : html`
            <button type="button" class="button" ?disabled=${this.busy} aria-label="Promote ${name}@${version.version}"
              @click=${() => this.promote(name, version.version)}>Promote</button>`}</span>
        </div>
        <details>
          <summary>Details<span class="visually-hidden"> of ${name}@${version.version}</span></summary>
          <div class="more">
            ${this.renderPairs('Parameters', Object.entries(version.parameters || {}).map(([key, value]) => [key, plain(value)]))}
            ${this.renderMetrics(version.metrics || {})}
            <div>
              <h3>Snapshot</h3><p class="code" title=${version.snapshot || ''}>${shortId(version.snapshot)}</p>
              ${(version.capabilities || []).length > 0 ? html`<h3>Capabilities</h3>
                <div class="chips">${version.capabilities.map((one) => html`<span class="chip">${one}</span>`)}</div>` : null}
            </div>
          </div>
        </details>
      </li>`;
  }

  renderMetrics(metrics) {
    const { cuts, rows } = metricTable(metrics);
    return html`
      <div><h3>Metrics</h3>${rows.length === 0 ? html`<p class="small muted">none</p>` : html`
        <table class="figures-table">
          <thead><tr><td></td>${cuts.map((cut) => html`<th scope="col" class="number">${cut === undefined ? 'all' : `@${cut}`}</th>`)}</tr></thead>
          <tbody>${rows.map(({ family, values }) => html`
            <tr><th scope="row">${family}</th>
              ${values.map((value) => html`<td class="number">${value === undefined ? '' : metricValue(value)}</td>`)}</tr>`)}</tbody>
        </table>`}</div>`;
  }

  renderPairs(title, pairs) {
    return html`<div><h3>${title}</h3>${pairs.length === 0 ? html`<p class="small muted">none</p>`
      : html`<dl>${pairs.map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}</dl>`}</div>`;
  }
}

customElements.define('kindred-models', KindredModels);
