"""The publisher is data; without one the guide is a demonstration, half of one is refused."""

import pytest
import yaml

from katalog.paths import PUBLISHER
from katalog.problems import BadInput
from katalog.publisher import load_publisher

WHOLE = {
    "webbplats": "Insatsguiden",
    "namn": "Samordningsförbundet Exempel",
    "epost": "kansli@exempel.se",
    "webbadress": "https://guide.exempel.se",
    "organisationsnummer": "222000-0000",
    "rapportadress": "tillganglighet@exempel.se",
    "svarsdagar": 5,
}
NEEDED = ("saknas. Utgivaren är ifylld, och då behövs uppgiften till "
          "sidfoten och tillgänglighetsredogörelsen.")  # fmt: skip


def load(folder, data):
    path = folder / "utgivare.yaml"
    text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    return load_publisher(path)


def refused(folder, data) -> list[tuple[int, str, str]]:
    with pytest.raises(BadInput) as caught:
        load(folder, data)
    return [(problem.line, problem.field, problem.message) for problem in caught.value.problems]


def test_the_file_in_the_repository_is_a_demonstration_or_whole():
    assert load_publisher(PUBLISHER).site


@pytest.mark.parametrize("rest", ["", "namn:\nepost:\nsvarsdagar:\n", "namn: null\n"])
def test_without_a_name_it_is_a_demonstration(rest, tmp_path):
    publisher = load(tmp_path, f"webbplats: Insatsguiden\n{rest}")
    assert publisher.is_demo
    assert (publisher.site, publisher.name, publisher.answer_days) == ("Insatsguiden", "", 0)


def test_a_whole_publisher(tmp_path):
    publisher = load(tmp_path, WHOLE)
    assert not publisher.is_demo
    assert publisher.name == "Samordningsförbundet Exempel"
    assert publisher.email == "kansli@exempel.se"
    assert publisher.address == "https://guide.exempel.se"
    assert publisher.organisation_number == "222000-0000"
    assert publisher.report_email == "tillganglighet@exempel.se"
    assert publisher.answer_days == 5


def test_a_half_filled_publisher_is_told_all_that_is_missing(tmp_path):
    found = refused(tmp_path, "webbplats: Guiden\nnamn: Förbundet\nsvarsdagar:\n")
    assert found == [
        (1, "epost", NEEDED), (1, "organisationsnummer", NEEDED),
        (1, "rapportadress", NEEDED), (1, "webbadress", NEEDED),
        (3, "svarsdagar", NEEDED),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value", "start"),
    [
        ("webbadress", "guide.exempel.se", '"guide.exempel.se" går inte att använda här.'),
        ("webbadress", "https://exempel.se/", '"https://exempel.se/" går inte att använda här.'),
        ("epost", "kansli", '"kansli" går inte att använda här.'),
        ("organisationsnummer", "2220000000", '"2220000000" går inte att använda här.'),
        ("extra", "x", "okänt fält. Tillåtna fält: webbplats, namn,"),
        ("webbplat", "x", 'okänt fält. Menade du "webbplats"?'),
        ("namn", "F", "för kort: minst 2 tecken."),
    ],
)
def test_a_wrong_value_is_told_on_its_line(field, value, start, tmp_path):
    found = refused(tmp_path, {**WHOLE, field: value})
    lines = (tmp_path / "utgivare.yaml").read_text(encoding="utf-8").split("\n")
    assert len(found) == 1
    line, name, message = found[0]
    assert name == field
    assert lines[line - 1].startswith(f"{field}:")
    assert message.startswith(start)


def test_issues_are_optional_and_may_be_empty(tmp_path):
    assert load(tmp_path, WHOLE).issues == ""
    assert load(tmp_path, {**WHOLE, "arenden": None}).issues == ""
    issues = "https://github.com/org/guide.nu/issues"
    assert load(tmp_path, {**WHOLE, "arenden": issues}).issues == issues


@pytest.mark.parametrize(("value", "keeps"), [("ja", True), (None, True), ("nej", False)])
def test_the_guide_is_kept_on_devices_unless_the_publisher_says_no(value, keeps, tmp_path):
    assert load(tmp_path, WHOLE).keeps_offline
    assert load(tmp_path, {**WHOLE, "utan_nat": value}).keeps_offline is keeps


@pytest.mark.parametrize("value", [False, True, "av", "Nej", 0, ""])
def test_no_other_word_turns_it_off(value, tmp_path):
    ((_, name, message),) = refused(tmp_path, {**WHOLE, "utan_nat": value})
    assert name == "utan_nat"
    assert "nej" in message


@pytest.mark.parametrize("address", [
    "http://github.com/org/guide/issues", "javascript:alert(1)//github.com/org/guide/issues",
    "https://github.com/org/guide", "https://github.com/org/guide/issues/new?x=1",
    "https://github.com.exempel.se/org/guide/issues", "https://x@github.com/org/guide/issues",
    "https://github.com/org/guide/issues\njavascript:", "org/guide", "   "])
def test_issues_are_nowhere_but_at_github(address, tmp_path):
    ((_, name, message),) = refused(tmp_path, {**WHOLE, "arenden": address})
    assert name == "arenden"
    assert "https://github.com/org/guide/issues" in message


def test_a_refused_value_is_told_with_an_example_of_this_very_field(tmp_path):
    """The publisher's `epost` and the record's fields have different examples."""
    ((_, _, message),) = refused(tmp_path, {**WHOLE, "organisationsnummer": "222000"})
    assert "222000-0000" in message


@pytest.mark.parametrize("text", ["", "- a\n", "namn: [\n", "webbplats: 0126\n", "id: &x 1\n"])
def test_what_is_no_publisher_is_refused_and_never_raises_anything_else(text, tmp_path):
    assert refused(tmp_path, text)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BadInput, match=r"utgivare\.yaml"):
        load_publisher(tmp_path / "utgivare.yaml")
