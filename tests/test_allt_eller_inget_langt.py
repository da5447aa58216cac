"""All or nothing, the long proof: the real guide killed at 200 random points, disks that are full
at eighteen points, rounds of builds at once. The tests print the figures (pytest -s)."""

import random
import signal
import sys
import time
from pathlib import Path

import pytest

from katalog.build import build
from katalog.paths import RECORDS
from tests import krasch, trasig_dator
from tests.conftest import contents, katalog
from tests.krasch import Version
from tests.lasare import readers

pytestmark = [pytest.mark.bevis,
              pytest.mark.skipif(sys.platform == "win32", reason="ends processes the POSIX way")]
KILLS, ROUNDS, EVERY = 200, 20, 20  # builds killed, rounds, one in how many is let be
SEED = 20261101


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Version]:
    return krasch.two_versions(tmp_path_factory.mktemp("versioner"), RECORDS)


@pytest.fixture
def place(tmp_path: Path, versions: list[Version]) -> Path:
    return krasch.serve(versions[0], tmp_path / "webb" / "ut")


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM],
                         ids=lambda how: how.name)
def test_killed_at_random_points_one_version_is_served(
        how: signal.Signals, place: Path, versions: list[Version]):
    """SIGKILL 200 times, the two that may be caught fewer."""
    begun = time.monotonic()
    pace = krasch.count_steps(place, versions[1])
    krasch.serve(versions[0], place)
    count = KILLS if how == signal.SIGKILL else KILLS // 10
    points = krasch.kills(count, pace, random.Random(SEED))  # noqa: S311
    random.Random(SEED).shuffle(points)  # noqa: S311
    killed = 0
    for number, point in enumerate(points, start=1):
        if how != signal.SIGKILL:
            point = {"after": random.Random(number).uniform(0, pace[1]), "how": how}  # noqa: S311
        killed += krasch.assert_survives(point, place, versions)
        if number % EVERY == 0:
            assert_next_build_needs_no_help(place, versions)
    print(f"\n{how.name}: {count} försök, {killed} dödade, alltid en hel version, "  # noqa: T201
          f"{time.monotonic() - begun:.0f} s ({pace[0]} ändringar på disken per bygge)")
    assert killed >= count * 0.7


def assert_next_build_needs_no_help(place: Path, versions: list[Version]) -> None:
    other = versions[contents(place) == versions[0].site]
    build(place, other.records, languages=())
    assert contents(place) == other.site
    assert set(krasch.names_beside(place)) == {".ut-version", ".ut.las", "ut"}


def test_wherever_the_disk_becomes_full_nothing_is_built(versions: list[Version], tmp_path: Path):
    """Space and inodes, from none to nearly enough; the site before takes its own part."""
    with trasig_dator.small_disk(tmp_path / "disk") as remount:
        place = krasch.serve(versions[0], tmp_path / "disk" / "ut")
        used = trasig_dator.used(tmp_path / "disk")
        inodes = trasig_dator.inodes(tmp_path / "disk")
        for part in range(1, 10):
            for limit in (f"size={used + used * part // 10}",
                          f"nr_inodes={inodes + inodes * part // 10}"):
                remount(limit)
                done = katalog("bygg", "--ut", place, "--insatser", versions[1].records,
                               "--sprak", "sv")
                remount(trasig_dator.ROOMY)
                assert done.returncode == 1, limit
                assert "Disken är full." in done.stdout
                assert "Traceback" not in done.stdout
                assert contents(place) == versions[0].site
                assert ".ut-bygge" not in krasch.names_beside(place)
        build(place, versions[1].records, languages=())
        assert contents(place) == versions[1].site


def test_builds_at_once_in_many_rounds(place: Path, versions: list[Version]):
    """Together, staggered, and one killed among them, with readers all the time."""
    begun, lot = time.monotonic(), random.Random(SEED)  # noqa: S311
    with readers(place, versions) as read:
        for number in range(ROUNDS):
            running = []
            for version in lot.sample([*versions, *versions], 3):
                running.append(krasch.start(place, version))
                time.sleep(0 if number % 2 else lot.uniform(0, 1.5))
            if number % 4 == 0:
                running[1].kill()
            said = [process.communicate()[0] for process in running]
            codes = [process.returncode for process in running]
            assert set(codes) <= {0, -signal.SIGKILL}, said
            assert codes[0] == codes[2] == 0, said
            assert contents(place) in [version.site for version in versions]
    assert ".ut-bygge" not in krasch.names_beside(place)
    print(f"\nSamtidiga byggen: {ROUNDS} omgångar om tre, {read.folders} hela läsningar, "  # noqa: T201
          f"{read.requests} svar från servern, {time.monotonic() - begun:.0f} s")
    assert read.folders > ROUNDS
