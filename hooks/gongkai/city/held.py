"""A command of the program that ends with whoever started it: ``python -m gongkai.city.held release …``.

A builder whose starter was killed would go on alone, and cost what nobody waits for. Linux ends a process
with its parent when it was told so, and still does when that process has become another program; the
processes that make pages follow the builder by themselves. Elsewhere it ends later, in a folder that is
nobody's any more.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
_GONE = 128 + signal.SIGKILL


def main(words: list[str], parent: int) -> None:
    """Become the program, held to ``parent``, who may have gone before we could ask to be told."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(_GONE)
    os.execv(sys.executable, [sys.executable, "-m", "gongkai", *words])


if __name__ == "__main__":
    main(sys.argv[2:], int(sys.argv[1]))
