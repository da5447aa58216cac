#!/usr/bin/env python3
"""Insatsguiden's front door: makes the environment, then hands over.

Comes in: a stock Python 3.11+ and the two locked requirement files. Goes out: .venv, and then
whatever `python -m katalog` or pytest makes. Standard library only: this runs before anything
is installed.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HELP = """Insatsguiden

    python3 guiden.py                       bygg guiden och visa den på http://localhost:8000
    python3 guiden.py visa --port 8001      samma, på en annan port
    python3 guiden.py kontrollera [FIL …]   kontrollera poster (--kvalitet: vad de inte svarar på,
                                            --mot GIT-REF: vilka kontaktuppgifter som ändrats)
    python3 guiden.py bygg                  bygg en gång (--ut MAPP, --insatser MAPP, --adress URL)
    python3 guiden.py oversatt              uppdatera språkens filer (--nytt KOD: ett språk till)
    python3 guiden.py test                  kör alla tester, också de i webbläsare
    python3 guiden.py bevisa                kör de långa bevisen
    python3 guiden.py prestanda             mät hur fort guiden byggs (--jamfor: mot Hugo, Eleventy)

Börja i README.md. Redaktörer läser CONTRIBUTING.md."""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LEAST = (3, 11)
# The proofs take times, so they run one after the other.
TESTS = {"test": ["-m", "not bevis", "-n", "auto", "--dist", "worksteal"],
         "bevisa": ["-m", "bevis"]}
MEASURE = "prestanda"
COMMANDS = ("visa", "bygg", "kontrollera", "oversatt", *TESTS, MEASURE)
NEEDS_LOCK = {True: "requirements-test.txt", False: "requirements.txt"}


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    if sys.version_info < LEAST:
        print(f"Guiden behöver Python {LEAST[0]}.{LEAST[1]} eller nyare; det här är "
              f"{sys.version.split()[0]}. Hämta en nyare på python.org.")
        return 1
    command = arguments[0] if arguments else "visa"
    if command in ("-h", "--help", "hjälp"):
        print(HELP)
        return 0
    if command not in COMMANDS:
        print(f'Kommandot "{command}" finns inte.\n\n{HELP}')
        return 2
    problem = prepare(testing=command in (*TESTS, MEASURE))
    if problem:
        print(problem)
        return 1
    if command == MEASURE:
        return run([str(PYTHON), "-m", "tests.prestanda", *arguments[1:]])
    if command in TESTS:
        return run_tests(command, arguments[1:])
    return run([str(PYTHON), "-m", "katalog", *(arguments or ["visa"])])


def prepare(testing: bool) -> str:
    """Make .venv and install what is locked; return what went wrong, or ''."""
    lock = ROOT / NEEDS_LOCK[testing]
    if is_ready(lock):
        return ""
    if not PYTHON.exists():
        print("Gör en egen miljö i .venv (bara första gången) …", flush=True)
        try:
            venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
        except (subprocess.CalledProcessError, OSError, ImportError) as error:
            return (f"Det gick inte att göra .venv: {error}\n"
                    "På Debian och Ubuntu hjälper: sudo apt-get install python3-venv")
    print(f"Installerar det som står i {lock.name} (någon minut första gången) …", flush=True)
    done = run([str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check",
                "--require-hashes", "--only-binary", ":all:", "-r", str(lock)])
    if done:
        return ("Installationen misslyckades. Är datorn på nätet? Ta annars bort mappen .venv "
                "och försök igen.")
    stamp(lock).write_text(digest(lock), encoding="ascii")
    return ""


def is_ready(lock: Path) -> bool:
    """Say whether .venv holds what the lock asks for; the test lock covers the other one."""
    for name in set(NEEDS_LOCK.values()):
        candidate = ROOT / name
        covers = candidate == lock or name == NEEDS_LOCK[True]
        installed = covers and PYTHON.exists() and stamp(candidate).exists()
        if installed and stamp(candidate).read_text(encoding="ascii") == digest(candidate):
            return True
    return False


def stamp(lock: Path) -> Path:
    """Return the file in .venv that remembers which version of a lock is installed."""
    return VENV / f"{lock.stem}.sha256"


def digest(lock: Path) -> str:
    """Return a fingerprint of a lock file, the same whatever its line ends."""
    version = "{}.{}".format(*sys.version_info)
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest() + " " + version


def run_tests(command: str, extra: list[str]) -> int:
    """Find or fetch a Chromium, then run pytest."""
    chromium = run([str(PYTHON), "-m", "tests.chromium"])
    if chromium:
        return chromium
    return run([str(PYTHON), "-m", "pytest", *TESTS[command], *extra])


def run(command: list[str]) -> int:
    """Run a program in the repository's folder; return its exit code."""
    try:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
