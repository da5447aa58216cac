"""A record as text with places: where each key and value stands, so that it can be cut out.

Comes in: the text of a record. Goes out: [Place], by PyYAML's own composer and not by the reader
that is on trial; and the lines on which a field of a text stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from katalog.paths import RECORDS

DEEP = 30
Path = tuple[str | int, ...]
Span = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """A value of a record and the key or list that holds it.

    `key` is None for an item of a list. `entry` is what one cuts out to take it away, and `line`
    where a mistake in it is told: the line of its key, or on which the item starts.
    """

    path: Path
    node: yaml.Node
    key: Span | None
    value: Span
    entry: Span
    line: int
    holder_line: int
    flow: bool
    alone: Span | None  # what becomes {} when the only key of a group is taken away

    @property
    def kind(self) -> str:
        """Return the type of the value: text, tal, sant, tomt, lista or falt."""
        if isinstance(self.node, yaml.MappingNode):
            return "falt"
        if isinstance(self.node, yaml.SequenceNode):
            return "lista"
        name = self.node.tag.rsplit(":", 1)[-1]
        quoted = self.node.style in ("'", '"')
        return "text" if quoted else TAGS.get(name, "text")

    @property
    def text(self) -> str:
        """Return the value of a scalar."""
        return self.node.value


TAGS = {"int": "tal", "float": "tal", "bool": "sant", "null": "tomt"}


@cache
def originals() -> dict[str, str]:
    """Return the text of every real record by id."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(RECORDS.glob("*.yaml"))}


@cache
def places(name: str) -> tuple[Place, ...]:
    """Return every place of a real record, in the order of the file."""
    text = originals()[name]
    return tuple(_inside(text, yaml.compose(text, Loader=yaml.CSafeLoader), (), 1))


def line_at(text: str, place: int) -> int:
    """Return the line, from 1, of a place in a text."""
    return text.count("\n", 0, place) + 1


def _inside(text: str, node: yaml.Node, path: Path, line: int) -> Iterator[Place]:
    if isinstance(node, yaml.MappingNode):
        yield from _keys(text, node, path, line)
    elif isinstance(node, yaml.SequenceNode):
        yield from _items(text, node, path, line)


def _keys(text: str, node: yaml.MappingNode, path: Path, line: int) -> Iterator[Place]:
    spans = [(key.start_mark.index, _end(text, value)) for key, value in node.value]
    for number, (key, value) in enumerate(node.value):
        own = (*path, key.value)
        span = (key.start_mark.index, key.end_mark.index)
        own_line = key.start_mark.line + 1
        alone = (_start(text, node), _end(text, node)) if len(spans) == 1 else None
        yield Place(own, value, span, (_start(text, value), _end(text, value)),
                    _entry(text, spans, number, node.flow_style), own_line, line,
                    node.flow_style, alone)
        yield from _inside(text, value, own, own_line)


def _items(text: str, node: yaml.SequenceNode, path: Path, line: int) -> Iterator[Place]:
    spans = [(_dash(text, item, node.flow_style), _end(text, item)) for item in node.value]
    for number, item in enumerate(node.value):
        own, own_line = (*path, number), item.start_mark.line + 1
        alone = (_start(text, node), _end(text, node)) if len(spans) == 1 else None
        yield Place(own, item, None, (_start(text, item), _end(text, item)),
                    _entry(text, spans, number, node.flow_style), own_line, line,
                    node.flow_style, alone)
        yield from _inside(text, item, own, own_line)


def _entry(text: str, spans: list[Span], number: int, flow: bool) -> Span:
    """Return what to cut so that the others stand as before: up to the next of them, or from the
    end of the one before."""
    start, end = spans[number]
    if number + 1 < len(spans):
        return start, spans[number + 1][0]
    return (spans[number - 1][1] if number else start), end


def _start(text: str, node: yaml.Node) -> int:
    return node.start_mark.index


def _end(text: str, node: yaml.Node) -> int:
    """Return where the value ends; the mark of a group stands at what comes next."""
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _dash(text: str, item: yaml.Node, flow: bool) -> int:
    start = item.start_mark.index
    return start if flow else text.rindex("-", 0, start)


def field_lines(text: str) -> dict[str, set[int]] | None:
    """Return the lines of every field as messages name it, or None for what is no YAML."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    found: dict[str, set[int]] = {"": {node.start_mark.line + 1 if node else 1}}
    _collect(node, "", found, set())
    return found


def _collect(node: yaml.Node, name: str, found: dict[str, set[int]], seen: set[int]) -> None:
    if id(node) in seen or name.count("[") + name.count(".") > DEEP:  # aliases, and bombs
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                own = f"{name}.{key.value}" if name else key.value
                lines = found.setdefault(own, set())
                lines.add(key.start_mark.line + 1)
                if isinstance(value, yaml.ScalarNode):  # a value may stand below its key
                    lines.add(value.start_mark.line + 1)
                _collect(value, own, found, seen)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            own = f"{name}[{number}]"
            found.setdefault(own, set()).add(item.start_mark.line + 1)
            _collect(item, own, found, seen)
