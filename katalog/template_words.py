"""What every template may call: texts, labels and dates in the language of the page.

Comes in: the catalogues of records, one a language. Goes out: Jinja's gettext functions and
filters, and the words that are handed to each page. A page says its language as SPRAK.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from katalog import feedback
from katalog.catalog import BADGES, LISTINGS, Catalog, Post
from katalog.languages import SWEDISH, Language
from katalog.sources import source_text
from katalog.status import NOW, OVER, PERHAPS
from katalog.translations import own_words

IN_SWEDISH = Markup(' lang="sv" dir="ltr"')


def install(environment: Environment) -> None:
    """Give an environment `_`, `{% trans %}` and the filters that write as the language does."""
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(_gettext, _ngettext, newstyle=True, pgettext=_pgettext)
    environment.filters |= {
        "datum": pass_context(lambda context, text: _language(context).date(text)),
        "svenskt_tal": SWEDISH.number,  # in a text that stays Swedish
        "tal": pass_context(lambda context, value: _language(context).number(value)),
        "och_lista": pass_context(lambda context, words: _language(context).and_list(words)),
        "eller_lista": pass_context(lambda context, words: _language(context).or_list(words)),
        "kalldatum": pass_context(lambda context, source: source_text(source, _language(context))),
        "liten": pass_context(lambda context, text: _language(context).lower_first(text)),
    }


def words(catalog: Catalog) -> dict[str, Any]:
    """Return the variables of a language that do not depend on the page."""
    listed = {listing.slug: set(catalog.lists[listing.slug]) for listing in LISTINGS}
    vocabularies, language = catalog.vocabularies, catalog.language
    return {
        "SPRAK": language,
        "SV": "" if language.is_swedish else IN_SWEDISH,
        "INDEX": Markup(" data-pagefind-body") if language.is_source else "",
        "ord_for": lambda post: own_words(post.data, language),
        "etikett": lambda name, const: vocabularies[name].label(const),
        "namnen": lambda name, consts: language.and_list(
            [vocabularies[name].label(const) for const in consts]),
        "namnen_sma": lambda name, consts: language.and_list(
            [language.lower_first(vocabularies[name].label(const)) for const in consts]),
        "gora": lambda consts: language.or_list(
            [vocabularies["hur"].values[const]["gor"] for const in consts]),
        "forklaring": lambda name, const: vocabularies[name].values[const]["description"],
        "ordlistan": lambda name: vocabularies[name],
        "har_lista": lambda slug, const: const in listed[slug],
        "en_gang": _once(),
        "SVARSMARKEN": BADGES,
        "NU": NOW,
        "KANSKE": PERHAPS,
        "SLUT": OVER,
        "SVAR": feedback.ANSWERS,
        "SVARSRADER": feedback.LINES,
        "SVARSVARNING": feedback.WARNING,
        "svarsamne": feedback.subject,
        "svarstext": feedback.text,
    }


def _once() -> Callable[..., Markup]:
    """Return a function that draws a post with a macro, once for all pages at the same depth."""
    drawn: dict[tuple, Markup] = {}

    @pass_context
    def once(context: Context, macro: Callable[..., Markup], post: Post, *rest: str) -> Markup:
        key = (macro.name, post.id, context["SITEURL"], *rest)
        if key not in drawn:
            drawn[key] = macro(post, *rest)
        return drawn[key]

    return once


def _language(context: Context) -> Language:
    return context["SPRAK"]


@pass_context
def _gettext(context: Context, message: str) -> str:
    return _language(context).texts.gettext(message)


@pass_context
def _ngettext(context: Context, one: str, many: str, number: int) -> str:
    return _language(context).texts.ngettext(one, many, number)


@pass_context
def _pgettext(context: Context, where: str, message: str) -> str:
    return _language(context).texts.pgettext(where, message)
