"""The promises of every build: a whole site keeps them all, and each is told when it is broken.

A small guide is built once, in Swedish and English. Each case breaks one thing in its files, as a
fault in a template, a script or a writer would, and expects just the lines that an editor reads.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from katalog.build import build
from katalog.catalog import Catalogs, make_catalogs
from katalog.paths import ROOT
from katalog.problems import errors
from katalog.records import load_records
from katalog.site_checks import PROMISES, Checked, check
from katalog.site_files import FILES
from katalog.site_links import NOT_LINKED
from tests.factory import dump, example

ADDRESS = "https://guide.se/hitta"
A, B = "insats/prov-a/index.html", "insats/prov-b/index.html"
NOT_ALIKE = ("leder inte till samma sida på det språket, med hela adressen om den är känd. "
             "Den skrivs i theme/templates/base.html.")  # fmt: skip
TO_SOURCES = "Skriv den där, eller ta reda på hur den kom in."


@dataclass(frozen=True)
class Guide:
    folder: Path
    catalogs: Catalogs

    def check(self, address: str = ADDRESS) -> Checked:
        return check(self.folder, self.catalogs, address)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide of two insatser, whole."""
    place = tmp_path_factory.mktemp("loften")
    (place / "poster").mkdir()
    for name in ("prov-a", "prov-b"):
        dump(example({"id": name, "namn": f"Provet {name}",
                      "oversattningar.en.namn": f"The test {name}"}), place / "poster", name)
    build(place / "ut", place / "poster", ADDRESS, languages=["en"])
    catalogs = make_catalogs(load_records(place / "poster")[0], ["en"])
    return Guide((place / "ut").resolve(), catalogs)


@contextmanager
def restored(folder: Path, names: list[str]) -> Iterator[None]:
    before = {folder / name: (folder / name).read_bytes() if (folder / name).exists() else None
              for name in names}
    try:
        yield
    finally:
        for path, body in before.items():
            if body is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(body)


@dataclass(frozen=True)
class Case:
    """`old` is a pattern for what stands once in the file; without it the file is new, and
    without `new` it is gone. `told` is every line that comes of it."""

    promise: str
    file: str
    old: str | None
    new: str | None
    told: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.promise}-{self.file}-{self.new}"[:80]


def breaking(promise: str, file: str, old: str | None, new: str | None, *told: str) -> Case:
    return Case(promise, file, old, new, tuple(told))


def on_page(promise: str, html: str, told: str, page: str = A) -> Case:
    """A case that adds something to a page."""
    return breaking(promise, page, "(?=</main>)", html, f"{page}: {told}")


CASES = (
    on_page("taggar", "<p>3 < 4</p>",
            "går inte att läsa säkert vid: 3 < 4 – skriv &lt; och &gt; i text, och taggar som "
            '<a href="…">.'),
    on_page("taggar", '<a href="../../">ut</a',
            'går inte att läsa säkert vid: ut</a – skriv &lt; och &gt; i text, och taggar som '
            '<a href="…">.'),
    on_page("kanda-taggar", "<marquee>",
            "<marquee> <marquee> används inte. Är taggen ofarlig, lägg till den i "
            "katalog/harmless.py."),
    on_page("rubrik", "<h1>En till</h1>", "sidan har 2 huvudrubriker (h1). Den ska ha en."),
    breaking("rubrik", A, "<h1.*</h1>", "",
             f"{A}: sidan har 0 huvudrubriker (h1). Den ska ha en."),
    breaking("titel", A, "<title>.*</title>", "<title> </title>",
             f"{A}: sidan har inte en titel. Skriv den i mallens block titel."),
    breaking("egen-titel", A, "<title>.*</title>", "<title>Sök – Insatsguiden</title>",
             f'{A}: titeln "Sök – Insatsguiden" finns också på sok/index.html. '
             "Skriv vad som skiljer sidorna åt."),
    breaking("beskrivning", A, '<meta name="description" content="[^"]*">', "",
             f"{A}: sidan har inte en beskrivning. Skriv den i mallens block beskrivning."),
    breaking("egen-beskrivning", A, "(?<=content=\")Provet prov-a", "Provet prov-b",
             f'{A}: beskrivningen "Provet prov-b: Du får en egen handledare som hjälper dig '
             "mot jobb eller studier. Det är till för dig som är ung och behöver stöd.\" finns "
             f"också på {B}. Skriv vad som skiljer sidorna åt."),
    breaking("sprak", f"en/{A}", '<html lang="en"', '<html lang="sv"',
             f'en/{A}: sidan ska ha <html lang="en" dir="ltr">, som i theme/templates/base.html.'),
    *(breaking("policy", A, old, new, (
        f"{A}: sidan har inte guidens innehållspolicy (Content-Security-Policy). Den står i "
        "theme/templates/base.html och nämner ingen annan värd."))
      for old, new in ((r'<meta http-equiv="Content-Security-Policy"[^>]*>', ""),
                       ("default-src 'none'", "default-src 'self'"),
                       ("connect-src 'self'", "connect-src 'self' https://matning.se"))),
    *(on_page("framling", html, (f"{what} står i sidan, och sidans policy stoppar det. "
                                 "Lägg skript och stil i theme/static/."))
      for html, what in (("<script>alert(1)</script>", "<script> utan src"),
                         ("<style>p { color: red }</style>", "<style>"),
                         ('<p style="color: red">x</p>', "style"),
                         ('<button onclick="x()">x</button>', "onclick"))),
    on_page("id", '<p id="innehall">x</p>', 'id "innehall" står 2 gånger. Ge platserna var sitt.'),
    *(on_page("visar", html, ('något pekar på id "borta" (for, aria-labelledby eller liknande), '
                              "som inte finns på sidan. Sätt id eller rätta det som pekar."))
      for html in ('<label for="borta">x</label>', '<p aria-describedby="innehall borta">x</p>')),

    *(on_page("lankar", html, f"länken {link} leder ingenstans. Rätta adressen eller ta bort "
                              "länken.")
      for html, link in (
          ('<a href="../borta/">x</a>', "../borta/"),
          ("<a href=../prov-c>x</a>", "../prov-c"),
          ('<a href="../../../utanfor/">x</a>', "../../../utanfor/"),
          ('<a href="https://guide.se/hitta/borta/">x</a>', "https://guide.se/hitta/borta/"),
          ('<form action="../sok-har/"></form>', "../sok-har/"),
          ('<template id="mall-x"><a href="../borta/">x</a></template>', "../borta/"))),
    on_page("ankare", '<a href="#borta">x</a>', (
        f"länken #borta pekar på en plats som inte finns på {A}. Rätta det som står efter #, "
        "eller sätt id på platsen.")),
    on_page("ankare", '<a href="../prov-b/#borta">x</a>', (
        f"länken ../prov-b/#borta pekar på en plats som inte finns på {B}. Rätta det som står "
        "efter #, eller sätt id på platsen.")),
    on_page("ankare", '<svg><use href="../../theme/img/ikon.svg#borta"/></svg>', (
        "länken ../../theme/img/ikon.svg#borta pekar på en plats som inte finns på "
        "theme/img/ikon.svg. Rätta det som står efter #, eller sätt id på platsen.")),
    *(on_page("filer", html, "filen borta.png finns inte. Lägg dit den eller rätta adressen.")
      for html in ('<img src="borta.png" alt="">', '<img srcset="qr.svg, borta.png 2x" alt="">',
                   '<video poster="borta.png"></video>')),
    breaking("filer", "a-o/index.html", "theme/css/verktyg.css", "theme/css/borta.css",
             "a-o/index.html: filen ../theme/css/borta.css finns inte. Lägg dit den eller rätta "
             "adressen."),
    *(on_page("egna-filer", f'<img src="{link}" alt="">',
              f"{link} hämtas någon annanstans ifrån. Lägg filen i theme/static/.")
      for link in ("https://annan.se/bild.png", "//annan.se/bild.png", "data:image/gif;base64,R0")),
    *(breaking("egna-filer", file, r"\Z", text, (
        f"{file}: {host} är en annan värd. Guiden hämtar bara från sig själv."))
      for file, text, host in (
          ("theme/js/dom.js", 'fetch("https://annan.se/x");', "https://annan.se/x"),
          ("sw.js", 'importScripts("//annan.se/x.js");', '"//annan.se'))),
    on_page("flyttbar", '<a href="/hitta/a-o/">x</a>', (
        "länken /hitta/a-o/ börjar med / och går sönder när guiden ligger i en egen mapp. "
        "Skriv den relativt, i mallar med {{ SITEURL }}/.")),
    on_page("flyttbar", '<a href="a-o/">x</a>', (
        "länken a-o/ är relativ, men sidan visas på alla adresser. Börja den med {{ ROT }}/ i "
        "theme/templates/404.html."), "404.html"),
    breaking("kanonisk", A, f'<link rel="canonical" href="{ADDRESS}/insats/prov-a/">', "",
             f"{A}: sidan ska ha en kanonisk adress, sin egen. Den skrivs i "
             "theme/templates/base.html."),
    breaking("kanonisk", A, f'rel="canonical" href="{ADDRESS}/insats/prov-a/"',
             f'rel="canonical" href="{ADDRESS}/insats/prov-b/"',
             f"{A}: sidan ska ha en kanonisk adress, sin egen. Den skrivs i "
             "theme/templates/base.html."),
    breaking("kanonisk", "404.html", "(?=</head>)", f'<link rel="canonical" href="{ADDRESS}/">',
             "404.html: sidan ska ha ingen kanonisk adress. Den skrivs i "
             "theme/templates/base.html."),
    breaking("alternat", A, '<link rel="alternate" hreflang="en" [^>]*>', "",
             f"{A}: sidan nämner språken sv, x-default, ska nämna sv, en, x-default. De skrivs i "
             "theme/templates/base.html."),
    breaking("alternat", A, f'hreflang="en" href="{ADDRESS}/en/insats/prov-a/"',
             f'hreflang="en" href="{ADDRESS}/en/insats/prov-b/"',
             f'{A}: <link hreflang="en"> {NOT_ALIKE}'),
    breaking("alternat", A, f'hreflang="en" href="{ADDRESS}/en/insats/prov-a/"',
             'hreflang="en" href="../../en/insats/prov-a/"',
             f'{A}: <link hreflang="en"> {NOT_ALIKE}'),
    on_page("sprakval", '<a href="../prov-b/" hreflang="en">x</a>', (
        f'länken ../prov-b/ säger hreflang="en" men leder till {B}. Rätta språket eller '
        "adressen.")),

    *(on_page("ofarlig", f'<a href="{link}">x</a>', (
        f"länken {link} är av ett slag som guiden inte har. Den ska börja med https:, tel: eller "
        "mailto:.")) for link in ("javascript:alert(1)", "ftp://annan.se/", "//annan.se/")),
    *(on_page("telefon", f'<a href="{link}">x</a>', (
        f"länken {link} är inget telefonnummer som går att ringa. Skriv som tel:+46853061000."))
      for link in ("tel:08-530 610 00", "tel:+4612", "tel:")),
    *(on_page("epost", f'<a href="{link}">x</a>', (
        f"länken {link} är ingen e-postadress. Skriv som mailto:kommun@exempel.se."))
      for link in ("mailto:kommunen", "mailto:a@b@c.se?subject=x")),
    *(on_page("kalla", f'<a href="{link}">x</a>', (
        f"länken {link} står inte i någon post, ordlista, inställning, mall eller text i "
        f"content/. {TO_SOURCES}"))
      for link in ("https://annan.se/", "tel:+46853061001", "mailto:bedragare@annan.se?subject=x")),

    breaking("import", "theme/js/dom.js", r"\Z", 'import { x } from "./borta.js";',
             "theme/js/dom.js: ./borta.js finns inte. Rätta adressen eller lägg dit filen."),
    breaking("import", "theme/js/dom.js", r"\Z", 'await import("borta");',
             "theme/js/dom.js: borta finns inte. Rätta adressen eller lägg dit filen."),
    *(breaking("import", "theme/css/guide.css", r"\Z", css, (
        "theme/css/guide.css: borta.x finns inte. Rätta adressen eller lägg dit filen."))
      for css in ('p{background:url("borta.x")}', "p{background:url(borta.x)}",
                  '@import "borta.x";')),
    breaking("hamtning", "theme/js/dom.js", r"\Z", 'new URL("sok/borta.json", home);',
             "theme/js/dom.js: skriptet hämtar en/sok/borta.json, som inte finns i sajten.",
             "theme/js/dom.js: skriptet hämtar sok/borta.json, som inte finns i sajten."),
    breaking("hamtning", "theme/js/utan-nat.js", r'new URL\("sw.js", root\)',
             'new URL("borta.js", root)',
             "theme/js/utan-nat.js: skriptet hämtar borta.js, som inte finns i sajten."),
    breaking("anvands", "theme/js/insats.js", r'import "./utskrift.js";', "",
             "theme/js/utskrift.js: ingen sida hämtar filen. Ta bort den ur theme/static/ eller "
             "använd den."),

    breaking("lasbart", "passar/postnummer.json", r"\A\{", "",
             "passar/postnummer.json: filen går inte att läsa (Extra data: line 1 column 11 "
             "(char 10)). Rätta den som skriver den."),
    on_page("data-insats", '<p data-insats="borta">x</p>',
            'data-insats eller data-spara är "borta", som ingen insats heter.'),
    breaking("passar", "passar/insatser.json", r'"prov-a","prov-b"', '"prov-a","borta"',
             "passar/insatser.json: insatserna är inte de som byggdes; det skiljer borta, prov-b. "
             "Rätta katalog/match_file.py.",
             "passar/text/0.json: texterna är inte de insatser som står på samma plats i "
             "insatser.json. Rätta katalog/match_file.py."),
    breaking("passar", "en/passar/text/0.json", r'(?<=[{,])"prov-b":', '"borta":',
             "en/passar/text/0.json: texterna är inte de insatser som står på samma plats i "
             "insatser.json. Rätta katalog/match_file.py."),
    breaking("sok-sidor", "en/sok/ord.json", r'"insatstyp/stod-till-arbete","', '"insatstyp/x","',
             "en/sok/ord.json: sökningen leder till en/insatstyp/x/, som inte finns. "
             "Rätta katalog/search_words.py."),
    breaking("sok-sidor", "sok/ord.json", r'"sida":"insatstyp/stod-till-arbete"', '"sida":"x"',
             "sok/ord.json: sökningen leder till x/, som inte finns. "
             "Rätta katalog/search_words.py."),
    breaking("sok-texter", "en/sok/text/prov-a.json", "", None,
             "en/sok/text/prov-a.json: filen saknas fast posten har egna ord på English. "
             "Rätta katalog/search.py."),
    breaking("sok-texter", "sok/text/prov-a.json", None, "{}",
             "sok/text/prov-a.json: filen finns fast ingen post har egna ord på Svenska. "
             "Rätta katalog/search.py.",
             "sok/text/prov-a.json: ingen av dem som skriver sajten förklarar filen. Ska den "
             "finnas, lägg en rad i katalog/site_files.py, annars ta reda på var den kom ifrån."),
    breaking("texter", "en/texter.json", r"\A(?s:.*)\Z", "{}",
             "en/texter.json: skriptens texter är inte de som står i schema/sprak/en.po. "
             "Rätta katalog/scripts.py."),
    breaking("utan-nat", "theme/css/guide.css", r"\Z", " ",
             "theme/css/guide.css: filen är inte den som offline.json har kontrollsumma för. "
             "Något har ändrat den efter katalog/offline.py, som ska köras sist."),
    breaking("utan-nat", "en/offline.json", r'(?<="alltid":\[)"en/utan-nat/"', '"en/borta/"',
             'en/offline.json: "en/borta/" ska sparas men har ingen kontrollsumma.',
             "en/offline.json: sw.js har en annan kontrollsumma. Bygg om från början."),
    breaking("sokindex", "pagefind/pagefind-entry.json", '"page_count":2', '"page_count":3',
             "pagefind/pagefind-entry.json: 3 sidor i sökindexet, ska vara 2: en för varje insats "
             "på svenska. Se data-pagefind-body i theme/templates/insats.html."),
    breaking("sokindex", "pagefind/fragment/sv_x.pf_fragment", None, "x",
             "pagefind/pagefind-entry.json: 3 sidor att visa (fragment), ska vara 2: en för varje "
             "insats på svenska. Se data-pagefind-body i theme/templates/insats.html."),
    breaking("sokfiler", "pagefind/pagefind-entry.json", '"wasm":"sv"', '"wasm":"xx"',
             "pagefind/wasm.xx.pagefind: filen saknas, men pagefind/pagefind-entry.json pekar på "
             "den. Kör bygget igen; hjälper det inte, se KEPT i katalog/search.py."),

    *(breaking("forklarad", file, None, "x", (
        f"{file}: ingen av dem som skriver sajten förklarar filen. Ska den finnas, lägg en rad i "
        "katalog/site_files.py, annars ta reda på var den kom ifrån."))
      for file in ("hemligt.txt", "insats/prov-a/anteckning.txt", "insats/borta.svg",
                   "en/sw.js", "sok/ord.json.gz")),
    breaking("saknas", "en/passar/postnummer.json", "", None,
             "en/passar/postnummer\\.json: filen skulle ha skrivits av katalog/match_file.py men "
             "saknas."),
    *(breaking("skrap", file, None, "x", (
        f"{file}: filen är en källa, en säkerhetskopia eller något som datorn själv har lagt dit. "
        "Ta bort den ur theme/static/ eller content/filer/."))
      for file in (".DS_Store", "insats/prov-a/index.html~", "prov-a.yaml", ".hemligt",
                   "om/utkast.md", "a-o/.git")),
    breaking("tom", "theme/js/vendor/lean-qr/LICENSE", r"\A(?s:.*)\Z", "",
             "theme/js/vendor/lean-qr/LICENSE: filen är tom. Rätta den som skriver den."),
    breaking("maskinen", "sok/ord.json", r'"ord":"', f'"ord":"{ROOT.as_posix()} ',
             f"sok/ord.json: mappen {ROOT.as_posix()} på datorn som byggde står i filen. "
             "Ta bort den."),
    on_page("localhost", "<p>http://localhost:8000/</p>",
            "adressen localhost finns bara på datorn som byggde. Skriv en adress som andra når, "
            "eller ta bort den."),
)  # fmt: skip
# Broken in more than one place, below.
TOGETHER = {"nas-insats", "nas-sida"}


def told(checked: Checked, *left_out: str) -> list[str]:
    """Return the lines; whatever is changed is no longer what is kept to be read without a net."""
    found = [breach for breach in checked.breaches if breach.promise not in left_out]
    return Checked(found, 0).complaints


def test_a_whole_guide_breaks_no_promise(guide: Guide):
    checked = guide.check()
    assert checked.complaints == []
    pages = len(list(guide.folder.rglob("*.html")))
    assert checked.links > pages * 20


@pytest.mark.parametrize("address", ["kommun+stod@provinsats.se", "o'brien@provinsats.se",
                                     "stöd@provinsats.se"])  # fmt: skip
def test_an_address_that_the_checks_accept_is_not_called_unknown(address: str, tmp_path: Path):
    """In a link it is written in another way than in the record."""
    dump(example({"id": "prov", "kontakter.0.epost": address}), tmp_path, "prov")
    records, problems = load_records(tmp_path)
    assert not errors(problems)
    assert build(tmp_path / "ut", tmp_path, languages=()).insatser == len(records) == 1


def test_the_real_guide_breaks_no_promise(site: Path):
    assert check(site.resolve(), make_catalogs(load_records()[0])).complaints == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_broken_is_told_and_nothing_else(guide: Guide, case: Case):
    path = guide.folder / case.file
    assert path.exists() == (case.old is not None)
    with restored(guide.folder, [case.file]):
        if case.new is None:
            path.unlink()
        elif case.old is None:
            path.parent.mkdir(exist_ok=True)
            path.write_text(case.new, encoding="utf-8")
        else:
            text, count = re.subn(case.old, lambda _: case.new, path.read_text("utf-8"), count=2)
            assert count == 1, f"{case.old} stands {count} times in {case.file}"
            path.write_text(text, encoding="utf-8", newline="\n")
        checked = guide.check()
    assert case.promise in {breach.promise for breach in checked.breaches}
    assert told(checked, *{"utan-nat"} - {case.promise}) == sorted(case.told)


def test_every_promise_is_seen_broken():
    assert {case.promise for case in CASES} | TOGETHER == PROMISES.keys()


@pytest.mark.parametrize(
    ("promise", "home", "link", "page"),
    [("nas-insats", "en/", r"insats/prov-b/", "en/insats/prov-b/"),
     ("nas-insats", "", r"insats/prov-b/", "insats/prov-b/"),
     ("nas-sida", "en/", r"(?<=/)ordlista/", "en/ordlista/")],
)  # fmt: skip
def test_a_page_that_no_link_in_its_language_reaches_is_named(
        guide: Guide, promise: str, home: str, link: str, page: str):
    """Links from another language do not help whoever reads only one."""
    names = [path.relative_to(guide.folder).as_posix() for path in guide.folder.rglob("*.html")]
    own = [name for name in names if name.startswith("en/") == (home == "en/")]
    with restored(guide.folder, own):
        for name in own:
            text = (guide.folder / name).read_text(encoding="utf-8")
            text = re.sub(rf'(<a (?![^>]*hreflang)[^>]*href="[^"#]*){link}"', r'\1"', text)
            (guide.folder / name).write_text(text, encoding="utf-8", newline="\n")
        checked = guide.check()
    assert [breach for breach in checked.breaches if breach.promise.startswith("nas-")] == [
        (promise, f"{page}index.html", (
            f"sidan går inte att nå med länkar från {home}index.html. Länka till den från en sida "
            "som går att nå, eller ta bort den."))]


def test_only_pages_that_no_link_reaches_are_excused(
        guide: Guide, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("katalog.site_links.NOT_LINKED", {})
    told = {breach.file for breach in guide.check().breaches}
    assert {file.removeprefix("en/") for file in told} == NOT_LINKED.keys()


def test_a_page_that_is_gone_is_missed_by_all_that_knew_it(guide: Guide):
    with restored(guide.folder, ["en/stil/index.html"]):
        (guide.folder / "en/stil/index.html").unlink()
        lines = told(guide.check(), "utan-nat")
    assert lines == [
        "en/stil/index.html: sidan skulle ha skrivits av katalog/pages.py men saknas.",
        f'stil/index.html: <link hreflang="en"> {NOT_ALIKE}',
        "stil/index.html: länken ../en/stil/ leder ingenstans. Rätta adressen eller ta bort "
        "länken.",
        f"stil/index.html: länken {ADDRESS}/en/stil/ leder ingenstans. Rätta adressen eller ta "
        "bort länken.",
    ]


def test_what_no_computer_can_read_is_told(guide: Guide):
    with restored(guide.folder, ["theme/img/ikon.svg"]):
        (guide.folder / "theme/img/ikon.svg").write_bytes(b"\xff\xfe")
        (line,) = told(guide.check(), "utan-nat")
    assert line.startswith("theme/img/ikon.svg: filen går inte att läsa ('utf-8' codec")


def test_all_complaints_come_at_once_sorted_and_the_same_thing_once(guide: Guide):
    names = [A, B, "a-o/index.html", "sok/index.html"]
    with restored(guide.folder, names):
        for name in names:
            path = guide.folder / name
            text = path.read_text(encoding="utf-8").replace(
                "</main>", '<h1>x</h1><a href="borta/">x</a></main>')
            path.write_text(text, encoding="utf-8", newline="\n")
        lines = told(guide.check(), "utan-nat")
    assert lines == [
        "a-o/index.html: länken borta/ leder ingenstans. Rätta adressen eller ta bort länken. "
        f"Detsamma gäller 3 till, bland annat {A}.",
        "a-o/index.html: sidan har 2 huvudrubriker (h1). Den ska ha en. "
        f"Detsamma gäller 3 till, bland annat {A}.",
    ]


def test_the_builders_own_machine_may_be_the_address(guide: Guide, tmp_path: Path):
    """That is how `visa` shows the guide."""
    place = tmp_path / "ut"
    build(place, guide.folder.parent / "poster", "http://localhost:8000", languages=())
    assert "http://localhost:8000/" in (place / "index.html").read_text(encoding="utf-8")


def test_every_row_of_the_table_of_files_explains_a_file(guide: Guide):
    names = [path.relative_to(guide.folder).as_posix() for path in guide.folder.rglob("*")]
    for who, _, what, _ in FILES:
        pattern = re.compile(r"(en/)?" + re.sub(r"\{\w+\}", ".+", what))
        assert any(pattern.fullmatch(name) for name in names), f"{who}: {what}"
