"""Measure the search page by judged questions, in a real Chromium.

Comes in: a served site, tests/sokfragor*.tsv. Goes out: per question what was shown, and
nDCG@5, best grade among the first three, no-hit rate and MRR, whole and by category.

    python -m tests.matt_sok [--lista]     builds the site and prints the figures
"""

import csv
import math
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

HERE = Path(__file__).parent
FILES = (HERE / "sokfragor.tsv", HERE / "sokfragor_egna.tsv")
PAIRS = {"namn och nummer": ("namn", "nummer"), "fel och utan åäö": ("felstavning", "utan åäö")}
SHOWN = """() => document.querySelector("#traffar").getAttribute("aria-busy") === "false" """
ASK = """(hash) => {
  document.querySelector("#traffar").setAttribute("aria-busy", "true");
  history.replaceState(null, "", location.pathname); // so that the same question can be asked again
  location.hash = hash;
}"""
HITS = """() => [...document.querySelectorAll("#traffar [data-insats]")]
    .map(e => e.dataset.insats)"""


def questions() -> list[dict[str, Any]]:
    """Return every judged question; `relevant` is {insats id: grade}."""
    rows = []
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                judged = [pair.split(":") for pair in (row["relevant"] or "").split(",") if pair]
                rows.append({**row, "relevant": {name: int(grade) for name, grade in judged}})
    return rows


def ask(page: Any, query: str, **filters: str) -> list[str]:
    """Put a question in the address of the open search page; return the ids shown."""
    page.evaluate(ASK, urlencode({"q": query, **filters}))
    page.wait_for_function(SHOWN)
    return page.evaluate(HITS)


def ask_all(page: Any, query: str, **filters: str) -> list[str]:
    """Ask, press "Visa fler" to the end, and return the ids of all hits."""
    ask(page, query, **filters)
    while page.locator("#fler").is_visible():
        shown = page.locator("#traffar > *").count()
        page.locator("#fler").click()
        page.locator("#traffar > *").nth(shown).wait_for()
    return page.evaluate(HITS)


def ndcg(shown: list[str], relevant: dict[str, int], depth: int = 5) -> float:
    """Return nDCG@depth with gains 2^grade - 1; 1.0 when nothing was relevant or shown."""
    def gain(grades: list[int]) -> float:
        return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))

    ideal = gain(sorted(relevant.values(), reverse=True)[:depth])
    if not ideal:
        return float(not shown)
    return gain([relevant.get(name, 0) for name in shown[:depth]]) / ideal


def figures(answers: list[tuple[dict[str, Any], list[str]]]) -> dict[str, float]:
    """Return the figures of a set of (question, ids shown)."""
    judged = [(q, shown) for q, shown in answers if q["relevant"]]
    best = [any(q["relevant"].get(name) == max(q["relevant"].values()) for name in shown[:3])
            for q, shown in judged]
    mrr = [next((1 / (place + 1) for place, name in enumerate(shown)
                 if q["relevant"].get(name) == 2), 0) for q, shown in judged]
    return {
        "antal": len(answers),
        "ndcg5": _mean([ndcg(shown, q["relevant"]) for q, shown in judged]),
        "topp3": _mean(best),
        "utan": _mean([not shown for _, shown in judged]),
        "mrr": _mean(mrr),
        "tomma": _mean([not shown for q, shown in answers if not q["relevant"]]),
    }


def groups(answers: list[tuple[dict[str, Any], list[str]]]) -> dict[str, dict[str, float]]:
    """Return the figures of the whole, of each split, reader, category and pair of categories."""
    found = defaultdict(list)
    for question, shown in answers:
        names = {"alla", *(question[key] for key in ("split", "who", "category"))}
        names |= {pair for pair, members in PAIRS.items() if question["category"] in members}
        for name in names:
            found[name].append((question, shown))
    return {name: figures(rows) for name, rows in found.items()}


def _mean(values: list[Any]) -> float:
    return sum(values) / len(values) if values else float("nan")


def main() -> None:
    """Build, ask and print."""
    from playwright.sync_api import sync_playwright

    from katalog.build import build
    from katalog.serve import start_server
    from tests.chromium import arguments, find

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(Path(folder) / "sajt", languages=())
        server = start_server(Path(folder) / "sajt", 0)
        browser = playwright.chromium.launch(executable_path=find(), args=arguments())
        page = browser.new_page()
        page.goto(f"http://localhost:{server.server_address[1]}/sok/")
        answers = [(question, ask(page, question["query"])) for question in questions()]
        browser.close()
    if "--lista" in sys.argv:
        for question, shown in sorted(answers, key=lambda a: ndcg(a[1], a[0]["relevant"])):
            print(f"{ndcg(shown, question['relevant']):.2f} {question['qid']} "
                  f"{question['category']}: {question['query']} → {shown[:5]} "
                  f"({question['relevant']})")
    for name, row in sorted(groups(answers).items()):
        print(f"{name:20}" + "  ".join(f"{key} {value:.2f}" for key, value in row.items()))


if __name__ == "__main__":
    main()
