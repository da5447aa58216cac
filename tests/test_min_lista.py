"""Min lista in a real browser: saved without login, kept in order, shown from a link, compared.

The booklet and the mail are in test_min_lista_ut.py.
"""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

IDS = ["mia-hbs", "din-tur", "start", "samsas", "ame-huddinge"]
LINK = "min-lista/#lista=mia-hbs,din-tur,start"


def key(page: Any) -> str:
    return "min-lista:" + page.evaluate("location.pathname").split("min-lista/")[0]


def seen(page: Any) -> list[str]:
    """Return the ids of the rows, when they are there."""
    page.locator("#vy li[data-insats]").first.wait_for()
    return page.locator("#vy li[data-insats]").evaluate_all("all => all.map(e => e.dataset.insats)")


def given(page: Any, server: str, ids: list[str]) -> None:
    """Open Min lista as somebody who has saved these."""
    page.goto(f"{server}min-lista/")
    items = json.dumps([{"id": name, "not": ""} for name in ids])
    page.evaluate("([key, items]) => localStorage.setItem(key, items)", [key(page), items])
    page.reload()


def stored(page: Any) -> Any:
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key(page)))


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def status(page: Any) -> Any:
    return page.locator("#besked")


@pytest.mark.parametrize("host", ["server", "subpath_server"])
def test_what_is_saved_on_pages_and_lists_is_in_the_list_and_stays(
        page: Any, request: Any, host: str):
    address = request.getfixturevalue(host)
    page.goto(f"{address}insats/mia-hbs/")
    button = page.get_by_role("button", name=re.compile("^Spara MIA.* i min lista$"))
    button.click()
    expect(page.get_by_role("button", name=re.compile("^Sparad MIA"))).to_have_text("Sparad")
    assert page.locator(".spara").get_attribute("aria-pressed") is None, "the words say it"
    page.goto(f"{address}kommun/huddinge/")
    page.locator(".kort[data-insats=din-tur] .spara").click()
    page.goto(f"{address}sok/#q=start")
    page.locator(".kort[data-insats=start] .spara").click()
    expect(page.get_by_role("link", name="Min lista (3)")).to_be_visible()
    page.get_by_role("link", name="Min lista (3)").click()
    assert seen(page) == ["mia-hbs", "din-tur", "start"]
    page.reload()
    assert seen(page) == ["mia-hbs", "din-tur", "start"]
    page.goto(f"{address}insats/mia-hbs/")
    page.locator(".spara").click()
    expect(page.locator(".spara")).to_have_text("Spara")
    expect(page.get_by_role("link", name="Min lista (2)")).to_be_visible()


def test_the_same_insats_twice_on_a_page_is_saved_in_both_places(page: Any, server: str):
    page.goto(f"{server}egenanmalan/")
    buttons = page.locator(".kort[data-insats=mia-hbs] .spara")
    assert buttons.count() > 1
    buttons.first.click()
    for number in range(buttons.count()):
        expect(buttons.nth(number)).to_have_text("Sparad")


def test_another_tab_sees_what_was_saved(page: Any, server: str):
    page.goto(f"{server}min-lista/")
    expect(page.locator("#vy")).to_contain_text("Listan är tom.")
    other = page.context.new_page()
    other.goto(f"{server}insats/mia-hbs/")
    other.locator(".spara").click()
    assert seen(page) == ["mia-hbs"]


def test_order_is_changed_with_the_keyboard_and_focus_stays(page: Any, server: str):
    given(page, server, IDS[:3])
    assert seen(page) == IDS[:3]
    down = page.locator("li[data-insats=mia-hbs] [data-gor=ner]")
    down.focus()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(re.compile("nummer 2 av 3"))
    expect(page.locator("li[data-insats=mia-hbs] [data-gor=ner]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("li[data-insats=mia-hbs] [data-gor=upp]")).to_be_focused()
    assert seen(page) == ["din-tur", "start", "mia-hbs"]
    page.reload()
    assert seen(page) == ["din-tur", "start", "mia-hbs"]


def test_what_is_taken_away_can_be_had_back(page: Any, server: str):
    given(page, server, IDS[:3])
    page.get_by_label("Anteckning om Din Tur").fill("Ring i maj")
    press(page, "Ta bort Din Tur")
    expect(page.locator("#angra")).to_be_focused()
    expect(page.locator("#vy li[data-insats]")).to_have_count(2)
    press(page, "Ångra")
    expect(page.locator("li[data-insats=din-tur] h2 a")).to_be_focused()
    expect(page.get_by_label("Anteckning om Din Tur")).to_have_value("Ring i maj")
    assert seen(page) == IDS[:3]


def test_emptying_asks_first_and_can_be_undone(page: Any, server: str):
    given(page, server, IDS[:2])
    press(page, "Töm listan")
    expect(page.get_by_role("button", name="Nej, behåll listan")).to_be_focused()
    press(page, "Nej, behåll listan")
    assert seen(page) == IDS[:2]
    press(page, "Töm listan")
    press(page, "Ja, töm listan")
    expect(page.locator("#vy")).to_contain_text("Listan är tom.")
    for target in ("hitta-ratt/", "sok/", "egenanmalan/"):
        assert page.locator(f"#vy a[href$='{target}']").count() == 1
    press(page, "Ångra")
    assert seen(page) == IDS[:2]


def test_notes_are_kept_and_leave_with_the_link_only_when_asked(new_page: Any, server: str):
    page = new_page()
    given(page, server, IDS[:2])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    note = "Fråga efter Ester, 100 % & <b>mer</b> #1"
    page.get_by_label("Anteckning om MIA").fill(note)
    page.reload()
    expect(page.get_by_label("Anteckning om MIA")).to_have_value(note)
    press(page, "Kopiera länk till listan")
    expect(page.get_by_text("Länken är kopierad.")).to_be_visible()
    bare = page.evaluate("navigator.clipboard.readText()")
    assert bare == f"{server}min-lista/#lista=mia-hbs,din-tur"
    page.get_by_label("Ta med anteckningarna").check()
    press(page, "Kopiera länk till listan")
    page.wait_for_function("navigator.clipboard.readText().then(t => t.includes('not.'))")
    other = new_page()
    other.goto(page.evaluate("navigator.clipboard.readText()"))
    assert seen(other) == IDS[:2]
    expect(other.locator("#vy")).to_contain_text(f"Anteckning: {note}")
    assert other.locator("#vy b").count() == 0


def test_a_list_from_a_link_never_overwrites_ones_own(page: Any, server: str):
    given(page, server, ["samsas", "start"])
    page.get_by_label("Anteckning om START").fill("min")
    page.goto(f"{server}{LINK}&not.start=din&not.din-tur=ny")
    expect(page.locator("#vy")).to_contain_text("Den här listan kom med länken.")
    assert seen(page) == IDS[:3]
    assert [item["id"] for item in stored(page)] == ["samsas", "start"]
    press(page, "Spara på den här enheten")
    expect(status(page)).to_have_text("2 insatser är sparade i din egen lista.")
    assert stored(page) == [{"id": "samsas", "not": ""}, {"id": "start", "not": "min"},
                            {"id": "mia-hbs", "not": ""}, {"id": "din-tur", "not": "ny"}]
    page.get_by_role("link", name="Visa min egen lista").click()
    assert seen(page) == ["samsas", "start", "mia-hbs", "din-tur"]


@pytest.mark.parametrize("contents", ["{", "null", "7", '"x"', '{"a":1}', "[null,1,{},{\"id\":5}]",
                                      '[null,{"id":"mia-hbs"}]',
                                      '[{"id":"<b>"},{"id":"mia-hbs","not":{}}]'])
def test_foreign_contents_of_the_store_do_no_harm(page: Any, server: str, contents: str):
    page.goto(f"{server}min-lista/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(page), contents])
    page.goto(f"{server}insats/start/")
    page.locator(".spara").click()
    expect(page.locator(".spara")).to_have_text("Sparad")
    page.goto(f"{server}min-lista/")
    assert seen(page) == (["mia-hbs"] if "mia-hbs" in contents else []) + ["start"]


def test_a_browser_that_keeps_nothing_says_so(page: Any, server: str):
    page.add_init_script("Object.defineProperty(window, 'localStorage',"
                         " {get() { throw new DOMException('nej', 'SecurityError'); }});")
    page.goto(f"{server}insats/start/")
    page.locator(".spara").click()
    expect(page.locator(".spara")).to_have_text("Går inte att spara här")
    page.goto(f"{server}min-lista/")
    expect(page.locator("#vy")).to_contain_text("Din webbläsare sparar inget från den här sidan.")
    page.goto("about:blank")
    page.goto(server + LINK)
    assert seen(page) == IDS[:3]


def test_unknown_and_hostile_ids_are_counted_and_never_markup(page: Any, server: str):
    page.goto(f"{server}min-lista/#lista=finns-inte,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,"
              "mia-hbs,mia-hbs,__proto__&not.mia-hbs=%3Cscript%3Ealert(1)%3C/script%3E"
              "&not.__proto__=x&visa=%3Cb%3E&jamfor=constructor,mia-hbs")
    assert seen(page) == ["mia-hbs"]
    expect(page.locator("#vy")).to_contain_text("1 insats i listan finns inte i guiden.")
    expect(page.locator("#vy")).to_contain_text("<script>alert(1)</script>")
    assert page.locator("#vy img, #vy script").count() == 0


def test_unknown_ids_of_ones_own_list_can_be_taken_away(page: Any, server: str):
    given(page, server, ["borta", "mia-hbs"])
    assert seen(page) == ["mia-hbs"]
    press(page, "Ta bort den ur listan")
    expect(page.locator("#vy .notis")).to_have_count(0)
    assert stored(page) == [{"id": "mia-hbs", "not": ""}]


@pytest.mark.parametrize("chosen", [[], IDS[:1], IDS])
def test_one_or_five_cannot_be_compared(page: Any, server: str, chosen: list[str]):
    given(page, server, IDS)
    for name in chosen:
        page.locator(f"#valj-{name}").check()
    press(page, "Jämför valda")
    told = page.locator("#vy [role=status]").first
    expect(told).to_contain_text("Välj två till fyra insatser att jämföra.")
    page.goto(f"{server}min-lista/#visa=jamfor&jamfor={','.join(chosen)}")
    expect(page.locator("#vy")).to_contain_text("Välj två till fyra insatser att jämföra.")
    expect(page.get_by_role("link", name="Tillbaka till listan")).to_be_visible()
    assert page.locator("#vy :is(table, input, details)").count() == 0


@pytest.mark.parametrize("count", [2, 3, 4])
def test_compared_side_by_side_with_differences_marked(page: Any, server: str, count: int):
    given(page, server, IDS)
    for name in IDS[:count]:
        page.locator(f"#valj-{name}").check()
    page.reload()  # what is chosen stands in the address
    expect(page.locator("#vy li input:checked")).to_have_count(count)
    press(page, "Jämför valda")
    expect(page.locator("#rubrik")).to_be_focused()
    expect(page.locator("#vy thead th")).to_have_count(count + 1)
    rows = compared(page)
    dark = page.locator("#vy details li").all_text_contents()
    assert len(rows) + len(dark) == 18
    assert {"Språk", "Beslut från en myndighet"} & set(dark)
    assert not set(dark) & {row["name"] for row in rows}
    for row in rows:
        assert set(row["cells"]) != {"Vet inte"}, row
        assert len(row["cells"]) == count
        assert all(row["cells"]), row
        known = set(row["cells"]) - {"Vet inte"}
        expected = "Olika" if len(known) > 1 else (
            "Kanske olika" if known and "Vet inte" in row["cells"] else None)
        assert row["mark"] == expected, row
    ages = next(row for row in rows if row["name"] == "Ålder")
    assert ages["cells"][:2] == ["Vet inte", "16–29 år"]
    page.get_by_label("Visa bara skillnader").check()
    expect(page.locator("#vy tbody tr")).to_have_count(sum(bool(row["mark"]) for row in rows))
    page.reload()
    expect(page.locator("#vy tbody tr")).to_have_count(sum(bool(row["mark"]) for row in rows))
    page.go_back()
    expect(page.locator("#vy tbody tr")).to_have_count(len(rows))
    page.go_back()
    assert seen(page) == IDS


def compared(page: Any) -> list[dict[str, Any]]:
    """Return the rows of a comparison: what is asked, whether they differ, the answers."""
    page.locator("#vy tbody tr").first.wait_for()
    return page.locator("#vy tbody tr").evaluate_all("""rows => rows.map(row => ({
        name: row.querySelector('th').firstChild.textContent,
        mark: row.querySelector('strong')?.textContent,
        cells: [...row.querySelectorAll('td')].map(cell => cell.textContent)}))""")


def test_a_comparison_holds_ways_in_contact_and_the_date_as_the_source_has_it(
        page: Any, server: str):
    view = "min-lista/#visa=jamfor&jamfor=mia-hbs,samsas,sociala-foretag"
    page.goto(server + view)
    rows = {row["name"]: row["cells"] for row in compared(page)}
    assert rows["Källans datum"] == ["årsskiftet 2025/26", "12 februari 2026", "augusti 2017"]
    assert rows["Läge"] == ["Finns enligt källan", "Finns enligt källan", "Vet inte"]
    assert "FK" in rows["Väg in för handläggare"][0].split(", ")
    for kommun in ("huddinge.se", "08-530 610 00", "salem.se"):
        assert kommun in rows["Kontakt"][0]
    assert rows["Kontakt"][2] == "Vet inte"
    assert "tel:+46853061000" in page.locator("#vy td a").evaluate_all(
        "all => all.map(e => e.getAttribute('href'))")
    page.goto("about:blank")
    page.goto(f"{server}{view}&kommun=huddinge")
    (contact,) = [row["cells"] for row in compared(page) if row["name"] == "Kontakt"]
    assert contact[0] == "Huddinge kommun: https://www.huddinge.se"


@pytest.mark.parametrize(("width", "media"), [(1280, "screen"), (700, "print"), (800, "screen")])
def test_long_names_break_inside_the_table(new_page: Any, server: str, width: int, media: str):
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{server}min-lista/#visa=jamfor&jamfor=mia-hbs,mobiliseringskurser,kaa,"
              "samverkansplattformar-nyanlanda")
    compared(page)
    page.evaluate("document.querySelectorAll('thead a').forEach(e => e.textContent = "
                  "'Samverkansplattformarbetsmarknadsenhetsverksamhet')")
    page.emulate_media(media=media)
    assert page.locator("#vy table").evaluate("""table => [...table.querySelectorAll('th, th a')]
        .filter(e => e.getBoundingClientRect().right
                     > table.getBoundingClientRect().right + 1).length""") == 0


def test_a_booklet_that_comes_late_does_not_take_the_place_of_the_list(page: Any, server: str):
    held: list[Any] = []
    page.route("**/insats/din-tur/", lambda route: held.append(route))
    page.goto(server + LINK)
    assert seen(page) == IDS[:3]
    with page.expect_request("**/insats/din-tur/"):
        page.get_by_role("link", name="Häfte att skriva ut").click()
    expect(status(page)).to_have_text("Ett ögonblick. Sidorna hämtas.")
    page.go_back()
    expect(status(page)).to_have_text("")
    assert seen(page) == IDS[:3]
    held.pop().continue_()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    assert seen(page) == IDS[:3]
    assert page.locator(".hafte").count() == 0
    expect(page.locator("#rubrik")).to_have_text("En lista du har fått")


@pytest.mark.parametrize("view", ["hafte", "jamfor"])
def test_a_view_that_cannot_be_fetched_says_so_and_keeps_the_list(
        browser: Any, server: str, view: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/min-lista/{view}.js", lambda route: route.abort())
        page.goto(f"{server}{LINK}&jamfor=mia-hbs,din-tur")
        assert seen(page) == IDS[:3]
        way = (page.get_by_role("link", name="Häfte att skriva ut") if view == "hafte"
               else page.get_by_role("button", name="Jämför valda"))
        way.click()
        expect(status(page)).to_contain_text("Det gick inte att hämta allt.")
        expect(page.locator("#rubrik")).to_be_focused()
        assert seen(page) == IDS[:3]
        page.unroute(f"**/min-lista/{view}.js")
        way.click()
        page.locator("#vy :is(article, td)").first.wait_for()


@pytest.mark.parametrize("file", ["min-lista.js", "min-lista/lista.js"])
def test_a_script_that_does_not_come_leaves_words_on_the_page(
        browser: Any, server: str, file: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.route(f"**/theme/js/{file}", lambda route: route.abort())
        page.goto(server + LINK)
        expect(page.locator("#vy")).to_contain_text(
            "Händer inget? Kontrollera att du har internet och ladda om sidan.")


def test_an_emoji_cut_through_by_the_limit_does_not_stop_the_notes(page: Any, server: str):
    given(page, server, IDS[:1])
    page.evaluate("([key, items]) => localStorage.setItem(key, items)", [
        key(page), json.dumps([{"id": "mia-hbs", "not": "a" * 1999 + "\U0001f600"}])])
    page.reload()
    note = page.get_by_label("Anteckning om MIA")
    expect(note).to_have_value("a" * 1999)
    assert note.get_attribute("maxlength") == "2000"
    page.get_by_label("Ta med anteckningarna").check()
    press(page, "Kopiera länk till listan")
    expect(page.locator("#vy textarea[readonly]")).to_have_value(re.compile("not.mia-hbs=a{1999}$"))


def test_the_list_is_read_once_for_all_buttons_of_a_page(page: Any, server: str):
    page.add_init_script("""window.asked = 0; const read = Storage.prototype.getItem;
        Storage.prototype.getItem = function (...key) {
          window.asked += key[0].startsWith("min-lista:"); return read.apply(this, key); };""")
    page.goto(f"{server}kommun/huddinge/")
    page.locator(".spara").first.wait_for()
    assert page.locator(".spara").count() > 10
    assert page.evaluate("window.asked") <= 3


def test_the_page_says_what_is_kept_where(page: Any, server: str):
    page.goto(f"{server}min-lista/")
    expect(page.locator("#vy")).to_contain_text("Listan sparas bara i din webbläsare.")
    expect(page.locator("#vy")).to_contain_text("Sidorna hämtas som när du läser dem.")
    assert "Inget lämnar" not in page.content()
    page.goto(f"{server}om/")
    expect(page.locator("main")).to_contain_text("sparas bara i din webbläsare")
    expect(page.locator("main")).to_contain_text("webbläsarens historik")


def test_a_row_says_that_the_insats_perhaps_is_gone(page: Any, server: str):
    page.goto(f"{server}min-lista/#lista=sociala-foretag,en-vag-in,frukostmoten,mia-hbs")
    seen(page)
    texts = page.locator("#vy li[data-insats]").all_inner_texts()
    found = [text.count("Vi vet inte om den finns kvar") for text in texts]
    assert found == [1, 1, 1, 0], texts


def test_the_way_past_the_menu_does_not_lose_the_list(page: Any, server: str):
    page.goto(server + LINK)
    assert seen(page) == IDS[:3]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(server + LINK)
    assert seen(page) == IDS[:3]


def test_a_guide_that_cannot_be_fetched_says_so_and_keeps_the_links(browser: Any, server: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/passar/insatser.json", lambda route: route.fulfill(status=404, body=""))
        page.goto(server + LINK)
        expect(page.locator("#vy")).to_contain_text("Uppgifterna gick inte att hämta.")
        assert page.locator("#vy a").evaluate_all("all => all.map(e => e.href)") == [
            f"{server}insats/{name}/" for name in IDS[:3]]


def test_the_page_explains_itself_without_script(new_page: Any, server: str):
    page = new_page(java_script_enabled=False)
    page.goto(f"{server}min-lista/")
    expect(page.locator("noscript .notis")).to_be_visible()
    page.goto(f"{server}insats/mia-hbs/")
    assert page.locator("button.spara").count() == 0


def test_two_tabs_follow_each_other_and_come_to_rest(page: Any, server: str):
    """Each draws anew when the other writes; drawing must not write what the other hears."""
    given(page, server, IDS[:2])
    other = page.context.new_page()
    other.goto(f"{server}min-lista/")
    assert seen(other) == IDS[:2]
    for tab in (page, other):
        tab.evaluate("window.heard = 0; addEventListener('storage', () => { heard += 1; })")
    page.get_by_role("button", name="Ta bort Din Tur").click()
    expect(other.locator("#vy li[data-insats]")).to_have_count(1)
    other.wait_for_timeout(300)
    assert max(tab.evaluate("heard") for tab in (page, other)) <= 8
