import { LitElement, html, css } from 'lit';
import { api } from './api.js';
import { count, counted, day, metricValue, seconds } from './format.js';
import { comparisons, rank } from './leaderboard.js';
import { grouped, headlines, metricMeaning, metricsOf } from './metrics.js';
import { noticeStyles } from './notice-styles.js';
import { empty, failure, simulatedNotice, skeleton } from './notices.js';
import { Remote } from './remote.js';
import { remember } from './route.js';
import { shared } from './styles.js';
import './interval-chart.js';

/** Evaluated models, best first by the chosen metric, with their 95% intervals drawn and in a table. */
class KindredLeaderboard extends LitElement {
  static properties = { params: { attribute: false }, dataset: { attribute: false }, simulated: { type: Boolean } };

  static styles = [
    shared,
    noticeStyles,
    css`
      .controls { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.2rem 0 1rem; }
      .controls .field { flex: 0 1 15rem; }
      .controls .field.wide { flex: 1 1 20rem; max-width: 34rem; }
      .panel { padding: 1.1rem 1.25rem .6rem; }
      .panel p { margin-top: .15rem; }
      .table { margin-top: 1rem; overflow-x: auto; }
      .table caption { text-align: left; padding: .9rem .75rem .2rem; font-weight: 650; }
      .model { font-weight: 650; white-space: nowrap; }
      .model .chip { margin-left: .4rem; }
      .nowrap { white-space: nowrap; }
      .rank { color: var(--ink-3); width: 2.2rem; }
      .interval { display: block; color: var(--ink-3); font-size: .78rem; font-weight: 400; }
      tr.best td.chosen { color: var(--accent); }
      td.chosen { font-weight: 650; }
      th.chosen { color: var(--ink); }
      .note { margin-top: .9rem; max-width: 78ch; }
      @media (max-width: 640px) {
        .panel { padding: 1rem .75rem .4rem; }
        .controls .field, .controls .field.wide { flex: 1 1 100%; max-width: none; }
      }
    `,
  ];

  constructor() {
    super();
    this.params = {};
    this.evaluations = new Remote(this);
    this.live = new Remote(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  load() {
    this.evaluations.load(async (signal) => (await api.evaluations(signal)).evaluations);
    this.live.load(async (signal) => (await api.models(signal)).live);
  }

  choose(change) {
    this.params = { ...this.params, ...change };
    remember('leaderboard', this.params);
  }

  render() {
    return html`
      <h1 tabindex="-1">Leaderboard</h1>
      <p class="lead">How well each model ranks what people really chose next, measured on data it never saw.</p>
      ${this.simulated ? simulatedNotice() : null}
      ${this.renderBody()}`;
  }

  renderBody() {
    const { value, error } = this.evaluations;
    if (error) return failure(error, () => this.load());
    if (!value) return html`<div class="card">${skeleton(4, 'Loading evaluations')}</div>`;
    if (value.length === 0) {
      return empty('No evaluations yet', html`Run <code>./kindred quickstart</code>, or evaluate a model with
        <code>./kindred evaluate</code> and publish it: its figures appear here.`);
    }
    const groups = comparisons(value);
    const group = groups.find((candidate) => candidate.key === this.params.compare) || groups[0];
    const metrics = metricsOf(group.runs);
    const metric = metrics.includes(this.params.metric) ? this.params.metric : headlines(metrics)[0];
    const rows = rank(group.runs, metric, this.live.value);
    return html`
      ${this.renderControls(groups, group, metrics, metric)}
      <section class="card panel" aria-labelledby="chart-title">
        <h2 id="chart-title">${metric}${rows.some((row) => row.interval) ? ' with 95% intervals' : ', a figure without intervals'}</h2>
        <p class="small">${metricMeaning(metric)}</p>
        <p class="small muted">Protocol ${group.protocol} on ${group.dataset}, ${counted(group.runs[0].users, 'user')}.</p>
        <kindred-interval-chart .rows=${rows} .metric=${metric}></kindred-interval-chart>
      </section>
      ${this.renderTable(group, rows, metrics, metric)}
      <p class="small muted note">The intervals are bootstrap intervals over users. Two models whose intervals overlap
        may still differ, and the other way round: only a paired test on the same users decides.</p>`;
  }

  renderControls(groups, group, metrics, metric) {
    return html`
      <div class="controls">
        <div class="field">
          <label for="metric">Metric</label>
          <select id="metric" @change=${(event) => this.choose({ metric: event.target.value })}>
            ${grouped(metrics).map(([title, names]) => html`<optgroup label=${title}>
              ${names.map((name) => html`<option value=${name} ?selected=${name === metric}>${name}</option>`)}</optgroup>`)}
          </select>
        </div>
        <div class="field wide">
          <label for="compare">Compared on</label>
          <select id="compare" @change=${(event) => this.choose({ compare: event.target.value })}>
            ${groups.map((one) => html`<option value=${one.key} ?selected=${one === group}>
              ${one.dataset} · ${one.protocol} · ${counted(one.runs.length, 'run')}</option>`)}
          </select>
        </div>
      </div>`;
  }

  renderTable(group, rows, metrics, metric) {
    const others = headlines(metrics).filter((name) => name !== metric).slice(0, 3);
    return html`
      <div class="card table" role="region" aria-label="Results table" tabindex="0">
        <table>
          <caption class="visually-hidden">Models by ${metric}, ${group.protocol} on ${group.dataset}</caption>
          <thead>
            <tr>
              <th scope="col" class="rank">#</th><th scope="col">Model</th>
              <th scope="col" class="number chosen">${metric}</th>
              ${others.map((name) => html`<th scope="col" class="number">${name}</th>`)}
              <th scope="col" class="number">Training</th><th scope="col" class="number">Evaluation</th>
              <th scope="col" class="number">Users</th><th scope="col">Protocol</th><th scope="col">Dataset</th>
              <th scope="col">Evaluated</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row, index) => html`
              <tr class=${index === 0 ? 'best' : ''}>
                <td class="rank number">${index + 1}</td>
                <th scope="row" class="model">${row.label}${row.live ? html`<span class="chip live">live</span>` : null}</th>
                <td class="number chosen">${metricValue(row.value)}${row.interval
                  ? html`<span class="interval">${metricValue(row.interval[0])} – ${metricValue(row.interval[1])}</span>` : null}</td>
                ${others.map((name) => html`<td class="number">${metricValue(row.run.metrics[name])}</td>`)}
                <td class="number">${seconds(row.run.trainSeconds)}</td>
                <td class="number">${seconds(row.run.evaluateSeconds)}</td>
                <td class="number">${count(row.run.users)}</td>
                <td>${row.run.protocol}</td>
                <td>${row.run.dataset}</td>
                <td class="nowrap">${day(row.run.created)}</td>
              </tr>`)}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define('kindred-leaderboard', KindredLeaderboard);
