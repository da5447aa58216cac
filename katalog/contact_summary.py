"""The reviewer's page: every changed number and address, as Markdown.

Comes in: Changes. Goes out: text, added to the summary of the run on GitHub when there is one.
What somebody wrote in a pull request is shown as code, so that it cannot act as Markdown.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from katalog.contact_changes import Changes, FactChange
from katalog.problems import printable

TITLE = "## Kontaktuppgifter som ändras"
CHECK = ("Ring numret, öppna länken och fråga verksamheten **innan du godkänner**. Ta vägen till "
         "dem från deras egen webbplats eller en tidigare version, inte från ändringen.")
MANY = 30


def add_to_summary(changes: Changes) -> None:
    """Add the text to the run's summary; elsewhere than on GitHub nothing happens."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if place:
        with Path(place).open("a", encoding="utf-8", newline="\n") as file:
            file.write(summary(changes))


def summary(changes: Changes) -> str:
    """Return the whole page."""
    return "\n".join([TITLE, "", *_parts(changes)]).rstrip("\n") + "\n"


def _parts(changes: Changes) -> Iterator[str]:
    odd = [change for change in changes.facts if change.doubts]
    rest = [change for change in changes.facts if not change.doubts]
    yield from (CHECK, "") if changes.facts else ("Inga kontaktuppgifter ändras.", "")
    yield from _list(f"### Titta extra noga ({len(odd)})", map(_line, odd))
    yield from _list(f"### Ändringar ({len(rest)})", map(_line, rest))
    yield from _list(f"### Poster som försvinner ({len(changes.gone)})",
                     (f"{code(file)}: en post tas aldrig bort. Adressen ska leva för alltid."
                      for file in changes.gone))  # fmt: skip
    files = [code(name) for name in changes.others]
    more = [f"och {len(files) - MANY} till"] if len(files) > MANY else []
    yield from _list(f"### Annat än innehåll ändras ({len(files)})", [*files[:MANY], *more])


def _list(title: str, lines: Iterator[str] | list[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield from (title, "", *(f"- {line}" for line in lines), "")


def _line(change: FactChange) -> str:
    place = f", {code(change.place)}" if change.place else ""
    return f"{code(change.file)} rad {change.line}{place}: {change.text(code)}"


def code(text: str) -> str:
    """Return any text as Markdown code, on one line, with what is invisible written out."""
    text = printable(" ".join(text.split()))
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    edge = " " if longest else ""
    return f"{fence}{edge}{text}{edge}{fence}"
