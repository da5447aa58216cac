"""The parts of a made-up record that point at each other: sources, contacts, ways in, terms.

Comes in: chance, and what is known of the record. Goes out: plain data for its fields.
"""

from functools import cache
from typing import Any

from katalog.checks_source import SOURCED_FIELDS
from katalog.json_file import read_json
from katalog.paths import SCHEMA
from katalog.vocabularies import Vocabulary, load_vocabularies
from tests.prestanda import fraser
from tests.prestanda.slump import Slump

Data = dict[str, Any]
MEMBERS = ("kommunerna", "regionerna", "arbetsformedlingen", "forsakringskassan")
DOKUMENT = (
    ("oversikt", "Översikt över stöd till arbete", "2025-03", None),
    ("verksamhet", "Verksamhetsberättelse", "2024", "våren 2025"),
    ("karta", "Karta över insatser och mottagningar", "2025-11-03", None),
    ("uppfoljning", "Uppföljning av projekt", "2022-09-30", None),
)
# What a figure counts, in the order of MATT.
ENHETER = ("personer", "procent", "procent", "miljoner kronor", "platser", "organisationer",
           "kommuner", "år")  # fmt: skip


@cache
def values(name: str) -> tuple[str, ...]:
    """Return the ids of a vocabulary; `alla` is chosen apart."""
    return tuple(value for value in vocabulary(name).values if value != "alla")


def vocabulary(name: str) -> Vocabulary:
    """Return a vocabulary."""
    return load_vocabularies()[name]


@cache
def field_order() -> tuple[str, ...]:
    """Return the fields of a record in the order of the schema."""
    return tuple(read_json(SCHEMA / "insats.schema.json")["properties"])


def owner(kommun: str, slump: Slump) -> str:
    """Return who has the responsibility: most often the kommun, by its own name if we have it."""
    own = [name for name, value in vocabulary("organisation").values.items()
           if value.get("kommun") == kommun]
    ours = own[0] if own else "kommunerna"
    return ours if slump.often(0.6) else slump.one(MEMBERS)


def kallor(kommun: str, slump: Slump) -> list[Data]:
    """Return one to three sources; all but where to look is given by the id."""
    chosen = slump.some(DOKUMENT, 1, slump.weighed({1: 50, 2: 35, 3: 15}))
    return [_kalla(kommun, *document, slump) for document in chosen]


def _kalla(kommun: str, name: str, title: str, day: str, words: str | None, slump: Slump) -> Data:
    place = vocabulary("kommun").label(kommun)
    source = {"id": f"{name}-{kommun}-{day[:4]}", "titel": f"{title}, {place}",
              "utgivare": f"Kansliet i {place}", "datum": day}
    if words:
        source["datum_text"] = words
    source["referens"] = f"Avsnitt {slump.whole(1, 9)}, sidan {slump.whole(3, 80)}"
    if name == "karta":
        source["webb"] = f"https://www.example.org/{kommun}/karta"
    if slump.often(0.8):
        source["last"] = dag(slump)
    return source


def dag(slump: Slump) -> str:
    """Return a day after every source and before the guide."""
    return f"2026-{slump.whole(1, 9):02d}-{slump.whole(1, 28):02d}"


def vissa(kallor: list[Data], slump: Slump) -> list[str]:
    """Return the ids of one of the sources, sometimes two."""
    return [source["id"] for source in slump.some(kallor, 1, 2 if slump.often(0.1) else 1)]


def belagd(kallor: list[Data], slump: Slump, share: float = 0.4) -> Data:
    """Return where a fact comes from, and sometimes when it was confirmed."""
    known: Data = {"kalla": vissa(kallor, slump)}
    return {**known, "kontrollerad": dag(slump)} if slump.often(share) else known


def villkor(kommuner: list[str], malgrupp: list[str], kallor: list[Data], slump: Slump) -> Data:
    """Return the terms; {} when none is known."""
    terms = {"alder": _alder(slump) if slump.often(0.55) else None,
             "kommuner": _or_all(kommuner, 0.1, slump) if slump.often(0.3) else None}
    if slump.often(0.5):
        terms["forsorjning"] = _or_all(slump.some(values("forsorjning"), 1, 4), 0.08, slump)
    if slump.often(0.2):
        terms["malgrupp"] = slump.some(malgrupp, 1, 2)
    for name, answers in (("inskriven_af", ("ja", "nej", "alla")), ("diagnos", ("ja", "nej")),
                          ("beslut_kravs", ("ja", "nej"))):
        terms[name] = slump.one(answers) if slump.often(0.2) else None
    if slump.often(0.3):
        terms["ovriga_villkor"] = fraser.meningar(fraser.OVRIGA_VILLKOR, slump, 1, 2)
    known = {name: value for name, value in terms.items() if value}
    return {**known, **belagd(kallor, slump)} if known else {}


def _alder(slump: Slump) -> Any:
    low = slump.weighed({16: 40, 18: 25, 20: 15, 25: 5, 30: 15})
    ages = {"från": {"fran": low}, "till": {"till": low + 9}, "alla": "alla",
            "båda": {"fran": low, "till": low + slump.whole(5, 35)}}
    return ages[slump.weighed({"från": 30, "till": 10, "båda": 50, "alla": 10})]


def _or_all(values: list[str], share: float, slump: Slump) -> list[str]:
    return ["alla"] if values and slump.often(share) else values


def organisationer(owner: str, form: str, slump: Slump) -> list[Data]:
    """Return the owner and its partners; who performs is a member where that is the rule."""
    found = [{"organisation": owner, "roll": ["insatsagare", *slump.some(
        ("administrativ-agare", "projektagare", "utforare"), 0, 2)]}]
    pool = [*MEMBERS, slump.one(values("organisation")), slump.one(values("organisation"))]
    for other in dict.fromkeys(slump.some(pool, 0, 3)):
        if other != owner:
            roles = values("roll")[3:] if other in MEMBERS or form != "forbundsfinansierad" else (
                values("roll")[4:])
            found.append({"organisation": other, "roll": slump.some(roles, 1, 2)})
    for item in found:
        if slump.often(0.4):
            item["text"] = fraser.mening(slump.one(fraser.ORGANISATION_TEXT), slump)
    return found


def resultat(kallor: list[Data], slump: Slump) -> list[Data]:
    """Return up to three figures, each with its year and source."""
    found = []
    for measure in slump.some(fraser.MATT, 1, 3):
        figure: Data = {"matt": measure, "varde": slump.whole(2, 90),
                        "enhet": ENHETER[fraser.MATT.index(measure)]}
        if figure["enhet"] == "miljoner kronor":
            figure["varde"] = slump.whole(11, 99) / 10
        if slump.often(0.3):
            figure["ungefar"] = True
        figure["avser"] = str(slump.whole(2019, 2024))
        if slump.often(0.4):
            figure["text"] = fraser.mening(slump.one(fraser.RESULTAT_TEXT), slump)
        found.append({**figure, **belagd(kallor, slump, 0.2)})
    return found


def belagg(data: Data, sources: list[Data], slump: Slump) -> Data:
    """Return where each fact comes from, so that every source carries one."""
    stated = [name for name in SOURCED_FIELDS if data.get(name) not in (None, [], "okant")]
    found = {name: belagd(sources, slump, 0.2) for name in stated}
    found["sammanfattning"]["kalla"] = [source["id"] for source in sources]
    return found
