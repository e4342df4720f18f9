import { css } from 'lit';

export const noticeStyles = css`
  .notice { border-radius: var(--radius); padding: .75rem 1rem; overflow-wrap: anywhere; }
  .notice + *, * + .notice { margin-top: 1rem; }
  .notice .button { margin-top: .7rem; }
  .notice.warn { background: var(--warn-soft); color: var(--warn); font-size: .88rem; }
  .notice.bad { background: var(--bad-soft); color: var(--bad); }
  .notice.good { background: var(--good-soft); color: var(--good); }
  .notice.empty { border: 1.5px dashed var(--line-strong); padding: 2rem 1.25rem; text-align: center; }
  .notice.empty p + p { margin: .3rem auto 0; max-width: 56ch; }
  .skeleton { display: grid; gap: .7rem; padding: 1rem; }
  .skeleton div { height: 3.2rem; border-radius: 9px; background: var(--surface-2); }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton div { animation: breathe 1.4s ease-in-out infinite alternate; }
    @keyframes breathe { from { opacity: .55; } to { opacity: 1; } }
  }
`;
