"""The page shell: main.html is rendered once per depth, section and language, then joined.

Rendering the whole template for every record would cost most of a build; what differs
between two records of a section is only title, head and content. A test holds that
joining and rendering in full give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, TypedDict

from markupsafe import Markup

from gongkai.render.frame.language import language_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.places import marked

#: (address, template variables) → the whole page
Frame = Callable[[str, dict[str, Any]], str]
#: (section, address) → the template variables that only depend on these
FrameContext = Callable[[str, str], dict[str, Any]]

#: address → (the link to the other language, what <head> says of it)
Switch = Callable[[str], tuple[str, str]]


class Parts(TypedDict):
    """The parts of a page as main.html reads them: HTML, escaped where they were made."""

    title: Markup
    head: Markup
    content: Markup
    body_class: Markup
    #: the link to the other language
    switch: Markup


_SLOTS = tuple(Parts.__annotations__)
_MARK = re.compile(rf"slot-({'|'.join(_SLOTS)})-5f1c9e")


class Shells:
    """Joins pages into shells; a shell is made at its first use."""

    def __init__(self, frame: Frame, context: FrameContext, switch: Switch = lambda url: ("", "")) -> None:
        self._frame = frame
        self._context = context
        self._switch = switch
        self._parts: dict[tuple[int, str, bool, str], list[str]] = {}

    def join(self, page: Page) -> str:
        """The finished page."""
        parts = list(self._shell(page))
        slots = self._slots(page)
        for place in range(1, len(parts), 2):
            parts[place] = slots[parts[place]]
        return "".join(parts)

    def render_in_full(self, page: Page) -> str:
        """The same through the whole template, without a shell."""
        return self._render(page, self._slots(page))

    def _slots(self, page: Page) -> dict[str, str]:
        switch, head = self._switch(page.url)
        return {
            "title": page.title,
            "head": page.head + head,
            "content": page.content,
            "body_class": page.body_class,
            "switch": switch,
        }

    def prime(self, pages: Iterable[tuple[str, str]]) -> None:
        """Make the shells for these (address, section) pairs before workers are forked."""
        for url, section in pages:
            self._shell(Page(url, section, "", "", "", ""))

    def _shell(self, page: Page) -> list[str]:
        key = (page.depth, marked(page.section, page.url), page.url.endswith(".html"), language_of(page.url))
        if key not in self._parts:
            text = self._render(page, {slot: f"slot-{slot}-5f1c9e" for slot in _SLOTS})
            self._parts[key] = _MARK.split(text)
        return self._parts[key]

    def _render(self, page: Page, slots: dict[str, str]) -> str:
        shell = Parts(**{name: Markup(part) for name, part in slots.items()})  # type: ignore[typeddict-item]
        return self._frame(page.url, {**self._context(page.section, page.url), "shell": shell})
