"""What is sent of a style sheet means what was written; and what is written keeps the promises."""

import re
from pathlib import Path
from typing import Any

import pytest

from katalog.paths import THEME
from katalog.styles import without_air

SHEETS = sorted((THEME / "static/css").glob("*.css"))
PHYSICAL = re.compile(
    r"^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)"
    r"|left|right|top|bottom|(?:min-|max-)?(?:width|height)|float: (?:left|right)"
    r"|text-align: (?:left|right)|border-(?:top|bottom)-\w+-radius)\b", re.M)  # fmt: skip
LENGTH = re.compile(r"(?:font-size|--(?:text|stor|h\d)|font):\s*(?:clamp\()?([\d.]+)(rem|em|px)")


@pytest.mark.parametrize(("written", "sent"), [
    ("/* why */\na {\n  color: red;\n}\n", "a{color:red}\n"),
    (".a :is(b, i) > c {\n  margin: 0 auto;\n}", ".a :is(b,i)>c{margin:0 auto}\n"),
    ("a:hover::before { content: \"; } /* x */ \"; }", 'a:hover::before{content:"; } /* x */ "}\n'),
    ("@media (min-width: 40rem) {\n  a { b: c }\n}", "@media (min-width:40rem){a{b:c}}\n"),
    ("a { b: clamp(1rem, 1rem + 2vw, 2rem); }", "a{b:clamp(1rem,1rem + 2vw,2rem)}\n"),
    ("a { b: calc(-1 * var(--c)); }", "a{b:calc(-1 * var(--c))}\n"),
    ('[type="x"] + b {\n}', '[type="x"] + b{}\n'),
])  # fmt: skip
def test_only_what_is_for_readers_goes(written: str, sent: str):
    assert without_air(written) == sent


def test_a_browser_reads_the_same_rules_in_what_is_sent(page: Any, server: str):
    page.goto(f"{server}404.html")
    for path in SHEETS:
        css = path.read_text(encoding="utf-8")
        read = "css => {const s = new CSSStyleSheet(); s.replaceSync(css); " \
               "return [...s.cssRules].map(rule => rule.cssText.replaceAll(/,\\s+/g, ','))}"
        rules = page.evaluate(read, css)
        assert len(rules) > 50
        assert page.evaluate(read, without_air(css)) == rules


# What is not there yet is there after a while; nothing moves.
WAITS = (r"animation: vanta 4s;",
         r"@keyframes vanta \{\s*from,\s*to \{\s*visibility: hidden;\s*\}\s*\}")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_everything_is_told_from_where_text_starts_never_from_left(path: Path):
    assert not PHYSICAL.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_nothing_moves(path: Path):
    css = path.read_text(encoding="utf-8")
    for waits in WAITS:
        css = re.sub(waits, "", css)
    assert not re.search(r"animation|transition|@keyframes|smooth", css)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_size_of_text_on_the_screen_is_less_than_18_px(path: Path):
    css = re.sub(r"^@media print \{.*?^\}", "", path.read_text(encoding="utf-8"), flags=re.S | re.M)
    sizes = LENGTH.findall(css)
    assert all(float(number) * (1 if unit == "px" else 16) >= 18 for number, unit in sizes), sizes
    assert path.stem != "guide" or len(sizes) >= 5


def test_every_class_that_is_dressed_is_worn_somewhere():
    worn = " ".join(path.read_text(encoding="utf-8")
                    for pattern in ("templates/*.html", "static/js/**/*.js")
                    for path in THEME.glob(pattern) if "vendor" not in path.parts)
    worn += " ".join(path.read_text("utf-8") for path in (THEME.parent / "katalog").glob("*.py"))
    for path in SHEETS:
        css = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", path.read_text(encoding="utf-8"), flags=re.S)
        for name in sorted(set(re.findall(r"\.([a-z][\w-]*)(?=[^;]*\{)", css))):
            made = "utan-$" if re.match(r"utan-\d", name) else name
            assert re.search(rf"(?<![\w-]){re.escape(made)}(?![\w-])" if made == name
                             else re.escape(made), worn), f"{path.name}: .{name}"
