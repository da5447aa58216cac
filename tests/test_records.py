"""The folder of records: what may lie there, and that every problem of every file is told."""

import pytest

from katalog.problems import Problem, errors, report
from katalog.records import load_records
from tests.factory import EXAMPLE, GONE, dump, example, line_of

STRAY = ("hör inte hemma här: mappen rymmer bara poster som heter <id>.yaml. "
         "Döp om eller flytta den.")
LINK = "filen är en länk. Lägg den riktiga filen här."


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "insatser"
    place.mkdir()
    dump(example({"id": "a", "namn": "Insats A"}), place, "a")
    return place


def told(folder):
    records, problems = load_records(folder)
    lines = [(problem.file.removeprefix(f"{folder.as_posix()}/"), problem.line, problem.field,
              problem.message) for problem in sorted(problems)]  # fmt: skip
    return [record.id for record in records], lines


def test_a_sound_folder_gives_its_records_by_id(folder):
    dump(example({"id": "0-b", "namn": "Insats B"}), folder, "0-b")
    assert told(folder) == (["0-b", "a"], [])


def test_a_link_is_refused_wherever_it_leads(folder, tmp_path):
    outside = dump(example({"id": "ute"}), tmp_path, "ute")
    (folder / "ute.yaml").symlink_to(outside)
    (folder / "inne.yaml").symlink_to("a.yaml")
    (folder / "bruten.yaml").symlink_to("finns-ej")
    (folder / "mapp.yaml").symlink_to(tmp_path)
    ids, lines = told(folder)
    assert ids == ["a"]
    assert lines == [(f"{name}.yaml", 1, "", LINK) for name in ("bruten", "inne", "mapp", "ute")]


@pytest.mark.parametrize("name", ["b.yml", "b.YAML", "b", "b.yaml.txt", "b.json", "b.yaml.bak"])
def test_a_file_with_another_ending_is_told(folder, name):
    (folder / name).write_text("id: b\n", encoding="utf-8")
    assert told(folder) == (["a"], [(name, 1, "", STRAY)])


@pytest.mark.parametrize("name", ["mapp", "mapp.yaml"])
def test_a_folder_in_the_folder_is_told(folder, name):
    (folder / name).mkdir()
    assert told(folder) == (["a"], [(name, 1, "", STRAY)])


@pytest.mark.parametrize("name", [".DS_Store", ".a.yaml.swp", ".b.yaml", "a.yaml~"])
def test_what_programs_leave_behind_is_passed_over(folder, name):
    (folder / name).write_bytes(b"\x00\xff")
    assert told(folder) == (["a"], [])


def test_the_name_of_the_file_is_the_id(folder):
    dump(example({"id": "a", "namn": "Insats B"}), folder, "b")
    assert told(folder)[1] == [
        ("b.yaml", 1, "id", 'id "a" finns redan i ' + (folder / "a.yaml").as_posix()
         + ". Ge posten ett eget id."),
        ("b.yaml", 1, "id", 'id är "a" men filen heter b.yaml. Gör dem lika.'),
    ]


@pytest.mark.parametrize("name", ["Stor-Bokstav", "å-ö", "två ord"])
def test_a_file_name_that_is_no_id_cannot_be_published(folder, name):
    dump(example({"id": name, "namn": "Insats B"}), folder, name)
    assert [line[:3] for line in told(folder)[1]] == [(f"{name}.yaml", 1, "id")]


def test_a_record_without_id_is_told_once(folder):
    dump(example({"id": GONE, "namn": "Insats B"}), folder, "b")
    (line,) = told(folder)[1]
    assert line[:3] == ("b.yaml", 1, "id")
    assert line[3].startswith("saknas. ")


def test_an_empty_folder_and_a_missing_one(tmp_path):
    place = tmp_path.as_posix()
    empty = "mappen har inga poster (*.yaml)."
    assert load_records(tmp_path) == ([], [Problem(place, 1, "", empty)])
    assert load_records(tmp_path / "finns-ej") == (
        [],
        [Problem(f"{place}/finns-ej", 1, "", "mappen finns inte. Kontrollera --insatser.")],
    )


@pytest.mark.parametrize("text", ["- a\n- b\n", "bara text\n", "---\n", "null\n", "[]\n"])
def test_a_file_that_is_no_record(folder, text):
    (folder / "b.yaml").write_text(text, encoding="utf-8")
    assert told(folder) == (["a"], [("b.yaml", 1, "", "filen ska bestå av fält (id: …, namn: …). "
                                                      "Se schema/exempel.yaml.")])  # fmt: skip


def test_all_problems_of_all_files_come_in_one_sorted_run(folder):
    dump(example({"id": "b", "efterfoljare": ["x"], "intag": "kö"}), folder, "b")
    (folder / "c.yaml").write_text("id: c\nnamn: MIA: stöd\n", encoding="utf-8")
    (folder / "d.yaml").write_text("", encoding="utf-8")
    (folder / "e.yaml").write_bytes(b"\xef\xbb\xbfid: e\n")
    (folder / "f.yaml").write_text("id: f\n\tnamn: F\n", encoding="utf-8")
    (folder / "g.yml").write_text("", encoding="utf-8")
    (folder / "h.yaml").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    _, problems = load_records(folder)
    files = [line.split(":")[0].rsplit("/", 1)[1] for line in report(problems).split("\n")]
    assert files == sorted(files)
    assert set(files) == {"b.yaml", "c.yaml", "d.yaml", "e.yaml", "f.yaml", "g.yml", "h.yaml"}
    assert [problem.field for problem in sorted(problems) if problem.file.endswith("b.yaml")] == [
        "intag", "efterfoljare[0]"]  # fmt: skip


def test_a_record_with_an_error_still_counts_as_there(folder):
    """Others may point at it without being told that it does not exist."""
    dump(example({"id": "b", "namn": "Insats B", "del_av": ["a"]}), folder, "b")
    dump(example({"id": "a", "namn": ""}), folder, "a")
    assert [line[:3] for line in told(folder)[1]] == [("a.yaml", 2, "namn")]


def test_a_record_that_cannot_be_read_is_not_called_missing_by_others(folder):
    dump(example({"id": "b", "namn": "Insats B", "del_av": ["a"], "efterfoljare": ["a"]}),
         folder, "b")
    (folder / "a.yaml").write_text('id: a\nnamn: "Insats A\n', encoding="utf-8")
    assert [line[:3] for line in told(folder)[1]] == [("a.yaml", 2, "")]


def test_of_two_files_with_one_id_the_one_that_has_another_name_is_told(folder):
    dump(example({"id": "a", "namn": "Insats B"}), folder, "A")
    assert {line[:3] for line in told(folder)[1]} == {("A.yaml", 1, "id")}


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [("id: b\nnamn: a\u200bb\n", 2, "namn"), ("id: b\nnamn:\n  a\n  b\u200b\n", 4, "namn"),
     ("id: b\nkallor:\n  - id: x\u200b\n", 3, "kallor[0].id"),
     ("id: b\nmetod: [a, b\u200b]\n", 2, "metod"), ("# a\u200b\nid: b\n", 1, ""),
     ('id: "b\nnamn: c\u200b\n', 2, "")],
)  # fmt: skip
def test_an_odd_character_is_told_of_its_field_as_far_as_the_file_is_understood(
    tmp_path, text, line, field
):
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    places = [each[1:3] for each in told(tmp_path)[1] if "U+200B" in each[3]]
    assert places == [(line, field)]


def test_two_records_with_one_name_are_told_where_they_stand(folder):
    """Their pages would have one title, and the build would stop without naming a line."""
    path = dump(example({"id": "b", "namn": "Insats A"}), folder, "b")
    _, problems = load_records(folder)
    assert [(problem.field, problem.line) for problem in errors(problems)] == [
        ("namn", line_of(path, "^namn:"))]


def test_a_copy_of_the_example_is_not_published(tmp_path):
    text = EXAMPLE.read_text(encoding="utf-8").replace("id: exempel\n", "id: min-insats\n", 1)
    (tmp_path / "min-insats.yaml").write_text(text, encoding="utf-8")
    told = {problem.field: problem.message for problem in load_records(tmp_path)[1]}
    assert told["namn"] == (
        '"Exempelinsats" är kvar från exemplet. Byt texten eller ta bort fältet.')
    assert {"kontakter[0].epost", "kallor[0].id"} <= set(told)
