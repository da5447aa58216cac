"""The languages of the guide, and how each writes dates, numbers, lists and order.

Comes in: schema/sprak/<id>.po, one gettext catalogue a language; Swedish is the source and has
none. Goes out: one Language each. One more language is one more catalogue, nothing else: its
name, direction, plurals, months and joiners are Babel's (CLDR).
"""

import gettext
import io
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from katalog import swedish
from katalog.paths import LANGUAGES, shown
from katalog.problems import BadInput, Problem

SOURCE = "sv"
# In the head of a catalogue, beside gettext's own fields.
TAG, NAME, REVIEWED, LOCALE = "Language", "X-Namn", "X-Granskad", "X-Locale"
AS_SWEDISH = ("sv", "fi")  # å, ä and ö are letters of their own, last
FIELD = re.compile(r'^"([A-Za-z-]+): (.*)\\n"$', re.M)
SCRIPTS = "theme/static/js/"
MANY = 200  # numbers to look through for one of each plural form


@dataclass(frozen=True)
class Language:
    """A language: `id` is its address and file, `tag` its name to machines (BCP 47)."""

    id: str
    tag: str
    name: str  # in the language itself
    reviewed: str = ""  # the day a native reader signed the catalogue, '' before that
    writing: str = ""  # whose dates and lists, when not the language's own: en-GB
    texts: gettext.NullTranslations = field(
        default_factory=gettext.NullTranslations, compare=False, repr=False)
    # What the scripts say, as {Swedish: text, or {plural category: text}}.
    scripts: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_source(self) -> bool:
        """True for the language that the guide is written in."""
        return self.id == SOURCE

    @property
    def is_swedish(self) -> bool:
        """True for Swedish and for easy Swedish: a Swedish text is at home on the page."""
        return self.code == SOURCE

    @property
    def code(self) -> str:
        """The language without region: 'pt' of 'pt-BR'."""
        return self.tag.split("-")[0]

    @property
    def hreflang(self) -> str:
        """What tells it from the others in links: 'en', 'sv-x-lattlast'."""
        return self.tag if self.id in (self.tag, self.code) else f"{self.tag}-x-{self.id}"

    @property
    def prefix(self) -> str:
        """What its addresses begin with: '' or 'en/'."""
        return "" if self.is_source else f"{self.id}/"

    @property
    def dir(self) -> str:
        """Return 'ltr' or 'rtl'."""
        return self.locale.text_direction

    @property
    def locale(self) -> Locale:
        """What Babel knows of it."""
        return Locale.parse(self.writing or self.tag, sep="-")

    def text(self, message: str, **values: Any) -> str:
        """Return a text of ours; %(name)s in it becomes the value."""
        found = self.texts.gettext(message)
        return found % values if values else found

    def word(self, context: str, message: str) -> str:
        """Return a word of a vocabulary or of the criteria, told apart by where it stands."""
        return self.texts.pgettext(context, message) if message else message

    def date(self, text: str) -> str:
        """Return '12 februari 2026', 'augusti 2017' or '2026' for an ISO date of that precision."""
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return text
        day = date(*parts) if len(parts) == 3 else date(*parts, 1)
        if len(parts) == 3:
            return format_date(day, "long", locale=self.locale)
        return format_skeleton("yMMMM", day, locale=self.locale)

    def number(self, value: float) -> str:
        """Return a number as the language groups and points it."""
        return format_decimal(value, locale=self.locale)

    def and_list(self, words: list[str]) -> str:
        """Return 'a, b och c'."""
        return format_list(words, "standard", self.locale)

    def or_list(self, words: list[str]) -> str:
        """Return 'a, b eller c'."""
        return format_list(words, "or", self.locale)

    def sort_key(self, text: str) -> tuple[str, str]:
        """Return a key that sorts as a reader of the language expects."""
        return swedish.sort_key(text, after_z=self.code in AS_SWEDISH)

    def first_letter(self, text: str) -> str:
        """Return the heading that a name stands under in an alphabet; digits under '0–9'."""
        return swedish.first_letter(text, after_z=self.code in AS_SWEDISH)

    def lower_first(self, text: str) -> str:
        """Return the text as it stands inside a sentence. Swedish is sure of its labels; other
        languages have names among them, which the catalogue lists."""
        names = self.text("Ord som alltid börjar med stor bokstav").split(", ")
        if not self.is_source and text.startswith(tuple(names)):
            return text
        return swedish.lower_first(text)


SWEDISH = Language(SOURCE, "sv", "Svenska")


def N_(message: str) -> str:
    """Mark a text that is translated where it is used, not where it stands."""
    return message


@cache
def load_languages(folder: Path = LANGUAGES) -> dict[str, Language]:
    """Return every language by id: Swedish, easy Swedish, then by their own names."""
    found = [_language(path) for path in folder.glob("*.po")]
    found.sort(key=lambda language: (not language.is_swedish, language.name))
    return {language.id: language for language in (SWEDISH, *found)}


def direction(tag: str) -> str:
    """Return 'ltr' or 'rtl' for the name of any language; 'ltr' for one that nobody knows."""
    try:
        return Locale.parse(tag, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"


def head(path: Path) -> dict[str, str]:
    """Return the fields in the head of a catalogue. (Babel keeps only those it knows.)"""
    fields = dict(FIELD.findall(path.read_text(encoding="utf-8").split("\n\n")[0]))
    missing = [name for name in (TAG, NAME) if not fields.get(name)]
    if missing:
        raise BadInput([Problem(shown(path), 1, name, "saknas i filens huvud. Gör filen med: "
                                "python3 guiden.py oversatt --nytt KOD") for name in missing])
    return fields


def _language(path: Path) -> Language:
    fields = head(path)
    with path.open("rb") as file:
        catalogue = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    texts = gettext.GNUTranslations(compiled)
    return Language(path.stem, fields[TAG], fields[NAME], fields.get(REVIEWED, ""),
                    fields.get(LOCALE, ""), texts, _of_scripts(catalogue, texts))


def _of_scripts(catalogue: Catalog, texts: gettext.GNUTranslations) -> dict[str, Any]:
    """Return what the scripts say, told by where the catalogue says that a text stands."""
    found: dict[str, Any] = {}
    for message in catalogue:
        if not any(SCRIPTS in file for file, _ in message.locations):
            continue
        if message.pluralizable:
            numbers = _examples(catalogue.locale)
            found[message.id[0]] = {form: texts.ngettext(*message.id, number)
                                    for form, number in numbers.items()}
        else:
            found[message.id] = texts.gettext(message.id)
    return found


def _examples(locale: Locale) -> dict[str, int]:
    """Return {CLDR category: a number that takes it}: browsers name the forms of a plural, gettext
    numbers them."""
    found: dict[str, int] = {}
    for number in range(MANY):
        found.setdefault(locale.plural_form(number), number)
    return found
