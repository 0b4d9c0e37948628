"""Findings: problems and the rules that looked for them, which every form of the report is made of."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.common.problems import Problem
from gongkai.records.types.standard import Standard


def by_words(problem: Problem) -> tuple[str, str, str]:
    """Problems of two revisions are the same by rule, file and message: lines may have moved."""
    return (problem.rule, problem.file, problem.message)


def by_place(problem: Problem) -> Hashable:
    """Problems of two days are the same by rule, file and key: messages may count days."""
    return (problem.rule, problem.path, problem.row, problem.at)


@dataclass(frozen=True)
class Change:
    """Two runs compared: what a change caused, what was there before it, what it mended."""

    base: str
    new: tuple[Problem, ...]
    kept: tuple[Problem, ...]
    mended: tuple[Problem, ...]

    @property
    def ordered(self) -> tuple[Problem, ...]:
        """All problems there are now, those the change caused first."""
        return (*self.new, *self.kept)


def compare(
    base: str,
    before: Sequence[Problem],
    now: Sequence[Problem],
    same: Callable[[Problem], Hashable] = by_words,
) -> Change:
    """What is in both runs and what in one only, by what makes two problems the ``same``."""
    left = Counter(map(same, before))
    new: list[Problem] = []
    kept: list[Problem] = []
    for problem in now:
        known = left[same(problem)] > 0
        left[same(problem)] -= known
        (kept if known else new).append(problem)
    mended = []
    for problem in before:
        if left[same(problem)] > 0:
            left[same(problem)] -= 1
            mended.append(problem)
    return Change(base, tuple(new), tuple(kept), tuple(mended))


@dataclass(frozen=True)
class Findings:
    """All problems of one run in their order, and the rules in force by id."""

    problems: Sequence[Problem]
    standards: Mapping[str, Standard]
    #: what of it came with a change; None where nothing was compared
    change: Change | None = None
    #: tell every place, also where many have one cause
    every: bool = False

    def marked(self) -> Iterator[tuple[Problem, str]]:
        """Every problem with a mark that stays its own when lines above it come or go.

        Problems alike in rule, file and message are told apart by their number.
        """
        seen: Counter[tuple[str, str, str]] = Counter()
        for problem in self.problems:
            alike = by_words(problem)
            text = "\x1f".join((*alike, str(seen[alike])))
            seen[alike] += 1
            yield problem, hashlib.sha256(text.encode()).hexdigest()[:32]


def whole(problem: Problem) -> str:
    """What is wrong, how to mend it, and on what it rests, as one paragraph."""
    parts = [_stop(problem.message), f"改法：{_stop(problem.fix)}"]
    if problem.basis:
        parts.append(f"依据：{_stop(problem.basis)}")
    return "".join(parts)


def _stop(sentence: str) -> str:
    return sentence if sentence.endswith(("。", "！", "？")) else sentence + "。"
