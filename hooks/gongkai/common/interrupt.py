"""Ctrl-C and SIGTERM: at any moment the run ends in order, with 130 or 143 and without a traceback."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
#: seconds until a dropped end is asked for again
_LATER = 0.02


class _State:
    """What the handler must know."""

    #: something is to be taken away again: the run unwinds instead of ending on the spot
    unwinding = False
    holding = 0
    pending = 0


def install() -> None:
    """Take both signals over; a signal that our caller told its children to overlook stays overlooked."""
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)
    # scripts/ start us with Ctrl-C held back, so that none is lost or shown while Python itself begins
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    sys.unraisablehook = _again


@contextmanager
def unwound() -> Iterator[None]:
    """While something stands that must be taken away, a signal unwinds the run instead of ending it."""
    before, _State.unwinding = _State.unwinding, True
    try:
        yield
    finally:
        _State.unwinding = before


@contextmanager
def held() -> Iterator[None]:
    """A few steps that belong together: a signal waits until they are done."""
    _State.holding += 1
    try:
        yield
    finally:
        _State.holding -= 1
        if _State.pending and not _State.holding:
            _end(_State.pending, None)


def _end(number: int, frame: FrameType | None) -> None:
    if _State.holding:
        _State.pending = number
        return
    if not _State.unwinding:
        os._exit(128 + number)
    _State.pending = 0
    # A second one must not stop the tidying that the first began.
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)


def _again(lost: Any) -> None:
    """Python drops what is raised inside some of its own callbacks: the end is asked for once more."""
    kind: type[BaseException] = lost.exc_type
    value: BaseException | None = lost.exc_value
    if isinstance(value, SystemExit):
        for each in _SIGNALS:
            signal.signal(each, _end)
        number = signal.SIGTERM if value.code == 128 + signal.SIGTERM else signal.SIGINT
        # Not at once: what is raised before this callback has returned would be dropped as well.
        later = threading.Timer(_LATER, os.kill, (os.getpid(), number))
        later.daemon = True
        later.start()
        return
    trace: TracebackType | None = lost.exc_traceback
    sys.excepthook(kind, value or kind(), trace)
