"""What has changed in a git checkout: each file as it was, and as it is now.

Comes in: something git knows (a branch, a commit, HEAD^1). Goes out: [ChangedFile], or
CannotCompare with what to do about it. What was is read where the two lines of work parted, so
that other people's newer work on main does not look like ours undone.
"""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from katalog.paths import ROOT

COMMIT = re.compile("[0-9a-f]{40,64}")
UNKNOWN = ('git känner inte till "{ref}" här. Skriv en gren eller ett commit-id, '
           "till exempel: --mot origin/main")  # fmt: skip
SHALLOW = ("Historiken räcker inte till: kopian är hämtad utan äldre versioner. Hämta dem med "
           "git fetch --unshallow (i ett arbetsflöde: fetch-depth).")  # fmt: skip


@dataclass(frozen=True)
class ChangedFile:
    """One file. None where it is not there, is a link, or is not text."""

    name: str
    before: str | None
    after: str | None
    is_there: bool


class CannotCompare(Exception):
    """There is nothing to compare with; the message says why, in Swedish."""


def changed_files(ref: str, root: Path = ROOT) -> list[ChangedFile]:
    """Return every file that is not as it was, also those not yet added to git."""
    base = parting(ref, root)
    names = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", base)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return [ChangedFile(name, _text(_before(root, base, name)), _text(_after(root / name)),
                        os.path.lexists(root / name))
            for name in sorted({*_names(names), *_names(new)})]


def parting(ref: str, root: Path = ROOT) -> str:
    """Return the commit where the line of `ref` and ours parted."""
    inside = _run(root, "rev-parse", "--is-shallow-repository")
    if inside.returncode:
        raise CannotCompare("Mappen är ingen git-kopia, så det finns inget att jämföra med. "
                            f"Git säger: {_said(inside)}")
    too_little = SHALLOW if inside.stdout.strip() == b"true" else UNKNOWN.format(ref=ref)
    known = _run(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    commit = known.stdout.decode("utf-8", "replace").strip()
    if not COMMIT.fullmatch(commit):  # git also takes "not this" and options for an answer
        raise CannotCompare(too_little)
    found = _run(root, "merge-base", commit, "HEAD")
    if found.returncode:
        raise CannotCompare(SHALLOW if too_little == SHALLOW else
                            f'"{ref}" och det du har här saknar gemensam historik.')
    return found.stdout.decode().strip()


def lines_with(pattern: str, commit: str, root: Path = ROOT) -> set[str]:
    """Return every text that an extended regular expression finds in a commit."""
    done = _run(root, "grep", "-hoIE", "-e", pattern, commit, "--", ".")
    return set(done.stdout.decode("utf-8", "replace").split("\n")) - {""}


def _before(root: Path, commit: str, name: str) -> bytes | None:
    done = _run(root, "cat-file", "blob", f"{commit}:./{name}")
    return None if done.returncode else done.stdout


def _after(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def _text(raw: bytes | None) -> str | None:
    return None if raw is None or b"\0" in raw else raw.decode("utf-8", "replace")


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _git(root: Path, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode:
        raise CannotCompare(f"Git kunde inte jämföra: {_said(done)}")
    return done.stdout


def _said(done: subprocess.CompletedProcess) -> str:
    return " ".join(done.stderr.decode("utf-8", "replace").split()) or "ingenting"


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise CannotCompare("Programmet git finns inte på datorn. Installera det, eller jämför "
                            "i webbläsaren under fliken Files changed.") from None
