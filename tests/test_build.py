"""`bygg` through the real command line: all or nothing. (Always the same: test_samma_bytes.py.)"""

import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from katalog.build import build
from katalog.paths import RECORDS, ROOT
from katalog.site_checks import PROMISES
from tests.conftest import change, checkout, clean_environment, contents, katalog

LINKED = os.name == "posix"  # elsewhere the finished folder is renamed into place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record folder of one's own, as `--insatser` takes it."""
    return Path(shutil.copytree(RECORDS, tmp_path / "poster"))


@pytest.fixture
def published(tmp_path: Path, site: Path) -> Path:
    """A place where a whole site already stands."""
    shutil.copytree(site.resolve(), tmp_path / "webb" / ".ut-version-forra000")
    (tmp_path / "webb" / "ut").symlink_to(".ut-version-forra000")
    return tmp_path / "webb" / "ut"


def assert_untouched(place: Path, site: Path) -> None:
    """The published site is what it was, and nothing was left beside it."""
    assert contents(place) == contents(site)
    assert sorted(path.name for path in place.parent.iterdir()) == [
        ".ut-version-forra000", ".ut.las", "ut"]


def test_building_says_what_it_made(tmp_path: Path):
    done = katalog("bygg", "--ut", tmp_path / "ut")
    assert done.returncode == 0, done.stdout
    pages = len(list((tmp_path / "ut").resolve().rglob("*.html")))
    assert f"54 insatser, {pages} sidor" in done.stdout
    proved = re.search(rf"([\d\s]+) länkar och {len(PROMISES)} löften prövade\.", done.stdout)
    assert int(re.sub(r"\s", "", proved[1])) > pages * 20
    assert (tmp_path / "ut").is_symlink() == LINKED


def test_broken_records_are_all_told_and_the_published_site_stays(
        folder: Path, published: Path, site: Path):
    change(folder / "mia-hbs.yaml", r"^intag: ko$", "intag: koo")
    change(folder / "samsas.yaml", r"^id: .*$", "id: nagot-annat")
    (folder / "start.yaml").write_bytes(b"\xff\xfe")
    done = katalog("bygg", "--ut", published, "--insatser", folder, "--sprak", "sv")
    assert done.returncode == 1
    for name, words in (("mia-hbs", 'intag: okänt värde "koo". Menade du "ko"?'),
                        ("samsas", 'id är "nagot-annat"'), ("start", "UTF-16")):
        assert re.search(rf"/{name}\.yaml:[0-9]+: .*{re.escape(words)}", done.stdout)
    assert "Inget byggdes" in done.stdout
    assert "Traceback" not in done.stdout
    assert_untouched(published, site)


def test_github_gets_annotations_as_well(folder: Path, tmp_path: Path):
    change(folder / "mia-hbs.yaml", r"^intag: ko$", "intag: koo")
    done = katalog("bygg", "--ut", tmp_path / "ut", "--insatser", folder, "--sprak", "sv",
                   GITHUB_ACTIONS="true")
    line = (folder / "mia-hbs.yaml").read_text(encoding="utf-8").split("intag: koo")[0].count("\n")
    assert re.search(rf"^::error file=[^,]*mia-hbs\.yaml,line={line + 1}::intag: ", done.stdout,
                     re.M)
    assert "::error" not in katalog("bygg", "--ut", tmp_path / "ut", "--insatser", folder).stdout


def test_plain_pelican_makes_the_same_site(site: Path, tmp_path: Path):
    subprocess.run([sys.executable, "-m", "pelican", "-o", str(tmp_path / "ut")], cwd=ROOT,
                   env=clean_environment(), capture_output=True, check=True)
    assert contents(tmp_path / "ut") == contents(site)


def test_plain_pelican_stops_at_a_broken_record_too(tmp_path: Path):
    copy = checkout(tmp_path / "guide")
    change(copy / "insatser/mia-hbs.yaml", r"^intag: ko$", "intag: koo")
    done = subprocess.run([sys.executable, "-m", "pelican", "-o", str(tmp_path / "ut")], cwd=copy,
                          env=clean_environment(), capture_output=True, encoding="utf-8")
    assert done.returncode
    assert 'okänt värde "koo"' in re.sub(r"\s+", " ", done.stdout + done.stderr)
    assert not list(tmp_path.glob("ut/**/*.html"))


def test_a_removed_record_takes_its_page_along(folder: Path, published: Path):
    everything = {path: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    alone = next(path for path in everything
                 if not any(re.search(rf"^ +- {path.stem}$", text, re.M)
                            for other, text in everything.items() if other != path))
    alone.unlink()
    assert (published / "insats" / alone.stem / "index.html").exists()
    done = katalog("bygg", "--ut", published, "--insatser", folder, "--sprak", "sv")
    assert done.returncode == 0, done.stdout
    assert not (published / "insats" / alone.stem).exists()
    assert not any(f'data-insats="{alone.stem}"'.encode() in text
                   for text in contents(published).values())


def test_the_address_is_in_canonical_links_and_on_the_404_page(tmp_path: Path):
    done = katalog("bygg", "--ut", tmp_path / "ut", "--adress", "https://exempel.se/guiden/")
    assert done.returncode == 0, done.stdout
    for name, text in contents(tmp_path / "ut").items():
        canonical = re.findall(rb'<link rel="canonical" href="([^"]*)"', text)
        if name.endswith("index.html"):
            address = f"https://exempel.se/guiden/{name.removesuffix('index.html')}"
            assert canonical == [address.encode()], name
        elif name == "404.html":
            assert canonical == []
            links = re.findall(rb'(?:href|src)="([^"#][^":]*)"', text)
            assert links
            assert all(link.startswith(b"/guiden/") for link in links)


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_the_guide_did_not_build_is_never_overwritten(tmp_path: Path, kind: str):
    foreign = tmp_path / "mitt"
    if kind == "folder":
        foreign.mkdir()
    precious = foreign / "viktigt.txt" if kind == "folder" else foreign
    precious.write_text("behåll", encoding="utf-8")
    done = katalog("bygg", "--ut", foreign, "--sprak", "sv")
    assert done.returncode == 1
    assert "mitt" in done.stdout
    assert "--ut" in done.stdout
    assert "Traceback" not in done.stdout
    assert precious.read_text(encoding="utf-8") == "behåll"
    assert [path.name for path in tmp_path.iterdir()] == ["mitt"]


def test_a_reader_never_meets_half_a_site(folder: Path, tmp_path: Path):
    """Whoever reads while builds go on gets one whole version or the other."""
    place = tmp_path / "ut"
    build(place, folder, languages=())
    versions, seen, stop = {(place / "a-o/index.html").read_bytes()}, set(), threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add((place / "a-o/index.html").read_bytes())
            stop.wait(0.0005)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(3):
            change(folder / "mia-hbs.yaml", r"^namn: .*$", f"namn: MIA version {number}")
            build(place, folder, languages=())
            versions.add((place / "a-o/index.html").read_bytes())
    finally:
        stop.set()
        reader.join()
    assert len(versions) == 4
    assert len(seen) > 1
    assert seen <= versions


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "told"),
    [
        ("theme/templates/lista.html", r"<h1\{.*</h1>", "<h1>{{ finns_inte }}</h1>",
         "finns_inte"),
        ("theme/templates/page.html", r"<h1>.*</h1>", "<h1>{{ page.finns_inte }}</h1>",
         "finns_inte"),
        ("theme/templates/a-o.html", "", None, "a-o"),
        ("theme/templates/page.html", "", None, "page[.html]"),
        ("theme/templates/base.html", "", None, "base"),
        ("content/sidor/om.md", r"\Z", "\n[borta]({filename}borta.md)\n", "borta.md"),
        ("content/sidor/om.md", "^slug: om$", "slug: om\nstatus: konstig", "konstig"),
        ("content/sidor/om.md", r"\Z", "\n[borta](/borta/)\n", "borta"),
        ("schema/vokabular/hur.json", r"\A\{", "{,", "hur.json"),
    ],
)  # fmt: skip
def test_a_fault_in_the_guide_itself_stops_the_build(
        tmp_path: Path, published: Path, site: Path, file: str, pattern: str,
        replacement: str | None, told: str):
    copy = checkout(tmp_path / "guide")
    if replacement is None:
        (copy / file).unlink()
    else:
        change(copy / file, pattern, replacement)
    done = katalog("bygg", "--ut", published, "--sprak", "sv", root=copy)
    assert done.returncode == 1
    assert told in done.stdout
    assert_untouched(published, site)
