"""Sow a fault in a copy of a site, see whether the checks find it, and take it away again.

Comes in: fel.yaml, the folder of a built site that may be changed. Goes out: Fault, and for each
the first thing that is found with it and is not found without it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.granskning import filer, granska
from tests.granskning.sidor import VIEWS, View

Look = tuple[str, str, str, int]  # kind, prefix, theme, width


@dataclass(frozen=True)
class Fault:
    """One fault as fel.yaml has it."""

    namn: str
    kriterium: str
    vy: str
    sprak: str = ""
    tema: str = "light"
    bredd: int = 1280
    fil: str = ""
    byt: str = ""
    till: str = ""
    antal: int = 1  # 0: any number but none
    sist: str = ""
    mer: dict[str, str] = field(default_factory=dict)  # other files; a plus adds to one there is

    @property
    def view(self) -> View:
        """The view that it is seen in."""
        return VIEWS[self.vy]

    @property
    def look(self) -> Look:
        """What is looked at, with the fault and without."""
        return self.vy, self.sprak, self.tema, self.bredd

    @property
    def page(self) -> str:
        """The file of the page."""
        address = self.sprak + self.view.address.split("#")[0]
        return address if address.endswith(".html") else f"{address}index.html"


def faults() -> list[Fault]:
    """Return all faults there are to sow."""
    text = Path(__file__).with_name("fel.yaml").read_text(encoding="utf-8")
    return [Fault(**each) for each in yaml.safe_load(text)]


@contextmanager
def sown(fault: Fault, site: Path) -> Iterator[None]:
    """Change the files of a site, and restore them afterwards."""
    changed = {fault.fil or fault.page: lambda text: _changed(fault, text)}
    for name, text in fault.mer.items():
        changed[name.removesuffix("+")] = lambda before, text=text: f"{before}\n{text}"
    before = {name: (site / name).read_bytes() if (site / name).exists() else None
              for name in changed}
    try:
        for name, change in changed.items():
            new = change((before[name] or b"").decode("utf-8"))
            (site / name).write_bytes(new.encode("utf-8"))
        yield
    finally:
        for name, raw in before.items():
            if raw is None:
                (site / name).unlink()
            else:
                (site / name).write_bytes(raw)


def _changed(fault: Fault, text: str) -> str:
    """Return a file with the fault in it; a fault that changes nothing is no fault."""
    if not fault.byt:
        return f"{text}\n{fault.sist}\n"
    new, count = re.subn(fault.byt, fault.till, text, flags=re.S)
    assert new != text, f"{fault.namn}: nothing is changed"
    assert fault.antal in (0, count), f"{fault.namn}: stands {count} times"
    return new


def looked_at(new_page: Any, server: str, site: Path, look: Look, page: str) -> Iterator[list[str]]:
    """Yield what each check finds: first those of the open page, then those of the files."""
    kind, *rest = look
    yield from granska.stages(new_page, server, VIEWS[kind], *rest)
    yield filer.directions(site)
    yield filer.html([site / page])
    yield filer.alike(site, [page])
    yield filer.links(site)


def caught(new_page: Any, server: str, site: Path, fault: Fault, clean: list[list[str]]) -> str:
    """Return the first finding that is not there without the fault, or '' when it is missed."""
    with sown(fault, site):
        stages = looked_at(new_page, server, site, fault.look, fault.page)
        for found, before in zip(stages, clean, strict=False):
            new = [each for each in found if each not in before]
            if new:
                return new[0]
    return ""
