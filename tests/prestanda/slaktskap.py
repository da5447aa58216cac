"""Who is descended from whom among the made-up records, and which are part of something larger.

Comes in: the number of a record and how many there are. Goes out: numbers of other records. The
same families come again every twenty records: a chain of three, two that became one, one that
became two, and a whole with two parts.
"""

BLOCK = 20
SUCCESSORS = {3: (4,), 4: (5,), 10: (12,), 11: (12,), 15: (16, 17)}
PREDECESSORS = {new: tuple(old for old, news in SUCCESSORS.items() if new in news)
                for news in SUCCESSORS.values() for new in news}
WHOLES = {7: (6,), 8: (6,)}


def relatives(table: dict[int, tuple[int, ...]], number: int, count: int) -> list[int]:
    """Return the numbers of the relatives that are among the `count` first records."""
    start = number - number % BLOCK
    return [start + other for other in table.get(number % BLOCK, ()) if start + other < count]
