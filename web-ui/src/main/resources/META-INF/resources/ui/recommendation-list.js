import { LitElement, html, css } from 'lit';
import { score } from './format.js';
import { itemTitle, modelKey, subtitle } from './items.js';
import { noticeStyles } from './notice-styles.js';
import { empty, failure, skeleton } from './notices.js';
import { shared } from './styles.js';
import './poster.js';

const STRATEGIES = {
  'known-user': ['Known user', 'The model was trained with this user.'],
  session: ['Session', 'Scored from the current session.'],
  'fold-in': ['Folded in', 'The model does not know this user and works from the history alone.'],
  'cold-start': ['Cold start', 'No history: scored from features alone.'],
  fallback: ['Fallback', 'The model cannot score this user; these are the popular items.'],
};

/** One model's answer: the items in order with their scores, their reasons and their place in the other list. */
class KindredRecommendations extends LitElement {
  static properties = {
    model: {},
    answer: { attribute: false },
    error: { attribute: false },
    others: { attribute: false },
    loading: { type: Boolean },
  };

  static styles = [
    shared,
    noticeStyles,
    css`
      :host { --tone: var(--accent); --tone-soft: var(--accent-soft); }
      :host(.b) { --tone: var(--other); --tone-soft: var(--other-soft); }
      section.card { border-top: 4px solid var(--tone); overflow: hidden; }
      header { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .7rem; padding: .8rem 1rem .7rem; border-bottom: 1px solid var(--line); }
      header h2 { font-family: var(--mono); font-size: 1rem; overflow-wrap: anywhere; }
      header .chip { margin-left: auto; }
      ol { margin: 0; padding: 0; list-style: none; }
      ol.loading { opacity: .5; }
      li { display: grid; grid-template-columns: 1.6rem 60px minmax(0, 1fr) auto; gap: .8rem; padding: .7rem 1rem; border-bottom: 1px solid var(--line); align-items: start; }
      li:last-child { border-bottom: 0; }
      .place { color: var(--ink-3); font-weight: 650; text-align: right; padding-top: .1rem; font-variant-numeric: tabular-nums; }
      kindred-poster { width: 60px; }
      .title { padding: 0; border: 0; background: none; text-align: left; font-weight: 650; cursor: pointer; overflow-wrap: anywhere; line-height: 1.3; border-radius: 4px; }
      .title:hover { text-decoration: underline; text-underline-offset: 3px; }
      .sub { color: var(--ink-3); font-size: .82rem; }
      .reasons { color: var(--ink-2); font-size: .82rem; margin-top: .2rem; }
      .reasons em { font-style: normal; font-weight: 600; }
      .score { text-align: right; font-size: .85rem; font-variant-numeric: tabular-nums; min-width: 3.6rem; }
      .bar { display: block; height: 5px; margin: .3rem 0 .35rem; border-radius: 3px; background: var(--surface-2); overflow: hidden; }
      .bar span { display: block; height: 100%; border-radius: 3px; background: var(--tone); }
      .shared { font-size: .74rem; color: var(--ink-3); white-space: nowrap; }
      .notice { margin: 1rem; }
      @media (max-width: 420px) {
        li { grid-template-columns: 1.2rem 44px minmax(0, 1fr) auto; gap: .6rem; padding: .7rem .75rem; }
        kindred-poster { width: 44px; }
      }
    `,
  ];

  constructor() {
    super();
    this.others = [];
  }

  retry() {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  pick(item) {
    const { model } = this;
    this.dispatchEvent(new CustomEvent('item-picked', { detail: { item, model }, bubbles: true, composed: true }));
  }

  render() {
    const { answer } = this;
    const [strategy, meaning] = STRATEGIES[answer?.strategy] || [answer?.strategy, ''];
    const name = answer?.model ? modelKey(answer.model) : this.model;
    return html`
      <section class="card" aria-busy=${this.loading ? 'true' : 'false'} aria-label="Recommendations of ${name}">
        <header>
          <h2>${name}</h2>
          ${strategy ? html`<span class="chip ${answer.strategy === 'fallback' ? 'warn' : ''}" title=${meaning}>${strategy}</span>` : null}
        </header>
        ${this.renderBody()}
      </section>`;
  }

  renderBody() {
    if (this.error) return failure(this.error, () => this.retry());
    if (!this.answer) return skeleton(5, 'Loading recommendations');
    const { items } = this.answer;
    if (items.length === 0) return empty('Nothing to recommend', 'No item passes the filter. Choose another genre, or all.');
    const scores = items.map((item) => item.score);
    const best = Math.max(...scores);
    const base = Math.min(0, ...scores);
    const share = (value) => (best > base ? Math.max(3, (100 * (value - base)) / (best - base)) : 100);
    return html`<ol class=${this.loading ? 'loading' : ''}>${items.map((item, index) => this.renderItem(item, index, share(item.score)))}</ol>`;
  }

  renderItem(item, index, share) {
    const elsewhere = this.others.findIndex((other) => other.id === item.id) + 1;
    const reasons = (item.reasons || []).slice(0, 3);
    return html`
      <li>
        <span class="place">${index + 1}</span>
        <kindred-poster .src=${item.poster} .caption=${itemTitle(item)}></kindred-poster>
        <div>
          <button type="button" class="title" aria-haspopup="dialog" @click=${() => this.pick(item)}>${itemTitle(item)}</button>
          <div class="sub">${subtitle(item)}</div>
          ${reasons.length > 0 ? html`<div class="reasons">Because of ${reasons.map((reason, at) => html`${at > 0 ? ', ' : ''}<em>${reason.title || `item ${reason.item}`}</em>`)}</div>` : null}
        </div>
        <div class="score">
          <span><span class="visually-hidden">score </span>${score(item.score)}</span>
          <span class="bar" aria-hidden="true"><span .style=${`width:${share.toFixed(1)}%`}></span></span>
          ${elsewhere > 0 ? html`<span class="shared" title="Place ${elsewhere} in the other list">also #${elsewhere}</span>` : null}
        </div>
      </li>`;
  }
}

customElements.define('kindred-recommendations', KindredRecommendations);
