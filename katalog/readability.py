"""How hard a Swedish text is to read.

Comes in: text. Goes out: LIX (Björnsson 1968), which is words per sentence plus percent long
words, and the sentences that are too long. LIX under 30 is very easy, over 50 is hard.
"""

import re
from collections.abc import Iterator

LIX_WISHED, LIX_LIMIT = 30, 40
SENTENCE_LIMIT, EASY_LIMIT = 20, 15  # words; the lower one in easy Swedish

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")
SENTENCE_END = re.compile(r"[.!?:](?:\s|$)")  # a colon too: what follows may be a list
LONG_WORD = 6  # letters; a word with more is long


def lix(text: str) -> int:
    """Return LIX of a text, rounded; 0 for a text without words."""
    words = WORD.findall(text)
    if not words:
        return 0
    sentences = max(1, len(SENTENCE_END.findall(text.strip() + " ")))
    long_words = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / sentences + 100 * long_words / len(words))


def long_sentences(text: str, limit: int = SENTENCE_LIMIT) -> Iterator[tuple[str, int]]:
    """Yield (sentence, words) for each sentence with more words than a tired reader holds."""
    for sentence in SENTENCE_END.split(text):
        words = len(WORD.findall(sentence))
        if words > limit:
            yield sentence.strip(), words
