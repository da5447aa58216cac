"""Matching in a real browser is the same as in Python: rule, sentences, order, files, address."""

from itertools import product
from random import Random
from typing import Any

import pytest

from katalog.catalog import Post, make_catalog
from katalog.criteria import question
from katalog.facts import facts
from katalog.match_file import match_data, text_chunks
from katalog.matching import judge, order, sift
from katalog.postcodes import codes, load_postcodes
from katalog.records import load_records
from katalog.status import NOW, OVER, PERHAPS
from katalog.swedish import lower_first
from tests.matchning import CRITERIA, GUIDE, a_choice, a_person, cases, pairs, told

CATALOG = make_catalog(load_records()[0])
IMPORTS = """
  const from = (name) => import(new URL(`../theme/js/passar/${name}.js`, location));
  const { load, texts, kommunOf, pageOf } = await from("data");
  const { judge, sift, compare, question } = await from("matcha");
  const { sentence, lowerFirst } = await from("meningar");
  const { read, written } = await from("adress");
  const data = await load();
  const { kriterier, insatser } = data;
"""
TOLD = """
  const told = ([person, fakta]) => {
    const { verdict, answers, met } = judge(person, fakta, kriterier);
    const sentences = {};
    for (const id of Object.keys(answers)) {
      const each = kriterier.get(id);
      sentences[id] = sentence(each, answers[id], fakta[id], person[question(each)], data);
    }
    return { verdict, answers, met, sentences };
  };
  const ranked = (person) => insatser
    .map((insats) => ({ insats, judged: judge(person, insats.fakta, kriterier) }))
    .sort(compare).map(({ insats }) => insats.id);
"""
# What people may write for a postal code, and addresses that nobody's page has written.
CODES = {"  141 31 ": "huddinge", "SE-141 31": "huddinge", "14131 Huddinge": "huddinge",
         "141\u00a031": "huddinge", "11122": "", "62100": "", "14109": "", "99999": "", "1413": "",
         "141311": "", "014131": "", "": "", "huddinge": "", "-": "", "14100-14108": "",
         "<b>": "", "0": "", "1e4": ""}  # fmt: skip
BROKEN = {
    "": {}, "#": {}, "#&&&": {}, "#=": {"": []}, "#kommun": {"kommun": []},
    "#kommun=,,": {"kommun": []}, "#alder=": {}, "#alder=-1": {}, "#alder=1e2": {},
    "#alder=0021": {}, "#alder=21,22": {}, "#alder=٣": {}, "#steg=2&steg=3": {"steg": 3},
    "#q=%": {"q": "%"}, "#q=%E0%A4%A&alder=21": {"q": "\ufffd%A", "alder": 21},
    "#q=a+b": {"q": "a b"}, "#kommun=<script>": {"kommun": ["<script>"]},
    "#constructor=x": {"constructor": ["x"]}, "#toString=1": {"toString": ["1"]},
}  # fmt: skip


@pytest.fixture
def run(page: Any, server: str) -> Any:
    """Run a script beside the modules, on a page of the site."""
    page.clock.set_fixed_time("2026-03-01")  # before anything that the sources plan has ended
    page.goto(f"{server}om/")
    return lambda script, given=None: page.evaluate(
        f"async (given) => {{ {IMPORTS} {TOLD} return {script}; }}", given)


def owners(data: dict[str, Any]) -> list[str]:
    return [each["organisation"] for each in data.get("organisationer", [])
            if "insatsagare" in each["roll"]]


def ranked(people: list[Any]) -> list[list[str]]:
    posts = list(CATALOG.posts.values())
    stated = {post.id: facts(post.data) for post in posts}
    found = []
    for person in people:
        keys = {post.id: order(post, stated[post.id],
                               judge(person, stated[post.id], CRITERIA)) for post in posts}
        found.append(sorted(keys, key=keys.__getitem__))
    return found


def test_the_table_holds_in_the_browser(run: Any):
    fall = cases("fall")
    found = run("given.map(told)", [[case.person, case.facts] for case in fall])
    for case, said in zip(fall, found, strict=True):
        assert said["verdict"] == case.verdict, case.name
        assert {name: said["answers"][name] for name in case.answers} == case.answers, case.name
        assert {name: said["sentences"][name] for name in case.sentences} == case.sentences


def test_anybody_and_any_post_are_judged_told_and_sorted_alike(run: Any):
    made = pairs(a_person, 1600)
    people = [{}, *(person for person, _ in made[:100])]
    found = run("({ told: given.made.map(told), ranked: given.people.map(ranked) })",
                {"made": made, "people": people})
    for pair, said in zip(made, found["told"], strict=True):
        assert said == told(*pair), pair
    assert found["ranked"] == ranked(people)
    assert len({tuple(ids) for ids in found["ranked"]}) > 50


def test_posts_in_every_state_are_sorted_alike(run: Any):
    """The real records have no current insats that is full, nor one that is open."""
    person, stages = {"kommun": ["salem"]}, {"nu": NOW, "slut": OVER, None: PERHAPS}
    kinds = product([["salem"], ["tyreso"], None], ["oppet", "ko", None, "fullt", "stangt"], stages)
    made = [(f"{number * 7 % 45:02}", {**dict.fromkeys(CRITERIA.all), "kommun": kommun,
                                       "intag": intake and [intake], "lage": now and [now]})
            for number, (kommun, intake, now) in enumerate(kinds)]  # fmt: skip
    made.sort()  # as names are
    ours = sorted(made, key=lambda each: order(
        Post(each[0], {"namn": each[0]}, stages[(each[1]["lage"] or [None])[0]], "ja", ""),
        each[1], judge(person, each[1], CRITERIA)))
    found = run("""given.made.map(([id, fakta], place) => ({ insats: { id, place, fakta },
      judged: judge(given.person, fakta, kriterier) })).sort(compare)
      .map(({ insats }) => insats.id)""", {"made": made, "person": person})
    assert found == [each[0] for each in ours]


def test_any_choice_and_those_of_the_table_are_sifted_alike(run: Any):
    urval, made = cases("urval"), pairs(a_choice, 500)
    found = run("given.map((pair) => sift(...pair, data))",
                [*([case.person, case.facts] for case in urval), *made])
    assert found[len(urval):] == [sift(*pair, CRITERIA) for pair in made]
    assert dict(zip([case.name for case in urval], found, strict=False)) == {
        case.name: case.verdict for case in urval}


def test_what_posts_state_and_the_words_arrive_whole(run: Any):
    found = run("insatser.map(({ id, fakta }) => [id, fakta])")
    assert found == [[post.id, facts(post.data)] for post in CATALOG.posts.values()]
    plain = run("insatser.map(({ id, namn, omrade, huvudman }) => [id, namn, omrade, huvudman])")
    assert plain == [[post.id, post.name, post.data.get("omrade", ""), owners(post.data)]
                     for post in CATALOG.posts.values()]
    assert run("given.every((id, place) => data.byId.get(id) === insatser[place])",
               list(CATALOG.posts))
    ours = match_data(CATALOG)
    assert run("[...kriterier.values()]") == list(CRITERIA.all.values())
    assert run("[...kriterier.values()].map(question)") == [
        question(each) for each in CRITERIA.all.values()]
    assert run("Object.entries(data.ord).map(([name, words]) => [name, [...words]])") == [
        [name, words] for name, words in ours["ord"].items()]
    labels = [value["title"] for words in CATALOG.vocabularies.values()
              for value in words.values.values()] + ["", "a", "A", "SFI", "Sfi", "ÅÄÖ", "Åre"]
    assert run("given.map(lowerFirst)", labels) == [lower_first(label) for label in labels]
    assert run("[data.filter, data.alderIOrd, data.utanSamtal]") == [
        list(CRITERIA.filters), CRITERIA.age_words, list(CRITERIA.no_call)]


def test_texts_and_address_of_every_post_can_be_fetched(run: Any, server: str):
    whole = {name: texts for chunk in text_chunks(CATALOG) for name, texts in chunk.items()}
    found = run("Object.fromEntries(await Promise.all(insatser.map("
                "async (insats) => [insats.id, await texts(insats)])))")
    assert found == whole
    assert run("insatser.map(({ id }) => pageOf(id))") == [
        f"{server}insats/{name}/" for name in CATALOG.posts]


def test_every_postal_code_of_the_guide_leads_to_its_kommun(run: Any):
    known = load_postcodes()
    homes = {str(code): kommun for kommun in GUIDE for code in codes(known[kommun])}
    assert len(homes) > 400
    written = [form for code in homes for form in (code, f"{code[:3]} {code[3:]}")]
    found = run("Promise.all(given.map(kommunOf))", written)
    assert found == [homes[form.replace(" ", "")] for form in written]
    assert run("Promise.all(given.map(kommunOf))", list(CODES)) == list(CODES.values())


def states() -> list[dict[str, Any]]:
    """Made-up states of a page: answers, choices, words."""
    chance = Random(7)  # noqa: S311
    letters = "abcåäö &=#,+%?/\"'<>\\\n😀éش0"
    found = []
    for number in range(300):
        words = "".join(chance.choices(letters, k=chance.randint(0, 12)))
        found.append({**a_person(chance), **a_choice(chance), "q": words, "not.din-tur": words[1:],
                      "sort": "namn", "steg": number % 5})
    return found


def test_a_state_survives_the_address(run: Any):
    given = states()
    kept = [{name: value for name, value in state.items() if value not in ("", [])}
            for state in given]
    assert run("given.map((state) => read(written(state)))", given) == kept
    assert run("given.map((state) => new URL(written(state), location).pathname)",
               given[:5]) == ["/om/"] * 5
    state = {"kommun": ["huddinge", "salem"], "alder": 0, "metod": [], "q": "", "sort": None}
    assert run("written(given)", state) == "#kommun=huddinge,salem&alder=0"
    assert run("written({ alder: undefined })") == "/om/"
    assert run("read()") == {}


def test_a_broken_address_is_read_as_far_as_it_goes(run: Any):
    assert dict(zip(BROKEN, run("given.map(read)", list(BROKEN)), strict=True)) == BROKEN
    assert run("Object.getPrototypeOf(read('#__proto__=x'))") is None
    assert run("read('#kommun=salem').constructor === undefined")
    chance = Random(11)  # noqa: S311
    junk = ["#" + "".join(chance.choices("alderqkommun=&,%#;+[]{}<>\u0000\ud7ff😀é", k=30))
            for _ in range(500)]
    kinds = run("""given.flatMap((hash) => Object.values(read(hash))).map((value) =>
      Array.isArray(value) ? value.every((each) => typeof each === "string") : typeof value)""",
                junk)
    assert set(kinds) <= {True, "string", "number"}
    assert len(kinds) > 500
