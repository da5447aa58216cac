"""Read one JSON file of ours.

Comes in: a path. Goes out: its contents, or BadInput that names the file and the line.
"""

import json
from pathlib import Path
from typing import Any

from katalog.paths import shown
from katalog.problems import BadInput, Problem


def read_json(path: Path) -> Any:
    """Return the contents of a schema or vocabulary."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        message = "går inte att läsa som JSON. Saknas ett komma, ett citattecken eller en parentes?"
        raise BadInput([Problem(shown(path), line, "", message)]) from error
