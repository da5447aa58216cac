"""Whoever waits at a terminal sees what goes on; a log has one line, and --tyst nothing."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from katalog import progress
from katalog.paths import ROOT
from tests.factory import dump, example

CLEAR = "\r\x1b[K"


class Terminal(io.StringIO):
    """Text that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(progress, "PAUSE", 0)


def test_a_person_sees_how_far_it_is_and_then_a_clean_line():
    terminal = Terminal()
    with progress.watched(terminal):
        assert list(progress.through("Läser", iter("ab"), 2)) == ["a", "b"]
    assert terminal.getvalue().split(CLEAR) == [
        "", "Läser …", "Läser 1 av 2 …", "Läser 2 av 2 …", ""]


def test_drawing_waits_for_the_eye(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(progress, "PAUSE", 1000)
    terminal = Terminal()
    with progress.watched(terminal):
        list(progress.through("Läser", range(500), 500))
    assert terminal.getvalue().split(CLEAR) == ["", "Läser …", ""]


@pytest.mark.parametrize(("terminal", "quiet"), [(io.StringIO(), False), (Terminal(), True)])
def test_nothing_is_drawn_where_nobody_watches(terminal: io.StringIO, quiet: bool):
    with progress.watched(terminal, quiet):
        assert list(progress.through("Läser", "ab", 2)) == ["a", "b"]
        progress.step("Gör")
        progress.clear()
    assert terminal.getvalue() == ""


def test_a_step_that_fails_leaves_a_clean_line():
    def breaks() -> None:
        progress.step("Gör")
        raise ValueError("nej")

    terminal = Terminal()
    with pytest.raises(ValueError, match="nej"), progress.watched(terminal):
        breaks()
    assert terminal.getvalue().endswith(CLEAR)
    progress.step("Efteråt")
    assert "Efteråt" not in terminal.getvalue()


def katalog(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "katalog", *arguments], cwd=ROOT, check=False,
                          capture_output=True, encoding="utf-8")


def test_a_log_gets_one_line_of_a_build_and_a_quiet_one_none(tmp_path: Path):
    arguments = ("bygg", "--sprak", "sv", "--ut", str(tmp_path / "sajt"))
    done = katalog(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("54 insatser, ")
    assert "\r" not in done.stdout
    quiet = katalog(*arguments, "--tyst")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_a_quiet_build_still_tells_what_is_wrong(tmp_path: Path):
    (tmp_path / "poster").mkdir()
    dump(example({"livscykel": "slut"}), tmp_path / "poster")
    done = katalog("bygg", "--ut", str(tmp_path / "sajt"), "--insatser", str(tmp_path / "poster"),
                   "--tyst")
    assert done.returncode == 1
    assert "livscykel" in done.stdout
    assert not (tmp_path / "sajt").exists()


def test_a_quiet_check_leaves_out_warnings_and_sums():
    assert "poster kontrollerade" in katalog("kontrollera").stdout
    quiet = katalog("kontrollera", "--tyst")
    assert (quiet.returncode, quiet.stdout) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="pty is for Linux and macOS")
def test_a_real_terminal_shows_the_steps_of_a_build(tmp_path: Path):
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "katalog", "bygg", "--sprak", "sv", "--ut",
                           str(tmp_path / "sajt")], cwd=ROOT, stdout=subprocess.DEVNULL,
                          stderr=theirs) as build:
        os.close(theirs)
        told = read_all(ours)
    assert build.returncode == 0
    for what in ("Läser poster", "Skriver sidor (svenska)", "Gör sökindexet", "Prövar sajten"):
        assert what in told


def read_all(descriptor: int) -> str:
    """Read a terminal until the last who writes to it is gone."""
    found = b""
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # Linux tells it so
            part = b""
        if not part:
            return found.decode()
        found += part
