"""Every record that the schema and the rules allow is accepted, builds, and makes sound pages."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings

from katalog.build import build
from katalog.problems import errors
from katalog.records import load_records
from tests.conftest import parse, text
from tests.factory import CALM
from tests.mutanter.giltig import groups

# Shrinking a group of records takes ages, and the message tells the field anyway.
SLOW = settings(CALM, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


def laid(folder: Path, records: dict[str, Any]) -> Path:
    """Write records as a program would: every text in quotes."""
    folder.mkdir()
    for name, data in records.items():
        (folder / f"{name}.yaml").write_text(
            yaml.dump(data, allow_unicode=True, sort_keys=False, width=10_000),
            encoding="utf-8", newline="\n")  # fmt: skip
    return folder


def accepted(folder: Path) -> None:
    found = errors(load_records(folder)[1])
    assert not found, "\n".join(problem.text() for problem in found)


def builds(records: dict[str, Any], languages: tuple[str, ...] | None) -> None:
    """The build holds its own checks of the site; here every page is held to the standard too,
    and each insats must say what its record says."""
    with tempfile.TemporaryDirectory() as place:
        folder = laid(Path(place, "insatser"), records)
        accepted(folder)
        build(Path(place, "sajt"), folder, languages=languages)
        site = Path(place, "sajt").resolve()
        trees = {path.relative_to(site).as_posix(): parse(path) for path in site.rglob("*.html")}
        for name, data in records.items():
            main = trees[f"insats/{name}/index.html"].find(".//main")
            assert text(main.find(".//h1")) == data["namn"]
            assert data["sammanfattning"] in text(main)


@settings(SLOW, max_examples=25)
@given(groups())
def test_every_valid_record_is_accepted(records: dict[str, Any]):
    with tempfile.TemporaryDirectory() as place:
        accepted(laid(Path(place, "insatser"), records))


@settings(SLOW, max_examples=3)
@given(groups(7, 10))
def test_every_valid_record_is_built(records: dict[str, Any]):
    builds(records, ())


@pytest.mark.bevis
@settings(SLOW, max_examples=100)
@given(groups(7, 10))
def test_very_many_valid_records_are_built(records: dict[str, Any]):
    builds(records, ())


@pytest.mark.bevis
@settings(SLOW, max_examples=15)
@given(groups())
def test_many_valid_records_are_built_in_all_languages(records: dict[str, Any]):
    builds(records, None)
