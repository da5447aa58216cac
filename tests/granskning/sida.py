"""What can be seen in a page as it stands: sida.js, and axe-core's rules.

Comes in: a page in a browser that lets tests add scripts. Goes out: findings.
"""

from pathlib import Path
from typing import Any

import axe_playwright_python

from katalog.languages import Language

OURS = [Path(__file__).with_name(name).read_text(encoding="utf-8")
        for name in ("redskap.js", "matt.js", "fokus.js", "falt.js", "sida.js", "lagen.js")]
AXE = (Path(axe_playwright_python.__file__).with_name("axe.min.js")).read_text(encoding="utf-8")
AXE_VERSION = AXE.split("axe v", 1)[1].split("\n", 1)[0].strip()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# A rule that is not for us, why, and since when. Shown in the test's own output.
NOT_FOR_US: dict[str, str] = {}


def seen(page: Any, language: Language, only: list[str] | None = None) -> list[str]:
    """Return what our own checks find; `only` names some of them."""
    prepare(page)
    expected = {"tag": language.tag, "dir": language.dir}
    if only is None:
        return page.evaluate("expected => granska.run(expected)", expected)
    return page.evaluate("([only, expected]) => granska.only(only, expected)", [only, expected])


def axe(page: Any) -> list[str]:
    """Return what axe-core finds, with the elements it finds it in."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", TAGS)
    return [f"axe {rule['id']}: {[node['target'] for node in rule['nodes']][:4]}"
            for rule in found["violations"] if rule["id"] not in NOT_FOR_US]


def prepare(page: Any) -> None:
    """Put our checks into the page."""
    if not page.evaluate("typeof granska === 'object'"):
        for script in OURS:
            page.evaluate(script)
