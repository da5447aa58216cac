"""Same in, same out: a build anywhere, by anybody, at any time, gives the same bytes.

Each world below differs from this one in what its name says. What differs in Pagefind's folder:
nothing, since katalog/pagefind.py tells Pagefind which page is number one. Left to itself Pagefind
numbers pages in the order that the disk lists them, and then its index, the names of its files
(hashes of what is in them) and pagefind-entry.json are others on another disk. Its own filters
would differ from run to run; the guide does not use them.
Other Pythons and systems: `python -m tests.samma` on each, compared by bevisa.yml.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from katalog import pagefind
from katalog.build import build
from katalog.paths import RECORDS, ROOT
from tests.conftest import change, checkout, clean_environment, contents
from tests.samma import LOOSE, WHOLE, manifest, parts

WORLD = ROOT / "tests" / "varld"  # a Python with another clock, or folders in another order
NOBODY = 65534
TURKISH = "tr_TR.UTF-8"  # where "I".lower() is no "i"


@dataclass(frozen=True)
class World:
    """What is different: environment, Python's switches, what is done first in the new process."""

    environment: dict[str, str] = field(default_factory=dict)
    python: tuple[str, ...] = (sys.executable,)
    first: Callable[[], object] | None = None
    else_where: str = ""  # a checkout in a folder of this name
    bare: bool = False  # only this environment, not one variable more


def other_world(**environment: str) -> dict[str, str]:
    return {"PYTHONPATH": str(WORLD), **environment}


WORLDS = {
    "zone east": World({"TZ": "Pacific/Kiritimati"}),
    "zone west": World({"TZ": "America/Los_Angeles"}),
    "zone unknown": World({"TZ": "Ingen/Stans"}),
    "locale C": World({"LC_ALL": "C", "LANG": "C", "LANGUAGE": "C"}),
    "locale missing": World({"LC_ALL": "xx_XX.UTF-8"}),
    "locale Turkish": World({"LC_ALL": TURKISH, "LANG": TURKISH}),
    "not UTF-8": World({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "hash seed 0": World({"PYTHONHASHSEED": "0"}),
    "hash seed 1": World({"PYTHONHASHSEED": "1"}),
    "hash seed 4294967295": World({"PYTHONHASHSEED": "4294967295"}),
    "asserts off": World(python=(sys.executable, "-O")),
    "docstrings off": World(python=(sys.executable, "-OO")),
    "developer mode": World(python=(sys.executable, "-X", "dev", "-W", "ignore")),
    "files backwards": World(other_world(VARLD_ORDNING="bakvand")),
    "umask 077": World(first=partial(os.umask, 0o077)),
    "umask 000": World(first=partial(os.umask, 0)),
    "another checkout": World(else_where="en annan mapp, åäö & 'citat'"),
    "bare environment": World({}, bare=True),
    "leap day": World(other_world(VARLD_KLOCKA="2028-02-29T12:00:00+01:00")),
    "over New Year": World(other_world(VARLD_KLOCKA="2027-12-31T23:59:59+01:00",
                                       TZ="Europe/Stockholm")),
    "into summer time": World(other_world(VARLD_KLOCKA="2027-03-28T01:59:59+01:00",
                                          TZ="Europe/Stockholm")),
    "out of summer time": World(other_world(VARLD_KLOCKA="2027-10-31T02:59:59+02:00",
                                            TZ="Europe/Stockholm")),
    "five years ahead": World(other_world(VARLD_KLOCKA="2031-11-25T12:00:00+01:00")),
    "before the records": World(other_world(VARLD_KLOCKA="2001-01-01T00:00:00+01:00")),
}  # fmt: skip
if hasattr(os, "sched_setaffinity"):
    WORLDS["one processor"] = World(first=lambda: os.sched_setaffinity(0, {0}))
# Much of it at once, for every test run; one thing at a time, so that one sees which, at night.
TOGETHER = {
    "a build server in America": World(
        other_world(TZ="America/Los_Angeles", LC_ALL="C", PYTHONHASHSEED="1",
                    VARLD_KLOCKA="2028-02-29T23:59:59-08:00", VARLD_ORDNING="bakvand"),
        (sys.executable, "-O"), partial(os.umask, 0o077)),
    "an old computer in Turkey": World(
        {"TZ": "Pacific/Kiritimati", "LC_ALL": TURKISH, "PYTHONHASHSEED": "2"},
        else_where="en annan mapp, åäö & 'citat'"),
}  # fmt: skip


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The Swedish site, built in this world."""
    place = tmp_path_factory.mktemp("har") / "ut"
    build(place, languages=())
    return contents(place)


@pytest.fixture(scope="module")
def turkey(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What makes a Turkish locale be there for a process, where the system can make one."""
    if not shutil.which("localedef"):
        return {}
    folder = tmp_path_factory.mktemp("turkiet")
    subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", folder / TURKISH], check=False,
                   capture_output=True)  # without the definitions the locale is a missing one
    return {"LOCPATH": str(folder)}


def built(world: World, folder: Path, turkey: dict[str, str], *more: str) -> dict[str, bytes]:
    """Build in another world, from records written in another order; return what came out."""
    folder.chmod(0o755)
    root = checkout(folder / world.else_where / "guide") if world.else_where else ROOT
    records = folder / "poster"
    records.mkdir()
    for path in sorted(RECORDS.iterdir(), reverse=True):  # another order on the disk, other times
        shutil.copyfile(path, records / path.name)
    own = {**turkey, **world.environment}
    environment = own if world.bare else clean_environment(**own)
    done = subprocess.run(
        [*world.python, "-m", "katalog", "bygg", "--ut", folder / "ut", "--insatser", records,
         *more], cwd=root, env=environment, preexec_fn=world.first, encoding="utf-8",
        errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    assert done.returncode == 0, done.stdout
    return contents(folder / "ut")


def assert_same(there: dict[str, bytes], here: dict[str, bytes]) -> None:
    """Say which files differ, not how: some are megabytes."""
    differ = [name for name in sorted(here.keys() | there.keys())
              if here.get(name) != there.get(name)]
    if differ:
        pytest.fail(f"{len(differ)} of {len(here)} files differ: {', '.join(differ)}")


@pytest.mark.parametrize("name", TOGETHER)
def test_a_build_elsewhere_gives_the_same_bytes(
        name: str, here: dict[str, bytes], turkey: dict[str, str], tmp_path: Path):
    assert_same(built(TOGETHER[name], tmp_path, turkey, "--sprak", ""), here)
    # A web server must be able to read it, whatever the one who builds keeps from others.
    for path in (tmp_path / "ut").resolve().rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.bevis
@pytest.mark.parametrize("name", WORLDS)
def test_the_whole_site_is_the_same_in_every_world(
        name: str, site: Path, turkey: dict[str, str], tmp_path: Path):
    assert_same(built(WORLDS[name], tmp_path, turkey), contents(site))


@pytest.mark.bevis
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0,
                    reason="only root can be somebody else")
def test_the_whole_site_is_the_same_for_another_user(site: Path, turkey: dict[str, str]):
    """Somebody without a home, a name or a right to anything but the folder of the site."""
    packages = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    python = shutil.which(f"python3.{sys.version_info.minor}", path="/usr/bin:/usr/local/bin")
    if not python or any(not folder.stat().st_mode & 0o001 for folder in packages.parents):
        pytest.skip("the other user has no Python of this version, or may not read its packages")

    def become_nobody() -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)

    nobody = World({"PYTHONPATH": str(packages), "PYTHONDONTWRITEBYTECODE": "1"}, (python,),
                   become_nobody, "kopia", bare=True)
    with tempfile.TemporaryDirectory() as folder:  # pytest keeps its own from everybody else
        os.chown(folder, NOBODY, NOBODY)
        assert_same(built(nobody, Path(folder), turkey), contents(site))


def test_the_other_world_is_another_world(tmp_path: Path):
    """If the clock and the folders were the same there, this file would prove nothing."""
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    told = subprocess.run(
        [sys.executable, "-c", """if True:
            import os, pathlib, time, datetime
            from datetime import date, timezone
            seen = [os.listdir(), [e.name for e in os.scandir()], next(os.walk("."))[2],
                    [p.name for p in pathlib.Path().iterdir()]]
            print(date.today(), time.strftime("%F %H"), datetime.datetime.now(timezone.utc).date(),
                  *("".join(names) for names in seen))"""],
        cwd=tmp_path, encoding="utf-8", capture_output=True, check=True,
        env=clean_environment(**other_world(
            VARLD_KLOCKA="2028-02-29T00:30:00+01:00", VARLD_ORDNING="bakvand",
            TZ="Europe/Stockholm"))).stdout.split()  # fmt: skip
    assert told == ["2028-02-29", "2028-02-29", "00", "2028-02-28", *4 * ["cba"]]


def test_a_changed_record_is_another_site(here: dict[str, bytes], tmp_path: Path):
    """What says "the same" must be able to say something else."""
    folder = Path(shutil.copytree(RECORDS, tmp_path / "poster"))
    change(folder / "mia-hbs.yaml", r"^namn: .*$", "namn: MIA i ny form")
    build(tmp_path / "ut", folder, languages=())
    with pytest.raises(pytest.fail.Exception, match="insats/mia-hbs"):
        assert_same(contents(tmp_path / "ut"), here)


def test_the_manifest_tells_where_two_sites_differ(tmp_path: Path):
    for name in ("index.html", "insats/a/index.html", "insats/b/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    before = parts(manifest(tmp_path))
    assert {part: files for part, (_, files) in before.items()} == {
        LOOSE: 1, "insats": 2, WHOLE: 3}
    path.write_text("another", encoding="utf-8")
    after = parts(manifest(tmp_path))
    assert {part for part in after if after[part] != before[part]} == {"insats", WHOLE}
    path.rename(path.with_name("annat.html"))
    assert parts(manifest(tmp_path))["insats"] != after["insats"]


PAGES = {f"insats/{name}/index.html": f"<html lang=sv><title>{name}</title><body><main "
         f"data-pagefind-body><h1>{name}</h1><p>stöd till arbete {name * 3}</main>"
         for name in ("start", "mia", "din-tur", "signe", "ester", "klippan", "tolvan")}


def laid(folder: Path, seed: int) -> Path:
    """Lay the pages on the disk in some order."""
    names = sorted(PAGES)
    random.Random(seed).shuffle(names)  # noqa: S311
    for name in names:
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(PAGES[name], encoding="utf-8")
    return folder


def test_the_index_is_that_of_the_order_asked_for_not_of_the_disk(tmp_path: Path):
    """A disk in memory lists what came last first; others list as their own hashes have it."""
    memory = Path("/dev/shm")  # noqa: S108
    places = [tmp_path / "a", tmp_path / "b"]
    if os.access(memory, os.W_OK):
        places += [memory / f"{tmp_path.name}-{os.getpid()}-{number}" for number in (1, 2)]
    found = []
    try:
        for seed, place in enumerate(places):
            found.append(dict(pagefind.make_index(laid(place, seed), sorted(PAGES))))
    finally:
        for place in places:
            shutil.rmtree(place, ignore_errors=True)
    assert all(each == found[0] for each in found)
    assert sum(name.startswith("fragment/") for name in found[0]) == len(PAGES)


def test_another_order_is_another_index(tmp_path: Path):
    """So it is worth the trouble to tell Pagefind which."""
    place = laid(tmp_path / "a", 0)
    one, other = (dict(pagefind.make_index(place, sorted(PAGES, reverse=each)))
                  for each in (False, True))
    differ = {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
    assert {name.split("/")[0].split(".")[-1] for name in differ} == {"index", "pf_meta", "json"}


@pytest.mark.parametrize("script", ["", "exit 1", "printf 'inte base64,'", "printf 'e30=,'",
                                    "printf e30"])
def test_a_pagefind_that_breaks_is_an_error(script: str, tmp_path: Path, monkeypatch):
    """It may die, be missing, or answer anything; the build says so and ends."""
    broken = tmp_path / "pagefind"
    broken.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: broken)
    with pytest.raises(pagefind.PagefindError, match="Pagefind misslyckades"):
        list(pagefind.make_index(tmp_path, []))


@pytest.mark.bevis
def test_the_index_of_thousands_of_pages_is_the_same_each_time(large: tuple):
    """An index of many pages is in many parts, worked out on many processors at once."""
    site = large[0].resolve()
    pages = sorted(path.relative_to(site).as_posix() for path in site.glob("insats/*/index.html"))
    one, other = (dict(pagefind.make_index(site, pages)) for _ in range(2))
    assert sum(name.startswith("index/") for name in one) > 20
    assert one == other
