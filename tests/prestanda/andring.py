"""What an editor waits for after one change: python -m tests.prestanda.andring POSTER SAJT

Comes in: a folder of records, a place to build to. Goes out: JSON on standard output, seconds until
the page of the changed record is right, until the whole site is built, and the part of the index.
The same steps as katalog/workshop.py takes.
"""

import json
import re
import sys
import time
from pathlib import Path

from katalog import search, workshop
from katalog.build import build
from katalog.memory import Memory

TRIES = 3
ADDRESS = "http://localhost:8000"


def main(records: Path, site: Path) -> None:
    """Build once, then change one record a few times; print the medians."""
    workshop.RECORDS, index = records, _timed()
    first, memory = site.with_name("forst"), Memory()
    build(site, records, ADDRESS, ["sv"], memory=memory)
    one = sorted(records.glob("*.yaml"))[len(list(records.iterdir())) // 2]
    taken = []
    for number in range(TRIES):
        text = re.sub(r"^namn: .*$", f"namn: Ändrad {number}", one.read_text("utf-8"), flags=re.M)
        one.write_text(text, encoding="utf-8", newline="\n")
        began = time.perf_counter()
        workshop.write_first([one.name], first, memory)
        page = (first / "insats" / one.stem / "index.html").read_text("utf-8")
        assert f"Ändrad {number}" in page
        right = time.perf_counter()
        index.clear()
        build(site, records, ADDRESS, ["sv"], memory=memory)
        taken.append((right - began, time.perf_counter() - right - sum(index), sum(index)))
    names = ("forst", "hela", "index")
    json.dump({name: sorted(each)[TRIES // 2]
               for name, each in zip(names, zip(*taken, strict=True), strict=True)}, sys.stdout)


def _timed() -> list[float]:
    """Return a list that gets the seconds of each making of the search index."""
    seconds, make = [], search.run_pagefind

    def timed(output: Path) -> None:
        began = time.perf_counter()
        make(output)
        seconds.append(time.perf_counter() - began)

    search.run_pagefind = timed
    return seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
