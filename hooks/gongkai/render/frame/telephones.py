"""A telephone number on a page: always a link that dials it, never broken over two lines.

Numbers in fields are written with the filter ``tel``; those in running text are found when a page is filled,
so that no template and no editor has to think of it. A link changes no word of a text.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from gongkai.common.telephones import NUMBER, dialled, whole

_PARTS = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_OPENS = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>")
#: inside of these a link would be wrong, or is there already
_CLOSED = frozenset(("a", "button", "code", "option", "pre", "script", "style", "svg", "textarea", "title"))


def tel(text: str) -> Markup:
    """A text of a field in which every number is a link; one that is nothing but a number is one too."""
    if isinstance(text, Markup):
        return Markup(linked(text))
    if whole(text):
        return Markup(_link(text))
    return Markup(NUMBER.sub(lambda found: _link(found[0]), str(escape(text))))


def linked(html: str) -> str:
    """HTML with every number in its text as a link, outside of links, drawings and code."""
    if not NUMBER.search(html):
        return html
    inside: list[str] = []
    return "".join(_part(part, inside) for part in _PARTS.split(html))


def _part(part: str, inside: list[str]) -> str:
    """A tag as it is, noting what it opens and closes; a text with its links."""
    if not part.startswith("<"):
        return part if inside else NUMBER.sub(lambda found: _link(found[0]), part)
    tag = _OPENS.fullmatch(part)
    if tag and not tag[3] and (name := tag[2].lower()) in _CLOSED:
        if not tag[1]:
            inside.append(name)
        elif inside and inside[-1] == name:
            inside.pop()
    return part


def _link(number: str) -> str:
    return f'<a class="tel" href="tel:{dialled(number)}">{number}</a>'
