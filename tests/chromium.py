"""Find a Chromium for the browser tests, or fetch one.

Comes in: this machine. Goes out: the path of a browser (`find`); as a program, exit 0 when there
is one after all that can be tried, otherwise 1 and how to get one.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

# The shell first: the same engine without windows opens a page three times as fast.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome",
         "google-chrome-stable", "chrome")  # fmt: skip
# Flags that keep a test browser from asking the net for anything of its own.
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-first-run", "--disable-quic", "--disable-gpu")  # fmt: skip


def find() -> str:
    """Return the path of a Chromium (CHROMIUM, the machine's, Playwright's), '' if none."""
    for candidate in (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)):
        if candidate:
            return candidate
    own = _playwrights()
    return own if Path(own).exists() else ""


def arguments() -> list[str]:
    """Return the flags to start it with; root in a container cannot have Chromium's sandbox."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if is_root else [])]


def _playwrights() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _fetch() -> None:
    """Try Playwright's own download, then Debian's packages."""
    print("Ingen Chromium hittades. Hämtar Playwrights …", flush=True)
    _try([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
         if _is_root() else [sys.executable, "-m", "playwright", "install", "chromium"])
    if not find() and _is_root() and shutil.which("apt-get"):
        print("Det gick inte. Installerar Debians Chromium …", flush=True)
        _try(["apt-get", "update", "-qq"])
        for name in NAMES[:2]:
            if not find():
                _try(["apt-get", "install", "-y", "-qq", "--no-install-recommends", name])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _try(command: list[str]) -> None:
    """Run a command that may fail; what it says is shown only when it does."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error)
        return
    if done.returncode:
        print("\n".join((done.stdout + done.stderr).splitlines()[-3:]))


def main() -> int:
    """Make sure there is a browser."""
    if not find():
        _fetch()
    if find():
        return 0
    print("Testerna behöver en Chromium och ingen gick att hämta. Installera Chromium eller "
          "Google Chrome, eller sätt miljövariabeln CHROMIUM till en som finns.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
