"""Is the site the same here as on another machine? python -m tests.samma

Comes in: this checkout, this machine. Goes out: a line for each part of a freshly built site,
`sha256  files  part`, and last the whole of it. Two machines made the same site when they print
the same lines; bevisa.yml compares those of several Pythons and systems. `--filer` prints a line
for each file instead. What Python and system it was is told apart, on stderr.
"""

import hashlib
import platform
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from katalog.build import build

WHOLE = "allt"
LOOSE = "(filer i roten)"

Manifest = dict[str, str]


def main(arguments: list[str]) -> None:
    """Build in a folder of its own, and print."""
    sys.stdout.reconfigure(newline="\n")  # Windows too: the lines are compared
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ut"
        build(place)
        found = manifest(place)
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
          file=sys.stderr)
    if "--filer" in arguments:
        lines = [f"{sha}  {name}" for name, sha in found.items()]
    else:
        lines = [f"{sha}  {count:5}  {part}" for part, (sha, count) in parts(found).items()]
    print("\n".join(lines))


def manifest(folder: Path) -> Manifest:
    """Return {file: SHA-256 of its bytes}, in an order that no machine has a say in."""
    folder = folder.resolve()
    found = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in folder.rglob("*") if path.is_file()}
    return dict(sorted(found.items()))


def parts(found: Manifest) -> dict[str, tuple[str, int]]:
    """Return {part: (SHA-256 of its part of the manifest, files)}, the whole last."""
    groups: dict[str, Manifest] = defaultdict(dict)
    for name, sha in found.items():
        groups[name.split("/")[0] if "/" in name else LOOSE][name] = sha
    return {part: (_sha(group), len(group)) for part, group in {**groups, WHOLE: found}.items()}


def _sha(found: Manifest) -> str:
    text = "".join(f"{sha}  {name}\n" for name, sha in found.items())
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
