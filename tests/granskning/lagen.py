"""What shows only in another mode: keyboard, small window, spaced or larger text, forced colours,
calm, paper, no script, and what is read out.

Comes in: an open page (or the means to open one). Goes out: findings. A page that has been through
here is not as it was: open it anew.
"""

import re
from typing import Any

from katalog.languages import Language
from tests.granskning.sida import prepare, seen
from tests.granskning.sidor import View, look_at

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }"""
LARGER = "html { font-size: 200% !important; }"
ADD = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
FIT = ["wider", "clipped"]
MOST_STOPS = 400

FOCUSED = r"""() => {
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
}"""
REACHED = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
    && !(e.type === "radio" && e.name)).length"""


def keyboard(page: Any) -> list[str]:
    """Tab through the whole page: in order, visibly, uncovered, through to the end and out."""
    page.evaluate("scrollTo(0, 0); document.activeElement?.blur()")
    found, before, stops = [], -1, 0
    wanted = page.evaluate(REACHED)
    for _ in range(min(wanted + 5, MOST_STOPS)):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now is None:
            break
        if now["place"] == before:
            found.append(f"tangentbordet fastnar: {now['what']}")
            break
        if now["place"] < before:
            if stops < wanted:
                found.append(f"tabbordningen hoppar tillbaka: {now['what']}")
            break
        stops, before = stops + 1, now["place"]
        found += _faults(now)
    if stops < min(wanted, MOST_STOPS):
        found.append(f"tangentbordet når {stops} av {wanted}")
    return [f"keyboard: {each}" for each in found]


def _faults(now: dict[str, Any]) -> list[str]:
    found = []
    if now["contrast"] < 3:
        found.append(f"fokus syns inte ({now['contrast']:.1f}:1): {now['what']}")
    if not now["inside"]:
        found.append(f"fokus är utanför fönstret: {now['what']}")
    elif not now["open"]:
        found.append(f"fokus är täckt: {now['what']}")
    return found


def small_and_large(page: Any, language: Language) -> list[str]:
    """320 px, 1280 px at 400 %, text with more space, text twice as large: all still there."""
    found = []
    for width, height in ((320, 640), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}×{height} {each}" for each in seen(page, language, FIT)]
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate(ADD, SPACED)
    found += [f"glesare text {each}" for each in seen(page, language, FIT)]
    page.evaluate("document.adoptedStyleSheets = []")
    page.set_viewport_size({"width": 1280, "height": 800})
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    page.evaluate(ADD, LARGER)
    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")
    if after < before * 1.9:
        found.append(f"större text: texten växer bara från {before} till {after} px")
    found += [f"större text {each}" for each in seen(page, language, FIT)]
    page.evaluate("document.adoptedStyleSheets = []")
    return found


FORCED = """() => {
  const shown = (e) => e.checkVisibility({visibilityProperty: true});
  const found = [];
  for (const e of [...document.querySelectorAll("button, input, select, textarea")].filter(shown)) {
    if (e.matches("[type=checkbox], [type=radio]")) continue;
    const s = getComputedStyle(e);
    if (parseFloat(s.borderTopWidth) < 1 || s.borderTopStyle === "none") found.push(`${e.outerHTML.slice(0, 80)} har ingen kant`);
  }
  for (const e of document.querySelectorAll("*")) {
    if (getComputedStyle(e).forcedColorAdjust === "none" && !e.closest("svg, .qr, .prov")) found.push(`${e.outerHTML.slice(0, 80)} vägrar andras färger`);
  }
  for (const e of [...document.querySelectorAll(".banner, .notis, .kort, .dorr, .svar")].filter(shown)) {
    const s = getComputedStyle(e);
    const any = ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(s[`border${side}Width`]) >= 1 && s[`border${side}Style`] !== "none");
    if (!any) found.push(`${e.outerHTML.slice(0, 80)} har ingen kant när färgerna är borta`);
  }
  return found;
}"""


def forced_colours(page: Any) -> list[str]:
    """With the visitor's own few colours: what has a border, a state and a focus keeps them."""
    page.emulate_media(forced_colors="active")
    found = page.evaluate(FORCED)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    now = page.evaluate(FOCUSED)
    if now and now["contrast"] < 3:
        found.append(f"fokus syns inte: {now['what']}")
    page.emulate_media(forced_colors="none")
    return [f"forced colours: {each}" for each in found]


def calm(page: Any, language: Language) -> list[str]:
    """Nothing moves for whoever asked for less, nor by itself for anybody."""
    found = seen(page, language, ["moving"])
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((e) => {
      const s = getComputedStyle(e);
      return s.animationName !== "none" || (s.transitionDuration !== "0s" && s.transitionProperty !== "none")
        || s.scrollBehavior === "smooth";
    }).map((e) => e.outerHTML.slice(0, 80))""")
    page.emulate_media(reduced_motion="no-preference")
    return found + [f"calm: {each} rör sig" for each in moving[:5]]


def sheets(page: Any) -> int:
    """Return how many A4 sheets a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


PAPER = r"""() => {
  const shown = (e) => e.checkVisibility({visibilityProperty: true});
  const found = [];
  if ([...document.querySelectorAll("nav, form, .hoppa, .sokruta")].some(shown)) found.push("menyer och sökrutor trycks");
  if (!shown(document.querySelector("h1"))) found.push("rubriken trycks inte");
  for (const number of ["112", "1177", "90101"]) {
    const e = document.querySelector(`.sidfot a[href='tel:${number}']`);
    if (!e || !shown(e)) found.push(`${number} trycks inte`);
  }
  for (const e of [...document.querySelectorAll("main a[href^=http]")].filter(shown)) {
    const written = getComputedStyle(e, "::after").content.replace(/\\/g, "");
    const host = new URL(e.href).hostname.replace("www.", "");
    if (!written.includes(host) && !e.textContent.includes(host)) found.push(`adressen till ${e.textContent.slice(0, 30)} trycks inte`);
  }
  const light = (c) => (c.match(/\d+/g) ?? [255, 255, 255]).slice(0, 3).map(Number).reduce((a, b) => a + b);
  const body = getComputedStyle(document.body);
  if (light(body.color) > 300) found.push("texten trycks ljus");
  for (const e of [...document.querySelectorAll("main p, main li")].filter(shown).slice(0, 40)) {
    if (parseFloat(getComputedStyle(e).fontSize) < 13.3) { found.push(`${e.textContent.slice(0, 30)} trycks mindre än 10 punkter`); break; }
  }
  const out = document.querySelector("article[data-insats] .utskrift");
  if (document.querySelector("article[data-insats]") && !(out && shown(out))) found.push("sidans adress och datum trycks inte");
  return found;
}"""


def paper(page: Any) -> list[str]:
    """On paper: no menus, the numbers to ring, addresses written out, an insats on two sheets."""
    page.emulate_media(media="print")
    found = page.evaluate(PAPER)
    page.emulate_media(media="screen")
    if page.locator("article[data-insats]").count() and "/insats/" in page.url:
        count = sheets(page)
        if not 1 <= count <= 2:
            found.append(f"{count} blad")
    return [f"paper: {each}" for each in found]


def without_script(new_page: Any, server: str, view: View, prefix: str) -> list[str]:
    """Without script a page still has its heading, its words, and a way to every insats."""
    page = look_at(new_page, server, view, prefix, java_script_enabled=False)
    words = page.locator("main").inner_text().split()
    found = [] if len(words) > 20 else [f"bara {len(words)} ord utan skript"]
    links = page.locator("main a[href], header a[href]").count()
    if links < 5:
        found.append("inga vägar vidare utan skript")
    if view.kind == "a-o" and page.locator("main [data-insats] a").count() < 50:
        found.append("alla insatser nås inte utan skript")
    if view.kind == "insats-ja" and not page.locator("main a[href^='tel:']").count():
        found.append("inget nummer utan skript")
    return [f"no script: {each}" for each in found]


WATCH = """() => {
  window.told = [];
  for (const e of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
    new MutationObserver(() => e.textContent.trim() && window.told.push([e.id, e.textContent.trim()]))
      .observe(e, {childList: true, subtree: true, characterData: true});
  }
}"""


def read_out(page: Any, view: View) -> list[str]:
    """What is found is told once, in one live region, with its number."""
    page.evaluate(WATCH)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    page.wait_for_timeout(700)
    told = page.evaluate("told")
    regions = {region for region, _ in told}
    found = []
    if f"#{next(iter(regions), '')}" != view.counts or len(regions) != 1:
        found.append(f"resultatet läses upp i {sorted(regions) or 'ingen ruta'}, ska vara {view.counts}")
    if len(told) > 1:
        found.append(f"resultatet läses upp {len(told)} gånger")
    text = page.locator(view.counts).inner_text() if page.locator(view.counts).count() else ""
    if not re.search(r"\d", text) and "inget" not in view.kind:
        found.append(f"antalet läses inte upp: {text!r}")
    return [f"read out: {each}" for each in found]


def prepared(page: Any) -> Any:
    """Return a page that our checks have been put into."""
    prepare(page)
    return page
