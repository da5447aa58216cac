"""What an insats demands, and what nobody knows whether it demands, as its page says it.

Comes in: a record's data and the Catalog of a language. Goes out: headings with answers, and the
names of what is unknown. What the record does not state is never a "no".
"""

from typing import Any

from katalog import match_text, swedish
from katalog.catalog import Catalog
from katalog.facts import ANY, IN_WORDS, READERS
from katalog.languages import N_
from katalog.vocabularies import Vocabulary

Data = dict[str, Any]
PLACE, AGE, DIAGNOSIS = N_("var du bor"), N_("ålder"), N_("diagnos")


def terms(data: Data, catalog: Catalog) -> tuple[list[tuple[str, str]], list[str]]:
    """Return ([(heading, answer)], [what nobody knows whether it is asked for])."""
    demands, words, text = data.get("villkor", {}), catalog.vocabularies, catalog.language.text

    def short(name: str) -> str | None:
        return _in_short(name, data, catalog)

    def choice(name: str, values: list[str] | None, everybody: str | None = "") -> str | None:
        return _choice(values, words[name], everybody, catalog)

    spoken = choice("sprak", data.get("sprak"))
    rows = (
        (N_("Ålder"), AGE, age_text(data, catalog)),
        (N_("Du bor i"), PLACE, choice("kommun", demands.get("kommuner"), short("kommun"))),
        (N_("Situation"), "", choice("malgrupp", demands.get("malgrupp"))),
        (N_("Ersättning"), N_("viss ersättning"),
         choice("forsorjning", demands.get("forsorjning"), short("forsorjning"))),
        (N_("Inskriven på Arbetsförmedlingen"), N_("att du är inskriven på Arbetsförmedlingen"),
         short("inskriven_af")),
        (N_("Diagnos"), DIAGNOSIS, short("diagnos")),
        (N_("Beslut från en myndighet"), N_("beslut från en myndighet"), short("beslut_kravs")),
        (N_("Språk"), "", text("Personalen talar {sprak}").format(sprak=spoken) if spoken else ""),
    )  # fmt: skip
    known = [(text(heading), answer) for heading, _, answer in rows if answer]
    said = _answered_elsewhere(data)
    return known, [text(name) for _, name, answer in rows
                   if name and not answer and name not in said]


def age_text(data: Data, catalog: Catalog) -> str | None:
    """Return '16–29 år', '18 år eller äldre', 'Upp till 35 år', 'Alla åldrar' or None."""
    age = READERS["alder"](data)
    if isinstance(age, list):
        return swedish.upper_first(match_text.age_text(age, catalog.criteria))
    return _in_short("alder", data, catalog)


def _in_short(name: str, data: Data, catalog: Catalog) -> str | None:
    """Return what is demanded in a word or two, None when that is not known or is a list."""
    said, words = READERS[name](data), catalog.criteria.all[name]["ruta"]
    if said == ANY:
        return words["alla"]
    return words.get(said[0]) if isinstance(said, list) else None


def _answered_elsewhere(data: Data) -> set[str]:
    """Return what the page already says in other words, so that it is not called unknown too."""
    answered = {PLACE} if data["kommuner"] else set()
    if READERS["alder"](data) == IN_WORDS:
        answered.add(AGE)
    if data.get("villkor", {}).get("malgrupp"):
        answered.add(DIAGNOSIS)
    return answered


def _choice(values: list[str] | None, words: Vocabulary, everybody: str | None,
            catalog: Catalog) -> str | None:
    """Return 'a, b eller c', or what it is called when it makes no difference."""
    if not values:
        return None
    if "alla" in values:
        return everybody
    labels = [words.label(value) for value in values]
    if words.name != "kommun":
        labels[1:] = [catalog.language.lower_first(label) for label in labels[1:]]
    return catalog.language.or_list(labels)
