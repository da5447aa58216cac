"""Records from the folder: read, checked one by one and together.

Comes in: insatser/*.yaml. Goes out: [Record] and every problem of every file in one list.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from katalog import checks, cross_checks, progress, strict_yaml
from katalog.paths import RECORDS, shown
from katalog.problems import ERROR, FieldPath, Problem, field_name
from katalog.schema import shape_findings
from katalog.textfile import read_text


@dataclass
class Record:
    """One record. `data` is as written; `file` is its name in messages, `path` where it is, if it
    ever was a file."""

    id: str
    data: dict[str, Any]
    file: str
    path: Path | None = field(default=None, repr=False)
    digest: str = ""  # of what the file held

    @cached_property
    def lines(self) -> dict[FieldPath, int]:
        """The line of each path, for messages. Read anew when there is something to tell: for all
        records of a guide the lines take more room than the records."""
        return strict_yaml.load(read_text(self.path)[0]).lines if self.path else {}

    def problem(self, path: FieldPath, message: str, level: str = ERROR) -> Problem:
        """Return a problem at a path, on the line of its nearest part that is written."""
        near = path
        while near not in self.lines and near:
            near = near[:-1]
        return Problem(self.file, self.lines.get(near, 1), field_name(path), message, level)


Reading = tuple[Record | None, list[Problem]]  # of one file


def load_records(
    folder: Path = RECORDS, read: Callable[[Path], Reading] | None = None
) -> tuple[list[Record], list[Problem]]:
    """Return all records by id and all problems; a record with errors is among the records
    only as far as it could be read, so build only when `errors(problems)` is empty. `read` is
    read_record, or one that remembers."""
    files, problems = _record_files(folder)
    return check_files(files, problems, read)


def check_files(
    files: Iterable[Path], problems: Iterable[Problem] = (),
    read: Callable[[Path], Reading] | None = None,
) -> tuple[list[Record], list[Problem]]:
    """Read and check the given files, and check them against each other."""
    found, records, unread = list(problems), [], set()
    files = list(files)
    for path in progress.through("Läser poster", files, len(files)):
        record, own = (read or read_record)(path)
        found += own
        if record:
            records.append(record)
        else:
            unread.add(path.stem)
    return sorted(records, key=lambda record: record.id), found + compared(records, unread)


def compared(records: list[Record], unread: Iterable[str] = ()) -> list[Problem]:
    """Return what is wrong between records, when the files `unread` could not be understood."""
    return [record.problem(path, message, level) for record, path, message, level
            in cross_checks.findings(records, frozenset(unread))]


def read_record(path: Path) -> Reading:
    """Return (record or None, problems) of one file."""
    name = shown(path)
    if path.is_symlink():
        return None, [Problem(name, 1, "", "filen är en länk. Lägg den riktiga filen här.")]
    text, odd = read_text(path)
    if not text and odd:
        return None, [Problem(name, line, "", message) for line, message in odd]
    loaded = strict_yaml.load(text)
    named = [(line, loaded.on_line(line), message) for line, message in odd]
    problems = [Problem(name, line, field_name(where), message)
                for line, where, message in [*named, *loaded.findings]]
    if not isinstance(loaded.data, dict):
        if loaded.data is not None or not loaded.findings:
            problems.append(Problem(name, 1, "", "filen ska bestå av fält (id: …, namn: …). "
                                                 "Se schema/exempel.yaml."))
        return None, problems
    digest = hashlib.sha256(text.encode()).hexdigest()
    record = Record(path.stem, loaded.data, name, path, digest)
    record.lines = loaded.lines
    problems += _content_problems(record)
    del record.lines
    return record, problems


def _content_problems(record: Record) -> list[Problem]:
    shape = list(shape_findings(record.data))
    problems = [record.problem(path, message) for path, message in shape]
    if shape:
        record.data = _without(record.data, {path for path, _ in shape})
    for path, message, level in checks.findings(record.id, record.data):
        problems.append(record.problem(path, message, level))
    return problems


def _without(value: Any, refused: set[FieldPath], path: FieldPath = ()) -> Any:
    """Return the data with None in place of what was refused, so that the checks meet only sound
    values, places in lists stay as written, and nothing refused is called missing as well."""
    if isinstance(value, dict):
        return {key: None if (*path, key) in refused else _without(inner, refused, (*path, key))
                for key, inner in value.items()}
    if isinstance(value, list):
        return [None if (*path, number) in refused else _without(inner, refused, (*path, number))
                for number, inner in enumerate(value)]
    return value


def _record_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    if not folder.is_dir():
        return [], [Problem(shown(folder), 1, "", "mappen finns inte. Kontrollera --insatser.")]
    files, problems = [], []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name.endswith("~"):
            continue  # left by editors and operating systems
        if path.suffix == ".yaml" and (path.is_file() or path.is_symlink()):
            files.append(path)
        else:
            problems.append(Problem(shown(path), 1, "", "hör inte hemma här: mappen rymmer bara "
                                                        "poster som heter <id>.yaml. Döp om eller "
                                                        "flytta den."))
    if not files and not problems:
        problems.append(Problem(shown(folder), 1, "", "mappen har inga poster (*.yaml)."))
    return files, problems
