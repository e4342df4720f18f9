/*
 * Returns what a person with a keyboard, a screen reader or weak eyes would stumble over on the page, one line each:
 * controls and pictures without a name, doubtful structure, and text with too little contrast (WCAG 2.2 AA).
 */
() => {
  const found = [];
  const roots = [document];
  for (let i = 0; i < roots.length; i++) {
    for (const element of roots[i].querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const say = (element, what) => found.push(`${what}: <${element.localName}> "${(element.textContent || element.id).trim().slice(0, 40)}"`);

  const nameOf = (element) => {
    const root = element.getRootNode();
    const labelled = (element.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
      .map((id) => root.getElementById(id)?.textContent || '').join(' ').trim();
    const label = [...(element.labels || [])].map((one) => one.textContent).join(' ').trim();
    const own = element.matches('button, a, summary') ? element.textContent.trim() : '';
    const picture = element.matches('a, button') ? element.querySelector('img')?.alt || '' : '';
    return labelled || element.getAttribute('aria-label') || label || own || picture;
  };
  for (const element of all.filter(visible)) {
    if (element.matches('button, a[href], input, select, textarea, summary, dialog, [role=img], [role=region], [role=listbox]') && !nameOf(element)) {
      say(element, 'no name');
    }
    if (element.matches('img:not([alt])')) say(element, 'picture without alt');
    if (element.tabIndex > 0) say(element, 'changes the tab order');
    if (element.matches('a[href], button, input, select') && element.closest('[aria-hidden=true]')) say(element, 'hidden but reachable');
  }
  if (all.filter((element) => element.matches('h1') && visible(element)).length !== 1) found.push('not exactly one h1');
  if (!document.documentElement.lang) found.push('no language');
  if (!document.title) found.push('no title');
  for (const landmark of ['header', 'nav', 'main', 'footer']) {
    if (!all.some((element) => element.matches(landmark))) found.push(`no ${landmark}`);
  }
  for (const root of roots) {
    const ids = [...root.querySelectorAll('[id]')].map((element) => element.id);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) found.push(`id used twice: ${id}`);
  }

  const channels = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const parent = (element) => element.assignedSlot || element.parentElement || element.getRootNode().host;
  const ground = (element) => {
    for (let at = element; at; at = parent(at)) {
      const [r, g, b, alpha = 1] = channels(getComputedStyle(at).backgroundColor);
      if (alpha === 1 && r !== undefined) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((channel) => channel / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const element of all.filter(visible)) {
    const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (!text || element.matches('style, script, title, option, :disabled') || element.closest('svg')) continue;
    const style = getComputedStyle(element);
    const pair = [luminance(channels(style.color).slice(0, 3)), luminance(ground(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) say(element, `contrast ${ratio.toFixed(2)}`);
  }
  return found;
}
