"""Fuzz the reading of a record: whatever bytes a file holds, the answer is messages.

    python -m pip install atheris==3.0.0   not in the lock files; Linux and macOS
    python -m tests.fuzz_strict_yaml 300   seconds; ends with "Done … runs", code 1 at a fault

Comes in: bytes that atheris makes of the real records. Goes out: nothing but a fault that is
found: an exception, a message without a line of the file, or a file that is read without a word
and otherwise than PyYAML reads it. Without atheris it says that it was not run, code 77.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from katalog.paths import RECORDS, ROOT

NOT_RUN = 77
WORDS = ("id: ", "\n  - ", "\n    ", ": ", "&a ", "*a", "<<: ", "!!int ", "!x ", "---\n", "...\n",
         "|\n", ">-\n", "\\u202e", "\t", "\r\n", "{a: 1}", "[a, b]", "? ", "# ", "'", '\\"', "null",
         "kallor:\n  - id: ", "villkor:\n  alder:\n    fran: ", "\0", "\x85", "\u2028", "\ufeff")


def main(seconds: int) -> int:
    """Fuzz for so long; atheris ends the process itself."""
    try:
        import atheris
    except ImportError:
        sys.stderr.write("Inte kört: atheris saknas. python -m pip install atheris\n")
        return NOT_RUN
    with atheris.instrument_imports(include=["katalog", "yaml"]):
        from katalog import records, strict_yaml
    records.load_records()  # what is read only once, such as the languages
    place = Path(tempfile.mkdtemp(prefix="fuzz-"))
    corpus = place / "poster"
    corpus.mkdir()
    for path in (*RECORDS.glob("*.yaml"), *(ROOT / "tests/broken").glob("*.yaml")):
        shutil.copy(path, corpus)
    words = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    (place / "ord").write_text("".join(f'"{word}"\n' for word in words), encoding="ascii")
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", f"-dict={place / 'ord'}", "-max_len=6000",
         "-timeout=30", f"-artifact_prefix={place}/", "-print_final_stats=1", str(corpus)],
        lambda raw: try_bytes(raw, place / "x.yaml", records, strict_yaml))  # fmt: skip
    atheris.Fuzz()
    return 0


def try_bytes(raw: bytes, path: Path, records: Any, strict_yaml: Any) -> None:
    """Read the bytes as a record; raise when the promise is broken."""
    path.write_bytes(raw)
    record, problems = records.read_record(path)
    lines = raw.count(b"\n") + 1
    for problem in problems:
        assert 1 <= problem.line <= lines, problem
        assert problem.message, problem
        assert problem.text().isprintable(), problem
    text, odd = records.read_text(path)
    loaded = strict_yaml.load(text)
    if record and not odd and not loaded.findings:
        assert same(loaded.data, yaml.load(text, Loader=yaml.CBaseLoader)), "read otherwise"  # noqa: S506


def same(ours: Any, theirs: Any) -> bool:
    """Say whether both read the same; PyYAML's base loader takes every value for a text."""
    if isinstance(ours, dict):
        return isinstance(theirs, dict) and list(ours) == list(theirs) and all(
            same(value, theirs[key]) for key, value in ours.items())
    if isinstance(ours, list):
        return isinstance(theirs, list) and len(ours) == len(theirs) and all(
            map(same, ours, theirs))
    if isinstance(ours, bool):
        return theirs == str(ours).lower()
    if isinstance(ours, (int, float)):
        return float(theirs) == ours
    if ours is None:
        return theirs in ("", "~", "null")
    return ours == theirs or ours == " ".join(theirs.split())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 60))
