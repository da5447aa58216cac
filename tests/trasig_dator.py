"""A machine that refuses: full and read-only disks, limits, no rights, a parent that is killed.

Comes in: commands, folders. Goes out: what the command said; small disks and open folders that
are gone afterwards. What the machine at hand does not let us do is skipped with the reason.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from katalog.paths import ROOT
from tests.conftest import clean_environment

NOBODY = 65534
ROOMY = "size=50000000,nr_inodes=50000"
PATIENCE = 20


def run(arguments: list[str], root: Path = ROOT, **options: object) -> subprocess.CompletedProcess:
    """Run a program as a terminal would, with more said of how."""
    return subprocess.run(arguments, cwd=root, env=clean_environment(), encoding="utf-8",
                          check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)


def limited(arguments: list[str], size: int, root: Path = ROOT) -> subprocess.CompletedProcess:
    """Run a program that may write no file larger than `size` bytes."""
    import resource  # not on Windows

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return run(arguments, root, preexec_fn=limit)


def unprivileged(arguments: list[str]) -> subprocess.CompletedProcess:
    """Run a program as one who may do little: as nobody if we are root, else as we are."""
    if os.getuid():
        return run(arguments)
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    if run([sys.executable, "-c", "import babel"], **who).returncode:
        pytest.skip("nobody may not run this Python")
    return run(arguments, **who)


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a folder that others can reach too (pytest's own cannot be)."""
    folder = Path(tempfile.mkdtemp(prefix="guiden-prov-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[[str], None]]:
    """Mount a disk of its own at a folder; give what changes its size, inodes or rights."""
    folder.mkdir()
    if mount("-t", "tmpfs", "-o", ROOMY, "guiden", folder):
        pytest.skip("no right to mount a disk")

    def remount(options: str) -> None:
        assert not mount("-o", f"remount,{options}", folder)

    try:
        yield remount
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def mount(*arguments: object) -> int:
    if not shutil.which("mount"):
        return 1
    return subprocess.run(["mount", *map(str, arguments)], check=False,
                          capture_output=True).returncode


def used(folder: Path) -> int:
    """Return the bytes that are taken on the disk of a folder."""
    return shutil.disk_usage(folder).used


def inodes(folder: Path) -> int:
    """Return the inodes that are taken on the disk of a folder."""
    disk = os.statvfs(folder)
    return disk.f_files - disk.f_ffree


def orphan(code: str) -> int:
    """Run Python code that starts a child and waits; kill it; return the child's process id."""
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=clean_environment())
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    try:
        until(lambda: children.read_text().split())
        return int(children.read_text().split()[0])
    finally:
        parent.kill()
        parent.wait()


def until(what: Callable[[], object]) -> None:
    """Wait for something to come true."""
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end
        time.sleep(0.02)
