"""YAML without surprises, on libyaml's C parser.

Comes in: text. Goes out: plain data, the line of every path, and findings.
Why not yaml.safe_load: it turns 0126 into 86, NO into False and 8:30 into 510, keeps the last
of two equal keys without a word, and forgets line numbers.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from katalog import yaml_syntax
from katalog.problems import FieldPath, quoted
from katalog.textfile import odd_characters

MAX_DEPTH = 12
NULLS = {"", "~", "null"}
BOOLEANS = {"true": True, "false": False}
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,6}")
# What programs read differently is refused rather than guessed at: what YAML 1.1 takes for
# something else than text (PyYAML's own resolver knows), and a little that only others do.
YAML_1_1 = yaml.resolver.Resolver()
PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"}
OTHERS_READ = re.compile(r"y|n|0o[0-7]+|[-+]?[0-9][0-9.]*e[-+]?[0-9]+", re.IGNORECASE)


@dataclass
class Loaded:
    """`data` is None when nothing could be read. `findings` are (line, path, message)."""

    data: Any = None
    lines: dict[FieldPath, int] = field(default_factory=dict)
    findings: list[tuple[int, FieldPath, str]] = field(default_factory=list)

    def on_line(self, line: int) -> FieldPath:
        """Return the field that a line is about, () when the reading did not get there."""
        starting = [path for path, start in self.lines.items() if start == line and path]
        if starting:
            inmost = max(starting, key=len)
            chain = all(inmost[:len(path)] == path for path in starting)
            return inmost if chain else starting[0]
        before = [path for path, start in self.lines.items() if start < line]
        return before[-1] if before and self.data is not None else ()  # a text of several lines


class _Stop(Exception):
    """The rest of the document cannot be understood."""


def load(text: str) -> Loaded:
    """Read one YAML document; never raises for bad input."""
    loaded = Loaded()
    reader = _Reader(text, loaded)
    try:
        _document(reader, loaded)
    except _Stop:
        loaded.data = None
    except yaml.YAMLError as error:
        loaded.data = None
        line = yaml_syntax.line_of(error, reader.last, reader.groups)
        loaded.findings.append((line, (), yaml_syntax.message(error)))
    return loaded


class _Reader:
    """The event stream with the place where findings go."""

    def __init__(self, text: str, loaded: Loaded):
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self.loaded = loaded
        self.last: yaml.Event | None = None
        self.groups: list[yaml.CollectionStartEvent] = []  # begun and not ended

    def next(self) -> yaml.Event:
        self.last = next(self.events)
        if isinstance(self.last, yaml.CollectionStartEvent):
            self.groups.append(self.last)
        elif isinstance(self.last, yaml.CollectionEndEvent):
            self.groups.pop()
        return self.last

    def find(self, event: yaml.Event, path: FieldPath, message: str) -> None:
        self.loaded.findings.append((event.start_mark.line + 1, path, message))


def _document(reader: _Reader, loaded: Loaded) -> None:
    reader.next()  # stream start
    event = reader.next()
    if isinstance(event, yaml.StreamEndEvent):
        loaded.findings.append((1, (), "filen är tom. Kopiera schema/exempel.yaml och fyll i."))
        return
    loaded.data = _node(reader, reader.next(), ())
    reader.next()  # document end
    event = reader.next()
    if not isinstance(event, yaml.StreamEndEvent):
        reader.find(event, (), "filen har två dokument (---). En fil är en post; dela upp den.")
        raise _Stop


def _node(reader: _Reader, event: yaml.Event, path: FieldPath) -> Any:
    reader.loaded.lines.setdefault(path, event.start_mark.line + 1)
    if len(path) > MAX_DEPTH:
        _too_deep(reader.loaded, path)
    if isinstance(event, yaml.AliasEvent):
        reader.find(event, path, f"alias (*{event.anchor}) används inte här. Skriv ut värdet.")
        return None
    _refuse_extras(reader, event, path)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(reader, event, path)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(reader, path)
    return _mapping(reader, path)


def _too_deep(loaded: Loaded, path: FieldPath) -> NoReturn:
    """Tell it of the first field on the line, where the nesting starts."""
    line = loaded.lines[path]
    outmost = next(path[:end] for end in range(1, len(path) + 1)
                   if loaded.lines[path[:end]] == line)
    loaded.findings.append((line, outmost, f"för djupt: fler än {MAX_DEPTH} nivåer i varandra. "
                                           "Se schema/exempel.yaml."))
    raise _Stop


def _refuse_extras(reader: _Reader, event: yaml.NodeEvent, path: FieldPath) -> None:
    if event.anchor:
        reader.find(event, path, f"ankare (&{event.anchor}) används inte här. Ta bort det.")
    if event.tag:
        reader.find(event, path, f"tagg ({event.tag}) är inte tillåten. Skriv värdet utan tagg.")


def _sequence(reader: _Reader, path: FieldPath) -> list[Any]:
    items: list[Any] = []
    while not isinstance(event := reader.next(), yaml.SequenceEndEvent):
        items.append(_node(reader, event, (*path, len(items))))
    return items


def _mapping(reader: _Reader, path: FieldPath) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    while not isinstance(event := reader.next(), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent) or event.value == "<<":
            reader.find(event, path, "fältnamnet måste vara ett vanligt ord. "
                                     "Se schema/exempel.yaml.")
            raise _Stop
        key = sys.intern(event.value)  # the same few words in every record
        key_path = (*path, key)
        _refuse_extras(reader, event, key_path)
        _plain_text(reader, event, key_path, key)
        first = reader.loaded.lines.get(key_path)
        line = event.start_mark.line + 1
        if key in mapping:
            reader.find(event, key_path, f"fältet står två gånger, först på rad {first}. "
                                         "Behåll det ena.")
        else:
            reader.loaded.lines[key_path] = line
        mapping[key] = _node(reader, reader.next(), key_path)
    return mapping


def _scalar(reader: _Reader, event: yaml.ScalarEvent, path: FieldPath) -> Any:
    text = event.value
    if not event.implicit[0]:  # quoted, or a block of text: one paragraph, whatever its lines
        return " ".join(_plain_text(reader, event, path, text).split())
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    if _is_ambiguous(text):
        reader.find(event, path, f'{quoted(text)} utan citattecken läses olika av olika program. '
                                 f'Är det text, skriv "{text}".{_yes_and_no(text)}')
    return sys.intern(text)


def _yes_and_no(text: str) -> str:
    return " Ja och nej skrivs ja och nej." if text.isalpha() else ""


def _is_ambiguous(text: str) -> bool:
    tag = YAML_1_1.resolve(yaml.ScalarNode, text, (True, False))
    return tag not in PLAIN_TAGS or bool(OTHERS_READ.fullmatch(text))


def _plain_text(reader: _Reader, event: yaml.ScalarEvent, path: FieldPath, text: str) -> str:
    written = re.sub(r"[\n\t]", " ", text)  # what remains was an escape, "\\u200b"
    for character in sorted(odd_characters(written)):
        reader.find(event, path, f"osynligt eller otillåtet tecken U+{ord(character):04X}. "
                                 "Ta bort det.")
    return text
