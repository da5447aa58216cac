"""granska_beroenden.py: what pip-audit and npm really print, and what becomes of it.

The texts were printed by pip-audit 2.10.1 and npm 11: against services that answered, that knew
nothing (a mirror without the advisories), and that were not there. Shortened; the names of the
registries are changed.
"""

import json

import pytest

from tests import granska_beroenden
from tests.granska_beroenden import Answer, of_npm_audit, of_pip_audit

CLEAN = ('{"dependencies": [{"name": "jinja2", "version": "3.1.3", "vulns": []}, {"name": '
         '"markupsafe", "version": "3.0.4", "vulns": []}], "fixes": []}')
WEAK = ('{"dependencies": [{"name": "jinja2", "version": "3.1.3", "vulns": [{"id": '
        '"CVE-2024-34064", "fix_versions": ["3.1.4"], "aliases": ["GHSA-h75v-3vvj-5mfj"], '
        '"description": "Jinja2 vulnerable to HTML attribute injection"}]}, {"name": "markupsafe", '
        '"version": "3.0.4", "vulns": []}], "fixes": []}')
UNKNOWN = ('{"dependencies": [{"name": "anyio", "skip_reason": "Dependency not found on the index '
           'and could not be audited: anyio (4.16.0)"}, {"name": "attrs", "skip_reason": '
           '"Dependency not found on the index and could not be audited: attrs (26.1.0)"}], '
           '"fixes": []}')
ONE_GONE = ('{"dependencies": [{"name": "anyio", "skip_reason": "Dependency not found on the index '
            'and could not be audited: anyio (4.16.0)"}, {"name": "markupsafe", "version": '
            '"3.0.4", "vulns": []}], "fixes": []}')
NO_NET = ("Traceback (most recent call last):\n  File \"adapters.py\", line 729, in send\n"
          "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='index.invalid', "
          "port=443): Max retries exceeded with url: /anyio/4.16.0/json\n")
NONE_FOUND = "No known vulnerabilities found\n"  # what pip-audit also says when it knew nothing

COUNTS = {"vulnerabilities": {"total": 0}, "dependencies": {"prod": 5, "total": 118}}
NPM_CLEAN = json.dumps({"auditReportVersion": 2, "vulnerabilities": {}, "metadata": COUNTS})
NPM_WEAK = json.dumps({"auditReportVersion": 2, "vulnerabilities": {
    "lean-qr": {"name": "lean-qr", "severity": "moderate", "isDirect": True, "via": [
        {"source": 1100001, "name": "lean-qr", "dependency": "lean-qr",
         "title": "Made-up weakness for the test", "url":
         "https://github.com/advisories/GHSA-xxxx-xxxx-0001", "severity": "moderate",
         "range": "<2.7.5"}], "effects": ["other"], "range": "", "fixAvailable": False},
    "other": {"name": "other", "severity": "moderate", "via": ["lean-qr"], "effects": []}},
    "metadata": COUNTS})  # fmt: skip
NPM_REFUSED = json.dumps({"message": "405 Method Not Allowed - POST https://index.invalid/bulk",
                          "method": "POST", "statusCode": 405, "body": "",
                          "error": {"summary": "", "detail": ""}})
NPM_NO_NET = json.dumps({"message": "request to https://index.invalid/bulk failed, reason: "
                         "getaddrinfo EAI_AGAIN index.invalid", "error": {"summary": ""}})

FOUND = "x: känd svaghet: "


@pytest.mark.parametrize(
    ("read", "said", "complaint", "lines", "bad"),
    [
        (of_pip_audit, CLEAN, NONE_FOUND, ["x: 2 paket granskade, inga kända svagheter."], False),
        (of_pip_audit, WEAK, "Found 1 known vulnerability in 1 package",
         [f"{FOUND}jinja2 3.1.3: CVE-2024-34064 GHSA-h75v-3vvj-5mfj, rättat i 3.1.4"], True),
        (of_pip_audit, UNKNOWN, NONE_FOUND, ["x: GRANSKADES INTE. Tjänsten kunde inte svara: inget "
                                             "av 2 paket är känt där."], False),
        (of_pip_audit, "", NO_NET, ["x: GRANSKADES INTE. Tjänsten kunde inte svara: " +
                                    NO_NET.strip().split("\n")[-1]], False),
        (of_pip_audit, "", "", ["x: GRANSKADES INTE. Tjänsten kunde inte svara: inget svar."],
         False),
        (of_pip_audit, ONE_GONE, NONE_FOUND,
         ["x: anyio finns inte längre i registret, fast andra paket gör det. Det kan vara "
          "borttaget för att det är skadligt."], True),
        (of_npm_audit, NPM_CLEAN, "", ["x: 118 paket granskade, inga kända svagheter."], False),
        (of_npm_audit, NPM_WEAK, "", [f"{FOUND}lean-qr <2.7.5: GHSA-xxxx-xxxx-0001, Made-up "
                                      "weakness for the test"], True),
        (of_npm_audit, NPM_REFUSED, "npm error audit endpoint returned an error",
         ["x: GRANSKADES INTE. Tjänsten kunde inte svara: 405 Method Not Allowed - POST "
          "https://index.invalid/bulk"], False),
        (of_npm_audit, NPM_NO_NET, "", ["x: GRANSKADES INTE. Tjänsten kunde inte svara: request to "
         "https://index.invalid/bulk failed, reason: getaddrinfo EAI_AGAIN index.invalid"], False),
        (of_npm_audit, "", "npm finns inte på datorn.",
         ["x: GRANSKADES INTE. Tjänsten kunde inte svara: npm finns inte på datorn."], False),
        (of_npm_audit, "[]", "", ["x: GRANSKADES INTE. Tjänsten kunde inte svara: inget svar."],
         False),
    ],
)  # fmt: skip
def test_each_answer_is_told_and_weighed(read, said, complaint, lines, bad):
    answer = read("x", said, complaint)
    assert answer.lines() == lines
    assert answer.is_bad == bad


@pytest.mark.parametrize(
    ("read", "said", "name"),
    [(of_pip_audit, WEAK, "CVE-2024-34064"), (of_pip_audit, WEAK, "GHSA-h75v-3vvj-5mfj"),
     (of_npm_audit, NPM_WEAK, "GHSA-xxxx-xxxx-0001")],
)  # fmt: skip
def test_a_weakness_that_was_weighed_and_left_is_no_longer_told(read, said, name):
    assert not read("x", said, "", {name: "touches nothing here, until 2027"}).is_bad
    assert read("x", said, "", {"GHSA-other": "another one"}).is_bad


@pytest.mark.parametrize(
    ("answer", "code", "mark"),
    [(Answer("x", 2), 0, None), (Answer("x", silent="inget svar."), 0, "::warning::x: GRANSKADES"),
     (Answer("x", 2, weak=["y"]), 1, "::error::x: känd svaghet: y"),
     (Answer("x", 2, vanished=["y"]), 1, "::error::x: y finns inte längre")],
)  # fmt: skip
def test_the_command_fails_only_for_what_is_known_and_notes_what_is_not(
        answer, code, mark, monkeypatch, capsys):  # fmt: skip
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setattr(granska_beroenden, "ask", lambda: [Answer("först", 1), answer])
    assert granska_beroenden.main() == code
    said = capsys.readouterr().out
    assert (mark in said) if mark else ("::" not in said)


def test_every_lock_is_asked_about(monkeypatch):
    asked = []

    def run(folder, *command):
        asked.append(" ".join(map(str, command)))
        return granska_beroenden.subprocess.CompletedProcess(command, 1, "", "")

    monkeypatch.setattr(granska_beroenden, "_run", run)
    names = [answer.name for answer in granska_beroenden.ask()]
    assert names == ["requirements-granska.txt", "requirements-test.txt", "requirements.txt",
                     "tests/verktyg"]
    assert ["--require-hashes" in command for command in asked] == [True, True, True, False]


def test_a_program_that_is_not_there_is_an_answer_too(tmp_path):
    done = granska_beroenden._run(tmp_path, "finns-inte-alls")
    assert of_npm_audit("x", done.stdout, done.stderr).lines() == [
        "x: GRANSKADES INTE. Tjänsten kunde inte svara: finns-inte-alls finns inte på datorn."]
