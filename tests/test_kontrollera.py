"""`kontrollera` through the real command line: what editors run before they save."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import change, checkout, katalog


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout of one's own with one broken record, mia-hbs."""
    copy = checkout(tmp_path / "guide")
    change(copy / "insatser/mia-hbs.yaml", r"^intag: ko$", "intag: koo")
    return copy


def files_told(text: str) -> set[str]:
    return set(re.findall(r"^(\S+\.yaml):[0-9]+: ", text, re.M))


def test_the_real_records_are_sound():
    done = katalog("kontrollera")
    assert done.returncode == 0, done.stdout
    assert "54 poster kontrollerade: 0 fel" in done.stdout


def test_every_broken_record_is_told_and_nothing_is_built(copy: Path):
    (copy / "insatser/samsas.yaml").write_text("", encoding="utf-8")
    done = katalog("kontrollera", root=copy)
    assert done.returncode == 1
    assert files_told(done.stdout) >= {"insatser/mia-hbs.yaml", "insatser/samsas.yaml"}
    assert 'intag: okänt värde "koo"' in done.stdout
    assert not (copy / "output").exists()


def test_one_named_file_is_told_of_alone(copy: Path):
    (copy / "insatser/bonorna.yaml").write_text("", encoding="utf-8")
    done = katalog("kontrollera", "insatser/mia-hbs.yaml", root=copy)
    assert done.returncode == 1
    assert files_told(done.stdout) == {"insatser/mia-hbs.yaml"}
    assert "1 poster kontrollerade: 1 fel" in done.stdout


def test_a_sound_file_is_well_whatever_the_others_are(copy: Path):
    for name in ("insatser/samsas.yaml", copy / "insatser/samsas.yaml", "./insatser/samsas.yaml"):
        done = katalog("kontrollera", name, root=copy)
        assert done.returncode == 0, done.stdout
        assert files_told(done.stdout) == set()


def test_one_named_file_is_checked_against_the_others(copy: Path):
    """mia-hbs points at mia-lan: well as long as that is there, and told when it is not."""
    change(copy / "insatser/mia-hbs.yaml", r"^intag: koo$", "intag: ko")
    assert katalog("kontrollera", "insatser/mia-hbs.yaml", root=copy).returncode == 0
    (copy / "insatser/mia-lan.yaml").unlink()
    done = katalog("kontrollera", "insatser/mia-hbs.yaml", root=copy)
    assert done.returncode == 1
    assert re.search(r"mia-hbs\.yaml:[0-9]+: foregangare\[0\]: .*mia-lan", done.stdout)


def test_a_file_that_waits_outside_the_folder_can_be_checked(copy: Path, tmp_path: Path):
    draft = Path(shutil.copy(copy / "insatser/samsas.yaml", tmp_path / "nytt-namn.yaml"))
    done = katalog("kontrollera", draft, root=copy)
    assert done.returncode == 1
    assert "filen heter nytt-namn.yaml" in done.stdout
    assert "mia-hbs" not in done.stdout


def test_a_file_that_is_not_there_is_told(copy: Path):
    done = katalog("kontrollera", "insatser/finns-inte.yaml", root=copy)
    assert done.returncode == 1
    assert "insatser/finns-inte.yaml" in done.stdout
    assert "Traceback" not in done.stdout


def test_github_gets_annotations_with_the_path_in_the_repository(copy: Path):
    done = katalog("kontrollera", root=copy, GITHUB_ACTIONS="true")
    assert re.search(r"^::error file=insatser/mia-hbs\.yaml,line=\d+::intag: ", done.stdout, re.M)


def test_quality_is_shown_and_never_a_reason_to_refuse(records: dict):
    done = katalog("kontrollera", "--kvalitet")
    assert done.returncode == 0, done.stdout
    rows = re.findall(r"^ *([0-9]+)/([0-9]+)  ([a-z0-9-]+): .+$", done.stdout, re.M)
    assert sorted(name for _, _, name in rows) == sorted(records)
    assert all(0 <= int(points) <= int(most) for points, most, _ in rows)
    assert [int(points) for points, _, _ in rows] == sorted(int(points) for points, _, _ in rows)


def test_quality_of_broken_records_does_not_hide_what_is_wrong(copy: Path):
    done = katalog("kontrollera", "--kvalitet", root=copy)
    assert done.returncode == 1
    assert 'intag: okänt värde "koo"' in done.stdout
    assert "Traceback" not in done.stdout


def test_a_wrong_call_is_told_apart_from_wrong_records():
    assert katalog("kontroll").returncode == 2
