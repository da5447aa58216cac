"""LIX as Björnsson counts it and long sentences, against examples counted by hand."""

import pytest

from katalog.readability import lix, long_sentences


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 0),
        ("… – !", 0),
        ("Du får hjälp.", 3),  # 3 words, 1 sentence, none long
        ("Du får hjälp", 3),  # the last full stop may be missing
        ("Ring oss. Kom hit.", 2),  # 4 / 2
        ("Arbete", 1),  # six letters are not long
        ("Arbetet", 101),  # seven are: 1 + 100
        ("Du får en handledare som hjälper dig.", 36),  # 7 + 200 / 7 = 35.57
        ("Du får en handledare. Hon hjälper dig.", 32),  # 3.5 + 200 / 7 = 32.07
        ("Är du 16 år? Ja! Kom.", 2),  # 6 words, 3 sentences; a number is a word, not a long one
        ("Vi är med till exempel i Huddinge: Botkyrka, Salem.", 38),  # 9 / 2 + 300 / 9 = 37.8
        ("Bo hos AME-teamet nu.", 29),  # 4 + 100 / 4: a hyphened word is one word
        ("Mejla kl. 9.30 eller 08-530.", 4),  # 7 / 2 = 3.5: an abbreviation ends a sentence
    ],
)
def test_lix(text, value):
    assert lix(text) == value


def test_line_ends_and_spaces_do_not_count():
    assert lix("Du får\n hjälp .  ") == lix("Du får hjälp.") == 3


TWENTY = "Ett två tre fyra fem sex sju åtta nio tio " * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (TWENTY, []),
        (TWENTY + "slut.", [(TWENTY + "slut", 21)]),
        (TWENTY + "är det slut", [(TWENTY + "är det slut", 23)]),  # without a full stop
        ("Kort. " + TWENTY + "slut! Kort.", [(TWENTY + "slut", 21)]),
        (TWENTY + "slut. " + TWENTY + "slut?", [(TWENTY + "slut", 21)] * 2),
        (TWENTY + ": " + TWENTY, []),  # what is counted up after a colon is a sentence of its own
        (TWENTY + "– (…)", []),  # signs are no words
        (TWENTY + "kl.9", [(TWENTY + "kl.9", 22)]),  # a full stop ends nothing inside a word
    ],
)
def test_long_sentences(text, found):
    assert list(long_sentences(text)) == found
