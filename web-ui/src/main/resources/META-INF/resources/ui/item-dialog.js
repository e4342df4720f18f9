import { LitElement, html, css } from 'lit';
import { api } from './api.js';
import { score } from './format.js';
import { description, details, itemTitle, subtitle } from './items.js';
import { noticeStyles } from './notice-styles.js';
import { empty, failure, skeleton } from './notices.js';
import { Remote } from './remote.js';
import { shared } from './styles.js';
import './poster.js';

const NEIGHBOURS = 12;

/** An item's details and the items most similar to it in one model's eyes; a similar item opens in its place. */
class KindredItemDialog extends LitElement {
  static properties = { item: { state: true }, model: { state: true } };

  static styles = [
    shared,
    noticeStyles,
    css`
      dialog {
        width: min(760px, calc(100vw - 2rem)); max-height: calc(100vh - 3rem); padding: 0; overflow: auto;
        border: 1px solid var(--line); border-radius: 16px; background: var(--surface); color: var(--ink);
      }
      dialog::backdrop { background: rgb(20 14 8 / 55%); }
      .head { display: grid; grid-template-columns: 116px minmax(0, 1fr) auto; gap: 1.1rem; padding: 1.2rem; }
      h2 { font-size: 1.35rem; overflow-wrap: anywhere; }
      h2:focus { outline: none; }
      dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .15rem .9rem; margin: .8rem 0 0; font-size: .87rem; }
      dt { color: var(--ink-3); }
      dd { margin: 0; overflow-wrap: anywhere; }
      .about { margin-top: .7rem; font-size: .9rem; color: var(--ink-2); }
      .similar { border-top: 1px solid var(--line); padding: 1rem 1.2rem 1.3rem; }
      .similar h3 { margin-bottom: .8rem; }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(98px, 1fr)); gap: 1rem .9rem; margin: 0; padding: 0; list-style: none; }
      .neighbour { width: 100%; padding: 0; border: 0; background: none; text-align: left; cursor: pointer; border-radius: 7px; }
      .neighbour:hover kindred-poster { outline: 2px solid var(--line-strong); }
      .title { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; margin-top: .35rem; font-size: .8rem; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; }
      .sub { font-size: .75rem; color: var(--ink-3); font-variant-numeric: tabular-nums; }
      @media (max-width: 480px) {
        ul { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .9rem .7rem; }
        .head { grid-template-columns: 84px minmax(0, 1fr) auto; gap: .8rem; padding: 1rem; }
      }
    `,
  ];

  constructor() {
    super();
    this.similar = new Remote(this);
  }

  async open(item, model) {
    this.item = item;
    this.model = model;
    this.similar.clear();
    this.load();
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    this.renderRoot.querySelector('h2').focus();
  }

  load() {
    this.similar.load((signal) => api.similar(this.item.id, NEIGHBOURS, this.model, signal));
  }

  close() {
    this.renderRoot.querySelector('dialog').close();
  }

  closeOutside(event) {
    if (event.target === event.currentTarget) this.close();
  }

  render() {
    const { item } = this;
    return html`
      <dialog aria-labelledby="item-title" @click=${this.closeOutside}>
        ${item ? html`
          <div class="head">
            <kindred-poster .src=${item.poster} .caption=${itemTitle(item)}></kindred-poster>
            <div>
              <h2 id="item-title" tabindex="-1">${itemTitle(item)}</h2>
              <p class="muted">${subtitle(item)}</p>
              ${description(item) ? html`<p class="about">${description(item)}</p>` : null}
              <dl><dt>id</dt><dd class="code">${item.id}</dd>
                ${details(item).map(([column, text]) => html`<dt>${column}</dt><dd>${text}</dd>`)}</dl>
            </div>
            <button type="button" class="icon-button" aria-label="Close" @click=${this.close}>
              <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M3 3l12 12M15 3L3 15" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>
            </button>
          </div>
          <div class="similar" aria-live="polite">
            <h3>Similar items, by <span class="code">${this.model}</span></h3>
            ${this.renderSimilar()}
          </div>` : null}
      </dialog>`;
  }

  renderSimilar() {
    const { value, error } = this.similar;
    if (error) return failure(error);
    if (!value) return skeleton(2, 'Loading similar items');
    if (value.items.length === 0) return empty('Nothing similar', 'The model has no neighbours for this item.');
    return html`
      <ul>${value.items.map((neighbour) => html`
        <li><button type="button" class="neighbour" title=${itemTitle(neighbour)} @click=${() => this.open(neighbour, this.model)}>
          <kindred-poster .src=${neighbour.poster} .caption=${itemTitle(neighbour)}></kindred-poster>
          <span class="title">${itemTitle(neighbour)}</span>
          <span class="sub">${score(neighbour.score)}</span>
        </button></li>`)}</ul>`;
  }
}

customElements.define('kindred-item-dialog', KindredItemDialog);
