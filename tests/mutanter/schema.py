"""What the schema says of a field, read here on its own and not through katalog.

Comes in: schema/. Goes out: the schema of a path, and the values of its vocabulary. The mutants
need it for what is allowed, the valid records (test_valid_records.py) for all of it.
"""

import json
from functools import cache
from typing import Any

from katalog.paths import SCHEMA
from tests.mutanter.original import Path

Schema = dict[str, Any]


@cache
def whole() -> Schema:
    """Return the schema of a record."""
    return json.loads((SCHEMA / "insats.schema.json").read_text(encoding="utf-8"))


@cache
def vocabulary(name: str) -> tuple[str, ...]:
    """Return the ids of a vocabulary in the order of its file."""
    raw = json.loads((SCHEMA / "vokabular" / f"{name}.json").read_text(encoding="utf-8"))
    return tuple(value["const"] for value in raw["oneOf"])


def resolved(node: Schema) -> Schema:
    """Return a schema with what it refers to in place; a vocabulary becomes `enum`."""
    reference = node.get("$ref", "")
    if reference.startswith("vokabular/"):
        name = reference.removeprefix("vokabular/").removesuffix(".json")
        return {**node, "enum": list(vocabulary(name)), "vokabular": name}
    if reference:
        return {**resolved(whole()["$defs"][reference.rsplit("/", 1)[1]]), **node}
    return node


def forms(node: Schema) -> tuple[str, ...]:
    """Return the names of the definitions that a schema refers to, one after the other."""
    reference = node.get("$ref", "")
    if not reference.startswith("#"):
        return ()
    name = reference.rsplit("/", 1)[1]
    return name, *forms(whole()["$defs"][name])


@cache
def of(path: Path) -> Schema:
    """Return the schema of a field, {} for one that there is not."""
    node = whole()
    for step in path:
        node = _child(resolved(node), step)
    return resolved(node)


def _child(node: Schema, step: str | int) -> Schema:
    if isinstance(step, int):
        return node.get("items", {})
    for option in (node, *node.get("oneOf", ())):
        if step in option.get("properties", {}):
            return option["properties"][step]
    extra = node.get("additionalProperties", {})
    return extra if isinstance(extra, dict) else {}


def form(path: Path) -> str:
    """Return what sort of text a field holds: the name of its definition ('datum', 'rad' …), of
    its vocabulary ('kommun'), or its own name."""
    node = of(path)
    if "vokabular" in node:
        return "ord"
    if "enum" in node:
        return "val"
    for option in (node, *node.get("anyOf", ())):
        if "$ref" in option:
            return option["$ref"].rsplit("/", 1)[1]
    return str(path[-1])
