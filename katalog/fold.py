"""Words as search compares them: small letters, no accents, no signs.

Comes in: text. Goes out: text of letters and digits with single spaces. The browser folds in the
same way in theme/static/js/sok/text.js; tests/test_fold.py holds the two together.
"""

import re
import unicodedata

PLUS = re.compile(r"(\w)\+")


def fold(text: str) -> str:
    """Return 'Arbetsträning (LSS-insats)' as 'arbetstraning lss insats'."""
    text = PLUS.sub(_plus, text.lower())
    if text.isascii() and text.isalnum():
        return text
    letters = []
    for letter in unicodedata.normalize("NFD", text):
        category = unicodedata.category(letter)
        if category[0] in "LN":
            letters.append(letter)
        elif category[0] != "M":
            letters.append(" ")
    return " ".join("".join(letters).split())


def _plus(found: re.Match[str]) -> str:
    """Conecto+ is not Conecto, but 2+ and ½+ are what they were."""
    return f"{found[1]} plus" if found[1].isalpha() else found[0]


def joined(text: str) -> str:
    """Return a name as one word, so that 'sam sas' and 'SAMsas' are the same."""
    return fold(text).replace(" ", "")
