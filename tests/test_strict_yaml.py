"""YAML is read as written, with a line for every path; surprises are refused in Swedish."""

import time

import pytest

from katalog.strict_yaml import MAX_DEPTH, load

DEEP = f"för djupt: fler än {MAX_DEPTH} nivåer i varandra. Se schema/exempel.yaml."
FIELD_NAME = "fältnamnet måste vara ett vanligt ord. Se schema/exempel.yaml."


def ambiguous(text: str) -> str:
    return (f'"{text}" utan citattecken läses olika av olika program. '
            f'Är det text, skriv "{text}".'
            + (" Ja och nej skrivs ja och nej." if text.isalpha() else ""))  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("ett ord", "ett ord"), ("ja", "ja"), ("nej", "nej"), ("Ja", "Ja"), ("ny", "ny"),
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None),
        ("0", 0), ("16", 16), ("-3", -3), ("7.1", 7.1), ("-0.5", -0.5),
        ("2026-02-12", "2026-02-12"), ("2026-02", "2026-02"), ("2026", 2026),
        ("08-530 610 00", "08-530 610 00"), ("1,5", "1,5"), ("9–16", "9–16"),
        ('"0126"', "0126"), ("'NO'", "NO"), ('"8:30"', "8:30"), ('"true"', "true"), ('""', ""),
        ('"~"', "~"), ("'0x1F'", "0x1F"), ('"två   ord\\n här"', "två ord här"),
        ("|\n  rad ett\n  rad två\n", "rad ett rad två"), (">-\n  rad ett\n\n  rad två\n",
                                                          "rad ett rad två"),
        ("[]", []), ("[a, 1]", ["a", 1]), ("{a: 1}", {"a": 1}), ("\n  - a\n  - b", ["a", "b"]),
    ],
)  # fmt: skip
def test_a_value_is_what_an_editor_means(written, value):
    loaded = load(f"f: {written}\n")
    assert loaded.findings == []
    assert loaded.data == {"f": value}
    assert type(loaded.data["f"]) is type(value)


@pytest.mark.parametrize(
    "written",
    ["0126", "00", "-007", "0_7", "NO", "No", "no", "yes", "YES", "on", "On", "off", "Off", "y",
     "N", "TRUE", "True", "FALSE", "False", "Null", "NULL", "8:30", "1:30:00", "0x1F", "0o17",
     "0b101", "1_000", "1e5", "1.5E3", "+46", "+1.5", ".inf", "-.INF", ".nan", ".5", "5.",
     "1234567890123456", "1.1234567", "012.5", "1_000.5"],
)  # fmt: skip
def test_what_programs_read_differently_is_refused_and_kept_as_text(written):
    loaded = load(f"id: x\nf: {written}\n")
    assert loaded.findings == [(2, ("f",), ambiguous(written))]
    assert loaded.data["f"] == written


@pytest.mark.parametrize(
    ("text", "line", "path", "message"),
    [
        ("", 1, (), "filen är tom. Kopiera schema/exempel.yaml och fyll i."),
        ("# bara\n# ord\n", 1, (), "filen är tom. Kopiera schema/exempel.yaml och fyll i."),
        ("a: 1\n---\nb: 2\n", 2, (),
         "filen har två dokument (---). En fil är en post; dela upp den."),
        ("? [a]\n: 1\n", 1, (), FIELD_NAME),
        ("? {a: 1}\n: 1\n", 1, (), FIELD_NAME),
        ("x: 1\n*a : 1\n", 2, (), FIELD_NAME),
    ],
    ids=["empty", "only-comments", "two-documents", "list-as-key", "map-as-key", "alias-as-key"],
)  # fmt: skip
def test_what_is_no_record_at_all_gives_no_data(text, line, path, message):
    loaded = load(text)
    assert loaded.data is None
    assert loaded.findings == [(line, path, message)]


@pytest.mark.parametrize(("text", "data"), [("- a\n- b\n", ["a", "b"]), ("bara ord\n", "bara ord")])
def test_a_list_or_a_text_at_the_top_is_read_as_it_is(text, data):
    assert load(text).data == data


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("a: &x 1\n", [(1, ("a",), "ankare (&x) används inte här. Ta bort det.")]),
        ("&x a: 1\n", [(1, ("a",), "ankare (&x) används inte här. Ta bort det.")]),
        ("a: &x 1\nb: *x\n", [(1, ("a",), "ankare (&x) används inte här. Ta bort det."),
                              (2, ("b",), "alias (*x) används inte här. Skriv ut värdet.")]),
        ("a: !!str 1\n",
         [(1, ("a",), "tagg (tag:yaml.org,2002:str) är inte tillåten. Skriv värdet utan tagg.")]),
        ("!!str a: 1\n",
         [(1, ("a",), "tagg (tag:yaml.org,2002:str) är inte tillåten. Skriv värdet utan tagg.")]),
        ("a: !egen 1\n", [(1, ("a",), "tagg (!egen) är inte tillåten. Skriv värdet utan tagg.")]),
        ("a: !!python/object/apply:os.system [ls]\n",
         [(1, ("a",), "tagg (tag:yaml.org,2002:python/object/apply:os.system) är inte tillåten. "
                      "Skriv värdet utan tagg.")]),
        ("a: !!binary aGVq\n",
         [(1, ("a",), "tagg (tag:yaml.org,2002:binary) är inte tillåten. "
                      "Skriv värdet utan tagg.")]),
    ],
    ids=["anchor", "anchor-on-field-name", "alias", "str", "tag-on-field-name", "unknown-tag",
         "python", "binary"],
)  # fmt: skip
def test_anchors_aliases_and_tags_are_refused(text, findings):
    assert load(text).findings == findings


def test_a_merge_key_is_refused():
    loaded = load("a: &x {b: 1}\nc:\n  <<: *x\n")
    assert loaded.data is None
    assert loaded.findings[-1] == (3, ("c",), FIELD_NAME)


def test_a_billion_laughs_stay_a_few():
    lines = ['a0: &a0 ["ha"]'] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]  # fmt: skip
    started = time.monotonic()
    loaded = load("\n".join(lines))
    assert time.monotonic() - started < 1
    assert len(loaded.findings) == 30 + 29 * 10
    assert loaded.data["a29"] == [None] * 10


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 200 + "]" * 200, "a: " + "{b: " * 200 + "1" + "}" * 200,
     "\n".join(" " * n + "a:" for n in range(200)), "- " * 200 + "a"],
    ids=["flow-list", "flow-map", "block-map", "block-list"],
)  # fmt: skip
def test_two_hundred_levels_stop_after_a_few(text):
    loaded = load(text)
    assert loaded.data is None
    assert [message for _, _, message in loaded.findings] == [DEEP]


@pytest.mark.parametrize(
    ("text", "line", "path"),
    [("a:\n  b:\n    - c: " + "[" * 30 + "]" * 30, 3, ("a", "b", 0)),
     ("a:\n  b:\n  - x\n  c: 1\n  d: " + "{e: " * 30 + "1" + "}" * 30, 5, ("a", "d")),
     ("\n".join("  " * n + "a:" for n in range(30)), 13, ("a",) * 13)],
)  # fmt: skip
def test_what_is_too_deep_is_told_of_the_field_where_it_starts(text, line, path):
    assert load(text.replace("  - x\n", "    - x\n")).findings == [(line, path, DEEP)]


@pytest.mark.parametrize(
    ("text", "line", "path", "first"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, ("a",), 1),
        ("a:\n  b: 1\n  b: 2\n", 3, ("a", "b"), 2),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", 4, ("a", 0, "b"), 2),
        ("a: {b: 1, b: 2}\n", 1, ("a", "b"), 1),
        ('a: 1\n"a": 2\n', 2, ("a",), 1),
    ],
)
def test_a_field_written_twice_is_told_at_every_level(text, line, path, first):
    message = f"fältet står två gånger, först på rad {first}. Behåll det ena."
    assert load(text).findings == [(line, path, message)]


@pytest.mark.parametrize("escape", ["\\t", "\\a", "\\e", "\\u200b", "\\u202E", "\\uFEFF", "\\x00",
                                    "\\x85", "\\u2028", "\\x0c", "\\x1d"])
def test_odd_characters_written_as_escapes_are_found(escape):
    findings = load(f'a: 1\nb: "x{escape}y"\n').findings
    if escape == "\\t":  # white space becomes one space, like line ends
        assert findings == []
    else:
        character = escape.encode().decode("unicode_escape") if escape != "\\e" else "\x1b"
        assert findings == [(2, ("b",), f"osynligt eller otillåtet tecken U+{ord(character):04X}. "
                                        "Ta bort det.")]  # fmt: skip


def test_odd_characters_in_a_field_name_are_found():
    assert [line for line, _, _ in load('a: 1\n"b\\u202e": 2\n').findings] == [2]


def test_every_path_has_its_line():
    text = "# först\nid: x\nlista:\n  - ett\n  - vem: a\n    hur: [b, c]\n\nplats: {gata:\n  g}\n"
    assert load(text).lines == {
        (): 2, ("id",): 2, ("lista",): 3, ("lista", 0): 4, ("lista", 1): 5, ("lista", 1, "vem"): 5,
        ("lista", 1, "hur"): 6, ("lista", 1, "hur", 0): 6, ("lista", 1, "hur", 1): 6,
        ("plats",): 8, ("plats", "gata"): 8,
    }  # fmt: skip


SYNTAX = "går inte att läsa som YAML. "


@pytest.mark.parametrize(
    ("text", "line", "mend"),
    [
        ("id: x\nnamn: MIA: stöd\n", 2, "Står det kolon i en text? Sätt citattecken om texten."),
        ("id: x\nnamn\nform: y\n", 2,
         "Saknas kolon efter fältnamnet, eller mellanslag efter kolon?"),
        ("a:\n  b: 1\n c: 2\n", 3,
         "Indragningen stämmer inte, ett kolon saknas, eller så saknas ett citattecken längre "
         "upp."),
        ("a:\n  - b\n  c: 1\n", 3, "Indragningen i listan stämmer inte."),
        ('id: x\nnamn: "utan slut\n', 2, "Saknas ett avslutande citattecken eller en parentes?"),
        ('id: "x\nnamn: a\nform: "b"\n', 1,
         "Indragningen stämmer inte, ett kolon saknas, eller så saknas ett citattecken längre "
         "upp."),
        ("id: x\na: [#]\nd: 1\n", 2, "Saknas ett komma eller ] i listan?"),
        ("id: x\na: {b: [c\nd: 1\n", 2, "Saknas ett komma eller ] i listan?"),
        ("id: x\nnamn: @kommun\n", 2, "Sätt citattecken om texten."),
        ("a: [b, c\nd: 1\n", 1, "Saknas ett komma eller ] i listan?"),
        ("a: {b: 1\nd: 1\n", 1, "Saknas ett komma eller } ?"),
        ("a: !x!y z\n", 1, "Sätt citattecken om text som börjar med utropstecken."),
        ("a: *\n", 1, "Jämför raden och raden före med schema/exempel.yaml."),
        ('a: "\\q"\n', 1, "Jämför raden och raden före med schema/exempel.yaml."),
    ],
)
def test_a_syntax_error_has_its_line_and_help_in_swedish(text, line, mend):
    loaded = load(text)
    assert loaded.data is None
    assert loaded.findings == [(line, (), SYNTAX + mend)]
