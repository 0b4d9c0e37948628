"""The marks around a title that is named in a sentence."""

from __future__ import annotations

_OPEN, _CLOSE = "《〈", "》〉"


def in_marks(title: str, marks: str = "《》") -> str:
    """A title in 书名号, or another language's marks; within, single and double by turns (GB/T 15834)."""
    depth, signs = 1, []
    for sign in title:
        if sign in _OPEN:
            depth += 1
            signs.append(_OPEN[(depth + 1) % 2])
        elif sign in _CLOSE:
            signs.append(_CLOSE[(max(depth, 2) + 1) % 2])
            depth = max(depth - 1, 1)
        else:
            signs.append(sign)
    return f"{marks[0]}{''.join(signs)}{marks[-1]}"
