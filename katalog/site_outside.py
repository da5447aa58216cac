"""What leads out of the guide: is it well formed, and does a source say it?

Comes in: Site and what follow() found leading out. Goes out: breaches. A number, an e-mail address
or a web address that stands on a page without standing in a record, a vocabulary, the settings,
content/ or a template has come in some other way, and nobody has answered for it.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from email_validator import EmailNotValidError, validate_email

from katalog import mail, phone
from katalog.catalog import Catalogs
from katalog.languages import SOURCE
from katalog.paths import CONTENT, STATEMENT, THEME
from katalog.publisher import Publisher
from katalog.site_links import Followed
from katalog.site_read import Breach, Site

WRITTEN = re.compile(r"https?://[^\s\"'<>()\[\]{}]+|mailto:[^\s\"'<>()?{}]+|tel:\+?\d+")
TEL = re.compile(r"tel:\+?[0-9]{3,15}")
NEW_ISSUE = "/new"  # what templates put after the publisher's address of issues
KINDS = ("http:", "https:", "tel:", "mailto:")


def leads_out(site: Site, followed: Followed) -> Iterator[Breach]:
    """Yield what is wrong with addresses that lead out, once a page."""
    sources = explained(site.catalogs, site.publisher)
    for text, pages in followed.outside.items():
        for promise, message in _wrong(text, sources):
            yield from (Breach(promise, name, message) for name in pages)


def _wrong(text: str, sources: set[str]) -> Iterator[tuple[str, str]]:
    kind, bare = text.partition(":")[0].lower() + ":", text.partition("?")[0].partition("#")[0]
    if kind not in KINDS:
        yield "ofarlig", (f"länken {text} är av ett slag som guiden inte har. "
                          "Den ska börja med https:, tel: eller mailto:.")
    elif kind == "tel:" and not _can_be_rung(text):
        yield "telefon", (f"länken {text} är inget telefonnummer som går att ringa. "
                          "Skriv som tel:+46853061000.")
    elif kind == "mailto:" and not _can_be_mailed(bare):
        yield "epost", f"länken {text} är ingen e-postadress. Skriv som mailto:kommun@exempel.se."
    elif not {text, bare} & sources:
        yield "kalla", (f"länken {text} står inte i någon post, ordlista, inställning, mall eller "
                        "text i content/. Skriv den där, eller ta reda på hur den kom in.")


def _can_be_rung(text: str) -> bool:
    return bool(TEL.fullmatch(text)) and phone.is_phone(text.removeprefix("tel:"))


def _can_be_mailed(text: str) -> bool:
    try:
        validate_email(unquote(text.removeprefix("mailto:")), check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def explained(catalogs: Catalogs, publisher: Publisher) -> set[str]:
    """Return every address that a source has, written as pages write it."""
    swedish = catalogs[SOURCE]
    found = {mail.link(email) for email in (publisher.email, publisher.report_email)}
    found |= {publisher.address, publisher.issues, publisher.issues + NEW_ISSUE}
    for post in swedish.posts.values():
        found.update(_addresses(post.data))
    for vocabulary in swedish.vocabularies.values():
        found.update(_addresses(vocabulary.values))
    for folder, names in ((THEME / "templates", "*.html"), (CONTENT, "**/*.md"),
                          (STATEMENT.parent, STATEMENT.name)):
        for path in folder.glob(names):
            found.update(WRITTEN.findall(path.read_text(encoding="utf-8")))
    return found


def _addresses(data: Any, key: str = "") -> Iterator[str]:
    """Yield what a record or a vocabulary says, as links."""
    if isinstance(data, str):
        yield from _as_link(data, key)
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from _addresses(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _addresses(value, key)


def _as_link(text: str, key: str) -> Iterator[str]:
    if key == "telefon":
        yield phone.link(text)
    elif key == "epost":
        yield mail.link(text)
    elif text.startswith(("https://", "http://")):
        yield text
