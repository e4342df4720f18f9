import { css } from 'lit';

export const playgroundStyles = css`
  .block { margin-top: 1rem; }
  .controls {
    display: grid; gap: .9rem; margin-top: 1.2rem; padding: 1rem 1.1rem;
    grid-template-columns: minmax(16rem, 1.7fr) 1fr 1fr 1fr minmax(5.5rem, .5fr);
    align-items: end;
  }
  .who { display: flex; gap: .5rem; align-items: end; min-width: 0; }
  .who kindred-user-picker { flex: 1; min-width: 0; }
  .field.a select { border-left: 5px solid var(--accent); }
  .field.b select { border-left: 5px solid var(--other); }
  .history { margin-top: 1.6rem; }
  .history h2 { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; margin-bottom: .7rem; }
  .history h2 span { font-weight: 400; letter-spacing: 0; }
  .overlap { margin: 1.4rem 0 .5rem; min-height: 1.5em; font-size: .88rem; }
  .lists { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.2rem; align-items: start; }
  .lists.single { grid-template-columns: minmax(0, 1fr); max-width: 44rem; }
  @media (max-width: 980px) {
    .controls { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .who { grid-column: 1 / -1; }
  }
  @media (max-width: 760px) {
    .lists { grid-template-columns: minmax(0, 1fr); }
  }
`;
