"""What YAML can do and a record never needs, and what an editor's slip does to it.

Comes in: a record's name. Goes out: mutants. All values stand as they are, without quotes.
"""

from tests.mutanter.mutant import Edit, Mutant, Mutants, in_turn, numbered, replaced
from tests.mutanter.original import Path, Place, line_at, originals, places

TAGS = ('!!python/object/apply:os.system ["id"]', "!!python/name:os.system", "!!int 7", "!egen x",
        "!!binary aGVq", "!!set {a, b}", "!<tag:yaml.org,2002:str> x", "!!str x", "! x",
        "!!timestamp 2026-01-01", "!!null ''", "!!omap [a: 1]")
ANCHORS = ("&a x", "*a", "&a [*a]", "{<<: *a}", "{<<: {x: 1}}", "[&a x, *a]", "{? *a : x}",
           "{a: &a x, b: *a}", "<<: x")
LAUGHS = "[&a0 [x, x], " + ", ".join(
    f"&a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)) + "]"
BOMBS = (LAUGHS, "[" * 500 + "]" * 500, "{a: " * 300 + "x" + "}" * 300, "[" * 2000,
         "- " * 3000 + "x")
SLIPS = ('"inget slut', "'inget slut", "[inget, slut", "{inget: slut", "a: b", "@a", "`a", "%a",
         "- a", "}", "]", ", a", '"a" b', "'a' b", "[a] b", "{a: b} c", "!", "&", "*", "\ta",
         "a\n\tb", "|x", ">x", '"\\q"', '"\\ud800"', '"\\U00110000"', "? a", "a: b: c", "x\n---\ny",
         "x\n...\ny", "%YAML 9.9", "#", "'")


def tagg(post: str) -> Mutants:
    """Each value with a tag, which could make an object of it."""
    yield from _each(post, "YAML-tagg", TAGS)


def ankare(post: str) -> Mutants:
    """Each value as an anchor, an alias or something merged."""
    yield from _each(post, "ankare, alias, <<", ANCHORS)


def bomb(post: str) -> Mutants:
    """A value that grows or nests without end; one field a kind of value is enough."""
    seen = set()
    for place in places(post):
        if (place.kind, len(place.path)) not in seen:
            seen.add((place.kind, len(place.path)))
            for value in BOMBS:
                yield replaced("YAML-bomb", post, place, value, must=True)


def slip(post: str) -> Mutants:
    """Each value with what a quick hand leaves: half a quote, a colon, a tab."""
    for turn, place in numbered(post):
        for value in in_turn(SLIPS, turn) if place.kind not in ("lista", "falt") else ():
            yield _slipped(post, place, value)


def indrag(post: str) -> Mutants:
    """Each line a step further in or out, or with a tab before it."""
    text, before = originals()[post], ()
    for place in places(post):
        start = text.rfind("\n", 0, place.value[0] if place.key is None else place.key[0]) + 1
        if place.key and text[start:place.key[0]].strip(" ") == "":
            for old, new in (("", " "), ("", "\t"), ("  ", "")):
                if text.startswith(old, start):
                    yield _moved(post, place, (start, start + len(old), new), before)
        before = place.path


def _moved(post: str, place: Place, edit: Edit, before: Path) -> Mutant:
    """What stands wrong becomes part of what stood before it, or of what holds both; that is told
    where it stands, or where the rest of it ends and the next line does not fit."""
    last = line_at(originals()[post], place.value[1])
    outer = tuple((*place.path[:end], place.path[-1]) for end in range(len(place.path) - 1))
    return Mutant("indrag fel", post, edit, place.path, tuple(range(place.line - 1, last + 2)),
                  same=(before, *outer))


def _slipped(post: str, place: Place, value: str) -> Mutant:
    made = replaced("slarvfel", post, place, value)
    last = place.line + value.count("\n")
    lines = tuple(range(place.line, last + 1))
    return Mutant("slarvfel", post, made.edit, place.path, lines)


def _each(post: str, slag: str, values: tuple[str, ...]) -> Mutants:
    for turn, place in numbered(post):
        for value in in_turn(values, turn):
            yield replaced(slag, post, place, value, must=True)


ALLA = (tagg, ankare, bomb, slip, indrag)
