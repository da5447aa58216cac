"""The repository as a place to work: forms, files and front page keep their promises."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from katalog.paths import ROOT, SCHEMA
from katalog.vocabularies import load_vocabularies
from tests.conftest import NOT_OURS

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
# Written in two parts, so that this file does not hold what it looks for.
REGISTRIES = [f"{name}.{end}" for name, end in (
    ("pypi", "org"), ("pythonhosted", "org"), ("registry.npmjs", "org"), ("deb.debian", "org"),
    ("archive.ubuntu", "com"), ("proxy.golang", "org"), ("static.crates", "io"))]  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.*~:/-])/(?:work|root|home|Users)/\w")


def program(name: str, *arguments: object) -> subprocess.CompletedProcess:
    """Run a program that the test environment has."""
    path = Path(sysconfig.get_path("scripts")) / (name + (".exe" if os.name == "nt" else ""))
    return subprocess.run([str(path), *map(str, arguments)], cwd=ROOT, encoding="utf-8",
                          check=False, capture_output=True, timeout=120)


def text_files() -> dict[str, str]:
    """Return every text file that belongs to the project, by path."""
    found = {}
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders
                      if not any(Path(name).match(pattern) for pattern in NOT_OURS)]
        for name in files:
            path = Path(folder, name)
            raw = path.read_bytes()
            if b"\0" not in raw and not any(Path(name).match(pattern) for pattern in NOT_OURS):
                found[path.relative_to(ROOT).as_posix()] = raw.decode("utf-8")
    return found


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
     ("vendor.github-issue-forms", FORMS),
     ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"])],
)  # fmt: skip
def test_what_github_reads_is_as_github_has_it(schema: str, files: list[Path]):
    assert files
    done = program("check-jsonschema", "--builtin-schema", schema, *files)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_ask_for_what_a_record_holds(path: Path):
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    properties = json.loads((SCHEMA / "insats.schema.json").read_text("utf-8"))["properties"]
    fields = [field for field in form["body"] if "id" in field]
    assert {field["id"] for field in fields} <= set(properties)
    for field in fields:
        if field["type"] == "dropdown":
            values = load_vocabularies()[field["id"]].values.values()
            assert field["attributes"]["options"] == [value["title"] for value in values]


def test_no_file_names_a_registry_or_somebodys_machine():
    for name, text in text_files().items():
        assert not [address for address in REGISTRIES if address in text], name
        found = MACHINE_PATH.search(text)
        assert not found, f"{name}: {text[found.start() - 20:found.end() + 20]}"


def test_every_file_is_lf_and_ends_with_a_line():
    for name, text in text_files().items():
        if "/vendor/" in name:
            continue  # other people's, kept as their checksum has it (test_vendor.py)
        assert "\r" not in text, name
        assert not text or text.endswith("\n"), name


def test_the_python_is_clean():
    done = program("ruff", "check", "--no-cache", "--output-format=concise", ".")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_what_the_front_page_points_at_is_there(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
        assert (ROOT / link).exists(), link
    front_door = (ROOT / "guiden.py").read_text(encoding="utf-8")
    commands = set(re.findall(r"python3 guiden\.py(?: ([a-zåäö]+))?", text))
    assert {"", "test"} <= commands
    for command in commands:
        assert f"python3 guiden.py {command}".strip() in front_door, command


def test_all_tests_run_from_nothing_by_one_script():
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    text = script.read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/env bash\n")
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert text.rstrip().splitlines()[-1] == "exec python3 guiden.py test"
    assert "python3 guiden.py test" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_front_door_tells_its_commands_without_installing_anything():
    done = subprocess.run([sys.executable, "-I", "-S", "guiden.py", "--help"], cwd=ROOT,
                          capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    for command in ("test", "bevisa", "bygg", "kontrollera"):
        assert f"guiden.py {command}" in done.stdout
