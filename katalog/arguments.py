"""What one may write after `python3 guiden.py`.

Comes in: nothing. Goes out: a parser; what it gives names the command as `kommando`, one of
COMMANDS in __main__.py.
"""

import argparse
from pathlib import Path
from typing import NoReturn

from katalog.paths import OUTPUT, RECORDS


class _Parser(argparse.ArgumentParser):
    """An argument parser that explains itself in Swedish."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Anropet går inte att förstå ({message}).\n"
                     "Se: python3 guiden.py --help\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    found = _Parser(prog="guiden.py", description="Insatsguiden")
    commands = found.add_subparsers(required=True, metavar="KOMMANDO", dest="kommando")
    serve = commands.add_parser("visa", help="bygg och visa, bygg om vid ändring")
    serve.add_argument("--port", type=int, default=8000, help="port att visa på (8000)")
    serve.set_defaults(tyst=False)
    build = commands.add_parser("bygg", help="bygg sajten en gång")
    build.add_argument("--ut", type=Path, default=OUTPUT, metavar="MAPP",
                       help="mapp för sajten (output)")
    build.add_argument("--insatser", type=Path, default=RECORDS, metavar="MAPP",
                       help="mapp med poster (insatser)")
    build.add_argument("--adress", metavar="URL", help="sajtens adress på nätet")
    build.add_argument("--sprak", metavar="KODER", type=_language_ids,
                       help="bara svenska och de här språken, t.ex. en,ar (alla)")
    _may_be_quiet(build)
    check = commands.add_parser("kontrollera", help="kontrollera poster, bygg ingenting")
    check.add_argument("filer", nargs="*", type=Path, metavar="FIL",
                       help="poster att kontrollera (alla)")
    check.add_argument("--kvalitet", action="store_true", help="visa vad varje post inte svarar på")
    check.add_argument("--mot", metavar="GIT-REF", help="visa också vilka telefonnummer, adresser "
                       "och länkar som ändrats sedan t.ex. origin/main")
    _may_be_quiet(check)
    words = commands.add_parser("oversatt", help="uppdatera språkens filer i schema/sprak")
    words.add_argument("--nytt", metavar="KOD", help="gör en fil för ett nytt språk, t.ex. ti")
    words.set_defaults(tyst=False)
    return found


def _may_be_quiet(command: argparse.ArgumentParser) -> None:
    command.add_argument("--tyst", action="store_true", help="säg bara vad som är fel")


def _language_ids(text: str) -> list[str]:
    from katalog.languages import load_languages

    wanted, known = list(filter(None, text.split(","))), load_languages()
    for name in wanted:
        if name not in known:
            raise argparse.ArgumentTypeError(
                f'språket "{name}" finns inte, välj bland {", ".join(known)}')
    return wanted
