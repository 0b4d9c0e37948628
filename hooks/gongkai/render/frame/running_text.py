"""What stands in the running text of finished HTML, outside of tags and of elements left as they are.

A page has some two hundred tags and a few numbers and dates: only where one is found is it asked what it
stands in. Going through all tags of all pages was a sixth of a build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator


class RunningText:
    """The text of HTML, as our templates write it, without comments and without the elements named."""

    def __init__(self, closed: Iterable[str]) -> None:
        names = "|".join(sorted(closed))
        element = rf"({names})\b(?!-)[^>]*>.*?</\1\s*>"
        self._closed = re.compile(rf"<(?:!--.*?-->|{element})", re.DOTALL)

    def replaced(self, html: str, sought: re.Pattern[str], make: Callable[[re.Match[str]], str]) -> str:
        """HTML in which ``make`` was asked for every match of ``sought`` in its running text."""
        if not sought.search(html):
            return html
        pieces: list[str] = []
        done = 0
        for begin, end in self._open(html):
            place = begin
            while found := sought.search(html, place, end):
                place = found.end()
                if html.rfind("<", 0, found.start()) <= html.rfind(">", 0, found.start()):
                    pieces += (html[done : found.start()], make(found))
                    done = place
        return "".join((*pieces, html[done:])) if pieces else html

    def _open(self, html: str) -> Iterator[tuple[int, int]]:
        """Where something may be sought: a drawing has a thousand numbers, and none of them is asked for."""
        begin = 0
        for closed in self._closed.finditer(html):
            yield begin, closed.start()
            begin = closed.end()
        yield begin, len(html)
