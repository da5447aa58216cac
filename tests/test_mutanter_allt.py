"""All mutants of all records, and that a site without escaping would be seen."""

import pytest

from katalog import plugin
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
    assert figures.tried > 150_000


@pytest.mark.parametrize("name", ["namn", "malgrupp_text"])
def test_a_site_without_escaping_is_seen(monkeypatch: pytest.MonkeyPatch, name: str):
    (place,) = [place for place in places("kaa") if place.path == (name,)]
    mutant = replaced("prov", "kaa", place, written("a &lt;b&gt; ]]> < b > c & d"))
    assert sajt.prove(sajt.Batch(((mutant,),))) == []
    usual = plugin.jinja_environment()
    monkeypatch.setattr(plugin, "jinja_environment", lambda: {**usual, "autoescape": False})
    with pytest.raises(Exception, match=r"expected|eof|char|entity|tag"):
        assert sajt.prove(sajt.Batch(((mutant,),))) == []
