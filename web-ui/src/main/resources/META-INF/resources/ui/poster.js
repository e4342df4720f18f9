import { LitElement, html, css, svg } from 'lit';

/** At most two letters of the title's first words: "The Quiet Harbour" gives "QH". */
export function initials(title) {
  const words = String(title || '')
    .replace(/\(.*?\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !/^(the|a|an|of|and|on|in|at|to)$/i.test(word));
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join('') || '?';
}

/** A picture of an item, or a neutral drawing with the title's initials where there is none or it fails to load. */
class KindredPoster extends LitElement {
  static properties = { src: {}, caption: { attribute: false }, broken: { state: true } };

  static styles = css`
    :host { display: block; aspect-ratio: 2 / 3; border-radius: 7px; overflow: hidden; background: var(--surface-2); }
    img, svg { display: block; width: 100%; height: 100%; object-fit: cover; }
    .ground { fill: var(--surface-2); }
    .frame { fill: none; stroke: var(--line); stroke-width: 2; }
    text { fill: var(--ink-3); font: 600 26px var(--font); text-anchor: middle; }
  `;

  willUpdate(changed) {
    if (changed.has('src')) this.broken = false;
  }

  render() {
    if (this.src && !this.broken) {
      return html`<img src=${this.src} alt="" loading="lazy" decoding="async" @error=${() => { this.broken = true; }}>`;
    }
    return html`<svg viewBox="0 0 80 120" aria-hidden="true">
      ${svg`<rect class="ground" width="80" height="120"/>
        <path class="frame" d="M0 26H80M0 94H80M12 8v10M30 8v10M50 8v10M68 8v10M12 102v10M30 102v10M50 102v10M68 102v10"/>
        <text x="40" y="69">${initials(this.caption)}</text>`}
    </svg>`;
  }
}

customElements.define('kindred-poster', KindredPoster);
