"""Every real record, broken in every way: refused at the right place, or provably harmless.

    python -m tests.mutanter            every mutant of every record, and a table of figures
    python -m tests.mutanter --urval    a few of each kind

insatser/*.yaml ──original──> places ──nycklar, typer, varden, listor, knep, filer──> mutants
mutants ──dom──> refused with file, line and field | accepted | wrong
accepted ──sajt──> built into whole sites: harmless | wrong
Where a mistake may be told is worked out here, from the text and the schema, never by asking the
checker (samband.py: which fields are judged together).
"""
