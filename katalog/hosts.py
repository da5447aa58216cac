"""Names of sites: what a link or an e-mail address leads to, and whether it can be read rightly.

Comes in: an address as an editor wrote it, or a host. Goes out: a host, or what is odd with it.
"""

import re
from urllib.parse import urlsplit

# The letters that a name under .se may have: a–z, Swedish, Sámi, and two of the minorities'.
STRANGE = re.compile("[^\x00-\x7fåäöéüáčđŋšŧž]")


def host_of(address: str) -> str:
    """Return the host of https://a.se/b, //a.se, a.se/b or x@a.se; '' when there is none."""
    if "//" not in address:
        address = f"//{address.rpartition('@')[2]}"
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:  # a bracket that never closes
        return ""


def as_read(host: str) -> str:
    """Return a host as browsers may show it: xn--malm-8qa.se is malmö.se."""
    return ".".join(map(_label, host.split(".")))


def strange_letters(address: str) -> str:
    """Return the letters of an address, and of its host as it is read, that are not ours but may
    look so: 'а (U+0430)'; '' when there are none."""
    found = sorted(set(STRANGE.findall((address + as_read(host_of(address))).casefold())))
    return ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in found)


def site(host: str) -> str:
    """Return what somebody has registered: botkyrka.se of www.botkyrka.se."""
    return ".".join(host.split(".")[-2:])


def _label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label
