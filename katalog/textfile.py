"""Read one text file and refuse what would surprise somebody later.

Comes in: a path. Goes out: text in NFC with \\n line ends, or problems (line, message).
"""

import unicodedata
from pathlib import Path

MAX_BYTES = 100_000
# Cc control, Cf invisible format, Co private, Cn unassigned, Cs surrogate, Zl/Zp separators.
ODD_CATEGORIES = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}

Finding = tuple[int, str]


def read_text(path: Path) -> tuple[str, list[Finding]]:
    """Return (text, findings); text is empty when it could not be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        why = "filen finns inte" if missing else "filen går inte att öppna"
        return "", [(1, f"{why}. Kontrollera namn och rättigheter.")]
    if len(raw) > MAX_BYTES:
        kilobytes = len(raw) // 1000
        return "", [(1, f"filen är {kilobytes} kB; högst {MAX_BYTES // 1000} kB får plats. "
                        "Korta texten eller dela upp posten.")]
    return _decode(raw)


def _decode(raw: bytes) -> tuple[str, list[Finding]]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw:
        return "", [(1, "filen är inte UTF-8 (ser ut som UTF-16). Spara den som UTF-8.")]
    if raw.startswith(b"\xef\xbb\xbf"):
        return "", [(1, "filen börjar med en osynlig märkning (BOM). Spara som UTF-8 utan BOM.")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", [(line, "raden har tecken som inte är UTF-8 (kanske Latin-1). "
                           "Spara filen som UTF-8.")]
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return _without_odd_characters(text)


def _without_odd_characters(text: str) -> tuple[str, list[Finding]]:
    """Name each odd character once a line; hand on the text with spaces there, so that
    the other problems of the file are found in the same run."""
    odd = odd_characters(text.replace("\n", ""))
    if not odd:
        return text, []
    findings = []
    for number, line in enumerate(text.split("\n"), start=1):
        for character in sorted(odd.intersection(line)):
            findings.append((number, _odd_message(character)))
    return text.translate({ord(character): " " for character in odd}), findings


def _odd_message(character: str) -> str:
    if character == "\t":
        return "tabb på raden. Använd mellanslag i stället."
    return f"osynligt eller otillåtet tecken U+{ord(character):04X} på raden. Ta bort det."


def odd_characters(text: str) -> set[str]:
    """Return the control, invisible, private and unassigned characters of a text."""
    if text.isprintable():
        return set()
    return {c for c in set(text) if unicodedata.category(c) in ODD_CATEGORIES}
