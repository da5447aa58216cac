"""contact_facts.py: what in a file somebody could ring, write to or open; contact_doubts.py and
hosts.py: what is odd with it."""

import pytest

from katalog import hosts
from katalog.contact_doubts import doubts
from katalog.contact_facts import Fact, facts

RECORD = """id: prov
sa_gor_du: >
  Ring 08-530 610 00 eller skriv till
  prov@exempel.se. Läs på exempel.se/ansok, t.ex. i dag.
vagar_in:
  - vem: individ
    kontakt: [vaxeln]
kontakter:
  - id: vaxeln
    funktion: Växeln
    telefon: "112"
    adress: Storgatan 1, Huddinge
    webb: https://www.exempel.se/a
"""
KNOWN = {"www.botkyrka.se", "www.salem.se", "huddinge.se", "www.pts.se"}


def found(name: str, text: str) -> list[tuple]:
    return [(fact.kind, fact.place, fact.value, fact.line) for fact in facts(name, text)]


def test_facts_of_a_record_stand_in_fields_with_ids():
    assert found("insatser/prov.yaml", RECORD) == [
        ("epost", "sa_gor_du", "prov@exempel.se", 2),
        ("webb", "sa_gor_du", "exempel.se/ansok", 2),
        ("telefon", "sa_gor_du", "08-530 610 00", 2),
        ("funktion", "kontakter[vaxeln].funktion", "Växeln", 10),
        ("telefon", "kontakter[vaxeln].telefon", "112", 11),
        ("adress", "kontakter[vaxeln].adress", "Storgatan 1, Huddinge", 12),
        ("webb", "kontakter[vaxeln].webb", "https://www.exempel.se/a", 13)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("theme/templates/base.html", '<a href="tel:112">112</a>', [("telefon", "", "112", 1)]),
        ("theme/templates/base.html", '<a href="mailto:a@b.se">', [("epost", "", "a@b.se", 1)]),
        ("theme/static/js/sok.js", 'fetch("https://a.se/x");', [("webb", "", "https://a.se/x", 1)]),
        ("theme/static/js/sok.js", 'img.src = "//a.se/x"', [("webb", "", "//a.se/x", 1)]),
        ("theme/static/js/sok.js", "item.name = row.value; // a remark", []),
        ("theme/static/css/guide.css", "url(https://a.se/b.png)",
         [("webb", "", "https://a.se/b.png", 1)]),
        ("content/sidor/om.md", "Text\n\nRing [08-530 610 00](tel:+46853061000).",
         [("telefon", "", "+46853061000", 3), ("telefon", "", "08-530 610 00", 3)]),
        ("content/sidor/om.md", "Läs om.md och gå till www.a.se.", [("webb", "", "www.a.se", 1)]),
        ("content/sidor/om.md", "t.ex. bl.a. kl. 8.30 den 2026-11-23, 15 000 kr", []),
        ("schema/sprak/ar.po", 'msgid ""\n"Ring 0900-"\n"123 45"\nmsgstr ""\n"a@"\n"b.se"',
         [("telefon", "", "0900-123 45", 1), ("epost", "", "a@b.se", 4)]),
        ("schema/sprak/ar.po", 'msgstr "٠٩٠٠-١٢٣ ٤٥"', [("telefon", "", "٠٩٠٠-١٢٣ ٤٥", 1)]),
        ("schema/vokabular/x.json", '{"$schema": "https://a.se/", "oneOf": [{"const": "k", '
         '"webb": "https://b.se"}]}', [("webb", "oneOf[k].webb", "https://b.se", 1)]),
        ("insatser/trasig.yaml", "id: [\n  telefon: 08-530 610 00",
         [("telefon", "", "08-530 610 00", 2)]),
        ("utgivare.yaml", "rapportadress: a@b.se\nwebbadress: https://b.se\nnamn:",
         [("epost", "rapportadress", "a@b.se", 1), ("webb", "webbadress", "https://b.se", 2)]),
        ("insatser/tom.yaml", "", []),
    ],
)  # fmt: skip
def test_facts_of_every_kind_of_file(name, text, expected):
    assert found(name, text) == expected


def test_two_ways_of_writing_a_number_are_the_same_fact():
    keys = {fact.key for text in ("08-530 610 00", "+46 8 530 610 00", "08-53061000")
            for fact in facts("x.md", f"Ring {text}.")}
    assert keys == {"+46853061000"}


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("telefon", "08-530 610 00", []),
        ("telefon", "112", []),
        ("telefon", "hej", []),
        ("telefon", "0900-123 45 67", ["Betalnummer: den som ringer får betala extra."]),
        ("telefon", "118 118", ["Betalnummer: den som ringer får betala extra."]),
        ("telefon", "+371 6712 3456", ["Utländskt nummer (+371)."]),
        ("telefon", "070-174 06 05", ["Mobilnummer: på numret syns inte vem som svarar."]),
        ("telefon", "075-123 45 67",
         ["Personligt nummer (075): det kopplas vidare vart som helst."]),
        ("adress", "Storgatan 1", []),
        ("webb", "https://botkyrka.se/ny", []),
        ("webb", "https://nagot-annat.se", []),
        ("webb", "https://malmö.se", []),
        ("webb", "https://scripts.se", []),  # pts is too short to be what somebody takes it for
        ("webb", "https://botkyrka.se/@sidan", []),
        ("webb", "http://huddinge.se", ["Länken är inte krypterad (http)."]),
        ("webb", "https://botkyrka.nu", ["Liknar botkyrka.se"]),
        ("webb", "https://botkyrka-kommun.se", ["Liknar botkyrka.se"]),
        ("webb", "https://botkyrka.se.exempel.com/a", ["Liknar botkyrka.se"]),
        ("webb", "https://huddlnge.se", ["Liknar huddinge.se"]),
        ("epost", "kansli@sa1em.se", ["Liknar salem.se"]),
        ("webb", "https://botkyrka.se@exempel.com",
         ["Det som står före @ är inte adressen. Länken leder till exempel.com."]),
        ("webb", "https://192.0.2.7/a",
         ["Länken leder till en dators nummer, inte till ett namn."]),
        ("webb", "https://[::1/", ["Adressen går inte att läsa."]),
        ("webb", "https://xn--malm-8qa.se",
         ["Namnet är skrivet i kod (xn--). Det läses malmö.se."]),
        ("webb", "https://b\u043etkyrka.se",
         ["Har bokstäver som bara liknar våra: \u043e (U+043E).", "Liknar botkyrka.se"]),
        ("epost", "kansl\u0456@huddinge.se",
         ["Har bokstäver som bara liknar våra: \u0456 (U+0456)."]),
    ],
)  # fmt: skip
def test_what_is_odd_is_said(kind, value, expected):
    said = [sentence.format(shown) for sentence, shown in
            doubts(Fact(kind, "", value, value, 1), KNOWN)]
    assert [text.split(", som redan")[0] for text in said] == expected


@pytest.mark.parametrize(
    ("address", "host"),
    [("https://A.se/b", "a.se"), ("//a.se", "a.se"), ("a.se/b", "a.se"), ("x@a.se", "a.se"),
     ("https://a.se:443", "a.se"), ("https://a.se.", "a.se"), ("https://[", ""), ("", "")],
)  # fmt: skip
def test_the_host_of_an_address(address, host):
    assert hosts.host_of(address) == host


def test_a_name_in_code_is_read_and_a_broken_one_left():
    assert hosts.as_read("www.xn--malm-8qa.se") == "www.malmö.se"
    assert hosts.as_read("xn--\u00e5.se") == "xn--\u00e5.se"
    assert hosts.as_read("xn--99999999999.se") == "xn--99999999999.se"
