"""Tables in the terminal, with numbers as Swedes write them.

Comes in: words and numbers. Goes out: rows.
"""

import os
import platform
import sys
from collections.abc import Iterable
from pathlib import Path

FIRST, REST = 32, 11


def row(first: str, *rest: str) -> None:
    """Print one row of a table."""
    print(f"{first:<{FIRST}}" + "".join(f"{cell:>{REST}}" for cell in rest), flush=True)


def heading(text: str) -> None:
    """Print what the next table is about."""
    print(f"\n{text}\n", flush=True)


def number(value: float, decimals: int = 1) -> str:
    """Return a number: 1 234,5."""
    return f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")


def numbers(values: Iterable[float], decimals: int = 1) -> list[str]:
    """Return several numbers."""
    return [number(value, decimals) for value in values]


def progress(text: str) -> None:
    """Say what goes on, outside the tables."""
    print(f"… {text}", file=sys.stderr, flush=True)


def machine() -> dict[str, str | int]:
    """Return what the figures depend on besides the code."""
    return {"system": platform.system(), "processor": _processor(), "karnor": os.cpu_count() or 1,
            "python": platform.python_version()}


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.split(":")[1].strip() for line in told if "model name" in line)
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
