"""Values broken: near, outside what is allowed, unknown, empty, huge, and hostile.

Comes in: a record's name. Goes out: mutants. The values stand in tables; to try one more, add it.
"""

from datetime import date, timedelta

from tests.mutanter import schema
from tests.mutanter.mutant import Mutants, in_turn, numbered, replaced, written
from tests.mutanter.original import Place

FREE = ("rad", "stycke", "sammanfattning", "avser")  # forms of text that may say anything
HOST = "skadlig.example"  # no link may ever lead here from a text

# Whatever field they are put in, these are refused.
NEVER = {
    "tomt värde": ("", " ", "\n"),
    "jättestort värde": ("å" * 5000, "ord " * 2000),
    "styrtecken": ("a\0b", "a\7b", "a\x1b[31mb", "a\x7fb", "a\x85b", "a\u200bb", "a\u202eb",
                   "a\u2028b", "a\ufeffb", "a\ue000b", "a\U000e0041b"),
    "HTML": ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>fet</b>",
             '"><svg onload=alert(1)>', "</title><script>alert(1)</script>", "a <!-- b",
             "<iframe srcdoc=x>", "<?php x ?>", "<ScRiPt>alert(1)</sCrIpT>"),
    "mallkod": ("{{ 7*7 }}", "{% raw %}", "{# tyst #}", "{{config.items()}}"),
    "javascript:": ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x",
                    "data:text/html,<b>"),
}
# A free text may hold these, as text and nothing else; every other field refuses them.
TEXT_ONLY = {
    "HTML-likt": ("' onmouseover='alert(1)", '" autofocus onfocus="alert(1)', "&lt;b&gt; &amp;amp;",
                  "5 < 6 > 4 & 3", "]]> x", "&#60;b&#62;", "\\u003cb\\u003e"),
    "mall-likt": ("%(namn)s %s %d", "100 %", "{namn} {0} {}", "{filename}x.md", "|static|x",
                  "$(id) `id` ${HOME}", "{ { 7 } }"),
    "skript-likt": ("java\tscript :alert(1)", "java script:alert(1)", "onclick=alert(1)"),
    "Markdown": ("**fet** _kursiv_ `kod`", f"[klicka](https://{HOST}/)", "# rubrik",
                 f"![x](https://{HOST}/x.png)", f"<https://{HOST}/>", "- punkt", "---"),
    "CSV-formel": ("=1+1", "=cmd|' /C calc'!A0", f'=HYPERLINK("https://{HOST}/")', "+46 1",
                   "-1+1", "@SUM(A1)", "a;b;c", "a,\"b\",c"),
}
# What a form does not allow, though it looks like it.
DATES = ("2026-13-01", "2026-02-30", "2026-00-10", "26-01-01", "2026-1-1", "2026/01/01", "20260101",
         "2026-01-01T00:00", "2026-01-32", "-2026", "00002026", "0000", "igår", "２０２６")
OUTSIDE = {
    "datum": DATES,
    "dag": (*DATES, "2026", "2026-01", "okant"),
    "id": ("Å", "STORA", "två ord", "a--b", "-a", "a-", "a_b", "../a", "a/b", "a" * 61, "a.b"),
    "webbadress": ("http://www.example.org", "https://localhost/", "//example.org/", "ftp://x.org/",
                   "https://x.org/a b", "https://x.org/\"x", "https://a@x.org/", "https://X.ORG/",
                   "https://x.org:8080/", "https://", "https://127.0.0.1/", "www.example.org",
                   "https://.org/", "https://-x.org/", "https://x..org/", "https://x.org/<b>"),
    "telefon": ("08-1", "123456789012345", "+1 202 555 0100", "08-530 610 00 a", "tel:08530",
                "08-530 610 00;ext=1", "0", "+46", "08-530 610 00, 08-530 610 01", "*#06#",
                "０８-530 610 00"),
    "epost": ("a@b", "a b@provort.se", "@provort.se", "a@provort.se, c@provort.se", "a@@provort.se",
              "a@provort.se?bcc=x@y.se", "a@provort.se%0abcc", "mailto:a@provort.se",
              "a@[127.0.0.1]", "\"a b\"@provort.se", "a@provort.se&cc=x", "a@prov_ort.se",
              ".a@provort.se"),
}
NUMBERS = ("-1", "121", "1000000000", "0.5", "99999999999999999999", "1e3", "0x1F", "0126", ".inf",
           ".nan", "1_000", "1,5", "8:30")
# Without quotes, programs read these in different ways.
AMBIGUOUS = ("NO", "yes", "on", "0126", "0x1F", "0o17", "8:30", "1_000", "1e3", ".inf", ".NaN", "=",
             "+7", "1.", "y")


def fientligt(post: str) -> Mutants:
    """Each text and number with hostile content."""
    for turn, place in _scalars(post):
        free = schema.form(place.path) in FREE
        for table, always in ((NEVER, True), (TEXT_ONLY, False)):
            for slag, values in table.items():
                for value in in_turn(values, turn):
                    yield replaced(slag, post, place, written(value), must=always or not free)


def utanfor(post: str) -> Mutants:
    """Each date, id, address, number … just outside what is allowed."""
    for _, place in _scalars(post):
        for value in OUTSIDE.get(schema.form(place.path), ()):
            yield replaced("utanför det tillåtna", post, place, written(value), must=True)
        if place.kind == "tal" and place.path[-1] != "varde":
            for value in NUMBERS:
                yield replaced("utanför det tillåtna", post, place, value, must=True)


def tvetydigt(post: str) -> Mutants:
    """Each text as something that needs quotes."""
    for turn, place in _scalars(post):
        for value in in_turn(AMBIGUOUS, turn) if place.kind == "text" else ():
            yield replaced("tvetydigt utan citattecken", post, place, value, must=True)


def okant(post: str) -> Mutants:
    """Each value of a vocabulary or a short list as something that is not in it."""
    for turn, place in _scalars(post):
        if schema.form(place.path) in ("ord", "val"):
            values = ("finns-inte", place.text + "x", place.text.upper(), f"{place.text}-",
                      place.text[:-1] or "x", f"{place.text} {place.text}")
            for value in in_turn(values, turn):
                if value not in schema.of(place.path)["enum"]:
                    yield replaced("okänt värde", post, place, written(value), must=True)


def granne(post: str) -> Mutants:
    """Each value as another one that is allowed: a neighbour in the list, the day after."""
    for _, place in _scalars(post):
        for value in _neighbours(post, place):
            if value != place.text:
                new = value if place.kind in ("tal", "sant") else written(value)
                yield replaced("granne", post, place, new)


def _neighbours(post: str, place: Place) -> list[str]:
    form = schema.form(place.path)
    if form in ("ord", "val"):
        values = schema.of(place.path)["enum"]
        at = values.index(place.text)
        return [values[at - 1], values[(at + 1) % len(values)], values[at // 2]]
    if place.kind == "tal":
        return [str(float(place.text) + step).removesuffix(".0") for step in (1, -1)]
    if place.kind == "sant":
        return ["false", "true"]
    if form in ("datum", "dag"):
        return [*_next_dates(place.text), "2028-02-29", "1850-01-01", "2190-12-31"]
    if form == "id":
        return [each.text for _, each in _scalars(post) if schema.form(each.path) == "id"][:3]
    if form in FREE:
        return [place.text[:-1], place.text[::-1], f"{place.text} {place.text}", "Å" * 20,
                "Zäta ö é ﷽ ع 漢 🙂🏽", place.text.upper()]
    return [place.text[:-1], place.text + "0", place.text + "a"]


def _next_dates(text: str) -> list[str]:
    if len(text) == len("2026-01-01"):
        day = date.fromisoformat(text) + timedelta(days=1)
        return [day.isoformat(), text[:7], text[:4]]
    return [str(int(text[:4]) + 1)] if text[:4].isdigit() else ["2026"]


def _scalars(post: str) -> list[tuple[int, Place]]:
    return [(turn, place) for turn, place in numbered(post)
            if place.kind in ("text", "tal", "sant")]


ALLA = (fientligt, utanfor, tvetydigt, okant, granne)
