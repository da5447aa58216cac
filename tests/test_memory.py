"""A build that remembers gives the very bytes of one that does not, whatever happens between."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from katalog.build import build
from katalog.catalog import Post
from katalog.memory import Memory, fingerprint
from katalog.paths import RECORDS
from katalog.problems import BadInput
from katalog.records import load_records, read_record
from katalog.vocabularies import load_vocabularies
from tests.conftest import change, contents

ADDRESS = "https://guiden.example.org"
ROUNDS, MANY_ROUNDS = 6, 60
# A whole family, parts of a larger project, one that has ended.
SOME = ("mia-lan", "mia-hbs", "samsas", "din-tur", "start", "kaa", "ester", "lumena")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return laid(tmp_path / "poster")


def laid(folder: Path) -> Path:
    """Copy some records and all they point at."""
    folder.mkdir()
    known = {record.id: record.data for record in load_records()[0]}
    wanted = list(SOME)
    while wanted:
        name = wanted.pop()
        if not (folder / f"{name}.yaml").exists():
            shutil.copy(RECORDS / f"{name}.yaml", folder)
            wanted += [other for pointer in ("foregangare", "efterfoljare", "del_av")
                       for other in known[name].get(pointer, [])]
    return folder


def one(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted(folder.glob("*.yaml")))


def rename(folder: Path, chance: random.Random) -> None:
    change(one(folder, chance), r"^namn: .*$", f"namn: Insats {chance.random()}")


def end(folder: Path, chance: random.Random) -> None:
    """The insats goes to other groups of every list, and its card changes on all of them."""
    path = one(folder, chance)
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^intag: .*$", "intag: okant", text, flags=re.M)
    path.write_text(re.sub(r"^livscykel: .*$", "livscykel: ej-bekraftad", text, flags=re.M),
                    encoding="utf-8", newline="\n")


def move(folder: Path, chance: random.Random) -> None:
    """Lists come and go, and every page may ask which there are."""
    kommun = chance.choice(["[arvika]", "[]", "[kiruna, habo]", "[alla]"])
    path = one(folder, chance)
    text = path.read_text(encoding="utf-8")
    if not re.search(r"^ +kommuner:", text, re.M):
        path.write_text(re.sub(r"^kommuner:.*(?:\n  ?- .*)*$", f"kommuner: {kommun}", text,
                               flags=re.M), encoding="utf-8", newline="\n")


def add(folder: Path, chance: random.Random) -> None:
    path, number = folder / "kaa.yaml", chance.randrange(10**6)
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^id: .*$", f"id: ny-{number}", text, flags=re.M)
    text = re.sub(r"^( *)namn: .*$", rf"\1namn: Ny {number}", text, flags=re.M)
    (folder / f"ny-{number}.yaml").write_text(text, encoding="utf-8", newline="\n")


def remove(folder: Path, chance: random.Random) -> None:
    for path in folder.glob("ny-*.yaml"):
        path.unlink()
        return


def give_another_id(folder: Path, chance: random.Random) -> None:
    for path in folder.glob("ny-*.yaml"):
        number = chance.randrange(10**6)
        change(path, r"^id: .*$", f"id: ny-{number}")
        path.rename(folder / f"ny-{number}.yaml")
        return


def touch(folder: Path, chance: random.Random) -> None:
    """A file with a new time and the old content is the old file."""
    one(folder, chance).touch()


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    rename, end, move, add, remove, give_another_id, touch)


def assert_the_same(folder: Path, place: Path, rounds: int, seed: int) -> None:
    memory, chance = Memory(), random.Random(seed)  # noqa: S311
    build(place / "minns", folder, ADDRESS, ["en"], memory=memory)
    for number in range(rounds):
        edits = [EDITS[number % len(EDITS)], *chance.sample(EDITS, chance.randrange(3))]
        for edit in edits:
            edit(folder, chance)
        told = f"frö {seed}, runda {number}: {[edit.__name__ for edit in edits]}"
        build(place / "minns", folder, ADDRESS, ["en"], memory=memory)
        build(place / f"ren-{number}", folder, ADDRESS, ["en"])
        ours, clean = contents(place / "minns"), contents(place / f"ren-{number}")
        assert not {name for name in {*ours, *clean} if ours.get(name) != clean.get(name)}, told


def test_any_sequence_of_edits_gives_the_bytes_of_a_clean_build(folder: Path, tmp_path: Path):
    assert_the_same(folder, tmp_path, ROUNDS, seed=1)


@pytest.mark.bevis
@pytest.mark.parametrize("seed", range(2, 6))
def test_many_sequences_of_edits_give_the_bytes_of_a_clean_build(
        folder: Path, tmp_path: Path, seed: int):
    assert_the_same(folder, tmp_path, MANY_ROUNDS // 4, seed)


def test_only_what_is_made_of_something_else_is_made_anew(
        folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    memory, place = Memory(), tmp_path / "ut"
    build(place, folder, ADDRESS, [], memory=memory)
    before = {name: path.stat().st_ino for name, path in files(place).items()}
    change(folder / "kaa.yaml", r"^namn: .*$", "namn: Ett annat namn")
    build(place, folder, ADDRESS, [], memory=memory)
    kept = {name for name, path in files(place).items() if before.get(name) == path.stat().st_ino}
    assert "insats/start/index.html" in kept
    assert "insats/start/qr.svg" in kept
    assert not {"insats/kaa/index.html", "a-o/index.html"} & kept


def files(place: Path) -> dict[str, Path]:
    site = place.resolve()
    return {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}


def test_a_build_that_failed_is_no_ground_for_the_next(folder: Path, tmp_path: Path):
    memory, place = Memory(), tmp_path / "ut"
    build(place, folder, ADDRESS, [], memory=memory)
    sound = (folder / "kaa.yaml").read_text(encoding="utf-8")
    change(folder / "kaa.yaml", r"^intag: .*$", "intag: oppen")
    with pytest.raises(BadInput):
        build(place, folder, ADDRESS, [], memory=memory)
    (folder / "kaa.yaml").write_text(sound, encoding="utf-8", newline="\n")
    change(folder / "start.yaml", r"^namn: .*$", "namn: Ett annat namn")
    build(place, folder, ADDRESS, [], memory=memory)
    build(tmp_path / "ren", folder, ADDRESS, [])
    assert contents(place) == contents(tmp_path / "ren")


def test_a_record_that_cannot_be_opened_is_told_as_without_memory(tmp_path: Path):
    record, problems = Memory().read(tmp_path / "borta.yaml")
    assert record is None
    assert problems == read_record(tmp_path / "borta.yaml")[1] != []


def test_a_site_that_somebody_took_away_is_built_anew(folder: Path, tmp_path: Path):
    memory, place = Memory(), tmp_path / "ut"
    build(place, folder, ADDRESS, [], memory=memory)
    whole = contents(place)
    shutil.rmtree(place.resolve())
    build(place, folder, ADDRESS, [], memory=memory)
    assert contents(place) == whole


def test_a_disk_without_second_names_gets_copies(
        folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    memory, place = Memory(), tmp_path / "ut"
    build(place, folder, ADDRESS, [], memory=memory)
    whole = contents(place)

    def no_links(*_: object) -> None:
        raise OSError("no links")

    monkeypatch.setattr("os.link", no_links)
    build(place, folder, ADDRESS, [], memory=memory)
    assert contents(place) == whole


@pytest.mark.parametrize(("one", "other"), [
    (1, "1"), (1, 2), (None, ""), ([1, [2]], [1, 2]), ({"a": 1}, {"b": 1}), ([1, 2], [2, 1]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}), ("a", b"a"),
    (Post("a", {}, "nu", "ja", "", digest="1"), Post("a", {}, "nu", "ja", "", digest="2")),
    (Post("a", {}, "nu", "ja", ""), Post("a", {}, "nu", "ja", "", is_whole=True)),
    (load_vocabularies()["vem"], load_vocabularies()["hur"]),
])  # fmt: skip
def test_unlike_things_have_unlike_fingerprints(one: object, other: object):
    assert fingerprint(one) != fingerprint(other)
    assert fingerprint([one]) == fingerprint([one])
