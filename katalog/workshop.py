"""The builder behind `visa`: it stays, and remembers, as long as nothing but records changes.

Comes in: on standard input a line a round, the names of the record files that have changed with
tabs between. Goes out: the site, words for the terminal, DONE when the round is over. Before the
whole site comes the page of each changed record, in a folder that the server looks in first: so an
editor sees it at once, however large the guide.
"""

import shutil
import sys
from contextlib import suppress
from pathlib import Path

from pelican.writers import Writer

from katalog import progress, template_words
from katalog.catalog import with_record
from katalog.memory import Memory
from katalog.pages import insats_page
from katalog.paths import OUTPUT, RECORDS
from katalog.problems import BadInput, errors
from katalog.records import Record
from katalog.terminal import DONE, say, tell
from katalog.told_build import build_and_tell


def main(address: str, first: Path) -> None:
    """Build at once, then once for every line. `first` is the folder of what comes first."""
    memory = Memory()
    with progress.watched():
        _round(address, first, memory)
        for line in sys.stdin:
            write_first(line.rstrip("\n").split("\t"), first, memory)
            _round(address, first, memory)


def _round(address: str, first: Path, memory: Memory) -> None:
    """Build. What has come first stays until the site itself has it."""
    try:
        if build_and_tell(OUTPUT, RECORDS, address, memory=memory) == 0:
            for path in first.iterdir():
                shutil.rmtree(path)
    except BadInput as bad:  # a word list or a settings file
        tell(bad.problems)
    say(DONE)


def write_first(names: list[str], folder: Path, memory: Memory) -> None:
    """Write the pages of records that have changed and are sound in themselves."""
    for name in names:
        path = RECORDS / name
        record, problems = memory.read(path) if path.is_file() else (None, [])
        if record and not errors(problems) and memory.generator:
            _write_first(record, folder, memory)


def _write_first(record: Record, folder: Path, memory: Memory) -> None:
    """Write one record's page in each language, with what the last build knew of all others."""
    writer = Writer(str(folder), settings=memory.generator.settings)
    for catalog in memory.generator.catalogs.values():
        now = with_record(record, catalog)
        try:
            page = insats_page(now.posts[record.id], now)
        except KeyError:  # it points at a record that is not there, which the build tells
            return
        memory.generator.write(writer, page, now.language, template_words.words(now))


if __name__ == "__main__":
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    with suppress(KeyboardInterrupt):
        main(sys.argv[1], Path(sys.argv[2]))
