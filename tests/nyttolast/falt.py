"""Every text field, found by walking the schemas, so that no new one is forgotten.

Comes in: schema/*.schema.json. Goes out: FIELDS, the names of all fields that carry payloads, by
number; `poisoned`, a record in which each text is one payload.
"""

from collections.abc import Callable, Iterator
from typing import Any

from katalog.json_file import read_json
from katalog.paths import SCHEMA
from tests.factory import example
from tests.nyttolast.laster import marked

Step = str
Path = tuple[Step, ...]  # "[]" is any item of a list, "*" any key
TEXT, ADDRESS, SHAPED = "text", "address", "shaped"
LISTS, KEYS = "[]", "*"
# Fields of one form only, whatever their schema says: a number, an e-mail address.
OWN_FORM = {"telefon", "epost", "rapportadress"}
LANGUAGES = ("en", "ar", "so", "fi", "ti")  # ti: a language that the guide itself has not
# What has no schema of its own: the texts of the catalogues, and of the prose pages.
OTHERS = ("po/mallar", "po/skript", "sidor/title", "sidor/beskrivning", "sidor/text")


def leaves(name: str) -> Iterator[tuple[Path, str]]:
    """Yield (path, TEXT, ADDRESS or SHAPED) of every string that a schema knows."""
    schema = read_json(SCHEMA / f"{name}.schema.json")
    yield from dict.fromkeys(_leaves(schema, (), schema.get("$defs", {})))


def _leaves(node: dict[str, Any], path: Path, known: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    reference = node.get("$ref", "")
    if reference.startswith("#/$defs/"):
        node = {**known[reference.removeprefix("#/$defs/")], **node}
    elif reference:  # a vocabulary
        yield path, SHAPED
        return
    for step, inner in _inner(node):
        yield from _leaves(inner, (*path, *step), known)
    if "enum" in node or "const" in node:
        yield path, SHAPED
    elif "string" in str(node.get("type")):  # or one of several types
        yield path, _kind(path, node)


def _inner(node: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    yield from (((), option) for key in ("oneOf", "anyOf") for option in node.get(key, ()))
    yield from (((key,), inner) for key, inner in node.get("properties", {}).items())
    yield from (((step,), node[key]) for key, step in (("items", LISTS),
                                                       ("additionalProperties", KEYS))
                if isinstance(node.get(key), dict))


def _kind(path: Path, node: dict[str, Any]) -> str:
    pattern = node.get("pattern", "")
    if pattern.startswith("^http"):
        return ADDRESS
    return SHAPED if pattern and not pattern.startswith("[^") and path[-1] not in OWN_FORM else TEXT


def texts(name: str) -> list[Path]:
    """Return the paths of the texts of a schema."""
    return [path for path, kind in leaves(name) if kind == TEXT]


def dotted(name: str, path: Path) -> str:
    """Return the name of a field, told apart by its schema."""
    return f"{name}/{'.'.join(path)}"


def _all() -> Iterator[str]:
    for name in ("insats", "vokabular", "utgivare", "tillganglighet", "ordlista", "kriterier"):
        yield from (dotted(name, path) for path in texts(name))
    yield dotted("insats", ("kontakter", LISTS, "webb"))  # a sound address with a payload after it
    yield dotted("insats", ("kallor", LISTS, "webb"))
    yield from OTHERS


FIELDS = list(_all())
NUMBER = {name: number for number, name in enumerate(FIELDS)}
RECORD = [path for path in texts("insats") if path[-1] != "telefon"]
WEB = [("kontakter", LISTS, "webb"), ("kallor", LISTS, "webb")]


def poisoned(payload: int, variant: str) -> dict[str, Any]:
    """Return a record with a payload in each of its texts. Variant b leaves out what hides other
    fields on a page: its kommuner, and what to do in one's own words."""
    data = example({"id": f"nl-{payload:02}-{variant}"})
    data["oversattningar"] = {code: dict(data["oversattningar"]["en"]) for code in LANGUAGES}
    for way in data["vagar_in"]:
        way |= {key: data["vagar_in"][0][key] for key in ("beskrivning", "ha_redo", "sedan",
                                                          "svarstid", "hur", "kontakt")}
    for path in (*RECORD, *WEB):
        text = marked(payload, NUMBER[dotted("insats", path)])
        text = f"https://provinsats.se/{text}" if path in WEB else text
        put(data, path, lambda _, text=text: text)
    put(data, ("kontakter", LISTS, "epost"), lambda mark: f"{mark}@provinsats.se")
    if variant == "b":
        data["kommuner"] = []
        del data["sa_gor_du"], data["villkor"]["kommuner"]
        for item in (*data["vagar_in"], *data["kontakter"]):
            item.pop("kommuner", None)
    return data


def put(holder: Any, path: Path, change: Callable[[Any], Any]) -> None:
    """Change every value that a path leads to, in place; of a list of texts only the first."""
    step, rest = path[0], path[1:]
    if step == LISTS and not rest:
        holder[:] = [change(holder[0])] if holder else []
    elif step == LISTS:
        for item in holder:
            put(item, rest, change)
    elif step == KEYS:
        for item in holder.values():
            put(item, rest, change)
    elif step in holder and rest:
        put(holder[step], rest, change)
    elif step in holder:
        holder[step] = change(holder[step])
