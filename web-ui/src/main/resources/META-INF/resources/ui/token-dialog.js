import { LitElement, html, css } from 'lit';
import { noticeStyles } from './notice-styles.js';
import { shared } from './styles.js';

const KEY = 'kindred.admin-token';

/** Asks once for the admin token and keeps it in this tab's session storage; closing the tab forgets it. */
class KindredTokenDialog extends LitElement {
  static properties = { what: { state: true }, refused: { state: true } };

  static styles = [
    shared,
    noticeStyles,
    css`
      dialog { width: min(440px, calc(100vw - 2rem)); padding: 1.4rem; border: 1px solid var(--line); border-radius: 16px; background: var(--surface); color: var(--ink); }
      dialog::backdrop { background: rgb(20 14 8 / 55%); }
      form { display: grid; gap: 1rem; }
      .buttons { display: flex; justify-content: flex-end; gap: .6rem; }
      .notice { margin: 0; }
      input { font-family: var(--mono); }
    `,
  ];

  /** Resolves to the token, or to undefined when the person changes their mind. */
  async token(what, refused) {
    const kept = sessionStorage.getItem(KEY);
    if (kept) return kept;
    this.what = what;
    this.refused = refused;
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    this.renderRoot.querySelector('input').value = '';
    dialog.returnValue = '';
    dialog.showModal();
    await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
    const typed = this.renderRoot.querySelector('input').value.trim();
    this.renderRoot.querySelector('input').value = '';
    if (dialog.returnValue !== 'ok' || !typed) return undefined;
    sessionStorage.setItem(KEY, typed);
    return typed;
  }

  forget() {
    sessionStorage.removeItem(KEY);
  }

  submit(event) {
    event.preventDefault();
    this.renderRoot.querySelector('dialog').close('ok');
  }

  cancel() {
    this.renderRoot.querySelector('dialog').close();
  }

  render() {
    return html`
      <dialog aria-labelledby="token-title">
        <form @submit=${this.submit}>
          <h2 id="token-title">Admin token</h2>
          <p>To ${this.what}, the server wants its admin token: the line in the file <code>token</code> of its Kindred home,
            <code>~/.kindred</code> unless it was set otherwise.</p>
          ${this.refused ? html`<div class="notice bad" role="alert"><p>${this.refused}</p></div>` : null}
          <div class="field">
            <label for="token">Token</label>
            <input id="token" type="password" autocomplete="off" spellcheck="false" required>
            <span class="small muted">Kept in this tab only, until it is closed.</span>
          </div>
          <div class="buttons">
            <button type="button" class="button" @click=${this.cancel}>Cancel</button>
            <button type="submit" class="button primary">Continue</button>
          </div>
        </form>
      </dialog>`;
  }
}

customElements.define('kindred-token-dialog', KindredTokenDialog);
