"""Swedish for what JSON Schema refuses: what is wrong, what is allowed, how to mend it.

Comes in: a jsonschema ValidationError. Goes out: (path, message) pairs.
"""

import difflib
import json
from collections.abc import Callable, Iterator
from typing import Any

from jsonschema import ValidationError

from katalog.problems import FieldPath, quoted
from katalog.vocabularies import load_vocabularies

FieldDoc = Callable[[FieldPath], dict[str, Any]]
Finding = tuple[FieldPath, str]
MAX_LISTED = 16

TYPES = {
    "string": "text",
    "integer": "ett heltal",
    "number": "ett tal",
    "boolean": "true eller false",
    "array": "en lista med en punkt (-) per värde",
    "object": "fält med värden",
    "null": "tomt",
}


def message_for(error: ValidationError, doc: FieldDoc) -> Iterator[Finding]:
    """Yield one finding for each field the error is about."""
    path = tuple(error.absolute_path)
    special = SPECIAL.get(error.validator)
    if special:
        yield from special(error, path, doc)
    else:
        wrong = PLAIN.get(error.validator, _refused)(error)
        yield path, f"{wrong} {_help(doc(path))}".strip()


def _required(error: ValidationError, path: FieldPath, doc: FieldDoc) -> Iterator[Finding]:
    for name in error.validator_value:
        if name not in error.instance:
            yield (*path, name), f"saknas. {_help(doc((*path, name)), name)}"


def _doubles(error: ValidationError, path: FieldPath, doc: FieldDoc) -> Iterator[Finding]:
    for number, value in enumerate(error.instance):
        if value in error.instance[:number]:
            yield (*path, number), ("samma värde står två gånger. Ta bort det ena. "
                                    f"{_help(doc(path))}".strip())


def _unknown_fields(error: ValidationError, path: FieldPath, doc: FieldDoc) -> Iterator[Finding]:
    allowed = list(error.schema["properties"])
    for name in error.instance:
        if name not in allowed:
            near = difflib.get_close_matches(str(name), allowed, n=1)
            mend = f'Menade du "{near[0]}"?' if near else f"Tillåtna fält: {', '.join(allowed)}."
            yield (*path, name), f"okänt fält. {mend}"


def _alternatives(error: ValidationError, path: FieldPath, doc: FieldDoc) -> Iterator[Finding]:
    """Tell the error of the alternative that was most likely meant, when one stands out."""
    required = [option["required"][0] for option in error.validator_value if "required" in option]
    if required and isinstance(error.instance, dict):
        yield path, f"minst ett av fälten {', '.join(required)} behövs."
        return
    if isinstance(error.instance, dict):
        deeper = [inner for inner in error.context if inner.relative_path
                  or inner.validator not in ("const", "type")]
        for inner in deeper:
            yield from message_for(inner, doc)
        if deeper:
            return
    yield path, f"{_refused(error)} {_help(doc(path))}".strip()


def _enum(error: ValidationError, path: FieldPath, doc: FieldDoc) -> Iterator[Finding]:
    value, allowed = error.instance, error.validator_value
    vocabulary = error.schema.get("vokabular", "")
    near = _nearest(str(value), allowed, vocabulary)
    if value is None:
        text = "tomt."
    elif isinstance(value, (dict, list)):
        text = f"ska vara ett enda värde, inte {_kind(value)}."
    else:
        text = f"okänt värde {quoted(_yaml(value))}."
    if near:
        text += f' Menade du "{near}"?'
    elif len(allowed) <= MAX_LISTED:
        text += f" Tillåtna värden: {', '.join(map(str, allowed))}."
    else:
        text += f" Tillåtna värden står i schema/vokabular/{vocabulary}.json."
    yield path, text


def _nearest(value: str, allowed: list[Any], vocabulary: str) -> str:
    """Return the id meant by an id, label or synonym that is nearly right, or ''."""
    names = {str(const).casefold(): str(const) for const in allowed}
    if vocabulary:
        for const, entry in load_vocabularies()[vocabulary].values.items():
            for name in (entry["title"], *entry.get("synonymer", [])):
                names.setdefault(name.casefold(), const)
    near = difflib.get_close_matches(value.casefold(), names, n=1, cutoff=0.7)
    return names[near[0]] if near else ""


def _type(error: ValidationError) -> str:
    wanted = error.validator_value
    if isinstance(wanted, list):  # ["string", "null"]: may be left empty
        wanted = wanted[0]
    kind = TYPES[wanted]
    if error.instance is None:
        return f"tomt. Fyll i {kind} eller ta bort raden."
    if wanted == "string" and isinstance(error.instance, (int, float)):
        return (f"ska vara text, inte {_kind(error.instance)}. "
                f'Skriv "{_yaml(error.instance)}" med citattecken.')
    if wanted == "array":
        unknown = "" if "minItems" in error.schema else " Skriv [] om det är okänt."
        return f"ska vara {kind}, inte {_kind(error.instance)}.{unknown}"
    return f"ska vara {kind}, inte {_kind(error.instance)}."


def _yaml(value: Any) -> str:
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return _yaml(value)
    if isinstance(value, str):
        return f"texten {quoted(value)}" if value else "tom text"
    if isinstance(value, (int, float)):
        return f"talet {value}"
    return "en lista" if isinstance(value, list) else "fält under fältet"


def _refused(error: ValidationError) -> str:
    return f"{quoted(error.instance)} går inte att använda här."


def _help(doc: dict[str, Any], name: str = "") -> str:
    """Return description and example of a field, for the end of a message."""
    parts = []
    if doc.get("description"):
        parts.append(doc["description"])
    if doc.get("examples"):
        example = json.dumps(doc["examples"][0], ensure_ascii=False)
        parts.append(f"Exempel: {name + ': ' if name else ''}{example}")
    return " ".join(parts)


PLAIN: dict[str, Callable[[ValidationError], str]] = {
    "type": _type,
    "minLength": lambda e: f"för kort: minst {e.validator_value} tecken.",
    "maxLength": lambda e: f"för långt: {len(e.instance)} tecken, högst {e.validator_value}.",
    "minItems": lambda e: "listan är tom; minst ett värde behövs.",
    "minimum": lambda e: f"{e.instance} är för lågt; minst {e.validator_value}.",
    "maximum": lambda e: f"{e.instance} är för högt; högst {e.validator_value}.",
    "minProperties": lambda e: "för få uppgifter. Fyll i mer eller ta bort fältet.",
    "pattern": _refused,
}

SPECIAL = {
    "required": _required,
    "additionalProperties": _unknown_fields,
    "uniqueItems": _doubles,
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    "enum": _enum,
}
