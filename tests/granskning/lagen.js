// What is asked of a page in another mode. Injected by tests/granskning/lagen.py as `lagen`.
window.lagen = (() => {
  const add = css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
  const focused = () => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const all = [...document.querySelectorAll("*")];
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const points = [[box.left + box.width / 2, box.top + box.height / 2], [box.left + 4, box.top + 4],
    [box.right - 4, box.bottom - 4]];
  const open = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some((l) => l.contains(top)));
  });
  const rgb = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const solid = (node) => {
    for (let n = node; n; n = n.parentElement) {
      const c = rgb(getComputedStyle(n).backgroundColor);
      if (c.length === 3 || c[3] > 0.5) return c;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  };
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, k, i) => {
    const v = c[i] / 255;
    return sum + k * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  }, 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.9;
  const around = solid(e.parentElement ?? e);
  const line = rgb(style.outlineColor);
  const shadow = style.boxShadow !== "none" ? rgb(style.boxShadow) : null;
  const best = Math.max(outlined && (line.length < 4 || line[3] > 0.5) ? ratio(line, around) : 0,
    shadow ? ratio(shadow, around) : 0);
  return { place: all.indexOf(e), what: e.outerHTML.slice(0, 90), contrast: best,
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0, open };
};
  const reached = () => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
    && !(e.type === "radio" && e.name)).length;
  const forced = () => {
  const shown = (e) => e.checkVisibility({visibilityProperty: true});
  const found = [];
  for (const e of [...document.querySelectorAll("button, input, select, textarea")].filter(shown)) {
    if (e.matches("[type=checkbox], [type=radio], th button")) continue;
    const s = getComputedStyle(e);
    if (parseFloat(s.borderTopWidth) < 1 || s.borderTopStyle === "none") found.push(`${e.outerHTML.slice(0, 80)} har ingen kant`);
  }
  for (const e of document.querySelectorAll("*")) {
    if (getComputedStyle(e).forcedColorAdjust === "none" && !e.closest("svg, .qr, .prov")) found.push(`${e.outerHTML.slice(0, 80)} vägrar andras färger`);
  }
  for (const e of [...document.querySelectorAll(".banner, .notis, .kort, .dorr")].filter(shown)) {
    const s = getComputedStyle(e);
    const any = ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(s[`border${side}Width`]) >= 1 && s[`border${side}Style`] !== "none");
    if (!any) found.push(`${e.outerHTML.slice(0, 80)} har ingen kant när färgerna är borta`);
  }
  return found;
};
  const moving = () => [...document.querySelectorAll("*")].filter((e) => {
    const s = getComputedStyle(e);
    return s.animationName !== "none" || s.scrollBehavior === "smooth"
      || (s.transitionDuration !== "0s" && s.transitionProperty !== "none");
  }).map((e) => e.outerHTML.slice(0, 80));
  const paper = () => {
  const shown = (e) => e.checkVisibility({visibilityProperty: true});
  const found = [];
  if ([...document.querySelectorAll("nav, form, .hoppa, .sokruta")].some(shown)) found.push("menyer och sökrutor trycks");
  if (!shown(document.querySelector("h1"))) found.push("rubriken trycks inte");
  for (const number of ["112", "1177", "90101"]) {
    if (![...document.querySelectorAll(`a[href='tel:${number}']`)].some(shown)) found.push(`${number} trycks inte`);
  }
  for (const e of [...document.querySelectorAll("main a[href^=http]")].filter(shown)) {
    const written = getComputedStyle(e, "::after").content.replace(/\\/g, "");
    const host = new URL(e.href).hostname.replace("www.", "");
    if (!written.includes(host) && !e.textContent.includes(host)) found.push(`adressen till ${e.textContent.slice(0, 30)} trycks inte`);
  }
  const light = (c) => (c.match(/\d+/g) ?? [255, 255, 255]).slice(0, 3).map(Number).reduce((a, b) => a + b);
  const body = getComputedStyle(document.body);
  if (light(body.color) > 300) found.push("texten trycks ljus");
  for (const e of [...document.querySelectorAll("main p, main li")].filter((e) => shown(e) && !e.closest("table")).slice(0, 40)) {
    if (parseFloat(getComputedStyle(e).fontSize) < 13.3) { found.push(`${e.textContent.slice(0, 30)} trycks mindre än 10 punkter`); break; }
  }
  const out = document.querySelector("article[data-insats] .utskrift");
  if (document.querySelector("main > article[data-insats]") && !(out && shown(out))) found.push("sidans adress och datum trycks inte");
  return found;
};
  const watch = () => {
  window.told = [];
  for (const e of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
    new MutationObserver(() => e.textContent.trim() && window.told.push([e.id, e.textContent.trim()]))
      .observe(e, {childList: true, subtree: true, characterData: true});
  }
};
  const toTop = () => { // what was pressed last is where Tab goes on from
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
  };
  return { toTop, add, focused, reached, forced, moving, paper, watch };
})();
