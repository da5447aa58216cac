"""Valid records of every shape, for Hypothesis: drawn from the schema, then made to agree.

Comes in: schema/. Goes out: a strategy of records, and what makes a group {id: data} of some of
them. The schema gives the shape of each field; `AGREE` is the list of what the fields of a record
owe each other, one function each.
"""

import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import strategies as st

from katalog.textfile import odd_characters
from tests.mutanter import schema
from tests.mutanter.samband import BELAGDA
from tests.mutanter.schema import Schema

Data = dict[str, Any]

LANGUAGES = ("en", "ar", "so", "fi", "ti")
PHONES = ("08-530 610 00", "+46 8 530 610 00", "112", "1177", "0771-524 524", "070-174 06 05")
EMAILS = ("kommun@provort.se", "a@b.se", "för.ening@provort.se", "a+b@provort.se", "O'Brien@x.se")
SITES = ("https://www.provort.se", "https://a-b.x1.org/%C3%A5?a=1&b=2#c", "https://x.se/(a),b;c")
# A text may hold any letter there is, and signs that mean something to some program.
LETTERS = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))
SIGNS = st.sampled_from(list("<>&\"'`=+-@|%{}[]()#*_\\/:;,.!?~^$€åäöÅÄÖ 🙂‰½"))
CODE = re.compile(r"<[a-z/!?]|\{\{|\{%|\{#|(java|vb)script\s*:|data:text/|\d[\d\s+-]{9}",
                  re.IGNORECASE)
WORD = st.text(st.characters(categories=("Ll",), max_codepoint=0x17F), min_size=1, max_size=6)


def records() -> st.SearchStrategy[Data]:
    """Return what the schema allows; `together` makes the fields agree."""
    return _of(schema.whole())


def _text(shortest: int, longest: int) -> st.SearchStrategy[str]:
    """Return texts as they are read: no space at the ends, one at a time, composed letters."""
    return st.text(LETTERS | SIGNS, min_size=shortest, max_size=min(longest, 40)).map(
        lambda text: " ".join(unicodedata.normalize("NFC", text).split())).filter(
        lambda text: len(text) >= shortest and not CODE.search(text) and not odd_characters(text))


def _plain() -> st.SearchStrategy[str]:
    """Return texts in short words and sentences, as a summary must be."""
    sentence = st.lists(WORD, min_size=6, max_size=9).map(lambda words: " ".join(words) + ".")
    return st.lists(sentence, min_size=2, max_size=4).map(" ".join)


def _day() -> st.SearchStrategy[str]:
    return st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)


FORMS: dict[str, st.SearchStrategy[Any]] = {
    "dag": _day(),
    "datum": st.tuples(_day(), st.sampled_from((4, 7, 10))).map(lambda cut: cut[0][:cut[1]]),
    "id": st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True),
    "webbadress": st.sampled_from(SITES),
    "telefon": st.sampled_from(PHONES),
    "epost": st.sampled_from(EMAILS),
    "sammanfattning": _plain(),
    "varde": st.integers(-10**6, 10**9) | st.floats(-1e6, 1e6).map(lambda value: round(value, 3)),
}


def _of(node: Schema, name: str = "") -> st.SearchStrategy[Any]:
    """Return what a schema allows."""
    forms, node = schema.forms(node), schema.resolved(node)
    if node.get("type") in ("string", "number"):
        forms = (*forms, name)
    for each in forms:
        if each in FORMS:
            return FORMS[each]
    if "oneOf" in node or ("anyOf" in node and "type" not in node):
        return st.one_of(*(_of(each) for each in node.get("oneOf", node.get("anyOf"))))
    if "enum" in node or "const" in node:
        return st.sampled_from(node.get("enum") or [node["const"]])
    return TYPES[node["type"]](node)


def _object(node: Schema) -> st.SearchStrategy[Data]:
    extra = node.get("additionalProperties")
    if extra:
        return st.dictionaries(st.sampled_from(LANGUAGES), _of(extra), min_size=1, max_size=3)
    fields = {name: _of(each, name) for name, each in node["properties"].items()}
    needed = {name: fields.pop(name) for name in node.get("required", ())}
    return st.fixed_dictionaries(needed, optional=fields).filter(
        lambda made: len(made) >= node.get("minProperties", 0) and _has_one(made, node))


def _has_one(made: Data, node: Schema) -> bool:
    return not node.get("anyOf") or any(set(each["required"]) <= set(made)
                                        for each in node["anyOf"])


def _array(node: Schema) -> st.SearchStrategy[list[Any]]:
    return st.lists(_of(node["items"]), min_size=node.get("minItems", 0), max_size=3,
                    unique=node.get("uniqueItems", False) or None)


TYPES: dict[str, Callable[[Schema], st.SearchStrategy[Any]]] = {
    "object": _object,
    "array": _array,
    "string": lambda node: _text(node.get("minLength", 1), node.get("maxLength", 40)),
    "boolean": lambda node: st.booleans(),
    "integer": lambda node: st.integers(node["minimum"], node["maximum"]),
}


def together(records: list[Data]) -> dict[str, Data]:
    """Return the records under ids of their own, in a line of descent, each in agreement."""
    made = {f"post-{number}": deepcopy(data) for number, data in enumerate(records)}
    names = list(made)
    for number, (name, data) in enumerate(made.items()):
        data |= {"id": name, "namn": f"{data['namn'][:140]} {number}"}
        for words in (data.get("lattlast", {}), *data.get("oversattningar", {}).values()):
            if "namn" in words:
                words["namn"] = f"{words['namn'][:140]} {number}"
        data["foregangare"] = names[number - 1:number] if number else []
        data["efterfoljare"] = names[number + 1:number + 2]
        data["del_av"] = names[:1] if number > 1 else []
        for agree in AGREE:
            agree(data)
    return made


def _sources(data: Data) -> None:
    """Every `kalla` is one of the sources; with two, each fact says which."""
    for number, source in enumerate(data["kallor"]):
        source["id"] = f"{data['id']}-kalla-{number}"
    ids = [source["id"] for source in data["kallor"]]
    holders = [data.get("villkor", {}), *data["vagar_in"], *data.get("kontakter", []),
               *data.get("resultat", []), *data.get("belagg", {}).values()]
    for number, holder in enumerate(holders):
        if "kalla" in holder:
            holder["kalla"] = list(dict.fromkeys((ids[number % len(ids)], ids[0])))
    if len(ids) > 1:
        data["belagg"] = {name: {"kalla": ids[:1]} for name in BELAGDA if name in data}


def _contacts(data: Data) -> None:
    """A way in leads to contacts that have what it needs."""
    contacts = data.get("kontakter", [])
    for number, contact in enumerate(contacts):
        contact["id"] = f"kontakt-{number}"
    for way in data["vagar_in"]:
        if "kontakt" in way:
            way["kontakt"] = [contact["id"] for contact in contacts][:len(way["kontakt"])]
        pointed = [each for each in contacts if each["id"] in way.get("kontakt", [each["id"]])]
        way["hur"] = [how for how in way["hur"] if how not in NEEDS
                      or any(NEEDS[how] in contact for contact in pointed)]


NEEDS = {"telefon": "telefon", "epost": "epost", "besok": "adress"}


def _life(data: Data) -> None:
    """What is over has an end, takes nobody in, and what was replaced has a successor."""
    if data["livscykel"] == "ersatt" and not data["efterfoljare"]:
        data["livscykel"] = "avslutad"
    if data["livscykel"] in ("avslutad", "ersatt"):
        data["intag"] = "stangt"
        data.setdefault("period", {}).setdefault("till", "okant")
        _sources(data)  # a period is a fact


def _orders(data: Data) -> None:
    """From comes before to."""
    for holder in (data.get("period", {}), data.get("villkor", {}).get("alder", {})):
        if isinstance(holder, dict) and {"fran", "till"} <= set(holder) and (
                holder["till"] != "okant"):
            holder["fran"], holder["till"] = sorted((holder["fran"], holder["till"]))
            if isinstance(holder["fran"], str):
                holder["fran"] = holder["fran"][:4]


def _alone(data: Data) -> None:
    """`alla` stands alone."""
    for holder in (data, data.get("villkor", {})):
        for name in ("kommuner", "forsorjning"):
            if "alla" in holder.get(name, []):
                holder[name] = ["alla"]


def _area(data: Data) -> None:
    """A part is for kommuner of the whole."""
    area = data["kommuner"]
    for part in [*data["vagar_in"], *data.get("kontakter", [])]:
        if area and area != ["alla"] and "kommuner" in part:
            part["kommuner"] = area[:len(part["kommuner"])]


def _groups(data: Data) -> None:
    """A group that is required is one that it is for."""
    required = data.get("villkor", {}).get("malgrupp", [])
    if required:
        data["malgrupp"] = list(dict.fromkeys([*data.get("malgrupp", []), *required]))


def _caseworker(data: Data) -> None:
    """Only caseworkers, or also the person, not both."""
    if {way["vem"] for way in data["vagar_in"]} & {"individ", "anhorig"}:
        data.pop("endast_handlaggare", None)


def _performers(data: Data) -> None:
    """In what a förbund pays for, members do the work."""
    if data.get("form") == "forbundsfinansierad":
        for item in data.get("organisationer", []):
            item["organisation"] = "huddinge-kommun"


AGREE = (_alone, _area, _groups, _caseworker, _performers, _contacts, _orders, _life, _sources)
