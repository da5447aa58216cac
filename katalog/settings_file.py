"""Read one YAML file of ours that is no record: strictly, against its schema.

Comes in: a path, and the name of its schema if it has one. Goes out: (data, problems) with file
and line, as for a record. Rules of meaning are the caller's.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from katalog import strict_yaml
from katalog.paths import shown
from katalog.problems import FieldPath, Problem, field_name
from katalog.schema import shape_findings
from katalog.textfile import read_text

Finding = tuple[FieldPath, str]
Rules = Callable[[Any], Iterator[Finding]]


def read_settings(path: Path, schema: str | None, rules: Rules) -> tuple[Any, list[Problem]]:
    """Return the data and what is wrong: of the text, else of the shape, else by the rules."""
    file = shown(path)
    text, odd = read_text(path)
    if odd and not text:
        return None, [Problem(file, line, "", message) for line, message in odd]
    loaded = strict_yaml.load(text)
    problems = [Problem(file, line, "", message) for line, message in odd]
    problems += [Problem(file, line, field_name(where), message)
                 for line, where, message in loaded.findings]
    if problems:
        return loaded.data, problems
    shape = list(shape_findings(loaded.data, schema)) if schema else []
    found = shape or list(rules(loaded.data))
    return loaded.data, [Problem(file, _line(where, loaded.lines), field_name(where), message)
                         for where, message in found]


def _line(where: FieldPath, lines: dict[FieldPath, int]) -> int:
    """Return the line of a place, or of the nearest place around it."""
    while where not in lines:
        where = where[:-1]
    return lines[where]
