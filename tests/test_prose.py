"""What is wrong with a prose page is told with its line, before anything is built."""

from pathlib import Path

import pytest

from katalog import prose
from katalog.build import build
from katalog.problems import BadInput
from katalog.prose import prose_problems
from tests.conftest import katalog

GOOD = "title: Om guiden\nslug: om\nbeskrivning: Vad guiden är.\n\nEn text: med kolon.\n"


def told(folder: Path, *pages: str) -> list[tuple[str, int, str]]:
    for number, text in enumerate(pages):
        (folder / f"{number}.md").write_text(text, encoding="utf-8", newline="\n")
    return [(Path(each.file).name, each.line, each.field) for each in prose_problems(folder)]


def test_a_sound_page_has_no_problems(tmp_path: Path):
    assert told(tmp_path, GOOD, GOOD.replace("slug: om", "slug: om-oss-2")) == []
    assert prose_problems() == []


@pytest.mark.parametrize(("old", "new", "places"), [
    ("slug: om\n", "", [(1, "slug")]),
    ("Om guiden", " ", [(1, "title")]),
    ("slug: om", "slug: Om oss", [(1, "slug")]),
    ("slug: om", "slug: ../om", [(1, "slug")]),
    ("beskrivning: ", "beskrivning ", [(3, ""), (1, "beskrivning")]),
    ("title: ", "", [(1, ""), (1, "title")]),
    ("title: Om", "title: Om\u2028", [(1, "")]),
    ("title: Om", "title: Om\tdig", [(1, "")]),
    (GOOD, "", [(1, "title"), (1, "beskrivning"), (1, "slug")]),
    (GOOD, "Bara text.", [(1, ""), (1, "title"), (1, "beskrivning"), (1, "slug")]),
    ("En text", "En\u200btext", [(5, "")]),
])  # fmt: skip
def test_each_problem_has_its_line_and_field(
        tmp_path: Path, old: str, new: str, places: list[tuple[int, str]]):
    assert told(tmp_path, GOOD.replace(old, new)) == [("0.md", *place) for place in places]


def test_a_page_that_is_no_text_is_told(tmp_path: Path):
    (tmp_path / "om.md").write_bytes("title: Å".encode("latin-1"))
    (problem,) = prose_problems(tmp_path)
    assert "UTF-8" in problem.message


def test_two_pages_with_one_address_are_told(tmp_path: Path):
    assert told(tmp_path, GOOD, GOOD) == [("1.md", 1, "slug")]


def test_of_two_pages_without_address_each_is_told_once(tmp_path: Path):
    bare = GOOD.replace("slug: om\n", "")
    assert told(tmp_path, bare, bare) == [("0.md", 1, "slug"), ("1.md", 1, "slug")]


def test_nothing_is_built_and_the_check_tells_it_too(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "sidor").mkdir()
    (tmp_path / "sidor/om.md").write_text("title Om guiden\n", encoding="utf-8")
    monkeypatch.setattr(prose, "FOLDER", tmp_path / "sidor")
    with pytest.raises(BadInput) as bad:
        build(tmp_path / "ut")
    assert {each.field for each in bad.value.problems} == {"", "title", "beskrivning", "slug"}
    assert not (tmp_path / "ut").exists()


def test_the_message_says_how_to_mend(tmp_path: Path):
    (tmp_path / "om.md").write_text(GOOD.replace("title: ", "title "), encoding="utf-8")
    first, second = prose_problems(tmp_path)
    assert first.message == ('"title Om guiden" är inget fält. Överst står bara fält, som '
                             '"title: Om guiden", sedan en tom rad och texten.')
    assert second.message == 'saknas. Skriv "title: Om guiden" överst i filen.'
    assert katalog("kontrollera").returncode == 0
