"""The command line: python -m katalog {visa,bygg,kontrollera,oversatt}.

Comes in: arguments. Goes out: words in the terminal, exit code 0 (well), 1 (something to mend)
or 2 (the call was wrong). `guiden.py` is the front door; it makes the environment first.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from katalog import progress, quality
from katalog.accessibility import statement_problems
from katalog.arguments import parser
from katalog.criteria import criteria_problems
from katalog.git_state import CannotCompare
from katalog.machine import told
from katalog.paths import LANGUAGES, OUTPUT, RECORDS, ROOT, shown
from katalog.plain_words import plain_word_problems
from katalog.postcodes import postcode_problems
from katalog.problems import BadInput, Problem, errors, report
from katalog.prose import prose_problems
from katalog.records import check_files, load_records
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
        _tell(bad.problems)
        return 1
    except OSError as error:
        _say(told(error))
        return 1
    except KeyboardInterrupt:
        return 0 if run is _serve else INTERRUPTED


def _check(options: argparse.Namespace) -> int:
    from katalog.catalogues import catalogue_problems

    try:
        changed = _changed_contacts(options.mot) if options.mot is not None else []
    except CannotCompare as why:
        _say(str(why))
        return 2
    records, problems = load_records()
    problems += [*word_list_problems(), *criteria_problems(), *postcode_problems(),
                 *statement_problems(), *plain_word_problems(), *catalogue_problems(),
                 *prose_problems()]
    if options.filer:
        records, problems = _only(options.filer, problems)
    problems += changed
    _tell(problems, options.tyst)
    if options.kvalitet:
        broken = {problem.file for problem in errors(problems)}
        _say(quality.table([record for record in records if record.file not in broken]))
    wrong = len(errors(problems))
    if wrong or not options.tyst:
        _say(f"{len(records)} poster kontrollerade: {wrong} fel, "
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
    from katalog.build import BuildFailed, build
    from katalog.languages import SWEDISH
    from katalog.pagefind import PagefindError
    from katalog.publish import CannotPublish
    from katalog.search import SearchError

    started = time.monotonic()
    try:
        built = build(options.ut, options.insatser, options.adress, options.sprak,
                      (lambda _: None) if options.tyst else _say)
    except BadInput as bad:
        _tell(bad.problems)
        count = len(errors(bad.problems))
        _say(f"Inget byggdes: {count} fel att rätta. Sajten i {shown(options.ut)} är orörd.")
        return 1
    except (BuildFailed, SearchError, PagefindError, CannotPublish, OSError) as failed:
        _say(told(failed) if isinstance(failed, OSError) else str(failed))
        _say(f"Inget byggdes. Sajten i {shown(options.ut)} är orörd.")
        return 1
    if not options.tyst:
        _tell(built.warnings)
        _say(f"{built.insatser} insatser, {built.pages} sidor i {shown(options.ut)} "
             f"på {time.monotonic() - started:.1f} s. "
             f"{SWEDISH.number(built.links)} länkar och {built.promises} löften prövade.")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from katalog.serve import rebuild_on_change, start_server

    def build() -> None:
        # A process of its own: templates, vocabularies and code are read afresh every time.
        address = f"http://localhost:{options.port}"
        subprocess.run([sys.executable, "-m", "katalog", "bygg", "--adress", address],  # noqa: S603
                       cwd=ROOT, check=False)

    try:
        start_server(OUTPUT, options.port)
    except OSError:
        _say(f"Port {options.port} är upptagen. "
              f"Prova: python3 guiden.py visa --port {options.port + 1}")
        return 1
    build()
    ready = f"Guiden visas på http://localhost:{options.port} (avsluta med Ctrl+C)"
    rebuild_on_change(build, _say, ready)
    return 0


def _translate(options: argparse.Namespace) -> int:
    from katalog.catalogues import catalogue_problems, create, update

    if options.nytt:
        create(options.nytt)
    for path in sorted(LANGUAGES.glob("*.po")):
        missing = update(path)
        _say(f"{shown(path)}: {len(missing) or 'inga'} texter saknar översättning.")
    problems = catalogue_problems()
    _tell(problems)
    return 1 if problems else 0


def _say(text: str) -> None:
    progress.clear()
    print(text, flush=True)


def _tell(problems: list, errors_only: bool = False) -> None:
    told = errors(problems) if errors_only else problems
    if told:
        _say(report(told, github=os.environ.get("GITHUB_ACTIONS") == "true"))


COMMANDS = {"visa": _serve, "bygg": _build, "kontrollera": _check, "oversatt": _translate}

if __name__ == "__main__":
    sys.exit(main())
