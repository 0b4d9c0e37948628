"""A telephone number on a page: always a link that dials it, never broken over two lines.

Numbers in fields are written with the filter ``tel``; those in running text are found when a page is filled,
so that no template and no editor has to think of it. A link changes no word of a text.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from gongkai.common.telephones import NUMBER, dialled, whole
from gongkai.render.frame.running_text import RunningText

#: inside of these a link would be wrong, or is there already
_TEXT = RunningText(("a", "button", "code", "option", "pre", "script", "style", "svg", "textarea", "title"))


def tel(text: str) -> Markup:
    """A text of a field in which every number is a link; one that is nothing but a number is one too."""
    if isinstance(text, Markup):
        return Markup(linked(text))
    if whole(text):
        return Markup(_link(text))
    return Markup(NUMBER.sub(lambda found: _link(found[0]), str(escape(text))))


def linked(html: str) -> str:
    """HTML with every number in its text as a link, outside of links, drawings and code."""
    return _TEXT.replaced(html, NUMBER, _link)


def _link(number: str) -> str:
    return f'<a class="tel" href="tel:{dialled(number)}">{number}</a>'
