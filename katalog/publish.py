"""Put a finished site in place, all at once.

Comes in: the place that a site is served from. Goes out: a folder to build in, and when that went
well the place shows it. Until then the place shows what it did, whole; so it does when the build
is killed, and the next one tidies up. Beside a place `ut` stand:
  .ut.las               held by the build that goes on; builds to one place take turns
  .ut-bygge-abcd1234    being written or taken away, or left so by a killed build; never shown
  .ut-version-abcd1234  a whole site: the one shown, and for a while those that were
  .ut-gammal            a whole site that was a folder in the place itself
On Linux and macOS the place is a symbolic link, which is flipped in one step. On Windows links
need rights that most users lack, so folders are renamed: for a moment nothing is there, as
elsewhere when plain `pelican` left a folder in the place. A build killed in that very moment is
mended by the next.
"""

import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from katalog import lock

MARK = Path("sok/ord.json")  # only the guide writes it: such a folder may be replaced
LINKS = os.name == "posix"
BUILDING, WHOLE, ASIDE = "bygge", "version", "gammal"
# Seconds that a replaced version is left: a server may be in the middle of a file, a copy to
# another machine in the middle of the folder.
GRACE = 60
PATIENCE = 600  # seconds to wait for another build


class CannotPublish(Exception):
    """The place is taken: by something the guide did not build, or by a build that never ends."""


def claim(folder: Path) -> None:
    """Mark an empty folder as the guide's: what a killed `pelican` leaves may then be replaced."""
    if not folder.is_dir() or not any(folder.iterdir()):
        (folder / MARK).parent.mkdir(parents=True)
        (folder / MARK).touch()


def silent(_: str) -> None:
    """Say nothing."""


@contextmanager
def new_site(place: Path, say: Callable[[str], None] = silent) -> Iterator[Path]:
    """Give an empty folder beside `place`; show it there if the block ends well."""
    place = Path(os.path.normpath(place.absolute()))
    _refuse_foreign(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    with _turn(place, say):
        _restore(place)
        _clean(place)
        folder = Path(tempfile.mkdtemp(prefix=f".{place.name}-{BUILDING}-", dir=place.parent))
        try:
            folder.chmod(0o755)  # mkdtemp makes it private; a web server must be able to read it
            yield folder
            _refuse_foreign(place)
            _let_everybody_read(folder)
            # Now whole, and never again touched but to be taken away.
            _show(folder.rename(_named(folder, WHOLE)), place)
        finally:
            _clean(place)


def _let_everybody_read(folder: Path) -> None:
    """A web server is somebody else, whatever the one who builds keeps from others (umask)."""
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def _turn(place: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Builds take turns, so that what was begun last is what is shown in the end."""

    def wait() -> None:
        say(f"Ett annat bygge till {place} pågår. Väntar på det …")

    try:
        with lock.held(_beside(place, ".las"), PATIENCE, wait):
            yield
    except lock.StillTaken:
        raise CannotPublish(f"Ett annat bygge till {place} har pågått i {PATIENCE // 60} minuter. "
                            "Avsluta det och bygg igen, eller välj en annan mapp med --ut."
                            ) from None


def _show(whole: Path, place: Path) -> None:
    new = _link_to(whole, place) if LINKS else whole
    if place.is_dir() and not place.is_symlink():
        _swap_folders(new, place)
        return
    _note_replaced(_shown(place))
    new.replace(place)  # os.replace: one step, whatever was there


def _link_to(whole: Path, place: Path) -> Path:
    link = _beside(place, ".lank")
    link.unlink(missing_ok=True)
    link.symlink_to(whole.name)
    return link


def _swap_folders(new: Path, place: Path) -> None:
    """Two steps instead of one; if the second is refused, the first is taken back."""
    aside = _beside(place, f"-{ASIDE}")
    if aside.exists():
        _remove(aside, place)
    _note_replaced(place)
    place.rename(aside)
    try:
        new.rename(place)
    finally:
        _restore(place)


def _restore(place: Path) -> None:
    """Put back a folder that was moved aside when nothing came instead."""
    aside = _beside(place, f"-{ASIDE}")
    if aside.exists() and not os.path.lexists(place):
        aside.rename(place)


def _clean(place: Path) -> None:
    """Take away what is not shown and not just replaced; the lock must be held. What cannot be
    taken away is left for the next time."""
    for folder in _all(place, BUILDING):
        shutil.rmtree(folder, ignore_errors=True)
    for folder in (*_all(place, WHOLE), _beside(place, f"-{ASIDE}")):
        with suppress(OSError):
            if folder != _shown(place) and folder.is_dir() and not _just_replaced(folder):
                _remove(folder, place)


def _remove(folder: Path, place: Path) -> None:
    """Take a whole site away, its name first: half of one is never called whole."""
    doomed = folder.rename(_beside(place, f"-{BUILDING}-{secrets.token_hex(4)}"))
    shutil.rmtree(doomed, ignore_errors=True)


def _note_replaced(folder: Path | None) -> None:
    with suppress(OSError):
        if folder:
            os.utime(folder)


def _just_replaced(folder: Path) -> bool:
    return 0 <= time.time() - folder.stat().st_mtime < GRACE


def _shown(place: Path) -> Path | None:
    return place.with_name(str(place.readlink())) if place.is_symlink() else None


def _all(place: Path, kind: str) -> list[Path]:
    """Return our folders of a kind. The pattern is strict: nobody else's folder is touched."""
    ours = re.compile(re.escape(f".{place.name}-{kind}-") + "[a-z0-9_]{8}")  # as mkdtemp names
    return [path for path in place.parent.iterdir() if ours.fullmatch(path.name)]


def _named(folder: Path, kind: str) -> Path:
    return folder.with_name(f"-{kind}-".join(folder.name.rsplit(f"-{BUILDING}-", 1)))


def _beside(place: Path, end: str) -> Path:
    return place.with_name(f".{place.name}{end}")


def _refuse_foreign(place: Path) -> None:
    if place.is_file():
        raise CannotPublish(f"{place} är en fil. Välj en annan mapp med --ut.")
    if place.is_symlink():
        if not str(place.readlink()).startswith(f".{place.name}-"):
            raise CannotPublish(
                f"{place} är en länk till {place.readlink()}, som guiden inte har gjort. Bygg till "
                "den mappen med --ut, eller ta bort länken.")
    elif place.is_dir() and any(place.iterdir()) and not (place / MARK).exists():
        raise CannotPublish(
            f"{place} har innehåll som guiden inte har byggt. Välj en annan mapp med --ut, "
            "eller flytta undan det som ligger där.")
