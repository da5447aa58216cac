"""Every page in another language is whole: it says its language, marks what is Swedish, and leads
on in the same language.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from katalog.languages import SOURCE, Language, load_languages
from katalog.translations import own_words
from katalog.vocabularies import load_vocabularies
from tests.conftest import Pages, text

LANGUAGES = load_languages()
OTHERS = [language for language in LANGUAGES.values() if not language.is_source]
FOREIGN = [language for language in OTHERS if not language.is_swedish]
ONE_FOR_ALL = "404.html"
LONG = 25  # letters; a text of a record that is no name

each = pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda one: one.id)
other = pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.id)
foreign = pytest.mark.parametrize("language", FOREIGN, ids=lambda one: one.id)


def in_language(pages: Pages, language: Language) -> Pages:
    """Return the pages of a language by their file name in it."""
    return {name.removeprefix(language.prefix): page for name, page in pages.items()
            if folder(name) == language.prefix and name != ONE_FOR_ALL}


def folder(file: str) -> str:
    first = f"{file.split('/')[0]}/"
    return first if first in {language.prefix for language in OTHERS} else ""


def target(file: str, link: str) -> str:
    """Return the file that a link on a page leads to; '' when it is on the page or elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or not parts.path:
        return ""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), parts.path))
    return posixpath.normpath(f"{path}/index.html") if parts.path.endswith(("/", ".")) else path


def texts(element: Element, lang: str) -> Iterator[tuple[str, str]]:
    """Yield (language, text) of each piece of text in an element, on one line."""
    lang = element.get("lang", lang)
    pieces = [element.text, *(child.tail for child in element)]
    yield from ((lang, " ".join(piece.split())) for piece in pieces if piece and piece.strip())
    for child in element:
        if isinstance(child.tag, str):
            yield from texts(child, lang)


def said_by(data: Any) -> Iterator[str]:
    """Yield every text of a record but its translations, and names that may be in any language."""
    if isinstance(data, str):
        yield " ".join(data.split())
    elif isinstance(data, (dict, list)):
        items = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in items:
            if key not in ("oversattningar", "lattlast", "andra_namn"):
                yield from said_by(value)


def test_there_are_languages_to_look_at():
    assert {"en", "ar", "so", "fi", "lattlast"} <= {language.id for language in OTHERS}
    assert {language.dir for language in FOREIGN} == {"ltr", "rtl"}


@other
def test_every_page_is_there_in_every_language(language, pages):
    assert set(in_language(pages, language)) == set(in_language(pages, LANGUAGES[SOURCE]))


@each
def test_a_page_says_its_language_and_its_direction(language, pages):
    for name, page in in_language(pages, language).items():
        assert (page.get("lang"), page.get("dir")) == (language.tag, language.dir), name


@each
def test_a_page_names_itself_in_every_language(language, pages):
    """All name the same pages, themselves among them, so the names are mutual."""
    for name, page in in_language(pages, language).items():
        found = {link.get("hreflang"): target(f"{language.prefix}{name}", link.get("href"))
                 for link in page.findall("head/link[@hreflang]")}
        expected = {one.hreflang: f"{one.prefix}{name}" for one in LANGUAGES.values()}
        assert found == {**expected, "x-default": name}, f"{language.id}: {name}"


@each
def test_one_changes_language_without_losing_the_page(language, pages):
    for name, page in in_language(pages, language).items():
        nav = page.find(".//nav[@class='sprakval']")
        found = {link.get("hreflang"): target(f"{language.prefix}{name}", link.get("href"))
                 for link in nav.iter("a")}
        assert found == {one.hreflang: f"{one.prefix}{name}" for one in LANGUAGES.values()}, name
        here = [link for link in nav.iter("a") if link.get("aria-current")]
        assert [(text(link), link.get("lang")) for link in here] == [(language.name, language.tag)]


@each
def test_every_other_link_stays_in_the_language(language, pages):
    """A link that says `hreflang` tells that it leaves."""
    for name, page in in_language(pages, language).items():
        file = f"{language.prefix}{name}"
        for link in page.iter("a"):
            goes_to = target(file, link.get("href", ""))
            if goes_to.endswith(".html") and not link.get("hreflang"):
                assert folder(goes_to) == language.prefix, f"{file}: {link.get('href')}"


@foreign
def test_what_only_the_record_says_is_marked_as_swedish(language, pages, records):
    told = [own_words(data, language) for data in records.values()]
    own = {words[key] for words in told if words["egen"] for key in ("namn", "sammanfattning")}
    names = {data["namn"] for data in records.values()}
    sentences = {said for data in records.values() for said in said_by(data)
                 if len(said) > LONG and " " in said}
    unmarked = in_other_words(pages, language)
    assert not {name: unmarked[name] for name in names - own if name in unmarked}
    everything = "\n".join(unmarked)
    owners = {value["title"] for value in load_vocabularies()["organisation"].values.values()}
    for said in sentences - names - owners - own:  # names may stand in a sentence of ours
        assert said not in everything, [(piece, page) for piece, page in unmarked.items()
                                        if said in piece]


def in_other_words(pages: Pages, language: Language) -> dict[str, str]:
    """Return what is not marked as Swedish, each text with a page that it stands on. The guide's
    own words are left out: a record may say the same, and not all are translated yet."""
    ours = {said for words in load_vocabularies().values() for value in words.values.values()
            for said in (*said_by(value), f"{value['title']} ({value.get('forkortning')})")}
    return {piece: name for name, page in in_language(pages, language).items()
            for lang, piece in texts(page.find("body"), language.tag)
            if lang != SOURCE and piece not in ours}


@foreign
def test_a_record_is_told_in_its_own_words_for_the_language(language, pages, records):
    told = {name: own_words(data, language) for name, data in records.items()}
    for name, words in told.items():
        page = in_language(pages, language)[f"insats/{name}/index.html"]
        found = [lang for lang, piece in texts(page.find(".//main"), language.tag)
                 if piece == words["sammanfattning"]]
        assert found == [language.tag if words["egen"] else SOURCE], name


def test_the_404_page_leads_home_in_every_language(pages):
    page = pages[ONE_FOR_ALL]
    homes = defaultdict(list)
    for link in page.find(".//main").iter("a"):
        homes[link.get("hreflang", SOURCE)].append(link)
    for language in OTHERS:
        [link] = homes[language.hreflang]
        assert link.get("href") == f"/{language.prefix}"
        assert (link.get("lang"), link.get("dir")) == (language.tag, language.dir)
        assert text(link) == language.text("Sidan finns inte. Gå till startsidan.")


@pytest.mark.parametrize(("markup", "found"), [
    ("<p>a <b lang=sv>b</b> c</p>", [("en", "a"), ("en", "c"), ("sv", "b")]),
    ("<p lang=sv>a <i lang=en>b</i><i>c</i></p>", [("sv", "a"), ("en", "b"), ("sv", "c")])])
def test_the_language_of_a_text_is_that_of_what_holds_it(markup, found):
    body = html5lib.parse(markup, namespaceHTMLElements=False).find("body")
    assert list(texts(body, "en")) == found


@pytest.mark.parametrize(("file", "link", "leads_to"), [
    ("en/sok/index.html", "../a-o/", "en/a-o/index.html"),
    ("en/index.html", "./", "en/index.html"),
    ("en/index.html", "..", "index.html"),
    ("en/sok/index.html", "../../", "index.html"),
    ("en/sok/index.html", "#q=x", ""),
    ("en/sok/index.html", "tel:112", ""),
])
def test_a_link_is_followed_as_a_browser_does(file, link, leads_to):
    assert target(file, link) == leads_to
