"""The benchmark itself: it counts every second once, tells the truth of limits, and is fair."""

import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="the benchmark is for Linux and macOS")

from tests.prestanda import klocka
from tests.prestanda.barn import INDEX, STEPS
from tests.prestanda.budget import complaints
from tests.prestanda.jamfor import compare, figures, page_weights, unfair
from tests.prestanda.klocka import REST, Klocka, find
from tests.prestanda.kor import SWEDISH_ONLY, Matning, after_change, build, make_records, run

WEIGHTS = {"insats": 12_000, "insatser": 10_000, "listor": 10_000_000, "listsidor": 400}
GOOD: dict[str, Any] = {
    "verkliga": {"vagg": 2.9, "cpu": 3.5},
    "storlekar": {
        "50": {"bygg": {"cpu": 1.0, "minne": 80}},
        "1000": {"bygg": {"cpu": 1.0, "minne": 90}},
        "10000": {"bygg": {"cpu": 11.4, "index_cpu": 30, "minne": 300},
                  "andring": {"forst": 0.9, "hela": 2.9, "index": 20}, "jamforelse": {
            "guiden": {"cpu_andel": 1.0, "minne_andel": 1.0, "vikt": {**WEIGHTS}},
            "hugo": {"cpu_andel": 0.59, "minne_andel": 0.29, "vikt": {**WEIGHTS}},
            "eleventy": {"cpu_andel": 3.0, "minne_andel": 3.0, "vikt": {**WEIGHTS}},
        }},
        "50000": {"bygg": {"cpu": 65.0, "index_cpu": 170, "minne": 999},
                  "andring": {"forst": 1.0, "hela": 3.0, "index": 99}},
    },
}  # fmt: skip


def test_each_step_begins_at_functions_that_the_build_has():
    """Whoever renames one says so in barn.py; else its time would be told under another step."""
    for names in STEPS.values():
        for name in names:
            owner, last = find(name)
            assert callable(getattr(owner, last)), name


def test_a_second_counts_once_and_for_the_inner_step(monkeypatch: pytest.MonkeyPatch):
    time = [0.0]
    monkeypatch.setattr(klocka, "_now", lambda: (time[0], 2 * time[0]))

    def works(seconds: float) -> None:
        time[0] += seconds

    def yields():
        works(1)
        yield "a"
        works(1)
        yield "b"

    clock = Klocka()
    inner, some = clock._wrapped("inre", works), clock._wrapped("yttre", yields)

    def outer() -> None:
        works(10)
        inner(3)
        for _ in some():
            works(100)

    works(5)
    clock._wrapped("yttre", outer)()
    clock.tick()
    walls = {name: step["vagg"] for name, step in clock.steps.items()}
    assert walls == {REST: 5, "yttre": 10 + 2 + 200, "inre": 3}
    assert clock.steps["inre"]["cpu"] == 6


def test_a_step_that_fails_is_over(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(klocka, "_now", lambda: (0.0, 0.0))
    clock = Klocka()

    def breaks() -> None:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        clock._wrapped("steg", breaks)()
    assert clock._stack == [REST]


def test_the_real_build_is_what_is_measured(tmp_path: Path):
    records = make_records(20, tmp_path / "poster")
    done = build(tmp_path / "sajt", "--insatser", records, *SWEDISH_ONLY, steps=True)
    assert len(list((tmp_path / "sajt/insats").glob("*/index.html"))) == 20
    assert set(done.steps) == {*STEPS, REST}
    assert all(step["vagg"] > 0 for step in done.steps.values())
    told = sum(step["cpu"] for step in done.steps.values())
    assert told == pytest.approx(done.cpu, rel=0.15)  # less starting and ending Python
    assert 20 < done.minne_utan_index < 500


def test_a_change_is_timed_from_the_save_to_the_site(tmp_path: Path):
    records = make_records(20, tmp_path / "poster")
    told = after_change(records, tmp_path / "sajt")
    assert set(told) == {"forst", "hela", "index"}
    assert 0 < told["forst"] < told["hela"]


def test_a_program_that_fails_stops_the_benchmark():
    with pytest.raises(RuntimeError, match="det gick inte"):
        run([sys.executable, "-c", "print('det gick inte'); raise SystemExit(3)"])


def test_the_search_index_is_told_apart():
    step = {INDEX: {"vagg": 4, "cpu": 6, "minne": 70}, REST: {"vagg": 5, "cpu": 5, "minne": 90}}
    guide, peer = Matning(9, 11, 1700, step), Matning(8, 10, 450)
    assert (guide.utan_index, guide.vagg_utan_index, guide.minne_utan_index) == (5, 5, 90)
    told = figures([peer, peer], [guide, guide])
    assert told == {"cpu": 10, "vagg": 8, "minne": 450, "cpu_andel": 0.5, "minne_andel": 0.2}


def test_what_is_within_the_budget_is_not_complained_about():
    assert complaints(GOOD) == []
    assert complaints({"verkliga": {"vagg": 9, "cpu": 2.5}, "storlekar": {}}) == []


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [("verkliga.vagg", 3.1, "den verkliga guiden på svenska, s: 3,10, gränsen är 3,00."),
     ("storlekar.10000.bygg.cpu", 11.6,
      "CPU per post, 10000 mot 1000 poster: 1,16, gränsen är 1,15."),
     ("storlekar.10000.bygg.index_cpu", 28,
      "bygge och sökindex mot bara sökindex, 10000 poster: 1,41, gränsen är 1,40."),
     ("storlekar.50000.bygg.minne", 1001, "minne vid 50 000, MB: 1\u00a0001,00, gränsen är "
                                          "1\u00a0000,00."),
     ("storlekar.10000.andring.forst", 1.2,
      "en ändrad posts sida av 10000 poster, s: 1,20, gränsen är 1,00."),
     ("storlekar.10000.andring.hela", 3.2,
      "hela sajten efter en ändring, 10000 poster, s: 3,20, gränsen är 3,00."),
     ("storlekar.10000.jamforelse.hugo.cpu_andel", 0.61,
      "cpu mot hugo vid 10000 poster: 0,61, gränsen är 0,60."),
     ("storlekar.10000.jamforelse.hugo.minne_andel", 0.31,
      "minne mot hugo vid 10000 poster: 0,31, gränsen är 0,30."),
     ("storlekar.10000.jamforelse.hugo.vikt.insats", 10_680,
      "jämförelsen gäller inte: hugo insats väger 0,89 gånger guidens"),
     ("storlekar.10000.jamforelse.eleventy.vikt.insatser", 9_999,
      "jämförelsen gäller inte: eleventy har 9999 insatssidor, guiden 10000")],
)  # fmt: skip
def test_what_is_over_its_limit_is_told(place: str, value: float, told: str):
    bad = deepcopy(GOOD)
    *way, last = place.split(".")
    holder = bad
    for step in way:
        holder = holder[step]
    holder[last] = value
    assert complaints(bad) == [told]


def test_pages_are_weighed_by_kind(tmp_path: Path):
    for name, size in (("insats/a", 10), ("insats/b", 30), ("kommun", 5), ("kommun/x", 7),
                       ("a-o", 11), ("om", 1000), (".", 13)):  # fmt: skip
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").write_text("x" * size)
    assert page_weights(tmp_path) == {"insats": 20, "insatser": 2, "listor": 36, "listsidor": 4}


@pytest.mark.bevis
def test_the_peers_make_the_same_pages(tmp_path: Path):
    records = make_records(120, tmp_path / "poster")
    compared = compare(records, tmp_path, 1, lambda _: None)
    ours = compared["guiden"]["vikt"]
    for name, each in compared.items():
        assert list(unfair(each["vikt"], ours)) == [], name
        assert each["vikt"]["listsidor"] == ours["listsidor"], name
