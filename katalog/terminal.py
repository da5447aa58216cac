"""Words in the terminal.

Comes in: a sentence, problems. Goes out: lines, after the line of progress has made room.
"""

import os

from katalog import progress
from katalog.problems import Problem, errors, report

DONE = "\0klar"  # between the processes of `visa`: a round is over


def say(text: str) -> None:
    """Print a line."""
    progress.clear()
    print(text, flush=True)


def tell(problems: list[Problem], errors_only: bool = False) -> None:
    """Print problems, as annotations too when GitHub runs us."""
    told = errors(problems) if errors_only else problems
    if told:
        say(report(told, github=os.environ.get("GITHUB_ACTIONS") == "true"))
