"""Changes → what the check would say that it does not say today, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai import pipeline
from gongkai.common.problems import Level, Problem
from gongkai.desk.mending import Change, write
from gongkai.desk.mending.planning import second_tree
from gongkai.pipeline import Checked
from gongkai.settings import Settings


@dataclass(frozen=True)
class Tried:
    """What would be wrong that is right today, and every error there would be, old ones among them."""

    problems: tuple[Problem, ...]
    errors: tuple[Problem, ...]
    #: the column as it is then
    checked: Checked

    @property
    def stops(self) -> bool:
        return any(each.level is Level.ERROR for each in self.problems)


def tried(settings: Settings, before: Sequence[Problem], changes: Sequence[Change]) -> Tried:
    """The changes made in a second tree, and checked there."""
    known = {(each.rule, each.path, each.message) for each in before}
    with second_tree(settings.root) as second:
        write(second, changes)
        checked = pipeline.check(replace(settings, root=second))
    after = checked.problems
    new = (each for each in after if (each.rule, each.path, each.message) not in known)
    errors = tuple(each for each in after if each.level is Level.ERROR)
    return Tried(tuple(each for each in new if each.level is not Level.NOTICE), errors, checked)
