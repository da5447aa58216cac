"""Phone numbers: are they real, how are they written, how are they rung.

Comes in: a number as an editor wrote it. Goes out: a parsed number, text for readers, a tel: link.
"""

import re
from functools import cache

import phonenumbers

REGION = "SE"
WRITTEN = re.compile(r"[+0-9][0-9 ()/–-]*")
SHARED_COST = re.compile(r"(77\d)(\d{3})(\d{3})")  # 0771-524 524, not 077-152 45 24
# What in a text could be a premium number; whether it is, the library knows. At least five digits
# after the first ones: 0900-1700 is when a door is open. A date is none: 0999-09-25.
DEAR = re.compile(r"(?<![\d-])(?!\d{4}-\d\d-\d\d(?![\d -]))"
                  r"(?:(?:\+|00)46[ ()0-]{0,5}|\(?0)9(?:00|39|44|9)\)?[ /–-]{0,3}"
                  r"\d(?:[ -]?\d){4,}")
SHORT_NUMBERS = {"112", "1177", "11313", "11414", "90101"}


@cache
def is_phone(text: str) -> bool:
    """Say whether a text is a number that can be rung in Sweden."""
    if not WRITTEN.fullmatch(text):  # letters would be dialled as on an old telephone
        return False
    if _digits(text) in SHORT_NUMBERS:
        return True
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number_for_region(number, REGION)


@cache
def costs_extra(text: str) -> bool:
    """Say whether somebody earns on the call: 0900, 0939, 0944, 099, or a short number such as
    118 118. No service that helps people is reached that way."""
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return False
    dear = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.PREMIUM_RATE
    return dear or (phonenumbers.expected_cost_for_region(number, REGION)
                    == phonenumbers.ShortNumberCost.PREMIUM_RATE)


def dear_number(text: str) -> str:
    """Return the first number in a running text that somebody earns on, or ''."""
    if "9" not in text:  # most texts
        return ""
    found = (match.group() for match in DEAR.finditer(text))
    return next(filter(costs_extra, found), "")


@cache
def written(text: str) -> str:
    """Return the number as Swedes write it: 08-530 610 00."""
    if _digits(text) in SHORT_NUMBERS:
        return _digits(text)
    number = phonenumbers.parse(text, REGION)
    if shared := SHARED_COST.fullmatch(str(number.national_number)):
        return "0{}-{} {}".format(*shared.groups())
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)


@cache
def link(text: str) -> str:
    """Return the tel: address: tel:+46853061000."""
    if _digits(text) in SHORT_NUMBERS:
        return f"tel:{_digits(text)}"
    number = phonenumbers.parse(text, REGION)
    return "tel:" + phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
