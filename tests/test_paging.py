"""How a list is cut into pages: every post once, in order, and no page longer than it may be."""

from itertools import pairwise

import pytest

from katalog import lists, paging
from katalog.catalog import make_catalog
from katalog.languages import load_languages
from katalog.paging import Part, Sheet, page_addresses, split, whole
from tests.factory import GONE, record

LIMIT = 4


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PER_PAGE", LIMIT)


def groups(*lengths: int) -> list[tuple[str, list[str]]]:
    """Return groups "a", "b" … of posts "a0", "a1" … so long."""
    names = "abcdefgh"
    return [(names[place], [f"{names[place]}{n}" for n in range(length)])
            for place, length in enumerate(lengths)]


def told(sheets: list[Sheet]) -> list[list[tuple]]:
    return [[(part.heading, len(part.posts), part.total, part.is_continued)
             for part in sheet.parts] for sheet in sheets]


@pytest.mark.parametrize(("posts", "pages"), [
    (0, 1), (1, 1), (LIMIT - 1, 1), (LIMIT, 1), (LIMIT + 1, 2), (2 * LIMIT, 2), (2 * LIMIT + 1, 3)])
def test_a_list_takes_as_many_pages_as_its_posts_need(posts: int, pages: int):
    sheets = split("a-o/", groups(posts))
    assert [sheet.address for sheet in sheets] == page_addresses("a-o/", posts)
    assert len(sheets) == pages
    assert [sheet.number for sheet in sheets] == list(range(1, pages + 1))


def test_the_first_page_keeps_the_address_of_the_list():
    assert page_addresses("kommun/habo/", 9) == [
        "kommun/habo/", "kommun/habo/sida-2/", "kommun/habo/sida-3/"]


def test_a_group_goes_on_on_the_next_page_and_its_count_is_that_of_all():
    assert told(split("x/", groups(3, 6, 1))) == [
        [("a", 3, 3, False), ("b", 1, 6, False)],
        [("b", 4, 6, True)],
        [("b", 1, 6, True), ("c", 1, 1, False)],
    ]


def test_a_group_that_begins_a_page_is_not_said_to_go_on():
    assert told(split("x/", groups(LIMIT, 2))) == [[("a", 4, 4, False)], [("b", 2, 2, False)]]


def test_an_empty_group_stands_nowhere():
    assert told(split("x/", groups(0, 5, 0))) == [[("b", 4, 5, False)], [("b", 1, 5, True)]]
    assert whole(groups(0, 2)) == [Part("b", ["b0", "b1"], 2)]


@pytest.mark.parametrize("lengths", [(0,), (1, 1, 1), (4, 4), (3, 9, 0, 2, 17), (1,) * 8, (40,)])
def test_every_post_stands_once_and_in_order(lengths: tuple[int, ...]):
    given = groups(*lengths)
    sheets = split("x/", given)
    found = [(part.heading, post) for sheet in sheets for part in sheet.parts
             for post in part.posts]
    assert found == [(heading, post) for heading, posts in given for post in posts]
    on_each = [sum(len(part.posts) for part in sheet.parts) for sheet in sheets]
    assert all(count == LIMIT for count in on_each[:-1])
    assert on_each[-1] <= LIMIT


def test_each_page_leads_to_the_one_before_and_the_one_after():
    sheets = split("x/", groups(11))
    assert [sheet.previous for sheet in sheets] == [None, "x/", "x/sida-2/"]
    assert [sheet.next for sheet in sheets] == ["x/sida-2/", "x/sida-3/", None]
    assert [sheet.is_last for sheet in sheets] == [False, False, True]


@pytest.mark.parametrize(("number", "count", "shown"), [
    (1, 1, "1"), (1, 2, "1 2"), (3, 5, "1 2 3 4 5"), (1, 9, "1 2 3 … 9"), (9, 9, "1 … 7 8 9"),
    (5, 9, "1 2 3 4 5 6 7 8 9"), (5, 12, "1 2 3 4 5 6 7 … 12"), (6, 12, "1 … 4 5 6 7 8 … 12"),
    (20, 40, "1 … 18 19 20 21 22 … 40"),
])  # fmt: skip
def test_of_many_pages_the_ends_and_the_near_ones_are_shown(number: int, count: int, shown: str):
    sheet = Sheet(page_addresses("x/", count * LIMIT), number)
    assert " ".join(str(each[0]) if each else "…" for each in sheet.shown) == shown
    for each in filter(None, sheet.shown):
        assert each[1] == sheet.addresses[each[0] - 1]


def test_by_the_numbers_alone_one_gets_from_any_page_to_any_other():
    addresses = page_addresses("x/", 60 * LIMIT)
    steps = {number: {each[0] for each in Sheet(addresses, number).shown if each}
             for number in range(1, 61)}
    assert all(after in steps[before] for before, after in pairwise(range(1, 61)))
    assert all({1, 60} <= to for to in steps.values())


@pytest.mark.parametrize(("places", "told"), [
    ([], ""), ([0], "0 1"), ([3, 4, 9], "3 2 4 1"), ([9, 3, 4, 3], "3 2 4 1"),
    (range(5000), "0 5000"), ([1, 3], "1 1 1 1"),
])  # fmt: skip
def test_which_posts_are_in_a_list_is_told_in_runs(places: list[int], told: str):
    assert lists.runs(places) == told


def test_a_list_has_as_many_pages_in_every_language():
    """Names sort in another order, and begin with other letters."""
    names = ("Ängen", "Zebran", "Åkern", "Ödlan", "Ärtan", "Apan", "Björnen", "Øya", "9:an")
    made = [record({"namn": name, "efterfoljare": GONE, "foregangare": GONE, "del_av": GONE},
                   f"namn-{number}") for number, name in enumerate(names)]
    addresses = {language.id: list(lists.list_addresses(make_catalog(made, language)))
                 for language in load_languages().values()}
    assert "a-o/sida-3/" in addresses["sv"]
    assert all(set(found) == set(addresses["sv"]) for found in addresses.values())


def test_the_pages_that_are_written_are_those_that_are_promised():
    made = [record({"efterfoljare": GONE, "foregangare": GONE, "del_av": GONE}, f"namn-{number}")
            for number in range(9)]
    catalog = make_catalog(made)
    written = [address for address, _, _ in lists.list_pages(catalog)]
    assert sorted(written) == sorted(lists.list_addresses(catalog))
    assert len(set(written)) == len(written)


def test_where_else_to_ask_is_told_when_the_list_has_ended():
    plain = {"efterfoljare": GONE, "foregangare": GONE, "del_av": GONE, "endast_handlaggare": GONE}
    own = {"vem": "individ", "hur": ["telefon"], "kalla": ["exempel-2026"]}
    made = [record({**plain, "kommuner": ["huddinge"], "vagar_in": [own]}, f"namn-{number}")
            for number in range(9)]
    made.append(record({**plain, "kommuner": ["salem"], "vagar_in": []}, "annan"))
    told = [variables["andra_kommuner"] for address, _, variables in
            lists.list_pages(make_catalog(made)) if address.startswith("vag-in/individ/")]
    assert told == [[], [], ["salem"]]
