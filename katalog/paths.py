"""Where the rooms of the house are. Comes in: nothing. Goes out: absolute paths."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT / "insatser"
SCHEMA = ROOT / "schema"
VOCABULARIES = SCHEMA / "vokabular"
LANGUAGES = SCHEMA / "sprak"
CONTENT = ROOT / "content"
THEME = ROOT / "theme"
OUTPUT = ROOT / "output"
PUBLISHER = ROOT / "utgivare.yaml"
STATEMENT = ROOT / "tillganglighet.yaml"
RUN = ROOT / "matning" / "tillganglighet.json"  # written by the proofs of accessibility


def shown(path: Path) -> str:
    """Return a path as people write it: relative to the repository, forward slashes."""
    path = Path(path)
    try:
        return path.absolute().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()
