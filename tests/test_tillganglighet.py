"""The accessibility statement says all that the law asks, and no figure that no test run gave."""

import json
import re
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from katalog import strict_yaml
from katalog.accessibility import load_statement, statement_problems
from katalog.paths import STATEMENT
from katalog.problems import WARNING, BadInput
from katalog.publisher import load_publisher
from katalog.schema import validator
from katalog.vocabularies import load_vocabularies
from tests.conftest import Pages, change, checkout, katalog, links, parse, text
from tests.factory import dump

WORDS = load_vocabularies()
REAL = strict_yaml.load(STATEMENT.read_text(encoding="utf-8")).data
REPORT = "https://www.digg.se/tdosanmalan"
# Of no test run: numbers that nobody would guess, to see that they come from the file.
MEASURED = {"datum": "2026-10-03", "sidor": 1311, "tillstand": 8347, "fynd": 17,
            "verktyg": [{"namn": "provverktyg", "version": "9.8.7"},
                        {"namn": "annat verktyg", "version": "0.1"}],
            "kontroller": ["Det första som prövades.", "Det andra som prövades."]}  # fmt: skip
PUBLISHER = """webbplats: Guiden
namn: Förbundet Exempel
epost: kansli@exempel.se
webbadress: https://guide.exempel.se
organisationsnummer: "222000-0000"
rapportadress: tillganglighet@exempel.se
svarsdagar: 7
"""
NOT_RUN = ("filen finns inte, så sidan Tillgänglighet säger att de stora proven inte har körts. "
           "Kör dem: python3 guiden.py bevisa.")


def changed(dotted: str, value: Any = None) -> dict[str, Any]:
    """Return the real statement with one field other than it is; None takes it away."""
    data = deepcopy(REAL)
    *way, last = [int(step) if step.isdigit() else step for step in dotted.split(".")]
    holder = data
    for step in way:
        holder = holder[step]
    if value is None:
        del holder[last]
    else:
        holder[last] = value
    return data


def told(folder: Path, data: Any = REAL, run: Any = MEASURED) -> list[str]:
    """Return what is said of a statement and a run, as [field: message] of errors."""
    found = statement_problems(dump(data, folder, "redogorelse"), measured(folder, run))
    return [f"{problem.field}: {problem.message}" for problem in found
            if problem.level != WARNING]


def measured(folder: Path, run: Any) -> Path:
    path = folder / "matning.json"
    if run is not None:
        path.write_text(run if isinstance(run, str) else json.dumps(run), encoding="utf-8")
    return path


def required() -> list[str]:
    """Return every item that must be there, dotted, inside lists those of the first."""
    schema = validator("tillganglighet").schema
    top, parts = schema["required"], schema["properties"]
    inside = [f"bedomning.{name}" for name in parts["bedomning"]["required"]]
    return [*top, *inside, *(f"brister.0.{name}"
                             for name in parts["brister"]["items"]["required"])]


def as_shown(dotted: str) -> str:
    return re.sub(r"\.(\d+)", r"[\1]", dotted)


def test_the_statement_of_the_repository_is_whole():
    assert [problem for problem in statement_problems() if problem.level != WARNING] == []


def test_the_law_decides_what_is_required():
    """Digg's list: site, degree, faults with reason and alternative, dates, method, exemptions.
    Who answers, how to reach them and Digg's link are the publisher's and the page's."""
    assert set(required()) >= {
        "omfattar", "forenlighet", "brister", "brister.0.skal", "brister.0.kriterier",
        "brister.0.i_stallet", "bedomning.datum", "bedomning.metod", "uppdaterad", "undantag"}


@pytest.mark.parametrize("dotted", required())
def test_a_missing_item_is_told_with_an_example(tmp_path: Path, dotted: str):
    (line,) = told(tmp_path, changed(dotted))
    assert line.startswith(f"{as_shown(dotted)}: saknas. ")
    assert f"Exempel: {dotted.rsplit('.')[-1]}: " in line


@pytest.mark.parametrize("dotted", required())
@pytest.mark.parametrize("empty", ["", []])
def test_an_empty_item_is_told(tmp_path: Path, dotted: str, empty: Any):
    lines = told(tmp_path, changed(dotted, empty))
    assert lines
    assert all(line.startswith(f"{as_shown(dotted)}: ") for line in lines)


@pytest.mark.parametrize(("dotted", "value", "message"), [
    ("forenlighet", "delvist", 'forenlighet: okänt värde "delvist". Menade du "delvis"?'),
    ("bedomning.metod", "gissning", 'bedomning.metod: okänt värde "gissning". Tillåtna värden: '
     "sjalvskattning, extern-granskning."),
    ("brister.0.skal", "orkar-inte", 'brister[0].skal: okänt värde "orkar-inte". Tillåtna värden: '
     "bristande-forenlighet, oskaligt-betungande, omfattas-inte."),
    ("uppdaterad", "2026-11-31", 'uppdaterad: "2026-11-31" finns inte i kalendern. '
     "Skriv ÅÅÅÅ-MM-DD."),
    ("brister.0.rattas", "2027-02-30", 'brister[0].rattas: "2027-02-30" finns inte i kalendern. '
     "Skriv ÅÅÅÅ-MM-DD."),
    ("uppdaterad", "2020-01-01", 'uppdaterad: "2020-01-01" är före bedömningen, '
     f'"{REAL["bedomning"]["datum"]}". Skriv dagen då redogörelsen ändrades efter bedömningen.'),
    ("brister", [], "brister: ingen, men forenlighet är delvis. Skriv minst en brist, så att "
     "besökaren vet vad som inte fungerar."),
    ("brister.0.kriterier", ["Sidtitlar"], 'brister[0].kriterier[0]: "Sidtitlar" går inte att '
     "använda här. De kriterier i WCAG som bristen bryter mot, med nummer och namn, inom "
     'citattecken. Exempel: ["2.4.2 Sidtitlar"]'),
    ("brister.0.orsak", "x", "brister[0].orsak: okänt fält. Tillåtna fält: vad, kriterier, skal, "
     "forklaring, i_stallet, rattas."),
])  # fmt: skip
def test_a_mistake_is_told_with_what_to_do(tmp_path: Path, dotted: str, value: Any, message: str):
    assert told(tmp_path, changed(dotted, value)) == [message]


@pytest.mark.parametrize("value", ["2027", "2027-03", "2027-02-28"])
def test_a_fault_may_have_a_day_when_it_is_mended(tmp_path: Path, value: str):
    assert told(tmp_path, changed("brister.0.rattas", value)) == []


def test_what_is_wrong_stands_on_its_line(tmp_path: Path):
    path = dump(changed("bedomning.datum", "2026-02-30"), tmp_path, "redogorelse")
    (problem,) = statement_problems(path, measured(tmp_path, MEASURED))
    assert '2026-02-30' in path.read_text(encoding="utf-8").split("\n")[problem.line - 1]


FAULTLESS = {**REAL, "forenlighet": "helt", "brister": []}
NOT_COVERED = {**FAULTLESS, "brister": [{**REAL["brister"][0], "skal": "omfattas-inte"}]}
CLEAN = {**MEASURED, "fynd": 0}


@pytest.mark.parametrize("data", [FAULTLESS, NOT_COVERED])
def test_helt_is_earned_without_faults_and_with_a_clean_run(tmp_path: Path, data: dict):
    assert told(tmp_path, data, CLEAN) == []


@pytest.mark.parametrize(("data", "run", "message"), [
    (FAULTLESS, None, '"helt" går inte innan de stora proven har körts. Skriv delvis, eller kör '
     "dem: python3 guiden.py bevisa."),
    (FAULTLESS, MEASURED, '"helt" går inte när proven fann 17 fel. Rätta dem och kör proven igen, '
     "eller skriv delvis."),
    ({**REAL, "forenlighet": "helt"}, CLEAN, '"helt" går inte så länge något inte uppfyller '
     "kraven. Skriv delvis, eller ta bort bristerna när de är rättade."),
    ({**FAULTLESS, "brister": [{**REAL["brister"][0], "skal": "oskaligt-betungande"}]}, CLEAN,
     '"helt" går inte så länge något inte uppfyller kraven. Skriv delvis, eller ta bort bristerna '
     "när de är rättade."),
])  # fmt: skip
def test_helt_is_refused_until_it_is_earned(tmp_path: Path, data: dict, run: Any, message: str):
    assert told(tmp_path, data, run) == [f"forenlighet: {message}"]


def test_partly_needs_a_fault_that_counts(tmp_path: Path):
    (line,) = told(tmp_path, {**NOT_COVERED, "forenlighet": "inte"})
    assert line.startswith("brister: ingen, men forenlighet är inte.")


def test_no_run_is_a_warning_and_no_figures(tmp_path: Path):
    path, run = dump(REAL, tmp_path, "redogorelse"), tmp_path / "finns-inte.json"
    assert [problem.text() for problem in statement_problems(path, run)] == [
        f"{run.as_posix()}:1: varning: {NOT_RUN}"]
    assert load_statement(path, run).run is None


@pytest.mark.parametrize(("run", "start"), [
    ({**MEASURED, "fynd": -1}, "fynd: -1 är för lågt; minst 0."),
    ({**MEASURED, "sidor": 0}, "sidor: 0 är för lågt; minst 1."),
    ({**MEASURED, "sidor": "många"}, 'sidor: ska vara ett heltal, inte texten "många".'),
    ({**MEASURED, "datum": "2026-02-30"}, 'datum: "2026-02-30" finns inte i kalendern.'),
    ({**MEASURED, "kontroller": []}, "kontroller: listan är tom; minst ett värde behövs."),
    ({key: value for key, value in MEASURED.items() if key != "verktyg"}, "verktyg: saknas. "),
    ("{", ": går inte att läsa som YAML. "),
    ("", ": filen är tom. "),
])
def test_a_broken_run_is_refused_rather_than_left_out(tmp_path: Path, run: Any, start: str):
    (line,) = told(tmp_path, run=run)
    assert line.startswith(start)
    with pytest.raises(BadInput):
        load_statement(tmp_path / "redogorelse.yaml", tmp_path / "matning.json")


def test_everything_wrong_in_both_files_is_told_at_once(tmp_path: Path):
    data = changed("undantag")
    del data["brister"][1]["vad"]
    lines = told(tmp_path, data, {**MEASURED, "fynd": -1})
    assert [line.split(":")[0] for line in sorted(lines)] == ["brister[1].vad", "fynd", "undantag"]


@pytest.mark.parametrize("days", [0, 31, "snart", 2.5])
def test_an_answer_takes_a_number_of_days(tmp_path: Path, days: Any):
    path = tmp_path / "utgivare.yaml"
    path.write_text(PUBLISHER.replace("7", str(days)), encoding="utf-8")
    with pytest.raises(BadInput, match="svarsdagar: "):
        load_publisher(path)


def test_a_hole_in_the_statement_stops_check_and_build(tmp_path: Path):
    root = checkout(tmp_path / "guide")
    change(root / "tillganglighet.yaml", r"^uppdaterad: .*\n", "")
    for command in (("kontrollera",), ("bygg", "--ut", tmp_path / "ut", "--sprak", "sv")):
        done = katalog(*command, root=root)
        assert done.returncode == 1, command
        assert re.search(r"^tillganglighet\.yaml:\d+: uppdaterad: saknas\. ", done.stdout, re.M)
        assert "Traceback" not in done.stdout, command
    (root / "tillganglighet.yaml").unlink()
    for command in (("kontrollera",), ("bygg", "--ut", tmp_path / "ut", "--sprak", "sv")):
        done = katalog(*command, root=root)
        assert done.returncode == 1, command
        assert "tillganglighet.yaml:1: filen finns inte." in done.stdout, command
    assert not (tmp_path / "ut").exists()


# The page.


def part(page: Element, name: str) -> Element:
    return page.find(f".//section[@data-del='{name}']")


@pytest.fixture
def page_of_demo(pages: Pages) -> Element:
    return pages["tillganglighet/index.html"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Element:
    """The page of a guide with a publisher whose proofs have been run."""
    root = checkout(tmp_path_factory.mktemp("utgiven") / "guide")
    (root / "utgivare.yaml").write_text(PUBLISHER, encoding="utf-8", newline="\n")
    (root / "matning").mkdir(exist_ok=True)
    (root / "matning/tillganglighet.json").write_text(json.dumps(MEASURED), encoding="utf-8")
    done = katalog("bygg", "--ut", root.parent / "ut", "--sprak", "sv", root=root)
    assert done.returncode == 0, done.stdout
    return parse(root.parent / "ut/tillganglighet/index.html")


def test_all_that_the_editor_wrote_is_on_the_page(page_of_demo: Element):
    shown = text(page_of_demo)
    faults = part(page_of_demo, "brister")
    assert WORDS["forenlighet"].values[REAL["forenlighet"]]["description"] in shown
    for written in (REAL["omfattar"], REAL["motivering"], REAL["bedomning"]["beskrivning"],
                    *REAL["bra_att_veta"], *REAL["undantag"]):
        assert written in shown
    assert [text(heading) for heading in faults.iter("h3")] == [
        fault["vad"] for fault in REAL["brister"]]
    for fault in REAL["brister"]:
        for written in (fault["forklaring"], fault["i_stallet"], *fault["kriterier"],
                        WORDS["bristskal"].label(fault["skal"])):
            assert written in text(faults)


def test_the_dates_are_those_of_the_file(page_of_demo: Element):
    assert part(page_of_demo, "bedomning").get("data-faktadag") == REAL["bedomning"]["datum"]
    assert re.search(r"Den senaste bedömningen gjordes \d+ \w+ \d{4}\. "
                     r"Texten på sidan ändrades senast \d+ \w+ \d{4}\.", text(page_of_demo))


def test_a_demonstration_says_that_nobody_answers(page_of_demo: Element):
    shown = text(page_of_demo)
    assert "Demonstration – ingen utgivare. Ingen är ännu ansvarig för guiden" in shown
    assert "Det finns ingen att skriva till än." in text(part(page_of_demo, "kontakt"))
    assert not [link for link in links(page_of_demo) if link.startswith("mailto:")]


def test_a_publisher_is_named_and_can_be_written_to(published: Element):
    shown = text(published.find(".//main"))
    assert "Förbundet Exempel står bakom guiden." in shown
    assert "ingen utgivare" not in shown
    assert "https://guide.exempel.se" in text(part(published, "forenlighet"))
    assert links(part(published, "kontakt")) == ["mailto:tillganglighet@exempel.se"]
    assert "Vi svarar inom 7 arbetsdagar." in text(part(published, "kontakt"))
    assert "undantaget från lagen" in text(part(published, "kontakt"))


def test_everyone_is_told_how_to_report_to_digg(page_of_demo: Element, published: Element):
    for page in (page_of_demo, published):
        assert links(part(page, "tillsyn")) == [REPORT]
    assert "ingen sådan än" not in text(part(published, "tillsyn"))


def test_the_figures_are_those_of_the_run(published: Element):
    shown = re.sub(r"(?<=\d) (?=\d)", "", text(part(published, "prov")))  # 1 311 → 1311
    assert "Senast kördes alla prov 3 oktober 2026." in shown
    for name in ("sidor", "tillstand", "fynd"):
        assert re.search(rf"(?<!\d){MEASURED[name]}(?!\d)", shown), name
    assert "provverktyg 9.8.7, annat verktyg 0.1" in shown
    for check in MEASURED["kontroller"]:
        assert check in shown
    assert "har inte körts" not in shown


def test_without_a_run_there_is_not_one_figure(tmp_path: Path):
    root = checkout(tmp_path / "guide")
    (root / "matning/tillganglighet.json").unlink(missing_ok=True)
    assert katalog("bygg", "--ut", tmp_path / "ut", "--sprak", "sv", root=root).returncode == 0
    shown = text(part(parse(tmp_path / "ut/tillganglighet/index.html"), "prov"))
    assert "De stora proven har inte körts för den här versionen av guiden." in shown
    assert not re.search(r"\d", shown)


@pytest.mark.parametrize(("months", "old"), [(0, False), (11, False), (13, True)])
def test_an_old_assessment_says_so_by_the_visitors_own_date(
        page: Any, server: str, months: int, old: bool):
    judged = datetime.fromisoformat(REAL["bedomning"]["datum"])
    month = judged.month - 1 + months
    page.clock.set_fixed_time(judged.replace(year=judged.year + month // 12, month=month % 12 + 1,
                                             day=1 if months else judged.day))
    page.goto(f"{server}tillganglighet/")
    page.wait_for_load_state()
    notice = page.locator("[data-del=bedomning] [data-gammal]")
    assert notice.is_visible() is old
