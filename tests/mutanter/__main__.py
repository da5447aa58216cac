"""The command line: python -m tests.mutanter [--urval]. Exit code 1 when any mutant is wrong."""

import sys

from tests.mutanter.korning import run

if __name__ == "__main__":
    figures = run(sample="--urval" in sys.argv[1:])
    print(*figures.wrong, figures.table(), sep="\n")
    sys.exit(1 if figures.wrong else 0)
