"""What is wrong, where, and how to mend it.

Comes in: findings of the loader, the schema and the checks.
Goes out: sorted lines in Swedish, one a problem, for the terminal and for GitHub.
"""

from collections.abc import Iterable
from dataclasses import dataclass

ERROR = "fel"
WARNING = "varning"

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. `file` is shown as it stands, `line` counts from 1, `field` may be empty."""

    file: str
    line: int
    field: str
    message: str
    level: str = ERROR

    def text(self) -> str:
        """Return the line for a terminal: file:line: field: message."""
        mark = "varning: " if self.level == WARNING else ""
        field = f"{self.field}: " if self.field else ""
        return printable(f"{self.file}:{self.line}: {mark}{field}{self.message}")

    def github(self) -> str:
        """Return the same as a GitHub Actions annotation."""
        command = "warning" if self.level == WARNING else "error"
        field = f"{self.field}: " if self.field else ""
        message = printable(_escape(field + self.message))
        file = printable(_escape(self.file)).replace(",", "%2C").replace(":", "%3A")
        return f"::{command} file={file},line={self.line}::{message}"


class BadInput(Exception):
    """Input that must not be published; carries every problem found, not just the first."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n" + report(self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build."""
    return [problem for problem in problems if problem.level == ERROR]


def report(problems: Iterable[Problem], *, github: bool = False) -> str:
    """Return all problems sorted by file, line and field, one a line."""
    lines = []
    for problem in sorted(set(problems)):
        lines.append(problem.text())
        if github:
            lines.append(problem.github())
    return "\n".join(lines)


def field_name(path: FieldPath) -> str:
    """Return a path as editors see it: ('vagar_in', 0, 'vem') → 'vagar_in[0].vem'."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text


def quoted(value: object) -> str:
    """Return a value for a message, cut at 60 characters and on one line."""
    text = " ".join(str(value).split())
    return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'


def printable(text: str) -> str:
    """Return the text on one line, with what would move the cursor or hide written as a code."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
