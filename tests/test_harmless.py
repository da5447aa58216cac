"""The guard over finished pages: what could run or lead astray stops the build.

Comes in: pages with payloads as they would stand if something forgot to escape. Goes out: what the
guard says. That real pages pass is tests/test_build.py's: a build runs it.
"""

from html import escape
from pathlib import Path

import pytest

from katalog import harmless, mail, phone
from katalog.build import BuildFailed, build, run_pelican
from katalog.catalog import make_catalogs
from katalog.paths import CONTENT
from tests import factory
from tests.nyttolast.laster import ADDRESSES, TEXTS

HEAD = ('<!doctype html>\n<html lang="sv" dir="ltr">\n<head>\n<meta charset="utf-8">\n<meta '
        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n"
        '<link rel="canonical" href="https://guide.provinsats.se/x/">\n<title>Prov</title>\n')
PAGE = HEAD + "</head>\n<body>\n<h1>Prov</h1>\n{}\n</body>\n</html>\n"
MAKES_A_TAG = [text for text in TEXTS if "<" in text]
NO_WEB = [each for each in ADDRESSES if not each.startswith(("http://", "https://", "//"))]


def wrong(body: str) -> list[str]:
    return list(harmless.active(PAGE.format(body.replace("{", "{{").replace("}", "}}"))
                                .replace("{{", "{").replace("}}", "}")))


@pytest.mark.parametrize("body", [
    "", "<p>a &lt;b&gt; c > d &amp; e</p>", '<p class="x" hidden>', "<br/>", "<br>",
    '<a href="../x/#kontakt">x</a>', '<a href="https://a.se:8000/b:c?d=e:f">x</a>',
    '<a href="mailto:a@b.se?subject=x%3A&amp;body=y">x</a>', '<a href="tel:+46853061000">x</a>',
    '<script type="module" src="../theme/js/sok.js"></script>', '<img src="qr.svg" alt="">',
    '<form action="sok/" role="search"><input data-x="1" aria-label="y"></form>',
    '<svg viewBox="0 0 1 1"><rect width="1" height="1" fill="#fff"/></svg>',
    '<script type="application/ld+json">{"@type": "Thing", "name": "\\u003cb"}</script>',
])  # fmt: skip
def test_what_pages_are_made_of_passes(body: str):
    assert wrong(body) == []


@pytest.mark.parametrize("text", MAKES_A_TAG)
def test_a_payload_that_nobody_escaped_is_found(text: str):
    assert wrong(f"<p>{text}</p>")
    assert wrong(f"<p>{escape(text)}</p>") == []


@pytest.mark.parametrize("text", [text for text in TEXTS if text[:1] in "\"'`" and "on" in text])
def test_a_payload_out_of_an_attribute_is_found(text: str):
    assert wrong(f"<p title='{text}'>")
    assert wrong(f'<p title="{text}">') or '"' not in text


@pytest.mark.parametrize("address", NO_WEB)
def test_an_address_that_leads_astray_is_found(address: str):
    written = address if "&colon;" in address else escape(address)
    assert wrong(f'<a href="{written}">x</a>')
    assert wrong(f'<img src="{written}" alt="">')


@pytest.mark.parametrize(("body", "told"), [
    ("<script>x()</script>", "skript får bara ligga i egna filer"),
    ('<script type="module">x()</script>', "ett skript i sidan"),
    ('<script type="application/ld+json">{"a": "<b>"}</script>', "ett skript i sidan"),
    ('<script src="https://ond.example/x.js"></script>', "från en annan plats"),
    ('<script src="//ond.example/x.js"></script>', "från en annan plats"),
    ("<script src=\"\\\\ond.example/x.js\"></script>", "från en annan plats"),
    ('<link rel="stylesheet" href="https://ond.example/x.css">', "från en annan plats"),
    ('<form action="https://ond.example/">', "från en annan plats"),
    ('<img src="data:image/png;base64,x" alt="">', "från en annan plats"),
    ('<p style="color: red">', "har style"), ('<p onclick="x()">', "har onclick"),
    ('<a href="../x/" ping="../y/">', "har ping"), ("<iframe>", "<iframe> används inte"),
    ("<base>", "<base> används inte"), ("<style>", "<style> används inte"),
    ('<meta http-equiv="refresh" content="0">', "styr webbläsaren"),
    ("<P>", "ingen vanlig tagg"), ("<!-- x -->", "ingen vanlig tagg"),
    ('<p title="a>b">', "ingen vanlig tagg"), ('<p title="<">', "ingen vanlig tagg"),
    ("<p title='x'>", "ingen vanlig tagg"), ("<p title=x>", "ingen vanlig tagg"),
    ("a < b", "ingen vanlig tagg"), (HEAD, "Content-Security-Policy ska stå en gång"),
])  # fmt: skip
def test_what_runs_or_fetches_is_told(body: str, told: str):
    assert any(told in each for each in wrong(body))


@pytest.mark.parametrize("page", [
    PAGE.replace("Content-Security-Policy", "x-ua"), PAGE.replace("<head>", "<head><link>"),
    "", "<p>x</p>",
])  # fmt: skip
def test_a_page_without_its_policy_first_is_told(page: str):
    assert "Content-Security-Policy ska stå en gång, före allt som sidan hämtar." in (
        list(harmless.active(page)))


def test_a_link_that_is_a_script_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    data = factory.example({"kontakter.0.webb": "javascript:smitta()"})
    monkeypatch.setattr("katalog.build.load_records",
                        lambda *_: ([factory.Record("exempel", data, "x")], []))
    with pytest.raises(BuildFailed) as failed:
        build(tmp_path / "ut", languages=())
    (told,) = failed.value.complaints
    assert "länken javascript:smitta() är av ett slag som guiden inte har." in told
    assert not (tmp_path / "ut").exists()


def test_html_on_a_prose_page_is_shown_as_text(tmp_path: Path):
    (tmp_path / "sidor").mkdir()
    text = (CONTENT / "sidor" / "om.md").read_text(encoding="utf-8")
    (tmp_path / "sidor" / "om.md").write_text(
        f"{text}\n\n<script>smitta()</script>\n\nEn <img src=x onerror=smitta()> *bild*.\n",
        encoding="utf-8")
    catalogs = make_catalogs([factory.record()], ())
    run_pelican(tmp_path / "ut", KATALOGER=catalogs, PATH=str(tmp_path), STATIC_PATHS=[])
    page = (tmp_path / "ut" / "om" / "index.html").read_text(encoding="utf-8")
    assert "<p>En &lt;img src=x onerror=smitta()&gt; <em>bild</em>.</p>" in page
    assert list(harmless.active(page)) == []


@pytest.mark.parametrize(("address", "link"), [
    ("kansli@exempel.se", "mailto:kansli@exempel.se"),
    ("a+b@exempel.se", "mailto:a%2Bb@exempel.se"),
    ("a?bcc=b@exempel.se", "mailto:a%3Fbcc%3Db@exempel.se"),
    ("a&body=b@exempel.se", "mailto:a%26body%3Db@exempel.se"),
    ("a,b@exempel.se", "mailto:a%2Cb@exempel.se"),
    ("a\r\nbcc: b@exempel.se", "mailto:a%0D%0Abcc%3A%20b@exempel.se"),
])  # fmt: skip
def test_a_mail_goes_to_one_address_only(address: str, link: str):
    assert mail.link(address) == link


@pytest.mark.parametrize("text", TEXTS)
def test_a_number_to_ring_is_digits_or_nothing(text: str):
    try:
        link = phone.link(f"08-530 610 00{text}")
    except phone.phonenumbers.NumberParseException:
        return
    assert link.removeprefix("tel:+46").isdigit()
