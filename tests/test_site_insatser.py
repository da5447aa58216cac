"""What the finished site says of each insats, held against the records."""

import re
import shutil
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from katalog import status
from katalog.paths import RECORDS
from katalog.vocabularies import load_vocabularies
from tests.conftest import Pages, change, contents, katalog, links, parse, text

# Each listing, and the values of it that a record has: worked out from the record itself.
LISTINGS = {
    "kommun": lambda data: data["kommuner"],
    "malgrupp": lambda data: data.get("malgrupp", []),
    "forsorjning": lambda data: data.get("villkor", {}).get("forsorjning", []),
    "insatstyp": lambda data: data["insatstyp"],
    "metod": lambda data: data.get("metod", []),
    "vag-in": lambda data: [way["vem"] for way in data["vagar_in"]],
    "organisation": lambda data: [o["organisation"] for o in data.get("organisationer", [])],
}
# What an insats page answers, in the order of the questions (what each heading holds).
ORDER = ("^kan jag", "till för", "^vad händ", "^kontakt", "plats", "betala", "började", "^siffror",
         "^källor", "^stämmer")  # fmt: skip
ANSWERS = {"ja": "Ja", "nej": "Nej", "slut": "Nej", "samverkan": "Nej", "vet-inte": "Vet vi inte"}


def shown(page: Element) -> list[str]:
    """Return the ids of the insatser that a page shows, in order."""
    found = page.find(".//main").iter("li")
    return [item.get("data-insats") for item in found if item.get("data-insats")]


def insats(pages: Pages, name: str) -> Element:
    return pages[f"insats/{name}/index.html"]


def test_every_record_has_its_page_and_nothing_else_has(pages: Pages, records: dict):
    found = [name.split("/")[1] for name in pages if name.startswith("insats/")]
    assert sorted(found) == sorted(records)
    assert len(found) == 54
    for name, data in records.items():
        assert text(insats(pages, name).find(".//h1")) == data["namn"]
        assert data["sammanfattning"] in text(insats(pages, name).find(".//main"))


def test_a_to_o_shows_every_insats_once(pages: Pages, records: dict):
    assert sorted(shown(pages["a-o/index.html"])) == sorted(records)


@pytest.mark.parametrize("listing", LISTINGS)
def test_listings_show_exactly_whom_they_hold_for(pages: Pages, records: dict, listing: str):
    values = {name: set(LISTINGS[listing](data)) for name, data in records.items()}
    lists = {name.split("/")[1]: page for name, page in pages.items()
             if re.fullmatch(f"{listing}/[^/]+/index.html", name)}
    assert set(lists) >= set().union(*values.values()) - {"alla"}
    for value, page in lists.items():
        expected = {name for name, given in values.items() if given & {value, "alla"}}
        unknown = {name for name, given in values.items() if not given}
        found = shown(page)
        assert len(found) == len(set(found)), f"{value}: the same insats twice"
        assert expected <= set(found) <= expected | unknown, value
    index = links(pages[f"{listing}/index.html"])
    assert {f"../{listing}/{value}/" for value in lists} <= set(index)


def test_unknown_is_offered_and_never_reads_as_no(pages: Pages, records: dict):
    """What one could join, and whose record says nothing of försörjning, is on each list."""
    silent = {name for name, data in records.items()
              if not LISTINGS["forsorjning"](data) and status.stage(data) != status.OVER
              and data["inriktning"] == "individinriktad"}
    assert silent
    for name in ("sjukpenning", "ekonomiskt-bistand", "ingen"):
        assert silent <= set(shown(pages[f"forsorjning/{name}/index.html"]))


def test_self_referral_is_answered_as_the_record_has_it(pages: Pages, records: dict):
    wholes = {whole for data in records.values() for whole in data.get("del_av", [])}
    for name, data in records.items():
        expected = status.self_referral(data)
        answer = insats(pages, name).find(".//section[@aria-labelledby='anmal']")
        assert expected in answer.get("class").split(), name
        through_its_parts = name in wholes and expected == "vet-inte"
        words = "Nej, inte direkt" if through_its_parts else ANSWERS[expected]
        assert text(answer.find(".//strong")).startswith(words), name


def test_what_has_ended_says_so_first_and_leads_on(pages: Pages, records: dict):
    for name, data in records.items():
        main = insats(pages, name).find(".//main")
        notice = main.find(".//*[@class='notis slut']")
        assert (notice is not None) == (status.stage(data) == status.OVER), name
        if notice is None:
            continue
        everything = list(main.iter())
        assert everything.index(notice) < everything.index(main.find(".//h2")), name
        successors = {f"../../insats/{other}/" for other in data.get("efterfoljare", [])}
        assert successors <= set(links(notice)), name
        assert links(notice) or not data["kommuner"], f"{name}: leads nowhere"


def test_descent_is_linked_both_ways(pages: Pages, records: dict):
    for name, data in records.items():
        for other in [*data.get("efterfoljare", []), *data.get("foregangare", [])]:
            assert f"../../insats/{other}/" in links(insats(pages, name))
            assert f"../../insats/{name}/" in links(insats(pages, other))


def test_every_source_stands_with_title_publisher_and_date(pages: Pages, records: dict):
    for name, data in records.items():
        for source in data["kallor"]:
            stands = text(insats(pages, name).find(f".//*[@id='kalla-{source['id']}']"))
            assert source["titel"] in stands, name
            assert source["utgivare"] in stands, name
            assert source.get("datum_text", source["datum"][:4]) in stands, name


def test_every_figure_stands_with_its_year(pages: Pages, records: dict):
    for name, data in records.items():
        rows = insats(pages, name).findall(".//ul[@class='siffror']/li")
        assert len(rows) == len(data.get("resultat", [])), name
        for figure, row in zip(data.get("resultat", []), rows, strict=True):
            assert figure["matt"] in text(row), name
            assert re.findall(r"\d{4}", figure["avser"])[0][2:] in text(row), name


def test_every_insats_page_answers_in_the_same_order(pages: Pages, records: dict):
    for name in records:
        main = insats(pages, name).find(".//main")
        headings = [text(heading).lower() for heading in main.iter("h2")]
        places = [next((n for n, words in enumerate(headings) if re.search(stem, words)), -1)
                  for stem in ORDER]
        present = [place for place in places if place >= 0]
        assert present == sorted(present), f"{name}: {headings}"
        assert places[0] == 0, name
        assert places[-1] == len(headings) - 1, name
        assert places[1] > 0, name
        assert places[5] > 0, name


def test_du_kan_anmala_dig_sjalv_holds_exactly_that(pages: Pages, records: dict):
    main = pages["egenanmalan/index.html"].find(".//main")
    found = {}
    for section in main.iter("section"):
        heading = section.find("h2[@id]")
        if heading is not None:
            found[heading.get("id")] = {item.get("data-insats") for item in section.iter("li")
                                        if item.get("data-insats")}
    expected = {name: data for name, data in records.items()
                if status.stage(data) != status.OVER
                and any(way["vem"] == "individ" for way in data["vagar_in"])}
    assert expected
    assert set().union(*found.values()) == set(expected)
    for kommun, names in found.items():
        assert kommun in load_vocabularies()["kommun"].values
        assert names == {name for name, data in expected.items() if kommun in data["kommuner"]}


def test_what_looks_like_markup_is_shown_as_text(tmp_path: Path):
    odd = 'Räkna & skriv: 5 < 6 > 4, "så" sa\'n 🙂 åäö ÅÄÖ é ' + "lång" * 12
    folder = Path(shutil.copytree(RECORDS, tmp_path / "poster"))
    for field in ("namn", "sammanfattning"):
        quoted = odd.replace("'", "''")
        change(folder / "valfardsguiden.yaml", rf"^{field}: .*$", f"{field}: '{quoted}'")
    done = katalog("bygg", "--ut", tmp_path / "ut", "--insatser", folder,
                   "--sprak", "sv")
    assert done.returncode == 0, done.stdout
    page = parse(tmp_path / "ut/insats/valfardsguiden/index.html")
    assert text(page.find(".//h1")) == odd
    assert text(page.find(".//*[@class='ingress']")) == odd
    assert page.find("head/meta[@name='description']").get("content") == f"{odd}: {odd}"
    assert text(page.find("head/title")).startswith(odd)
    assert odd in text(parse(tmp_path / "ut/a-o/index.html").find(".//main"))
    assert b"&amp;amp;" not in b"".join(contents(tmp_path / "ut").values())


def test_a_guide_with_a_single_insats_can_be_built(tmp_path: Path):
    """Another förbund starts with one record, which lacks most of what ours have."""
    (tmp_path / "poster").mkdir()
    shutil.copy(RECORDS / "valfardsguiden.yaml", tmp_path / "poster")
    done = katalog("bygg", "--ut", tmp_path / "ut", "--insatser", tmp_path / "poster",
                   "--sprak", "sv")
    assert done.returncode == 0, done.stdout
