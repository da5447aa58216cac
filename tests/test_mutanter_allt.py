"""All mutants of all records, and that a site without escaping would be seen."""

import importlib.util
import re
import subprocess
import sys

import pytest

from katalog import plugin
from katalog.paths import ROOT
from tests.fuzz_strict_yaml import NOT_RUN
from tests.mutanter import dom, sajt
from tests.mutanter.korning import run
from tests.mutanter.mutant import replaced, written
from tests.mutanter.original import places

pytestmark = pytest.mark.bevis


def test_every_mutant_is_refused_at_its_place_or_harmless():
    figures = run()
    print(figures.table())  # noqa: T201 - for whoever runs it with -s
    assert not figures.wrong, "\n".join(figures.wrong[:50])
    assert figures.total(dom.WRONG) == 0
    assert figures.tried > 100_000


@pytest.mark.parametrize("name", ["namn", "malgrupp_text"])
def test_a_site_without_escaping_is_seen(monkeypatch: pytest.MonkeyPatch, name: str):
    (place,) = [place for place in places("kaa") if place.path == (name,)]
    mutant = replaced("prov", "kaa", place, written("a &lt;b&gt; ]]> < b > c & d"))
    assert sajt.prove(sajt.Batch(((mutant,),))) == []
    usual = plugin.jinja_environment()
    monkeypatch.setattr(plugin, "jinja_environment", lambda: {**usual, "autoescape": False})
    assert sajt.prove(sajt.Batch(((mutant,),)))


def test_the_reading_of_a_record_is_fuzzed():
    """The nightly workflow has atheris, and fuzzes longer."""
    done = subprocess.run([sys.executable, "-m", "tests.fuzz_strict_yaml", "60"], cwd=ROOT,
                          check=False, capture_output=True, encoding="utf-8", timeout=300)
    if importlib.util.find_spec("atheris") is None:
        assert done.returncode == NOT_RUN
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(re.search(r"Done (\d+) runs", done.stderr)[1]) > 1000
