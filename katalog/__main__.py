"""The command line: python -m katalog {visa,bygg,kontrollera,oversatt}.

Comes in: arguments. Goes out: words in the terminal, exit code 0 (well), 1 (something to mend)
or 2 (the call was wrong). `guiden.py` is the front door; it makes the environment first.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from katalog import progress, quality
from katalog.accessibility import statement_problems
from katalog.arguments import parser
from katalog.criteria import criteria_problems
from katalog.git_state import CannotCompare
from katalog.machine import told
from katalog.paths import LANGUAGES, OUTPUT, RECORDS, shown
from katalog.plain_words import plain_word_problems
from katalog.postcodes import postcode_problems
from katalog.problems import BadInput, Problem, errors
from katalog.prose import prose_problems
from katalog.records import check_files, load_records
from katalog.terminal import say, tell
from katalog.thesaurus import word_list_problems

INTERRUPTED = 130  # as shells say it; `visa` is ended that way, anything else is not done


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles
    options = parser().parse_args(arguments)
    run = COMMANDS[options.kommando]
    try:
        with progress.watched(quiet=options.tyst):
            return run(options)
    except BadInput as bad:  # a broken vocabulary or settings file, which every command needs
        tell(bad.problems)
        return 1
    except OSError as error:
        say(told(error))
        return 1
    except KeyboardInterrupt:
        return 0 if run is _serve else INTERRUPTED


def _check(options: argparse.Namespace) -> int:
    from katalog.catalogues import catalogue_problems

    try:
        changed = _changed_contacts(options.mot) if options.mot is not None else []
    except CannotCompare as why:
        say(str(why))
        return 2
    records, problems = load_records()
    problems += [*word_list_problems(), *criteria_problems(), *postcode_problems(),
                 *statement_problems(), *plain_word_problems(), *catalogue_problems(),
                 *prose_problems()]
    if options.filer:
        records, problems = _only(options.filer, problems)
    problems += changed
    tell(problems, options.tyst)
    if options.kvalitet:
        broken = {problem.file for problem in errors(problems)}
        say(quality.table([record for record in records if record.file not in broken]))
    wrong = len(errors(problems))
    if wrong or not options.tyst:
        say(f"{len(records)} poster kontrollerade: {wrong} fel, "
            f"{len(problems) - wrong} varningar.")
    return 1 if wrong else 0


def _changed_contacts(ref: str) -> list[Problem]:
    """Return what has changed since `ref`, and put it in the summary of the run on GitHub."""
    from katalog.contact_changes import changes_since
    from katalog.contact_summary import add_to_summary

    changes = changes_since(ref)
    add_to_summary(changes)
    return changes.problems()


def _only(files: list[Path], problems: list) -> tuple[list, list]:
    """Keep what is said of the named files. Those outside the folder, or not there at all, are
    read along with it."""
    inside = set(RECORDS.glob("*.yaml"))
    others = [path for path in files if path.resolve() not in inside]
    records, found = check_files(sorted([*inside, *others]))
    names = {shown(path.resolve()) for path in files} | {shown(path) for path in files}
    return ([record for record in records if record.file in names],
            [problem for problem in {*problems, *found} if problem.file in names])


def _build(options: argparse.Namespace) -> int:
    from katalog.told_build import build_and_tell

    return build_and_tell(options.ut, options.insatser, options.adress, options.sprak, options.tyst)


def _serve(options: argparse.Namespace) -> int:
    from katalog.serve import Builder, rebuild_on_change, start_server

    address = f"http://localhost:{options.port}"
    with tempfile.TemporaryDirectory() as first:
        try:
            start_server(OUTPUT, options.port, first)
        except OSError:
            say(f"Port {options.port} är upptagen. "
                f"Prova: python3 guiden.py visa --port {options.port + 1}")
            return 1
        builder = Builder(address, first)
        try:
            builder.build()
            rebuild_on_change(builder.build,
                              f"Guiden visas på {address} (avsluta med Ctrl+C)")
        finally:
            builder.stop()
    return 0


def _translate(options: argparse.Namespace) -> int:
    from katalog.catalogues import catalogue_problems, create, update

    if options.nytt:
        create(options.nytt)
    for path in sorted(LANGUAGES.glob("*.po")):
        missing = update(path)
        say(f"{shown(path)}: {len(missing) or 'inga'} texter saknar översättning.")
    problems = catalogue_problems()
    tell(problems)
    return 1 if problems else 0


COMMANDS = {"visa": _serve, "bygg": _build, "kontrollera": _check, "oversatt": _translate}

if __name__ == "__main__":
    sys.exit(main())
