"""The verdict on one mutant: refused at the right place, accepted, or wrong.

Comes in: a mutant. Goes out: Verdict. The record is read and checked as a build does it, against
all the other real records.
"""

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from katalog import records
from katalog.problems import Problem, errors
from katalog.records import Record, read_record
from tests.mutanter.mutant import Mutant
from tests.mutanter.original import field_lines
from tests.mutanter.samband import BETWEEN, is_related, is_there, shown

REFUSED, ACCEPTED, WRONG = "avvisad", "godtagen", "fel"


@dataclass(frozen=True)
class Verdict:
    """`why` says in a line what is wrong."""

    mutant: Mutant
    result: str
    why: str = ""


@cache
def folder() -> Path:
    """Return a folder of this process's own."""
    return Path(tempfile.mkdtemp(prefix="mutanter-"))


@cache
def _others() -> dict[str, Record]:
    return {record.id: record for record in records.load_records()[0]}


def told_of(post: str, text: str) -> tuple[str, list[Problem]]:
    """Return the file and all that is said of a record when it is among the others."""
    path = folder() / f"{post}.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    record, problems = read_record(path)
    together = {**_others(), post: record}
    unread = [name for name, each in together.items() if each is None]
    return path.as_posix(), problems + records.compared(
        [each for each in together.values() if each], unread)


def judge(mutant: Mutant) -> Verdict:
    """Return the verdict."""
    file, problems = told_of(mutant.post, mutant.text)
    wrong = errors(problems)
    why = _misplaced(mutant, file, problems) or _unexpected(mutant, file, wrong)
    if why:
        return Verdict(mutant, WRONG, why)
    if not wrong:
        return Verdict(mutant, *((WRONG, "godtogs") if mutant.must else (ACCEPTED,)))
    if not any(_is_expected(mutant, file, problem) for problem in wrong):
        return Verdict(mutant, WRONG, f"sägs på fel plats: {wrong[0].text()}")
    return Verdict(mutant, REFUSED)


def _misplaced(mutant: Mutant, file: str, problems: list[Problem]) -> str:
    """Every message stands on the line of the field that it names, also those of other fields."""
    lines = field_lines(mutant.text)
    for problem in problems if lines else ():
        if problem.file == file and problem.line not in _lines(problem.field, lines):
            return f"raden är inte fältets: {problem.text()}"
    return ""


def _lines(field: str, lines: dict[str, set[int]]) -> set[int]:
    while field not in lines:
        field = re.sub(r"(^|\.)[^.\[\]]*$|\[[^\]]*\]$", "", field)
    return lines[field]


def _unexpected(mutant: Mutant, file: str, wrong: list[Problem]) -> str:
    """Nothing is said of fields that the change has nothing to do with."""
    for problem in wrong:
        own = problem.file == file
        between = not own and _is_between(mutant)
        if not between and not (own and _is_near(mutant, problem)):
            return f"sägs om något annat: {problem.text()}"
    return ""


def _is_between(mutant: Mutant) -> bool:
    """Say whether a rule holds it against another record, which may be the one that is told."""
    return any(path[0] in BETWEEN for path in (mutant.path, *mutant.also, *mutant.same))


def _is_near(mutant: Mutant, problem: Problem) -> bool:
    broken = (mutant.path, *mutant.also, *mutant.same)
    if not problem.field:
        return problem.line in mutant.lines
    return any(is_there(path, problem.field) or is_related(path, problem.field)
               for path in broken)


def _is_expected(mutant: Mutant, file: str, problem: Problem) -> bool:
    """Say whether a message names file, line and field of the place."""
    if problem.file != file:
        return _is_between(mutant)
    names = (mutant.path, *mutant.same)
    if problem.field in map(shown, names):
        return problem.line in mutant.lines
    if problem.field:  # its line has been held against the text
        return any(is_there(path, problem.field) or is_related(path, problem.field)
                   for path in names)
    return problem.line in mutant.lines and field_lines(mutant.text) is None
