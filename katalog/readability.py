"""How hard a Swedish text is to read.

Comes in: text. Goes out: LIX (Björnsson 1968): words per sentence plus percent long words.
Under 30 is very easy, over 50 is hard.
"""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")
SENTENCE_END = re.compile(r"[.!?:](?:\s|$)")
LONG_WORD = 6  # letters; a word with more is long


def lix(text: str) -> int:
    """Return LIX of a text, rounded; 0 for a text without words."""
    words = WORD.findall(text)
    if not words:
        return 0
    sentences = max(1, len(SENTENCE_END.findall(text.strip() + " ")))
    long_words = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / sentences + 100 * long_words / len(words))
