"""What was made by others and is sent to visitors: recorded, unchanged, and with its licence."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from katalog.paths import CONTENT, ROOT, THEME
from tests.verktyg import HERE, fetched

VENDOR = THEME / "static/js/vendor"
RECORD = VENDOR / "vendor.json"
FIELDS = ["name", "version", "licence", "file", "sha256", "why"]
ITEMS = json.loads(RECORD.read_text(encoding="utf-8"))
OURS = sorted(path for folder in (THEME, CONTENT) for path in folder.rglob("*")
              if path.is_file() and VENDOR not in path.parents)
KINDS = {".html", ".js", ".css", ".svg", ".md", ".xml", ".txt"}
# What people write in files they let others use, and what a packing program leaves.
OTHERS = re.compile(r"@licen[cs]e|@preserve|copyright|\(c\) *(?:19|20)\d\d|©|sourceMappingURL"
                    r"|\b(?:MIT|BSD|Apache) Licen[cs]e|SPDX-License|jquery|webpack|require\(",
                    re.IGNORECASE)  # fmt: skip
LONG = 600  # characters in a line that a person wrote; packed files have thousands


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def signs_of_others(path: Path) -> list[str]:
    """Return why a file looks as if somebody else had made it."""
    raw = path.read_bytes()
    if path.suffix not in KINDS and path.name != ".nojekyll":
        return [f"kind {path.suffix or path.name}"]
    if b"\0" in raw:
        return ["not text"]
    text = raw.decode("utf-8")
    return [*OTHERS.findall(text), *(f"{len(line)} characters in a line"
                                     for line in text.split("\n") if len(line) > LONG)]


def test_every_file_is_recorded_once_and_nothing_else():
    there = sorted(path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*")
                   if path.is_file() and path != RECORD)
    assert sorted(item["file"] for item in ITEMS) == there


def test_every_file_is_as_it_was_published():
    for item in ITEMS:
        assert list(item) == FIELDS
        assert all(item.values()), item
        assert sha256(VENDOR / item["file"]) == item["sha256"], item["file"]


def test_every_package_brings_its_licence():
    for name in {item["name"] for item in ITEMS}:
        files = [Path(item["file"]).name for item in ITEMS if item["name"] == name]
        assert any(file.upper().startswith("LICENSE") for file in files), name


def test_what_a_packed_file_carries_of_others_is_recorded_too():
    """npm's lock tells what a package needs; a packed file has it inside."""
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for item in ITEMS:
        package = lock[f"node_modules/{item['name']}"]
        assert item["version"] == package["version"], item["name"]
        assert item["licence"] == package["license"], item["name"]
        assert set(package.get("dependencies", ())) <= {other["name"] for other in ITEMS}


def test_every_file_is_byte_for_byte_what_npm_gives():
    for item in ITEMS:
        package = fetched() / item["name"]
        same = [path for path in package.rglob(Path(item["file"]).name)
                if sha256(path) == item["sha256"]]
        assert same, item["file"]


def test_nothing_of_others_lies_anywhere_else_in_what_visitors_get():
    assert len(OURS) > 80
    assert {path.relative_to(ROOT).as_posix(): signs for path in OURS
            if (signs := signs_of_others(path))} == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.min.js", "!function(){" + "a();" * 200 + "}()"), ("a.js", "/*! @license MIT */"),
     ("a.css", "/* Copyright 2024 X */"), ("a.js", "//# sourceMappingURL=a.js.map"),
     ("a.js", "const x = require('x');"), ("a.wasm", "x"), ("a.woff2", "x"), ("a", "x"),
     ("a.html", "\0")],
)  # fmt: skip
def test_a_file_of_others_is_seen(name, text, tmp_path):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert signs_of_others(path)


def test_scripts_take_only_from_ours_and_the_recorded():
    """No import leads to another host or to a package that would have to be found somewhere."""
    found = [(path.name, where) for path in OURS if path.suffix == ".js"
             for where in re.findall(r"(?:\bfrom\s*|\bimport\s*\(?\s*)[\"']([^\"']+)[\"']",
                                     path.read_text(encoding="utf-8"))]
    assert found
    assert not [where for where in found if not where[1].startswith(("./", "../"))]
