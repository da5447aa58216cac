"""What `visa` shows first: the page of the record that was saved, before the site is built."""

import urllib.request
from pathlib import Path

import pytest

from katalog import workshop
from katalog.build import build
from katalog.memory import Memory
from katalog.serve import start_server
from tests.conftest import change
from tests.test_memory import ADDRESS, laid

LANGUAGES = ("", "en/")


class Desk:
    """A folder of records, a site made of them, and the folder of what comes first."""

    def __init__(self, place: Path):
        self.records, self.site, self.first = laid(place / "poster"), place / "ut", place / "forst"
        self.first.mkdir()
        self.memory = Memory()
        self.build()

    def build(self) -> None:
        build(self.site, self.records, ADDRESS, ["en"], memory=self.memory)

    def pages(self) -> dict[str, bytes]:
        return {path.relative_to(self.first).as_posix(): path.read_bytes()
                for path in self.first.rglob("*.html")}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path)
    monkeypatch.setattr(workshop, "RECORDS", made.records)
    return made


def test_the_page_that_comes_first_is_the_page_of_the_site_that_follows(desk: Desk):
    change(desk.records / "kaa.yaml", r"^namn: .*$", "namn: Ett annat namn")
    workshop.write_first(["kaa.yaml"], desk.first, desk.memory)
    first = desk.pages()
    assert set(first) == {f"{prefix}insats/kaa/index.html" for prefix in LANGUAGES}
    assert all("Ett annat namn" in page.decode() for page in first.values())
    desk.build()
    for name, page in first.items():
        assert (desk.site / name).read_bytes() == page


def test_a_new_record_comes_first_too(desk: Desk):
    text = (desk.records / "kaa.yaml").read_text(encoding="utf-8")
    (desk.records / "ny.yaml").write_text(
        text.replace("id: kaa\n", "id: ny\n", 1), encoding="utf-8", newline="\n")
    workshop.write_first(["ny.yaml"], desk.first, desk.memory)
    assert "insats/ny/index.html" in desk.pages()


@pytest.mark.parametrize(("pattern", "replacement"), [
    (r"^intag: .*$", "intag: oppen"), (r"^namn: .*$", "namn: ["),
    (r"\Z", "\nefterfoljare: [finns-inte]\n")])
def test_what_is_not_sound_is_not_shown(desk: Desk, pattern: str, replacement: str):
    change(desk.records / "ester.yaml", pattern, replacement)
    workshop.write_first(["ester.yaml"], desk.first, desk.memory)
    assert desk.pages() == {}


def test_a_record_that_is_gone_and_a_build_that_never_was_show_nothing(desk: Desk):
    workshop.write_first(["borta.yaml", ""], desk.first, desk.memory)
    workshop.write_first(["kaa.yaml"], desk.first, Memory())
    assert desk.pages() == {}


def test_the_server_looks_first_where_the_newest_is(tmp_path: Path):
    site, first = tmp_path / "ut", tmp_path / "forst"
    for place in (site, first):
        (place / "insats/a").mkdir(parents=True)
        (place / "insats/a/index.html").write_text(place.name)
    (site / "index.html").write_text("hem")
    server = start_server(site, 0, first)
    address = f"http://127.0.0.1:{server.server_address[1]}/"

    def get(path: str) -> str:
        with urllib.request.urlopen(address + path) as answer:  # noqa: S310
            return answer.read().decode()

    assert [get(path) for path in ("insats/a/", "insats/a", "insats/a/index.html", "")] == [
        "forst", "forst", "forst", "hem"]
    (first / "insats/a/index.html").unlink()
    assert get("insats/a/") == "ut"
    server.shutdown()
    server.server_close()
