"""Odd input and small windows: the search page stays whole."""

from typing import Any

import pytest

from tests.matt_sok import SHOWN, ask

WIDTHS = [{"width": 320, "height": 640}, {"width": 320, "height": 256}]  # the last is 400 % zoom
ODD = {"empty": "", "spaces": "   ", "stop words": "och jag i på", "emoji": "😀👩🏽‍🦽",
       "digits": "7",
       "many digits": "9" * 60, "500 letters": "å" * 500, "500 in words": "arbete " * 71,
       "40 words": " ".join(["autism", "ung", "arbete", "kvasimodo"] * 10), "quotes": '"autism" \'',
       "signs": "& # % = + ? / \\ ;", "null": "autism\0jobb", "rtl": "\u202eautism",
       "wild": "(.*)+[a-z]{99}$", "proto": "constructor __proto__ toString", "one": "x",
       "html": "<b id=fel>autism</b><img src=x onerror=alert(1)>"}  # fmt: skip


@pytest.fixture
def sok(page: Any, server: str) -> Any:
    """A fresh search page."""
    page.goto(f"{server}sok/")
    return page


@pytest.mark.parametrize("size", WIDTHS, ids=["320", "400 %"])
@pytest.mark.parametrize("query", ["jobb i tyresö 22 år", "arbetsförmedligen", "självmord",
                                   "pizza", "arbetsmarknadsenhetsutredningsgruppen" * 3])
def test_nothing_is_cut_off_in_the_smallest_window(sok: Any, query: str, size: dict):
    sok.set_viewport_size(size)
    ask(sok, query)
    assert sok.evaluate("document.documentElement.scrollWidth") <= size["width"]
    box = sok.get_by_role("searchbox").bounding_box()
    assert box["width"] > 150
    assert box["x"] + box["width"] <= size["width"]


@pytest.mark.parametrize("query", ODD.values(), ids=ODD)
def test_whatever_is_typed_the_page_lives_on(sok: Any, query: str):
    sok.on("dialog", lambda dialog: pytest.fail(f"script ran: {dialog.message}"))
    ask(sok, query)
    assert sok.locator("main img, main script, #fel").count() == 0
    assert "ladda om" not in sok.get_by_role("status").inner_text().lower()
    assert ask(sok, "SAMsas")[:1] == ["samsas"]
    box = sok.get_by_role("searchbox")
    box.fill(query)
    box.press("Enter")
    sok.wait_for_function(SHOWN)
    assert sok.locator("#listor a").first.is_visible()
