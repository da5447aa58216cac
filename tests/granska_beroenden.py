"""Is anything that the guide is built with known to be weak? `python -m tests.granska_beroenden`

Comes in: the locks of Python and npm; the answers of pip-audit and `npm audit`. Goes out: lines in
Swedish; exit code 1 when a weakness is known or a package has vanished from its registry.

Both programs ask a service on the net, and neither can be trusted on its exit code alone: pip-audit
says "No known vulnerabilities found", 0, when the service knew none of the packages, and 1 both for
a weakness and for a net that is down. So their JSON is read. A service that cannot answer fails
nothing, but is said plainly: nobody should believe that the locks were audited.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from katalog.paths import ROOT
from katalog.problems import printable

LOCKS = sorted(ROOT.glob("requirements*.txt"))
NPM = ROOT / "tests" / "verktyg"
# Weaknesses that do not touch the guide: {"GHSA-…": "why, and until when it is left"}.
ACCEPTED: dict[str, str] = {}


@dataclass
class Answer:
    """What a program said of one lock: how many packages the service knew, what it found, and
    why it did not answer at all."""

    name: str
    known: int = 0
    weak: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    silent: str = ""

    @property
    def is_bad(self) -> bool:
        """True when somebody has to do something."""
        return bool(self.weak or self.vanished)

    def lines(self) -> list[str]:
        """Return the answer in words."""
        if self.silent:
            return [f"{self.name}: GRANSKADES INTE. Tjänsten kunde inte svara: {self.silent}"]
        bad = [f"{self.name}: känd svaghet: {text}" for text in self.weak]
        bad += [f"{self.name}: {text} finns inte längre i registret, fast andra paket gör det. Det "
                "kan vara borttaget för att det är skadligt." for text in self.vanished]
        return bad or [f"{self.name}: {self.known} paket granskade, inga kända svagheter."]


def of_pip_audit(name: str, said: str, complaint: str,
                 accepted: Mapping[str, str] = ACCEPTED) -> Answer:  # fmt: skip
    """Read what `pip-audit --format json` printed, and what it complained of."""
    packages = _json(said).get("dependencies", [])
    known = [package for package in packages if "skip_reason" not in package]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if not known:
        return Answer(name, silent=f"inget av {len(unknown)} paket är känt där." if unknown
                      else _last_line(complaint))
    weak = [f"{package['name']} {package['version']}: {_names(weakness)}, "
            f"rättat i {', '.join(weakness['fix_versions']) or 'ingen version'}"
            for package in known for weakness in package["vulns"]
            if not {weakness["id"], *weakness["aliases"]} & set(accepted)]
    return Answer(name, len(known), weak, unknown)


def of_npm_audit(name: str, said: str, complaint: str,
                 accepted: Mapping[str, str] = ACCEPTED) -> Answer:  # fmt: skip
    """Read what `npm audit --json` printed, and what it complained of."""
    report = _json(said)
    if "vulnerabilities" not in report:
        return Answer(name, silent=report.get("message") or _last_line(complaint))
    reasons = {reason["url"].rpartition("/")[2]: reason
               for package in report["vulnerabilities"].values()
               for reason in package["via"] if isinstance(reason, dict)}
    weak = [f"{reason['name']} {reason['range']}: {weakness}, {reason['title']}"
            for weakness, reason in sorted(reasons.items()) if weakness not in accepted]
    return Answer(name, report["metadata"]["dependencies"]["total"], weak)


def ask() -> list[Answer]:
    """Ask both programs about every lock."""
    answers = []
    for lock in LOCKS:
        done = _run(ROOT, sys.executable, "-m", "pip_audit", "--format=json", "--disable-pip",
                    "--require-hashes", "--progress-spinner=off", "-r", str(lock))
        answers.append(of_pip_audit(lock.name, done.stdout, done.stderr))
    npm = "npm.cmd" if os.name == "nt" else "npm"
    done = _run(NPM, npm, "audit", "--json")
    return [*answers, of_npm_audit("tests/verktyg", done.stdout, done.stderr)]


def main() -> int:
    """Print every answer, on GitHub with a note on the run; return the exit code."""
    answers = ask()
    for answer in answers:
        for line in map(printable, answer.lines()):
            print(line)
            mark = "error" if answer.is_bad else "warning" if answer.silent else ""
            if mark and os.environ.get("GITHUB_ACTIONS") == "true":
                print(f"::{mark}::{line}")
    return int(any(answer.is_bad for answer in answers))


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess:
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8",
                              check=False)
    except FileNotFoundError:
        return subprocess.CompletedProcess(command, 1, "", f"{command[0]} finns inte på datorn.")


def _json(said: str) -> dict[str, Any]:
    try:
        read = json.loads(said)
    except ValueError:  # it broke before it had anything to say
        return {}
    return read if isinstance(read, dict) else {}


def _last_line(complaint: str) -> str:
    return (complaint.strip().split("\n") or [""])[-1] or "inget svar."


def _names(weakness: dict[str, Any]) -> str:
    return " ".join([weakness["id"], *weakness["aliases"]])


if __name__ == "__main__":
    sys.exit(main())
