"""Records for tests: schema/exempel.yaml as data, changed copies of it, and what is said of them.

Comes in: changes {"vagar_in.0.hur": [...]}. Goes out: dicts, files in a temp folder, problems.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import settings

from katalog import strict_yaml
from katalog.checks import within_reach
from katalog.paths import SCHEMA
from katalog.problems import ERROR, Problem
from katalog.records import Record, read_record

EXAMPLE = SCHEMA / "exempel.yaml"
CALM = settings(deadline=None, derandomize=True, database=None)  # the same values every time
OWN = {"exempel.se": "provinsats.se", "example.com": "provinsats.org",
       "exempel-20": "prov-20", "Exempelinsats": "Provinsats",
       "exempelinsats": "provinsats"}  # fmt: skip
GONE = object()  # as a value: take the field away

Changes = dict[str, Any]


def example(changes: Changes | None = None) -> dict[str, Any]:
    """Return the example record, changed: {"kontakter.0.telefon": "112", "form": GONE}. Under
    another name it does not keep the example's name in other languages."""
    data = deepcopy(_example())
    if "namn" in (changes or {}):
        for words in (data["lattlast"], *data["oversattningar"].values()):
            del words["namn"]
    for dotted, value in (changes or {}).items():
        *way, last = [int(step) if step.isdigit() else step for step in dotted.split(".")]
        holder = data
        for step in way:
            holder = holder[step]
        if value is GONE:
            del holder[last]
        elif isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value
    return data


@cache
def _example() -> dict[str, Any]:
    loaded = strict_yaml.load(EXAMPLE.read_text(encoding="utf-8"))
    assert not loaded.findings
    return loaded.data


def dump(data: Any, folder: Path, name: str = "exempel") -> Path:
    """Write a record as an editor could have, one field a line, and return the file."""
    path = folder / f"{name}.yaml"
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False,
                     width=10_000)  # fmt: skip
    if name != "exempel":  # a record of one's own has nothing left of the example
        for old, new in OWN.items():
            text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def record(changes: Changes | None = None, name: str = "exempel") -> Record:
    """Return a changed copy as a Record that never was a file; its id is `name`."""
    return Record(name, example({"id": name, **(changes or {})}), f"{name}.yaml")


def problems(folder: Path, changes: Changes | None = None) -> list[Problem]:
    """Return all problems of a changed copy of the example, read from a file."""
    return sorted(read_record(dump(example(changes), folder))[1])


def line_of(path: Path, pattern: str) -> int:
    """Return the line, from 1, of the only line of a file where `pattern` is found."""
    lines = path.read_text(encoding="utf-8").split("\n")
    found = [number for number, line in enumerate(lines, start=1) if re.search(pattern, line)]
    assert len(found) == 1, f"{pattern!r} on lines {found}"
    return found[0]


@dataclass(frozen=True)
class Case:
    """A rule with a record that breaks it and one that just keeps it.

    `field` and `message` are what the editor reads, `on` a pattern for the line it points at.
    """

    rule: str
    bad: Changes
    field: str
    on: str
    message: str
    good: Changes = field(default_factory=dict)
    level: str = ERROR

    def __str__(self) -> str:
        return f"{self.rule}-{self.field}"


def assert_case(case: Case, rules: tuple, folder: Path) -> None:
    """Assert that the rule, and the whole reading of a file, say just what the case expects."""
    rule = {rule.__name__: rule for rule in rules}[case.rule]
    assert [message for _, message in rule(within_reach(example(case.bad)))] == [case.message]
    assert list(rule(within_reach(example(case.good)))) == []
    path = dump(example(case.bad), folder)
    told = [problem for problem in read_record(path)[1] if problem.field == case.field]
    assert told == [Problem(path.as_posix(), line_of(path, case.on), case.field, case.message,
                            case.level)]  # fmt: skip
