"""The pages of those who send people on hold what the records say they may do, and no more."""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from katalog import for_pages, phone, status
from katalog.catalog import Catalog, make_catalog
from katalog.schema import validator
from katalog.vocabularies import load_vocabularies
from tests.conftest import Pages, katalog, links, parse, text
from tests.factory import GONE, dump, example, record

WORDS = load_vocabularies()
ROLES = {role["const"]: role for role in WORDS["lots"].values.values()}
DESIGN = {"varden": {"vard", "sip"}, "skolan": {"skola", "kaa"}, "anhoriga": {"anhorig"}}
EVERYWHERE = ["alla"]


def page_of(pages: Pages, role: str) -> Element:
    return pages[f"for/{role}/index.html"].find(".//main")


def shown(element: Element) -> list[str]:
    return [item.get("data-insats") for item in element.iter("li") if item.get("data-insats")]


def sections(page: Element) -> dict[str, Element]:
    """Return the parts of kommuner, folded or not, by the id of their heading."""
    parts = page.findall("section") + page.findall("details")
    return {part.find(".//h2").get("id"): part for part in parts if part.find(".//h2").get("id")}


def folded(part: Element) -> list[str]:
    """Return what is offered without knowing who may make contact."""
    return [name for fold in part.iter("details") for name in shown(fold)]


def listed(part: Element) -> list[str]:
    """Return what a role may do something about."""
    return [name for name in shown(part) if name not in folded(part)]


def places(way: dict, data: dict) -> list[str]:
    return way.get("kommuner") or data["kommuner"]


def living(records: dict) -> dict[str, dict]:
    return {name: data for name, data in records.items() if status.stage(data) != status.OVER}


def test_the_roles_are_those_of_the_design_and_one_that_guides_everybody():
    assert {name: set(role["vem"]) for name, role in ROLES.items()
            if "visar_alla" not in role} == DESIGN
    assert set(ROLES["kontaktcenter"]["vem"]) == set(WORDS["vem"].values) - {"uppsokande"}
    assert all("rubrik" in role for role in ROLES.values())


def test_a_role_with_a_way_in_that_does_not_exist_is_refused():
    role = dict(ROLES["varden"])
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Roller",
             "description": "Vem du är.", "oneOf": [role, ROLES["skolan"]]}  # fmt: skip
    assert not list(validator("vokabular").iter_errors(whole))
    role["vem"] = ["vard", "tandlakare"]
    (error,) = validator("vokabular").iter_errors(whole)
    assert list(error.absolute_path) == ["oneOf", 0, "vem", 1]


@pytest.mark.parametrize("role", DESIGN)
def test_every_way_of_a_role_stands_under_its_kommun(pages: Pages, records: dict, role: str):
    expected = {(kommun, name) for name, data in living(records).items()
                for way in data["vagar_in"] if way["vem"] in DESIGN[role]
                for kommun in places(way, data) if kommun != "alla"}
    found = {(kommun, name) for kommun, part in sections(page_of(pages, role)).items()
             for name in listed(part)}
    assert expected
    assert found == expected


@pytest.mark.parametrize("role", DESIGN)
def test_the_way_itself_is_told(pages: Pages, records: dict, role: str):
    told = 0
    for name, data in living(records).items():
        for way in data["vagar_in"]:
            if way["vem"] in DESIGN[role]:
                cards = [card for card in page_of(pages, role).iter("li")
                         if card.get("data-insats") == name]
                assert cards, name
                for card in [card for card in cards if "Till den du hjälper" in text(card)]:
                    assert way.get("beskrivning", "") in text(card), name
                    assert way.get("sedan", "") in text(card), name
                    assert ("Källan säger inte hur" in text(card)) == (
                        not {*way["hur"]} - {"via-handlaggare"}), name
                told += 1
    assert told


@pytest.mark.parametrize("role", DESIGN)
def test_what_is_there_now_comes_before_what_perhaps_is(pages: Pages, records: dict, role: str):
    for part in sections(page_of(pages, role)).values():
        stages = [status.stage(records[name]) for name in listed(part)]
        assert stages == sorted(stages, key=[status.NOW, status.PERHAPS].index)
        headings = " ".join(text(heading) for heading in part.iter("h3"))
        assert ("Finns kanske kvar" in headings) == (status.PERHAPS in stages)


@pytest.mark.parametrize("role", ROLES)
def test_what_has_ended_is_counted_and_not_listed(pages: Pages, records: dict, role: str):
    def reaches(data: dict) -> bool:
        return role == "kontaktcenter" or any(
            way["vem"] in ROLES[role]["vem"] for way in data["vagar_in"])
    ended = [name for name, data in records.items() if name not in living(records)]
    assert not set(ended) & set(shown(page_of(pages, role)))
    count = sum(reaches(records[name]) for name in ended)
    assert (f"{count} till är slut" in text(page_of(pages, role))) == bool(count)


@pytest.mark.parametrize("role", DESIGN)
def test_unknown_is_offered_apart_and_never_reads_as_no(pages: Pages, records: dict, role: str):
    silent = {name for name, data in living(records).items()
              if data["inriktning"] == "individinriktad" and not data.get("endast_handlaggare")
              and not [way for way in data["vagar_in"] if way["vem"] != "uppsokande"]}
    page = page_of(pages, role)
    assert set(folded(page)) == silent
    for kommun, part in sections(page).items():
        here = {name for name in silent if {kommun, "alla"} & set(records[name]["kommuner"])
                or (kommun == "ovriga" and not records[name]["kommuner"])}
        assert set(folded(part)) == here
        assert f"fråga ({len(here)})" in text(next(part.iter("summary")))
        assert not silent & set(listed(part))


@pytest.mark.parametrize("role", DESIGN)
def test_every_kommun_has_a_way_to_it_and_a_place_where_one_can_ask(
        pages: Pages, role: str):
    page = page_of(pages, role)
    kommuner = ["botkyrka", "haninge", "huddinge", "nynashamn", "salem", "tyreso"]
    assert [link for link in links(page) if link.startswith("#")] == [f"#{k}" for k in kommuner]
    assert list(sections(page))[:6] == kommuner
    for kommun in kommuner:
        part = sections(page)[kommun]
        name = WORDS["kommun"].label(kommun)
        unknown = f"Vi vet inte om någon insats i {name} tar emot dig på det här sättet."
        assert (unknown in text(part)) == (not listed(part))
        assert f"../../kommun/{kommun}/" in links(part)
        assert links(part)[0].startswith(("tel:", "https://"))
        assert f"Så kan du säga: {ROLES[role]['sag']}" in text(part)
    assert f"Så kan du säga: {ROLES[role]['sag']}" in text(page).split("Botkyrka")[0]


@pytest.mark.parametrize("role", ROLES)
def test_what_perhaps_is_there_is_counted_apart_and_told_in_the_past(
        pages: Pages, records: dict, role: str):
    page = page_of(pages, role)
    for card in [card for card in page.iter("li") if card.find("h4") is not None]:
        data = records[card.get("data-insats")]
        ways = [way for way in data["vagar_in"] if way["vem"] in ROLES[role]["vem"]]
        if status.stage(data) == status.PERHAPS and ways:
            own = " ".join(text(p) for p in card.iter("p")).replace(data["sammanfattning"], "")
            for way in ways:
                own = own.replace(way.get("beskrivning", "–"), "").replace(
                    way.get("sedan", "–"), "")
            assert "enligt en källa från " in own, data["id"]
            assert not re.search("kan ta kontakt|Du kan |Kan ta kontakt", own), own
    perhaps = {name for name, data in records.items() if status.stage(data) == status.PERHAPS
               and (any(way["vem"] in ROLES[role]["vem"] for way in data["vagar_in"])
                    or (role == "kontaktcenter" and status.self_referral(data) != "samverkan"))}
    assert (f"{len(perhaps)} till finns kanske kvar." in text(page)) == bool(perhaps)


def test_what_is_not_known_of_the_way_and_the_number_is_one_sentence(pages: Pages):
    for role in DESIGN:
        page = text(page_of(pages, role))
        assert "Källan säger inte hur, och vi har inget nummer till insatsen." in page
        assert not re.search("Källan säger inte hur. Vi har inget nummer", page)


def test_the_school_is_led_to_kaa_and_not_told_more_than_holds(pages: Pages, records: dict):
    page = page_of(pages, "skolan")
    assert shown(page)[0] == "kaa"
    for part in sections(page).values():
        assert folded(part)[0] == "kaa"
    (start,) = [card for card in page.iter("li") if card.get("data-insats") == "start"]
    assert "Går du på Klippan" in text(start)
    assert "Skolan kan ta kontakt" not in text(start)


def test_the_contact_centre_is_short_until_unfolded_and_leads_to_the_table(
        page: Any, server: str):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{server}for/kontaktcenter/")
    assert page.evaluate("document.documentElement.scrollHeight") < 2500
    assert page.locator("main a[href$='/handlaggare/']").is_visible()
    page.get_by_role("heading", name="Huddinge").click()
    assert page.locator("details[open] [data-insats=mia-hbs]").is_visible()


def test_the_contact_centre_has_everything_one_can_be_sent_to(pages: Pages, records: dict):
    parts = sections(page_of(pages, "kontaktcenter"))
    for name, data in living(records).items():
        if data["inriktning"] == "individinriktad":
            wanted = parts if data["kommuner"] == EVERYWHERE else data["kommuner"] or ["ovriga"]
            assert [kommun for kommun in wanted if name not in shown(parts[kommun])] == [], name


def test_the_contact_centre_says_of_each_who_may_make_contact(pages: Pages, records: dict):
    for kommun, part in sections(page_of(pages, "kontaktcenter")).items():
        for card in [card for card in part.iter("li") if card.get("data-insats")]:
            data = records[card.get("data-insats")]
            here = [way for way in data["vagar_in"] if way["vem"] != "uppsokande"
                    and kommun in (way.get("kommuner") or [kommun])]
            line = next(text(p) for p in card.iter("p")
                        if re.match("Kan ta kontakt:|Kunde ta kontakt enligt|Källan säger inte vem",
                                    text(p)))
            named = {vem for vem, word in WORDS["vem"].values.items() if word["title"] in line}
            assert named == {way["vem"] for way in here}, data["id"]
            assert ("Källan säger inte vem" in line) == (not here), data["id"]


def test_a_number_is_shown_only_where_it_is_fresh(pages: Pages, records: dict):
    numbers = 0
    for card in page_of(pages, "kontaktcenter").iter("li"):
        data = records.get(card.get("data-insats"), {})
        own = {phone.link(contact["telefon"]) for contact in data.get("kontakter", [])
               if "telefon" in contact}
        found = {link for link in links(card) if link.startswith("tel:")} if own else set()
        assert found <= own
        assert bool(found) == (bool(own) and status.stage(data) == status.NOW)
        numbers += len(found)
    assert numbers


def test_a_kommun_has_its_switchboard_or_site(pages: Pages):
    parts = sections(page_of(pages, "kontaktcenter"))
    for entry in WORDS["organisation"].values.values():
        if entry.get("kommun") in parts:
            first = links(parts[entry["kommun"]])[0]
            assert first == (phone.link(entry["telefon"]) if "telefon" in entry
                             else entry["webb"])


def test_the_index_and_the_start_page_lead_there(pages: Pages):
    index = links(pages["for/index.html"].find(".//main"))
    assert {f"../for/{role}/" for role in ROLES} <= set(index)
    assert {f"../vag-in/{vem}/" for vem in ("handlaggare-fk", "socialtjanst")} <= set(index)
    assert "../vag-in/individ/" not in index
    assert "for/anhoriga/" in " ".join(links(pages["index.html"].find(".//main")))
    assert "for/" in [link.lstrip("./") for link in links(pages["index.html"].find(".//footer"))]


def catalog_of(*changes: dict[str, Any]) -> Catalog:
    plain = {"livscykel": "pagaende", "efterfoljare": GONE, "foregangare": GONE, "del_av": GONE}
    return make_catalog(record({**plain, "namn": f"Namn {number}", **change}, f"namn-{number}")
                        for number, change in enumerate(changes))


def way(vem: str, **more: Any) -> dict[str, Any]:
    return {"vem": vem, "hur": ["telefon"], "kalla": ["exempel-2026"], **more}


def stands(role: str, catalog: Catalog) -> dict[str, list[str]]:
    """Return {group: ids} of what a role's page lists."""
    return {group["id"]: [row["post"].id for part in group["lagen"].values() for row in part.posts]
            for group in for_pages.role_variables(ROLES[role], catalog)["grupper"]}


def test_a_way_for_one_kommun_is_not_shown_in_another():
    catalog = catalog_of({"kommuner": ["huddinge", "botkyrka"],
                          "vagar_in": [way("vard", kommuner=["botkyrka"])]})
    assert stands("varden", catalog) == {"botkyrka": ["namn-0"], "huddinge": []}


def test_what_has_no_kommun_is_still_there():
    catalog = catalog_of({"kommuner": [], "vagar_in": [way("vard")]},
                         {"kommuner": ["alla"], "vagar_in": [way("sip")]})
    assert stands("varden", catalog) == {"ovriga": ["namn-0", "namn-1"]}


def test_a_way_for_all_the_country_stands_in_every_kommun():
    catalog = catalog_of({"kommuner": ["alla"], "vagar_in": [way("vard")]},
                         {"kommuner": ["salem"], "vagar_in": []})
    assert stands("varden", catalog) == {"salem": ["namn-0"]}
    assert sorted(stands("kontaktcenter", catalog)["salem"]) == ["namn-0", "namn-1"]


@pytest.mark.parametrize("role", ["kontaktcenter", "varden"])
@pytest.mark.parametrize(("count", "grouped"), [(12, True), (13, False)])
def test_a_guide_of_many_kommuner_sends_every_role_on_to_their_pages(count, grouped, role):
    kommuner = [name for name in WORDS["kommun"].values if name != "alla"][:count]
    catalog = catalog_of(*({"kommuner": [kommun], "vagar_in": [way("vard")]}
                           for kommun in kommuner))
    everything = for_pages.role_variables(ROLES[role], catalog)
    assert len(everything["grupper"]) == (count if grouped else 0)
    assert sorted(everything["kommunsidor"]) == ([] if grouped else sorted(kommuner))
    assert everything["vaglistor"] == ["vard"], "the other ways have no list"
    assert everything["antal"] == {"nu": count, "kanske": 0, "slut": 0}


def test_where_no_source_says_anything_the_page_says_that_this_is_no_no(tmp_path: Path):
    records = tmp_path / "poster"
    records.mkdir()
    alone = dict.fromkeys(("foregangare", "efterfoljare", "del_av"), GONE)
    data = example({"id": "provinsats", "vagar_in": [], "endast_handlaggare": GONE, **alone})
    dump(data, records, "provinsats")
    done = katalog("bygg", "--insatser", records, "--ut", tmp_path / "ut", "--sprak", "sv")
    assert done.returncode == 0, done.stdout
    page = parse(tmp_path / "ut/for/varden/index.html").find(".//main")
    assert "Det betyder inte nej." in text(page)
    assert set(folded(page)) == {"provinsats"}
    assert not re.search(r"kan inte ta kontakt|får inte", text(page))
