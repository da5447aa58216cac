"""Keep the catalogues of the languages in step with the Swedish texts.

Comes in: what extract_texts.py finds. Goes out: schema/sprak/<id>.po with every text, those
untranslated empty; and what is missing or does not fit. A translation is never thrown away while
its Swedish text stands.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

from katalog.extract_texts import source_texts
from katalog.languages import NAME, REVIEWED, head
from katalog.paths import LANGUAGES, shown
from katalog.problems import BadInput, Problem
from katalog.replace_file import replace_text

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
MARKUP = re.compile(r"</?[a-z][^>]*>")
LINK = re.compile(r"\]\([^)]*\)")  # where a link of a prose page leads
NUMBER_SHOWN = "%(antal)s"  # a plural form for one may say it in words
COMMENT = """\
# {name}: guidens texter. Filen görs och uppdateras av `python3 guiden.py oversatt`; för hand
# skriver man bara msgstr. X-Granskad är dagen då någon med språket som modersmål har läst och
# godkänt allt. Utan den säger varje sida att översättningen inte är granskad.
"""


def update(path: Path) -> list[str]:
    """Bring one catalogue in step with the Swedish; return the texts that lack a translation."""
    with path.open("rb") as file:
        old = read_po(file)
    new = Catalog(locale=old.locale)
    for message in source_texts():
        known = old.get(message.id, message.context)
        string = known.string if known and known.pluralizable == message.pluralizable else ""
        new.add(message.id, string, message.locations, context=message.context)
    _write(path, new, head(path))
    return [_shown(message) for message in new if message.id and not all(_strings(message.string))]


def create(language: str) -> Path:
    """Make an empty catalogue for one more language; BadInput when nobody knows the language."""
    path = LANGUAGES / f"{language}.po"
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise _bad(path, f'"{language}" är ingen känd språkkod. Skriv den enligt BCP 47, till '
                         "exempel ti, fa eller pt-BR.") from error
    if path.exists():
        raise _bad(path, "finns redan. Uppdatera den med: python3 guiden.py oversatt")
    name = locale.get_display_name(locale) or language
    fields = {"Language": language, NAME: name[:1].upper() + name[1:], REVIEWED: ""}
    _write(path, Catalog(locale=locale), fields)
    update(path)
    return path


def catalogue_problems() -> list[Problem]:
    """Return what would break a page: another set of placeholders or tags than the Swedish has."""
    return [Problem(shown(path), line, "msgstr", message)
            for path in sorted(LANGUAGES.glob("*.po")) for line, message in _misfits(path)]


def _misfits(path: Path) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        texts = _strings(message.id)
        for string in _strings(message.string) if message.id else ():
            if string and not any(_same_parts(string, text) for text in texts):
                yield message.lineno or 1, (f"{_shown(message)} har andra {{namn}}, %(namn)s, "
                                            "länkar eller taggar än svenskan. Skriv samma.")
            elif '"' in MARKUP.sub("", string) and not any('"' in text for text in texts):
                yield message.lineno or 1, (f'{_shown(message)} har tecknet ", som kan bryta '
                                            "sidan. Använd språkets egna citattecken.")


def _same_parts(string: str, text: str) -> bool:
    """Say whether a translation has the Swedish text's placeholders, tags and links, in any order,
    and nothing besides that a browser could take for the beginning of a tag."""
    extra = set(PLACEHOLDER.findall(string)) ^ set(PLACEHOLDER.findall(text))
    same = all(sorted(part.findall(string)) == sorted(part.findall(text))
               for part in (MARKUP, LINK))
    return same and "<" not in MARKUP.sub("", string) and extra <= {NUMBER_SHOWN}


def _write(path: Path, catalogue: Catalog, fields: dict[str, str]) -> None:
    """Write a catalogue the same way whatever the day and the machine."""
    out = io.BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False, omit_header=True)
    fields = {**fields, "Plural-Forms": catalogue.plural_forms,
              "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "8bit"}
    lines = [f'"{key}: {value}\\n"' for key, value in fields.items()]
    text = "\n".join([COMMENT.format(name=fields[NAME]) + 'msgid ""', 'msgstr ""', *lines, "",
                      out.getvalue().decode("utf-8").rstrip("\n"), ""])
    replace_text(path, text)


def _strings(value: str | tuple[str, ...] | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _shown(message: Message) -> str:
    text = _strings(message.id)[0]
    return f'"{text if len(text) < 60 else text[:57] + "…"}"'


def _bad(path: Path, message: str) -> BadInput:
    return BadInput([Problem(shown(path), 1, "", message)])
