"""What was made by others and is sent to visitors: recorded, unchanged, and with its licence."""

import hashlib
import json
from pathlib import Path

from katalog.paths import THEME

VENDOR = THEME / "static/js/vendor"
RECORD = VENDOR / "vendor.json"
FIELDS = ["name", "version", "licence", "file", "sha256", "why"]
ITEMS = json.loads(RECORD.read_text(encoding="utf-8"))


def test_every_file_is_recorded_once_and_nothing_else():
    there = sorted(path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*")
                   if path.is_file() and path != RECORD)
    assert sorted(item["file"] for item in ITEMS) == there


def test_every_file_is_as_it_was_published():
    for item in ITEMS:
        assert list(item) == FIELDS
        assert all(item.values()), item
        found = hashlib.sha256((VENDOR / item["file"]).read_bytes()).hexdigest()
        assert found == item["sha256"], item["file"]


def test_every_package_brings_its_licence():
    for name in {item["name"] for item in ITEMS}:
        files = [Path(item["file"]).name for item in ITEMS if item["name"] == name]
        assert any(file.upper().startswith("LICENSE") for file in files), name
