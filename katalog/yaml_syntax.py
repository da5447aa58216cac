"""Where an editor's slip is, when a file is no YAML at all, and how to mend it.

Comes in: libyaml's error and what was read before it. Goes out: a line, and Swedish.
The parser sees a forgotten quote or bracket only where nothing makes sense any more, which may be
at the end of the file; the slip is where the quote or the bracket begins.
"""

from collections.abc import Sequence

import yaml

# libyaml's most usual words for what an editor does wrong, and how to mend it.
SYNTAX_HELP = {
    "mapping values are not allowed": "Står det kolon i en text? Sätt citattecken om texten.",
    "could not find expected ':'": "Saknas kolon efter fältnamnet, eller mellanslag efter kolon?",
    "did not find expected key": "Indragningen stämmer inte, ett kolon saknas, eller "
                                "så saknas ett citattecken längre upp.",
    "did not find expected '-' indicator": "Indragningen i listan stämmer inte.",
    "found unexpected end of stream": "Saknas ett avslutande citattecken eller en parentes?",
    "found character that cannot start any token": "Sätt citattecken om texten.",
    "did not find expected ',' or ']'": "Saknas ett komma eller ] i listan?",
    "did not find expected ',' or '}'": "Saknas ett komma eller } ?",
    "did not find expected node content": "Saknas ett värde, ett citattecken eller ett "
                                          "avslutande ] eller } ?",
    "found undefined tag handle": "Sätt citattecken om text som börjar med utropstecken.",
}


def line_of(
    error: yaml.YAMLError, last: yaml.Event | None, groups: Sequence[yaml.CollectionStartEvent]
) -> int:
    """Return the line of the slip. `last` was read before the error, `groups` are those that have
    begun and not ended."""
    context, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    where = str(getattr(error, "context", ""))
    if "flow" in where and (bracket := _open_bracket(groups)):
        return bracket
    if "quoted scalar" in where or "simple key" in where:
        return context.line + 1
    if _runs_on(last, mark):
        return last.start_mark.line + 1
    mark = mark or context
    return mark.line + 1 if mark else 1


def _open_bracket(groups: Sequence[yaml.CollectionStartEvent]) -> int:
    """Return the line of the inmost [ or { that has no end, 0 if there is none."""
    lines = [event.start_mark.line + 1 for event in groups
             if event.flow_style and event.start_mark.index < event.end_mark.index]
    return lines[-1] if lines else 0


def _runs_on(event: yaml.Event | None, mark: yaml.Mark | None) -> bool:
    """Say whether a text in quotes took in several lines, up to the one that made no sense."""
    return (isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"') and bool(mark)
            and event.start_mark.line < event.end_mark.line == mark.line)


def message(error: yaml.YAMLError) -> str:
    """Return what is wrong and how to mend it."""
    problem = str(getattr(error, "problem", "") or error)
    for words, mend in SYNTAX_HELP.items():
        if words in problem:
            return f"går inte att läsa som YAML. {mend}"
    return "går inte att läsa som YAML. Jämför raden och raden före med schema/exempel.yaml."
