"""Listen: read aloud by the device itself, in order, when asked, and by nobody else.

The Chromium of the tests has no voices, so each page is given a stand-in for speechSynthesis: it
notes what it is told to say and finishes when the test says so. The page is a small one of its
own, with the real lyssna.js and dom.js and a stand-in for texter.js.
"""

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from katalog.paths import THEME
from katalog.scripts import without_comments
from katalog.serve import start_server

SOURCE = THEME / "static/js/lyssna.js"
TEXTS = "export const _ = (text) => text;\nexport const SWEDISH = {};\n"
SWEDISH = {"name": "Alva", "lang": "sv-SE", "localService": True}
PHONE = {"name": "Telefon", "lang": "sv_SE", "localService": True}
ENGLISH = {"name": "Amy", "lang": "en-GB", "localService": True}
REMOTE = {"name": "Moln", "lang": "sv-SE", "localService": False}

LONG = " ".join(f"Det här är mening nummer {number} av tjugo." for number in range(1, 21))
CONTENT = """
<p>Före.</p>
<main>
  <nav aria-label="x"><p>Meny.</p></nav>
  <h1>Rubriken</h1>
  <div data-lyssna></div>
  <p>Ett <strong>stycke</strong>
     på flera rader (<a href="#x">länk</a>).</p>
  <ul><li>Punkt ett</li><li>Punkt två<ul><li>Underpunkt</li></ul></li>
  <li><p>Stycke i punkt</p></li></ul>
  <dl><div><dt>Ålder</dt><dd>16–29 år<br><span>ungefär</span></dd></div></dl>
  <table><tr><th>Kolumn</th><td>Cell</td></tr></table>
  <form><p>I ett formulär.</p></form>
  <p hidden>Dold.</p>
  <details><summary>Fäll ut</summary><p>Stängd.</p></details>
  <details open><summary>Fäll ihop</summary><p>Öppen.</p></details>
  <p><button type="button">Knapp</button></p>
  <p>…</p>
  <p>Sist.</p>
</main>
<p>Efter.</p>
"""
READ = ["Rubriken", "Ett stycke på flera rader (länk).", "Punkt ett", "Punkt två", "Underpunkt",
        "Stycke i punkt", "Ålder", "16–29 år ungefär", "Kolumn", "Cell", "Öppen.",
        "Sist."]  # fmt: skip
SHORT = "<main><h1>Ett</h1><div data-lyssna></div><p>Två</p><p>Tre</p></main>"
MIXED = """<main><h1 lang="sv">Namnet</h1><div data-lyssna></div><p>How to apply</p>
<p>Call <span lang="en">in English</span> now</p></main>"""

# Says nothing; `said` is [[text, voice, lang]], finish() ends what is being said. A browser tells
# the one that was cut off, a moment later, that it ended or that it failed: `cut` says which.
STAND_IN = """
  window.said = []; window.voices = VOICES; window.cancels = 0;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  let current = null;
  const speech = {
    getVoices: () => window.voices,
    speak(one) { current = one; said.push([one.text, one.voice.name, one.lang]); },
    cancel() { const one = current; current = null; cancels += 1;
               if (one) setTimeout(() => one.CUT({ error: "interrupted" })); },
  };
  window.finish = () => { const one = current; current = null; one.onend({}); };
  window.fail = () => { const one = current; current = null; one.onerror({ error: "x" }); };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
"""

Opened = Callable[..., Any]


@pytest.fixture
def opened(new_page: Any, tmp_path: Path) -> Iterator[Opened]:
    """Open a page with given content, language and voices; served, so that modules load."""
    shutil.copy(SOURCE, tmp_path)
    shutil.copy(SOURCE.with_name("dom.js"), tmp_path)
    (tmp_path / "texter.js").write_text(TEXTS, encoding="utf-8")
    server = start_server(tmp_path, port=0)

    def opened(content: str = SHORT, voices: Any = (SWEDISH,), lang: str = "sv",
               cut: str = "onerror") -> Any:
        (tmp_path / "index.html").write_text(
            f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>x</title>'
            f'<link rel="icon" href="data:,"><script type="module" src="lyssna.js"></script>'
            f"<body>{content}", encoding="utf-8")
        page = new_page()
        page.add_init_script(STAND_IN.replace("VOICES", json.dumps(list(voices)))
                             .replace("CUT", cut))
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        return page

    yield opened
    server.shutdown()
    server.server_close()


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def buttons(page: Any) -> list[str]:
    return page.locator("[data-lyssna] button:visible").all_inner_texts()


def said(page: Any) -> list[str]:
    return [text for text, _, _ in page.evaluate("said")]


def listen_to_all(page: Any) -> list[str]:
    """Press Lyssna and let everything be said."""
    press(page, "Lyssna")
    while buttons(page) != ["Lyssna"]:
        page.evaluate("finish()")
        assert len(said(page)) < 50
    return said(page)


@pytest.mark.parametrize("voices", [[SWEDISH], [PHONE], [ENGLISH, REMOTE, SWEDISH]])
def test_there_is_a_button_when_the_device_speaks_the_language(opened: Opened, voices: list):
    page = opened(voices=voices)
    assert buttons(page) == ["Lyssna"]
    listen_to_all(page)
    voice = voices[-1]
    assert page.evaluate("said[0]") == ["Ett", voice["name"], voice["lang"]]


@pytest.mark.parametrize("voices", [[], [REMOTE], [ENGLISH], [ENGLISH, REMOTE]])
def test_there_is_none_otherwise_and_never_a_voice_of_somebodys_server(
        opened: Opened, voices: list):
    page = opened(voices=voices)
    page.evaluate("speechSynthesis.onvoiceschanged()")
    assert page.locator("[data-lyssna]").inner_html() == ""


def test_there_is_none_in_a_browser_that_cannot_speak(opened: Opened):
    page = opened()
    page.route("**/lyssna.js", lambda route: route.fulfill(
        content_type="text/javascript",
        body=SOURCE.read_text(encoding="utf-8").replace("globalThis.speechSynthesis", "undefined")))
    page.reload()
    page.wait_for_load_state()
    assert page.locator("[data-lyssna]").inner_html() == ""


def test_the_button_comes_when_the_voices_do_and_once(opened: Opened):
    page = opened(voices=[])
    page.evaluate("voices.push({name: 'Alva', lang: 'sv-SE', localService: true})")
    assert buttons(page) == []
    page.evaluate("speechSynthesis.onvoiceschanged(); speechSynthesis.onvoiceschanged()")
    assert buttons(page) == ["Lyssna"]


def test_voices_that_come_later_leave_the_focus_where_it_is(opened: Opened):
    page = opened()
    page.get_by_role("button", name="Lyssna").focus()
    page.evaluate("speechSynthesis.onvoiceschanged()")
    expect(page.get_by_role("button", name="Lyssna")).to_be_focused()


def test_nothing_is_said_or_silenced_before_somebody_asks(opened: Opened):
    page = opened()
    page.evaluate("speechSynthesis.onvoiceschanged()")
    page.keyboard.press("Escape")
    assert page.evaluate("[said.length, cancels]") == [0, 0]
    assert page.locator(".lases").count() == 0


def test_what_can_be_seen_in_main_is_read_in_order(opened: Opened):
    assert listen_to_all(opened(CONTENT)) == READ


def test_what_is_read_is_marked_and_the_mark_moves(opened: Opened):
    page = opened()
    press(page, "Lyssna")
    for name in ("Ett", "Två", "Tre"):
        assert page.locator(".lases").all_inner_texts() == [name]
        page.evaluate("finish()")
    assert page.locator(".lases").count() == 0


def test_the_mark_is_a_line_not_a_colour_alone(page: Any, server: str):
    page.goto(f"{server}om/")
    page.evaluate("document.querySelector('main p').classList.add('lases')")
    style = page.locator(".lases").evaluate("e => getComputedStyle(e).outline")
    assert "dashed 2px" in style


@pytest.mark.parametrize("cut", ["onerror", "onend"])
def test_pause_goes_on_where_it_was(opened: Opened, cut: str):
    page = opened(cut=cut)
    press(page, "Lyssna")
    page.evaluate("finish()")
    assert buttons(page) == ["Pausa", "Sluta"]
    press(page, "Pausa")
    page.wait_for_timeout(50)  # the browser tells that "Två" was cut off
    assert buttons(page) == ["Fortsätt", "Sluta"]
    assert page.locator(".lases").inner_text() == "Två"
    assert said(page) == ["Ett", "Två"]
    press(page, "Fortsätt")
    page.evaluate("finish()")
    assert said(page) == ["Ett", "Två", "Två", "Tre"]


@pytest.mark.parametrize("cut", ["onerror", "onend"])
@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize("way", ["Sluta", "Escape"])
def test_stop_stops_and_the_next_time_starts_over(
        opened: Opened, way: str, paused: bool, cut: str):
    page = opened(cut=cut)
    press(page, "Lyssna")
    page.evaluate("finish()")
    if paused:
        press(page, "Pausa")
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        press(page, "Sluta")
    page.wait_for_timeout(50)
    assert buttons(page) == ["Lyssna"]
    assert page.locator(".lases").count() == 0
    press(page, "Lyssna")
    assert said(page) == ["Ett", "Två", "Ett"]


def test_leaving_the_page_stops_the_voice(opened: Opened):
    page = opened()
    press(page, "Lyssna")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("cancels") == 1
    assert buttons(page) == ["Lyssna"]


def test_a_voice_that_fails_leaves_the_button(opened: Opened):
    page = opened()
    press(page, "Lyssna")
    page.evaluate("fail()")
    assert (buttons(page), said(page)) == (["Lyssna"], ["Ett"])


def test_all_of_it_can_be_done_with_the_keyboard_and_focus_is_never_lost(opened: Opened):
    page = opened()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pausa")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Fortsätt")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Lyssna")).to_be_focused()


def test_a_part_in_another_language_has_a_voice_of_its_own(opened: Opened):
    page = opened(MIXED, voices=[ENGLISH, SWEDISH], lang="en")
    listen_to_all(page)
    assert page.evaluate("said") == [
        ["Namnet", "Alva", "sv-SE"], ["How to apply", "Amy", "en-GB"],
        ["Call in English now", "Amy", "en-GB"]]
    assert page.get_by_role("status").inner_text() == ""


def test_inside_a_paragraph_too(opened: Opened):
    page = opened(SHORT.replace("Två", 'Fråga efter <span lang="en">Second Chance</span> där.'),
                  voices=[SWEDISH, ENGLISH])
    listen_to_all(page)
    assert page.evaluate("said.slice(1, 4)") == [
        ["Fråga efter", "Alva", "sv-SE"], ["Second Chance", "Amy", "en-GB"],
        ["där.", "Alva", "sv-SE"]]


@pytest.mark.parametrize("others", [[], [REMOTE]])
def test_a_part_that_no_voice_of_the_device_speaks_is_skipped_and_told(
        opened: Opened, others: list):
    page = opened(MIXED, voices=[ENGLISH, *others], lang="en")
    press(page, "Lyssna")
    assert page.get_by_role("status").inner_text().startswith("En del av sidan är på ett annat")
    page.evaluate("finish()")
    page.evaluate("finish()")
    assert said(page) == ["How to apply", "Call in English now"]


def test_a_page_with_nothing_for_the_voice_stays_as_it_is(opened: Opened):
    page = opened('<main><h1 lang="sv">Namnet</h1><div data-lyssna></div></main>',
                  voices=[ENGLISH], lang="en")
    press(page, "Lyssna")
    assert (buttons(page), said(page)) == (["Lyssna"], [])


def test_a_long_text_is_said_in_pieces_that_end_with_a_sentence(opened: Opened):
    page = opened(SHORT.replace("Två", LONG))
    pieces = listen_to_all(page)[1:-1]
    assert " ".join(pieces) == LONG
    assert len(pieces) > 2
    assert all(len(piece) <= 240 and piece.endswith(".") for piece in pieces)


@pytest.mark.parametrize("words", [
    "ord " * 150, "x" * 600 + " slut", "Kl. 9.30 i rum 2.1 ring 08-530."])
def test_no_word_is_lost_whatever_the_text(opened: Opened, words: str):
    page = opened(SHORT.replace("Två", words))
    assert " ".join(listen_to_all(page)[1:-1]) == words.strip()


def test_it_follows_what_is_seen_when_one_presses(opened: Opened):
    page = opened(CONTENT)
    page.get_by_text("Fäll ut").click()
    page.get_by_text("Fäll ihop").click()
    read = listen_to_all(page)
    assert "Stängd." in read
    assert "Öppen." not in read


def test_it_weighs_little():
    sent = without_comments(SOURCE.read_text(encoding="utf-8"))
    assert len(gzip.compress(sent.encode(), 9)) <= 1500
