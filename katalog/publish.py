"""Put a finished site in place, all at once.

Comes in: a built folder and the place it shall be served from. Goes out: the place shows the
new site; before, it showed the old one whole.
On Linux and macOS the place is a symbolic link that os.replace flips in one step. On Windows
links need rights most users lack, so the folder is renamed: for a moment nothing is there.
"""

import os
import shutil
import tempfile
from pathlib import Path

MARK = Path("sok/ord.json")  # only the guide writes it: such a folder may be replaced


class CannotPublish(Exception):
    """The place is taken by something the guide did not build."""


def new_build_folder(place: Path) -> Path:
    """Return an empty folder beside `place`, on the same disk, for the next build."""
    _refuse_foreign(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    folder.chmod(0o755)  # mkdtemp makes it private; a web server must be able to read it
    return folder


def publish(built: Path, place: Path) -> None:
    """Let `place` show `built`, then remove what it showed before."""
    _refuse_foreign(place)
    _let_everybody_read(built)
    if os.name == "posix":
        _flip_link(built, place)
    else:
        _rename(built, place)


def discard(built: Path) -> None:
    """Remove a build that failed."""
    shutil.rmtree(built, ignore_errors=True)


def _let_everybody_read(built: Path) -> None:
    """A web server is somebody else, whatever the one who builds keeps from others (umask)."""
    for path in built.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _flip_link(built: Path, place: Path) -> None:
    before = place.resolve() if place.is_symlink() else None
    if place.is_dir() and not place.is_symlink():
        # A folder from plain `pelican` or another system: only this first time is there a gap.
        before = place.with_name(f".{place.name}-gammal")
        place.rename(before)
    link = built.with_name(built.name + ".lank")
    link.symlink_to(built.name)
    link.replace(place)  # os.replace: one step, whatever was there
    if before and before != built.resolve():
        shutil.rmtree(before, ignore_errors=True)


def _rename(built: Path, place: Path) -> None:
    before = place.with_name(f".{place.name}-gammal")
    shutil.rmtree(before, ignore_errors=True)
    if place.exists():
        place.rename(before)
    built.rename(place)
    shutil.rmtree(before, ignore_errors=True)


def _refuse_foreign(place: Path) -> None:
    if place.is_file():
        raise CannotPublish(f"{place} är en fil. Välj en annan mapp med --ut.")
    if place.is_dir() and any(place.iterdir()) and not (place / MARK).exists():
        raise CannotPublish(
            f"{place} har innehåll som guiden inte har byggt. Välj en annan mapp med --ut, "
            "eller flytta undan det som ligger där.")
