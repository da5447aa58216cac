"""Every page type in a real browser: nothing hidden, nothing too small, nothing out of reach.

The ordinary run looks at each page type on a light phone and a dark desk; the proofs (bevis) at
every combination, and at every single insats.
"""

import re
from pathlib import Path
from typing import Any

import axe_core_python
import pytest

from katalog import status
from katalog.records import load_records

AXE = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
MY_LIST = "min-lista/#lista=mia-hbs,din-tur,start&not.start=Ring%20i%20maj"
RECORDS = {record.id: record.data for record in load_records()[0]}
LISTS = {"kommun": "huddinge", "malgrupp": "psykisk-ohalsa", "forsorjning": "sjukpenning",
         "insatstyp": "samordnat-stod", "metod": "supported-employment", "vag-in": "individ",
         "organisation": "huddinge-kommun"}  # fmt: skip


SICK = "kommun=botkyrka&alder=45&forsorjning=sjukpenning"
READY = {"sok": "#traffar [data-insats]", "min-lista": "#vy :is(li, td, article)",
         "hitta-ratt": "#forslag [data-insats]", "handlaggare": "#tabell .grupp",
         "lista-filtrerad": "#urval [data-insats]"}  # fmt: skip


def page_types() -> dict[str, str]:
    """Return {page type: address}; of insatser the one with most to say for each answer."""
    kinds = {"start": "", "sok": "sok/#q=arbete", "a-o": "a-o/", "egenanmalan": "egenanmalan/",
             "ordlista": "ordlista/", "om": "om/", "tillganglighet": "tillganglighet/",
             "404": "404.html", "stil": "stil/", "for": "for/", "for-varden": "for/varden/",
             "for-kontaktcenter": "for/kontaktcenter/", "min-lista": "min-lista/",
             "min-lista-fran-lank": MY_LIST, "min-lista-hafte": f"{MY_LIST}&visa=hafte",
             "min-lista-jamfor": f"{MY_LIST}&visa=jamfor&jamfor=mia-hbs,din-tur",
             "hitta-ratt": "hitta-ratt/#steg=3", "hitta-ratt-klart": f"hitta-ratt/#steg=5&{SICK}",
             "handlaggare": f"handlaggare/#{SICK}", "lista-filtrerad": f"kommun/botkyrka/#{SICK}"}
    for name in sorted(RECORDS, key=lambda name: len(str(RECORDS[name]))):
        kinds[f"insats-{status.self_referral(RECORDS[name])}"] = f"insats/{name}/"
    kinds["lista"] = "kommun/"
    return kinds | {f"lista-{kind}": f"{kind}/{value}/" for kind, value in LISTS.items()}


TYPES = page_types()
LOOKS = [(360, "light"), (1280, "dark"),
         pytest.param(360, "dark", marks=pytest.mark.bevis),
         pytest.param(1280, "light", marks=pytest.mark.bevis)]  # fmt: skip

# What one can press, how large it is, and whether it stands in a running sentence.
TARGETS = """() => [...document.querySelectorAll('a[href], button, input, select, summary')]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.matches('.hoppa'))
  .map(e => {
    const box = e.getBoundingClientRect();
    const own = e.textContent.trim().length, all = e.parentElement.textContent.trim().length;
    const inline = getComputedStyle(e).display === 'inline' && all > own;
    return {what: e.textContent.trim() || e.id, height: box.height, width: box.width, inline};
  })"""
MAIN_ACTIONS = "header a, form[role=search] input, button, main .brickor a, main .dorr, " \
               "#akut ~ ul a, main article a[href^='tel:'], main article a[href^='mailto:']"


def look_at(new_page: Any, server: str, kind: str, width: int, **options: Any) -> Any:
    """Open a page type in a window of a width, and wait until it is whole."""
    page = new_page(viewport={"width": width, "height": 800}, **options)
    page.goto(server + TYPES.get(kind, kind))
    for beginning, sign in READY.items():
        if kind.startswith(beginning):
            page.locator(sign).first.wait_for()
    return page


def overflow(page: Any) -> int:
    """Return by how many pixels a page can be scrolled sideways."""
    return page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.documentElement)")


def violations(page: Any) -> list[str]:
    """Return what axe-core finds, with the elements it finds it in."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes']][:5]}"
            for rule in found["violations"]]


def too_small(page: Any) -> list[Any]:
    """Return what is less than 24 px either way, and the main actions that are lower than 44."""
    targets = page.evaluate(TARGETS)
    assert targets
    small = [t for t in targets if not t["inline"] and min(t["height"], t["width"]) < 24]
    return small + page.locator(MAIN_ACTIONS).evaluate_all(
        "all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)"
        ".map(e => [e.textContent, e.getBoundingClientRect().height])")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("kind", TYPES)
def test_a_page_is_readable_pressable_and_follows_wcag(
        new_page: Any, server: str, kind: str, width: int, scheme: str):
    page = look_at(new_page, server, kind, width, color_scheme=scheme, bypass_csp=True)
    found = {"axe": violations(page), "small": too_small(page), "wider by": overflow(page)}
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 × 1024 px at 400 %
    found["wider by, at 400 %"] = overflow(page)
    assert not {what: faults for what, faults in found.items() if faults}


def test_no_insats_scrolls_sideways_on_the_smallest_phone(new_page: Any, server: str):
    page = look_at(new_page, server, "start", 320)
    wide = {}
    for name in RECORDS:
        page.goto(f"{server}insats/{name}/")
        wide[name] = overflow(page)
    assert not {name: pixels for name, pixels in wide.items() if pixels}


@pytest.mark.parametrize("kind", ["start", "insats-ja", "sok", "min-lista-fran-lank"])
def test_the_keyboard_reaches_everything_visibly(new_page: Any, server: str, kind: str):
    page = look_at(new_page, server, kind, 1280)
    for number in range(page.locator("a[href]:visible, button:visible, input:visible").count()):
        page.keyboard.press("Tab")
        focused = page.evaluate("""() => {
          const e = document.activeElement, style = getComputedStyle(e);
          const [box] = e.getClientRects(); // a link may go on on the next line
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + 2);
          return {href: e.getAttribute('href'), what: e.outerHTML.slice(0, 80),
                  outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                  inside: box.top >= 0 && box.bottom <= innerHeight && box.width > 0,
                  covered: !(top && (e.contains(top) || top.contains(e)))};
        }""")
        assert number or focused["href"] == "#innehall"
        assert focused["outlined"], focused
        assert focused["inside"], focused
        assert not focused["covered"] or kind != "start", focused


def test_the_skip_link_moves_the_keyboard_to_the_content(page: Any, server: str):
    page.goto(f"{server}insats/mia-hbs/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("kind", ["insats-ja", "insats-slut"])
def test_print_leaves_out_what_paper_cannot_do(new_page: Any, server: str, kind: str):
    page = look_at(new_page, server, kind, 1280, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("nav:visible, form:visible, .hoppa:visible").count() == 0
    assert page.locator("h1, #akut").filter(visible=True).count() == 2
    ink, paper = page.evaluate("[getComputedStyle(document.body).color, "
                               "getComputedStyle(document.body).backgroundColor]")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200 < 600 < sum(
        map(int, re.findall(r"\d+", paper)[:3]))


def sheets(page: Any) -> int:
    """Return how many A4 sheets a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind.startswith("insats-")])
def test_an_insats_fits_on_two_sheets(new_page: Any, server: str, kind: str):
    assert 1 <= sheets(look_at(new_page, server, kind, 1280)) <= 2


@pytest.mark.bevis
@pytest.mark.parametrize("name", RECORDS)
def test_every_insats_fits_window_paper_and_wcag(new_page: Any, server: str, name: str):
    page = look_at(new_page, server, f"insats/{name}/", 320, bypass_csp=True)
    assert overflow(page) == 0
    assert violations(page) == []
    assert sheets(page) <= 2


@pytest.mark.parametrize(("day", "old"), [("2026-03-01", False), ("2029-01-01", True)])
def test_a_page_tells_its_age_by_the_visitors_own_date(
        page: Any, server: str, day: str, old: bool):
    page.clock.set_fixed_time(day)
    page.goto(f"{server}insats/mia-hbs/")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-gammal]").is_visible() is old
