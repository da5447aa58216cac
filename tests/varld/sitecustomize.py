"""Another world for any Python that starts with this folder in PYTHONPATH.

Comes in: two variables. Goes out: a Python that
  VARLD_KLOCKA=2028-02-29T12:00:00+01:00   lives at that moment; from there the clock goes on
  VARLD_ORDNING=bakvand                    gets every folder's files in the reverse order
It reaches Python and what Python starts, without anything to install: `guiden.py test` can be run
on any day. What is not Python (Pagefind, Chromium) keeps the real clock; for pages in Chromium the
fixture `new_page` sets it. Disk times of files are the real ones too.
"""

import datetime
import os
import time

CLOCK = os.environ.get("VARLD_KLOCKA")
REVERSED = os.environ.get("VARLD_ORDNING") == "bakvand"


def move_clock(moment: float) -> None:
    """Let time start at `moment`, in every way that Python tells it."""
    now, monotonic, began = time.time, time.monotonic, time.monotonic()
    time.time = lambda: moment + monotonic() - began
    time.time_ns = lambda: int(time.time() * 1e9)
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _at_the_time(getattr(time, name)))
    plain = time.strftime
    time.strftime = lambda form, when=None: plain(form, when or time.localtime())
    datetime.date, datetime.datetime = _dates(datetime.date, datetime.datetime)
    assert abs(now() - time.time()) > 1, "the clock has not moved"


def _at_the_time(plain):
    return lambda seconds=None: plain(time.time() if seconds is None else seconds)


def _dates(plain_date: type, plain_datetime: type) -> tuple[type, type]:
    """Return the two classes with a today of ours; the days that others made are theirs as well."""

    class AnyDate(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, plain_date)

    class AnyDatetime(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, plain_datetime)

    class date(plain_date, metaclass=AnyDate):
        @classmethod
        def today(cls):
            return cls.fromtimestamp(time.time())

    class datetime(plain_datetime, metaclass=AnyDatetime):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(time.time(), tz)

        @classmethod
        def today(cls):
            return cls.now()

        @classmethod
        def utcnow(cls):
            return cls.now(timezone.utc).replace(tzinfo=None)

    for own in (date, datetime):
        own.__module__, own.__qualname__ = "datetime", own.__name__  # to be found when unpickled
    return date, datetime


def reverse_folders() -> None:
    """Let every listing of a folder come in the reverse of the order that others give."""
    plain_list, plain_scan = os.listdir, os.scandir
    os.listdir = lambda *folder: sorted(plain_list(*folder), reverse=True)
    os.scandir = lambda *folder: _Entries(plain_scan(*folder))


class _Entries:
    """What os.scandir gives: to be gone through, closed, or both by `with`."""

    def __init__(self, entries):
        with entries:
            self._left = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self._left

    def __next__(self):
        return next(self._left)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._left = iter(())


timezone = datetime.timezone
if CLOCK:
    move_clock(datetime.datetime.fromisoformat(CLOCK).timestamp())
if REVERSED:
    reverse_folders()
