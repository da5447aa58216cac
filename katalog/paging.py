"""A long list over several pages.

Comes in: the posts of a list under their headings, in order. Goes out: the pages, each with its
part of every heading; and the addresses of such pages, which nobody else makes up.
Only how many posts there are decides where a page ends. So a list has as many pages in every
language, though each sorts in its own way, and a page and its translations can name each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PER_PAGE = 250  # cards; more would make a page too heavy for a slow phone (tests/budget.json)
BESIDE = 2  # page numbers shown on each side of one's own

Groups = Sequence[tuple[Any, Sequence[Any]]]  # [(heading, posts)]


@dataclass(frozen=True)
class Part:
    """What of a group stands on one page."""

    heading: Any
    posts: Sequence[Any]
    total: int  # in the whole group
    is_continued: bool = False  # the group began on an earlier page


@dataclass(frozen=True)
class Sheet:
    """One page of a list. `addresses` are those of all its pages; pages are counted from 1."""

    addresses: Sequence[str]
    number: int
    parts: Sequence[Part] = ()

    @property
    def count(self) -> int:
        """How many pages the list has."""
        return len(self.addresses)

    @property
    def address(self) -> str:
        """The page's own address."""
        return self.addresses[self.number - 1]

    @property
    def is_last(self) -> bool:
        """True where the list ends."""
        return self.number == self.count

    @property
    def previous(self) -> str | None:
        """The address of the page before, None on the first."""
        return self.addresses[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, None on the last."""
        return None if self.is_last else self.addresses[self.number]

    @property
    def shown(self) -> list[tuple[int, str] | None]:
        """(number, address) of the first page, the last, and those near this one; None is a gap."""
        near = range(self.number - BESIDE, self.number + BESIDE + 1)
        numbers = [number for number in range(1, self.count + 1)
                   if number in near or number in (1, self.count)]
        found: list[tuple[int, str] | None] = []
        for before, number in zip([0, *numbers], numbers, strict=False):
            if number == before + 2:  # a gap takes as much room as the only page it would hide
                found.append((number - 1, self.addresses[number - 2]))
            elif number > before + 2:
                found.append(None)
            found.append((number, self.addresses[number - 1]))
        return found


def page_addresses(address: str, posts: int) -> list[str]:
    """Return the addresses of the pages of a list of so many posts. The first is the list's own,
    an empty list too has a page."""
    pages = max(1, -(-posts // PER_PAGE))
    return [address, *(f"{address}sida-{number}/" for number in range(2, pages + 1))]


def split(address: str, groups: Groups) -> list[Sheet]:
    """Return the pages of a list; groups without posts stand on none of them."""
    addresses = page_addresses(address, sum(len(posts) for _, posts in groups))
    return [Sheet(addresses, number, _parts(groups, (number - 1) * PER_PAGE))
            for number in range(1, len(addresses) + 1)]


def whole(groups: Groups) -> list[Part]:
    """Return groups that stand undivided on a page."""
    return [Part(heading, posts, len(posts)) for heading, posts in groups if posts]


def _parts(groups: Groups, start: int) -> list[Part]:
    """Return what of the groups stands on the page whose first post is number `start`, from 0."""
    parts, before = [], 0
    for heading, posts in groups:
        first = max(0, start - before)
        shown = posts[first:max(0, start + PER_PAGE - before)]
        if shown:
            parts.append(Part(heading, shown, len(posts), is_continued=first > 0))
        before += len(posts)
    return parts
