"""What a change does to the numbers and addresses people trust, told to the one who reviews it.

Comes in: a point in git to compare with. Goes out: Changes: problems with file and line (a
warning for each fact that is new, changed or gone, an error for each record that is gone), and
the other files that were touched. A number changed to a fraudster's is right in form; only a
person who asks the service can tell, so this makes sure that a person sees it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from katalog import hosts
from katalog.contact_doubts import Doubt, doubts
from katalog.contact_facts import Fact, facts
from katalog.git_state import ChangedFile, changed_files, lines_with, parting
from katalog.paths import ROOT
from katalog.problems import WARNING, Problem, printable

# Where the texts of the public site stand. Other people's scripts are held to their checksums
# (tests/test_vendor.py), and the Python writes no numbers of its own.
PUBLISHED = ("insatser", "content", "schema", "theme", "utgivare.yaml", "tillganglighet.yaml")
VENDOR = "theme/static/js/vendor"
CONTENT = ("insatser", "content")
HOST = r"(https?://|www\.|@)[A-Za-z0-9.-]+"
# (new, changed, gone) of each kind of fact.
WORDS = {
    "telefon": ("nytt telefonnummer", "telefonnumret är ändrat", "telefonnumret är borttaget"),
    "epost": ("ny e-postadress", "e-postadressen är ändrad", "e-postadressen är borttagen"),
    "webb": ("ny länk", "länken är ändrad", "länken är borttagen"),
    "adress": ("ny adress", "adressen är ändrad", "adressen är borttagen"),
    "funktion": ("ny funktion", "den som svarar är ändrad", "den som svarar är borttagen"),
}
GONE = ("posten är borta, men id och adress ska leva för alltid: någon har sparat länken. Ta "
        "tillbaka filen och skriv livscykel: avslutad (eller ersatt, med efterfoljare).")

Pair = tuple[Fact | None, Fact | None]


@dataclass(frozen=True)
class FactChange:
    """One fact that is new (no `old`), changed, or gone (no `new`), and what is odd with it."""

    file: str
    line: int
    old: Fact | None
    new: Fact | None
    doubts: list[Doubt]

    @property
    def place(self) -> str:
        """The field, with ids for numbers; '' where the file has no fields."""
        return (self.new or self.old).place

    def text(self, shown: Callable[[str], str]) -> str:
        """Return it in words; `shown` makes a value ready for where it is to stand."""
        new, changed, gone = WORDS[(self.new or self.old).kind]
        if not self.old:
            said = f"{new} {shown(self.new.value)}."
        elif not self.new:
            said = f"{gone}: {shown(self.old.value)}."
        else:
            said = f"{changed} från {shown(self.old.value)} till {shown(self.new.value)}."
        odd = [sentence.format(shown(value)) for sentence, value in self.doubts]
        return " ".join([said, *(["Obs!", *odd] if odd else [])])


@dataclass(frozen=True)
class Changes:
    """All that somebody should see before a change is let in."""

    facts: list[FactChange]
    gone: list[str]  # record files
    others: list[str] = field(default_factory=list)  # touched files that are not content

    def problems(self) -> list[Problem]:
        """Return the same as lines for the terminal and as notes on the changed lines."""
        found = [Problem(change.file, change.line, change.place, change.text(_in_quotes), WARNING)
                 for change in self.facts]
        return found + [Problem(file, 1, "", GONE) for file in self.gone]


def changes_since(ref: str, root: Path = ROOT) -> Changes:
    """Return what has changed since the lines of `ref` and ours parted; raise CannotCompare."""
    files = changed_files(ref, root)
    known = {hosts.host_of(found.removeprefix("@"))
             for found in lines_with(HOST, parting(ref, root), root)}
    found = [change for file in files if _is_published(file.name)
             for change in _of_file(file, known)]
    gone = [file.name for file in files if _is_record(file.name) and not file.is_there]
    others = [file.name for file in files
              if PurePosixPath(file.name).parts[0] not in CONTENT or _is_unreadable(file)]
    return Changes(found, gone, others)


def _in_quotes(value: str) -> str:
    return f'"{" ".join(value.split())}"'  # whole, however long: the end may be the trap


def pairs(before: list[Fact], after: list[Fact]) -> Iterator[Pair]:
    """Yield (old, new) of what is not the same in both, field by field."""
    old, new = _without(before, after), _without(after, before)
    for place in dict.fromkeys([*old, *new]):
        olds, news = old[place], new[place]
        for number in range(max(len(olds), len(news))):
            yield (olds[number] if number < len(olds) else None,
                   news[number] if number < len(news) else None)


def _without(some: list[Fact], others: list[Fact]) -> dict[tuple[str, str], list[Fact]]:
    """Return the facts that the others lack, by kind and place."""
    kept = Counter((fact.kind, fact.place, fact.key) for fact in others)
    left = defaultdict(list)
    for fact in some:
        same = (fact.kind, fact.place, fact.key)
        if kept[same]:
            kept[same] -= 1
        else:
            left[same[:2]].append(fact)
    return left


def _of_file(file: ChangedFile, known: set[str]) -> Iterator[FactChange]:
    before, after = facts(file.name, file.before or ""), facts(file.name, file.after or "")
    for old, new in pairs(before, after):
        line = new.line if new else _near(old, after)
        yield FactChange(printable(file.name), line, old, new, doubts(new, known) if new else [])


def _near(old: Fact, after: list[Fact]) -> int:
    """Return the line, in the file as it is, of what stands nearest to something that is gone."""
    holder = old.place.rpartition(".")[0]
    lines = [fact.line for fact in after if holder and fact.place.startswith(holder)]
    return min(lines, default=1)


def _is_published(name: str) -> bool:
    return PurePosixPath(name).parts[0] in PUBLISHED and not name.startswith(f"{VENDOR}/")


def _is_record(name: str) -> bool:
    path = PurePosixPath(name)
    return path.parent.as_posix() == "insatser" and path.suffix == ".yaml"


def _is_unreadable(file: ChangedFile) -> bool:
    return file.is_there and file.after is None
