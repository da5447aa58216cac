"""Find every Swedish text that a visitor reads, to be translated.

Comes in: theme/templates/, theme/static/js/, katalog/*.py, schema/vokabular/, kriterier.yaml and
ordlista.yaml beside it, content/sidor/. Goes out: one gettext Catalog, in a stable order. Records
are not in it: they carry their own translations.
"""

from collections.abc import Iterator

from babel.messages import Catalog
from babel.messages.extract import extract_from_file

from katalog import criteria, prose, thesaurus, vocabularies
from katalog.paths import ROOT, THEME, shown

# What marks a text, and where in the call it stands: in templates and scripts, in code.
IN_TEMPLATES = {"_": None, "gettext": None, "ngettext": (1, 2)}
IN_CODE = {"text": None, "N_": None}
OPTIONS = {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}

Found = tuple[str, str | None, str | tuple[str, ...]]  # file, context, text or its plural forms


def source_texts() -> Catalog:
    """Return every text once, with the files it stands in."""
    found = Catalog()
    for file, context, text in (*_templates(), *_code(), *_scripts(), *_words()):
        found.add(text, locations=[(file, 0)], context=context)
    return found


def _templates() -> Iterator[Found]:
    for path in sorted((THEME / "templates").glob("*.html")):
        for _, text, _, _ in extract_from_file("jinja2.ext:babel_extract", path, IN_TEMPLATES,
                                               options=OPTIONS):
            yield shown(path), None, text


def _code() -> Iterator[Found]:
    for path in sorted((ROOT / "katalog").glob("*.py")):
        for _, text, _, _ in extract_from_file("python", path, IN_CODE):
            yield shown(path), None, text


def _scripts() -> Iterator[Found]:
    folder = THEME / "static" / "js"
    for path in sorted(folder.rglob("*.js")):
        if "vendor" not in path.relative_to(folder).parts:
            for _, text, _, _ in extract_from_file("javascript", path, IN_TEMPLATES):
                yield shown(path), None, text


def _words() -> Iterator[Found]:
    for context, text in vocabularies.words_to_translate():
        if text:
            yield f"schema/vokabular/{context}.json", context, text
    for context, text in criteria.words_to_translate():
        yield "schema/kriterier.yaml", context, text
    for context, text in thesaurus.words_to_translate():
        yield "schema/ordlista.yaml", context, text
    for context, text in prose.words_to_translate():
        yield f"content/sidor/{context}.md", context, text
