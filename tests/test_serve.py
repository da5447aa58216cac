"""`visa` through the real command line: shows, rebuilds, and lives through broken records."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from katalog.paths import RECORDS
from katalog.serve import Builder, start_server
from tests.conftest import change, checkout, clean_environment, katalog

PATIENCE = 30  # seconds; a rebuild takes two


class Guide:
    """A running `visa` in a checkout of its own, and what it has said so far."""

    def __init__(self, root: Path, port: int):
        self.root, self.address, self.said = root, f"http://localhost:{port}/", []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "katalog", "visa", "--port", str(port)], cwd=root,
            env=clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8")  # fmt: skip
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said.append(line)

    @property
    def text(self) -> str:
        return "".join(self.said)

    def get(self, path: str = "") -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        code = self.process.wait(PATIENCE)
        self.listener.join()
        self.process.stdout.close()
        return code


def until(what: Callable[[], bool], guide: Guide) -> None:
    """Wait for something to come true."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, guide.text
        assert guide.process.poll() is None, guide.text
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Guide]:
    """A guide that is shown."""
    running = Guide(checkout(tmp_path / "guide"), free_port())
    try:
        until(lambda: running.address[:-1] in running.text, running)
        time.sleep(1)  # the watcher starts after the line is printed
        yield running
    finally:
        if running.process.poll() is None:
            running.stop()


def test_the_site_is_shown_and_the_terminal_says_where(guide: Guide):
    assert sum(guide.address[:-1] in line for line in guide.said) == 1
    status, text = guide.get()
    assert status == 200
    assert "<h1>" in text
    status, text = guide.get("finns/inte/")
    assert status == 404
    assert "<h1>Sidan finns inte</h1>" in text
    assert guide.get("insats/mia-hbs/")[0] == 200
    assert guide.stop() == 0
    assert "Traceback" not in guide.text


def test_pages_follow_records_and_a_broken_one_changes_nothing(guide: Guide):
    record = guide.root / "insatser/mia-hbs.yaml"
    change(record, r"^namn: .*$", "namn: MIA med nytt namn")
    until(lambda: ">MIA med nytt namn</h1>" in guide.get("insats/mia-hbs/")[1], guide)

    change(record, r"^intag: ko$", "intag: koo")
    until(lambda: 'intag: okänt värde "koo". Menade du "ko"?' in guide.text, guide)
    assert "insatser/mia-hbs.yaml:" in guide.text
    until(lambda: "Inget byggdes" in guide.text, guide)
    assert ">MIA med nytt namn</h1>" in guide.get("insats/mia-hbs/")[1]

    change(record, r"^intag: koo$", "intag: fullt")
    change(record, r"^namn: .*$", "namn: MIA är lagad")
    until(lambda: ">MIA är lagad</h1>" in guide.get("insats/mia-hbs/")[1], guide)


def test_pages_follow_everything_they_are_made_of(guide: Guide):
    made_of = (
        ("theme/templates/404.html", "</h1>", " nyss</h1>", "404.html"),
        ("theme/static/css/guide.css", r"^body \{", "body nyss, body {", "theme/css/guide.css"),
        ("content/sidor/om.md", r"\Z", "\nGuiden nyss.\n", "om/"),
        ("schema/vokabular/kommun.json", '"title": "Huddinge"', '"title": "Huddinge nyss"',
         "kommun/huddinge/"),
        ("utgivare.yaml", "^webbplats: .*$", "webbplats: Guiden nyss", ""))  # fmt: skip
    for file, pattern, replacement, page in made_of:
        assert " nyss" not in guide.get(page)[1]
        change(guide.root / file, pattern, replacement)
    for *_, page in made_of:
        until(lambda page=page: " nyss" in guide.get(page)[1], guide)


def test_a_guide_with_a_broken_record_starts_and_waits_to_be_mended(tmp_path: Path):
    root = checkout(tmp_path / "guide")
    change(root / "insatser/mia-hbs.yaml", r"^intag: ko$", "intag: koo")
    guide = Guide(root, free_port())
    try:
        until(lambda: guide.address[:-1] in guide.text, guide)
        assert 'intag: okänt värde "koo"' in guide.text
        time.sleep(1)
        change(root / "insatser/mia-hbs.yaml", r"^intag: koo$", "intag: ko")
        until(lambda: guide.get("insats/mia-hbs/")[0] == 200, guide)
    finally:
        guide.stop()


def test_a_taken_port_is_told_with_a_way_out(tmp_path: Path):
    root = checkout(tmp_path / "guide")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = katalog("visa", "--port", port, root=root)
    assert done.returncode == 1
    assert f"Port {port} " in done.stdout
    assert "--port" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize(("error", "told"), [(BrokenPipeError, False), (ValueError, True)])
def test_a_browser_that_leaves_is_nothing_to_tell_of(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], error: type[Exception], told: bool):
    server = start_server(tmp_path, port=0)
    try:
        raise error
    except error:
        server.handle_error(None, ("127.0.0.1", 1))
    server.shutdown()
    server.server_close()
    assert ("Traceback" in capsys.readouterr().err) == told


def test_a_builder_that_has_died_is_replaced(tmp_path: Path):
    builder = Builder("http://localhost", tmp_path)
    builder._command = [sys.executable, "-c", r"print('\0klar')"]
    builder.build()
    first = builder._process
    first.wait(PATIENCE)
    builder.build([RECORDS / "kaa.yaml"])
    assert builder._process is not first
    builder.stop()
