"""Swedish writing of things: order, lists, dates, numbers. No locale of the machine is asked.

Comes in: plain values. Goes out: text for readers, keys for sorting.
"""

import unicodedata

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
          "september", "oktober", "november", "december")  # fmt: skip
NBSP = "\N{NO-BREAK SPACE}"
AFTER_Z = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}  # { | } follow z in ASCII


def sort_key(text: str, after_z: bool = True) -> tuple[str, str]:
    """Return a key that sorts as a Swedish reader expects: …, z, å, ä, ö; case and accents last.
    Without `after_z` they are a and o with an accent, as most other languages have it."""
    letters = []
    for letter in text.casefold():
        if after_z and letter in AFTER_Z:
            letters.append(AFTER_Z[letter])
        else:
            plain = unicodedata.normalize("NFD", letter)[0]
            letters.append(plain if plain.isalnum() else " ")
    return " ".join("".join(letters).split()), text


def first_letter(text: str, after_z: bool = True) -> str:
    """Return the heading of an A–Ö list that a name stands under; digits under '0–9'."""
    for letter in text.upper():
        if letter.isdigit():
            return "0–9"
        if letter.isalpha():
            own = after_z and letter in "ÅÄÖ"
            return letter if own else unicodedata.normalize("NFD", letter)[0]
    return "0–9"


def and_list(words: list[str], joiner: str = "och") -> str:
    """Return 'a, b och c'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"


def date_text(text: str) -> str:
    """Return '12 februari 2026', 'augusti 2017' or '2026' for an ISO date of that precision."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return text
    month = MONTHS[parts[1] - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{parts[2]} {month} {parts[0]}"


def number_text(value: float) -> str:
    """Return a number with decimal comma and a hard space between thousands."""
    whole = int(value) if float(value).is_integer() else value
    return f"{whole:,}".replace(",", NBSP).replace(".", ",")


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless it starts with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
