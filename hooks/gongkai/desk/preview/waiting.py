"""What is found with drafts as if public, and without them → what stops publishing now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gongkai import pipeline
from gongkai.common.problems import Level, Problem
from gongkai.law import checking

#: what is added to a problem that a draft makes, in whatever file, and to one that a draft mends
_CAUSED = "（草稿引起的：草稿公布以前不妨碍发布）"
_EASED = "（草稿公布以后就没有了，现在妨碍发布）"


@dataclass(frozen=True)
class Told:
    """Problems as a preview tells them."""

    problems: Sequence[Problem]
    #: those of them that must be mended before drafts are published, and stop nothing else
    waits: frozenset[Problem]
    #: whether without drafts anything is wrong with which nothing can be published
    stops: bool


def told(found: Iterable[Problem], plain: Sequence[Problem]) -> Told:
    """``found`` with drafts as if public, ``plain`` as a build finds it; what waits says so."""
    now, known = {_key(each) for each in plain}, set[tuple[str, str, str]]()
    here: list[Problem] = []
    caused: list[Problem] = []
    for each in found:
        known.add(_key(each))
        if _key(each) in now:
            here.append(each)
        elif each.rule != pipeline.REGISTERED:  # a draft is registered when it is published
            (caused if stopping(each) else here).append(_saying(each, _CAUSED))
    left = [each for each in plain if _key(each) not in known and stopping(each)]
    eased = [each if each.rule == pipeline.REGISTERED else _saying(each, _EASED) for each in left]
    return Told([*here, *caused, *eased], frozenset(caused), any(map(stopping, plain)))


def stopping(problem: Problem) -> bool:
    """Whether nothing can be published with it."""
    return problem.level is Level.ERROR and problem.rule != checking.COMING


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.rule, problem.message


def _saying(problem: Problem, words: str) -> Problem:
    return replace(problem, message=problem.message.rstrip("。") + words) if stopping(problem) else problem
