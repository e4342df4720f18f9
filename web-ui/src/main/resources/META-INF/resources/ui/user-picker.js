import { LitElement, html, css } from 'lit';
import { api } from './api.js';
import { counted } from './format.js';
import { Remote } from './remote.js';
import { shared } from './styles.js';

const SUGGESTIONS = 8;
const PAUSE_MS = 140;

/**
 * A search box for users with suggestions from the server (the ARIA combobox pattern). Enter without a suggestion
 * takes the text as it is: an id nobody has is a fair question too.
 */
class KindredUserPicker extends LitElement {
  static properties = {
    user: { attribute: false },
    model: {},
    text: { state: true },
    open: { state: true },
    active: { state: true },
  };

  static styles = [
    shared,
    css`
      .box { position: relative; }
      ul {
        position: absolute; z-index: 3; top: calc(100% + 4px); left: 0; right: 0; min-width: 14rem; margin: 0; padding: .3rem; list-style: none;
        max-height: 20rem; overflow: auto;
        background: var(--surface); border: 1px solid var(--line-strong); border-radius: 10px; box-shadow: var(--shadow);
      }
      li { display: flex; justify-content: space-between; gap: 1rem; padding: .45rem .6rem; border-radius: 7px; cursor: pointer; }
      li.active { background: var(--other-soft); }
      li.none { cursor: default; color: var(--ink-3); }
      .id { font-weight: 600; overflow-wrap: anywhere; }
    `,
  ];

  constructor() {
    super();
    this.user = '';
    this.text = '';
    this.open = false;
    this.active = -1;
    this.found = new Remote(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  willUpdate(changed) {
    if (changed.has('user')) this.text = this.user;
  }

  /** The suggestions that fit the text; those of an earlier text may still be there while the new ones are on the way. */
  get users() {
    const users = this.found.value?.users || [];
    return this.typed ? users.filter((user) => user.id.startsWith(this.text.trim())) : users;
  }

  search(text) {
    this.found.load((signal) => api.users(text, SUGGESTIONS, this.model, signal));
  }

  type(event) {
    this.text = event.target.value;
    this.typed = true;
    this.open = true;
    this.active = -1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(this.text.trim()), PAUSE_MS);
  }

  show(event) {
    event.target.select();
    if (this.open) return;
    this.open = true;
    this.active = -1;
    this.typed = false;
    this.search('');
  }

  hide() {
    this.open = false;
    this.active = -1;
    this.text = this.user;
  }

  pick(id) {
    clearTimeout(this.timer);
    this.text = id;
    this.open = false;
    this.active = -1;
    this.dispatchEvent(new CustomEvent('user-picked', { detail: id }));
  }

  move(step) {
    const { length } = this.users;
    if (length === 0) return;
    if (!this.open) this.open = true;
    this.active = (this.active + step + length + (this.active < 0 && step < 0 ? 1 : 0)) % length;
    this.updateComplete.then(() => this.renderRoot.querySelector('li.active')?.scrollIntoView({ block: 'nearest' }));
  }

  key(event) {
    if (event.key === 'ArrowDown') this.move(1);
    else if (event.key === 'ArrowUp') this.move(-1);
    else if (event.key === 'Escape') this.hide();
    else if (event.key === 'Enter') {
      const id = this.active >= 0 ? this.users[this.active].id : this.text.trim();
      if (id) this.pick(id);
    } else return;
    event.preventDefault();
  }

  render() {
    return html`
      <div class="field">
        <label for="search">User</label>
        <div class="box">
          <input id="search" type="text" role="combobox" autocomplete="off" spellcheck="false" placeholder="Search by id"
            aria-autocomplete="list" aria-controls="found" aria-expanded=${this.open ? 'true' : 'false'}
            aria-activedescendant=${this.active >= 0 ? `user-${this.active}` : ''}
            .value=${this.text} @input=${this.type} @focus=${this.show} @click=${this.show} @keydown=${this.key} @blur=${this.hide}>
          <ul id="found" role="listbox" aria-label="Users" ?hidden=${!this.open}>${this.renderFound()}</ul>
        </div>
        <span class="visually-hidden" role="status">${this.open && this.found.value ? `${counted(this.users.length, 'suggestion')}` : ''}</span>
      </div>`;
  }

  renderFound() {
    if (this.found.error) return html`<li class="none" role="option" aria-selected="false" aria-disabled="true">${this.found.error.message}</li>`;
    if (this.users.length === 0) {
      const word = this.found.loading || !this.found.value ? 'Searching …' : 'Nobody found. Enter takes the id as it is.';
      return html`<li class="none" role="option" aria-selected="false" aria-disabled="true">${word}</li>`;
    }
    return this.users.map((user, index) => html`
      <li id="user-${index}" role="option" class=${index === this.active ? 'active' : ''} aria-selected=${index === this.active ? 'true' : 'false'}
        @mousedown=${(event) => { event.preventDefault(); this.pick(user.id); }} @mousemove=${() => { this.active = index; }}>
        <span class="id">${user.id}</span><span class="muted small">${counted(user.interactions, 'interaction')}</span>
      </li>`);
  }
}

customElements.define('kindred-user-picker', KindredUserPicker);
