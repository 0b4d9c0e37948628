"""A save → the page that is asked for, made at once; rules, figures, feeds and search follow with the site.

What is owed, measured and exported is told as of the last whole site until then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gongkai import gate, pipeline, render
from gongkai.column.validate import Validated, own_words_of, validate
from gongkai.common.problems import Level, Problem
from gongkai.gate import addresses, cleaning
from gongkai.load import Document, Loaded, load, read_document
from gongkai.records.fields.of_level import DISTRICT
from gongkai.records.fields.own_words import OwnWords
from gongkai.settings import Settings

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

    def taken_in(self, root: Path, level: str = DISTRICT) -> tuple[Loaded, Validated]:
        """The tree as ``load`` and ``validate`` give it."""
        loaded = load(root, read=self._read)
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
        self._shells = render.shells(site)
        self._planned = {page.url: page for page in render.plan(site)}

    def page(self, url: str) -> str | None:
        """The page at an address below the root; None where there is none."""
        planned = self._planned.get(url)
        return self._shells.join(planned.make()) if planned else None


def glimpse(settings: Settings, memory: Memory, shown: render.Site) -> Glimpse | None:
    """The column as its files are now, what was ``shown`` last for the rest; None if they have faults."""
    register, faults = pipeline.read(settings, memory.taken_in)
    if any(each.level is Level.ERROR for each in faults):
        return None
    before = shown.facts
    released = gate.released(register, before.register.files, addresses.moved(register))
    released.awaited = before.register.awaited
    facts = render.Facts(released, before.made, before.law)
    look = settings.look.cleaned(cleaning.clean_picture)
    return Glimpse(render.Site.of(facts, settings.project / "overrides", look))
