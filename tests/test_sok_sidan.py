"""The search page as one uses it: filters, address, keyboard, small windows, odd input."""

import re
from typing import Any
from urllib.parse import unquote_plus

import pytest

from tests.matt_sok import HITS, SHOWN, ask


@pytest.fixture
def sok(page: Any, server: str) -> Any:
    """A fresh search page."""
    page.goto(f"{server}sok/")
    return page


def hits(page: Any) -> list[str]:
    return page.evaluate(HITS)


def done(page: Any, act: Any) -> list[str]:
    """Do something that searches; return the ids shown when it is answered."""
    page.evaluate("document.querySelector('#traffar').setAttribute('aria-busy', 'true')")
    act()
    page.wait_for_function(SHOWN)
    return hits(page)


def words(page: Any) -> str:
    return unquote_plus(page.url.partition("#")[2])


def test_a_chip_can_be_removed_and_stays_removed(sok: Any):
    both = ask(sok, "22-åring i Tyresö jobb")
    chips = sok.locator("#valda").get_by_role("button")
    assert chips.all_inner_texts() == ["22 år", "Tyresö"]
    for left in (["Tyresö"], []):
        assert done(sok, chips.first.click)
        assert chips.all_inner_texts() == left
    wide = hits(sok)
    assert wide != both
    assert "jobb" in words(sok)
    done(sok, sok.reload)
    assert chips.count() == 0
    assert hits(sok) == wide
    done(sok, sok.go_back)
    assert chips.all_inner_texts() == ["Tyresö"]


def test_every_chip_says_what_pressing_it_does(sok: Any):
    ask(sok, "22 år Tyresö", vag="individ")
    for chip in sok.locator("#valda").get_by_role("button").all():
        assert chip.inner_text() in chip.get_attribute("aria-label")
        assert chip.get_attribute("aria-label") != chip.inner_text()


def test_the_filters_beside_narrow_and_keep_unknown(sok: Any, records: dict):
    ask(sok, "jobb")
    done(sok, lambda: sok.locator("#kommun").select_option("tyreso"))
    assert hits(sok)
    for name in hits(sok):
        places = set(records[name]["kommuner"])
        assert not places or places & {"tyreso", "alla"}, name
    done(sok, lambda: sok.locator("#vag").select_option("individ"))
    for name in hits(sok):
        ways = {way["vem"] for way in records[name]["vagar_in"]}
        assert not ways or "individ" in ways, name
    assert "kommun=tyreso" in sok.url
    assert "vag=individ" in sok.url
    done(sok, lambda: sok.locator("#kommun").select_option(""))
    assert "Tyresö" not in sok.locator("#valda").inner_text()


def test_filters_alone_show_all_that_they_let_through(sok: Any, records: dict):
    done(sok, lambda: sok.locator("#kommun").select_option("salem"))
    told = int(re.match(r"\d+", sok.get_by_role("status").inner_text()).group())
    there = [name for name, data in records.items()
             if not data["kommuner"] or {"salem", "alla"} & set(data["kommuner"])]
    assert told == len(there)


def test_the_address_holds_words_and_filters_through_back_forward_and_reload(sok: Any):
    box = sok.get_by_role("searchbox")
    states = []
    box.fill("jobb")
    states.append(done(sok, lambda: box.press("Enter")))
    states.append(done(sok, lambda: sok.locator("#kommun").select_option("haninge")))
    states.append(done(sok, lambda: sok.locator("#vag").select_option("individ")))
    box.fill("studier")
    states.append(done(sok, lambda: box.press("Enter")))
    assert done(sok, sok.reload) == states[3]
    for step, number in ((sok.go_back, 2), (sok.go_back, 1), (sok.go_back, 0),
                         (sok.go_forward, 1), (sok.go_forward, 2), (sok.go_forward, 3)):
        assert done(sok, step) == states[number]
        assert box.input_value() == ("studier" if number == 3 else "jobb")
        assert sok.locator("#kommun").input_value() == ("haninge" if number else "")
        assert sok.locator("#vag").input_value() == ("individ" if number > 1 else "")


def test_new_words_take_away_the_filters_that_the_old_words_brought(sok: Any):
    box = sok.get_by_role("searchbox")
    box.fill("22-åring i Tyresö")
    done(sok, lambda: box.press("Enter"))
    assert sok.locator("#valda button").count() == 2
    box.fill("autism")
    done(sok, lambda: box.press("Enter"))
    assert sok.locator("#valda button").count() == 0


def test_more_hits_come_and_the_keyboard_stands_at_the_first_new(sok: Any):
    ask(sok, "jobb")
    before = hits(sok)
    sok.locator("#fler").focus()
    sok.keyboard.press("Enter")
    sok.locator("#traffar > *").nth(len(before)).wait_for()
    assert hits(sok)[:len(before)] == before
    assert sok.evaluate("document.activeElement.closest('[data-insats]').dataset.insats") == (
        hits(sok)[len(before)])


def test_focus_is_never_taken_from_who_types(sok: Any):
    box = sok.get_by_role("searchbox")
    box.focus()
    sok.evaluate("""() => {
      window.moves = 0;
      document.addEventListener("focusin", () => { window.moves += 1; });
      document.addEventListener("focusout", () => { window.moves += 1; });
    }""")
    for letters in ("arbetsförmedligen", " i tyresö", " 22 år"):
        box.press_sequentially(letters, delay=15)
        sok.get_by_role("status").filter(has_text=letters.strip()).wait_for()
    box.press("Enter")
    sok.wait_for_function(SHOWN)
    assert sok.evaluate("window.moves") == 0
    assert sok.evaluate("document.activeElement.matches('input')")
    assert box.input_value() == "arbetsförmedligen i tyresö 22 år"


def test_the_answer_is_announced_once(sok: Any):
    ask(sok, "jobb")
    sok.evaluate("""() => {
      window.said = [];
      const status = document.querySelector("[role=status]");
      new MutationObserver(() => window.said.push(status.innerText))
        .observe(status, {childList: true, characterData: true, subtree: true});
    }""")
    box = sok.get_by_role("searchbox")
    box.fill("autism")
    box.press("Enter")
    sok.get_by_role("status").filter(has_text="autism").wait_for()
    sok.wait_for_timeout(500)
    assert len([text for text in sok.evaluate("window.said") if text]) == 1
    assert sok.locator("[aria-live], [role=status], [role=alert]").count() == 1


def test_nothing_typed_stands_in_any_request(sok: Any):
    asked = []
    sok.context.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    box = sok.get_by_role("searchbox")
    for query in ("hemlighuset kvasimodo", "0701234567", "autism 22 år tyresö"):
        box.press_sequentially(query)
        done(sok, lambda: box.press("Enter"))
        box.fill("")
    done(sok, sok.reload)
    told = " ".join(asked).lower()
    assert "pagefind" in told
    assert not [part for part in ("hemlig", "kvasimodo", "0701234", "autism", "q=") if part in told]
    assert sok.evaluate("localStorage.length + sessionStorage.length") == 0


def test_an_empty_question_is_the_page_as_it_was(sok: Any):
    ask(sok, "autism")
    box = sok.get_by_role("searchbox")
    box.fill("")
    done(sok, lambda: box.press("Enter"))
    assert hits(sok) == []
    assert sok.get_by_role("status").inner_text() == ""
    assert sok.locator("#forstatt > *").count() == 0
    assert not sok.locator("#fler").is_visible()
