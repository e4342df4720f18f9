import { LitElement, css, html, nothing } from 'lit';
import { api } from './api.js';
import { count, counted, seconds } from './format.js';
import { Remote } from './remote.js';
import { currentRoute, routeTo } from './route.js';
import { shared } from './styles.js';
import './playground-view.js';
import './leaderboard-view.js';
import './models-view.js';

const VIEWS = [
  { name: 'playground', title: 'Playground' },
  { name: 'leaderboard', title: 'Leaderboard' },
  { name: 'models', title: 'Models' },
];

/** The frame around the views: header with navigation, the chosen view, footer with the server's state. */
class KindredApp extends LitElement {
  static properties = { route: { state: true } };

  static styles = [
    shared,
    css`
      :host { min-height: 100vh; display: flex; flex-direction: column; }
      .wrap { width: 100%; max-width: 1180px; margin: 0 auto; padding: 0 1.25rem; }
      .skip { position: absolute; left: -100vw; }
      .skip:focus { left: 1rem; top: .6rem; z-index: 5; background: var(--surface); padding: .5rem 1rem; border-radius: 9px; }
      header {
        position: sticky; top: 0; z-index: 4;
        background: var(--surface); border-bottom: 1px solid var(--line);
      }
      header .wrap { display: flex; align-items: center; gap: .35rem 1.4rem; min-height: 58px; flex-wrap: wrap; }
      .brand { display: flex; align-items: center; gap: .55rem; color: var(--ink); text-decoration: none; font-weight: 750; font-size: 1.12rem; letter-spacing: -.02em; }
      .brand img { width: 28px; height: 28px; }
      nav { display: flex; gap: .15rem; align-self: stretch; }
      nav a {
        display: flex; align-items: center; padding: 0 .8rem; min-height: 44px;
        color: var(--ink-2); text-decoration: none; font-weight: 550;
        border-bottom: 3px solid transparent; border-top: 3px solid transparent;
      }
      nav a:hover { color: var(--ink); }
      nav a[aria-current] { color: var(--ink); border-bottom-color: var(--accent); }
      nav a:focus-visible { outline-offset: -4px; }
      .dataset { margin-left: auto; display: flex; align-items: center; gap: .6rem; color: var(--ink-3); font-size: .84rem; min-width: 0; }
      .dataset > .text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      main.wrap { flex: 1; padding-top: 1.6rem; padding-bottom: 3rem; }
      main:focus { outline: none; }
      footer { border-top: 1px solid var(--line); color: var(--ink-3); font-size: .82rem; }
      footer .wrap { padding-block: .9rem; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; align-items: center; }
      footer .state { display: inline-flex; align-items: center; gap: .45rem; }
      footer .state::before { content: ""; width: .55em; height: .55em; border-radius: 50%; background: var(--good); }
      footer .state.down::before { background: var(--bad); }
      @media (max-width: 640px) {
        header { position: static; }
        header .wrap { padding-top: .5rem; }
        .wrap { padding-inline: 1rem; }
        nav { order: 3; justify-content: space-between; margin: 0 -.5rem; width: calc(100% + 1rem); }
        nav a { padding: 0 .6rem; }
        .dataset > .text { display: none; }
        main.wrap { padding-top: 1.1rem; }
      }
    `,
  ];

  constructor() {
    super();
    this.status = new Remote(this);
    this.route = currentRoute();
    this.onHash = () => this.follow();
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    this.loadStatus();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
  }

  get view() {
    return VIEWS.find((view) => view.name === this.route.view) || VIEWS[0];
  }

  loadStatus() {
    this.status.load((signal) => api.status(signal));
  }

  async follow() {
    const before = this.view;
    this.route = currentRoute();
    if (this.view === before) return;
    await this.updateComplete;
    const shown = this.renderRoot.querySelector('main').firstElementChild;
    await shown.updateComplete;
    shown.renderRoot.querySelector('h1')?.focus();
    window.scrollTo(0, 0);
  }

  skip(event) {
    event.preventDefault();
    this.renderRoot.querySelector('main').focus();
  }

  render() {
    document.title = `${this.view.title} · Kindred`;
    const dataset = this.status.value?.dataset;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>Skip to the content</a>
      <header>
        <div class="wrap">
          <a class="brand" href=${routeTo('playground')}><img src="./ui/icon.svg" alt="">Kindred</a>
          <nav aria-label="Views">
            ${VIEWS.map((view) => html`
              <a href=${routeTo(view.name)} aria-current=${view === this.view ? 'page' : nothing}>${view.title}</a>`)}
          </nav>
          ${dataset ? this.renderDataset(dataset) : null}
        </div>
      </header>
      <main id="main" class="wrap" tabindex="-1" @live-changed=${this.loadStatus}>
        ${this.renderView(dataset)}
      </main>
      <footer><div class="wrap">${this.renderFooter()}</div></footer>`;
  }

  renderView(dataset) {
    const simulated = dataset?.simulated === true;
    const { params } = this.route;
    switch (this.view.name) {
      case 'leaderboard':
        return html`<kindred-leaderboard .params=${params} .dataset=${dataset} ?simulated=${simulated}></kindred-leaderboard>`;
      case 'models':
        return html`<kindred-models .params=${params}></kindred-models>`;
      default:
        return html`<kindred-playground .params=${params} ?simulated=${simulated}></kindred-playground>`;
    }
  }

  renderDataset(dataset) {
    return html`
      <div class="dataset">
        <span class="text">${dataset.name} · ${counted(dataset.users, 'user')} · ${counted(dataset.items, 'item')}</span>
        ${dataset.simulated ? html`<span class="chip warn">Simulated data</span>` : null}
      </div>`;
  }

  renderFooter() {
    const { value, error } = this.status;
    if (error) return html`<span class="state down" role="status">${error.message}</span>`;
    if (!value) return html`<span>Asking the server …</span>`;
    const live = value.live;
    return html`
      <span class="state">Kindred ${value.version}</span>
      <span>${live ? html`live: <span class="code">${live.name}@${live.version}</span>` : 'no live model'}</span>
      <span>up for ${seconds(value.uptimeSeconds)}</span>
      ${value.dataset ? html`<span>${value.dataset.name}: ${count(value.dataset.users)} users, ${count(value.dataset.items)} items</span>` : null}`;
  }
}

customElements.define('kindred-app', KindredApp);
