"""The search in a real browser: finds, remembers, tells nobody.

Pagefind runs as it is published. Words that hit are taken from the records, not made up here.
"""

from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

import pytest

WORDS = "arbete"  # hits more than one screen of insatser, ended ones among them


@pytest.fixture
def hits(page: Any) -> Any:
    """The list of hits."""
    return page.locator("#traffar [data-insats]")


def ids(hits: Any) -> list[str]:
    return hits.evaluate_all("items => items.map(item => item.dataset.insats)")


def search(page: Any, server: str, words: str) -> None:
    """Type words on the search page and wait for the answer."""
    page.goto(f"{server}sok/")
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")
    answered(page, words)


def answered(page: Any, words: str) -> None:
    page.get_by_role("status").filter(has_text=words).wait_for()


def show_all(page: Any) -> None:
    hits = page.locator("#traffar [data-insats]")
    while page.locator("#fler").is_visible():
        shown = hits.count()
        page.locator("#fler").click()
        hits.nth(shown).wait_for()


def test_a_name_is_found_and_the_hit_says_what_one_needs(page: Any, server: str, hits: Any):
    page.goto(f"{server}a-o/")
    card = page.locator("[data-insats=samsas]").inner_text().split()
    search(page, server, "SAMsas")
    hit = hits.and_(page.locator("[data-insats=samsas]"))
    assert hit.count() == 1
    said = hit.inner_text().split()
    assert said[:len(card)] == card  # name, summary, kommun and the yes or no, then why
    hit.get_by_role("link").first.click()
    page.wait_for_url(f"{server}insats/samsas/")


def test_the_front_page_leads_to_the_same_hits(page: Any, server: str, hits: Any):
    page.goto(server)
    page.get_by_role("searchbox").fill("sjukskriven länge")
    page.get_by_role("searchbox").press("Enter")
    answered(page, "sjukskriven länge")
    assert page.get_by_role("searchbox").input_value() == "sjukskriven länge"
    assert urlsplit(page.url).path == "/sok/"
    assert not urlsplit(page.url).query


def test_what_is_typed_stays_in_the_browser(page: Any, server: str, hits: Any):
    words = "självmord ångest åäö & mer?"
    asked = []
    page.context.on("request", lambda request: asked.append(request))
    search(page, server, words)
    page.goto(server)
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button").first.click()
    answered(page, words)
    page.get_by_role("link", name="A–Ö").first.click()
    page.wait_for_load_state()
    assert asked
    traces = {quote(part)[:9].lower() for part in words.split()[:2]} | {"ngest", "q="}
    for request in asked:
        parts = urlsplit(request.url)
        told = f"{parts.path}?{parts.query} {request.post_data or ''} {request.headers}".lower()
        assert not [trace for trace in traces if trace in told], told
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("how", [quote, quote_plus])
def test_a_search_can_be_shared_as_a_link(page: Any, server: str, hits: Any, how: Any):
    page.goto(f"{server}sok/#q={how('stöd till arbete')}")
    answered(page, "stöd till arbete")
    assert page.get_by_role("searchbox").input_value() == "stöd till arbete"
    assert hits.count() > 0


def test_back_and_reload_show_the_search_again(page: Any, server: str, hits: Any):
    search(page, server, "mia")
    first = ids(hits)
    page.get_by_role("searchbox").fill("studier")
    page.get_by_role("searchbox").press("Enter")
    answered(page, "studier")
    assert ids(hits) != first
    page.reload()
    answered(page, "studier")
    page.go_back()
    answered(page, "mia")
    assert ids(hits) == first
    assert page.get_by_role("searchbox").input_value() == "mia"
    hits.first.get_by_role("link").click()
    page.wait_for_url("**/insats/**")
    page.go_back()
    answered(page, "mia")
    assert ids(hits) == first


def test_hits_come_while_one_types(page: Any, server: str, hits: Any):
    page.goto(f"{server}sok/")
    page.get_by_role("searchbox").press_sequentially("studier", delay=20)
    answered(page, "studier")
    assert hits.count() > 0
    page.get_by_role("searchbox").fill("")
    hits.first.wait_for(state="detached")
    assert hits.count() == 0
    assert page.get_by_role("status").inner_text() == ""


def test_the_count_is_announced_and_all_can_be_shown(page: Any, server: str, hits: Any):
    search(page, server, WORDS)
    count = int(page.get_by_role("status").inner_text().split()[0])
    shown = hits.count()
    assert 0 < shown < count
    page.locator("#fler").click()
    hits.nth(shown).wait_for()
    assert page.evaluate("document.activeElement.closest('[data-insats]') !== null")
    show_all(page)
    assert hits.count() == len(set(ids(hits))) == count


def test_ended_insatser_come_last(page: Any, server: str, hits: Any):
    search(page, server, WORDS)
    show_all(page)
    ended = [bool(n) for n in hits.evaluate_all(
        "items => items.map(item => item.querySelectorAll('.svar.slut').length)")]
    assert True in ended
    assert False in ended
    assert ended == sorted(ended)


def test_every_insats_is_found_by_its_own_name(page: Any, server: str, hits: Any, records: dict):
    page.goto(f"{server}sok/")
    for name in list(records)[::6]:
        page.get_by_role("searchbox").fill(records[name]["namn"])
        page.get_by_role("searchbox").press("Enter")
        answered(page, records[name]["namn"])
        show_all(page)
        assert name in ids(hits), name


def test_no_hits_is_said_with_a_way_on(page: Any, server: str, hits: Any):
    search(page, server, "qqxxzzqq")
    assert hits.count() == 0
    assert page.get_by_role("status").inner_text()
    assert page.locator("#listor a").first.is_visible()


@pytest.mark.parametrize("words", [
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", '"><b id=fel>', "{{ 7*7 }}",
    "javascript:alert(1)"])  # fmt: skip
def test_markup_in_the_words_is_shown_as_text(page: Any, server: str, words: str):
    page.on("dialog", lambda dialog: pytest.fail(f"script ran: {dialog.message}"))
    page.goto(f"{server}sok/#q={quote(words)}")
    answered(page, words)
    assert page.get_by_role("searchbox").input_value() == words
    assert page.locator("main img, main script, #fel").count() == 0


def test_it_works_below_a_sub_path(page: Any, subpath_server: str, hits: Any):
    page.goto(subpath_server)
    page.get_by_role("searchbox").fill("mia")
    page.get_by_role("searchbox").press("Enter")
    answered(page, "mia")
    hits.first.get_by_role("link").click()
    page.wait_for_url(f"{subpath_server}insats/**")
    assert page.locator("article[data-insats]").count() == 1


def test_without_script_the_lists_lead_on_and_no_dead_box_is_shown(new_page: Any, server: str):
    page = new_page(java_script_enabled=False)
    for address in (server, f"{server}sok/"):
        page.goto(address)
        assert page.get_by_role("searchbox").count() == 0
    lists = page.locator("main a").evaluate_all("links => links.map(link => link.pathname)")
    assert set(lists) >= {"/kommun/", "/a-o/", "/egenanmalan/"}
    page.locator("main a[href$='/kommun/']").click()
    page.locator("main li a").first.click()
    page.locator("[data-insats] a").first.click()
    assert "/insats/" in page.url
