"""How one comes in, in a sentence or two made from `vagar_in` alone.

Comes in: a Post and the Catalog of a language. Goes out: the sentences in that language. They are
for records that do not say it themselves in the language of the page, so that an untranslated
record too tells what to do. Nothing is said that the ways in do not state.
"""

from collections.abc import Iterable

from katalog.catalog import Catalog, Post
from katalog.languages import N_

VIA_OTHERS = "via-handlaggare"
ONESELF = "individ"
SEEKS_OUT = "uppsokande"

SELF = N_("Du kan själv ta kontakt.")
SELF_HOW = N_("Du kan själv ta kontakt. Så här: {satt}.")
OTHERS = N_("Du kan inte anmäla dig själv. De här kan ta kontakt för dig: {vilka}.")
UNKNOWN_OTHERS = N_(
    "Källan säger inte om du själv kan ta kontakt. De här kan göra det för dig: {vilka}.")
OFFICER = N_("Du kan inte anmäla dig själv. Prata med din handläggare.")
UNKNOWN = N_("Källan säger inte vem som kan anmäla. Du kan alltid fråga.")
COMES_TO_YOU = N_("Personalen kan också höra av sig till dig.")


def how_to_apply(post: Post, catalog: Catalog) -> str:
    """Return the sentences; '' for what is over and for what nobody applies to."""
    if post.self_referral not in ("ja", "nej", "vet-inte"):
        return ""
    told = _who(post, catalog)
    if any(way["vem"] == SEEKS_OUT for way in post.data["vagar_in"]):
        told += " " + catalog.language.text(COMES_TO_YOU)
    return told


def _who(post: Post, catalog: Catalog) -> str:
    text, words = catalog.language.text, catalog.vocabularies
    ways = post.data["vagar_in"]
    if post.self_referral == "ja":
        how = _unique(hur for way in ways if way["vem"] == ONESELF for hur in way.get("hur", []))
        said = [words["hur"].values[name]["gor"] for name in how if name != VIA_OTHERS]
        return text(SELF_HOW).format(satt=catalog.language.or_list(said)) if said else text(SELF)
    known = post.self_referral == "nej"
    who = _unique(way["vem"] for way in ways if way.get("vem") not in (ONESELF, SEEKS_OUT, None))
    if not who:
        return text(OFFICER if known else UNKNOWN)
    named = catalog.language.and_list(
        [catalog.language.lower_first(words["vem"].label(name)) for name in who])
    return text(OTHERS if known else UNKNOWN_OTHERS).format(vilka=named)


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
