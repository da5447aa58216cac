"""E-mail addresses as links.

Comes in: an address as an editor wrote it. Goes out: a mailto: link to that address and nobody
else. (`?`, `&` and `,` may stand in an address; bare in a link they would add a copy, a subject or
another receiver.)
"""

from urllib.parse import quote


def link(address: str) -> str:
    """Return the mailto: address: mailto:kansli@exempel.se."""
    return f"mailto:{quote(address, safe='@')}"
