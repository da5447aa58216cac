"""What records must mean together: references, descent, one description of one source.

Comes in: records. Goes out: (record, path, message, level).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from katalog.problems import ERROR, FieldPath

if TYPE_CHECKING:
    from katalog.records import Record

Finding = tuple["Record", FieldPath, str, str]
POINTERS = ("foregangare", "efterfoljare", "del_av")
MIRROR = {"foregangare": "efterfoljare", "efterfoljare": "foregangare"}
SOURCE_FACTS = ("titel", "utgivare", "datum", "datum_text", "webb")


def findings(records: list["Record"], unread: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Yield every disagreement between the records. `unread` are ids of files that are there but
    cannot be read: nobody knows what those say."""
    by_id = {record.id: record for record in records}
    # The file that has the name of its id comes first: of two alike the other one is wrong.
    copies_last = sorted(records, key=lambda record: record.data.get("id") != record.id)
    yield from _double_ids(copies_last)
    yield from _double_names(copies_last)
    for record in records:
        yield from _pointers(record, by_id, unread)
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
    """Two pages in one language would have one title, in Swedish or in another language."""
    yield from _one_name(((record, ("namn",), record.data.get("namn")) for record in records), "")
    told = {words for record in records for words, _ in _other_words(record.data)}
    for words in sorted(told):
        named = [(record, *_name_in(record.data, words)) for record in records]
        named.sort(key=lambda each: len(each[1]))  # the Swedish name may stay
        yield from _one_name(named, " på det språket")


def _one_name(
    named: Iterable[tuple["Record", FieldPath, str | None]], where: str
) -> Iterator[Finding]:
    first: dict[str, Record] = {}
    for record, path, written in named:
        name = (written or "").casefold()
        if name and name in first and (not where or len(path) > 1):
            message = (f"samma namn{where} som i {first[name].file}. Skriv till något som skiljer "
                       "dem åt, till exempel kommunen.")
            yield record, path, message, ERROR
        first.setdefault(name, record)


def _other_words(data: dict[str, Any]) -> Iterator[tuple[FieldPath, dict[str, Any]]]:
    """Yield (path, words) of what a record says in easy Swedish and in other languages."""
    yield ("lattlast",), data.get("lattlast") or {}
    for code, words in (data.get("oversattningar") or {}).items():
        yield ("oversattningar", code), words or {}


def _name_in(data: dict[str, Any], where: FieldPath) -> tuple[FieldPath, str | None]:
    """Return (path, name) of a record on pages in a language: the Swedish for want of another."""
    name = dict(_other_words(data)).get(where, {}).get("namn")
    return ((*where, "namn"), name) if name else (("namn",), data.get("namn"))


def _pointers(
    record: "Record", by_id: dict[str, "Record"], unread: frozenset[str]
) -> Iterator[Finding]:
    for field in POINTERS:
        for number, target in enumerate(record.data.get(field) or []):
            path = (field, number)
            if target == record.id:
                yield record, path, "pekar på posten själv. Ta bort det.", ERROR
            elif not target or target in unread:
                continue
            elif target not in by_id:
                yield record, path, f'det finns ingen post "{target}". Kontrollera id.', ERROR
            elif not _points_back(record, field, by_id[target]):
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
    """The same document has the same title, publisher and date wherever it is named: those who
    differ from the most, or from the first, are told."""
    named: dict[str, list[tuple[Record, int, dict[str, Any]]]] = defaultdict(list)
    for record in records:
        for number, source in enumerate(record.data.get("kallor") or []):
            if source and source.get("id"):
                named[source["id"]].append((record, number, source))
    for name, places in named.items():
        for fact in SOURCE_FACTS:
            yield from _odd_ones(name, fact, places)


def _odd_ones(
    name: str, fact: str, places: list[tuple["Record", int, dict[str, Any]]]
) -> Iterator[Finding]:
    usual, _ = Counter(source.get(fact) for _, _, source in places).most_common(1)[0]
    file = next(record.file for record, _, source in places if source.get(fact) == usual)
    for record, number, source in places:
        here = source.get(fact)
        if here != usual:
            yield record, ("kallor", number, fact), (
                f'källan "{name}" har {fact} {_told(here)} här men {_told(usual)} i '
                f"{file}. Gör dem lika."), ERROR


def _told(value: str | None) -> str:
    return f'"{value}"' if value else "inget"
