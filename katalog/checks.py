"""What a single record must mean, beyond its shape: one small function a rule.

Comes in: a record's id (its file name) and data whose fields each have a sound shape, though
required ones may be missing. Goes out: (path, message, level).
To add a rule, write a function that yields (path, message) and put it in ERRORS or WARNINGS.
Rules about sources, contacts, texts and translations are in checks_source.py, checks_contact.py,
checks_text.py and checks_translation.py.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from katalog import checks_contact, checks_source, checks_text, checks_translation
from katalog.problems import ERROR, WARNING, FieldPath
from katalog.status import who_may_apply
from katalog.vocabularies import load_vocabularies

Data = dict[str, Any]
Finding = tuple[FieldPath, str]

ENDED = ("avslutad", "ersatt")
CURRENT = ("kommande", "pagaende")
MEMBER_TYPES = ("kommun", "region", "arbetsformedlingen", "forsakringskassan")


def findings(name: str, data: Data) -> Iterator[tuple[FieldPath, str, str]]:
    """Yield (path, message, level) for every rule the record breaks."""
    if data.get("id") not in (None, name):
        yield ("id",), f'id är "{data["id"]}" men filen heter {name}.yaml. Gör dem lika.', ERROR
    if name != "exempel":
        for path, message in checks_text.left_of_the_example(data):
            yield path, message, ERROR
    data = within_reach(data)
    for level, rules in ((ERROR, ERRORS), (WARNING, WARNINGS)):
        for rule in rules:
            for path, message in rule(data):
                yield path, message, level


def within_reach(data: Data) -> Data:
    """Return the data so that a rule may ask for any list or group of fields: what is missing or
    was refused is empty there. Plain values may still be None."""
    groups = {name: data.get(name) or {} for name in ("villkor", "period", "belagg")}
    items = {name: [item or {} for item in data.get(name) or []]
             for name in ("vagar_in", "kontakter", "organisationer", "resultat", "kallor")}
    lists = {name: data.get(name) or [] for name in ("kommuner", "malgrupp", "efterfoljare")}
    return {**data, **groups, **items, **lists}


def ages_in_order(data: Data) -> Iterator[Finding]:
    """Lower age ≤ upper age."""
    age = data["villkor"].get("alder")
    if isinstance(age, dict) and (age.get("fran") or 0) > (age.get("till") or 999):
        yield ("villkor", "alder"), (
            f"lägsta ålder {age['fran']} är högre än högsta ålder {age['till']}. Byt plats på dem.")


def ended_has_end(data: Data) -> Iterator[Finding]:
    """What has ended tells when."""
    if data.get("livscykel") in ENDED and "till" not in data["period"]:
        yield ("period", "till"), (
            "saknas, fast insatsen är slut. Skriv slutåret, eller okant om källan inte säger när.")


def ended_is_closed(data: Data) -> Iterator[Finding]:
    """What has ended takes nobody in."""
    if data.get("livscykel") in ENDED and data.get("intag") in ("oppet", "ko", "fullt"):
        yield ("intag",), (
            f"{data['intag']}, fast insatsen är {data['livscykel']}. Skriv stangt eller okant.")


def replaced_has_successor(data: Data) -> Iterator[Finding]:
    """What was replaced says by what."""
    if data.get("livscykel") == "ersatt" and not data["efterfoljare"]:
        yield ("efterfoljare",), "saknas: livscykel är ersatt. Skriv id på det som ersatte."


def period_in_order(data: Data) -> Iterator[Finding]:
    """A period starts before it ends."""
    period = data["period"]
    start, end = period.get("fran"), period.get("till")
    if start and end and end != "okant":
        length = min(len(start), len(end))
        if start[:length] > end[:length]:
            yield ("period",), f"slutar {end} men börjar {start}. Byt plats på datumen."


def dates_exist(data: Data) -> Iterator[Finding]:
    """A date is in the calendar, which has no year 0000."""
    for path, text in _dates(data):
        try:
            date.fromisoformat(text + "-01-01"[len(text) - len("2026"):])
        except ValueError:
            yield path, f'"{text}" finns inte i kalendern. Skriv ÅÅÅÅ-MM-DD.'


def self_or_only_caseworker(data: Data) -> Iterator[Finding]:
    """Self-referral and "only a caseworker can apply" exclude each other."""
    open_to = who_may_apply(data) & {"individ", "anhorig"}
    if data.get("endast_handlaggare") and open_to:
        yield ("endast_handlaggare",), (
            f"true, men vagar_in har en väg för {' och '.join(sorted(open_to))}. "
            "Ta bort det ena.")


def all_stands_alone(data: Data) -> Iterator[Finding]:
    """`alla` makes every other value of the list meaningless."""
    terms = data["villkor"]
    lists = {("kommuner",): data["kommuner"],
             ("villkor", "kommuner"): terms.get("kommuner") or [],
             ("villkor", "forsorjning"): terms.get("forsorjning") or []}
    for path, values in lists.items():
        if "alla" in values and len(values) > 1:
            yield path, ("alla står tillsammans med andra värden. "
                         "Behåll bara alla, eller ta bort det.")


def required_group_is_target(data: Data) -> Iterator[Finding]:
    """A group that is a condition is also a group the insats is for."""
    for number, group in enumerate(data["villkor"].get("malgrupp") or []):
        if group and group not in data["malgrupp"]:
            yield ("villkor", "malgrupp", number), (
                f'"{group}" är ett krav men står inte under malgrupp. Lägg till det där också.')


def parts_are_in_the_area(data: Data) -> Iterator[Finding]:
    """A way in or a contact for some kommuner is for kommuner of the insats."""
    area = [kommun for kommun in data["kommuner"] if kommun]
    if not area or "alla" in area:
        return
    for part in ("vagar_in", "kontakter"):
        for number, item in enumerate(data[part]):
            for place, kommun in enumerate(item.get("kommuner") or []):
                if kommun and kommun not in area:
                    yield (part, number, "kommuner", place), (
                        f'"{kommun}" står inte bland insatsens kommuner ({", ".join(area)}). '
                        "Lägg till den där, eller ta bort den här.")


def performers_are_members(data: Data) -> Iterator[Finding]:
    """In a current förbundsfinansierad insats every utförare is a member, never the förbund."""
    if data.get("livscykel") in CURRENT:
        yield from _odd_performers(data)


def performers_were_members(data: Data) -> Iterator[Finding]:
    """The same rule for what is over or unconfirmed: worth a look, perhaps true of its time."""
    if data.get("livscykel") not in CURRENT:
        yield from _odd_performers(data)


def how_without_way(data: Data) -> Iterator[Finding]:
    """`sa_gor_du` promises a way in that no `vag_in` states."""
    if data.get("sa_gor_du") and not data["vagar_in"]:
        yield ("sa_gor_du",), "säger hur man gör, men vagar_in är tom. Skriv vägen där också."


def _odd_performers(data: Data) -> Iterator[Finding]:
    if data.get("form") != "forbundsfinansierad":
        return
    organisations = load_vocabularies()["organisation"].values
    for number, item in enumerate(data["organisationer"]):
        name = item.get("organisation")
        kind = organisations.get(name, {}).get("typ", "okänd")
        if name and "utforare" in (item.get("roll") or []) and kind not in MEMBER_TYPES:
            yield ("organisationer", number), (
                f"{name} är utförare, men i en förbundsfinansierad insats är "
                "utföraren en medlem: kommun, region, Arbetsförmedlingen eller Försäkringskassan. "
                "Ändra roll eller form.")


def _dates(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield every date of the record, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("datum", "last", "kontrollerad", "fran", "till") and isinstance(inner, str):
                if inner != "okant":
                    yield (*path, key), inner
            else:
                yield from _dates(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _dates(inner, (*path, number))


Rule = Callable[[Data], Iterator[Finding]]

ERRORS: tuple[Rule, ...] = (
    ages_in_order,
    ended_has_end,
    ended_is_closed,
    replaced_has_successor,
    period_in_order,
    dates_exist,
    self_or_only_caseworker,
    all_stands_alone,
    required_group_is_target,
    parts_are_in_the_area,
    performers_are_members,
    *checks_source.ERRORS,
    *checks_contact.ERRORS,
    *checks_text.ERRORS,
    *checks_translation.ERRORS,
)
WARNINGS: tuple[Rule, ...] = (
    performers_were_members,
    how_without_way,
    *checks_source.WARNINGS,
    *checks_contact.WARNINGS,
    *checks_text.WARNINGS,
    *checks_translation.WARNINGS,
)
