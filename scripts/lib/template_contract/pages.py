"""A page of a template with values that are all different, and pages that show its other branches."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from template_contract.contracts import Contract
from template_contract.coverage import Noting, Place
from template_contract.outline import outline
from template_contract.standins import TODAY, Length, Made, Same

#: path → what stands there instead of the usual
Choices = Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """What was rendered, what else could be chosen, the places that were passed."""

    html: str
    paths: Mapping[str, str]
    asked: Mapping[str, list[Any]]
    passed: frozenset[Place]

    @cached_property
    def lines(self) -> list[str]:
        """What stands where; most pages are only a step to another, whose lines nobody asks for."""
        return outline(self.html, self.paths)


#: what was chosen, and the page it makes
Chosen = tuple[Choices, Page]


def page(environment: Noting, contract: Contract, chosen: Choices) -> Page:
    """The template rendered with all values different, but for what is chosen."""
    made, html = _rendered(environment, contract, chosen)
    return Page(html, made.paths, made.asked, frozenset(environment.passed))


def _rendered(environment: Noting, contract: Contract, chosen: Choices) -> tuple[Made, str]:
    made = Made(chosen, environment.compared)
    names = {name: made.make(kind, name) for name, kind in contract.names.items()}
    ours = {"href": "→{}".format, "asset": "asset:{}".format, "today": TODAY}
    names |= {name: value for name, value in ours.items() if name in names}
    environment.passed.clear()
    return made, environment.get_template(contract.template).render(names)


def others(
    environment: Noting, contract: Contract, known: Iterable[Chosen], wanted: set[Place], depth: int = 3
) -> Iterator[Chosen]:
    """Pages beside those ``known`` that pass places still ``wanted``; each place is taken out once passed."""
    queue = [*known]
    usual = queue[0][1]
    while queue and wanted:
        chosen, before = queue.pop(0)
        if len(chosen) >= depth:
            continue
        deciding = set().union(*(environment.decides(place) for place in wanted))
        for found in _passing(environment, contract, _more(chosen, before, deciding), wanted):
            queue.append(found)
            yield found
    for place in sorted(wanted):
        if place in wanted:
            pairs = _pairs(environment, contract, usual, environment.decides(place))
            yield from _passing(environment, contract, pairs, wanted)


def _passing(
    environment: Noting, contract: Contract, choices: Iterable[Choices], wanted: set[Place]
) -> Iterator[Chosen]:
    """The pages of choices that pass a place still wanted."""
    for more in choices:
        try:
            _rendered(environment, contract, more)
        except Exception:  # such a value cannot stand there: the template takes it for granted
            continue
        if environment.passed & wanted:
            found = page(environment, contract, more)
            wanted -= found.passed
            yield more, found
        if not wanted:
            return


def _pairs(environment: Noting, contract: Contract, usual: Page, deciding: set[str]) -> Iterator[Choices]:
    """Two choices of which the first shows nothing by itself: of the names in the conditions of one place."""
    for first in _more({}, usual, deciding):
        try:
            before = page(environment, contract, first)
        except Exception:  # as above
            continue
        yield from (more for more in _more(first, before, deciding) if len(more) > len(first))


def _more(chosen: Choices, before: Page, deciding: set[str]) -> Iterator[Choices]:
    """One choice more, of those that decide."""
    for path, values in before.asked.items():
        name = next(part for part in reversed(re.split(r"\.|\(.*\)", path)) if part and not part.isdecimal())
        if name in deciding:
            yield from (
                {**chosen, path: value} for value in values if path not in chosen or value != chosen[path]
            )


def told(value: Any) -> str:
    """What was chosen, in words."""
    if value is None:
        return "无"
    if isinstance(value, Length):
        return f"{value.length} 项"
    if isinstance(value, dt.date):
        return "今天" if value == TODAY else "已过"
    if isinstance(value, Same):
        return f"同 {value.path}"
    if isinstance(value, Enum):
        return str(value.value)
    return "否" if value is False else {"": "空", 0: "零"}.get(value, str(value))


def retold(environment: Noting, contract: Contract, usual: Page, choices: Mapping[str, str]) -> Chosen:
    """The page of choices given in words, and what they are."""
    chosen: dict[str, Any] = {}
    found = usual
    for path, words in choices.items():
        possible = {told(value): value for value in found.asked.get(path, [])}
        if words not in possible:
            raise LookupError(f"{contract.template} 没有 {path} = {words}")
        chosen = {**chosen, path: possible[words]}
        found = page(environment, contract, chosen)
    return chosen, found
