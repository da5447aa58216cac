"""Lists emptied and doubled.

Comes in: a record's name. Goes out: mutants.
"""

from tests.mutanter.mutant import Mutant, Mutants, replaced
from tests.mutanter.original import Place, originals, places


def tomd(post: str) -> Mutants:
    """Each list without anything in it."""
    for place in _lists(post):
        yield replaced("lista tömd", post, place, "[]")


def dubblad(post: str) -> Mutants:
    """Each list with its first item once more at the end, and with everything twice."""
    for place in _lists(post):
        items = [each for each in places(post) if each.path[:-1] == place.path]
        for again in (items[:1], items):
            copy = "".join(_again(post, item) for item in again)
            at = place.value[1] - (1 if place.node.flow_style else 0)
            yield Mutant("lista dubblad", post, (at, at, copy), place.path, (place.line,),
                         must=_is_unique(place))


def _is_unique(place: Place) -> bool:
    return place.kind == "lista" and not isinstance(place.node.value[0].value, list)


def _again(post: str, item: Place) -> str:
    text = originals()[post]
    if item.flow:
        return ", " + text[slice(*item.value)]
    dash = text.rindex("-", 0, item.value[0])
    indent = dash - text.rfind("\n", 0, dash) - 1
    return "\n" + " " * indent + text[dash:item.value[1]]


def _lists(post: str) -> list[Place]:
    return [place for place in places(post) if place.kind == "lista" and place.node.value]


ALLA = (tomd, dubblad)
