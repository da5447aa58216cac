"""Serve the site on this machine and rebuild when something changes.

Comes in: changes in records, schema, content, theme and settings. Goes out: http://localhost:8000.
A broken record is told in the terminal; the last whole site stays.
"""

import functools
import http.server
import os
import socketserver
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from watchfiles import Change, DefaultFilter, watch

from katalog.paths import CONTENT, OUTPUT, PUBLISHER, RECORDS, ROOT, SCHEMA, STATEMENT, THEME, shown

PORT = 8000


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the output folder like GitHub Pages does, with the guide's own 404 page."""

    extensions_map = {  # noqa: RUF012 (as the base class has it)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript", ".html": "text/html; charset=utf-8",
        ".json": "application/json", ".wasm": "application/wasm",
    }  # fmt: skip

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


def start_server(folder: Path = OUTPUT, port: int = PORT) -> _Server:
    """Serve a folder in a thread of its own; OSError when the port is taken."""
    server = _Server(("127.0.0.1", port), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def rebuild_on_change(build: Callable[[], None], say: Callable[[str], None], ready: str) -> None:
    """Say `ready` once changes are watched for, then call `build` after each; returns when
    interrupted."""
    places = [RECORDS, SCHEMA, CONTENT, THEME, ROOT / "pelicanconf.py", PUBLISHER, STATEMENT]
    for changes in watch(*places, watch_filter=_Sources(), raise_interrupt=False,
                         yield_on_timeout=True, rust_timeout=300):
        if ready:
            say(ready)
            ready = ""
        if not changes:
            continue
        names = sorted({shown(Path(path)) for _, path in changes})
        say(f"Ändrat: {', '.join(names)}. Bygger om …")
        build()
