"""A page as readers will have it → the same with 预览稿 and its problems at their place, and noindex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from lxml import etree, html
from markupsafe import Markup

from gongkai.common.problems import Problem
from gongkai.desk.glimpse import unindexed
from gongkai.desk.preview.places import ALL
from gongkai.desk.preview.telling import fill, style
from gongkai.render.frame.page import Page, prefix

#: what holds no box of its own: a problem stands below the whole list or table
_INSIDE = frozenset(
    (
        "li",
        "ul",
        "ol",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "table",
        "dl",
        "dt",
        "dd",
        "caption",
        "a",
        "p",
    )
)
_MARK = "preview-mark"


@dataclass(frozen=True)
class Here:
    """What is told on one page."""

    problems: Sequence[Problem] = ()
    #: the line of the file on which the text begins that the page shows; 0: it shows none
    first: int = 0
    #: it is the page of a draft
    draft: bool = False
    #: sentences about the whole page
    notes: Sequence[str] = ()


def marked(page: Page, here: Here, drafts: frozenset[str]) -> Page:
    """The page with what is told on it; links to ``drafts`` (addresses) say so."""
    whole = html.fragment_fromstring(page.content, create_parent="div")
    rest = [each for each in here.problems if not _placed(whole, each, here.first)]
    for link in whole.iter("a") if drafts else ():
        if _leads(page.url, link) in drafts:
            link.append(html.fragment_fromstring(f'<span class="{_MARK}">预览稿</span>'))
    for each in whole.iter():
        each.attrib.pop("data-line", None)
    return replace(page, head=_head(page.head), content=f"{_top(page, here, rest)}{_inner(whole)}")


def _head(head: str) -> str:
    return f"{unindexed(head)}{style()}"


def _top(page: Page, here: Here, rest: Sequence[Problem]) -> Markup:
    """What stands above the page; nothing where all is well."""
    if not (here.problems or here.draft or here.notes):
        return Markup("")
    count, all_ = len(here.problems), f"{prefix(page.url)}{ALL}"
    return fill(
        "top.html",
        draft=here.draft,
        notes=here.notes,
        problems=rest,
        count=count,
        elsewhere=bool(count),
        all=all_,
    )


def _leads(url: str, link: html.HtmlElement) -> str:
    """The address below the root to which a link on the page at ``url`` leads."""
    href: str = link.get("href", "")
    return urljoin(f"/{url}", href.partition("#")[0]).removeprefix("/")


def _placed(whole: html.HtmlElement, problem: Problem, first: int) -> bool:
    """Whether the problem has found its block or its field on the page."""
    place = (
        _field(whole, problem) if not first or problem.line < first else _block(whole, problem.line - first)
    )
    if place is None:
        return False
    box = html.fragment_fromstring(fill("problem.html", each=problem))
    if place.tag == "dd":
        place.append(box)
    else:
        place.addnext(box)
    return True


def _block(whole: html.HtmlElement, line: int) -> html.HtmlElement | None:
    """The block of the text in which a line stands."""
    begun = [each for each in whole.iter() if int(each.get("data-line", line + 1)) <= line]
    if not begun:
        return None
    found = max(begun, key=lambda each: int(each.get("data-line", "0")))
    while (above := found.getparent()) is not None and above.tag in _INSIDE:
        found = above
    return found


def _field(whole: html.HtmlElement, problem: Problem) -> html.HtmlElement | None:
    """Where the value of a key is shown."""
    for key in problem.at:
        for name in whole.iter("dt"):
            value = name.getnext()
            if value is not None and value.tag == "dd" and "".join(name.itertext()).strip() == key:
                return value
    return None


def _inner(whole: html.HtmlElement) -> str:
    text = whole.text or ""
    parts = (etree.tostring(each, encoding="unicode", method="html") for each in whole)
    return str(Markup.escape(text)) + "".join(map(str, parts))
