"""`kontrollera --mot`: a number or address that changes is seen by the one who lets it in."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from katalog.contact_changes import Changes, changes_since
from katalog.contact_summary import code, summary
from katalog.git_state import CannotCompare
from katalog.problems import ERROR
from tests.conftest import change, checkout, katalog

RECORD = """id: prov
kontakter:
  - id: vaxeln
    funktion: Växeln
    telefon: "08-530 610 00"
  - id: kansliet
    funktion: Kansliet
    epost: kansli@botkyrka.se
"""
WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.invalid", "GIT_COMMITTER_NAME": "A",
       "GIT_COMMITTER_EMAIL": "a@a.invalid", "GIT_CONFIG_GLOBAL": os.devnull,
       "GIT_CONFIG_SYSTEM": os.devnull}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True,
                          encoding="utf-8", env={**os.environ, **WHO})
    return done.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x", "--allow-empty")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A small guide in git: a record, a page, a settings file. Its first state is `main`."""
    folder = tmp_path / "guide"
    for name, text in {"insatser/prov.yaml": RECORD, "content/sidor/om.md": "Ring 112.\n",
                       "utgivare.yaml": "namn:\n", "katalog/kod.py": "x = 1\n"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    git(folder, "checkout", "-q", "-b", "gren")
    return folder


def said(changes: Changes) -> list[str]:
    return [problem.text() for problem in sorted(changes.problems())]


RECORD_FILE = "insatser/prov.yaml"


@pytest.mark.parametrize(
    ("pattern", "replacement", "expected"),
    [
        ("08-530 610 00", "08-578 291 00",
         '5: varning: kontakter[vaxeln].telefon: telefonnumret är ändrat från "08-530 610 00" '
         'till "08-578 291 00".'),
        ("08-530 610 00", "0900-123 45 67",
         '5: varning: kontakter[vaxeln].telefon: telefonnumret är ändrat från "08-530 610 00" '
         'till "0900-123 45 67". Obs! Betalnummer: den som ringer får betala extra.'),
        ("kansli@botkyrka.se", "kansli@botkyrka.nu",
         '8: varning: kontakter[kansliet].epost: e-postadressen är ändrad från '
         '"kansli@botkyrka.se" till "kansli@botkyrka.nu". Obs! Liknar "botkyrka.se", som redan '
         "finns i guiden, men är en annan adress."),
        ("funktion: Växeln", "funktion: Jouren",
         '4: varning: kontakter[vaxeln].funktion: den som svarar är ändrad från "Växeln" till '
         '"Jouren".'),
        ("    epost: kansli@botkyrka.se\n", "    adress: Storgatan 1\n",
         '7: varning: kontakter[kansliet].epost: e-postadressen är borttagen: '
         '"kansli@botkyrka.se".\n8: varning: kontakter[kansliet].adress: ny adress '
         '"Storgatan 1".'),
        ("id: prov", "id: prov\nsa_gor_du: Läs på www.exempel.se.",
         '2: varning: sa_gor_du: ny länk "www.exempel.se".'),
    ],
)  # fmt: skip
def test_each_change_of_a_fact_is_told_on_its_line(guide, pattern, replacement, expected):
    change(guide / RECORD_FILE, pattern, replacement)
    assert said(changes_since("main", guide)) == [f"{RECORD_FILE}:{line}"
                                                  for line in expected.split("\n")]


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [("08-530 610 00", "+46 8 53061000"), (r"^id: prov$", "id: prov\nnamn: Prov"),
     (r'\A(.*\nkontakter:\n)((?:.*\n){3})((?:.*\n){3})\Z', r"\1\3\2")],
    ids=["skrivsatt", "andra-falt", "ordning"],
)  # fmt: skip
def test_what_leads_to_the_same_place_is_no_change(guide, pattern, replacement):
    change(guide / RECORD_FILE, pattern, replacement)
    changes = changes_since("main", guide)
    assert said(changes) == []
    assert "Inga kontaktuppgifter ändras." in summary(changes)


def test_the_same_number_once_more_is_new(guide: Path):
    change(guide / "content/sidor/om.md", "112", "[112](tel:112)")
    commit(guide)
    change(guide / "content/sidor/om.md", r"\.$", " eller [112](tel:112).")
    assert said(changes_since("HEAD", guide)) == [
        'content/sidor/om.md:1: varning: nytt telefonnummer "112".']


def test_saved_and_unsaved_and_new_files_are_seen_alike(guide: Path):
    change(guide / RECORD_FILE, "08-530 610 00", "08-578 291 00")
    commit(guide)
    (guide / "insatser/ny.yaml").write_text("sa_gor_du: Ring 08-520 680 00.\n", encoding="utf-8")
    change(guide / "content/sidor/om.md", "112", "[112](tel:+371123)")
    told = said(changes_since("main", guide))
    assert [line.split(": ")[0] for line in told] == [
        "content/sidor/om.md:1", "insatser/ny.yaml:1", "insatser/prov.yaml:5"]
    assert "Utländskt nummer (+371)" in told[0]


def test_what_others_did_on_main_meanwhile_is_not_ours(guide: Path):
    git(guide, "checkout", "-q", "main")
    change(guide / RECORD_FILE, "08-530 610 00", "08-578 291 00")
    commit(guide)
    git(guide, "checkout", "-q", "gren")
    assert said(changes_since("main", guide)) == []


def test_a_merge_is_compared_with_what_it_goes_into(guide: Path):
    """As on GitHub: a merge of the pull request into main, two commits deep."""
    change(guide / RECORD_FILE, "08-530 610 00", "08-578 291 00")
    commit(guide)
    git(guide, "checkout", "-q", "main")
    git(guide, "commit", "-q", "--allow-empty", "-m", "meanwhile")
    git(guide, "merge", "-q", "--no-ff", "-m", "merge", "gren")
    shallow = guide.parent / "grund"
    git(guide.parent, "clone", "-q", "--depth=2", guide.as_uri(), str(shallow))
    assert len(said(changes_since("HEAD^1", shallow))) == 1


@pytest.mark.parametrize("new", [None, "nytt-namn.yaml"], ids=["borttagen", "omdopt"])
def test_a_record_that_disappears_is_an_error(guide, new):
    path = guide / RECORD_FILE
    path.rename(path.with_name(new)) if new else path.unlink()
    commit(guide)
    (gone,) = [problem for problem in changes_since("main", guide).problems()
               if problem.level == ERROR]
    assert gone.file == RECORD_FILE
    assert gone.message.startswith("posten är borta, men id och adress ska leva för alltid")
    assert "### Poster som försvinner (1)" in summary(changes_since("main", guide))


def test_code_that_comes_along_is_listed_but_not_read_for_numbers(guide: Path):
    change(guide / "katalog/kod.py", "1", "'08-530 610 00'")
    vendored = guide / "theme/static/js/vendor/x.js"
    vendored.parent.mkdir(parents=True)
    vendored.write_text("'https://exempel.se'", encoding="utf-8")
    (guide / "content/bild.png").write_bytes(b"\x89PNG\0")
    changes = changes_since("main", guide)
    assert said(changes) == []
    assert changes.others == ["content/bild.png", "katalog/kod.py", "theme/static/js/vendor/x.js"]
    assert "- `katalog/kod.py`" in summary(changes)


def test_a_link_to_a_file_elsewhere_is_not_followed(guide: Path):
    secret = guide.parent / "annat.yaml"
    secret.write_text('telefon: "08-520 680 00"\n', encoding="utf-8")
    (guide / "insatser/lank.yaml").symlink_to(secret)
    assert said(changes_since("main", guide)) == []


def test_nonsense_in_a_file_or_its_name_does_not_stop_it(guide: Path):
    path = guide / RECORD_FILE
    path.write_bytes(b"\xff\xfe: [\n" + 'telefon: "08-520 680 00"'.encode("latin-1"))
    (guide / "insatser/ny\nrad.yaml").write_text('telefon: "0900-12345"\n', encoding="utf-8")
    told = said(changes_since("main", guide))
    assert any("08-520 680 00" in line for line in told)
    assert any(line.startswith("insatser/ny\\u000arad.yaml:1: ") for line in told)


def test_the_summary_puts_what_is_odd_first(guide: Path):
    change(guide / RECORD_FILE, "08-530 610 00", "08-578 291 00")
    change(guide / RECORD_FILE, "kansli@botkyrka.se", "kansli@b0tkyrka.se")
    text = summary(changes_since("main", guide))
    assert text.startswith("## Kontaktuppgifter som ändras\n")
    odd, rest = text.index("### Titta extra noga (1)"), text.index("### Ändringar (1)")
    assert odd < text.index("till `kansli@b0tkyrka.se`. Obs! Liknar `botkyrka.se`") < rest
    assert rest < text.index("- `insatser/prov.yaml` rad 5, `kontakter[vaxeln].telefon`: "
                             "telefonnumret är ändrat från `08-530 610 00` till `08-578 291 00`.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("08-1", "`08-1`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("a\n# b", "`a # b`"),
     ("<img src=x>[a](https://a.se)", "`<img src=x>[a](https://a.se)`"),
     ("a\u202eb\u200b", r"`a\u202eb\u200b`")],
)  # fmt: skip
def test_nothing_in_a_value_acts_in_the_summary(text, shown):
    assert code(text) == shown


def test_a_hostile_value_stays_on_its_line_and_within_its_marks(guide: Path):
    change(guide / RECORD_FILE, "funktion: Växeln",
           r'funktion: "`\\n## Godkänd\\n::error::x [a](https://a.se) <b>"')
    text = summary(changes_since("main", guide))
    (line,) = [line for line in text.split("\n") if "Godkänd" in line]
    assert "`` ` ## Godkänd ::error::x [a](https://a.se) <b> ``" in line


# --- what cannot be compared -------------------------------------------------------------------


@pytest.mark.parametrize("ref", ["finns-inte", "", "-x", "--help", "^main", "HEAD^{tree}",
                                 "main..gren", "HEAD:utgivare.yaml", "å\n"])  # fmt: skip
def test_a_ref_that_git_does_not_know_is_told(guide, ref):
    with pytest.raises(CannotCompare, match="git känner inte till"):
        changes_since(ref, guide)


def test_a_folder_without_git_is_told(tmp_path: Path):
    with pytest.raises(CannotCompare, match="Mappen är ingen git-kopia"):
        changes_since("main", tmp_path)


def test_a_copy_without_older_versions_is_told(guide: Path):
    old = git(guide, "rev-parse", "HEAD")
    commit(guide)
    shallow = guide.parent / "grund"
    git(guide.parent, "clone", "-q", "--depth=1", guide.as_uri(), str(shallow))
    for ref in ("HEAD^1", "origin/main", old):
        with pytest.raises(CannotCompare, match=r"hämtad utan äldre versioner.*--unshallow"):
            changes_since(ref, shallow)


def test_two_histories_that_never_met_are_told(guide: Path):
    git(guide, "checkout", "-q", "--orphan", "annan")
    git(guide, "commit", "-qm", "another beginning")
    with pytest.raises(CannotCompare, match="saknar gemensam historik"):
        changes_since("main", guide)


def test_a_machine_without_git_is_told(guide, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotCompare, match="Programmet git finns inte"):
        changes_since("main", guide)


# --- the command -------------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout of the whole project, saved in git."""
    copy = checkout(tmp_path / "guide")
    git(copy, "init", "-q", "-b", "main")
    commit(copy)
    return copy


def test_the_command_tells_terminal_annotations_and_summary(copy: Path):
    change(copy / "insatser/samsas.yaml", "072-747 34 00", "08-578 291 00")
    page = copy.parent / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    done = katalog("kontrollera", "--mot", "main", root=copy, GITHUB_ACTIONS="true",
                   GITHUB_STEP_SUMMARY=str(page))
    assert done.returncode == 0, done.stdout
    told = ('kontakter[projektledare].telefon: telefonnumret är ändrat från "072-747 34 00" till '
            '"08-578 291 00".')
    assert re.search(rf"^insatser/samsas\.yaml:\d+: varning: {re.escape(told)}$", done.stdout, re.M)
    assert re.search(rf"^::warning file=insatser/samsas\.yaml,line=\d+::{re.escape(told)}$",
                     done.stdout, re.M)
    assert page.read_text(encoding="utf-8").startswith("before\n## Kontaktuppgifter som ändras\n")


def test_the_command_fails_when_a_record_is_gone(copy: Path):
    (copy / "insatser/samsas.yaml").unlink()
    done = katalog("kontrollera", "--mot", "main", root=copy)
    assert done.returncode == 1
    assert "insatser/samsas.yaml:1: posten är borta" in done.stdout


@pytest.mark.parametrize("ref", ["finns-inte", ""])
def test_the_command_says_what_is_wrong_with_the_call(ref):
    done = katalog("kontrollera", f"--mot={ref}")
    assert done.returncode == 2
    assert "Traceback" not in done.stdout
    assert re.search("git känner inte till|Mappen är ingen git-kopia|hämtad utan", done.stdout)
