"""What a page asked while it was made: every question with the digest of its answer."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from gongkai.column.register import Register
from gongkai.common.asking import Asking, AskingRow, AskingTable, Way
from gongkai.exports.made import Calendars, Feed, Made
from gongkai.law.applied import Applied
from gongkai.render.asking.questions import NotSaid, Questions
from gongkai.render.facts import Facts
from gongkai.render.frame.view_digest import Digests, NoDigest
from gongkai.render.listing import Listing
from gongkai.render.lists.slices import Slice

#: what is asked further, not answered with
ASKED = (Register, Facts, Made, Applied, Feed, Calendars, Listing, Slice)
#: what is the same for all that a build makes, and stands in the key of every page (``pages.Keys``)
_SAME = frozenset({"today", "column"})
#: a list of more is asked for what is taken of it
_LONG = 20
#: what a page begins with of its own, beside what all begin with
OWN = "own "
#: pages that begin with the same stand near each other
_RECENT = 20
#: what tells a question from others → the question as text, and the digest of its answer
Said = dict[Any, tuple[str, str]]


class Notes:
    """The questions of one page at a time; an answer is digested once a build."""

    def __init__(self, questions: Questions, digests: Digests) -> None:
        self.questions, self._digests = questions, digests
        self._known: dict[str, str] = {}
        self._asked: Said = {}
        #: the same of questions of what a page begins with of its own, such as a list that has many pages
        self._own: dict[str, Said] = {}
        self._owned: deque[tuple[Any, Said]] = deque(maxlen=_RECENT)
        self._roots = {type(each): Asking(each, self, (name,)) for name, each in questions.roots.items()}
        self._noted: dict[str, str] | None = None
        #: whether all that was asked could be noted
        self.whole = True

    def begin(self) -> None:
        """A page is begun."""
        self._noted, self.whole = {}, True
        self._own = {name: self._said_of(each) for name, each in self.questions.own.items()}

    def _said_of(self, own: Any) -> Said:
        known = next((said for each, said in self._owned if each is own), None)
        if known is None:
            known = {}
            self._owned.append((own, known))
        return known

    def end(self) -> dict[str, str]:
        """The page is done: what it asked."""
        noted, self._noted = self._noted or {}, None
        return noted

    def told(self, way: Way, answer: Any, *, attribute: bool) -> Any:
        """See ``asking.Notes``."""
        if isinstance(answer, ASKED):
            return self.stand_in(answer, way)
        if attribute and type(answer) in (dict, MappingProxyType):
            return AskingTable(answer, self, way)
        if attribute and isinstance(answer, list) and len(answer) > _LONG:
            return AskingRow(answer, self, way)
        if self._noted is not None and not (isinstance(way[-1], str) and way[-1] in _SAME):
            self._note(way, answer)
        return answer

    def stand_in(self, asked: Any, way: Way) -> Any:
        """What stands for something that is asked further; what all pages begin with is called the same."""
        root = self._roots.get(type(asked))
        return root if root and root._real is asked else Asking(asked, self, way)

    def all_of(self, way: Way, answer: Iterator[Any]) -> Iterator[Any]:
        """See ``asking.Notes``."""
        found = tuple(answer)
        self.told(way, found, attribute=False)
        return iter(found)

    def _note(self, way: Way, answer: Any) -> None:
        assert self._noted is not None
        try:
            key = self.questions.key(way)
            asked = self._own.get(way[0], self._asked)
            said, digest = asked.get(key) or asked.setdefault(key, self._said(way, answer))
        except (NotSaid, NoDigest):
            self.whole = False
        else:
            self._noted[said] = digest

    def _said(self, way: Way, answer: Any) -> tuple[str, str]:
        said = self.questions.said(way)
        return said, self._known.get(said) or self._digest(said, answer)

    def _digest(self, said: str, answer: Any) -> str:
        digest = self._digests.of(answer).hex()
        if not said.startswith(f'["{OWN}'):
            self._known[said] = digest
        return digest

    def holds(self, noted: Mapping[str, str]) -> bool:
        """Whether the answers are still those that were noted."""
        try:
            return all(self._now(said) == digest for said, digest in noted.items())
        except (LookupError, AttributeError, TypeError, ValueError, NotSaid, NoDigest):
            return False

    def _now(self, said: str) -> str:
        return self._known.get(said) or self._digest(said, self.questions.answer(said))
