"""Which fields are judged together, so that a break of one may be told at another.

Comes in: the path that was broken and the field that a message names. Goes out: yes or no. A rule
that holds two fields against each other names one of them; both are the actual place.
"""

import re

from tests.mutanter.original import Path

# A name stands for the field and for all that is inside it; list numbers are left out.
KALLA = ("villkor.kalla", "vagar_in.kalla", "kontakter.kalla", "resultat.kalla")
BELAGDA = ("sammanfattning", "beskrivning", "vad_hander", "sa_gor_du", "metod", "kommuner",
           "malgrupp", "sprak", "livscykel", "intag", "period", "endast_handlaggare",
           "organisationer", "historia")  # fmt: skip
TOGETHER = (
    ("kallor", "kallor.id", "belagg", *KALLA, *(f"belagg.{name}.kalla" for name in BELAGDA)),
    *((name, f"belagg.{name}") for name in BELAGDA),
    ("kontakter", "kontakter.id", "kontakter.telefon", "kontakter.epost", "kontakter.webb",
     "kontakter.adress", "vagar_in.kontakt", "vagar_in.hur"),
    ("villkor.alder", "villkor.alder.fran", "villkor.alder.till"),
    ("period", "period.fran", "period.till"),
    ("livscykel", "intag", "period.till", "efterfoljare", "organisationer"),
    ("form", "livscykel", "organisationer", "organisationer.roll", "organisationer.organisation"),
    ("endast_handlaggare", "vagar_in", "vagar_in.vem"),
    ("kommuner", "vagar_in.kommuner", "kontakter.kommuner"),
    ("malgrupp", "villkor.malgrupp"),
)
# What other records are told when this one says otherwise than they do.
BETWEEN = ("foregangare", "efterfoljare", "del_av", "kallor", "id")


def is_there(broken: Path, told: str) -> bool:
    """Say whether `told` is the broken field, something in it, or what directly holds it."""
    name, holder = shown(broken), shown(broken[:-1])
    if isinstance(broken[-1], int) and plain(told) == plain(name):
        return True  # of two items that are equal, either may be named
    return told in (name, holder or name) or told.startswith((f"{name}.", f"{name}["))


def is_related(broken: Path, told: str) -> bool:
    """Say whether some rule holds the two against each other."""
    one, other = plain(shown(broken)), plain(told)
    return any(_touches(one, group) and _touches(other, group) for group in TOGETHER)


def _touches(name: str, group: tuple[str, ...]) -> bool:
    """A field touches a group that names it, something in it, or what holds it."""
    return any(name == each or name.startswith(f"{each}.") or each.startswith(f"{name}.")
               for each in group)


def shown(path: Path) -> str:
    """Return a path as messages write it."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def plain(name: str) -> str:
    """Return a field without the numbers of lists."""
    return re.sub(r"\[\d+\]", "", name)
