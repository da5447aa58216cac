"""A record as an editor writes it: one file, fields in the order of schema/exempel.yaml.

Comes in: plain data. Goes out: YAML text. Written line by line: yaml.dump takes ten times as long,
and would not put [källor] on one line.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

# Texts that mean the same to every program without quotation marks.
PLAIN = re.compile(r"[A-Za-zÅÄÖåäö](?:[^:#\"'\\\n]|:(?! |$))*[^\s:#\"'\\]")
NOT_TEXT = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def as_yaml(data: dict[str, Any]) -> str:
    """Return the text of a record's file."""
    return "\n".join(_fields(data, "")) + "\n"


def _fields(data: dict[str, Any], indent: str) -> Iterator[str]:
    for name, value in data.items():
        if isinstance(value, dict) and "kalla" in value and len(value) < 3 and indent:
            yield f"{indent}{name}: {{{', '.join(_fields(value, ''))}}}"
        elif isinstance(value, dict):
            yield f"{indent}{name}:"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list) and value and name != "kalla":
            yield f"{indent}{name}:"
            yield from _items(value, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{name}: [{', '.join(value)}]"
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _items(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            first, *rest = _fields(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        plain = PLAIN.fullmatch(value) and value.lower() not in NOT_TEXT
        return value if plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)
