"""Each rule of checks.py: a record that breaks it, one that just keeps it, the words and line."""

import pytest

from katalog import checks
from katalog.problems import ERROR, WARNING, Problem
from katalog.records import read_record
from tests import (
    test_checks_contact,
    test_checks_dates,
    test_checks_text,
    test_checks_translation,
)
from tests.factory import EXAMPLE, GONE, Case, assert_case, dump, example, problems

ENDED = {"livscykel": "avslutad", "intag": "stangt"}
SOURCE = {"titel": "Bok", "utgivare": "Exempel", "datum": "2024", "referens": "Sidan 1",
          "id": "exempel-2024"}  # fmt: skip
SALEM = ('"salem" står inte bland insatsens kommuner (huddinge, botkyrka). '
         "Lägg till den där, eller ta bort den här.")
PERFORMER = ("samordningsforbundet-hbs är utförare, men i en förbundsfinansierad insats är "
             "utföraren en medlem: kommun, region, Arbetsförmedlingen eller Försäkringskassan. "
             "Ändra roll eller form.")
ALONE = "alla står tillsammans med andra värden. Behåll bara alla, eller ta bort det."
OFFICER = {"vem": "handlaggare-fk", "hur": [], "kalla": ["exempel-2025"]}

CASES = (
    Case("ages_in_order", {"villkor.alder": {"fran": 30, "till": 29}}, "villkor.alder", "alder:",
         "lägsta ålder 30 är högre än högsta ålder 29. Byt plats på dem.",
         {"villkor.alder": {"fran": 29, "till": 29}}),
    Case("ended_has_end", {**ENDED, "period": {"fran": "2025"}}, "period.till", "^period:",
         "saknas, fast insatsen är slut. Skriv slutåret, eller okant om källan inte säger när.",
         {**ENDED, "period": {"till": "okant"}}),
    Case("ended_has_end", {**ENDED, "period": GONE}, "period.till", "^id: exempel",
         "saknas, fast insatsen är slut. Skriv slutåret, eller okant om källan inte säger när."),
    Case("ended_is_closed", {**ENDED, "intag": "ko"}, "intag", "intag: ko",
         "ko, fast insatsen är avslutad. Skriv stangt eller okant.", {**ENDED, "intag": "okant"}),
    Case("replaced_has_successor", {**ENDED, "livscykel": "ersatt"}, "efterfoljare",
         "efterfoljare:", "saknas: livscykel är ersatt. Skriv id på det som ersatte.",
         {**ENDED, "livscykel": "ersatt", "efterfoljare": ["mia-hbs"]}),
    Case("period_in_order", {"period.fran": "2029"}, "period", "^period:",
         "slutar 2028-12-31 men börjar 2029. Byt plats på datumen.", {"period.fran": "2028"}),
    Case("dates_exist", {"kallor.0.last": "2026-02-30"}, "kallor[0].last", "2026-02-30",
         '"2026-02-30" finns inte i kalendern. Skriv ÅÅÅÅ-MM-DD.',
         {"kallor.0.last": "2028-02-29"}),
    Case("dates_exist", {"kallor.0.datum": "0000-05"}, "kallor[0].datum", "0000-05",
         '"0000-05" finns inte i kalendern. Skriv ÅÅÅÅ-MM-DD.', {"kallor.0.datum": "0001-05"}),
    Case("dates_exist", {"period.fran": "0000"}, "period.fran", "fran: .0000",
         '"0000" finns inte i kalendern. Skriv ÅÅÅÅ-MM-DD.'),
    Case("dates_exist", {"oversattningar.en.datum": "2025-02-29"}, "oversattningar.en.datum",
         "2025-02-29", '"2025-02-29" finns inte i kalendern. Skriv ÅÅÅÅ-MM-DD.'),
    Case("self_or_only_caseworker", {"endast_handlaggare": True}, "endast_handlaggare",
         "endast_handlaggare: true",
         "true, men vagar_in har en väg för anhorig och individ. Ta bort det ena.",
         {"endast_handlaggare": True, "vagar_in": [OFFICER]}),
    Case("sources_exist", {"villkor.kalla": ["finns-ej"]}, "villkor.kalla[0]", "- finns-ej",
         'källan "finns-ej" finns inte under kallor. Där finns: exempel-2026, exempel-2025.'),
    Case("sources_exist", {"belagg.metod.kalla": ["exempel-2025", "x"]}, "belagg.metod.kalla[1]",
         "- x", 'källan "x" finns inte under kallor. Där finns: exempel-2026, exempel-2025.'),
    Case("sources_are_unique", {"kallor.2": SOURCE | {"id": "exempel-2025"}}, "kallor[2].id",
         "^  id: exempel-2025", 'källan "exempel-2025" finns redan. Ge den ett eget id.',
         {"kallor.2": SOURCE}),
    Case("facts_have_sources", {"belagg.metod": GONE}, "belagg.metod", "belagg:",
         "saknas: posten har flera källor, så belagg ska säga varifrån metod kommer. "
         "Exempel: metod: {kalla: [exempel-2026]}", {"belagg.metod": GONE, "metod": []}),
    Case("facts_have_sources", {"belagg.period": GONE}, "belagg.period", "belagg:",
         "saknas: posten har flera källor, så belagg ska säga varifrån period kommer. "
         "Exempel: period: {kalla: [exempel-2026]}", {"belagg.period": GONE, "period": GONE}),
    Case("all_stands_alone", {"kommuner": ["alla", "huddinge"]}, "kommuner", "^kommuner:", ALONE,
         {"kommuner": ["alla"]}),
    Case("all_stands_alone", {"villkor.forsorjning": ["lon", "alla"]}, "villkor.forsorjning",
         "forsorjning:", ALONE, {"villkor.forsorjning": ["alla"]}),
    Case("required_group_is_target", {"villkor.malgrupp": ["adhd"]}, "villkor.malgrupp[0]",
         "- adhd", '"adhd" är ett krav men står inte under malgrupp. Lägg till det där också.',
         {"villkor.malgrupp": ["adhd"], "malgrupp": ["adhd"]}),
    Case("parts_are_in_the_area", {"kontakter.0.kommuner": ["huddinge", "salem"]},
         "kontakter[0].kommuner[1]", "- salem", SALEM,
         {"kontakter.0.kommuner": ["salem"], "kommuner": ["alla"]}),
    Case("parts_are_in_the_area", {"vagar_in.0.kommuner": ["salem"]}, "vagar_in[0].kommuner[0]",
         "- salem", SALEM, {"vagar_in.0.kommuner": ["salem"], "kommuner": []}),
    Case("performers_are_members", {"organisationer.1.roll": ["utforare"]}, "organisationer[1]",
         "- organisation: samordningsforbundet-hbs", PERFORMER,
         {"organisationer.1.roll": ["utforare"], "form": "projekt"}),
    Case("performers_were_members",
         {"organisationer.1.roll": ["utforare"], "livscykel": "ej-bekraftad"},
         "organisationer[1]", "- organisation: samordningsforbundet-hbs", PERFORMER,
         {"organisationer.1.roll": ["finansiar"], "livscykel": "ej-bekraftad"}, WARNING),
    Case("how_without_way", {"vagar_in": []}, "sa_gor_du", "sa_gor_du: Ring",
         "säger hur man gör, men vagar_in är tom. Skriv vägen där också.",
         {"vagar_in": [], "sa_gor_du": GONE}, WARNING),
    Case("unused_sources", {"kallor.2": SOURCE}, "kallor[2]", "- titel: Bok",
         'inget i posten pekar på källan "exempel-2024". '
         "Behövs den? Ta annars bort den.", {}, WARNING),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule(case: Case, tmp_path):
    assert_case(case, (*checks.ERRORS, *checks.WARNINGS), tmp_path)


def test_every_rule_has_an_example_that_breaks_it():
    cases = (*CASES, *test_checks_contact.CASES, *test_checks_dates.CASES,
             *test_checks_text.CASES, *test_checks_translation.CASES)
    for level, rules in ((ERROR, checks.ERRORS), (WARNING, checks.WARNINGS)):
        assert {rule.__name__ for rule in rules} == {
            case.rule for case in cases if case.level == level}  # fmt: skip


def test_the_example_breaks_no_rule():
    record, found = read_record(EXAMPLE)
    assert found == []
    assert record.id == "exempel"


def test_the_id_is_the_name_of_the_file(tmp_path):
    path = dump(example(), tmp_path, "annat")
    assert read_record(path)[1] == [Problem(
        path.as_posix(), 1, "id",
        'id är "exempel" men filen heter annat.yaml. Gör dem lika.')]  # fmt: skip


@pytest.mark.parametrize("age", ["alla", {"fran": 65}, {"till": 20}, {"fran": 0, "till": 0}])
def test_an_open_age_is_in_order(age, tmp_path):
    assert problems(tmp_path, {"villkor.alder": age}) == []


@pytest.mark.parametrize("kommuner", [[], ["alla"]])
def test_with_an_open_area_every_kommun_of_a_contact_is_in_it(kommuner, tmp_path):
    changes = {"kommuner": kommuner, "kontakter.0.kommuner": ["salem"]}
    assert problems(tmp_path, changes) == []


@pytest.mark.parametrize(("start", "end"), [("2025", "2025-01"), ("2025-03", "2025"),
                                            ("2025-03-01", "2025-03"), ("2025", "okant")])
def test_dates_of_different_precision_that_may_agree_are_in_order(start, end, tmp_path):
    assert problems(tmp_path, {"period.fran": start, "period.till": end}) == []


def test_a_record_with_one_source_needs_no_belagg(tmp_path):
    only = {"kallor.1": GONE, "belagg": GONE, "vagar_in.1.kalla": ["exempel-2026"]}
    assert problems(tmp_path, only) == []


@pytest.mark.parametrize("life", ["ej-bekraftad", "implementerad", "avslutad", "ersatt"])
def test_an_old_insats_with_an_odd_performer_is_only_warned_about(life, tmp_path):
    changes = {"organisationer.1.roll": ["utforare"], "livscykel": life, "intag": "okant",
               "efterfoljare": ["mia-hbs"]}  # fmt: skip
    assert [problem.level for problem in problems(tmp_path, changes)] == [WARNING]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"malgrupp": ["uvas", "felstavadgrupp"]}, "malgrupp[1]"),
        ({"kontakter.0.telefon": 46846500410}, "kontakter[0].telefon"),
        ({"kallor.1": "exempel-2025"}, "kallor[1]"),
        ({"kontakter.1": "vaxeln"}, "kontakter[1]"),
        ({"efterfoljare": ["Fel Id"], "livscykel": "ersatt", "intag": "stangt"},
         "efterfoljare[0]"),
        ({"period.till": "i år", "livscykel": "avslutad", "intag": "stangt"}, "period.till"),
        ({"belagg.metod.kalla": "exempel-2025"}, "belagg.metod.kalla"),
        ({"vagar_in.0.hur": "telefon"}, "vagar_in[0].hur"),
    ],
)
def test_what_the_shape_refuses_makes_no_rule_say_what_is_untrue(changes, field, tmp_path):
    assert [problem.field for problem in problems(tmp_path, changes)] == [field]
