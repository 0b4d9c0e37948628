"""A telephone number on a page: a link that dials it, never broken over two lines; a fax number is no link.

Numbers in fields are written with the filter ``tel``; those in running text are found when a page is filled,
so that no template and no editor has to think of it. A link changes no word of a text.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from gongkai.common.telephones import NUMBER, dialled, whole
from gongkai.render.frame.running_text import RunningText

#: inside of these a link would be wrong, or is there already
_TEXT = RunningText(("a", "button", "code", "option", "pre", "script", "style", "svg", "textarea", "title"))
#: the word that a fax number follows, with what may stand between: a mark, the rest of the word, a tag
_FAX = re.compile(r"(?:传真|fax)(?:号码?|电话)?(?:为|是)?(?:\s|[：:（(]|<[^>]*>)*$", re.IGNORECASE)
_CELL = re.compile(r"(<t[dh]\b[^>]*>\s*)(12345|11[09]|12[02])(\s*</t[dh]>)")
#: what the cells before it say of who is called
_CALLED = re.compile("热线|电话|报警|火警|急救")
#: as far back as that word is looked for: a few tags with their classes
_BEFORE = 120


def tel(text: str) -> Markup:
    """A text of a field in which every number is a link; one that is nothing but a number is one too."""
    if isinstance(text, Markup):
        return Markup(linked(text))
    if whole(text):
        return Markup(_link(text))
    return Markup(NUMBER.sub(_shown, str(escape(text))))


def linked(html: str) -> str:
    """HTML with every number in its text as a link, outside of links, drawings and code."""
    return _TEXT.replaced(_CELL.sub(_in_cell, html), NUMBER, _shown)


def _in_cell(found: re.Match[str]) -> str:
    """A cell that is nothing but a short number: a telephone where its row says so, else maybe a count."""
    row = found.string[max(0, found.string.rfind("<tr", 0, found.start())) : found.start()]
    return f"{found[1]}{_link(found[2])}{found[3]}" if _CALLED.search(row) else found[0]


def _shown(found: re.Match[str]) -> str:
    """A link; for a fax number the number alone, as who touches it would hear a machine whistle."""
    if _FAX.search(found.string[max(0, found.start() - _BEFORE) : found.start()]):
        return f'<span class="tel">{found[0]}</span>'
    return _link(found[0])


def _link(number: str) -> str:
    return f'<a class="tel" href="tel:{dialled(number)}">{number}</a>'
