"""What holds for every page of the finished site, read as a browser reads it.

The pages are parsed strictly: html5lib stops at the first breach of the HTML standard.
"""

import copy
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from katalog.catalog import make_catalog
from katalog.languages import load_languages
from katalog.pages import all_pages
from katalog.paths import ROOT
from tests.conftest import Pages, links, text
from tests.factory import record

HELP = {"tel:112", "tel:1177", "tel:90101"}
FETCHING = ("src", "srcset", "poster", "action", "formaction", "data")
EXECUTED = {"", "module", "text/javascript", "application/javascript"}
WRITTEN_PHONE = re.compile(r"(?<![\d.])0\d{1,3}[- –]?\d{2,3}(?:[  ]?\d{2,3}){1,3}(?![\d.])")


def elements(page: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the elements; html5lib's trees also hold comments."""
    return (element for element in page.iter() if isinstance(element.tag, str))


def test_every_page_says_what_it_is(pages: Pages):
    titles, descriptions = set(), []
    for name, page in pages.items():
        assert len(list(page.iter("h1"))) == 1, name
        assert len(list(page.iter("main"))) == 1, name
        titles.add((page.get("data-sprak"), text(page.find("head/title"))))
        descriptions.append(page.find("head/meta[@name='description']").get("content").strip())
        assert 20 <= len(descriptions[-1]) <= 500, name
        assert page.find("head/meta[@name='viewport']") is not None, name
    assert len(titles) == len(pages)


def test_every_page_opens_with_a_way_past_the_menu(pages: Pages):
    for name, page in pages.items():
        first = next(page.iter("a"))
        target = page.find(f".//main[@id='{first.get('href')[1:]}']")
        assert target is not None, name


def test_help_numbers_are_within_reach_on_every_page(pages: Pages):
    for name, page in pages.items():
        assert set(links(page)) >= HELP, name


def test_every_page_says_that_nobody_publishes_it_yet(pages: Pages):
    for name, page in pages.items():
        language = load_languages()[page.get("data-sprak", "sv")]
        assert language.text("Demonstration – ingen utgivare") in text(page.find("body")), name


def test_no_page_lets_anything_run_but_the_guides_own_files(pages: Pages):
    for name, page in pages.items():
        policy = page.find("head/meta[@http-equiv='Content-Security-Policy']").get("content")
        rules = dict(part.split(maxsplit=1) for part in policy.split(";"))
        assert rules["default-src"] == "'none'", name
        assert {"script-src", "style-src", "form-action", "base-uri"} <= set(rules), name
        allowed = {word for rule in rules.values() for word in rule.split()}
        assert allowed <= {"'self'", "'none'", "'wasm-unsafe-eval'"}, name
        before = list(elements(page.find("head")))
        scripts = [n for n, e in enumerate(before) if e.tag in ("script", "link", "style")]
        place = next(n for n, e in enumerate(before) if e.get("http-equiv"))
        assert place < min(scripts), f"{name}: the policy stands after what it should govern"


def test_no_page_holds_script_or_style_of_its_own(pages: Pages):
    for name, page in pages.items():
        for element in elements(page):
            assert element.tag not in ("style", "iframe", "object", "embed", "base"), name
            assert not [key for key in element.attrib if re.match("on|style$", key)], name
            if element.tag == "script" and element.get("type", "") in EXECUTED:
                assert element.get("src"), name
                assert not text(element), name


def test_nothing_is_fetched_from_another_host(pages: Pages):
    for name, page in pages.items():
        for element in elements(page):
            fetched = [element.get(key, "") for key in FETCHING]
            if element.tag == "link" and element.get("rel") != "canonical":
                fetched.append(element.get("href", ""))
            assert not [url for url in fetched if any(urlsplit(url)[:2])], name


def test_style_and_script_ask_nothing_of_another_host(site: Path):
    """What others made names hosts in texts (vendor.json says what it is); the CSP holds it."""
    files = [*site.resolve().glob("theme/**/*.css"), *site.resolve().glob("theme/**/*.js")]
    for path in [path for path in files if "vendor" not in path.parts]:
        assert not re.search(r"https?://|url\(\s*['\"]?//|@import", path.read_text("utf-8")), path


def test_every_link_is_of_a_kind_that_does_no_harm(pages: Pages):
    for name, page in pages.items():
        for link in links(page):
            assert urlsplit(link).scheme in ("", "https", "tel", "mailto"), f"{name}: {link}"


def test_the_404_page_leads_on(pages: Pages):
    found = [link for link in links(pages["404.html"]) if not re.match("tel:|mailto:|#", link)]
    assert found
    for link in found:
        assert link.startswith("/"), "a relative link breaks at a deeper address"
        target = urljoin("/", urlsplit(link).path).lstrip("/") + "index.html"
        assert target in pages, link


def test_headings_never_skip_a_level(pages: Pages):
    for name, page in pages.items():
        tags = [element.tag for element in elements(page.find(".//main"))]
        levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1, name
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), f"{name}: {levels}"


def test_every_control_has_a_name(pages: Pages):
    for name, page in pages.items():
        labels = {label.get("for") for label in page.iter("label")}
        for control in [*page.iter("input"), *page.iter("select")]:
            assert control.get("id") in labels, name
            assert control.get("name") is None, f"{name}: it would end in the address"
        for button in page.iter("button"):
            assert text(button) or button.get("aria-label"), name


def test_every_phone_number_is_a_link_from_the_records(pages: Pages, records: dict):
    known = {*HELP}
    for data in records.values():
        known |= {number(contact["telefon"]) for contact in data.get("kontakter", [])
                  if "telefon" in contact}
    vocabulary = (ROOT / "schema/vokabular/organisation.json").read_text(encoding="utf-8")
    known |= {number(found) for found in re.findall(r'"telefon": "([^"]+)"', vocabulary)}
    for name, shared in pages.items():
        page = copy.deepcopy(shared)
        for link in page.iter("a"):
            if link.get("href", "").startswith("tel:"):
                assert link.get("href") in known, f"{name}: {link.get('href')}"
                assert number(text(link)) == link.get("href"), name
                link.clear()  # what is left must hold no number
        assert not WRITTEN_PHONE.search(text(page.find("body"))), name


def number(written: str) -> str:
    """Return the tel: address of a Swedish number, worked out by hand."""
    digits = re.sub(r"\D", "", written)
    return f"tel:+46{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"


def test_letters_that_sort_alike_have_one_heading_each():
    """Two headings with one id would stop the build."""
    names = {"a": "Äpplet", "b": "Ægir", "c": "Äventyret", "d": "2 steg", "e": "٣ steg"}
    catalog = make_catalog([record({"namn": name}, id) for id, name in names.items()])
    (page,) = [page for page in all_pages(catalog) if page.address == "a-o/"]
    parts = page.variables["sidan"].parts
    found = {part.heading: {post.name for post in part.posts} for part in parts}
    assert [part.heading for part in parts] == list(found)
    assert found == {"Ä": {"Äpplet", "Äventyret"}, "Æ": {"Ægir"}, "0–9": {"2 steg", "٣ steg"}}
