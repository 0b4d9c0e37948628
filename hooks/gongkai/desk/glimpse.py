"""A save → the page that is asked for, made at once; rules, figures, feeds and search follow with the site.

What is owed, measured and exported is told as of the last whole site until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from gongkai import gate, render
from gongkai.column.register import Register
from gongkai.column.validate import Validated, own_words_of, validate
from gongkai.common.problems import Problem
from gongkai.exports import door
from gongkai.exports.made import Made
from gongkai.gate import addresses, cleaning
from gongkai.law.applied import Applied
from gongkai.law.duties import awaited
from gongkai.load import Document, Loaded, Tables, load, read_document, read_tables
from gongkai.records.fields.of_level import DISTRICT
from gongkai.records.fields.own_words import OwnWords
from gongkai.records.types.dataset import Dataset
from gongkai.render.frame.page import Page
from gongkai.settings import Settings

#: what pages of a text may fail with that no rule has judged
UNCHECKED = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
#: of every page that is only shown to who writes
_NOINDEX = '<meta name="robots" content="noindex">'
_UNPUBLISHED = '<aside aria-label="预览稿"><p><strong>预览稿</strong>　{}</p></aside>'
#: what a file says of itself: it was not written meanwhile where this is the same
_Mark = tuple[int, int, int]


@dataclass(frozen=True)
class _Known:
    """A file as it was read: its mark, its document and faults."""

    mark: _Mark
    document: Document | None
    faults: list[Problem]


class Memory:
    """The files of a tree as they were last read: only what was written since is read again."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        #: path → the document, the district's own words, the records made of it with these
        self._made: dict[str, tuple[Document, OwnWords, Validated]] = {}
        self._tables = _TableMemory()

    def taken_in(self, root: Path, level: str = DISTRICT) -> tuple[Loaded, Validated]:
        """The tree as ``load`` and ``validate`` give it."""
        loaded = load(root, read=self._read, tables=self._tables.read)
        own = own_words_of(loaded.documents, level)
        return loaded, _together(self._records(document, own) for document in loaded.documents)

    def _records(self, document: Document, own: OwnWords) -> Validated:
        made = self._made.get(document.path)
        if made is None or made[0] is not document or made[1] != own:
            made = self._made[document.path] = document, own, validate([document], own)
        return made[2]

    def _read(self, root: str, path: str) -> tuple[Document | None, list[Problem]]:
        mark = _mark(f"{root}/{path}")
        known = self._known.get(path)
        if known is None or mark is None or known.mark != mark:
            document, faults = read_document(root, path)
            known = self._known[path] = _Known(mark or (0, 0, 0), document, faults)
        return known.document, known.faults


class _TableMemory:
    """The rows of all datasets as they were last read: read again when a file or its description changed."""

    def __init__(self) -> None:
        #: what they were read of, and what came of it
        self._last: tuple[list[object], tuple[Tables, list[Problem]]] | None = None

    def read(
        self, root: str, paths: Sequence[str], documents: Sequence[Document]
    ) -> tuple[Tables, list[Problem]]:
        """As ``read_tables`` gives them."""
        # a description may be written between its own reading and its mark: what was read of it counts too
        described = [each for each in documents if each.record_type is Dataset]
        beside = sorted({f"{path.rpartition('/')[0]}/datapackage.yml" for path in paths})
        marks = [(path, _mark(f"{root}/{path}")) for path in (*paths, *beside)]
        of: list[object] = [root, marks, described]
        if self._last is None or self._last[0] != of:
            self._last = of, read_tables(root, paths, documents)
        return self._last[1]


def _mark(path: str) -> _Mark | None:
    """None for what cannot be looked at: reading says why."""
    try:
        about = Path(path).stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns, about.st_ctime_ns


def _together(parts: Iterable[Validated]) -> Validated:
    whole = Validated()
    for part in parts:
        whole.records.extend(part.records)
        whole.problems.extend(part.problems)
        whole.broken.extend(part.broken)
    return whole


class Glimpse:
    """The pages of a column that was not checked yet, each made when it is asked for."""

    def __init__(self, site: render.Site) -> None:
        self.site = site
        self._shells = render.shells(site)
        every = render.plan(site, UNCHECKED)
        #: two pages at one address
        self.clashes = render.clashes(site.facts, every)
        self.planned: dict[str, render.Planned] = {}
        #: of an address with several pages, those after the first
        self.others: dict[str, list[render.Planned]] = {}
        for page in every:
            if page.url in self.planned:
                self.others.setdefault(page.url, []).append(page)
            else:
                self.planned[page.url] = page

    def page(self, url: str) -> str | None:
        """The page at an address below the root; None where there is none."""
        planned = self.planned.get(url)
        return self.framed(planned.make()) if planned else None

    def framed(self, page: Page) -> str:
        """A page with what stands around it."""
        return self._shells.join(page)


def unindexed(head: str) -> str:
    """The head of a page that no search engine may take."""
    return head if _NOINDEX in head else f"{head}{_NOINDEX}"


def unpublished(page: Page, note: str) -> Page:
    """The page with noindex, and above it 预览稿 with a sentence."""
    return replace(
        page, head=unindexed(page.head), content=f"{_UNPUBLISHED.format(escape(note))}{page.content}"
    )


def seen_on(
    settings: Settings,
    register: Register,
    made: Made | None = None,
    law: Applied | None = None,
    *,
    lines: bool = False,
) -> render.Site:
    """The column of a Register as readers have it on its day, whatever is wrong with it.

    ``made`` and ``law``: what is told of exports and of what is owed, if not only what can be told without;
    ``lines``: blocks of texts say on which line they begin.
    """
    released = gate.released(register, register.files, addresses.moved(register))
    law = Applied() if law is None else law
    released.awaited = awaited(law.duties)
    facts = render.Facts(released, door.plan(released) if made is None else made, law)
    look = settings.look.cleaned(cleaning.clean_picture)
    return render.Site.of(facts, settings.project / "overrides", look, lines=lines)
