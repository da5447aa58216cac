"""The verdict on one broken file, laid in a folder with the records that it is related to.

Comes in: a Fil. Goes out: Verdict.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from katalog.problems import Problem, errors
from katalog.records import load_records
from tests.mutanter.dom import ACCEPTED, REFUSED, WRONG, Verdict
from tests.mutanter.filer import CLOSED, Fil
from tests.mutanter.original import originals

POINTERS = re.compile(r"^(?:foregangare|efterfoljare|del_av):\n((?:  - .*\n?)+)", re.M)


def judge_file(fil: Fil) -> Verdict:
    """Return the verdict. What is accepted must read just as the record did, so that every page is
    the same as before."""
    with tempfile.TemporaryDirectory(prefix="mutanter-") as place:
        Path(place).chmod(0o755)
        folder, before = Path(place, "insatser"), _read_before(fil.post)
        _lay(folder, fil)
        with _nobody() if fil.slag == CLOSED else nullcontext():
            records, problems = load_records(folder)
    read = {record.id: record.data for record in records}
    wrong = [problem for problem in errors(problems)
             if problem.file.endswith(f"/{fil.name}") or not _is_loss(problem)]
    return _verdict(fil, wrong, read == before)


def _verdict(fil: Fil, wrong: list[Problem], reads_the_same: bool) -> Verdict:
    if not wrong:
        same = not fil.lines and reads_the_same
        return Verdict(fil, ACCEPTED if same else WRONG, "godtogs" if fil.lines else "läses annars")
    for problem in wrong:
        if not problem.file.endswith(f"/insatser/{fil.name}"):
            return Verdict(fil, WRONG, f"sägs om en annan fil: {problem.text()}")
    if any(problem.line in fil.lines and problem.field == fil.field for problem in wrong):
        return Verdict(fil, REFUSED)
    return Verdict(fil, WRONG, f"sägs på fel plats: {wrong[0].text()}")


def _is_loss(problem: Problem) -> bool:
    """A record that is gone under its name is missed by those that point at it."""
    return problem.message.startswith("det finns ingen post")


@cache
def _read_before(post: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as place:
        _lay(Path(place, "insatser"), Fil("", post, "", lambda folder: None))
        return {record.id: record.data for record in load_records(Path(place, "insatser"))[0]}


def _lay(folder: Path, fil: Fil) -> None:
    folder.mkdir()
    for name in _family(fil.post):
        (folder / f"{name}.yaml").write_text(originals()[name], encoding="utf-8", newline="\n")
    fil.lay(folder)


@cache
def _family(post: str) -> frozenset[str]:
    """Return the records that are connected with a record by pointers, itself among them."""
    found: set[str] = set()
    waiting = [post]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _pointers(name)
            waiting += [other for other in originals() if name in _pointers(other)]
    return frozenset(found)


@cache
def _pointers(post: str) -> tuple[str, ...]:
    groups = POINTERS.findall(originals()[post])
    return tuple(line.strip("- ") for group in groups for line in group.splitlines())


@contextmanager
def _nobody() -> Iterator[None]:
    """Be somebody whom a file can be closed to, when tests run as root."""
    if os.name == "posix" and os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield
