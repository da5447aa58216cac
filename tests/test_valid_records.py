"""Every record that the schema and the rules allow is accepted, builds, and makes sound pages."""

import tempfile
from collections.abc import Iterator
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
from tests.mutanter.giltig import records, together

IN_A_BUILD = 10


def groups(count: int) -> Iterator[dict[str, Any]]:
    """Draw so many records and yield them ten at a time. (A whole group is more than Hypothesis
    draws at once, and to shrink it takes ages; the message tells the field anyway.)"""
    drawn = []

    @settings(CALM, max_examples=count, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))
    @given(records())
    def draw(data: dict[str, Any]) -> None:
        drawn.append(data)

    draw()
    for start in range(0, len(drawn), IN_A_BUILD):
        yield together(drawn[start:start + IN_A_BUILD])


def laid(folder: Path, group: dict[str, Any]) -> Path:
    """Write records as a program would."""
    folder.mkdir()
    for name, data in group.items():
        (folder / f"{name}.yaml").write_text(
            yaml.dump(data, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8",
            newline="\n")  # fmt: skip
    return folder


def accepted(folder: Path) -> None:
    found = errors(load_records(folder)[1])
    assert not found, "\n".join(problem.text() for problem in found)


def builds(group: dict[str, Any], languages: tuple[str, ...] | None = ()) -> None:
    """The build holds its own checks of the site; here every page is held to the standard too,
    and each insats must say what its record says."""
    with tempfile.TemporaryDirectory() as place:
        folder = laid(Path(place, "insatser"), group)
        accepted(folder)
        build(Path(place, "sajt"), folder, languages=languages)
        site = Path(place, "sajt").resolve()
        trees = {path.relative_to(site).as_posix(): parse(path) for path in site.rglob("*.html")}
        for name, data in group.items():
            main = trees[f"insats/{name}/index.html"].find(".//main")
            assert text(main.find(".//h1")) == data["namn"]
            assert data["sammanfattning"] in text(main)


def test_every_valid_record_is_accepted():
    for group in groups(100):
        with tempfile.TemporaryDirectory() as place:
            accepted(laid(Path(place, "insatser"), group))


def test_every_valid_record_is_built():
    for group in groups(20):
        builds(group)


@pytest.mark.bevis
def test_very_many_valid_records_are_built():
    for group in groups(1000):
        builds(group)


@pytest.mark.bevis
def test_many_valid_records_are_built_in_all_languages():
    for group in groups(100):
        builds(group, None)
