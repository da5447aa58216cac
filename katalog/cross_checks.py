"""What records must mean together: references, descent, one description of one source.

Comes in: records. Goes out: (record, path, message, level).
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from katalog.problems import ERROR, FieldPath

if TYPE_CHECKING:
    from katalog.records import Record

Finding = tuple["Record", FieldPath, str, str]
POINTERS = ("foregangare", "efterfoljare", "del_av")
MIRROR = {"foregangare": "efterfoljare", "efterfoljare": "foregangare"}
SOURCE_FACTS = ("titel", "utgivare", "datum", "datum_text", "webb")


def findings(records: list["Record"]) -> Iterator[Finding]:
    """Yield every disagreement between the records."""
    by_id = {record.id: record for record in records}
    yield from _double_ids(records)
    yield from _double_names(records)
    for record in records:
        yield from _pointers(record, by_id)
    yield from _circles(by_id)
    yield from _sources_agree(records)


def _double_ids(records: list["Record"]) -> Iterator[Finding]:
    first: dict[Any, Record] = {}
    for record in records:
        name = record.data.get("id")
        if name is not None and name in first:
            message = f'id "{name}" finns redan i {first[name].file}. Ge posten ett eget id.'
            yield record, ("id",), message, ERROR
        first.setdefault(name, record)


def _double_names(records: list["Record"]) -> Iterator[Finding]:
    first: dict[str, Record] = {}
    for record in records:
        name = (record.data.get("namn") or "").casefold()
        if name and name in first:
            message = (f"samma namn som i {first[name].file}. Skriv till något som skiljer dem åt, "
                       "till exempel kommunen.")
            yield record, ("namn",), message, ERROR
        first.setdefault(name, record)


def _pointers(record: "Record", by_id: dict[str, "Record"]) -> Iterator[Finding]:
    for field in POINTERS:
        for number, target in enumerate(record.data.get(field) or []):
            path = (field, number)
            if target == record.id:
                yield record, path, "pekar på posten själv. Ta bort det.", ERROR
            elif target and target not in by_id:
                yield record, path, f'det finns ingen post "{target}". Kontrollera id.', ERROR
            elif target and not _points_back(record, field, by_id[target]):
                yield record, path, (
                    f'"{target}" pekar inte tillbaka. Lägg till {record.id} under '
                    f"{MIRROR[field]} i {by_id[target].file}."), ERROR


def _points_back(record: "Record", field: str, other: "Record") -> bool:
    return field not in MIRROR or record.id in (other.data.get(MIRROR[field]) or [])


def _circles(by_id: dict[str, "Record"]) -> Iterator[Finding]:
    for name, record in by_id.items():
        if name in _descendants(name, by_id):
            message = "posten blir sin egen efterföljare, i en ring. Bryt ringen."
            yield record, ("efterfoljare",), message, ERROR


def _descendants(name: str, by_id: dict[str, "Record"]) -> set[str]:
    found: set[str] = set()
    waiting = list(by_id[name].data.get("efterfoljare") or [])
    while waiting:
        target = waiting.pop()
        if target in by_id and target not in found:
            found.add(target)
            waiting += by_id[target].data.get("efterfoljare") or []
    return found


def _sources_agree(records: list["Record"]) -> Iterator[Finding]:
    """The same document has the same title, publisher and date wherever it is named."""
    first: dict[str, tuple[Record, dict[str, Any]]] = defaultdict()
    for record in records:
        for number, source in enumerate(record.data.get("kallor") or []):
            name = source.get("id") if source else None
            if not name:
                continue
            if name not in first:
                first[name] = (record, source)
            for fact in SOURCE_FACTS:
                here, there = source.get(fact), first[name][1].get(fact)
                if here != there:
                    yield record, ("kallor", number, fact), (
                        f'källan "{name}" har {fact} {_told(here)} här men {_told(there)} i '
                        f"{first[name][0].file}. Gör dem lika."), ERROR


def _told(value: str | None) -> str:
    return f'"{value}"' if value else "inget"
