"""What the guide is built with and by: locks, workflows and the proposals of new versions keep
strangers out. docs/hot.md tells against whom."""

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import guiden
from katalog.paths import ROOT
from tests.test_repo import GITHUB, WORKFLOWS, program

ON_MAIN = "github.event_name == 'push' && github.ref == 'refs/heads/main'"
LOCKS = sorted(ROOT.glob("requirements*.txt"))


def test_workflows_hold_no_known_weakness():
    done = program("zizmor", "--offline", "--no-progress", "--persona=auditor", GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings" in done.stdout + done.stderr
    for path in WORKFLOWS:
        assert f".github/workflows/{path.name}" in done.stderr.replace("\\", "/")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_rights_are_few(path: Path):
    text = path.read_text(encoding="utf-8")
    uses = re.findall(r"uses: *(.*)", text)
    assert uses
    for line in uses:
        assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", line), line
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for name, job in workflow["jobs"].items():
        assert "permissions" in job, name
        assert "timeout-minutes" in job, name
        for step in job["steps"]:
            if "checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_stranger_gets_no_rights_by_a_pull_request(path: Path):
    """No secret is there to be read; what a stranger wrote (a title, a branch) is never part of a
    command; and what runs for a pull request may write nothing."""
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    when = workflow[True]  # what YAML 1.1 makes of `on`
    assert not {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(when)
    assert "secrets." not in text
    for name, job in workflow["jobs"].items():
        assert not [step for step in job["steps"] if "${{" in step.get("run", "")], name
        writes = [right for right, level in job["permissions"].items() if level == "write"]
        if "pull_request" in when and writes:
            assert job["if"] == ON_MAIN, name


def test_a_pull_request_shows_what_changes_in_the_contacts():
    """The base of the merge that GitHub makes is HEAD^1, so two commits are enough."""
    job = yaml.safe_load((GITHUB / "workflows/publicera.yml").read_text("utf-8"))["jobs"]["test"]
    checkout, *steps = job["steps"]
    assert checkout["with"]["fetch-depth"] == 2
    told = [step for step in steps if step.get("run") == "python3 guiden.py kontrollera "
                                                         "--mot HEAD^1"]
    assert [step["if"] for step in told] == ["github.event_name == 'pull_request'"]


def test_the_audit_asks_every_night_and_when_a_lock_changes():
    workflow = yaml.safe_load((GITHUB / "workflows/granska.yml").read_text("utf-8"))
    assert {"schedule", "pull_request"} <= set(workflow[True])
    changed = workflow[True]["pull_request"]["paths"]
    for lock in [*LOCKS, ROOT / "tests/verktyg/package-lock.json"]:
        assert any(lock.relative_to(ROOT).match(pattern) for pattern in changed), lock
    commands = " ".join(step.get("run", "") for step in workflow["jobs"]["granska"]["steps"])
    assert "--require-hashes --only-binary :all: -r requirements-granska.txt" in commands
    assert "-m tests.granska_beroenden" in commands


def test_new_versions_are_proposed_for_every_lock_and_wait_a_week():
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    assert {(update["package-ecosystem"], update["directory"]) for update in updates} == {
        ("pip", "/"), ("npm", "/tests/verktyg"), ("github-actions", "/")}
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


def test_what_is_published_is_what_was_tested():
    """Only the job that runs the tests builds; the one that publishes has no checkout at all."""
    jobs = yaml.safe_load((GITHUB / "workflows/publicera.yml").read_text("utf-8"))["jobs"]
    steps = {name: json.dumps(job["steps"]) for name, job in jobs.items()}
    (publisher,) = [name for name, text in steps.items() if "deploy-pages" in text]
    (builder,) = [name for name, text in steps.items() if "upload-pages-artifact" in text]
    assert jobs[publisher]["needs"] in (builder, [builder])
    assert "checkout" not in steps[publisher]
    order = [steps[builder].index(words) for words in
             ("guiden.py kontrollera", ".ci/run", "guiden.py bygg", "upload-pages-artifact")]
    assert order == sorted(order)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_locks_name_hashes_and_no_place_to_fetch_from(path: Path):
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^ *--(?!hash=sha256:[0-9a-f]{64}( \\)?$)", text, re.M)
    pins = re.split(r"^(?=[A-Za-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.M), flags=re.M)[1:]
    assert pins
    for pin in pins:
        assert re.match(r"[\w.-]+==[\w.]+( ; .+)? \\\n", pin), pin
        assert "--hash=sha256:" in pin, pin


def test_locks_hold_the_versions_that_are_asked_for():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = asked["project"]["dependencies"]
    wanted = {"requirements.txt": run,
              "requirements-test.txt": run + asked["project"]["optional-dependencies"]["test"],
              "requirements-granska.txt": asked["dependency-groups"]["granska"]}
    assert sorted(wanted) == [lock.name for lock in LOCKS]
    for name, pins in wanted.items():
        locked = (ROOT / name).read_text("utf-8")
        assert pins
        assert not [pin for pin in pins if f"\n{pin} " not in locked], name


def test_what_is_asked_for_has_one_version():
    """The tests run what is published, and the audit reads workflows with the tests' zizmor."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r'^  "([\w-]+)==([\w.]+)"',
                                    (ROOT / "pyproject.toml").read_text("utf-8"), re.M):
        versions.setdefault(name, set()).add(version)
    assert not {name: found for name, found in versions.items() if len(found) > 1}
    build, test = ((ROOT / f"requirements{end}.txt").read_text("utf-8") for end in ("", "-test"))
    assert not [pin for pin in re.findall(r"^[a-z0-9.-]+==\S+", build, re.M)
                if f"\n{pin} " not in test]


def test_npms_lock_names_a_checksum_for_all_and_no_place_to_fetch_from():
    folder = ROOT / "tests/verktyg"
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    for name, package in lock.items():
        if name:
            assert re.match(r"sha512-[\w+/]{86}==", package["integrity"]), name
            assert "resolved" not in package, name
    for name, version in (asked["dependencies"] | asked["optionalDependencies"]).items():
        assert re.fullmatch(r"[0-9.]+", version), name
        assert lock[f"node_modules/{name}"]["version"] == version


def test_the_front_door_installs_only_what_has_the_right_checksum(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(guiden, "VENV", tmp_path)
    monkeypatch.setattr(guiden, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(guiden, "run", lambda command: ran.append(command) or 0)
    for testing, lock in guiden.NEEDS_LOCK.items():
        guiden.stamp(ROOT / "requirements-test.txt").unlink(missing_ok=True)
        assert guiden.prepare(testing) == ""
        assert ran[-1][-5:] == ["--require-hashes", "--only-binary", ":all:", "-r",
                                str(ROOT / lock)]
    assert len(ran) == 2
