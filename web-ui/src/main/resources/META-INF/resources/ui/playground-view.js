import { LitElement, html } from 'lit';
import { api } from './api.js';
import { counted } from './format.js';
import { categories, categoryColumn, modelKey } from './items.js';
import { noticeStyles } from './notice-styles.js';
import { empty, failure, simulatedNotice, skeleton } from './notices.js';
import { playgroundStyles } from './playground-styles.js';
import { Remote } from './remote.js';
import { remember } from './route.js';
import { shared } from './styles.js';
import './history-strip.js';
import './item-dialog.js';
import './recommendation-list.js';
import './user-picker.js';

const LENGTHS = [5, 10, 20, 50];
const NO_MODEL = 'none';
const CROWD = 100;
const HISTORY = 100;

/** Pick a user, see what they chose and what two models would recommend them, side by side. */
class KindredPlayground extends LitElement {
  static properties = { params: { attribute: false }, simulated: { type: Boolean }, genres: { state: true } };

  static styles = [shared, noticeStyles, playgroundStyles];

  constructor() {
    super();
    this.params = {};
    this.genres = [];
    this.models = new Remote(this);
    this.crowd = new Remote(this);
    this.user = new Remote(this);
    this.lists = { a: new Remote(this), b: new Remote(this) };
  }

  connectedCallback() {
    super.connectedCallback();
    this.start();
  }

  /** Loads the models and, where the address names nobody, somebody to start with. */
  async start() {
    await this.models.load((signal) => api.models(signal));
    if (this.params.user === undefined && this.options.length > 0) await this.loadCrowd();
    this.started = true;
    this.refresh();
  }

  updated(changed) {
    if (changed.has('params') && this.started) this.refresh();
  }

  loadCrowd() {
    return this.crowd.load(async (signal) => (await api.users('', CROWD, this.chosen.a, signal)).users.map((user) => user.id));
  }

  /** The user of the address, else the first one the server names. */
  get userId() {
    return this.params.user ?? this.crowd.value?.[0];
  }

  /** Every servable version as {key, label, live}: the live one first, then the newest of each model. */
  get options() {
    const { live, models } = this.models.value || { models: [] };
    const all = models.flatMap(({ name, versions }) => versions.map((version) => ({ name, ...version })));
    const isLive = (one) => live && one.name === live.name && String(one.version) === String(live.version);
    const order = (one) => (isLive(one) ? 0 : one.stage === 'retired' ? 2 : 1);
    return all
      .sort((a, b) => order(a) - order(b) || Number(b.version) - Number(a.version) || a.name.localeCompare(b.name))
      .map((one) => ({ key: modelKey(one), name: one.name, live: Boolean(isLive(one)), stage: one.stage }));
  }

  get chosen() {
    const { options } = this;
    const has = (key) => options.some((option) => option.key === key);
    const a = has(this.params.a) ? this.params.a : options[0]?.key;
    const another = options.find((option) => option.name !== a?.split('@')[0]) || options.find((option) => option.key !== a);
    const b = this.params.b === NO_MODEL || has(this.params.b) ? this.params.b : another?.key || NO_MODEL;
    return { a, b };
  }

  get length() {
    return LENGTHS.includes(Number(this.params.k)) ? Number(this.params.k) : 10;
  }

  choose(change) {
    this.params = { ...this.params, ...change };
    remember('playground', this.params);
  }

  refresh() {
    const user = this.userId;
    if (user === undefined || this.options.length === 0) return;
    const { a, b } = this.chosen;
    if (this.shownUser !== `${user} ${a}`) {
      this.shownUser = `${user} ${a}`;
      this.user.load((signal) => api.user(user, HISTORY, a, signal)).then(() => this.learnGenres(this.user.value?.history));
    }
    this.recommend('a', a);
    if (b === NO_MODEL) this.lists.b.clear();
    else this.recommend('b', b);
  }

  async recommend(side, model) {
    const query = { user: this.userId, model, k: this.length };
    if (this.params.genre) query.filter = { [this.genreColumn || 'genres']: [this.params.genre] };
    await this.lists[side].load((signal) => api.recommend(query, signal));
    this.learnGenres(this.lists[side].value?.items);
  }

  /** There is no list of all genres to ask for, so the filter offers those met so far. */
  learnGenres(items = []) {
    this.genreColumn ??= items.map((item) => categoryColumn(item.features)).find(Boolean);
    const known = new Set([...this.genres, ...items.flatMap(categories)]);
    if (this.params.genre) known.add(this.params.genre);
    if (known.size > this.genres.length) this.genres = [...known].sort((one, two) => one.localeCompare(two));
  }

  async anotherUser() {
    if (!this.crowd.value) await this.loadCrowd();
    const others = (this.crowd.value || []).filter((id) => id !== this.userId);
    if (others.length > 0) this.choose({ user: others[Math.floor(Math.random() * others.length)] });
  }

  showItem({ detail }) {
    this.renderRoot.querySelector('kindred-item-dialog').open(detail.item, detail.model);
  }

  render() {
    return html`
      <h1 tabindex="-1">Playground</h1>
      <p class="lead">What somebody chose, and what two models would recommend them next.</p>
      ${this.simulated ? simulatedNotice() : null}
      ${this.renderBody()}
      <kindred-item-dialog></kindred-item-dialog>`;
  }

  renderBody() {
    const { value, error } = this.models;
    if (error) return failure(error, () => this.start());
    if (!value) return html`<div class="card block">${skeleton(3, 'Loading models')}</div>`;
    if (this.options.length === 0) {
      return empty('No model to ask yet', html`Run <code>./kindred quickstart</code>, or train a model and
        <code>./kindred publish</code> it.`);
    }
    return html`${this.renderControls()} ${this.crowd.error ? failure(this.crowd.error, () => this.start()) : null} ${this.userId === undefined
      ? empty('Nobody chosen', 'Search for a user above. An id that nobody has shows what a newcomer gets.')
      : html`${this.renderHistory()} ${this.renderLists()}`}`;
  }

  renderControls() {
    const { a, b } = this.chosen;
    return html`
      <form class="card controls" @submit=${(event) => event.preventDefault()}>
        <div class="who">
          <kindred-user-picker .user=${this.userId ?? ''} .model=${a} @user-picked=${({ detail }) => this.choose({ user: detail })}></kindred-user-picker>
          <button type="button" class="button" @click=${this.anotherUser}>Somebody else</button>
        </div>
        ${this.renderSelect('a', 'First model', a, this.renderModels(a))}
        ${this.renderSelect('b', 'Second model', b, html`${this.renderModels(b)}
          <option value=${NO_MODEL} ?selected=${b === NO_MODEL}>none</option>`)}
        ${this.renderSelect('genre', 'Genre', this.params.genre || '', html`
          <option value="" ?selected=${!this.params.genre}>All</option>
          ${this.genres.map((genre) => html`<option value=${genre} ?selected=${genre === this.params.genre}>${genre}</option>`)}`)}
        ${this.renderSelect('k', 'How many', this.length, LENGTHS.map((k) => html`
          <option value=${k} ?selected=${k === this.length}>${k}</option>`))}
      </form>`;
  }

  renderSelect(name, label, value, options) {
    return html`
      <div class="field ${name}">
        <label for=${name}>${label}</label>
        <select id=${name} @change=${(event) => this.choose({ [name]: event.target.value })}>${options}</select>
      </div>`;
  }

  renderModels(selected) {
    return this.options.map(({ key, live }) => html`
      <option value=${key} ?selected=${key === selected}>${key}${live ? ' (live)' : ''}</option>`);
  }

  renderHistory() {
    const { value, error } = this.user;
    if (error) return failure(error, () => { this.shownUser = undefined; this.refresh(); });
    if (!value) return html`<div class="card block">${skeleton(2, 'Loading the history')}</div>`;
    return html`
      <section class="history" aria-labelledby="history-title">
        <h2 id="history-title">History of user ${value.id}
          <span class="muted small">${value.known === false ? 'unknown to the models' : `${value.history.length < HISTORY ? counted(value.history.length, 'item') : `the latest ${HISTORY} items`}, newest first`}</span></h2>
        ${value.history.length === 0
          ? html`<p class="muted block">Nothing chosen yet: the models fall back to what they know without a history.</p>`
          : html`<kindred-history .items=${value.history}
              @item-picked=${({ detail }) => this.showItem({ detail: { item: detail, model: this.chosen.a } })}></kindred-history>`}
      </section>`;
  }

  renderLists() {
    const { a, b } = this.chosen;
    const one = this.lists.a.value?.items || [];
    const two = this.lists.b.value?.items || [];
    const both = one.filter((item) => two.some((other) => other.id === item.id)).length;
    return html`
      ${b !== NO_MODEL && one.length > 0 && two.length > 0
        ? html`<p class="overlap muted" aria-live="polite">${both === 0 ? 'The two lists have nothing in common.'
          : `${both} of ${Math.max(one.length, two.length)} in both lists.`}</p>`
        : html`<p class="overlap"></p>`}
      <div class="lists ${b === NO_MODEL ? 'single' : ''}" @item-picked=${this.showItem}>
        ${this.renderList('a', a, two)} ${b === NO_MODEL ? null : this.renderList('b', b, one)}
      </div>`;
  }

  renderList(side, model, others) {
    const { value, error, loading } = this.lists[side];
    return html`<kindred-recommendations class=${side} .model=${model} .answer=${value} .error=${error} .others=${others}
      ?loading=${loading} @retry=${() => this.recommend(side, model)}></kindred-recommendations>`;
  }
}

customElements.define('kindred-playground', KindredPlayground);
