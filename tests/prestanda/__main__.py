"""Measure how fast the guide is built: python -m tests.prestanda [STORLEK …] [--jamfor] [--skriv]

Comes in: sizes, this machine. Goes out: tables in Swedish, and with --skriv matning/prestanda.json;
exit code 1 when a limit of tests/budget.json does not hold.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from katalog.paths import ROOT
from tests.prestanda import verkliga
from tests.prestanda.budget import complaints, per_record, with_index
from tests.prestanda.jamfor import GUIDE, compare
from tests.prestanda.kor import SWEDISH_ONLY, after_change, build, make_records, throw_away
from tests.prestanda.tabell import heading, machine, number, numbers, progress, row

FILE = ROOT / "matning/prestanda.json"
DEFAULT = (50, 1_000)

Figures = dict[str, Any]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, judge."""
    options = _options(arguments)
    told: Figures = {"maskin": machine(), "storlekar": {}}
    print(", ".join(str(value) for value in told["maskin"].values()) + " (kärnor före Python)")
    with tempfile.TemporaryDirectory() as folder:
        told["verkliga"] = verkliga.measure(Path(folder))
        for size in options.storlek or DEFAULT:
            with tempfile.TemporaryDirectory(dir=folder) as own:
                told["storlekar"][str(size)] = _size(size, Path(own), options)
    _growth(told["storlekar"])
    if options.skriv:
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    wrong = complaints(told)
    heading("\n".join(wrong) if wrong else "Alla prövade gränser i tests/budget.json håller.")
    return 1 if wrong else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="guiden.py prestanda", description="Mät guiden.")
    parser.add_argument("storlek", nargs="*", type=int, metavar="STORLEK",
                        help="så många poster, t.ex. 50 1000 10000 50000 (50 1000)")
    parser.add_argument("--jamfor", action="store_true",
                        help="bygg samma sidor med Hugo och Eleventy, som hämtas första gången")
    parser.add_argument("--varv", type=int, default=3, help="så många varv i jämförelsen (3)")
    parser.add_argument("--skriv", action="store_true", help=f"skriv {FILE.relative_to(ROOT)}")
    return parser.parse_args(arguments)


def _size(size: int, folder: Path, options: argparse.Namespace) -> Figures:
    """Measure a guide of so many records."""
    progress(f"skriver {size} poster")
    records = make_records(size, folder / "poster")
    arguments = ("--insatser", records, *SWEDISH_ONLY)
    site = folder / "sajt"
    progress(f"bygger {size} poster")
    whole = build(site, *arguments)
    pages = sum(1 for _ in site.resolve().rglob("*.html"))
    progress(f"bygger {size} poster steg för steg")
    steps = build(site, *arguments, steps=True).steps
    throw_away(site)
    progress(f"ändrar en av {size} poster")
    changed = after_change(records, site)
    throw_away(site)
    told = {"sidor": pages, "steg": steps, "andring": changed, "bygg": {
        "vagg": whole.vagg_utan_index, "cpu": whole.utan_index, "minne": whole.minne_utan_index,
        "index_cpu": whole.index}}
    _print_size(size, told)
    if options.jamfor:
        told["jamforelse"] = compare(records, folder, options.varv, progress)
        _print_comparison(size, told["jamforelse"], options.varv)
    return told


def _print_size(size: int, told: Figures) -> None:
    heading(f"{number(size, 0)} påhittade poster, {number(told['sidor'], 0)} sidor på svenska.")
    row("steg", "vägg s", "CPU s", "andel %", "minne MB")
    total = sum(step["cpu"] for step in told["steg"].values())
    for name, step in sorted(told["steg"].items(), key=lambda pair: -pair[1]["cpu"]):
        row(name, *numbers((step["vagg"], step["cpu"]), 2),
            *numbers((100 * step["cpu"] / total, step["minne"]), 0))
    whole = told["bygg"]
    row("hela, utan sökindex", *numbers((whole["vagg"], whole["cpu"]), 2), "",
        number(whole["minne"], 0))
    row("sökindexet", "", number(whole["index_cpu"], 2))
    row("båda / sökindexet", "", number(with_index(whole), 2))
    heading("Efter en ändring i `visa`.")
    row("", "vägg s")
    for what, name in (("postens sida", "forst"), ("hela, utan sökindex", "hela"),
                       ("sökindexet", "index")):
        row(what, number(told["andring"][name], 2))


def _print_comparison(size: int, compared: Figures, turns: int) -> None:
    heading(f"Samma sidor av andra, {number(size, 0)} poster, median av {turns} varv "
            "(guiden utan sökindex).")
    row("", "CPU s", "vägg s", "minne MB", "insats kB", "listor MB", "sidor")
    for name, each in compared.items():
        weights = each["vikt"]
        row(f"{name} {each['version']}", *numbers((each["cpu"], each["vagg"]), 2),
            number(each["minne"], 0), number(weights["insats"] / 1e3),
            number(weights["listor"] / 1e6), number(weights["insatser"] + weights["listsidor"], 0))
    for name, each in compared.items():
        if name != GUIDE:
            row(f"guiden / {name}", number(each["cpu_andel"], 2), "",
                number(each["minne_andel"], 2))


def _growth(sizes: Figures) -> None:
    heading("Tillväxt, utan sökindex.")
    row("poster", "CPU ms/post", "minne MB")
    by_number = {int(size): told for size, told in sizes.items()}
    for size, told in by_number.items():
        row(number(size, 0), number(1000 * per_record(size, by_number), 2),
            number(told["bygg"]["minne"], 0))


if __name__ == "__main__":
    sys.exit(main())
