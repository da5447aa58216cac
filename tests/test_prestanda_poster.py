"""The records that the benchmark is made of: sound, the same everywhere, and of every kind."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from katalog.paths import ROOT
from katalog.phone import is_phone
from katalog.readability import LIX_LIMIT, lix
from katalog.records import load_records
from katalog.schema import validator
from katalog.vocabularies import load_vocabularies
from tests.conftest import contents
from tests.prestanda.kontakter import NUMMER
from tests.prestanda.poster import STEMS, _id, records, write_records
from tests.prestanda.slump import Slump, even
from tests.prestanda.texter import count_words

MANY = 1500
# Where in a record the values of each vocabulary stand.
USES = {
    "insatstyp": ("insatstyp",), "inriktning": ("inriktning",), "form": ("form",),
    "metod": ("metod",), "kommun": ("kommuner", "villkor.kommuner"), "malgrupp": ("malgrupp",),
    "sprak": ("sprak",), "forsorjning": ("villkor.forsorjning",), "livscykel": ("livscykel",),
    "intag": ("intag",), "vem": ("vagar_in.vem",), "hur": ("vagar_in.hur",),
    "organisation": ("organisationer.organisation",), "roll": ("organisationer.roll",),
}  # fmt: skip


@cache
def many() -> list[dict[str, Any]]:
    return list(records(MANY))


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (dotted path without places in lists, value) of all that a record says."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        yield (path, None)
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


def known_fields(schema: dict[str, Any], root: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield the dotted path of every field that the schema of a record knows."""
    if schema.get("$ref", "").startswith("#/$defs/"):
        schema = {**root["$defs"][schema["$ref"].removeprefix("#/$defs/")], **schema}
    for part in (schema, schema.get("items", {}), *schema.get("oneOf", [])):
        for name, inner in part.get("properties", {}).items():
            yield f"{path}.{name}".lstrip(".")
            yield from known_fields(inner, root, f"{path}.{name}".lstrip("."))


def test_the_guide_finds_nothing_to_say_of_them(tmp_path: Path):
    write_records(150, tmp_path)
    read, problems = load_records(tmp_path)
    assert [str(problem) for problem in problems] == []
    assert {each.id: each.data for each in read} == {each["id"]: each for each in records(150)}


def test_they_are_the_same_bytes_in_every_process(tmp_path: Path):
    """Python shuffles sets and hashes anew in every process."""
    for seed in ("1", "2"):
        subprocess.run([sys.executable, "-m", "tests.prestanda.poster", "40", tmp_path / seed],
                       cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "PYTHONHASHSEED": seed})
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_chance_is_the_same_on_every_machine():
    """Whoever changes these changes every record, and old figures no longer compare."""
    slump = Slump(7)
    assert [slump.whole(0, 999) for _ in range(5)] == [288, 624, 939, 520, 95]
    assert slump.some("abcdefgh", 3, 3) == ["b", "c", "d"]
    assert even(7) == 0.3262379204388708


def test_a_record_is_the_same_in_a_larger_guide():
    assert list(records(100)) == many()[:100]


def test_a_guide_of_any_size_points_at_nothing_outside(tmp_path: Path):
    for count in (1, 4, 11, 16, 17):
        write_records(count, tmp_path / str(count))
        assert load_records(tmp_path / str(count))[1] == [], count


def test_every_field_of_the_schema_is_used():
    schema = validator("insats").schema
    wanted = {field for field in known_fields(schema, schema)
              if not field.startswith("oversattningar.")}
    used = {path for data in many() for path, _ in leaves(data)}
    used |= {".".join(path.split(".")[:size]) for path in used for size in range(1, 4)}
    assert len(wanted) > 80
    assert wanted - used == set()
    assert {path for path in used if path.startswith("oversattningar.en.")} == {
        f"oversattningar.en.{name}" for name in ("namn", "sammanfattning", "sa_gor_du", "datum")}


@pytest.mark.parametrize("name", USES)
def test_every_value_of_every_vocabulary_is_used(name: str):
    used = {value for data in many() for path, value in leaves(data) if path in USES[name]}
    assert set(load_vocabularies()[name].values) - used == set()


def test_kommuner_come_as_often_as_zipf_says():
    first = Counter(data["kallor"][0]["id"].split("-")[1] for data in many())
    assert 230 < first["stockholm"] < 250  # 1 / (1 + 1/2 + … + 1/290) = 0.160
    assert 115 < first["goteborg"] < 125
    assert 0.55 < sum(data["livscykel"] == "pagaende" for data in many()) / MANY < 0.65


def test_there_is_as_much_to_read_as_in_a_real_record():
    words = [count_words(data) for data in many()]
    assert min(words) >= 150
    assert max(words) <= 300
    assert max(lix(data["sammanfattning"]) for data in many()) <= LIX_LIMIT


def test_no_two_records_have_the_same_address():
    assert len({_id(number) for number in range(STEMS + 100)}) == STEMS + 100


def test_numbers_are_those_set_aside_for_stories():
    assert len(set(NUMMER)) == 475
    assert all(map(is_phone, NUMMER))
    numbers = {value for data in many() for path, value in leaves(data)
               if path == "kontakter.telefon"} - {None}
    assert numbers <= set(NUMMER)
