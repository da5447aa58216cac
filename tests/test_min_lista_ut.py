"""What leaves Min lista: the booklet on paper, its QR codes and languages, and the mail."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from katalog.build import build
from katalog.serve import start_server
from katalog.swedish import date_text
from katalog.translations import told_in, translations
from katalog.vocabularies import load_vocabularies
from tests.conftest import parse
from tests.factory import dump, example
from tests.granskning.lagen import sheets
from tests.granskning.matt import fits
from tests.granskning.sida import axe, prepare

IDS = ["mia-hbs", "din-tur", "sociala-foretag", "samsas"]
LIST = "min-lista/#lista=mia-hbs,din-tur,sociala-foretag,samsas&not.din-tur=Ring%20i%20maj"
EVERYTHING = "&visa=hafte"
POINTS = 96 / 72  # CSS pixels in a point
ARABIC = {"namn": "برنامج المثال", "sammanfattning": "تحصل على مدرب خاص يساعدك.",
          "sa_gor_du": "اتصل بنا.", "datum": "2025-01-01"}  # fmt: skip


def booklet(page: Any, address: str) -> Any:
    """Open a booklet and wait until its sheets are there."""
    page.goto(address)
    page.locator(".hafte article").first.wait_for()
    return page


def test_the_booklet_has_what_a_client_needs_on_paper(page: Any, server: str):
    page.clock.set_fixed_time("2026-05-04T12:00:00")
    booklet(page, server + LIST + EVERYTHING)
    expect(page.locator("[data-omslag]")).to_have_text(
        "4 insatser. Utskrivet 4 maj 2026 från Insatsguiden.")
    texts = page.locator(".hafte article").all_inner_texts()
    assert len(texts) == 4
    din_tur = texts[1]
    for part in ("Din Tur", f"{server}insats/din-tur/", "Är du mellan 16 och 29 år",
                 "Kan jag anmäla mig själv?", "Så kan du säga", "Villkor", "16–29 år",
                 "Vad händer?", "Huddinge kommun", "Det vi inte vet",
                 "Anteckning\n\nRing i maj", "Källans datum: "):
        assert part in din_tur, part
    assert "Kontrollera igen efter 1 januari 2027." in din_tur
    assert "Kontrollera uppgifterna innan du använder dem." in texts[2]
    assert "Anteckning" not in texts[0]
    assert "Kontakt\n" in texts[3]
    assert re.search(r"(?s)Kontakt\n.*08-", texts[3])
    assert page.locator(".hafte article :is([id], script, form, .spara)").count() == 0


def test_the_booklet_says_right_after_the_summary_that_an_insats_perhaps_is_gone(
        page: Any, server: str):
    booklet(page, server + LIST + EVERYTHING)
    parts = page.locator(".hafte article").nth(2).evaluate(
        "e => [...e.children].map(part => part.className)")
    assert parts[parts.index("ingress") + 1] == "notis"
    assert page.locator(".hafte .ursprung").count() == 0


def test_an_insats_fits_on_two_sheets(page: Any, server: str):
    booklet(page, server + LIST + EVERYTHING)
    page.emulate_media(media="print")
    assert sheets(page) <= 2 * len(IDS)


def test_the_printed_list_holds_whom_to_call_and_from_when_that_is(page: Any, server: str):
    page.goto(server + LIST)
    page.locator("#vy li[data-insats]").first.wait_for()
    lines = page.locator("[data-insats=samsas] [data-kontakt] li")
    expect(lines.first).to_be_hidden()
    page.emulate_media(media="print")
    expect(lines).to_have_text([re.compile("072-747 34 00"), re.compile("08-530 610 00"),
                                "Källans datum: 12 februari 2026."])
    expect(lines.first).to_be_visible()
    assert lines.first.locator("a").get_attribute("href") == "tel:+46727473400"
    assert sheets(page) <= 2


def test_what_nobody_knows_of_a_comparison_is_unfolded_on_paper(page: Any, server: str):
    page.goto(f"{server}min-lista/#visa=jamfor&jamfor=mia-hbs,din-tur")
    row = page.locator("#vy details li").first
    expect(row).to_be_hidden()
    page.emulate_media(media="print")
    expect(row).to_be_visible()


def test_dates_are_written_as_on_every_other_page(page: Any, server: str):
    page.goto(f"{server}min-lista/")
    for day in ("2026", "2026-02", "2026-02-03", "2017-12-31"):
        assert date_text(day) == page.evaluate(
            "async day => (await import('../theme/js/datum.js')).inWords(day)", day)


def test_the_booklet_says_when_its_day_has_passed(page: Any, server: str):
    page.clock.set_fixed_time("2029-05-04")
    booklet(page, server + LIST + EVERYTHING)
    for text in page.locator("[data-kontroll]").all_inner_texts():
        assert text.startswith("Kontrollera uppgifterna innan du använder dem.")


def test_only_the_booklet_prints_in_large_type_a_sheet_an_insats(page: Any, server: str):
    booklet(page, server + LIST + EVERYTHING)
    assert sheets(page) >= 4
    page.emulate_media(media="print")
    assert page.locator("nav:visible, button:visible, select:visible, footer:visible").count() == 0
    sizes = page.locator(".hafte *").evaluate_all("""all => all
        .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.data?.trim()))
        .map(e => parseFloat(getComputedStyle(e).fontSize))""")
    assert min(sizes) >= 14 * POINTS - 0.01
    assert page.locator(".hafte article + article").first.evaluate(
        "e => getComputedStyle(e).breakBefore") == "page"


@pytest.mark.parametrize("view", ["lista", "jamfor&jamfor=mia-hbs,din-tur"])
def test_list_and_comparison_print_without_buttons(page: Any, server: str, view: str):
    page.goto(f"{server}{LIST}&visa={view}")
    page.locator("#vy :is(li, td)").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator("button:visible, input:visible, nav:visible").count() == 0
    assert sheets(page) <= 2


def test_ones_own_notes_stand_on_the_printed_list(page: Any, server: str):
    page.goto(f"{server}insats/mia-hbs/")
    page.locator(".spara").click()
    page.goto(f"{server}min-lista/")
    note = page.locator("[data-last]")
    page.emulate_media(media="print")
    expect(note).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("Anteckning om MIA").fill("Ring i maj")
    expect(note).to_be_hidden()
    page.emulate_media(media="print")
    expect(note).to_have_text("Anteckning: Ring i maj")
    expect(note).to_be_visible()


def test_the_qr_codes_are_those_of_the_pages(page: Any, subpath_server: str):
    booklet(page, subpath_server + LIST + EVERYTHING)
    found = page.locator(".qr svg").evaluate_all(
        """all => all.map(e => [e.getAttribute('aria-label'),
            e.querySelector('path').getAttribute('d'), e.getAttribute('role')])""")
    expected = page.evaluate("""async addresses => {
      const { generate, correction } = await import('../theme/js/vendor/lean-qr/index.mjs');
      const { toSvgPath } = await import('../theme/js/vendor/lean-qr/extras/svg.mjs');
      return addresses.map(a => toSvgPath(generate(a, { minCorrectionLevel: correction.M })));
    }""", [f"{subpath_server}insats/{name}/" for name in IDS])
    assert [path for _, path, _ in found] == expected
    assert len(set(expected)) == 4
    assert found[1][0] == "QR-kod till sidan om Din Tur"
    assert {role for *_, role in found} == {"img"}


def test_only_the_booklet_fetches_the_maker_of_qr_codes(page: Any, server: str):
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(server + LIST)
    page.locator("#vy li[data-insats]").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if "vendor" in url or "/insats/" in url]


def test_a_page_that_does_not_come_is_told_and_the_rest_is_kept(browser: Any, server: str):
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/insats/din-tur/", lambda route: route.abort())
        booklet(page, server + LIST + EVERYTHING)
        texts = page.locator(".hafte article").all_inner_texts()
        assert "Sidan gick inte att hämta." in texts[1]
        assert f"{server}insats/din-tur/" in texts[1]
        assert "Ring i maj" in texts[1]
        assert "Kan jag anmäla mig själv?" in texts[0]


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with one insats in three languages and one without any."""
    records = tmp_path_factory.mktemp("poster")
    dump(example({"id": "prov", "oversattningar.ar": ARABIC}), records, "prov")
    bare = example({"id": "prov-bara-svenska", "namn": "Bara svenska"})
    del bare["oversattningar"], bare["lattlast"]
    dump(bare, records, "prov-bara-svenska")
    place = tmp_path_factory.mktemp("webb") / "prov"
    build(place, records=records, languages=())
    return place


@pytest.fixture(scope="module")
def translated_server(translated: Path) -> Iterator[str]:
    running = start_server(translated, port=0)
    yield f"http://127.0.0.1:{running.server_address[1]}/"
    running.shutdown()
    running.server_close()


def test_translations_stand_on_the_page_with_direction_and_age(translated: Path):
    page = parse(translated / "insats/prov/index.html")
    found = {section.get("data-sprak"): section for section in page.iter("section")
             if section.get("data-sprak")}
    assert [(name, each.get("lang"), each.get("dir")) for name, each in found.items()] == [
        ("lattlast", "sv", "ltr"), ("en", "en", "ltr"), ("ar", "ar", "rtl")]
    old = {name: "Översättningen kan vara gammal" in "".join(each.itertext())
           for name, each in found.items()}
    assert old == {"lattlast": False, "en": False, "ar": True}
    bare = parse(translated / "insats/prov-bara-svenska/index.html")
    assert not [each for each in bare.iter("section") if each.get("data-sprak")]
    assert "På andra språk" not in "".join(bare.itertext())


def test_a_language_without_a_name_of_its_own_keeps_its_code():
    data = {"oversattningar": {"xx": {"sammanfattning": "…", "datum": "2026-01-01"}},
            "kallor": [{"datum": "2026-01"}]}
    (text,) = translations(data, load_vocabularies()["sprak"])
    assert (text["etikett"], text["namn"], text["gammal"]) == ("xx", "", False)


def test_the_booklet_speaks_the_chosen_language_where_it_can(new_page: Any, translated_server: str):
    page = new_page(bypass_csp=True)
    booklet(page, f"{translated_server}min-lista/#lista=prov,prov-bara-svenska&visa=hafte")
    options = page.locator("#sprak option").all_inner_texts()
    assert options == ["Svenska", "Lättläst svenska", "Engelska", "Arabiska"]
    page.get_by_role("combobox", name="Språk").select_option("ar")
    expect(page.locator(".hafte h2").first).to_have_text(ARABIC["namn"])
    expect(page.get_by_role("combobox", name="Språk")).to_be_focused()
    page.reload()
    first, second = page.locator(".hafte article").nth(0), page.locator(".hafte article").nth(1)
    for place, words in (("h2", "namn"), (".ingress", "sammanfattning"),
                         ('[data-del="sa-gor-du"]', "sa_gor_du")):
        expect(first.locator(place)).to_have_text(ARABIC[words])
        assert first.locator(place).get_attribute("dir") == "rtl"
        assert first.locator(place).get_attribute("lang") == "ar"
    expect(first).to_contain_text("På svenska: Provinsatsen")
    expect(first).to_contain_text("Översättningen kan vara gammal.")
    expect(second).to_contain_text("Texten finns inte på arabiska. Här är den på svenska.")
    prepare(page)
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 600})
    assert fits(page) == []


def test_without_any_translation_there_is_no_choice_of_language(
        page: Any, server: str, records: dict):
    bare = [name for name, data in records.items() if not told_in(data)][:3]
    booklet(page, f"{server}min-lista/#lista={','.join(bare)}&visa=hafte&sprak=ar")
    assert not page.locator("#sprak").is_visible()
    assert "finns inte på" not in page.locator(".hafte").inner_text()


def mail(page: Any) -> tuple[str, str]:
    """Return (address, body) of the mail that the page has prepared."""
    link = page.get_by_role("link", name="Mejla listan").get_attribute("href")
    assert link.startswith("mailto:?subject=")
    return link, parse_qs(urlsplit(link).query)["body"][0]


def test_the_mail_can_be_read_without_its_links(page: Any, server: str):
    page.goto(f"{server}min-lista/#lista=mia-hbs,din-tur,samsas&not.din-tur=Ring%20i%20maj")
    address, body = mail(page)
    assert len(address) <= 1800
    assert "1. MIA – Mobilisering Inför Arbete (Huddinge, Botkyrka, Salem)\r\n" in body
    assert "\r\nDu kan anmäla dig själv.\r\n" in body
    assert body.count("Så kan du säga: Hej!") == 3
    for line in ("Huddinge kommun: www.huddinge.se",
                 "Botkyrka kommuns medborgarcenter: 08-530 610 00",
                 "Salems kommun: www.salem.se", "Källans datum: årsskiftet 2025/26.",
                 "Texten är kortad. Mer står i guiden."):
        assert f"\r\n{line}\r\n" in body, line
    assert "072-747 34 00 (ej kontrollerat, från 12 februari 2026)" in body.split("3. SAMsas")[1]
    assert "Källans datum: 2026" not in body
    assert "Ring i maj" not in body
    assert f"Hela listan:\r\n{server}min-lista/#lista=mia-hbs,din-tur,samsas\r\n" in body
    assert body.endswith("Fråga innan du räknar med uppgifterna. De kan ha ändrats.")


def test_a_mail_of_one_insats_says_all_there_is_to_say(page: Any, server: str):
    page.goto(f"{server}min-lista/#lista=mia-hbs&not.mia-hbs=Ring%20i%20maj")
    page.get_by_label("Ta med anteckningarna").check()
    address, body = mail(page)
    assert len(address) <= 1800
    for part in ("Räkna med lång väntetid.", "Kan jag anmäla mig själv? Du kan anmäla dig själv.",
                 "Anteckning: Ring i maj", f"{server}insats/mia-hbs/",
                 "not.mia-hbs=Ring%20i%20maj"):
        assert part in body, part
    assert "kortad" not in body


def test_a_kommun_in_the_address_chooses_whom_to_call(page: Any, server: str):
    page.goto(f"{server}min-lista/#lista=mia-hbs&kommun=huddinge")
    _, body = mail(page)
    assert "Huddinge kommun: https://www.huddinge.se" in body
    assert "08-530 610 00" not in body
    assert "salem.se" not in body


def test_what_perhaps_is_gone_is_said_so_in_the_mail(page: Any, server: str):
    for name in ("sociala-foretag", "frukostmoten", "jobbagenter"):
        page.goto("about:blank")
        page.goto(f"{server}min-lista/#lista={name}")
        assert "Vi vet inte om den finns kvar" in mail(page)[1], name


def test_notes_that_do_not_fit_in_the_mail_are_told_of(page: Any, server: str):
    page.goto(f"{server}min-lista/#lista=mia-hbs,din-tur&not.din-tur={'lång%20' * 300}")
    page.get_by_label("Ta med anteckningarna").check()
    address, body = mail(page)
    assert len(address) <= 1800
    assert "Anteckningarna fick inte plats." in body
    assert "08-530 610 00" in body


def test_a_long_list_is_cut_to_what_mail_takes_and_says_so(page: Any, server: str, records: dict):
    page.goto(f"{server}min-lista/#lista={','.join(sorted(records))}")
    address, body = mail(page)
    assert len(address) <= 1800
    assert re.search(r"Och \d+ till\. De står i listan\.", body)
    assert "Telefonnummer och mer står i guiden." in body
    assert not re.search(r"\b08-", body), "all numbers or none"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera som text").click()
    expect(page.get_by_text("Texten är kopierad.")).to_be_visible()
    whole = page.evaluate("navigator.clipboard.readText()")
    for name, data in records.items():
        assert data["namn"] in whole, name
        assert f"{server}insats/{name}/" in whole, name
    assert "Så kan du säga: " in whole
    assert "Källans datum: årsskiftet 2025/26." in whole
    mia = whole.split("MIA – Mobilisering Inför Arbete (")[1].split("\n\n")[0]
    for kommun in ("www.huddinge.se", "08-530 610 00", "www.salem.se"):
        assert kommun in mia


def test_the_text_can_be_copied_by_hand_where_the_clipboard_is_shut(page: Any, server: str):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined});")
    page.goto(server + LIST)
    page.get_by_role("button", name="Kopiera länk till listan").click()
    expect(page.get_by_text("Texten är markerad. Kopiera den själv.")).to_be_visible()
    expect(page.get_by_label("Att kopiera")).to_have_value(
        f"{server}min-lista/#lista={','.join(IDS)}")
