"""What Chromium made of payloads: run, broken out, carried whole.

Comes in: a page of tests/conftest.py's `new_page`, which itself fails at any console error, script
error or request to another host. Goes out: Tally, and pages that are watched.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from katalog.harmless import KNOWN_TAGS
from tests.nyttolast.laster import MARK, TEXTS

SCRIPT = Path(__file__).with_name("se.js").read_text(encoding="utf-8")
# tbody and its like a browser adds itself; the script of an own file is judged by its address.
KNOWN = {"laster": list(TEXTS), "taggar": sorted(KNOWN_TAGS)}


@dataclass
class Tally:
    """What was found so far. `carried` counts (payload, field, where)."""

    carried: Counter = field(default_factory=Counter)
    run: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def note(self, found: dict[str, Any], where: str) -> None:
        """Add what granska() returned."""
        self.broken += [f"{where}: {what}" for what in (*found["frammande"], *found["brutna"])]
        for key, many in found["hela"]:
            mark, _, place = key.partition(" ")
            payload, number = map(int, MARK.fullmatch(mark).groups())
            self.carried[payload, number, f"{where} {place}"] += many

    def look(self, page: Any, where: str) -> None:
        """Look at an open page."""
        self.note(page.evaluate("known => granska(known)", KNOWN), where)
        self.run += page.evaluate("[...smittad, ...brott]")

    def read(self, page: Any, addresses: list[str], where: str) -> None:
        """Look at pages without opening each."""
        self.note(page.evaluate("([known, all]) => granskaSidor(known, all)", [KNOWN, addresses]),
                  where)

    def clean(self) -> bool:
        """Nothing was run, nothing broke out."""
        return not self.run and not self.broken

    def pairs(self) -> set[tuple[int, int]]:
        """Return the (payload, field) that were carried anywhere."""
        return {(payload, number) for payload, number, _ in self.carried}


def watched(new_page: Any, csp: bool = False, **options: Any) -> tuple[Any, list[str]]:
    """Open a page that payloads are tried in; return it and what it must never do. Without `csp`
    the policy is off, so that nothing but our own escaping stands between a payload and its run."""
    page = new_page(bypass_csp=not csp, **options)
    page.add_init_script(SCRIPT)
    done: list[str] = []
    page.on("dialog", lambda dialog: (done.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("popup", lambda other: done.append(f"popup {other.url}"))
    return page, done
