"""Proof that what was accepted does no harm: it is built into whole sites, which must stay sound.

Comes in: accepted mutants. Goes out: what is wrong, none when all is well. Many mutants go into
one build: those of one record that do not touch each other are stacked in it, and half of the
records stay as they are, so that a page that changes without cause is seen.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from xml.etree.ElementTree import Element

from html5lib.html5parser import ParseError

from katalog.build import BuildFailed, build
from katalog.problems import BadInput, errors
from katalog.search import SearchError
from tests.conftest import parse
from tests.mutanter.dom import told_of
from tests.mutanter.mutant import Mutant
from tests.mutanter.original import originals
from tests.mutanter.varden import HOST

Stack = tuple[Mutant, ...]  # of one record, in places that do not touch
HIGH = 12  # mutants in a stack
LINKS = ("href", "src", "action", "formaction", "data", "srcdoc", "poster")
SCHEMES = ("https:", "http:", "tel:", "mailto:")


@dataclass(frozen=True)
class Batch:
    """What goes into one build, in Swedish only or in all languages."""

    stacks: tuple[Stack, ...]
    languages: tuple[str, ...] | None = ()


def stacks(accepted: list[Mutant]) -> list[Stack]:
    """Return the mutants of one record, as many as fit in each stack and agree."""
    made: list[list[Mutant]] = []
    for mutant in accepted:
        fitting = (stack for stack in made if len(stack) < HIGH and not _touches(mutant, stack))
        stack = next(fitting, None)
        if stack is None:
            made.append(stack := [])
        stack.append(mutant)
    return [part for stack in made for part in _agreeing(tuple(stack))]


def _agreeing(stack: Stack) -> Iterator[Stack]:
    """Yield the stack, in parts when its mutants break a rule together that none breaks alone."""
    if len(stack) == 1 or not errors(told_of(stack[0].post, _text(stack))[1]):
        yield stack
    else:
        middle = len(stack) // 2
        yield from (*_agreeing(stack[:middle]), *_agreeing(stack[middle:]))


def batches(by_record: dict[str, list[Stack]]) -> Iterator[Batch]:
    """Yield the stacks of every other record at a time, one a record; the first of either half in
    all languages."""
    names = sorted(by_record)
    for half in (names[::2], names[1::2]):
        for number, row in enumerate(rows({name: by_record[name] for name in half})):
            yield Batch(tuple(row), () if number else None)


def rows(by_record: dict[str, list[Stack]]) -> Iterator[list[Stack]]:
    """Yield the first stack of every record, then the second …"""
    for row in zip_longest(*by_record.values()):
        yield [stack for stack in row if stack]


def prove(batch: Batch) -> list[str]:
    """Build the batch and return what is wrong; in parts when it does not build as a whole."""
    try:
        return _built(batch)
    except (BadInput, BuildFailed, SearchError) as failed:
        return _parts(batch, failed)


def _parts(batch: Batch, failed: Exception) -> list[str]:
    """Each accepted mutant passes alone; together they may break a rule, and are then taken
    apart until the rest builds or a single one is at fault."""
    if len(batch.stacks) > 1:
        middle = len(batch.stacks) // 2
        halves = (batch.stacks[:middle], batch.stacks[middle:])
    elif len(batch.stacks[0]) > 1:
        stack = batch.stacks[0]
        halves = ((stack[:len(stack) // 2],), (stack[len(stack) // 2:],))
    else:
        return [f"{batch.stacks[0][0]}: byggs inte: {str(failed)[:300]}"]
    return [wrong for half in halves for wrong in prove(Batch(half, batch.languages))]


def _built(batch: Batch) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="mutanter-") as place:
        folder, site = Path(place, "insatser"), Path(place, "sajt")
        folder.mkdir()
        for name, text in _texts(batch).items():
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
        build(site, folder, languages=batch.languages)
        return list(_complaints(batch, site.resolve()))


def _texts(batch: Batch) -> dict[str, str]:
    return {**originals(), **{stack[0].post: _text(stack) for stack in batch.stacks}}


def _text(stack: Stack) -> str:
    """Return the record with all changes of a stack, from the end so that places stay."""
    text = originals()[stack[0].post]
    for start, end, new in sorted((mutant.edit for mutant in stack), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _touches(mutant: Mutant, stack: list[Mutant]) -> bool:
    start, end, _ = mutant.edit
    return any(start <= other.edit[1] and other.edit[0] <= end for other in stack)


@dataclass(frozen=True)
class Usual:
    """The site of the real records: its pages, and what its pages are made of."""

    pages: dict[str, bytes]
    parts: frozenset[tuple[str, str]]  # (element, attribute)
    scripts: frozenset[str]
    metas: frozenset[str]


@cache
def usual(languages: tuple[str, ...] | None) -> Usual:
    """Build the real records once in this process."""
    place = Path(tempfile.mkdtemp(prefix="mutanter-"))
    build(place / "sajt", languages=languages)
    site = (place / "sajt").resolve()
    pages = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    trees = [parse(site / name) for name in pages]
    shutil.rmtree(place)
    return Usual(pages, frozenset(part for tree in trees for part in _made_of(tree)),
                 frozenset(src for tree in trees for src in _scripts(tree)),
                 frozenset(meta for tree in trees for meta in _metas(tree)))


def _complaints(batch: Batch, site: Path) -> Iterator[str]:
    before = usual(batch.languages)
    changed = {stack[0].post for stack in batch.stacks}
    what = f"{len(changed)} poster, bland dem {batch.stacks[0][0]}"
    for path in sorted(site.rglob("*.html")):
        name, raw = path.relative_to(site).as_posix(), path.read_bytes()
        if raw != before.pages.get(name):
            yield from (f"{name}: {wrong} ({what})" for wrong in _page(path, before))
            if _is_strangers(name, changed):
                yield f"{name}: ändrades fast posten inte är ändrad ({what})"
    for path in sorted(site.rglob("*.json")):
        json.loads(path.read_text(encoding="utf-8"))


def _is_strangers(name: str, changed: set[str]) -> bool:
    """Say whether a page is that of a record which neither was changed nor shows one that was."""
    post = name.split("insats/")[1].split("/")[0] if "insats/" in name else ""
    return post in originals() and post not in changed and not changed & _shown_on(post)


@cache
def _shown_on(post: str) -> frozenset[str]:
    """Return the records that the page of a record names, or that name it."""
    text = originals()[post]
    return frozenset(name for name, other in originals().items()
                     if f"- {name}\n" in text or f"- {post}\n" in other)


def _page(path: Path, before: Usual) -> Iterator[str]:
    """Yield what of a page is no text: the parser holds it to the standard of HTML."""
    try:
        tree = parse(path)
    except ParseError as error:
        yield f"är inte HTML: {error}"
        return
    for part in sorted(_made_of(tree) - before.parts):
        yield f"nytt slags element eller attribut {part}"
    for extra, usual_ones in ((_scripts(tree), before.scripts), (_metas(tree), before.metas)):
        for each in sorted(extra - usual_ones):
            yield f"nytt skript eller ny meta: {each[:80]}"
    for element in tree.iter():
        for name in LINKS:
            address = (element.get(name) or "").strip().lower()
            scheme = ":" in address.split("/")[0]
            if HOST in address or (scheme and not address.startswith(SCHEMES)):
                yield f"länk till {address[:80]}"


def _made_of(tree: Element) -> set[tuple[str, str]]:
    return {(str(element.tag), name) for element in tree.iter() if isinstance(element.tag, str)
            for name in ("", *element.keys())}


def _scripts(tree: Element) -> set[str]:
    """Return the scripts of a page: where from, whatever the depth of the page, and any words."""
    return {f"{(each.get('src') or '').replace('../', '')} {each.text or ''}"
            for each in tree.iter("script")}


def _metas(tree: Element) -> set[str]:
    return {f"{each.get('http-equiv')} {each.get('content')}" for each in tree.iter("meta")
            if each.get("http-equiv")}
