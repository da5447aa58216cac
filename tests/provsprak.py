"""A language for tests: German by name, where every text is the Swedish one in ‹marks›.

Comes in: a folder. Goes out: a checkout whose only language beside Swedish this is, and its site;
`left_over`, what of a page's text stands outside the marks. So what a page says that cannot be
translated is seen, whatever the state of the real catalogues.
"""

import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.pofile import write_po

from katalog.extract_texts import source_texts
from tests.conftest import checkout

ID, NAME = "de", "Deutsch"
CAPITALS = "Ord som alltid börjar med stor bokstav"
NAMES = "Kommun, Stockholm"  # what that text lists in this language
TRANSLATED = "din-tur"  # the one insats with words of its own in the language
OWN = {"namn": "‹Du bist dran›", "sammanfattning": "‹Für alle, die jung sind.›",
       "sa_gor_du": "‹Ruf an.›"}  # fmt: skip
HEAD = """\
msgid ""
msgstr ""
"Language: de\\n"
"X-Namn: Deutsch\\n"
"X-Granskad: 2026-01-01\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
MARKED = re.compile(r"‹[^‹›]*›")
BREAK = "␣"  # between the texts of a page
# What can be seen of a page, without what it says is Swedish.
SEEN = f"""() => {{
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {{
    const place = walker.currentNode.parentElement;
    const swedish = place.closest("[lang]").lang === "sv";
    if (!swedish && !place.closest("script, style, template, noscript")) {{
      found.push(walker.currentNode.data);
    }}
  }}
  return found.join("{BREAK}");
}}"""
NAMED = """() => [...document.querySelectorAll("[aria-label]")]
  .map((each) => each.getAttribute("aria-label"))"""


def make(folder: Path) -> Path:
    """Make the checkout and build its site; return the site's folder."""
    root = checkout(folder / "projekt")
    for path in (root / "schema/sprak").glob("*.po"):
        path.unlink()
    (root / f"schema/sprak/{ID}.po").write_bytes(HEAD.encode() + _catalogue())
    with (root / f"insatser/{TRANSLATED}.yaml").open("a", encoding="utf-8") as record:
        lines = [f'    {key}: "{text}"' for key, text in {**OWN, "datum": "2026-11-01"}.items()]
        record.write("\n".join(["", "oversattningar:", f"  {ID}:", *lines, ""]))
    place = folder / "sajt"
    subprocess.run([sys.executable, "-m", "katalog", "bygg", "--ut", str(place)], cwd=root,
                   check=True, stdout=subprocess.DEVNULL)
    return place


def _catalogue() -> bytes:
    marked, out = Catalog(locale=ID), io.BytesIO()
    for message in source_texts():
        if message.id:
            marked.add(message.id, _marked(message.id), message.locations, context=message.context)
    write_po(out, marked, width=0, omit_header=True)
    return out.getvalue()


def _marked(text: Any) -> Any:
    if text == CAPITALS:
        return NAMES
    return f"‹{text}›" if isinstance(text, str) else tuple(f"‹{each}›" for each in text)


def left_over(text: str) -> set[str]:
    """Return what of a text stands outside the marks, a text within a text included, and is
    more than signs."""
    while (without := MARKED.sub(BREAK, text)) != text:
        text = without
    parts = (" ".join(part.split()).strip(" ,;:.·()") for part in text.split(BREAK))
    return {part for part in parts if re.search(r"[^\W\d_]", part)}
