"""How fast a large guide is searched: python -m tests.prestanda_sok [antal poster]

Comes in: the real records, this machine. Goes out: a guide of many records made from them, and
a small table in Swedish of what each search takes on a slow phone. test_sok_stort.py holds the
figures to the limits of budget.json.
"""

import statistics
import sys
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from katalog.build import build
from katalog.records import load_records
from katalog.serve import start_server
from katalog.vocabularies import load_vocabularies
from tests import chromium
from tests.factory import dump
from tests.test_sok_vikt import own_files

MANY = 5000
SLOWER = 4  # times, as the budget's slow phone
STEP = 3  # kommuner between one copy of a record and the next; no two copies share their first
WARM = "stöd"
QUERIES = (
    "sjukskriven", "jag är sjukskriven och vill börja jobba", "arbetsträning", "autism",
    "22-åring i Tyresö", "arbetsförmedligen", "soc", "hemmasittare", "MIA", "din tur arvika",
    "min son sitter bara hemma", "supported employment", "kvinnor svenska jobb", "pizza",
    "missbruk", "work support for adults with autism", "utforsakrad", "träning",
    "vem samordnar när klienten har kontakt med både vård och soc", "08-606 83 71",
)  # fmt: skip
# From the address to what stands on the screen.
TIMED_ASK = """async (hash) => {
  const list = document.querySelector('#traffar');
  const start = performance.now();
  list.setAttribute('aria-busy', 'true');
  history.replaceState(null, '', location.pathname);
  const done = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (list.getAttribute('aria-busy') === 'false') { watch.disconnect(); resolve(); }
    });
    watch.observe(list, {attributes: true, attributeFilter: ['aria-busy']});
  });
  location.hash = hash;
  await done;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}"""


def make_records(folder: Path, count: int = MANY) -> list[dict[str, Any]]:
    """Write `count` records made from the real ones, each with its own id, name and kommuner."""
    originals = [record.data for record in load_records()[0]]
    kommuner = [name for name in load_vocabularies()["kommun"].values if name != "alla"]
    made = [_copy(data, number, kommuner)
            for number in range(-(-count // len(originals))) for data in originals][:count]
    for data in made:
        dump(data, folder, data["id"])
    return made


def _copy(original: dict[str, Any], number: int, kommuner: list[str]) -> dict[str, Any]:
    data = deepcopy(original)
    step = number * STEP
    moved = dict(zip(kommuner, [*kommuner[step:], *kommuner[:step]], strict=True))
    place = load_vocabularies()["kommun"].label(kommuner[step])
    data["id"] = f"{original['id']}-{number}"
    for words in (data, data.get("lattlast", {}), *data.get("oversattningar", {}).values()):
        if "namn" in words:
            words["namn"] += f" {place}"
    if "andra_namn" in data:
        data["andra_namn"] = [f"{name} {place}" for name in data["andra_namn"]]
    for pointer in ("foregangare", "efterfoljare", "del_av"):
        data.pop(pointer, None)
    if data["livscykel"] == "ersatt":  # would need a successor
        data["livscykel"] = "avslutad"
    return _moved(data, moved)


def _moved(value: Any, moved: dict[str, str]) -> Any:
    """Return the record with each kommun that stands in a list moved."""
    if isinstance(value, dict):
        return {key: _moved(inner, moved) for key, inner in value.items()}
    if isinstance(value, list):
        return [moved.get(item, item) if isinstance(item, str) else _moved(item, moved)
                for item in value]
    return value


def timed(page: Any, queries: tuple[str, ...]) -> dict[str, float]:
    """Ask each question on a slow phone, after a warm-up one; return its seconds."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    seconds = {query: page.evaluate(TIMED_ASK, urlencode({"q": query})) / 1000
               for query in (WARM, *queries)}
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    del seconds[WARM]
    return seconds


def main(count: int = MANY) -> None:
    """Build, ask and print."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        records, site = Path(folder) / "poster", Path(folder) / "ut"
        records.mkdir()
        make_records(records, count)
        build(site, records, languages=())
        server = start_server(site, 0)
        browser = playwright.chromium.launch(executable_path=chromium.find(),
                                             args=chromium.arguments())
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/sok/")
        seconds = timed(page, QUERIES)
        browser.close()
        weight = sum(own_files(site).values())
    for query, value in sorted(seconds.items(), key=lambda pair: pair[1]):
        sys.stdout.write(f"{value:6.2f} s  {query}\n")
    sys.stdout.write(f"{count} poster: median {statistics.median(seconds.values()):.2f} s, störst "
                     f"{max(seconds.values()):.2f} s; egna filer {weight:.1f} kB\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
