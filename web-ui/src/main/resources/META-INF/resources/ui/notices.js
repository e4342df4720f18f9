import { html } from 'lit';

/** What the person reads when something could not be loaded, with a way to try again. */
export const failure = (error, retry) => html`
  <div class="notice bad" role="alert">
    <p><strong>${error.title || 'Something went wrong'}.</strong> ${error.message}</p>
    ${retry ? html`<button class="button" @click=${retry}>Try again</button>` : null}
  </div>`;

/** What the person reads where there is nothing yet, and what to do about it. */
export const empty = (title, hint) => html`
  <div class="notice empty">
    <p><strong>${title}</strong></p>
    <p class="muted">${hint}</p>
  </div>`;

export const simulatedNotice = () => html`
  <div class="notice warn" role="note">
    <p><strong>Simulated data.</strong> The users, the items and their history come from Kindred's seeded simulator:
      good for trying things out, no evidence about real people.</p>
  </div>`;

/** Grey lines in the shape of what is on its way. */
export const skeleton = (rows, label) => html`
  <div class="skeleton" role="status">
    <span class="visually-hidden">${label}</span>
    ${Array.from({ length: rows }, () => html`<div></div>`)}
  </div>`;
