"""The checks of every finished site: a good one passes, each fault is told."""

from pathlib import Path

import pytest

from katalog.site_checks import complaints

HEAD = "<!doctype html><title>{title}</title><meta name=description content='{description}'>"


def write(folder: Path, name: str, body: str, title: str = "", description: str = "Om.") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    head = HEAD.format(title=title or name, description=description)
    path.write_text(head + body, encoding="utf-8")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A start page, one insats, a list between them and a 404 page."""
    write(tmp_path, "index.html", "<h1>Start</h1><a href='a-o/'>A–Ö</a> <a href='tel:112'>112</a>")
    write(tmp_path, "a-o/index.html", "<h1>A–Ö</h1><a href='../insats/mia/#kalla'>MIA</a>")
    write(tmp_path, "insats/mia/index.html",
          "<h1>MIA</h1><p id=kalla><a href='../..'>Start</a> <a href='#kalla'>Källa</a> "
          "<a href='mailto:a@b.se?subject=x'>a@b.se</a> <a href='https://exempel.se'>ut</a> "
          "<a href='../../sok/#q=mia'>sök</a>")
    write(tmp_path, "sok/index.html", "<h1>Sök</h1>")
    write(tmp_path, "404.html", "<h1>Finns inte</h1><a href='/a-o/'>A–Ö</a>")
    return tmp_path


def test_a_whole_site_has_no_complaints(good: Path):
    assert complaints(good) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>utan rubrik", "0 huvudrubriker"),
        ("<h1>en</h1><h1>två</h1>", "2 huvudrubriker"),
        ("<h1>x</h1><p id=a><p id=a>", 'id "a"'),
        ("<h1>x</h1><a href='tel:08-12 34'>ring</a>", "tel:08-12 34"),
        ("<h1>x</h1><a href='mailto:ingen'>skriv</a>", "mailto:ingen"),
        ("<h1>x</h1><a href='../borta/'>död</a>", "../borta/"),
        ("<h1>x</h1><img src='borta.png' alt=''>", "borta.png"),
        ("<h1>x</h1><a href='../../utanfor.html'>ut ur mappen</a>", "../../utanfor.html"),
        ("<h1>x</h1><a href='#borta'>ankare</a>", "#borta"),
        ("<h1>x</h1><a href='../insats/mia/#borta'>ankare</a>", "../insats/mia/#borta"),
    ],
)  # fmt: skip
def test_a_faulty_page_is_named_with_its_fault(good: Path, body: str, told: str):
    write(good, "ny/index.html", body)
    (complaint,) = complaints(good)
    assert complaint.startswith("ny/index.html: ")
    assert told in complaint


def test_a_page_without_title_is_named(good: Path):
    write(good, "ny/index.html", "<h1>x</h1>", title=" ")
    (complaint,) = complaints(good)
    assert complaint.startswith("ny/index.html: ")
    assert "titel" in complaint


def test_a_page_without_description_is_named(good: Path):
    write(good, "ny/index.html", "<h1>x</h1>", description=" ")
    (complaint,) = complaints(good)
    assert complaint.startswith("ny/index.html: ")
    assert "beskrivning" in complaint


def test_two_pages_of_one_title_are_both_named(good: Path):
    write(good, "ny/index.html", "<h1>x</h1>", title="sok/index.html")
    (complaint,) = complaints(good)
    assert "ny/index.html" in complaint
    assert "sok/index.html" in complaint


def test_an_insats_that_no_link_reaches_is_named(good: Path):
    write(good, "a-o/index.html", "<h1>A–Ö</h1>")
    (complaint,) = complaints(good)
    assert complaint.startswith("insats/mia/index.html: ")


def test_all_complaints_come_at_once_and_sorted(good: Path):
    write(good, "b/index.html", "<p>", description="")
    write(good, "a/index.html", "<h1>x</h1><a href='#borta'>ankare</a>")
    found = complaints(good)
    assert [text.split(":")[0] for text in found] == ["a/index.html", *["b/index.html"] * 2]
    assert found == sorted(found)
