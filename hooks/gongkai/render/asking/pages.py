"""Whole pages, kept from one build to the next under all that they asked of the column.

What a page is planned with stands in its key; of what it can be asked further, a stand-in is given to it
(``common/asking.py``). The next build asks the same questions: where every answer is the same, the page is
that of then. A page that asked something that cannot be said or digested is made each time.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from types import CellType, FunctionType
from typing import Any, cast

from gongkai.column.register import Register
from gongkai.common.asking import AskingTable
from gongkai.common.kept import Kept
from gongkai.render.asking.notes import ASKED, OWN, Notes
from gongkai.render.asking.questions import Questions
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_links import Content
from gongkai.render.frame.view_digest import NoDigest
from gongkai.render.frame.write import Planned
from gongkai.render.site import Site
from gongkai.search import SearchDocument

_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_DOCUMENT = tuple(each.name for each in dataclasses.fields(SearchDocument))
#: pages that are planned with the same stand near each other
_RECENT = 20


class AskedPages:
    """The pages of a site, made by asking."""

    def __init__(self, site: Site, kept: Kept) -> None:
        self._site, self._kept, self._digests = site, kept, site.templates.contents.digests
        facts, bodies = site.facts, site.bodies
        roots = {"facts": facts, "register": facts.register, "made": facts.made, "law": facts.law}
        tables = {"feeds": facts.made.feeds, "texts": bodies.by_path}
        self._questions = Questions(facts.register.every, {**roots, **tables})
        self._notes = Notes(self._questions, self._digests)
        self._same = self._digests.of(site.templates.same())
        #: what the last pages were planned with, and its digests
        self._given: deque[tuple[Any, bytes]] = deque(maxlen=_RECENT)
        self._asking = self._stand_ins()

    def _stand_ins(self) -> Site:
        site, notes = self._site, self._notes

        def table(name: str) -> Callable[[Any], Any]:
            return lambda asked: AskingTable(asked, notes, (name,))

        register = cast(Register, notes.stand_in(site.facts.register, ()))
        links = site.links.asking(register, table("feeds"))
        bodies = site.bodies.asking(register, links, table("texts"))
        return Site(cast(Facts, notes.stand_in(site.facts, ())), links, site.templates, bodies)

    def planned(self, pages: Iterable[Planned]) -> list[Planned]:
        """The same pages, each taken from what is kept where it can be."""
        return [dataclasses.replace(each, make=partial(self.page, each)) for each in pages]

    def page(self, planned: Planned) -> Page:
        """A page as it was kept, or else made."""
        if not _says_all(planned.make):
            return planned.make()
        given = _given(planned.make)
        try:
            key = self._key(planned, given)
        except NoDigest:
            return planned.make()
        self._questions.own = {
            f"{OWN}{name}": each for name, each in given.items() if isinstance(each, ASKED)
        }
        return self._found(key) or self._made(key, planned, given)

    def _key(self, planned: Planned, given: dict[str, Any]) -> bytes:
        code = _function(planned.make).__code__
        place = f"{planned.url}\n{code.co_filename}\n{code.co_qualname}\n{code.co_firstlineno}"
        own = [(name, each) for name, each in given.items() if not isinstance(each, (Site, *ASKED))]
        digests = (part for name, each in own for part in (name.encode(), self._digest(each)))
        return self._kept.key(b"page", self._same, place.encode(), *digests)

    def _digest(self, given: Any) -> bytes:
        """Of what many pages are planned with, such as a long list, once."""
        if isinstance(given, str):
            return self._digests.of(given)
        known = next((digest for each, digest in self._given if each is given), None)
        if known is None:
            known = self._digests.of(given)
            self._given.append((given, known))
        return known

    def _found(self, key: bytes) -> Page | None:
        if (found := self._kept.get(key)) is None:
            return None
        asked, parts, document, content, used = json.loads(found)
        if not self._notes.holds(asked):
            return None
        html = self._site.templates.contents.under(bytes.fromhex(content[0])) if content[0] else content[1]
        if html is None:
            return None
        for each in used:
            self._kept.stay(bytes.fromhex(each))
        return _page(parts, html, document)

    def _made(self, key: bytes, planned: Planned, given: dict[str, Any]) -> Page:
        stand_ins = {name: self._stand_in(name, each) for name, each in given.items()}
        make = _with(planned.make, stand_ins)
        self._notes.begin()
        try:
            with self._kept.watched() as used:
                page = make()
        finally:
            asked = self._notes.end()
        if self._notes.whole:
            self._kept.put(key, _kept(page, asked, used))
        return page

    def _stand_in(self, name: str, given: Any) -> Any:
        if isinstance(given, Site):
            return self._asking
        return self._notes.stand_in(given, (f"{OWN}{name}",)) if isinstance(given, ASKED) else given


def _function(make: Callable[[], Page]) -> FunctionType:
    return cast(FunctionType, make.func if isinstance(make, partial) else make)


def _says_all(make: Callable[[], Page]) -> bool:
    """Whether all that a page is planned with can be seen: in cells, or as arguments, and nowhere else."""
    function = _function(make)
    if type(function) is not FunctionType:
        return False
    hidden = function.__closure__ if isinstance(make, partial) else function.__defaults__
    return not hidden and not function.__kwdefaults__


def _given(make: Callable[[], Page]) -> dict[str, Any]:
    """What a page is planned with, by name or place."""
    if isinstance(make, partial):
        return {f"{place}": each for place, each in enumerate(make.args)} | make.keywords
    cells = _function(make).__closure__ or ()
    return {name: cell.cell_contents for name, cell in zip(make.__code__.co_freevars, cells, strict=True)}


def _with(make: Callable[[], Page], given: dict[str, Any]) -> Callable[[], Page]:
    """The same function, planned with something else."""
    if isinstance(make, partial):
        args = [given[f"{place}"] for place in range(len(make.args))]
        return partial(make.func, *args, **{name: given[name] for name in make.keywords})
    old = _function(make)
    cells = tuple(CellType(given[name]) for name in old.__code__.co_freevars)
    return FunctionType(old.__code__, old.__globals__, old.__name__, old.__defaults__, cells)


def _kept(page: Page, asked: dict[str, str], used: list[bytes]) -> bytes:
    key = page.content.key.hex() if isinstance(page.content, Content) else ""
    modified = page.modified.isoformat() if page.modified else ""
    parts = [page.url, page.section, page.title, page.head, page.body_class, modified]
    document = [getattr(page.document, name) for name in _DOCUMENT] if page.document else None
    content = [key, "" if key else page.content]
    whole = [asked, parts, document, content, sorted({each.hex() for each in used})]
    return _TEXT(whole).encode()


def _page(parts: list[str], content: str, document: list[Any] | None) -> Page:
    url, section, title, head, body_class, modified = parts
    day = dt.date.fromisoformat(modified) if modified else None
    found = SearchDocument(*map(_tuples, document)) if document else None
    return Page(url, section, title, head, content, body_class, day, found)


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
