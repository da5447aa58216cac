"""The shape of a record, by JSON Schema 2020-12.

Comes in: schema/*.json and plain data. Goes out: (path, message) in Swedish for all that is
refused; the words for each refusal are in messages.py.
"""

from collections.abc import Iterator
from functools import cache, partial
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator
from referencing import Registry

from katalog.json_file import read_json
from katalog.messages import message_for
from katalog.paths import SCHEMA
from katalog.problems import FieldPath

Schema = dict[str, Any]


def shape_findings(data: Any, name: str = "insats") -> Iterator[tuple[FieldPath, str]]:
    """Yield (path, message) for all that schema/<name>.schema.json refuses in `data`."""
    if _yes_or_no(name).is_valid(data):
        return
    seen = set()
    for error in validator(name).iter_errors(data):
        for path, message in message_for(error, partial(field_doc, name=name)):
            if (path, message) not in seen:
                seen.add((path, message))
                yield path, message


@cache
def validator(name: str) -> Draft202012Validator:
    """Return the validator of schema/<name>.schema.json."""
    return Draft202012Validator(
        _registry().contents(f"{name}.schema.json"),
        registry=_registry(),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


@cache
def _yes_or_no(name: str) -> jsonschema_rs.Draft202012Validator:
    """Return a validator of the same schema that is thirty times as fast but explains nothing in
    Swedish. tests/test_schema.py holds the two to the same answer."""
    known = jsonschema_rs.Registry(list(_contents().items()))
    return jsonschema_rs.Draft202012Validator(_contents()[f"{name}.schema.json"], registry=known)


@cache
def _registry() -> Registry:
    return Registry().with_contents(_contents().items())


@cache
def _contents() -> dict[str, Schema]:
    """Return every schema by its address."""
    found = {}
    for path in sorted(SCHEMA.rglob("*.json")):
        contents = read_json(path)
        if path.parent != SCHEMA:
            contents = _as_enum(path.stem, contents)
        found[path.relative_to(SCHEMA).as_posix()] = contents
    return found


def _as_enum(name: str, vocabulary: Schema) -> Schema:
    """Say `oneOf` constants as `enum`: the same meaning, checked in one look and told in one
    message instead of one a value."""
    return {
        "$schema": vocabulary["$schema"],
        "enum": [value["const"] for value in vocabulary["oneOf"]],
        "vokabular": name,
    }


def filled(data: Any, path: FieldPath = ()) -> Any:
    """Return a record with None for every field the schema knows and the record leaves out, so
    that templates can ask for any field and a misspelt one is still an error."""
    if isinstance(data, list):
        return [filled(item, (*path, 0)) for item in data]  # all items of a list have one shape
    if not isinstance(data, dict):
        return data
    whole = _empty(path).copy()
    for key, value in data.items():
        whole[key] = filled(value, (*path, key)) if isinstance(value, (dict, list)) else value
    return whole


@cache
def _empty(path: FieldPath) -> dict[str, None]:
    """Return None for every field that the schema knows at a path."""
    node = _registry().contents("insats.schema.json")
    for step in path:
        node = _child(node, step)
    return dict.fromkeys(_resolved(node).get("properties", {}))


def field_doc(path: FieldPath, name: str = "insats") -> Schema:
    """Return title, description and examples of the field at `path`; an item of a list without
    words of its own has those of the list. {} if there is no such field."""
    node, doc = _registry().contents(f"{name}.schema.json"), {}
    for step in path:
        node = _child(node, step)
        if not node:
            return {}
        own = {**_resolved(node), **node}
        doc = own if "description" in own or not isinstance(step, int) else doc
    return doc


def _child(node: Schema, step: str | int) -> Schema:
    node = _resolved(node)
    if isinstance(step, int):
        return node.get("items", {})
    options = [node, *node.get("oneOf", [])]
    for option in options:
        if step in option.get("properties", {}):
            return option["properties"][step]
    extra = node.get("additionalProperties", {})
    return extra if isinstance(extra, dict) else {}


def _resolved(node: Schema) -> Schema:
    reference = node.get("$ref", "")
    if not reference.startswith("#/$defs/"):
        return node
    return {**_resolved(_definitions()[reference.removeprefix("#/$defs/")]), **node}


@cache
def _definitions() -> dict[str, Schema]:
    """Return the $defs of all schemas; their names are unique (tests/test_schema.py)."""
    found: dict[str, Schema] = {}
    for path in sorted(SCHEMA.glob("*.schema.json")):
        found |= _registry().contents(path.name).get("$defs", {})
    return found
