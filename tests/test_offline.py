"""The guide without a net: what is kept, how old it says it is, that no page is ever made of two
builds, and that both the visitor and the publisher can put an end to it.

Two builds, A and B, differ in a record, the stylesheet and the search; `host` publishes one of them
and can be down. `read` opens an address and returns what the page was made of.
"""

import contextlib
import gzip
import hashlib
import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, expect

from katalog.build import build
from katalog.catalog import LISTINGS
from katalog.languages import SWEDISH
from katalog.offline import PAGES, write_offline
from katalog.paths import THEME
from tests.conftest import change, checkout, katalog
from tests.vard import CUT, Build, Host, as_build

INSATS = "insats/mia-hbs/"
OTHER = "insats/klippan/"
WHOLE = "?allt="  # noted by the worker when all that is kept in advance is there
KEYS = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  }
  return found;
}"""
MAKE = "async (name) => (await caches.open(name)).put('/x', new Response('x'))"
NAMES = "() => caches.keys()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
CALM = """async () => {
  const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
  return !installing && !waiting && active.state === "activated";
}"""
OLD = """async ([name, day]) => (await caches.open(name)).put(
  new URL('?dag', name.split(' ')[0]), new Response(String(new Date(day).getTime())))"""


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Build]:
    """Build A, B and the one of a publisher who wants nothing kept."""
    folder = tmp_path_factory.mktemp("byggen")
    build(folder / "a", languages=["en"])
    copy = checkout(folder / "kopia")
    for name in ("mia-hbs", "klippan"):
        change(copy / f"insatser/{name}.yaml", r"^namn: .*$", f"namn: {name} i ny form")
    with (copy / "theme/static/css/guide.css").open("a", encoding="utf-8") as css:
        css.write("h1 { letter-spacing: 3px; }\n")
    change(copy / "theme/static/js/sok/motor.js", r"^let ready;$", "let ready; let b;")
    for name in ("b", "av"):
        done = katalog("bygg", "--ut", folder / name, "--sprak", "", root=copy)
        assert done.returncode == 0, done.stdout
        (copy / "utgivare.yaml").write_text("webbplats: Insatsguiden\nutan_nat: nej\n", "utf-8")
    return {name: as_build(folder / name.lower()) for name in ("A", "B", "av")}


@pytest.fixture(params=["", "guiden/"], ids=["root", "project path"])
def host(builds: dict[str, Build], request: pytest.FixtureRequest) -> Iterator[Host]:
    """A host that has published A."""
    yield from _host(builds["A"], request.param)


@pytest.fixture
def project(builds: dict[str, Build]) -> Iterator[Host]:
    """The same, below a path only: for what does not differ between root and path."""
    yield from _host(builds["A"], "guiden/")


def _host(build: Build, path: str) -> Iterator[Host]:
    running = Host(path, build)
    yield running
    running.down()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """A browser of someone's own, where a worker may be."""
    opened = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm")
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: Any) -> Any:
    return context.new_page()


def read(page: Any, host: Host, address: str = "",
         then: Callable[[], object] = lambda: None) -> Build:
    """Open a page, do something there, and return {address: bytes} of all that it got."""
    answers: list[Any] = []

    def note(answer: Any) -> None:
        answers.append(answer)

    page.on("response", note)
    page.goto(host.address + address, wait_until="load")
    then()
    page.wait_for_timeout(60)
    page.remove_listener("response", note)
    return {re.split("[?#]", answer.url)[0].removeprefix(host.address): answer.body()
            for answer in answers if answer.status == 200}


def made_of(got: Build, builds: dict[str, Build]) -> set[str]:
    """Return the builds that have all of this."""
    assert any(address.endswith(".css") for address in got), "the page has no looks"
    return {name for name, files in builds.items()
            if all(files.get(address) == body for address, body in got.items())}


def wait(page: Any, script: str, good: Callable[[Any], Any]) -> Any:
    """Ask until the answer is good. (The pages' policy forbids Playwright's own waiting.)"""
    until = time.monotonic() + 40  # a machine with much else to do
    while not good(found := page.evaluate(script)):
        assert time.monotonic() < until, found
        page.wait_for_timeout(30)
    return found


def keep(page: Any, host: Host, address: str = "") -> Build:
    """Visit a page and stay until all that is kept in advance is there."""
    got = read(page, host, address)
    language = "en/" if address.startswith("en/") else ""
    wait(page, KEYS, lambda keys: f"{host.address}{WHOLE}{language}" in keys)
    return got


def update(page: Any, host: Host, build: Build) -> None:
    """Publish a build and visit until its worker has taken over from the one before."""
    host.build = build
    version = re.search(rb'"version":"(\w+)"', build["sw.js"])[1].decode()
    read(page, host, "om/")
    wait(page, NAMES, lambda names: len(names) == 1 and names[0].endswith(version))


def search(page: Any) -> Callable[[], None]:
    """Return an act: ask the search page, and see the answer."""
    def act() -> None:
        page.get_by_role("searchbox").fill("sjukskriven länge")
        page.locator("#traffar > li").first.wait_for()
    return act


def age(page: Any) -> Any:
    return page.locator("main > p.notis[role=status]").first


def today(page: Any) -> str:
    """What day the browser says that it is in Sweden, for that is the clock the worker has."""
    return page.evaluate("new Intl.DateTimeFormat('sv-SE', "
                         "{ timeZone: 'Europe/Stockholm', dateStyle: 'long' }).format(new Date())")


# Without a net.


def test_visited_pages_listings_and_search_work_and_tell_their_age(
        page: Any, host: Host, builds: dict[str, Build]):
    keep(page, host, INSATS)
    host.down()
    lists = [name for name in builds["A"] if re.fullmatch(r"(kommun|malgrupp|vag-in)/[^/]+/", name)]
    for address in (INSATS, "", "a-o/", "egenanmalan/", "handlaggare/", "min-lista/", lists[0],
                    lists[-1], "kommun/"):
        assert "A" in made_of(read(page, host, address), builds), address
        assert page.url == host.address + address
        expect(age(page)).to_contain_text(f"från den {today(page)}")
    found = read(page, host, "sok/", search(page))
    assert made_of(found, builds) == {"A"}
    assert any("fragment" in address for address in found)
    found = read(page, host, "hitta-ratt/#kommun=tyreso", lambda: page.wait_for_timeout(300))
    assert "passar/insatser.json" in found
    host.up()


def test_with_a_net_nothing_is_said_and_the_net_comes_first(page: Any, project: Host):
    keep(page, project, INSATS)
    project.asked.clear()
    read(page, project, INSATS)
    page.wait_for_timeout(200)
    assert INSATS in project.asked
    expect(age(page)).to_have_count(0)


def test_the_age_is_that_of_the_copy(page: Any, project: Host):
    keep(page, project)
    (name,) = page.evaluate(NAMES)
    project.down()
    page.evaluate(OLD, [name, "2026-02-12T10:00"])
    read(page, project, "a-o/")
    expect(age(page)).to_have_text(
        "Guiden går inte att nå just nu. Du ser en sparad kopia från den 12 februari 2026.")
    project.up()


def test_a_page_that_is_not_kept_leads_to_help_and_back(page: Any, host: Host):
    keep(page, host)
    host.down()
    page.goto(host.address + OTHER)
    expect(page.get_by_text("Sidan du ville läsa är inte sparad")).to_be_visible()
    for number in ("112", "1177", "90101"):
        expect(page.locator(f"main a[href='tel:{number}']")).to_be_visible()
    page.get_by_role("link", name="Försök hämta sidan igen").click()
    expect(page.get_by_text("Sidan du ville läsa är inte sparad")).to_be_visible()
    host.up()
    page.get_by_role("link", name="Försök hämta sidan igen").click()
    expect(page).to_have_url(host.address + OTHER)
    expect(page.locator("h1")).to_contain_text("Klippan")


@pytest.mark.parametrize("wanted", ["https://exempel.se/", "//exempel.se/", "javascript:alert(1)",
                                    "../annat/"])
def test_nobody_can_be_led_away_from_the_guide(wanted: str, page: Any, project: Host):
    page.goto(f"{project.address}utan-nat/#{wanted}")
    expect(page.locator("#sparat")).not_to_be_empty()
    expect(page.locator("#saknas")).to_be_hidden()


def test_each_language_has_its_own_copies(page: Any, project: Host):
    keep(page, project, "en/")
    project.down()
    read(page, project, "en/a-o/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(f"{project.address}en/{OTHER}")
    expect(page).to_have_url(f"{project.address}en/utan-nat/#en/{OTHER}")
    page.goto(f"{project.address}a-o/")  # Swedish was never read here
    expect(page).to_have_url(f"{project.address}en/utan-nat/#a-o/")
    project.up()


def test_who_pays_for_the_net_gets_only_what_was_visited_and_saved(
        context: Any, page: Any, project: Host):
    context.add_init_script("""Object.defineProperty(navigator, 'connection',
      { value: { saveData: true } });""")
    page.goto(project.address + INSATS)
    wait(page, KEYS, lambda keys: f"{project.address}{INSATS}" in keys)
    page.evaluate("localStorage.setItem('min-lista:/guiden/', '[{\"id\": \"bria\"}]')")
    page.goto(project.address)
    wait(page, KEYS, lambda keys: f"{project.address}insats/bria/" in keys)
    wait(page, KEYS, lambda keys: f"{project.address}utan-nat/" in keys)
    page.wait_for_timeout(200)
    kept = {key for key in page.evaluate(KEYS) if key.endswith("/")}
    assert kept <= {project.address + address for address in
                    (INSATS, "insats/bria/", "", "utan-nat/")}
    project.down()
    read(page, project, INSATS)
    expect(age(page)).to_contain_text(today(page))
    page.goto(project.address + OTHER)
    expect(page.get_by_text("Sidan du ville läsa är inte sparad")).to_be_visible()
    project.up()


def test_what_is_asked_for_is_not_kept(page: Any, project: Host):
    keep(page, project)
    read(page, project, "sok/?q=hemligt")
    assert not [key for key in page.evaluate(KEYS) if "hemligt" in key]
    project.down()
    read(page, project, "sok/?q=hemligt")
    assert page.url == f"{project.address}sok/?q=hemligt"
    project.up()


# Never a mixed version.


def test_a_new_build_while_one_was_away(page: Any, project: Host, builds: dict[str, Build]):
    keep(page, project, INSATS)
    read(page, project, OTHER)
    project.build = builds["B"]
    project.down()
    for address in (INSATS, "a-o/"):
        assert made_of(read(page, project, address), builds) == {"A"}
    project.up()
    assert made_of(read(page, project, INSATS), builds) == {"B"}
    expect(age(page)).to_have_count(0)
    update(page, project, builds["B"])
    project.down()
    assert made_of(read(page, project, OTHER), builds) == {"B"}, "a visited page got lost"
    assert page.url == project.address + OTHER
    assert made_of(read(page, project, "sok/", search(page)), builds) == {"B"}
    assert made_of(read(page, project, "handlaggare/"), builds) == {"B"}
    project.up()


def test_an_old_copy_gets_nothing_new_when_the_net_is_back(
        page: Any, project: Host, builds: dict[str, Build]):
    keep(page, project)
    project.down()

    def back() -> None:
        project.build = builds["B"]
        project.up()
        search(page)()

    assert made_of(read(page, project, "sok/", back), builds) == {"A"}


def test_a_new_page_gets_nothing_old(page: Any, project: Host, builds: dict[str, Build]):
    keep(page, project, INSATS)
    project.build = builds["B"]
    project.spoilt = {"theme/css/guide.css": 500}
    got = read(page, project, INSATS)
    assert got[INSATS] == builds["B"][INSATS]
    assert "theme/css/guide.css" not in got


def test_an_open_page_keeps_to_its_own_build_when_another_takes_over(
        context: Any, page: Any, project: Host, builds: dict[str, Build]):
    keep(page, project)
    second = context.new_page()

    def taken_over() -> None:
        project.build = builds["B"]
        read(second, project, INSATS)
        wait(second, NAMES, lambda names: len(names) == 2)
        wait(second, CALM, lambda calm: calm)
        search(page)()

    assert made_of(read(page, project, "sok/", taken_over), builds) == {"A"}
    assert made_of(read(page, project, "sok/", search(page)), builds) == {"B"}


def test_a_page_without_copies_gets_an_error_rather_than_another_build(
        context: Any, page: Any, project: Host, builds: dict[str, Build]):
    context.add_init_script("""Object.defineProperty(navigator, 'connection',
      { value: { saveData: true } });""")
    page.goto(project.address)
    wait(page, KEYS, lambda keys: f"{project.address}utan-nat/" in keys)

    def new_build() -> None:
        project.build = builds["B"]
        page.get_by_role("searchbox").fill("sjukskriven länge")
        page.wait_for_timeout(500)

    got = read(page, project, "sok/", new_build)
    assert made_of(got, builds) == {"A"}


def test_a_worker_that_was_stopped_still_knows_its_pages(
        context: Any, page: Any, project: Host, builds: dict[str, Build]):
    keep(page, project)
    project.down()
    session = context.new_cdp_session(page)
    session.send("ServiceWorker.enable")

    def stopped() -> None:
        session.send("ServiceWorker.stopAllWorkers")
        search(page)()

    assert made_of(read(page, project, "sok/", stopped), builds) == {"A"}
    project.up()


def test_what_is_not_whole_is_never_kept(page: Any, project: Host):
    keep(page, project)
    project.spoilt = {"insats/klippan/": lambda body: body[:-9], "insats/bria/": CUT,
                      "insats/ester/": lambda body: body + b"<!-- -->", "insats/kur/": 500,
                      "insats/lumena/": lambda body: b""}
    for address in project.spoilt:
        with contextlib.suppress(Error):
            page.goto(project.address + address)
    assert set(project.spoilt) <= set(project.asked)
    project.down()
    for address in project.spoilt:
        page.goto(project.address + address)
        expect(page).to_have_url(f"{project.address}utan-nat/#{address}")
    project.up()


def test_a_spoilt_file_in_advance_is_never_kept(page: Any, project: Host):
    project.spoilt = {"a-o/": lambda body: body[:900]}
    page.goto(project.address)
    wait(page, KEYS, lambda keys: f"{project.address}handlaggare/" in keys)
    page.wait_for_timeout(300)
    keys = page.evaluate(KEYS)
    assert f"{project.address}a-o/" not in keys
    assert f"{project.address}{WHOLE}" not in keys


def test_a_host_that_rewrites_files_is_left_alone(
        page: Any, project: Host, builds: dict[str, Build]):
    """Nothing of it can be kept, but everything works as without a worker."""
    project.spoilt = {name: lambda body: body + b" " for name in builds["A"]
                      if name.endswith((".js", ".css")) and name != "sw.js"}
    page.goto(project.address)
    wait(page, KEYS, lambda keys: f"{project.address}utan-nat/" in keys)
    page.goto(f"{project.address}sok/")
    search(page)()


# An end to it.


def test_the_visitor_can_take_it_away_for_good(page: Any, project: Host):
    keep(page, project, INSATS)
    others = ["en annan webbplats", f"{project.address}annat/ utan-nat 123"]
    for name in others:
        page.evaluate(MAKE, name)
    read(page, project, "utan-nat/")
    expect(page.locator("#sparat")).to_have_text(
        re.compile(r"^Just nu är \d{2,3} sidor sparade\. De tar [12],\d MB\.$"))
    page.get_by_role("button", name="Ta bort det sparade").click()
    expect(page.locator("#sparat")).to_have_text("Inget är sparat, och inget kommer att sparas.")
    read(page, project, "a-o/")
    page.wait_for_timeout(400)
    assert page.evaluate(WORKERS) == 0
    assert sorted(page.evaluate(NAMES)) == sorted(others)
    read(page, project, "utan-nat/")
    page.get_by_role("button", name="Spara guiden här igen").click()
    wait(page, KEYS, lambda keys: f"{project.address}{WHOLE}" in keys)
    expect(page.get_by_role("button", name="Ta bort det sparade")).to_be_visible()


def test_a_page_that_stays_open_keeps_nothing_after_that(context: Any, page: Any, project: Host):
    keep(page, project)
    second = context.new_page()
    read(second, project, "sok/")
    second.wait_for_timeout(300)
    read(page, project, "utan-nat/")
    page.get_by_role("button", name="Ta bort det sparade").click()
    expect(page.get_by_role("button", name="Spara guiden här igen")).to_be_focused()
    search(second)()
    assert second.evaluate(KEYS) == []


def test_the_publisher_can_take_it_away(page: Any, project: Host, builds: dict[str, Build]):
    keep(page, project, INSATS)
    page.evaluate(MAKE, "en annan webbplats")
    project.build = builds["av"]
    read(page, project, "a-o/")
    wait(page, NAMES, lambda names: names == ["en annan webbplats"])
    wait(page, WORKERS, lambda number: number == 0)
    page.goto(f"{project.address}utan-nat/")
    page.reload()  # the browser's own store may have the page of before
    expect(page.locator("main")).to_contain_text("Den här guiden sparar inget")
    page.wait_for_timeout(300)
    assert page.evaluate(WORKERS) == 0
    project.down()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"{project.address}ordlista/")
    project.up()


def test_neighbours_on_the_host_are_left_alone(page: Any, builds: dict[str, Build]):
    """A guide at the root shares its host with whatever else lies below."""
    neighbours = dict.fromkeys(("grannen/", "grannen/2/"), b"<!doctype html><p>Granne")
    host = Host("", {**builds["A"], **neighbours})
    keep(page, host)
    page.goto(f"{host.address}grannen/")
    assert f"{host.address}grannen/" not in page.evaluate(KEYS)
    host.down()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"{host.address}grannen/2/")


@pytest.mark.parametrize("broken", [
    "delete Navigator.prototype.serviceWorker",
    "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('x'))",
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('x'); } })"])
def test_a_browser_that_keeps_nothing_reads_in_peace(broken: str, new_page: Any, project: Host):
    page = new_page(service_workers="allow")
    page.add_init_script(broken)
    for address in ("utan-nat/", "sok/"):
        page.goto(project.address + address)
        page.wait_for_timeout(200)
    search(page)()


# What the worker goes by.


def tiny(folder: Path, **changes: str) -> Path:
    """A finished site of few files, with the worker as Pelican leaves it."""
    pages = [f"{page}index.html" for page in PAGES]
    files = {name: name for name in (*pages, "insats/x/index.html", "passar/insatser.json",
                                     "kommun/index.html", "theme/css/guide.css", "404.html")}
    names = list({**files, **changes})
    for name in names if len(changes) % 2 else reversed(names):  # in any order on the disk
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text({**files, **changes}[name], encoding="utf-8")
    shutil.copytree(THEME / "static/sw", folder / "theme/sw")
    return folder


def written(folder: Path, **changes: str) -> tuple[str, dict[str, Any]]:
    """Return sw.js and offline.json of a small site."""
    write_offline(tiny(folder, **changes), [SWEDISH], keep=True)
    return ((folder / "sw.js").read_text("utf-8"),
            json.loads((folder / "offline.json").read_text("utf-8")))


def test_the_lists_tell_every_page_and_file_with_its_hash(builds: dict[str, Build]):
    told = {}
    for folder in ("", "en/"):
        files = json.loads(builds["A"][f"{folder}offline.json"])["filer"]
        assert all(address.startswith("en/") == bool(folder) for address in files)
        told.update(files)
    assert told
    for address, body in builds["A"].items():
        if address not in told:
            assert re.search(r"(^404\.html|\.nojekyll|sw\.js|offline\.json|/LICENSE|vendor\.json"
                             r"|pagefind-worker\.js|wasm\.unknown\.pagefind)$", address), address
        else:
            assert hashlib.sha256(body).hexdigest().startswith(told.pop(address)), address
    assert not told, "files that are not there"


@pytest.mark.parametrize("folder", ["", "en/"])
def test_what_is_kept_in_advance_is_all_lists_and_no_insats(folder: str, builds: dict[str, Build]):
    found = json.loads(builds["A"][f"{folder}offline.json"])["i_forvag"]
    lists = {name for name in builds["A"]
             if re.match(rf"{folder}({'|'.join(each.slug for each in LISTINGS)})/", name)}
    assert len(lists) > 80
    assert lists <= set(found)
    assert f"{folder}sok/ord.json" in found
    assert found[0] == f"{folder}utan-nat/"
    assert not [name for name in found if name.startswith(f"{folder}insats/")]
    weight = sum(min(len(body), len(gzip.compress(body, 6)))
                 for body in map(builds["A"].get, found)) / 1000
    assert weight <= 800, f"{weight:.0f} kB is too much to send unasked"


def test_a_large_guide_sends_no_more_unasked_than_a_phone_has_room_for(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("katalog.offline.MOST", 10_000)
    _, told = written(tmp_path, **{f"kommun/{n}/index.html": "x" * 3000 for n in range(9)})
    assert {*PAGES, "theme/css/guide.css", "passar/insatser.json"} <= set(told["i_forvag"])
    assert 1 <= sum(name.startswith("kommun/") for name in told["i_forvag"]) <= 4
    assert "kommun/8/" in told["filer"]


def test_all_pages_of_a_list_are_kept_in_advance(tmp_path: Path):
    further = [f"{address}sida-2/" for address in ("a-o/", "egenanmalan/", "malgrupp/uvas/")]
    _, told = written(tmp_path, **{f"{address}index.html": "x" for address in further})
    assert set(further) <= set(told["i_forvag"])
    start = [told["i_forvag"].index(address) for address in PAGES]
    assert max(start) < min(map(told["i_forvag"].index, further)), "first what one starts from"


def test_the_same_site_gives_the_same_bytes_whatever_the_disk(tmp_path: Path):
    first = written(tmp_path / "1", **{"om/index.html": "om"})
    second = written(tmp_path / "2", **{"om/index.html": "om", "404.html": "404.html"})
    assert first == second


def test_any_change_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    versions = {written(tmp_path / f"{number}", **change)[0].split("\n")[0]
                for number, change in enumerate(
                    ({}, {"index.html": "ny"}, {"theme/css/guide.css": "ny"},
                     {"om/index.html": "ny"}))}
    monkeypatch.setattr("katalog.offline.WORKER", ("minne.js", "svar.js"))
    versions.add(written(tmp_path / "worker")[0].split("\n")[0])
    assert len(versions) == 5


def test_the_worker_stands_alone_at_the_root(builds: dict[str, Build]):
    for name in ("A", "av"):
        assert "sw.js" in builds[name]
        assert not [address for address in builds[name] if address.startswith("theme/sw")]
    assert not [address for address in builds["av"] if address.endswith("offline.json")]
    assert b"utan-nat.js" not in builds["av"][""]
    assert not [address for address in builds["av"] if address.startswith("theme/js/utan-nat")]
    assert b"utan-nat.js" in builds["A"][""]


def test_what_every_page_pays_for_it_is_small(builds: dict[str, Build]):
    assert len(gzip.compress(builds["A"]["theme/js/utan-nat.js"], 6)) <= 1000
