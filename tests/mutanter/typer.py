"""Values of every wrong type.

Comes in: a record's name. Goes out: mutants, none of which may pass.
"""

from tests.mutanter.mutant import Mutants, numbered, replaced
from tests.mutanter.original import Place

TYPES = {
    "tomt": ("", "~", "null"),
    "sant": ("true",),
    "tal": ("7", "-7.5"),
    "text": ('"en text"',),
    "lista": ("[7, {x: 1}]", "[[]]"),
    "falt": ("{x: 1}", "{}"),
}


def fel_typ(post: str) -> Mutants:
    """Each value in every type that it does not have."""
    for turn, place in numbered(post):
        for kind, values in TYPES.items():
            if kind != place.kind and not _is_allowed(place, kind):
                value = values[turn % len(values)]
                yield replaced(f"fel typ: {NAMES[kind]}", post, place, value, must=True)


def _is_allowed(place: Place, kind: str) -> bool:
    return place.path[-1] == "varde" and kind == "tal"


NAMES = {"tomt": "tomt", "sant": "sant eller falskt", "tal": "tal", "text": "text",
         "lista": "lista", "falt": "fält"}
ALLA = (fel_typ,)
