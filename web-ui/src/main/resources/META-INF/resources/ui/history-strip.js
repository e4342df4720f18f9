import { LitElement, html, css } from 'lit';
import { itemTitle, subtitle } from './items.js';
import { shared } from './styles.js';
import './poster.js';

const FIRST_SHOWN = 30;

/** A user's items as a row of posters that scrolls sideways. */
class KindredHistory extends LitElement {
  static properties = { items: { attribute: false }, all: { state: true } };

  static styles = [
    shared,
    css`
      ul { display: flex; gap: .8rem; margin: 0; padding: 4px 4px .8rem; list-style: none; overflow-x: auto; scrollbar-width: thin; }
      li { flex: 0 0 92px; width: 92px; }
      button.item { display: block; width: 100%; padding: 0; border: 0; background: none; text-align: left; cursor: pointer; border-radius: 7px; }
      kindred-poster { width: 92px; box-shadow: var(--shadow); }
      button.item:hover kindred-poster { outline: 2px solid var(--line-strong); }
      .title { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; margin-top: .4rem; font-size: .8rem; line-height: 1.3; font-weight: 600; overflow-wrap: anywhere; }
      .sub { display: block; font-size: .74rem; color: var(--ink-3); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      li.more { display: grid; place-items: center; }
    `,
  ];

  willUpdate(changed) {
    if (changed.has('items')) this.all = false;
  }

  pick(item) {
    this.dispatchEvent(new CustomEvent('item-picked', { detail: item }));
  }

  render() {
    const shown = this.all ? this.items : this.items.slice(0, FIRST_SHOWN);
    const rest = this.items.length - shown.length;
    return html`
      <ul>
        ${shown.map((item) => html`
          <li><button type="button" class="item" title=${itemTitle(item)} @click=${() => this.pick(item)}>
            <kindred-poster .src=${item.poster} .caption=${itemTitle(item)}></kindred-poster>
            <span class="title">${itemTitle(item)}</span><span class="sub">${subtitle(item)}</span>
          </button></li>`)}
        ${rest > 0 ? html`<li class="more"><button type="button" class="button" @click=${() => { this.all = true; }}>${rest} more</button></li>` : null}
      </ul>`;
  }
}

customElements.define('kindred-history', KindredHistory);
