"""Lists of several pages: whole without script, and with it filtered as if they were one page.

A guide of a few hundred made-up records, with few cards a page, so that every kind of list has
lists of several pages.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import expect

from katalog import paging
from katalog.build import build
from katalog.catalog import LISTINGS, Catalog, Catalogs, make_catalogs
from katalog.criteria import load_criteria
from katalog.facts import facts
from katalog.lists import ALPHABET, SELF_REFERRAL, list_addresses
from katalog.matching import NOT, sift
from katalog.records import load_records
from katalog.serve import start_server
from tests.conftest import Pages, links, parse, text
from tests.factory import GONE, dump, example
from tests.prestanda.poster import write_records

RECORDS, LIMIT = 240, 15
BEFORE, AFTER = "2026-03-01", "2031-01-01"  # before and after what is planned to end has ended
# It has no kommun but an area in its own words, and demands another kommun than it is in.
NOWHERE = {
    "id": "ort-i-ord", "namn": "Ort i ord", "kommuner": [], "omrade": "Hela länet",
    "insatstyp": ["utbildning"],
    "villkor": {"forsorjning": ["alla"], "kommuner": ["habo"], "kalla": ["exempel-2026"]},
    **dict.fromkeys(("foregangare", "efterfoljare", "del_av"), GONE)}  # fmt: skip
# What a card says, with its languages; texts that are on their way are not there yet.
SAYS = """cards => cards.map(card => {
  const text = node => node.textContent.replace(/\\s+/g, " ").trim();
  const [link, words, facts] = ["a", "p", ".uppgifter"].map(each => card.querySelector(each));
  return [card.dataset.insats, text(link), link.pathname, link.lang, text(words), words.lang,
    [...facts.children].filter(each => !each.hidden).map(text), facts.children[0].lang,
    card.querySelector(".spara").getAttribute("aria-label"), card.className];
})"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Catalogs]]:
    """The guide in Swedish and English, and what it was made of."""
    place = tmp_path_factory.mktemp("sidor")
    write_records(RECORDS, place / "poster")
    dump(example(NOWHERE), place / "poster", NOWHERE["id"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "PER_PAGE", LIMIT)
        build(place / "ut", place / "poster", languages=["en"])
        yield (place / "ut").resolve(), make_catalogs(load_records(place / "poster")[0], ["en"])


@pytest.fixture(scope="module")
def swedish(guide: tuple[Path, Catalogs]) -> Catalog:
    return guide[1]["sv"]


@pytest.fixture(scope="module")
def paged(guide: tuple[Path, Catalogs]) -> Pages:
    """Every page of a list, by address."""
    folder, catalogs = guide
    return {address: parse(folder / address / "index.html") for catalog in catalogs.values()
            for address in (catalog.language.prefix + each for each in list_addresses(catalog))}


@pytest.fixture(scope="module")
def address(guide: tuple[Path, Catalogs]) -> Iterator[str]:
    running = start_server(guide[0], port=0)
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


def following(paged: Pages, first: str) -> list[str]:
    """Return the pages that one gets to from the first by the link to the next."""
    found = [first]
    while onward := paged[found[-1]].findall(".//nav//a[@rel='next']"):
        found.append(urljoin(found[-1], onward[0].get("href")))
    return found


def cards(page: Element) -> list[str]:
    return [item.get("data-insats") for item in page.iter("li") if item.get("data-insats")]


def expected(catalog: Catalog) -> dict[str, list[str]]:
    """Return {address: ids} of every listing and A–Ö."""
    lists = {f"{slug}/{value}/": [*posts, *catalog.unknown[slug]]
             for slug, values in catalog.lists.items() for value, posts in values.items()}
    lists[ALPHABET] = list(catalog.posts.values())
    return {address: [post.id for post in posts] for address, posts in lists.items()}


def test_by_links_from_the_first_page_one_meets_every_insats_of_a_list_once(
        guide: tuple[Path, Catalogs], paged: Pages):
    several: set[str] = set()
    for catalog in guide[1].values():
        for first, ids in expected(catalog).items():
            pages = following(paged, catalog.language.prefix + first)
            found = [name for each in pages for name in cards(paged[each])]
            assert sorted(found) == sorted(ids), first
            assert all(len(cards(paged[each])) <= LIMIT for each in pages), first
            several |= {first.split("/")[0]} if pages[1:] else set()
    assert several >= {listing.slug for listing in LISTINGS} | {"a-o"}


def test_every_way_to_apply_oneself_is_met_too(paged: Pages, swedish: Catalog):
    pages = following(paged, SELF_REFERRAL)
    assert len(pages) > 1
    found = {name for each in pages for name in cards(paged[each])}
    assert found == {post.id for post in swedish.posts.values() if post.self_referral == "ja"}


def sections(page: Element, level: str) -> Iterator[tuple[str, int, int]]:
    """Yield (heading, how many it says there are, how many cards) of a page's groups."""
    for section in page.iter("section"):
        heading = section.find(level)
        if heading is not None and heading.find("span[@class='antal']") is not None:
            words, _, count = text(heading).rpartition(" (")
            yield words, int(count.rstrip(")")), len(cards(section))


@pytest.mark.parametrize("first", [
    "forsorjning/sjukpenning/", "kommun/stockholm/", "organisation/kommunerna/", "vag-in/vard/"])
def test_a_group_has_its_whole_count_on_every_page_and_says_that_it_goes_on(
        paged: Pages, first: str):
    told: dict[str, list[tuple[str, int, int]]] = {}
    for each in following(paged, first):
        for heading, total, count in sections(paged[each], "h2"):
            told.setdefault(heading.removesuffix(", fortsättning"), []).append(
                (heading, total, count))
    assert any(len(parts) > 1 for parts in told.values())
    for name, parts in told.items():
        assert [heading for heading, _, _ in parts] == [name] + [
            f"{name}, fortsättning"] * (len(parts) - 1)
        assert {total for _, total, _ in parts} == {sum(count for _, _, count in parts)}


@pytest.mark.parametrize(("first", "row"), [(ALPHABET, "bokstaver"), (SELF_REFERRAL, "brickor")])
def test_the_links_at_the_top_lead_to_where_a_letter_or_a_kommun_begins(
        paged: Pages, first: str, row: str):
    pages = following(paged, first)
    begun: list[str] = []
    for each in pages:
        for heading in paged[each].findall(".//div[@id='lista']/section/h2[@id]"):
            goes_on = text(heading).endswith(", fortsättning")
            assert goes_on == (heading.get("id") in begun), (each, text(heading))
            begun += [] if goes_on else [heading.get("id")]
    for each in pages:
        top = paged[each].find(f".//div[@id='lista']//ul[@class='{row}']")
        wanted = [urljoin(each, link).split("#") for link in links(top)]
        assert [place for _, place in wanted] == begun, each
        for target, place in wanted:
            heading = paged[target].find(f".//h2[@id='{place}']")
            assert heading is not None, (each, target, place)
            assert not text(heading).endswith("fortsättning"), (each, target, place)


def test_every_page_of_a_list_says_which_it_is_and_leads_home(paged: Pages):
    pages = following(paged, "forsorjning/sjukpenning/")
    titles, descriptions = set(), set()
    for number, each in enumerate(pages, 1):
        words = f"sida {number} av {len(pages)}"
        page = paged[each]
        titles.add(text(page.find("head/title")))
        descriptions.add(page.find("head/meta[@name='description']").get("content"))
        assert f", {words}" in text(page.find("head/title"))
        assert text(page.find(".//h1")).endswith(f", {words}")
        (own,) = page.findall(".//nav//a[@aria-current='page'][@aria-label]")
        assert (text(own), urljoin(each, own.get("href"))) == (str(number), each)
        crumbs = page.find(".//nav[@class='smulor bredd']")
        assert (pages[0] in [urljoin(each, link) for link in links(crumbs)]) == (number > 1)
        assert text(crumbs).endswith(f"Sida {number}") == (number > 1)
    assert len(titles) == len(descriptions) == len(pages)


def test_every_page_and_its_translation_name_each_other(paged: Pages):
    for each in following(paged, "en/a-o/"):
        own = paged[each].find("head/link[@hreflang='sv']").get("href")
        assert urljoin(each, own) == each.removeprefix("en/")
        assert urljoin(each, own) in paged


def test_no_id_stands_twice(paged: Pages):
    for each, page in paged.items():
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(set(ids)) == len(ids), each


def test_a_list_of_one_page_carries_nothing_of_this(paged: Pages):
    short = [page for each, page in paged.items() if len(following(paged, each)) == 1
             and "sida-" not in each]
    assert short
    for page in short:
        assert not page.findall(".//template")
        assert page.find(".//div[@id='lista']").get("data-platser") is None
        assert not text(page.find(".//h1")).endswith("av 1")


def test_a_role_in_a_guide_of_many_kommuner_is_led_on_to_all_it_may_do(
        guide: tuple[Path, Catalogs], swedish: Catalog):
    page = parse(guide[0] / "for/varden/index.html").find(".//main")
    assert not cards(page)
    leads = set(links(page))
    assert {f"../../kommun/{kommun}/" for kommun in swedish.lists["kommun"]} <= leads
    assert {"../../vag-in/vard/", "../../vag-in/sip/"} <= leads
    here = {post.id for post in swedish.posts.values() if post.stage == "nu"
            and {way["vem"] for way in post.data["vagar_in"]} & {"vard", "sip"}}
    assert f"Du kan ta kontakt med {len(here)} insatser." in text(page)


def drawn(page: Any, where: str) -> dict[str, list]:
    """Return what each card of a place says, its text there."""
    expect(page.locator(f"{where} .kort > p:first-of-type:empty")).to_have_count(0)
    found = page.locator(f"{where} .kort").evaluate_all(SAYS)
    return {each[0]: each[1:] for each in found}


def everything(page: Any) -> None:
    """Open what is folded, and press every button for more."""
    for fold in page.locator("#urval > details > summary").all():
        fold.click()
    more = page.locator("#urval .lugn").filter(visible=True)
    while more.count():
        more.first.click()


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_a_choice_is_made_in_the_whole_list_and_its_cards_are_those_of_its_pages(
        page: Any, address: str, paged: Pages, swedish: Catalog, language: str, day: str):
    page.clock.set_fixed_time(day)
    pages = following(paged, f"{language}forsorjning/sjukpenning/")
    written: dict[str, list] = {}
    for each in pages:
        page.goto(address + each)
        written |= drawn(page, "#lista")
    choice = {"insatstyp": ["arbetstraning", "utbildning", "uppsokande"]}
    page.goto(f"{address}{pages[1]}#insatstyp={','.join(choice['insatstyp'])}")
    expect(page.locator("#besked")).not_to_be_empty()
    everything(page)
    shown = drawn(page, "#urval")
    whole = {**choice, "forsorjning": ["sjukpenning"]}
    fits = {name for name in expected(swedish)["forsorjning/sjukpenning/"]
            if sift(whole, facts(swedish.posts[name].data), load_criteria()) != NOT}
    here = set(cards(paged[pages[1]]))
    assert fits - here, "some of it stands on other pages"
    assert fits & here, "and some on this one"
    assert NOWHERE["id"] in fits - here
    assert set(shown) == fits
    assert shown == {name: written[name] for name in fits}


def test_when_a_list_is_filtered_its_pages_are_not_shown(page: Any, address: str):
    page.goto(f"{address}a-o/sida-3/")
    nav = page.get_by_role("navigation", name="Listans sidor")
    expect(nav).to_be_visible()
    page.get_by_text("Filtrera listan").click()
    page.locator(".facett summary", has_text="Läget").or_(
        page.locator(".facett summary", has_text="Kommun")).first.click()
    page.locator(".facett .val:visible input").first.check()
    expect(page.locator("#urval .kort").first).to_be_visible()
    expect(nav).to_be_hidden()
    page.locator("#valda button").first.click()
    expect(nav).to_be_visible()
    assert page.url == f"{address}a-o/sida-3/"


def test_the_filter_is_the_same_on_every_page_of_a_list(page: Any, address: str):
    told = set()
    for number in ("", "sida-2/", "sida-5/"):
        page.goto(f"{address}a-o/{number}#kommun=stockholm")
        expect(page.locator("#besked")).not_to_be_empty()
        everything(page)
        told.add((page.locator("#besked").inner_text(),
                  tuple(page.locator("#urval .kort a").all_inner_texts())))
    assert len(told) == 1


def test_a_card_that_was_drawn_can_be_saved(page: Any, address: str, paged: Pages):
    here = set(cards(paged["a-o/"]))
    page.goto(f"{address}a-o/#kommun=stockholm")
    expect(page.locator("#besked")).not_to_be_empty()
    everything(page)
    name = next(each for each in page.locator("#urval .kort").evaluate_all(
        "all => all.map(e => e.dataset.insats)") if each not in here)
    page.locator(f"#urval [data-insats='{name}'] .spara").click()
    assert name in page.evaluate("JSON.stringify({...localStorage})")


def test_when_the_texts_cannot_be_read_the_names_are_there_all_the_same(page: Any, address: str):
    page.route("**/passar/text/*.json", lambda route: route.fulfill(body="inte JSON"))
    page.goto(f"{address}a-o/#kommun=stockholm")
    expect(page.locator("#urval .kort > p:first-of-type:empty").first).to_be_attached()
    assert all(page.locator("#urval .kort a").all_inner_texts())
    assert "okänd" not in page.locator("#urval").inner_text(), "that is not what it means"
