"""/hitta-ratt/: four questions that may be skipped, results all the while, then a next step."""

from typing import Any

import pytest
from playwright.sync_api import expect

from katalog.catalog import make_catalog
from katalog.criteria import load_criteria
from katalog.facts import facts
from katalog.matching import FITS, MAYBE, NOT, judge
from katalog.records import load_records
from tests.conftest import Pages, links

SOURCES = "2026-03-01"  # a day when nothing that the sources plan has ended
CATALOG = make_catalog(load_records()[0])
NO_CALL = list(load_criteria().no_call)
YOUNG = "kommun=huddinge&alder=21&forsorjning=ingen&malgrupp=ej-fullfoljt-gymnasium&ring=nej"
SICK = "kommun=botkyrka&alder=45&forsorjning=sjukpenning"


@pytest.fixture
def fragor(page: Any, server: str) -> Any:
    """The page with its first question."""
    return opened(page, server)


def opened(page: Any, server: str, view: str = "") -> Any:
    page.clock.set_fixed_time(SOURCES)
    page.goto(f"{server}hitta-ratt/{view}")
    expect(page.locator("#besked")).not_to_be_empty()
    return page


def told(page: Any) -> str:
    return page.locator("#besked").inner_text()


def shown(page: Any, heading: str) -> list[str]:
    """The ids under a heading, all of them."""
    expect(page.locator("#forslag")).to_have_attribute("aria-busy", "false")
    group = page.locator("#forslag section", has=page.locator("h2", has_text=heading))
    if not group.count():
        return []
    if group.locator(".lugn").is_visible():
        group.locator(".lugn").click()
    expect(group.locator(".lugn")).to_be_hidden()
    return group.locator("li[data-insats]").evaluate_all("all => all.map(e => e.dataset.insats)")


def expected(person: dict[str, Any], verdict: str, stage: str = "nu") -> set[str]:
    """What a resident can take part in and is there now, by the rule in Python."""
    return {post.id for post in CATALOG.posts.values()
            if post.stage == stage and post.self_referral != "samverkan"
            and judge(person, facts(post.data), load_criteria()).verdict == verdict}


def perhaps(person: dict[str, Any]) -> set[str]:
    """What perhaps is still there and does not fit badly."""
    return expected(person, FITS, "kanske") | expected(person, MAYBE, "kanske")


def test_results_stand_there_before_the_first_answer(fragor: Any):
    now = expected({}, MAYBE) | expected({}, FITS)
    assert told(fragor) == (f"{len(now | perhaps({}))} insatser. "
                            "Svara på en fråga, så sorterar vi dem.")
    assert set(shown(fragor, "Finns enligt källan")) == now
    assert set(shown(fragor, "Fanns förr")) == perhaps({})
    assert fragor.locator("fieldset:visible legend").inner_text() == "Var bor du?"
    assert fragor.locator("#var").inner_text() == "Fråga 1 av 4"
    assert fragor.locator("#tillbaka").is_hidden()


def test_each_answer_narrows_and_one_can_go_back(fragor: Any):
    fragor.get_by_label("Eller välj kommun").select_option("Botkyrka")
    fragor.get_by_role("button", name="Nästa").click()
    here = {"kommun": ["botkyrka"]}
    expect(fragor.locator("#var")).to_have_text("Fråga 2 av 4")
    assert set(shown(fragor, "Passar det du har svarat")) == expected(here, FITS)
    fragor.get_by_label("Din ålder i år").fill("45")
    fragor.keyboard.press("Enter")
    expect(fragor.locator("#var")).to_have_text("Fråga 3 av 4")
    older = {**here, "alder": 45}
    assert set(shown(fragor, "Passar det du har svarat")) == expected(older, FITS)
    assert not expected(older, FITS) & {"din-tur"}
    fragor.get_by_role("button", name="Tillbaka").click()
    expect(fragor.get_by_label("Din ålder i år")).to_have_value("45")
    expect(fragor.get_by_label("Din ålder i år")).to_be_focused()
    fragor.go_back()
    expect(fragor.locator("#var")).to_have_text("Fråga 3 av 4")
    fragor.get_by_role("button", name="Ta bort 45 år").click()
    assert set(shown(fragor, "Passar det du har svarat")) == expected(here, FITS)


def test_every_question_can_be_skipped(fragor: Any):
    for number in range(1, 5):
        expect(fragor.locator("#var")).to_have_text(f"Fråga {number} av 4")
        fragor.get_by_role("button", name="Hoppa över").click()
    expect(fragor.get_by_role("heading", name="Ditt nästa steg")).to_be_focused()
    assert fragor.evaluate("location.hash") == "#steg=5"
    assert fragor.locator("#fragor").is_hidden()


def test_skipping_takes_an_answer_away(page: Any, server: str):
    opened(page, server, f"#steg=2&{SICK}")
    page.get_by_role("button", name="Hoppa över").click()
    expect(page.locator("#var")).to_have_text("Fråga 3 av 4")
    assert "alder" not in page.evaluate("location.hash")


@pytest.mark.parametrize(("code", "name"), [("147 30", "Botkyrka"), ("14141", "Huddinge"),
                                            ("135 40", "Tyresö")])
def test_a_postal_code_finds_the_kommun(fragor: Any, code: str, name: str):
    fragor.get_by_label("Ditt postnummer").fill(code)
    expect(fragor.locator("#postnummer-svar")).to_have_text(f"Du bor i {name}.")
    fragor.keyboard.press("Enter")
    expect(fragor.locator("#var")).to_have_text("Fråga 2 av 4")
    assert fragor.get_by_role("button", name=f"Ta bort {name}").is_visible()


@pytest.mark.parametrize("code", ["10004", "99999", "00000"])
def test_a_postal_code_of_another_place_is_told_and_does_not_lead_on(fragor: Any, code: str):
    fragor.get_by_label("Ditt postnummer").fill(code)
    fragor.keyboard.press("Enter")
    expect(fragor.locator("#postnummer-svar")).to_contain_text("Guiden gäller Botkyrka, Haninge,")
    assert fragor.locator("#var").inner_text() == "Fråga 1 av 4"
    expect(fragor.get_by_label("Ditt postnummer")).to_be_focused()


@pytest.mark.parametrize("code", ["1", "1413", "141311", "abcde"])
def test_a_postal_code_that_is_none_is_told(fragor: Any, code: str):
    fragor.get_by_label("Ditt postnummer").fill(code)
    fragor.keyboard.press("Enter")
    expect(fragor.locator("#postnummer-svar")).to_contain_text("fem siffror")
    expect(fragor.get_by_label("Ditt postnummer")).to_be_focused()


def test_the_list_of_kommuner_is_the_answer_whatever_was_typed(fragor: Any):
    fragor.get_by_label("Ditt postnummer").fill("11120")
    expect(fragor.locator("#postnummer-svar")).to_contain_text("Guiden gäller")
    fragor.get_by_label("Eller välj kommun").select_option("Botkyrka")
    expect(fragor.locator("#postnummer-svar")).to_have_text("")
    fragor.get_by_role("button", name="Nästa").click()
    expect(fragor.locator("#var")).to_have_text("Fråga 2 av 4")
    assert "kommun=botkyrka" in fragor.evaluate("location.hash")


def test_a_code_that_comes_late_changes_nothing_further_on(fragor: Any):
    held = []
    fragor.context.route("**/postnummer.json", lambda route: held.append(route))
    fragor.get_by_label("Ditt postnummer").fill("14160")
    fragor.get_by_role("button", name="Hoppa över").click()
    expect(fragor.locator("#var")).to_have_text("Fråga 2 av 4")
    for route in held:
        route.continue_()
    fragor.wait_for_timeout(100)
    assert "kommun" not in fragor.evaluate("location.hash")


@pytest.mark.parametrize("age", ["abc", "-5", "121", "4,5", "0"])
def test_an_age_that_is_none_is_told(page: Any, server: str, age: str):
    opened(page, server, "#steg=2")
    page.get_by_label("Din ålder i år").fill(age)
    page.keyboard.press("Enter")
    expect(page.locator("#alder-svar")).to_contain_text("Skriv din ålder med siffror")
    assert page.locator("#var").inner_text() == "Fråga 2 av 4"


def test_the_young_person_of_the_sources(page: Any, server: str):
    """21, Huddinge, no income, no gymnasium, avoids phone calls."""
    opened(page, server, f"#steg=5&{YOUNG}")
    expect(page.locator("#nasta")).to_contain_text("Börja med Din Tur")
    fits, unsure = shown(page, "Passar det du har svarat"), shown(page, "Går inte att avgöra")
    assert fits[0] == "din-tur"
    assert "mia-hbs" in fits
    assert "start" in unsure
    card = page.locator("#forslag li[data-insats=din-tur]")
    assert "Du är 21 år. Insatsen är för dig som är 16–29 år." in card.inner_text()
    start = page.locator("#forslag li[data-insats=start]").inner_text()
    assert "Ett krav är: intellektuell funktionsnedsättning eller autism." in start


def test_the_one_on_sick_leave_of_the_sources(page: Any, server: str):
    """45, Botkyrka, sjukpenning: MIA, and why Din Tur is not for her."""
    opened(page, server, f"#steg=5&{SICK}")
    expect(page.locator("#nasta")).to_contain_text("Börja med MIA")
    assert shown(page, "Passar det du har svarat")[0] == "mia-hbs"
    mia = page.locator("#forslag li[data-insats=mia-hbs]").inner_text()
    assert "Källan säger inget om ålder – fråga." in mia
    page.locator("summary", has_text="Passar inte").click()
    why = page.locator("details li[data-insats=din-tur]").inner_text()
    assert "✕ Du är 45 år. Insatsen är för dig som är 16–29 år." in why


def test_the_next_step_is_of_the_persons_own_kommun_and_ready_to_say(page: Any, server: str):
    opened(page, server, f"#steg=5&{SICK}")
    step = page.locator("#nasta")
    expect(step.locator("a[href='tel:+46853061000']")).to_be_visible()
    assert step.locator("a[href*='huddinge.se']").count() == 0
    said = step.locator("[data-sag]").inner_text()
    assert "MIA – Mobilisering Inför Arbete" in said
    assert "Hej!" in said
    assert step.locator("[id]").count() == 0


def test_the_next_step_leads_to_the_page_when_it_cannot_be_fetched(page: Any, server: str):
    page.context.route("**/insats/mia-hbs/", lambda route: route.fulfill(status=200, body="x"))
    opened(page, server, f"#steg=5&{SICK}")
    expect(page.locator("#nasta a")).to_have_text("Läs mer om MIA – Mobilisering Inför Arbete")


def test_conditions_in_words_are_to_be_checked(page: Any, server: str):
    opened(page, server, f"#steg=5&{SICK}")
    card = page.locator("#forslag li[data-insats=mia-hbs]")
    card.get_by_text("Kontrollera detta").click()
    terms = CATALOG.posts["mia-hbs"].data["villkor"]["ovriga_villkor"]
    assert card.locator("details li").all_inner_texts() == [
        *terms, "Källan säger inget om beslut från en myndighet – fråga."]


@pytest.mark.parametrize("query", [
    {"malgrupp": ["autism"]},
    {"kommun": ["haninge"], "malgrupp": ["beroende"], "alder": 50},
    {"kommun": ["nynashamn"], "alder": 19, "inskriven_af": ["ja"], "diagnos": ["nej"]},
    {"kommun": ["salem"], "forsorjning": ["lon", "studiestod"], "insatstyp": ["utbildning"],
     "sprak": ["so"], "beslut_kravs": ["nej"]},
], ids=str)  # fmt: skip
def test_the_page_answers_as_the_rule_does(page: Any, server: str, query: dict[str, Any]):
    view = "&".join(f"{name}={','.join(value) if isinstance(value, list) else value}"
                    for name, value in query.items())
    opened(page, server, f"#steg=5&{view}")
    assert set(shown(page, "Passar det du har svarat")) == expected(query, FITS)
    assert set(shown(page, "Går inte att avgöra")) == expected(query, MAYBE)
    assert set(shown(page, "Fanns förr")) == perhaps(query)
    no = page.locator("summary", has_text="Passar inte")
    not_for_one = expected(query, NOT) | expected(query, NOT, "kanske")
    assert no.count() == bool(not_for_one)
    if no.count():
        assert f"({len(not_for_one)})" in no.inner_text()


def test_more_about_oneself_changes_the_answer(page: Any, server: str):
    opened(page, server, f"#steg=5&{SICK}")
    page.get_by_text("Berätta mer om dig").click()
    page.get_by_role("group", name="Vilket språk talar du helst?").get_by_label("Somaliska").check()
    expect(page.locator("#forslag li[data-insats=mia-hbs]")).to_contain_text(
        "Källan säger inget om ålder eller språk – fråga.")
    assert page.evaluate("location.hash").endswith("sprak=so")


def test_a_reload_and_a_shared_link_show_the_same(new_page: Any, server: str):
    page = opened(new_page(), server, f"#steg=4&{SICK}")
    page.get_by_role("checkbox", name="Jag vill helst inte ringa").check()
    seen = told(page), page.evaluate("location.href"), shown(page, "Passar det du har svarat")
    page.reload()
    expect(page.locator("#besked")).to_have_text(seen[0])
    assert page.get_by_role("checkbox", name="Jag vill helst inte ringa").is_checked()
    other = new_page()
    other.clock.set_fixed_time(SOURCES)
    other.goto(seen[1])
    expect(other.locator("#besked")).to_have_text(seen[0])
    assert shown(other, "Passar det du har svarat") == seen[2]


def test_yes_and_no_exclude_each_other(page: Any, server: str):
    opened(page, server, "#steg=5&alder=30")
    page.get_by_text("Berätta mer om dig").click()
    asked = page.get_by_role("group", name="Har du en diagnos?")
    asked.get_by_label("Ja").check()
    asked.get_by_label("Nej").check()
    assert page.evaluate("location.hash").endswith("diagnos=nej")
    assert not asked.get_by_label("Ja").is_checked()


def test_no_income_goes_with_no_other(page: Any, server: str):
    opened(page, server, "#steg=3")
    for label in ("A-kassa", "Lön", "Ingen inkomst eller ersättning"):
        page.get_by_role("checkbox", name=label).check()
    assert page.evaluate("location.hash") == "#steg=3&forsorjning=ingen"
    page.get_by_role("checkbox", name="Lön").check()
    assert page.evaluate("location.hash") == "#steg=3&forsorjning=lon"


def test_the_skip_link_keeps_the_answers(page: Any, server: str):
    opened(page, server, f"#steg=5&{SICK}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == f"#steg=5&{SICK}"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_late_page_is_not_shown_as_the_next_step_of_another_answer(page: Any, server: str):
    held = []
    page.context.route("**/insats/mia-hbs/", lambda route: held.append(route))
    page.goto(f"{server}hitta-ratt/#steg=5&{SICK}")
    expect(page.locator("#forslag li").first).to_be_visible()
    page.evaluate("location.hash = '#steg=5&kommun=botkyrka&alder=21'")
    expect(page.locator("#nasta")).to_contain_text("Din Tur")
    for route in held:
        route.continue_()
    page.wait_for_timeout(200)
    assert "MIA" not in page.locator("#nasta").inner_text()


@pytest.mark.parametrize("lost", ["insatser.json", "text/0.json"])
def test_what_cannot_be_fetched_is_told_or_done_without(browser: Any, server: str, lost: str):
    page = browser.new_context().new_page()
    page.context.route(f"**/passar/{lost}", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{server}hitta-ratt/")
    if lost == "insatser.json":
        expect(page.locator("#besked")).to_contain_text("Något gick inte att hämta")
    else:
        expect(page.locator("#forslag li").first).to_be_visible()
    assert page.get_by_role("link", name="Tyresö").first.is_visible()
    page.context.close()


def test_who_would_rather_not_ring_reads_that_first(page: Any, server: str):
    opened(page, server, f"#steg=5&{SICK}&ring=nej")
    expect(page.locator("#nasta section > p").first).to_contain_text("Ja.")
    first = page.locator("#nasta section > p").nth(1)
    expect(first).to_contain_text("Vill du inte ringa?")
    assert first.locator("a").all_inner_texts() == ["botkyrka.se"]


def test_with_nothing_said_nothing_is_suggested(page: Any, server: str):
    opened(page, server, "#steg=5")
    expect(page.locator("#nasta")).to_contain_text("Vi vet för lite")
    assert page.locator("#nasta a").count() == 0
    page.get_by_role("button", name="Ändra svaren").click()
    expect(page.get_by_label("Ditt postnummer")).to_be_focused()


def test_an_insats_for_the_whole_country_leads_to_ones_own_kommun(page: Any, server: str):
    opened(page, server, "#steg=5&kommun=tyreso&alder=19&malgrupp=uvas")
    expect(page.locator("#nasta")).to_contain_text("Börja med Kommunala aktivitetsansvaret")
    assert page.locator("#nasta a[href^='tel:']").all_inner_texts() == ["08-578 291 00"]


def test_nothing_is_stored_and_nothing_is_sent(page: Any, server: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    opened(page, server)
    page.get_by_label("Ditt postnummer").fill("14730")
    page.keyboard.press("Enter")
    expect(page.locator("#var")).to_have_text("Fråga 2 av 4")
    page.get_by_label("Din ålder i år").fill("45")
    page.keyboard.press("Enter")
    expect(page.locator("#var")).to_have_text("Fråga 3 av 4")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0, 0, ""]  # fmt: skip
    assert not [url for url in asked if "14730" in url or "45" in url.rsplit("/", 1)[-1]]


def test_without_script_the_lists_lead_on(new_page: Any, pages: Pages, server: str):
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}hitta-ratt/")
    assert page.locator("form, #klart, #mer").filter(visible=True).count() == 0
    assert page.get_by_role("link", name="Tyresö").is_visible()
    found = set(links(pages["hitta-ratt/index.html"]))
    for kind in ("kommun", "forsorjning"):
        for value in CATALOG.lists[kind]:
            assert f"../{kind}/{value}/" in found


@pytest.mark.parametrize("junk", [
    "#steg=99", "#steg=-1", "#kommun=atlantis&steg=5", "#alder=999", "#forsorjning=,,,",
    "#malgrupp=%3Cimg%20src=x%3E&steg=5", "#ring=ja", "#steg=5&diagnos=kanske", "#__proto__=x",
    "#steg=5&kommun=constructor",
])  # fmt: skip
def test_a_broken_address_breaks_nothing(page: Any, server: str, junk: str):
    opened(page, server, junk)
    assert page.locator("#forslag img, #valda img").count() == 0
    assert page.locator("#fragor:visible, #klart:visible").count() == 1
