"""Where a build spends its time, seen from outside: real functions of the real build are wrapped.

Comes in: {step: names of functions as "module:name"}. Goes out: for each step wall time, CPU time
(with child processes) and the peak of memory so far. Time spent in a step inside another counts
only for the inner one, so that the steps add up to the whole.
"""

import importlib
import inspect
import sys
import time
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

try:
    import resource
except ImportError:  # Windows counts otherwise
    raise SystemExit("Mätningen går bara på Linux och macOS.") from None

MEGABYTE = 1e3 if sys.platform == "linux" else 1e6  # ru_maxrss is in kB on Linux, else in bytes
REST = "övrigt"


class Klocka:
    """A stack of the steps that go on; every tick adds to the topmost."""

    def __init__(self) -> None:
        self.steps: dict[str, dict[str, float]] = {}
        self._stack = [REST]
        self._last = _now()

    def tick(self) -> None:
        """Give what has passed since the last tick to the step that goes on."""
        now = _now()
        step = self.steps.setdefault(self._stack[-1], {"vagg": 0.0, "cpu": 0.0, "minne": 0.0})
        step["vagg"] += now[0] - self._last[0]
        step["cpu"] += now[1] - self._last[1]
        step["minne"] = memory()
        self._last = now

    def enter(self, step: str) -> None:
        """Begin a step."""
        self.tick()
        self._stack.append(step)

    def leave(self) -> None:
        """End the step that goes on."""
        self.tick()
        self._stack.pop()

    def watch(self, steps: dict[str, tuple[str, ...]]) -> None:
        """Wrap every function of every step, wherever it has been imported."""
        for step, names in steps.items():
            for name in names:
                owner, last = find(name)
                original = getattr(owner, last)
                wrapped = self._wrapped(step, original)
                setattr(owner, last, wrapped)
                _replace(original, wrapped)

    def _wrapped(self, step: str, function: Callable) -> Callable:
        if inspect.isgeneratorfunction(function):
            @wraps(function)
            def timed(*arguments: Any, **named: Any) -> Iterator[Any]:
                inner, nothing = function(*arguments, **named), object()
                while True:
                    self.enter(step)
                    try:
                        value = next(inner, nothing)
                    finally:
                        self.leave()
                    if value is nothing:
                        return
                    yield value
        else:
            @wraps(function)
            def timed(*arguments: Any, **named: Any) -> Any:
                self.enter(step)
                try:
                    return function(*arguments, **named)
                finally:
                    self.leave()
        return timed


def find(name: str) -> tuple[Any, str]:
    """Return (owner, attribute) of "module:name" or "module:Class.name"."""
    module, path = name.split(":")
    owner: Any = importlib.import_module(module)
    *way, last = path.split(".")
    for step in way:
        owner = getattr(owner, step)
    return owner, last


def memory() -> float:
    """Return the peak of this process's memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def _now() -> tuple[float, float]:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return time.perf_counter(), sum(each.ru_utime + each.ru_stime for each in used)


def _replace(original: Any, wrapped: Any) -> None:
    """Put the wrapper where `from module import name` has put the original."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("katalog", "pelican"):
            for attribute, value in list(vars(module).items()):
                if value is original:
                    setattr(module, attribute, wrapped)
