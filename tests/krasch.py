"""What the proofs of "all or nothing" share: two known versions of the site, and builds cut short.

    python -m tests.krasch STEP bygg …   the guide's command line, killed just before its STEP:th
                                         change on the disk; with STEP 0 it says how many it made

Comes in: records. Goes out: Version (records and finished bytes), processes that died.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from katalog.build import build
from katalog.paths import ROOT
from katalog.publish import new_site
from tests.conftest import clean_environment, contents
from tests.factory import dump, example

STEPS = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.symlink", "os.utime", "os.chmod")
Files = dict[str, bytes]


@dataclass(frozen=True)
class Version:
    """A folder of records and the whole site that it makes."""

    records: Path
    site: Files


def small_guide(folder: Path) -> Path:
    """Write the records of a guide that is built fast."""
    folder.mkdir()
    for name in ("ett", "fyra", "tre", "tva"):
        dump(example({"id": name, "namn": f"Insatsen {name}"}), folder, name)
    return folder


def two_versions(folder: Path, records: Path) -> list[Version]:
    """Return a guide, and one with another name and number in the first of its records."""
    other = Path(shutil.copytree(records, folder / "andra"))
    first = min(path for path in other.iterdir() if "telefon: " in path.read_text("utf-8"))
    text, names = re.subn(r"^namn: .*$", "namn: Heter något annat", first.read_text("utf-8"),
                          flags=re.M)
    text, numbers = re.subn(r"telefon: .*", 'telefon: "08-530 610 99"', text)
    assert names == 1 <= numbers
    first.write_text(text, encoding="utf-8")
    found = [_version(path, folder / f"facit-{path.name}") for path in (records, other)]
    differ = {name for name in found[0].site if found[0].site[name] != found[1].site.get(name)}
    for part in (f"insats/{first.stem}/", "passar/", "pagefind/fragment/", "offline.json", "a-o/"):
        assert any(name.startswith(part) for name in differ), part
    return found


def _version(records: Path, place: Path) -> Version:
    build(place, records, languages=())
    return Version(records, contents(place))


def serve(version: Version, place: Path) -> Path:
    """Let a place show a version, as a build would leave it; return the place."""
    with new_site(place) as folder:
        for name, body in version.site.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(body)
    return place


def command(place: Path, version: Version, step: int | None = None) -> list[str]:
    """Return the command that builds a version in a place, to be killed at a step or not."""
    module = ["katalog"] if step is None else ["tests.krasch", str(step)]
    return [sys.executable, "-m", *module, "bygg", "--ut", str(place),
            "--insatser", str(version.records), "--sprak", "sv"]


def start(place: Path, version: Version, step: int | None = None) -> subprocess.Popen:
    """Start a build and go on."""
    return subprocess.Popen(command(place, version, step), cwd=ROOT, env=clean_environment(),
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")


def count_steps(place: Path, version: Version) -> tuple[int, float]:
    """Return how many changes on the disk a build makes, and the seconds it takes."""
    begun = time.monotonic()
    done = subprocess.run(command(place, version, 0), cwd=ROOT, env=clean_environment(), check=True,
                          stdout=subprocess.PIPE, encoding="utf-8")
    return int(done.stdout.split()[-1]), time.monotonic() - begun


def cut_short(place: Path, version: Version, step: int | None = None, after: float = 0,
              how: int = signal.SIGKILL) -> tuple[int, str]:
    """Build and kill: before a step, or `after` seconds; return the exit code and what was said."""
    building = start(place, version, step)
    try:
        said, _ = building.communicate(timeout=None if step else after)
    except subprocess.TimeoutExpired:
        building.send_signal(how)
        said, _ = building.communicate()
    return building.returncode, said


def kills(count: int, pace: tuple[int, float], lot: random.Random) -> list[dict]:
    """Return random points to kill a build at: as many before a change on the disk as after some
    time, evenly spread and the swap among them."""
    steps, seconds = pace
    half = count // 2
    found = []
    for part in range(half):
        found.append({"after": lot.uniform(part, part + 1) / half * seconds})
        found.append({"step": 1 + int(lot.uniform(part, part + 1) / half * steps)})
    return found


def assert_survives(kill: dict, place: Path, versions: list[Version]) -> bool:
    """Build what is not served, and kill; one version is served. Say whether it was killed."""
    served = contents(place)
    other = versions[served == versions[0].site]
    code, said = cut_short(place, other, **kill)
    # What may be caught is, but not before the guide has begun.
    assert code in (-kill.get("how", signal.SIGKILL), 130, 0), said
    after = contents(place)
    assert after == other.site if code == 0 else after in (served, other.site), kill
    return code != 0


def plain_pelican_cut_short(place: Path) -> int:
    """Run plain `pelican` and kill it as it writes; return how many files it had made."""
    running = subprocess.Popen([sys.executable, "-m", "pelican", "-o", str(place)], cwd=ROOT,
                               env=clean_environment(), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    while not place.exists() or len(contents(place)) < 20:
        assert running.poll() is None
        time.sleep(0.001)
    running.kill()
    running.wait()
    return len(contents(place))


def names_beside(place: Path) -> list[str]:
    """Return what stands beside a place, without the random part of names."""
    return sorted(path.name if "-" not in path.name else path.name.rsplit("-", 1)[0]
                  for path in place.parent.iterdir())


def die_before(step: int) -> Callable[[], int]:
    """Have this process killed just before its step:th change; return what counts the changes."""
    made = 0

    def hook(event: str, arguments: tuple) -> None:
        nonlocal made
        writes = event == "open" and isinstance(arguments[2], int) and \
            arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if event in STEPS or writes:
            made += 1
            if made == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return lambda: made


if __name__ == "__main__":
    from katalog.__main__ import main

    made = die_before(int(sys.argv[1]))
    code = main(sys.argv[2:])
    sys.stdout.write(f"{made()}\n")
    sys.exit(code)
