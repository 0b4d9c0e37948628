"""The kept texts made anew after a change: what was chosen before stays while it still shows something."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from template_contract.contracts import GLOBALS, Contract
from template_contract.coverage import Noting, Place
from template_contract.golden import chosen_in, kept, loaded, text_of, unseen
from template_contract.pages import Chosen, Page, others, retold
from template_contract.walker import Walker

#: pages that pass no new place and yet show an order: two entries of one day
ALSO = {"lists.log": [{"view.events.0.day": "今天", "view.events.1.day": "今天"}]}


@dataclass
class Renewal:
    """All templates with what is known of them; ``before``: name → the text that is kept now."""

    environment: Noting
    found: dict[str, tuple[Contract, Page]]
    before: Mapping[str, str]
    #: the places that no page passes so far
    wanted: set[Place] = field(default_factory=set)
    #: name → the usual page, and those beside it that pass a further place
    pages: dict[str, list[Chosen]] = field(default_factory=dict)

    def renewed(self, names: Collection[str]) -> Iterator[tuple[str, str]]:
        """(name, text) of each of the names: first what was chosen before, then what is still to be seen.

        Searching is slow and remembering quick, so all are remembered before anything is searched for.
        """
        usual = [page.passed for _, page in self.found.values()]
        self.wanted = self.environment.places.difference(*usual)
        for name in self.order:
            self.pages[name] = [({}, self.found[name][1]), *self._remembered(name)]
        for name in self.order:
            if name in names:
                yield name, self._text(name)

    @property
    def order(self) -> list[str]:
        """The smallest first: what several show is kept where it is easiest read."""
        return sorted(self.found, key=lambda name: (len(self.found[name][1].asked), name))

    @property
    def unseen(self) -> str:
        """The places that are left, counted by template."""
        return unseen(self.environment, self.environment.places - self.wanted)

    def _remembered(self, name: str) -> Iterator[Chosen]:
        for choices in chosen_in(self.before.get(name, "")):
            try:
                chosen, found = retold(self.environment, *self.found[name], choices)
            except LookupError:  # no such value is asked for any more
                continue
            if found.passed & self.wanted:
                self.wanted -= found.passed
                yield chosen, found

    def _text(self, name: str) -> str:
        contract, usual = self.found[name]
        known = self.pages[name]
        walker = Walker(GLOBALS, environment=self.environment)
        walker.check(contract.template, contract.names)
        here = {place for place in self.wanted if place[0] in walker.reached}
        for chosen, found in others(self.environment, contract, known, here):
            self.wanted -= found.passed
            known.append((chosen, found))
        also = [retold(self.environment, contract, usual, choices) for choices in ALSO.get(name, ())]
        return text_of(self.environment, contract, usual, [*known[1:], *also])


def renewal(overrides: Path, before: Mapping[str, str]) -> Renewal:
    """Everything ready to be renewed."""
    environment = loaded(overrides)
    return Renewal(environment, kept(environment, overrides), before)
