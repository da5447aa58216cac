"""Files broken: written in another way, cut off, renamed, linked, nested, unreadable.

Comes in: a record's name. Goes out: Fil, each of which lays itself in a folder of records; and
mutants for what was cut off.
"""

import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.mutanter.mutant import Mutant, Mutants
from tests.mutanter.original import line_at, originals, places

STEP = 50  # bytes between two cuts
CLOSED = "fil oläsbar"  # to be read by somebody who has no right to


@dataclass(frozen=True)
class Fil:
    """A file in the place of, or beside, the record `post`.

    `lay` puts it into a folder where the record lies, and `name` is what messages call it. It is
    told on one of `lines`, of `field`; without lines it reads just as the record did.
    """

    slag: str
    post: str
    name: str
    lay: Callable[[Path], Any]
    lines: tuple[int, ...] = ()
    field: str = ""

    def __str__(self) -> str:
        return f"{self.slag}: {self.post} {self.name} rad {self.lines}"


Filer = Iterator[Fil]


def kodad(post: str) -> Filer:
    """The file in encodings and line ends of other systems."""
    text = originals()[post]
    first = (next(n for n, line in enumerate(text.split("\n"), 1) if not line.isascii()),)
    ways: dict[str, tuple[bytes, tuple[int, ...]]] = {
        "UTF-16 LE": (text.encode("utf-16"), (1,)),
        "UTF-16 BE": (b"\xfe\xff" + text.encode("utf-16-be"), (1,)),
        "UTF-16 utan märke": (text.encode("utf-16-le"), (1,)),
        "UTF-32": (text.encode("utf-32"), (1,)),
        "Latin-1": (text.encode("cp1252", "replace"), first),
        "MacRoman": (text.encode("mac-roman", "replace"), first),
        "BOM": (b"\xef\xbb\xbf" + text.encode(), (1,)),
        "CR": (text.replace("\n", "\r").encode(), (1,)),
        "NUL sist": (text.encode() + b"\0", (1,)),
        "CRLF": (text.replace("\n", "\r\n").encode(), ()),
        "NFD": (unicodedata.normalize("NFD", text).encode(), ()),
        "blanka sist": (text.replace("\n", "  \n").encode() + b"\n\n", ()),
        "utan radslut sist": (text.rstrip().encode(), ()),
        "kommentarer": (b"# hej\n" + text.replace("\n", "\n# hej\n").encode(), ()),
        "för stor": (text.encode() + b"#" * 100_000, (1,)),
        "tom": (b"", (1,)),
        "blank": (b" \n\n", (1,)),
        "bara kommentar": (b"# hej\n", (1,)),
    }
    for way, (raw, lines) in ways.items():
        yield _written("fil omkodad", post, f"{post}.yaml", raw, lines, way)


def trasig_byte(post: str) -> Filer:
    """Every so many bytes one that no UTF-8 has: told on its line."""
    raw = originals()[post].encode()
    for at in range(25, len(raw), 20 * STEP):
        line = raw.count(b"\n", 0, at) + 1
        yield _written("byte förstörd", post, f"{post}.yaml", raw[:at] + b"\xff" + raw[at + 1:],
                       (line,))


def kapad(post: str) -> Mutants:
    """The file cut off at every 50th byte."""
    text = originals()[post]
    raw = text.encode()
    for cut in range(STEP, len(raw), STEP):
        at = len(raw[:cut].decode("utf-8", "ignore"))
        gone = [place for place in places(post) if place.value[1] > at]
        holders = {place.holder_line for place in gone}
        last = line_at(text, at)
        yield Mutant("fil kapad", post, (at, len(text), ""), gone[0].path,
                     (last, *holders), same=tuple(place.path for place in gone))


def kapad_mitt_i_tecken(post: str) -> Filer:
    """The same within a letter of two bytes."""
    raw = originals()[post].encode()
    for cut in range(STEP, len(raw), STEP):
        if raw[cut] & 0xC0 == 0x80:
            line = raw.count(b"\n", 0, cut) + 1
            yield _written("fil kapad", post, f"{post}.yaml", raw[:cut], (line,))


def omdopt(post: str) -> Filer:
    """The file under another name, or a copy beside it that differs in case."""
    text = originals()[post]
    own = (line_at(text, text.index("id: ")),)
    for name, lines, field in (
        (f"{post}-2.yaml", own, "id"), (f"{post.upper()}.yaml", own, "id"),
        (f"{post} .yaml", own, "id"), (f"{post}å.yaml", own, "id"), (f"{post}.yml", (1,), ""),
        (f"{post}.YAML", (1,), ""), (f"{post}.yaml.txt", (1,), ""), (post, (1,), ""),
        (f"{post}\n.yaml", own, "id"), (f"-{post}.yaml", own, "id"),
    ):
        yield Fil("fil omdöpt", post, name, _rename(post, name), lines, field)
    yield _written("två filer med ett id", post, f"{post.upper()}.yaml", text.encode(), own,
                   field="id")
    upper = text.replace(f"id: {post}\n", f"id: {post.upper()}\n", 1)
    yield _written("två filer med ett id", post, f"{post.upper()}.yaml", upper.encode(), own,
                   field="id")
    yield _written("fil som program lämnar", post, f".{post}.yaml.swp", b"\0\xff", ())
    yield _written("fil som program lämnar", post, f"{post}.yaml~", text.encode(), ())


def lankad(post: str) -> Filer:
    """The file as a link, a folder, a pipe, or out of reach."""
    name = f"{post}.yaml"
    outside = originals()[post]

    def link(target: str) -> Callable[[Path], Any]:
        return lambda folder: _emptied(folder / name).symlink_to(target)

    def beside(folder: Path) -> None:
        (folder.parent / "utanför.yaml").write_text(outside, encoding="utf-8")
        link("../utanför.yaml")(folder)

    def nested(folder: Path) -> None:
        (folder / "mapp").mkdir()
        (folder / name).rename(folder / "mapp" / name)

    ways: dict[str, Callable[[Path], Any]] = {
        "länk ut": beside, "länk till sig själv": link(name), "länk till intet": link("finns-ej"),
        "länk till mapp": link(".."), "länk till lösenord": link("/etc/passwd"),
        "länk utan slut": link("/dev/zero"),
        "mapp": lambda folder: _emptied(folder / name).mkdir(),
        "rör": lambda folder: os.mkfifo(_emptied(folder / name)),
        "oläsbar": lambda folder: (folder / name).chmod(0),
    }
    for way, lay in ways.items():
        yield Fil(f"fil {way.split()[0]}", post, name, lay, (1,))
    yield Fil("fil i mapp", post, "mapp", nested, (1,))


def _emptied(path: Path) -> Path:
    path.unlink()
    return path


def _rename(post: str, name: str) -> Callable[[Path], Any]:
    return lambda folder: (folder / f"{post}.yaml").rename(folder / name)


def _written(slag: str, post: str, name: str, raw: bytes, lines: tuple[int, ...], way: str = "",
             field: str = "") -> Fil:
    def lay(folder: Path) -> None:
        (folder / name).write_bytes(raw)

    return Fil(f"{slag}: {way}" if way else slag, post, name, lay, lines, field)


ALLA_FILER = (kodad, trasig_byte, kapad_mitt_i_tecken, omdopt, lankad)
ALLA = (kapad,)
