"""A question to whoever sits at the terminal."""

from __future__ import annotations

import sys


def agreed(question: str) -> bool:
    """The answer; no where nobody sits there."""
    if not sys.stdin.isatty():
        return False
    try:
        return input(question).strip().lower() in {"是", "y", "yes"}
    except EOFError:
        return False
