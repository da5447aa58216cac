"""Serve the site on this machine and rebuild when something changes.

Comes in: changes in records, schema, content, theme and settings. Goes out: http://localhost:8000.
A broken record is told in the terminal; the last whole site stays. The building is done by a
process of its own (workshop.py), so that templates, word lists and code are read afresh.
"""

import functools
import http.server
import os
import socketserver
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from watchfiles import Change, DefaultFilter, watch

from katalog.paths import CONTENT, OUTPUT, PUBLISHER, RECORDS, ROOT, SCHEMA, STATEMENT, THEME, shown
from katalog.terminal import DONE, say

PORT = 8000


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the output folder like GitHub Pages does, with the guide's own 404 page."""

    extensions_map = {  # noqa: RUF012 (as the base class has it)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript", ".html": "text/html; charset=utf-8",
        ".json": "application/json", ".wasm": "application/wasm",
    }  # fmt: skip

    def __init__(self, *given: Any, first: str = "", **named: Any):
        self.first = first  # a folder with what is newer than the site
        super().__init__(*given, **named)  # answers

    def translate_path(self, path: str) -> str:
        """Return the file or folder of an address."""
        found = super().translate_path(path)
        newer = Path(self.first, Path(found).relative_to(self.directory)) if self.first else None
        page = newer and (newer / "index.html" if path.endswith("/") else newer)
        return f"{newer}{'/' * path.endswith('/')}" if page and page.is_file() else found

    def log_message(self, *_: object) -> None:
        """Say nothing of each request: what people look at is nobody's business."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows it would let two servers share a port

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that left before it had got all is nothing to tell of."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Sources(DefaultFilter):
    """Changes of our own files, not of what editors keep beside a record while they save it."""

    def __call__(self, change: Change, path: str) -> bool:
        stray = Path(path).parent == RECORDS and not path.endswith(".yaml")
        return super().__call__(change, path) and not stray


def start_server(folder: Path = OUTPUT, port: int = PORT, first: Path | str = "") -> _Server:
    """Serve a folder in a thread of its own, and before it what is in `first`; OSError when the
    port is taken."""
    handler = functools.partial(_Handler, directory=str(folder), first=str(first))
    server = _Server(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Builder:
    """The process that builds. It stays as long as nothing but records changes."""

    def __init__(self, address: str, first: Path):
        self._command = [sys.executable, "-m", "katalog.workshop", address, str(first)]
        self._process: subprocess.Popen | None = None

    def build(self, changed: Sequence[Path] = ()) -> None:
        """Build, and return when it is done. With nothing changed, begin afresh."""
        records = [path.name for path in changed if path.parent == RECORDS]
        alive = self._process and self._process.poll() is None
        if not alive or not records or len(records) < len(changed):
            self.stop()
            self._process = subprocess.Popen(  # noqa: S603
                self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                encoding="utf-8")
        else:
            self._process.stdin.write("\t".join(filter(str.isprintable, records)) + "\n")
            self._process.stdin.flush()
        for line in self._process.stdout:
            if line.rstrip("\n") == DONE:
                return
            say(line.removesuffix("\n"))
        self.stop()  # it died, and has told why

    def stop(self) -> None:
        """End the process; what it was building is never shown."""
        if self._process:
            self._process.terminate()
            self._process.communicate()
            self._process = None


def rebuild_on_change(build: Callable[[list[Path]], None], ready: str) -> None:
    """Say `ready` once changes are watched for, then call `build` with what has changed each time;
    returns when interrupted."""
    places = [RECORDS, SCHEMA, CONTENT, THEME, ROOT / "katalog", ROOT / "pelicanconf.py", PUBLISHER,
              STATEMENT]
    for changes in watch(*places, watch_filter=_Sources(), raise_interrupt=False,
                         yield_on_timeout=True, rust_timeout=300):
        if ready:
            say(ready)
            ready = ""
        if not changes:
            continue
        changed = sorted({Path(path) for _, path in changes})
        say(f"Ändrat: {', '.join(map(shown, changed))}. Bygger om …")
        build(changed)
