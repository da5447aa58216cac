"""Keys broken: taken away, misspelt, written twice.

Comes in: a record's name. Goes out: mutants.
"""

from tests.mutanter.mutant import Mutant, Mutants, in_turn, numbered
from tests.mutanter.original import Place, originals, places


def bort(post: str) -> Mutants:
    """Each key with its value taken away, and each item of a list."""
    for place in places(post):
        slag = "fält borttaget" if place.key else "punkt borttagen"
        holder = (place.holder_line,)
        if place.alone:
            new = "{}" if place.key else "[]"
            yield Mutant(slag, post, (*place.alone, new), place.path, holder)
        else:
            yield Mutant(slag, post, (*place.entry, ""), place.path, holder)


MISSPELT = (
    lambda key: key[0] + key,  # nnamn
    str.upper,
    lambda key: key.replace("a", "å").replace("o", "ö") if set("ao") & set(key) else key + "å",
    lambda key: f"{key} ",
    lambda key: "påhittat_fält",
)


def felstavad(post: str) -> Mutants:
    """Each key written wrong: the wrong key and perhaps the lack of the right one are told."""
    for turn, place in numbered(post):
        for misspell in in_turn(MISSPELT, turn) if place.key else ():
            key = misspell(place.path[-1])
            new = f'"{key}"' if key.strip() != key else key
            path = (*place.path[:-1], key)
            yield Mutant("fält felstavat", post, (*place.key, new), path, (place.line,), must=True,
                         also=(place.path,))


def dubbel(post: str) -> Mutants:
    """Each key written twice, with the same value."""
    for place in places(post):
        if place.key:
            text = originals()[post][place.key[0]:place.value[1]]
            copy = f", {text}" if place.flow else f"\n{_indent(post, place)}{text}"
            line = place.line + (0 if place.flow else text.count("\n") + 1)
            yield Mutant("fält två gånger", post, (place.value[1], place.value[1], copy),
                         place.path, (line,), must=True)


def _indent(post: str, place: Place) -> str:
    start = place.key[0]
    return " " * (start - originals()[post].rfind("\n", 0, start) - 1)


ALLA = (bort, felstavad, dubbel)
