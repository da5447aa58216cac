"""A host for the tests of the worker: it publishes builds, goes down, comes back, and spoils files.

Comes in: builds {address: bytes}. Goes out: an address that a browser can visit, and what was
asked of it. It lets browsers keep files for ten minutes, as GitHub does, which is when an old file
gets in among new ones.
"""

import mimetypes
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.conftest import contents

Build = dict[str, bytes]
CUT = "cut"  # as spoiled: the connection is lost half way


def as_build(folder: Path) -> Build:
    """Return a finished site as {address: bytes}."""
    return {name.removesuffix("index.html"): body for name, body in contents(folder).items()}


class Host:
    """Serves one build at a time below a path; `spoilt` {address: body, status or CUT}."""

    def __init__(self, path: str, build: Build):
        self.path, self.build = path, build
        self.spoilt: dict[str, Callable[[bytes], bytes] | int | str] = {}
        self.asked: list[str] = []
        self.port = 0
        self.up()

    @property
    def address(self) -> str:
        """Where the guide is, with a slash at the end."""
        return f"http://127.0.0.1:{self.port}/{self.path}"

    def up(self) -> None:
        """Start to answer, at the same port as before."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler())
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def down(self) -> None:
        """Stop to answer: nobody listens at the port."""
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str) -> tuple[int, bytes, str]:
        """Return (status, body, address) of what is asked for."""
        address = path.removeprefix(f"/{self.path}")
        self.asked.append(address)
        found = path.startswith(f"/{self.path}") and self.build.get(address)
        if found is False or found is None:
            return 404, self.build["404.html"], "404.html"
        spoil = self.spoilt.get(address)
        if callable(spoil):
            return 200, spoil(found), address
        return (spoil if isinstance(spoil, int) else 200), found, address

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, body, address = host.answer(urlsplit(self.path).path)
                kind = mimetypes.guess_type(address)[0] or (
                    "text/html; charset=utf-8" if address.endswith("/") or not address
                    else "application/octet-stream")
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "max-age=600")
                self.end_headers()
                cut = host.spoilt.get(address) == CUT
                self.wfile.write(body[:len(body) // 2] if cut else body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
