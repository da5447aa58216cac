"""Colours can be told apart: the guide's own, and those of a publisher before they reach a page."""

import re
import shutil
from pathlib import Path

import pytest

from katalog import colours
from katalog.colours import DARK, LIGHT, applied, chosen, contrast, nearest, our_tokens, pairs
from katalog.paths import ROOT, THEME
from katalog.problems import BadInput
from katalog.publisher import load_publisher
from tests.conftest import change, checkout, katalog

CSS = colours.SHEET.read_text(encoding="utf-8")
OURS = '"#0b5351"'


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0),
    ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54),  # the well-known pair at 4.5
    ("#ff0000", "#ffffff", 4.00), ("#0000ff", "#ffffff", 8.59), ("#00ff00", "#000000", 15.30),
])  # fmt: skip
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_the_guides_own_colours_are_enough_in_every_pair(scheme: str):
    found = pairs(our_tokens()[scheme])
    assert found
    assert not [pair for pair in found if not pair.is_enough]


def test_every_token_of_colour_is_in_a_pair_or_only_decorates():
    told = {name for pair in colours.PAIRS for name in pair[:2]}
    assert set(our_tokens()[LIGHT]) - told == {"linje"}  # between rows that space tells apart too
    assert set(our_tokens()[DARK]) == set(our_tokens()[LIGHT])


def test_no_colour_stands_outside_the_tokens():
    """But on paper, which is black on white."""
    for path in (THEME / "static/css").glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        screen = re.sub(r"^@media print \{.*?^\}", "", text, flags=re.S | re.M)
        rest = re.sub(r"^\s*--[\w-]+: #[0-9a-f]{6};$", "", screen, flags=re.M)
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!-)\s*[;)]|rgb|hsl", rest), path.name


@pytest.mark.parametrize(("ratio", "text"), [(4.4999, "4,49:1"), (21.0, "21:1"), (4.5, "4,50:1")])
def test_a_contrast_is_never_written_as_more_than_it_is(ratio: float, text: str):
    assert colours.written(ratio) == text


def load(folder: Path, lines: str) -> dict[str, str]:
    path = folder / "utgivare.yaml"
    path.write_text(f"webbplats: Guiden\n{lines}", encoding="utf-8")
    return load_publisher(path).colours


@pytest.mark.parametrize("lines", ["", "farger:\n", "farger: null\n"])
def test_without_colours_the_guide_keeps_its_own(tmp_path: Path, lines: str):
    assert load(tmp_path, lines) == {}
    assert applied(CSS, {}) == CSS


def test_two_colours_are_taken_as_they_are(tmp_path: Path):
    found = load(tmp_path, 'farger:\n  farg: "#7A1F5C"\n  farg_mork: "#f0a6d8"\n')
    assert found == {LIGHT: "#7a1f5c", DARK: "#f0a6d8"}


@pytest.mark.parametrize("colour", ["#7a1f5c", "#0b5351", "#1d3f8f", "#000000"])
def test_the_dark_one_is_worked_out_and_enough(colour: str):
    found = chosen({"farg": colour})
    assert found[LIGHT] == colour
    assert not list(colours.findings({"farg": colour, "farg_mork": found[DARK]}))


def test_the_sheet_gets_the_colours_and_nothing_else_changes():
    own = {LIGHT: "#7a1f5c", DARK: "#f0a6d8"}
    changed = applied(CSS, own)
    tokens = colours.read_tokens(changed)
    assert {scheme: tokens[scheme]["farg"] for scheme in tokens} == own
    differing = [line for line, before in zip(changed.split("\n"), CSS.split("\n"), strict=True)
                 if line != before]
    assert [line.strip() for line in differing] == ["--farg: #7a1f5c;", "--farg: #f0a6d8;"]


def test_a_weak_colour_is_told_with_its_line_the_contrasts_and_what_will_do(tmp_path: Path):
    with pytest.raises(BadInput) as caught:
        load(tmp_path, 'farger:\n  farg: "#FF8800"\n  farg_mork: "#552200"\n')
    light, dark = caught.value.problems
    light_better, dark_better = nearest("#ff8800", LIGHT), nearest("#552200", DARK)
    ja, dark_ja = our_tokens()[LIGHT]["ja"], our_tokens()[DARK]["ja"]
    assert (light.line, light.field, light.message) == (
        3, "farger.farg",
        f'"#FF8800" syns för dåligt i ljust läge: 2,04:1 mot {ja} (ruta för ett ja), minst '
        f'4,50:1 behövs. Närmaste färg som räcker: "{light_better}".')
    assert (dark.line, dark.field, dark.message) == (
        4, "farger.farg_mork",
        f'"#552200" syns för dåligt i mörkt läge: 1,09:1 mot {dark_ja} (ruta för ett ja), minst '
        f'4,50:1 behövs. Närmaste färg som räcker: "{dark_better}".')
    better = f'farger:\n  farg: "{light_better}"\n  farg_mork: "{dark_better}"\n'
    assert load(tmp_path, better) == {LIGHT: light_better, DARK: dark_better}


@pytest.mark.parametrize(("weak", "scheme"), [
    ("#ffffff", LIGHT), ("#777777", LIGHT), ("#ffd84d", LIGHT), ("#000000", DARK),
    ("#0b5351", DARK), ("#0000ff", DARK)])
def test_the_nearest_colour_is_enough_and_a_step_less_is_not(weak: str, scheme: str):
    field = colours.FIELDS[scheme]
    assert list(colours.findings({field: weak}))
    better = nearest(weak, scheme)
    assert not list(colours.findings({field: better}))
    assert nearest(better, scheme) == better, "a colour that will do is left alone"
    back = [a + 3 * ((b > a) - (b < a)) for a, b in zip(
        bytes.fromhex(better[1:]), bytes.fromhex(weak[1:]), strict=True)]
    assert list(colours.findings({field: "#" + bytes(back).hex()})), "it went too far"


@pytest.mark.parametrize(("lines", "field", "part"), [
    ('farger:\n  farg: "#fff"\n', "farger.farg", '"#fff" går inte att använda här.'),
    ('farger:\n  farg: "teal"\n', "farger.farg", '"teal" går inte att använda här.'),
    ('farger:\n  farg: "#12345g"\n', "farger.farg", '"#12345g" går inte att använda här.'),
    ('farger:\n  farg: "#0b5351; }"\n', "farger.farg", "går inte att använda här."),
    ('farger:\n  farg: "#0b5351\\nx"\n', "farger.farg", "går inte att använda här."),
    ("farger:\n  farg: #0b5351\n", "farger.farg", "inom citattecken"),  # a comment to YAML
    ("farger:\n  farg: 123456\n", "farger.farg", "inte talet 123456"),
    ('farger:\n  farg_mork: "#8fd6cf"\n', "farger.farg", "saknas"),
    (f"farger:\n  farg: {OURS}\n  bakgrund: {OURS}\n", "farger.bakgrund", "okänt fält"),
    (f"farger:\n  farg: {OURS}\n  farg_mrk: {OURS}\n", "farger.farg_mrk",
     'Menade du "farg_mork"?'),
    (f"farger: {OURS}\n", "farger", "ska vara"),
    (f"farger:\n  - {OURS}\n", "farger", "ska vara"),
    ("farger: {}\n", "farger.farg", "saknas"),
])  # fmt: skip
def test_what_is_no_colour_is_refused_on_its_line(
        tmp_path: Path, lines: str, field: str, part: str):
    with pytest.raises(BadInput) as caught:
        load(tmp_path, lines)
    (problem,) = caught.value.problems
    assert problem.field == field
    assert part in problem.message
    assert 2 <= problem.line <= 4


def test_a_guide_is_built_in_the_publishers_colours_or_not_at_all(tmp_path: Path):
    root = checkout(tmp_path / "guide")
    (root / ".venv").symlink_to(ROOT / ".venv")
    for record in sorted((root / "insatser").glob("*.yaml")):
        if record.stem != "valfardsguiden":
            record.unlink()
    for catalogue in (root / "schema/sprak").glob("*.po"):
        catalogue.unlink()
    settings = root / "utgivare.yaml"
    change(settings, r"^farger:.*$", 'farger:\n  farg: "#7a1f5c"')
    assert katalog("bygg", "--ut", tmp_path / "ut", root=root).returncode == 0
    css = (tmp_path / "ut/theme/css/guide.css").read_text(encoding="utf-8")
    assert "--farg:#7a1f5c;" in css
    assert f"--farg:{nearest('#7a1f5c', DARK)};" in css
    shutil.copy(tmp_path / "ut/theme/css/guide.css", tmp_path / "before.css")

    change(settings, "#7a1f5c", "#eeeeee")
    done = katalog("bygg", "--ut", tmp_path / "ut", root=root)
    assert done.returncode != 0
    assert re.search(r"utgivare\.yaml:\d+: farger\.farg: \"#eeeeee\" syns för dåligt", done.stdout)
    assert (tmp_path / "ut/theme/css/guide.css").read_bytes() == \
        (tmp_path / "before.css").read_bytes()
