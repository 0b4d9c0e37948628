"""What stands in the running text of finished HTML, outside of tags and of elements left as they are.

A page has some two hundred tags and a few numbers and dates: only where one is found is it asked what it
stands in. Going through all tags of all pages was a sixth of a build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable


class RunningText:
    """The text of HTML without comments and without the elements named."""

    def __init__(self, closed: Iterable[str]) -> None:
        names = "|".join(sorted(closed))
        element = rf"<({names})\b(?!-)[^>]*>.*?</\1\s*>"
        self._closed = re.compile(rf"<!--.*?-->|{element}", re.DOTALL | re.IGNORECASE)

    def replaced(self, html: str, sought: re.Pattern[str], make: Callable[[str], str]) -> str:
        """HTML in which ``make`` was asked for every match of ``sought`` in its running text."""
        pieces: list[str] = []
        done = place = 0
        left_alone = self._closed.finditer(html)
        closed = next(left_alone, None)
        while found := sought.search(html, place):
            while closed and closed.end() <= found.start():
                closed = next(left_alone, None)
            if closed and closed.start() <= found.start():
                place = closed.end()
            elif html.rfind("<", 0, found.start()) > html.rfind(">", 0, found.start()):
                place = found.end()
            else:
                pieces += (html[done : found.start()], make(found[0]))
                done = place = found.end()
        return "".join((*pieces, html[done:])) if pieces else html
