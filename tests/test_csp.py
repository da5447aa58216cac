"""The policy of the pages: no script in a page, no other host; and that it really is in force.

Comes in: the built site, every page type of granskning/sidor.py. Goes out: no violation, no console
error, no request off-site (`new_page` fails at those), and a page into which everything forbidden
was put, where Chromium stops each.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.paths import THEME
from tests.conftest import _serve
from tests.granskning.sidor import LANGUAGES, VIEWS, View, languages_of

SEARCH = "'self' 'wasm-unsafe-eval'"  # Pagefind is WebAssembly; nothing else may be compiled
POLICY = {"default-src": "'none'", "style-src": "'self'", "img-src": "'self'",
          "script-src": "'self'", "connect-src": "'self'", "worker-src": "'self'",
          "base-uri": "'none'", "form-action": "'self'"}  # fmt: skip
# What a <meta> cannot say: who may frame the pages. Only the web server can (X-Frame-Options).
ONLY_IN_HEADERS = {"frame-ancestors", "report-uri", "report-to", "sandbox"}
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
VIOLATIONS = """globalThis.brott = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  brott.push(`${effectiveDirective} ${blockedURI}`));"""
QUICK = [view for number, view in enumerate(VIEWS.values()) if number % 3 == 0]


def policy(text: str) -> dict[str, str]:
    parts = [part.strip().partition(" ") for part in text.split(";")]
    return {name: sources for name, _, sources in parts}


def test_every_page_has_the_whole_policy_first(site: Path):
    for path in sorted(site.resolve().rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        (own,) = META.findall(text)
        searches = path.parent.name == "sok"
        assert policy(own) == {**POLICY, **({"script-src": SEARCH} if searches else {})}, path
        before = text[:text.index(own)]
        assert re.findall("<[a-z]+", before) == ["<html", "<head", "<meta", "<meta"], path


def test_the_policy_names_no_host_and_nothing_unsafe():
    assert not ONLY_IN_HEADERS & set(POLICY)
    for sources in (*POLICY.values(), SEARCH):
        assert set(sources.split()) <= {"'none'", "'self'", "'wasm-unsafe-eval'"}


def test_no_script_of_ours_makes_html_or_code_of_text():
    sink = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextual"
                      r"|setHTML|srcdoc|\beval\(|new Function|\bFunction\(|javascript:"
                      r"|set(?:Timeout|Interval)\(\s*[\"'`]|setAttribute\(\s*[\"'`](?:on|style)")
    scripts = [path for folder in ("js", "sw") for path in (THEME / "static" / folder).rglob("*.js")
               if "vendor" not in path.parts]
    assert len(scripts) > 50
    assert [path.name for path in scripts if sink.search(path.read_text(encoding="utf-8"))] == []


def look_under_the_policy(new_page: Any, server: str, views: list[View], prefix: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(VIOLATIONS)
    for view in views:
        if prefix not in languages_of(view):
            continue
        page.goto("about:blank")
        page.goto(server + prefix + view.address)
        page.locator(view.ready).first.wait_for()
        page.wait_for_timeout(30)
        if view.opened:
            page.locator(view.opened).first.click()
        assert page.evaluate("brott") == [], view.kind


@pytest.mark.parametrize(("prefix", "views"), [("", list(VIEWS.values())), ("ar/", QUICK)],
                         ids=["sv", "ar"])
def test_no_page_type_breaks_the_policy(new_page: Any, server: str, prefix: str, views: list[View]):
    look_under_the_policy(new_page, server, views, prefix)


@pytest.mark.bevis
@pytest.mark.parametrize("prefix", LANGUAGES)
def test_no_page_type_in_any_language_breaks_the_policy(new_page: Any, server: str, prefix: str):
    look_under_the_policy(new_page, server, list(VIEWS.values()), prefix)


OUTSIDE = "http://ond.example"
# {what is put into a page: the directive that stops it}
FORBIDDEN = {
    "<script>kord.push('script')</script>": "script-src-elem inline",
    "<script type=module>kord.push('module')</script>": "script-src-elem inline",
    f"<script src={OUTSIDE}/x.js></script>": f"script-src-elem {OUTSIDE}/x.js",
    "<script src=data:text/javascript,kord.push(1)></script>": "script-src-elem data",
    "<img src=finns-inte.png onerror=kord.push('onerror')>": "script-src-attr inline",
    f"<img src={OUTSIDE}/x.png>": f"img-src {OUTSIDE}/x.png",
    "<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw=>": "img-src data",
    f"<link rel=stylesheet href={OUTSIDE}/x.css>": f"style-src-elem {OUTSIDE}/x.css",
    "<style>h1 { color: red }</style>": "style-src-elem inline",
    "<p style='color: red'>x</p>": "style-src-attr inline",
    f"<iframe src={OUTSIDE}/></iframe>": f"frame-src {OUTSIDE}",
    "<iframe src=/></iframe>": "frame-src SELF/",
    f"<object data={OUTSIDE}/x></object>": f"object-src {OUTSIDE}",
    f"<video src={OUTSIDE}/x.mp4></video>": f"media-src {OUTSIDE}/x.mp4",
    f"<base href={OUTSIDE}/>": f"base-uri {OUTSIDE}/",
    f"<form action={OUTSIDE}/ id=ut></form>": f"form-action {OUTSIDE}/?",
    "<a id=lank href='javascript:kord.push(\"lank\")'>x</a>": "script-src-elem inline",
}
# What a script of the site itself could be made to do.
OWN_SCRIPT = f"""
for (const act of [() => fetch("{OUTSIDE}/x").catch(() => 0),
  () => eval("kord.push('eval')"), () => new Function("kord.push('Function')")(),
  () => setTimeout("kord.push('timeout')"), () => new Worker("data:text/javascript,1"),
  () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
    () => kord.push("wasm"), () => 0)]) {{
  try {{ act(); }} catch {{ }}
}}
kord.push("klar");
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Iterator[str]:
    """A built page with everything forbidden in it, and the same page without its policy."""
    folder = tmp_path_factory.mktemp("csp")
    page = (site / "om" / "index.html").read_text(encoding="utf-8")
    page = re.sub(r"<script[^>]*></script>", "", page)
    own = "<script defer src=/gor.js></script>"
    bad = page.replace("</main>", "\n".join(FORBIDDEN) + own + "</main>")
    assert bad != page
    (folder / "gor.js").write_text(OWN_SCRIPT, encoding="utf-8")
    (folder / "med.html").write_text(bad, encoding="utf-8")
    (folder / "utan.html").write_text(META.sub("", bad).replace("<base ", "<p "), encoding="utf-8")
    yield from _serve(folder)


def opened(browser: Any, address: str, asked: list[str]) -> Any:
    page = browser.new_page(service_workers="block")
    page.add_init_script(f"globalThis.kord = []; {VIOLATIONS}")
    page.route(f"{OUTSIDE}/**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto(address, wait_until="domcontentloaded")
    return page


def test_the_policy_stops_what_is_put_into_a_page(browser: Any, broken: str):
    asked: list[str] = []
    page = opened(browser, f"{broken}med.html", asked)
    page.wait_for_function("kord.length > 0")
    page.evaluate("document.getElementById('lank').click(), document.getElementById('ut').submit()")
    page.wait_for_timeout(300)
    told = {each.replace(broken, "SELF/") for each in page.evaluate("brott")}
    assert page.evaluate("kord") == ["klar"]
    assert asked == []
    assert page.url == f"{broken}med.html"
    assert set(FORBIDDEN.values()) - told == set()
    assert {f"connect-src {OUTSIDE}/x", "script-src eval", "script-src wasm-eval",
            "worker-src data"} <= told
    page.close()


def test_without_the_policy_it_would_have_run(browser: Any, broken: str):
    asked: list[str] = []
    page = opened(browser, f"{broken}utan.html", asked)
    page.wait_for_function("kord.includes('klar')")
    assert {"script", "module", "eval", "Function"} <= set(page.evaluate("kord"))
    assert f"{OUTSIDE}/x.png" in asked
    page.close()
