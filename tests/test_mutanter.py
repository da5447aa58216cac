"""A sample of the mutants of tests/mutanter, and that the proof would see what is wrong."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.mutanter import dom, dom_fil, filer, nycklar, sajt
from tests.mutanter.korning import BREAKERS, Figures, mutants, run
from tests.mutanter.mutant import Mutant, replaced
from tests.mutanter.original import originals, places
from tests.mutanter.varden import HOST

RECORD = "mia-hbs"  # descent, ways in, figures, translations


@pytest.fixture(scope="module")
def figures() -> Figures:
    return run(sample=True)


def test_each_of_a_sample_is_refused_at_its_place_or_harmless(figures: Figures):
    assert not figures.wrong, "\n".join(figures.wrong)
    assert figures.total(dom.WRONG) == 0
    assert figures.tried > 600
    assert figures.builds >= 1


def test_the_sample_has_every_kind_of_break(figures: Figures):
    kinds = {each.slag.split(":")[0] for breaker in BREAKERS for each in breaker(RECORD)}
    assert kinds <= {kind.split(":")[0] for kind in figures.kinds}


def test_what_is_taken_away_is_gone_and_nothing_else():
    """The places are cut out of the text as the mutants say."""
    before = yaml.safe_load(originals()[RECORD])
    for mutant, place in zip(nycklar.bort(RECORD), places(RECORD), strict=True):
        assert yaml.safe_load(mutant.text) == _without(before, place.path), str(mutant)


def test_every_mutant_differs_from_its_record_and_from_the_others():
    made = [each for each in mutants(RECORD) if isinstance(each, Mutant)]
    texts = [each.text for each in made]
    assert originals()[RECORD] not in texts
    assert len(set(texts)) > 0.9 * len(texts)


def _without(value: Any, path: tuple) -> Any:
    """Return the value without what is at a path."""
    step, *rest = path
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    kept = [(key, _without(inner, rest) if key == step else inner) for key, inner in pairs
            if key != step or rest]
    return dict(kept) if isinstance(value, dict) else [inner for _, inner in kept]


def some(path: tuple, new: str = "{x: 1}", must: bool = True) -> Mutant:
    (place,) = [each for each in places(RECORD) if each.path == path]
    return replaced("prov", RECORD, place, new, must=must)


@pytest.fixture
def changed(monkeypatch: pytest.MonkeyPatch):
    """Let the checker tell its problems otherwise than it does."""
    def patch(change: Any) -> None:
        read = dom.read_record
        monkeypatch.setattr(dom, "read_record", lambda path: _told(change, *read(path)))

    return patch


def _told(change: Any, record: Any, problems: list) -> tuple[Any, list]:
    return record, [other for problem in problems for other in change(problem)]


@pytest.mark.parametrize(
    "change",
    [lambda problem: [dataclasses.replace(problem, line=problem.line + 1)],
     lambda problem: [dataclasses.replace(problem, field="namn", line=2)],
     lambda problem: [dataclasses.replace(problem, field="")],
     lambda problem: [dataclasses.replace(problem, file="insatser/kaa.yaml")],
     lambda problem: [problem, dataclasses.replace(problem, field="namn", line=2)],
     lambda problem: [],
     lambda problem: [dataclasses.replace(problem, level="varning")]],
    ids=["line", "field", "no-field", "file", "besides", "silent", "only-a-warning"],
)  # fmt: skip
def test_a_checker_that_tells_something_else_is_seen(changed, change):
    mutant = some(("intag",))
    assert dom.judge(mutant).result == dom.REFUSED
    changed(change)
    assert dom.judge(mutant).result == dom.WRONG


def test_a_file_told_of_the_wrong_place_or_read_otherwise_is_seen():
    renamed = next(each for each in filer.omdopt(RECORD) if each.field == "id")
    assert dom_fil.judge_file(renamed).result == dom.REFUSED
    for change in ({"lines": (2,)}, {"field": ""}, {"name": "annan.yaml"}, {"lines": ()}):
        assert dom_fil.judge_file(dataclasses.replace(renamed, **change)).result == dom.WRONG
    changed = originals()[RECORD].replace("MIA", "MIB").encode()
    other = filer.Fil("prov", RECORD, f"{RECORD}.yaml",
                      lambda folder: Path(folder, f"{RECORD}.yaml").write_bytes(changed))
    assert dom_fil.judge_file(other) == dom.Verdict(other, dom.WRONG, "läses annars")


USUAL = sajt.Usual({}, frozenset({(tag, "") for tag in ("html", "head", "body", "title", "a", "p")}
                                 | {("a", "href"), ("p", "class"), ("script", ""),
                                    ("script", "src"), ("meta", ""), ("meta", "http-equiv"),
                                    ("meta", "content")}),
                   frozenset({"theme/js/a.js "}), frozenset())  # fmt: skip


@pytest.mark.parametrize(
    ("body", "sound"),
    [('<p class="a">&lt;script&gt; <a href="../b/">b</a> <a href="tel:112">112</a>', True),
     ('<script src="../../theme/js/a.js"></script>', True), ("<p><b>x</b>", False),
     ('<p onclick="x">', False), ("<script>alert(1)</script>", False),
     ('<script src="https://x.se/x.js"></script>', False), ('<a href=" javascript:x">x</a>', False),
     ('<a href="data:text/html,x">x</a>', False), (f'<a href="https://{HOST}/">x</a>', False),
     ('<meta http-equiv="refresh" content="0">', False), ("<p>a < b & c", False)],
)  # fmt: skip
def test_what_is_more_than_text_on_a_page_is_seen(tmp_path: Path, body: str, sound: bool):
    page = tmp_path / "index.html"
    page.write_text(f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>",
                    encoding="utf-8")
    assert (list(sajt._page(page, USUAL)) == []) == sound


def test_a_page_that_has_nothing_to_do_with_the_changed_record_is_a_stranger():
    assert sajt._is_strangers("insats/kaa/index.html", {"samsas"})
    assert not sajt._is_strangers("insats/kaa/index.html", {"kaa"})
    assert not sajt._is_strangers("insats/mia-lan/index.html", {"mia-hbs"})
    for name in ("kommun/huddinge/index.html", "insats/index.html", "index.html"):
        assert not sajt._is_strangers(name, {"samsas"})
