import { css } from 'lit';

/** Rules shared by every component: text, buttons, fields, cards, tables, focus. */
export const shared = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { display: block; }
  [hidden] { display: none !important; }
  h1 { font-size: 1.65rem; line-height: 1.2; letter-spacing: -.02em; margin: 0; font-weight: 700; }
  h2 { font-size: 1.1rem; line-height: 1.3; letter-spacing: -.01em; margin: 0; font-weight: 650; }
  h3 { font-size: .95rem; margin: 0; font-weight: 650; }
  p { margin: 0; }
  h1:focus { outline: none; }
  .lead { color: var(--ink-2); margin-top: .35rem; max-width: 75ch; }
  .muted { color: var(--ink-3); }
  .small { font-size: .82rem; }
  .number { font-variant-numeric: tabular-nums; }
  code, .code { font-family: var(--mono); font-size: .9em; }

  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
  }

  button, input, select { font: inherit; color: inherit; }
  .button {
    display: inline-flex; align-items: center; justify-content: center; gap: .4rem;
    min-height: 38px; padding: .4rem .95rem;
    border: 1px solid var(--line-strong); border-radius: 9px;
    background: var(--surface); color: var(--ink);
    font-weight: 550; cursor: pointer; white-space: nowrap;
  }
  .button:hover:not(:disabled) { background: var(--surface-2); }
  .button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
  .button.primary:hover:not(:disabled) { filter: brightness(1.08); background: var(--accent); }
  .button:disabled { opacity: .55; cursor: default; }
  .icon-button {
    display: grid; place-items: center; width: 36px; height: 36px; padding: 0;
    border: 0; border-radius: 9px; background: transparent; color: var(--ink-2); cursor: pointer;
  }
  .icon-button:hover { background: var(--surface-2); color: var(--ink); }

  .field { display: flex; flex-direction: column; gap: .25rem; min-width: 0; }
  .field > label, .field > .label { font-size: .8rem; font-weight: 600; color: var(--ink-2); }
  input, select {
    width: 100%; min-height: 38px; padding: .35rem .7rem;
    border: 1px solid var(--line-strong); border-radius: 9px; background: var(--surface);
  }
  select { padding-right: .4rem; text-overflow: ellipsis; }

  a { color: var(--accent); text-underline-offset: 3px; }
  :is(a, button, input, select, summary, [tabindex]):focus-visible {
    outline: 3px solid var(--other); outline-offset: 2px;
  }

  .chip {
    display: inline-flex; align-items: center; gap: .35rem;
    padding: .1rem .55rem; border-radius: 99px;
    background: var(--surface-2); color: var(--ink-2);
    font-size: .78rem; font-weight: 600; white-space: nowrap;
  }
  .chip.live { background: var(--good-soft); color: var(--good); }
  .chip.live::before { content: ""; width: .5em; height: .5em; border-radius: 50%; background: currentColor; }
  .chip.staged { background: var(--other-soft); color: var(--other); }
  .chip.warn { background: var(--warn-soft); color: var(--warn); }

  table { width: 100%; border-collapse: collapse; font-size: .9rem; }
  th { text-align: left; font-weight: 600; color: var(--ink-2); font-size: .8rem; }
  th, td { padding: .6rem .75rem; border-bottom: 1px solid var(--line); vertical-align: middle; }
  tbody tr:last-child > * { border-bottom: 0; }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }

  .visually-hidden {
    position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0;
    overflow: hidden; clip-path: inset(50%); border: 0; white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    .button, .icon-button { transition: background-color .12s, filter .12s; }
  }
`;
