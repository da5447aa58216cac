"""Rules about sources: every fact says where it comes from.

Comes in: a record's data as checks.within_reach gives it. Goes out: (path, message). Listed in
checks.py.
"""

from collections.abc import Iterator
from typing import Any

from katalog.problems import FieldPath

Data = dict[str, Any]
Finding = tuple[FieldPath, str]

# Fields whose source is named in `belagg`, because they have no place of their own for it.
SOURCED_FIELDS = (
    "sammanfattning", "beskrivning", "vad_hander", "sa_gor_du", "metod", "kommuner", "malgrupp",
    "sprak", "livscykel", "intag", "period", "endast_handlaggare", "organisationer", "historia",
)  # fmt: skip


def sources_exist(data: Data) -> Iterator[Finding]:
    """Every `kalla` is one of the record's sources."""
    known = [source.get("id") for source in data["kallor"]]
    for path, ids in _source_references(data):
        for number, source in enumerate(ids):
            if source and source not in known and None not in known:
                yield (*path, number), (
                    f'källan "{source}" finns inte under kallor. '
                    f"Där finns: {', '.join(map(str, known)) or 'inga'}.")


def sources_are_unique(data: Data) -> Iterator[Finding]:
    """Two sources, two ids."""
    known = [source.get("id") for source in data["kallor"]]
    for number, source in enumerate(known):
        if source and source in known[:number]:
            yield ("kallor", number, "id"), f'källan "{source}" finns redan. Ge den ett eget id.'


def facts_have_sources(data: Data) -> Iterator[Finding]:
    """With more than one source, `belagg` says which one carries each fact."""
    if len(data["kallor"]) < 2:
        return
    for name in SOURCED_FIELDS:
        stated = data.get(name) not in (None, [], {}, "okant")
        if stated and name not in data["belagg"]:
            yield ("belagg", name), (
                f"saknas: posten har flera källor, så belagg ska säga varifrån {name} kommer. "
                f"Exempel: {name}: {{kalla: [{data['kallor'][0].get('id')}]}}")


def unused_sources(data: Data) -> Iterator[Finding]:
    """A source that carries nothing is perhaps left behind."""
    if len(data["kallor"]) < 2:
        return
    used = {source for _, ids in _source_references(data) for source in ids}
    for number, source in enumerate(data["kallor"]):
        if source.get("id") and source["id"] not in used:
            yield ("kallor", number), (
                f'inget i posten pekar på källan "{source["id"]}". Behövs den? Ta annars bort den.')


def _source_references(data: Data) -> Iterator[tuple[FieldPath, list[str]]]:
    """Yield (path, source ids) of every `kalla` in the record."""
    holders: list[tuple[FieldPath, Data]] = [(("villkor",), data["villkor"])]
    for part in ("vagar_in", "kontakter", "resultat"):
        holders += [((part, number), item) for number, item in enumerate(data[part])]
    holders += [(("belagg", name), item or {}) for name, item in data["belagg"].items()]
    for path, holder in holders:
        yield (*path, "kalla"), holder.get("kalla") or []


ERRORS = (sources_exist, sources_are_unique, facts_have_sources)
WARNINGS = (unused_sources,)
