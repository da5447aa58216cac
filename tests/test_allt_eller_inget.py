"""All or nothing: whatever stops a build, what is served is one whole version, and the next build
needs no help. The fast part; test_allt_eller_inget_langt.py does the same many times over, and
test_publish.py every step of the swap.

Each check compares every byte that is served with two known, complete versions, so every link,
every search hit and every data file is of one build.
"""

import os
import random
import shutil
import signal
import sys
from pathlib import Path

import pytest

from katalog import machine, pagefind, publish
from katalog.build import BuildFailed, build
from katalog.catalogues import update
from katalog.paths import LANGUAGES
from katalog.replace_file import replace_text
from katalog.site_checks import Checked
from katalog.site_read import Breach
from tests import krasch, trasig_dator
from tests.conftest import change, checkout, contents, katalog
from tests.krasch import Version
from tests.lasare import readers

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ends processes the POSIX way")
ORPHANED = "import katalog.pagefind as p, time; p._parts = lambda *_: time.sleep(60); " \
           "list(p.make_index(p.Path({folder!r}), []))"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Version]:
    folder = tmp_path_factory.mktemp("versioner")
    return krasch.two_versions(folder, krasch.small_guide(folder / "poster"))


@pytest.fixture(scope="module")
def pace(tmp_path_factory: pytest.TempPathFactory, versions: list[Version]) -> tuple[int, float]:
    """How many changes a build makes on the disk, and how long it takes."""
    return krasch.count_steps(krasch.serve(versions[0], tmp_path_factory.mktemp("takt") / "ut"),
                              versions[1])


@pytest.fixture
def place(tmp_path: Path, versions: list[Version]) -> Path:
    """A place where the first version is served."""
    return krasch.serve(versions[0], tmp_path / "webb" / "ut")


def test_killed_anywhere_one_version_is_served(
        place: Path, versions: list[Version], pace: tuple[int, float]):
    for kill in krasch.kills(6, pace, random.Random(6)):  # noqa: S311
        krasch.assert_survives(kill, place, versions)
    build(place, versions[1].records, languages=())
    assert contents(place) == versions[1].site
    assert set(krasch.names_beside(place)) == {".ut-version", ".ut.las", "ut"}


def test_interrupted_it_ends_quietly_and_says_that_it_did_not_finish(
        place: Path, versions: list[Version], pace: tuple[int, float]):
    code, said = krasch.cut_short(place, versions[1], after=pace[1] * 0.7, how=signal.SIGINT)
    assert contents(place) in [version.site for version in versions]
    assert ".ut-bygge" not in krasch.names_beside(place)
    assert code in (130, 0, -signal.SIGINT), said  # the last when it had finished and was leaving
    assert "Traceback" not in said


def test_builds_at_once_take_turns_and_readers_meet_whole_versions(
        place: Path, versions: list[Version]):
    with readers(place, versions) as read:
        running = [krasch.start(place, version) for version in (*versions, versions[0])]
        said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert sum("Ett annat bygge till" in text for text in said) == 2
    assert contents(place) in [version.site for version in versions]
    assert read.folders > 1
    assert read.requests > 1


def test_a_build_that_waited_reads_what_is_newest(
        place: Path, versions: list[Version], tmp_path: Path):
    mine = Version(Path(shutil.copytree(versions[0].records, tmp_path / "mina")), {})
    with publish.lock.held(place.with_name(".ut.las"), 0, lambda: None):
        waiting = krasch.start(place, mine)
        assert "Väntar" in waiting.stdout.readline()
        change(mine.records / "tva.yaml", r"^namn: .*$", "namn: Skrivet under tiden")
    said, _ = waiting.communicate()
    assert waiting.returncode == 0, said
    assert b"Skrivet under tiden" in contents(place)["insats/tva/index.html"]


@pytest.mark.parametrize("part", [0.2, 0.97])
def test_on_a_full_disk_nothing_is_built_and_that_is_said(
        part: float, versions: list[Version], tmp_path: Path):
    with trasig_dator.small_disk(tmp_path / "disk") as remount:
        place = tmp_path / "disk" / "ut"
        krasch.serve(versions[0], place)
        whole = trasig_dator.used(tmp_path / "disk")
        remount(f"size={whole + int(whole * part)}")
        done = katalog("bygg", "--ut", place, "--insatser", versions[1].records, "--sprak", "sv")
        assert_refused(done, place, "Disken är full. Frigör plats och försök igen")
        assert contents(place) == versions[0].site
        assert trasig_dator.used(tmp_path / "disk") <= whole


def assert_refused(done, place: Path, words: str) -> None:
    assert done.returncode == 1, done.stdout
    assert words in done.stdout
    assert f"Inget byggdes. Sajten i {place} är orörd." in done.stdout
    assert "Traceback" not in done.stdout
    assert ".ut-bygge" not in krasch.names_beside(place)


def test_files_that_may_not_be_so_large_are_refused_with_a_reason(
        place: Path, versions: list[Version]):
    done = trasig_dator.limited(krasch.command(place, versions[1]), size=20_000)
    assert_refused(done, place, "Filen får inte bli så stor")
    assert contents(place) == versions[0].site


def test_in_a_folder_one_may_not_write_in_nothing_is_built_and_that_is_said(
        versions: list[Version]):
    with trasig_dator.open_folder() as folder:
        place = folder / "ut"
        records = Path(shutil.copytree(versions[1].records, folder / "poster"))
        krasch.serve(versions[0], place)
        folder.chmod(0o555)
        done = trasig_dator.unprivileged(krasch.command(place, Version(records, {})))
        assert_refused(done, place, f"{folder}/.ut.las: Rättigheter saknas")
        assert contents(place) == versions[0].site
        folder.chmod(0o755)


def test_one_who_may_not_write_in_the_guide_itself_builds_elsewhere(versions: list[Version]):
    with trasig_dator.open_folder() as folder:
        folder.chmod(0o777)
        records = Path(shutil.copytree(versions[1].records, folder / "poster"))
        done = trasig_dator.unprivileged(krasch.command(folder / "ut", Version(records, {})))
        assert done.returncode == 0, done.stdout
        assert contents(folder / "ut") == versions[1].site


def test_on_a_disk_that_can_only_be_read_nothing_is_built_and_that_is_said(
        versions: list[Version], tmp_path: Path):
    with trasig_dator.small_disk(tmp_path / "disk") as remount:
        place = tmp_path / "disk" / "ut"
        krasch.serve(versions[0], place)
        remount("ro")
        done = katalog("bygg", "--ut", place, "--insatser", versions[1].records, "--sprak", "sv")
        assert_refused(done, place, "Disken går bara att läsa. Välj en mapp på en annan disk")
        assert contents(place) == versions[0].site


def test_what_a_killed_pelican_left_is_replaced(place: Path, versions: list[Version]):
    """It writes in the place itself; what it writes first tells that the folder is the guide's."""
    left = place.with_name("halv")
    made = krasch.plain_pelican_cut_short(left)
    assert 0 < made < len(versions[1].site)
    build(left, versions[1].records, languages=())
    assert contents(left) == versions[1].site


def test_plain_pelican_never_makes_a_folder_of_somebody_elses_the_guides(tmp_path: Path):
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "viktigt.txt").touch()
    publish.claim(tmp_path / "ut")
    assert [path.name for path in (tmp_path / "ut").iterdir()] == ["viktigt.txt"]


def test_a_file_that_pelican_cannot_copy_is_told_like_any_other(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, versions: list[Version]):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pelican.utils.shutil.copyfile", full)
    with pytest.raises(OSError, match="No space left") as refused:
        build(tmp_path / "ut", versions[0].records, languages=())
    assert machine.told(refused.value).startswith("Disken är full.")


@pytest.mark.parametrize(("error", "message"), [
    (OSError(28, "No space left on device", "/webb/ut/a"),
     "Disken är full. Frigör plats och försök igen, eller välj en mapp på en annan disk med --ut."),
    (PermissionError(13, "Permission denied", "/webb/ut"),
     "/webb/ut: Rättigheter saknas, eller så har ett annat program filen öppen. Ändra "
     "rättigheterna eller stäng programmet, eller välj en annan mapp med --ut."),
    (OSError(5, "Input/output error"), "Datorn nekade (Input/output error). Försök igen."),
    (OSError("något"), "Datorn nekade (något). Försök igen."),
])  # fmt: skip
def test_what_the_machine_refuses_is_told_in_swedish(error: OSError, message: str):
    assert machine.told(error) == message


def test_pagefind_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(pagefind.PagefindError, match="Pagefind misslyckades: Invalid index"):
        pagefind._last_answer([{"type": "GetFiles", "index_id": 3}])
    monkeypatch.setattr(pagefind, "get_executable", lambda: sys.executable)  # knows no --service
    with pytest.raises(pagefind.PagefindError, match="Pagefind misslyckades: det slutade svara"):
        list(pagefind.make_index(tmp_path, []))


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the child in /proc")
def test_pagefind_ends_with_the_build_that_started_it(tmp_path: Path):
    child = trasig_dator.orphan(ORPHANED.format(folder=str(tmp_path)))
    trasig_dator.until(lambda: not Path(f"/proc/{child}").exists())


def test_a_catalogue_is_replaced_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "en.po"
    path.write_bytes((LANGUAGES / "en.po").read_bytes())
    before = path.read_bytes()
    trasig_dator.limited([sys.executable, "-c", "import sys; from pathlib import Path; from "
                    "katalog.catalogues import update; update(Path(sys.argv[1]))", str(path)],
                   size=10_000)  # fmt: skip
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["en.po"]
    update(path)
    assert path.read_bytes() == before


def test_oversatt_on_a_full_disk_says_so(tmp_path: Path):
    copy = checkout(tmp_path / "guide")
    before = contents(copy / "schema/sprak")
    change(copy / "theme/templates/404.html", r"</h1>", " nu</h1>")
    done = trasig_dator.limited([sys.executable, "-m", "katalog", "oversatt"], 10_000, copy)
    assert done.returncode == 1
    assert "Filen får inte bli så stor" in done.stdout
    assert "Traceback" not in done.stdout
    assert contents(copy / "schema/sprak") == before


def test_a_text_is_replaced_or_stays(tmp_path: Path):
    path = tmp_path / "a.txt"
    replace_text(path, "första å\n")
    replace_text(path, "andra\n")
    assert path.read_bytes() == b"andra\n"
    with pytest.raises(UnicodeEncodeError):
        replace_text(path, "trasig \ud800")
    assert path.read_bytes() == b"andra\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_site_that_fails_its_checks_is_never_served(
        place: Path, versions: list[Version], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("katalog.build.site_checks.check",
                        lambda *_: Checked([Breach("tom", "a.html", "nej")], 0))
    with pytest.raises(BuildFailed, match="nej"):
        build(place, versions[1].records, languages=())
    assert contents(place) == versions[0].site
