"""Whatever an editor puts anywhere, the answer is messages, never a crash or a wrong silence."""

from contextlib import suppress
from copy import deepcopy

import pytest
import yaml

from katalog.problems import BadInput, errors
from katalog.publisher import load_publisher
from katalog.records import check_files
from tests.factory import GONE, dump, example
from tests.test_publisher import WHOLE

JUNK = (None, "x", 7, ["x", None], {"x": 1}, GONE)


def places(value, way=()):
    """Yield the path of every value inside a value."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in pairs:
        yield (*way, step)
        if isinstance(inner, (dict, list)):
            yield from places(inner, (*way, step))


def changed(data, path, junk):
    data = deepcopy(data)
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    if junk is GONE:
        del holder[path[-1]]
    else:
        holder[path[-1]] = junk
    return data


# One of the many alike under `belagg` is enough.
RECORD_PLACES = sorted((path for path in places(example())
                        if path[0] != "belagg" or path[1:2] in ((), ("metod",))),
                       key=str)  # fmt: skip


@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: "gone" if junk is GONE else repr(junk))
def test_any_value_anywhere_in_a_record_is_answered(junk, tmp_path):
    for number, path in enumerate(RECORD_PLACES):
        data = changed(example(), path, junk)
        data["id"] = data.get("id") and f"p{number}"
        _, problems = check_files([dump(data, tmp_path, f"p{number}")])
        assert all(problem.line >= 1 and problem.message for problem in problems), path
        if junk == {"x": 1} and path != ("id",):
            assert errors(problems), path


@pytest.mark.parametrize("path", [path for path in RECORD_PLACES if path[-1] == "organisation"])
def test_an_organisation_without_its_id_is_told(path, tmp_path):
    for role in (["utforare"], ["insatsagare"], []):
        data = changed(example(), path, GONE)
        data["organisationer"][path[1] if path[0] == "organisationer" else 0]["roll"] = role
        _, problems = check_files([dump(data, tmp_path)])
        assert path[0] == "kontakter" or errors(problems)


@pytest.mark.parametrize("path", sorted(places(WHOLE), key=str), ids=str)
def test_any_value_anywhere_in_the_publisher_is_answered(path, tmp_path):
    file = tmp_path / "utgivare.yaml"
    for junk in JUNK:
        file.write_text(yaml.safe_dump(changed(WHOLE, path, junk)), encoding="utf-8")
        with suppress(BadInput):
            assert load_publisher(file).site
