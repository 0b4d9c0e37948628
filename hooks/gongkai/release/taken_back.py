"""A checked column, and the site it is to replace → what readers were shown and would miss, unsaid."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.gate.forgotten import forgotten
from gongkai.release import kept_registers
from gongkai.release.state import State
from gongkai.settings import Settings


@dataclass(frozen=True)
class TakenBack:
    """What ``scripts/check --changed`` would say against the tree that the public site was made of."""

    problems: tuple[Problem, ...] = ()
    #: with what it was compared, in words
    public: str = ""

    @property
    def stops(self) -> bool:
        """True where something public would go in silence; what was said to be meant is only told."""
        return any(each.level is Level.ERROR for each in self.problems)

    @property
    def why(self) -> str:
        """How the run ends, and what is to be done instead."""
        return (
            f"与{self.public}相比，公布过的没有了，或者改回去了，没有写去向（上面“登记的每一行”各条）。\n"
            "公布过的不能用 git revert 收回：先把那次退回再退回去（git revert 它），"
            "再用 scripts/undo 更正、撤下、改名，见编辑手册“公布以后”。\n"
            "要看的是另一个分支、不是要公布的，用 --site-dir 放在另一个文件夹。\n"
            "没有发布；原来的网站没有改动。"
        )


def taken_back(settings: Settings, now: Register, state: State) -> TakenBack:
    """Nothing where no site was made public from here, so that a first one can be."""
    found = kept_registers.of_public(state)
    if found is None:
        return TakenBack()
    public, folder = found
    before, _ = pipeline.read(replace(settings, root=folder))
    return TakenBack(tuple(sorted(forgotten(before, now), key=lambda each: each.order)), public)
