"""Files that are not plain UTF-8 text are refused with the line and what to do."""

import pytest

from katalog.textfile import MAX_BYTES, odd_characters, read_text

BOM = "filen börjar med en osynlig märkning (BOM). Spara som UTF-8 utan BOM."
UTF16 = "filen är inte UTF-8 (ser ut som UTF-16). Spara den som UTF-8."
LATIN = "raden har tecken som inte är UTF-8 (kanske Latin-1). Spara filen som UTF-8."
TAB = "tabb på raden. Använd mellanslag i stället."
TEXT = "id: exempel\nnamn: Åsö – första\nform: ordinarie\n"


def odd(code: str) -> str:
    return f"osynligt eller otillåtet tecken {code} på raden. Ta bort det."


def read(tmp_path, raw: bytes):
    path = tmp_path / "post.yaml"
    path.write_bytes(raw)
    return read_text(path)


@pytest.mark.parametrize(
    ("raw", "finding"),
    [
        (b"\xef\xbb\xbf" + TEXT.encode(), (1, BOM)),
        (TEXT.encode("utf-16"), (1, UTF16)),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), (1, UTF16)),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), (1, UTF16)),
        (TEXT.encode("utf-16-le"), (1, UTF16)),
        (TEXT.encode("utf-16-be"), (1, UTF16)),
        (TEXT.replace("–", "-").encode("latin-1"), (2, LATIN)),
        (TEXT.replace("–", "-").encode("cp1252").replace(b"\n", b"\r\n"), (2, LATIN)),
        (b"a: 1\nb: \x00\n", (1, UTF16)),
        (b"a" * 300_000, (1, "filen är 300 kB; högst 100 kB får plats. "
                             "Korta texten eller dela upp posten.")),
    ],
    ids=["bom", "utf-16", "utf-16-le", "utf-16-be", "le-without-bom", "be-without-bom",
         "latin-1", "windows-1252-crlf", "nul", "300-kB"],
)  # fmt: skip
def test_a_file_that_is_no_utf8_text_is_not_read(tmp_path, raw, finding):
    assert read(tmp_path, raw) == ("", [finding])


@pytest.mark.parametrize(
    ("character", "message"),
    [
        ("\t", TAB),
        ("\x07", odd("U+0007")),
        ("\x1b", odd("U+001B")),
        ("\r", odd("U+000D")),
        ("\x85", odd("U+0085")),
        ("\u00ad", odd("U+00AD")),
        ("\u200b", odd("U+200B")),
        ("\u200e", odd("U+200E")),
        ("\u202e", odd("U+202E")),
        ("\u2028", odd("U+2028")),
        ("\u2066", odd("U+2066")),
        ("\ufeff", odd("U+FEFF")),
        ("\ue000", odd("U+E000")),
        ("\ufffe", odd("U+FFFE")),
    ],
)  # fmt: skip
def test_an_odd_character_is_named_with_its_line_and_read_as_a_space(tmp_path, character, message):
    text, findings = read(tmp_path, f"id: x\nnamn: a{character}b\n".encode())
    assert findings == [(2, message)]
    assert text == "id: x\nnamn: a b\n"


def test_every_line_with_odd_characters_is_named_once_a_character(tmp_path):
    _, findings = read(tmp_path, "a: \u200b\u200b\u202e\nb: 1\n\tc: 2\n".encode())
    assert findings == [(1, odd("U+200B")), (1, odd("U+202E")), (3, TAB)]


def test_windows_line_ends_are_fine_and_become_unix(tmp_path):
    assert read(tmp_path, TEXT.replace("\n", "\r\n").encode()) == (TEXT, [])


def test_decomposed_letters_become_composed(tmp_path):
    text, findings = read(tmp_path, "namn: A\u030ange\u0301n\n".encode())
    assert (text, findings) == ("namn: Ång\u00e9n\n", [])


def test_ordinary_swedish_text_with_dashes_quotes_and_hard_spaces_is_left_alone(tmp_path):
    written = "namn: ”Jobb” – 3\u00a0000 kr, Ḥassan, عربي, Soomaali 😀\n"
    assert read(tmp_path, written.encode()) == (written, [])


def test_an_empty_file_is_empty_text(tmp_path):
    assert read(tmp_path, b"") == ("", [])


def test_a_file_of_just_the_limit_is_read(tmp_path):
    assert read(tmp_path, b"a" * MAX_BYTES) == ("a" * MAX_BYTES, [])
    assert read(tmp_path, b"a" * (MAX_BYTES + 1))[1]


def test_a_file_that_is_not_there_is_told_in_swedish(tmp_path):
    text, findings = read_text(tmp_path / "saknas.yaml")
    assert text == ""
    assert [line for line, _ in findings] == [1]
    assert findings[0][1].startswith("filen finns inte. ")


def test_odd_characters_of_plain_text_are_none():
    assert odd_characters("Vanlig text, åäö – ’citat’\u00a0!") == set()
    assert odd_characters("a\u200bb\tc") == {"\u200b", "\t"}
