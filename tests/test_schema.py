"""The schema is closed, explains itself in Swedish, and is what the design says."""

import json

import pytest
from jsonschema import Draft202012Validator

from katalog.paths import SCHEMA
from katalog.schema import _yes_or_no, field_doc, filled, shape_findings, validator
from tests.factory import EXAMPLE, GONE, example
from tests.test_any_mistake import RECORD_PLACES, changed

SCHEMAS = ("insats", "utgivare", "vokabular", "tillganglighet", "matning")
RECORD = json.loads((SCHEMA / "insats.schema.json").read_text(encoding="utf-8"))
REQUIRED = ["id", "namn", "sammanfattning", "insatstyp", "inriktning", "kommuner", "livscykel",
            "intag", "vagar_in", "kallor"]  # fmt: skip


def raw(name: str) -> dict:
    return json.loads((SCHEMA / f"{name}.schema.json").read_text(encoding="utf-8"))


def resolved(node: dict, root: dict) -> dict:
    """Return a node with what its local $ref says, its own words first."""
    reference = node.get("$ref", "")
    if not reference.startswith("#/"):
        return node
    return {**resolved(root["$defs"][reference.split("/")[-1]], root), **node}


def children(node: dict):
    """Yield (key or None, node) of all schemas inside one; None for what has no name."""
    yield from node.get("properties", {}).items()
    for key in ("oneOf", "anyOf"):
        yield from ((None, option) for option in node.get(key, []))
    for key in ("items", "additionalProperties"):
        if isinstance(node.get(key), dict):
            yield None, node[key]


def every(name: str):
    """Yield (dotted name, node, is it a property) for every schema of a file, through $ref."""
    root = raw(name)

    def walk(node, way):
        for key, child in children(node):
            full = resolved(child, root)
            here = f"{way}.{key}" if key else f"{way}[]"
            yield here, full, key is not None
            yield from walk(full, here)

    yield name, root, False
    yield from walk(root, name)


ALL = {way: (name, node) for name in SCHEMAS for way, node, _ in every(name)}
PROPERTIES = {way: (name, node) for name in SCHEMAS for way, node, named in every(name) if named}


def test_the_walk_finds_the_deep_ones():
    assert "insats.villkor.alder[].fran" in PROPERTIES
    assert "insats.vagar_in[].kontrollerad" in PROPERTIES
    assert "insats.oversattningar[].sa_gor_du" in PROPERTIES
    assert "vokabular.oneOf[].kod" in PROPERTIES
    assert len(PROPERTIES) > 130


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_sound_and_says_which_json_schema_it_is(name):
    assert raw(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(raw(name))


@pytest.mark.parametrize("way", [way for way, (_, node) in ALL.items() if "properties" in node])
def test_every_object_is_closed(way):
    assert ALL[way][1]["additionalProperties"] is False


@pytest.mark.parametrize("way", PROPERTIES)
def test_every_field_has_a_title_an_explanation_and_an_example(way):
    _, node = PROPERTIES[way]
    assert node["title"][0].isupper()
    assert node["description"][-1] in ".?"
    assert node["examples"]


@pytest.mark.parametrize("way", PROPERTIES)
def test_every_example_is_allowed_where_it_stands(way):
    name, node = PROPERTIES[way]
    node = {**node, "$defs": raw(name).get("$defs", {})}
    for text in node["examples"]:
        assert list(validator(name).evolve(schema=node).iter_errors(text)) == []


def test_what_is_required_is_what_the_design_says():
    assert RECORD["required"] == REQUIRED


@pytest.mark.parametrize("field", REQUIRED)
def test_a_missing_required_field_is_told_with_an_example(field):
    ((path, message),) = shape_findings(example({field: GONE}))
    assert path == (field,)
    assert message.startswith("saknas. ")
    assert f"Exempel: {field}: " in message


@pytest.mark.parametrize("field", ["kommuner", "vagar_in"])
def test_an_empty_list_says_unknown(field):
    assert list(shape_findings(example({field: []}))) == []


@pytest.mark.parametrize("field", sorted(set(RECORD["properties"]) - set(REQUIRED)))
def test_every_other_field_may_be_left_out(field):
    assert list(shape_findings(example({field: GONE}))) == []


def sites(node: dict, values: list, way: str):
    """Yield (property, do the values use it); what a $ref names counts as one wherever used."""
    for key, child in children(node):
        full, name = resolved(child, RECORD), child.get("$ref", "").removeprefix("#/$defs/")
        here = name if "properties" in full and name else f"{way}.{key}" if key else f"{way}[]"
        if key:
            inside = [value[key] for value in values if isinstance(value, dict) and key in value]
            yield f"{way}.{key}", bool(inside)
        elif child in (*node.get("oneOf", []), *node.get("anyOf", [])):
            inside = values
        else:
            inside = [item for value in values
                      for item in (value.values() if isinstance(value, dict) else value)]
        yield from sites(full, inside, here)


def unused(data: dict) -> set[str]:
    found = list(sites(RECORD, [data], ""))
    return {site for site, _ in found} - {site for site, used in found if used}


def test_the_example_uses_every_field_of_the_schema():
    assert unused(example()) == set()


def test_a_field_that_the_example_left_out_would_be_noticed():
    assert unused(example({"villkor.alder.till": GONE, "kallor.0.webb": GONE, "form": GONE,
                           "belagg.sammanfattning.kontrollerad": GONE})) == {
        ".villkor.alder[].till", ".kallor[].webb", ".form", "belagg.kontrollerad"}  # fmt: skip


def test_each_field_of_the_example_has_a_comment_just_above():
    lines = EXAMPLE.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        if line and line[0].isalpha():
            assert lines[number - 1].startswith("# "), line


def test_the_help_of_a_field_is_found_by_its_path():
    assert field_doc(("villkor", "alder", "fran"))["title"] == "Från och med"
    assert field_doc(("vagar_in", 3, "kalla"))["title"] == "Källa"
    assert field_doc(("oversattningar", "en", "datum"))["title"] == "Datum"
    assert field_doc(("finns", "ej")) == {}


def test_a_template_can_ask_for_any_field():
    bare = filled(example({"form": GONE, "vagar_in.1.hur": []}))
    assert bare["form"] is None
    assert bare["vagar_in"][1]["svarstid"] is None
    assert bare["villkor"]["alder"] == {"fran": 16, "till": 29}
    assert "finns_ej" not in bare


# What two programs may read differently: signs, sizes, digits of other scripts, whole floats.
DOUBTFUL = ("", " ", "x", "å", "é", "２０２６-01-01", "٢٠٢٦", "2026-01-01", "2026-01-01 ",
            "a\n", "\n", "a-b", "-a", "a--b", "A", "https://", "https://a.se", "http://a.se",
            "x" * 301, "é" * 300, "e\u0301" * 300, "😀" * 299, 0, 1, -1, 1.0, 1.5, 10**20, True,
            None, [], {}, [[]])  # fmt: skip


@pytest.mark.parametrize("path", RECORD_PLACES, ids=str)
def test_what_the_quick_validator_lets_through_the_thorough_one_does_too(path):
    thorough, quick = validator("insats"), _yes_or_no("insats")
    passed = 0
    for value in DOUBTFUL:
        if quick.is_valid(data := changed(example(), path, value)):
            passed += 1
            assert next(thorough.iter_errors(data), None) is None, value
    assert passed < len(DOUBTFUL)
