"""Problems → causes, each told once: those that differ in place and values only are folded.

The order is that of the work: what stops the build first, then what stops a release, then what
only reminds; within each, file by file and from the top down, so that an editor mends a file in
one go. A cause with many places is told with the first of them, each at its place among its file's
other problems, so that no file loses what is wrong only in it; then how many there are besides, and
where. The 依据 stands once, with the first problem of its rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.common.problems import Level, Problem

#: how many places of a cause are told; one more is not worth a line of its own
SHOWN = 5
#: more causes of one rule than this are no help: the rule is then one cause
CAUSES = 20
#: how many files the rest is said to be in
FILES = 3
_LEVELS = {level: place for place, level in enumerate(Level)}
#: what of a message is a value: quoted, a title, a path, a number
_VALUES = re.compile(r"“[^“”]*”|《[^《》]*》|[0-9A-Za-z_./:@%*#+〔〕-]+")
_MORE = "同样的问题还有"
Cause = tuple[str, Level, str]


@dataclass(frozen=True)
class Told:
    """A problem that is told, the one just above it if of the same cause, and what is left out after it."""

    problem: Problem
    above: Problem | None = None
    rest: str = ""

    def shorter(self) -> Problem:
        """The problem without what the one just above it has said already."""
        own, above = self.problem, self.above
        if above is None:
            return own
        message = "同上" if own.message == above.message else own.message
        return replace(own, message=message, fix="同上" if own.fix == above.fix else own.fix)


def told(problems: Iterable[Problem], *, every: bool = False) -> Iterator[Told]:
    """What is told one by one, in the order of the work; all of it with ``every``."""
    ordered = sorted(problems, key=lambda problem: _LEVELS[problem.level])
    if every:
        yield from map(Told, ordered)
        return
    causes = _causes(ordered)
    same: defaultdict[Cause, list[Problem]] = defaultdict(list)
    for problem, cause in zip(ordered, causes, strict=True):
        same[cause].append(problem)
    past: Counter[Cause] = Counter()
    above: tuple[Cause, Problem] | None = None
    for problem, cause in zip(ordered, causes, strict=True):
        past[cause] += 1
        number, alike = past[cause], same[cause]
        shown = len(alike) if len(alike) <= SHOWN + 1 else SHOWN
        if number <= shown:
            rest = _rest(alike[shown:]) if number == shown else ""
            yield Told(problem, above[1] if above and above[0] == cause else None, rest)
            above = (cause, problem)


def groups(problems: Sequence[Problem]) -> list[tuple[Problem, int]]:
    """Every cause by its first problem, with the number of its places."""
    same: dict[Cause, list[Problem]] = {}
    for problem, cause in zip(problems, _causes(problems), strict=True):
        same.setdefault(cause, []).append(problem)
    return [(alike[0], len(alike)) for alike in same.values()]


def lines(problems: Iterable[Problem], *, every: bool = False) -> Iterator[str]:
    """Every line for people; a 依据 is said with the first problem that rests on it."""
    said: set[tuple[str, str]] = set()
    for each in told(problems, every=every):
        basis = (each.problem.rule, each.problem.basis)
        problem = each.shorter()
        yield (replace(problem, basis="") if basis in said else problem).as_text()
        said.add(basis)
        if each.rest:
            yield f"    {each.rest}"


def folded(said: Iterable[str]) -> bool:
    """True where lines leave something out."""
    return any(line.startswith(f"    {_MORE}") for line in said)


def _causes(problems: Sequence[Problem]) -> list[Cause]:
    causes = [(each.rule, each.level, _VALUES.sub("…", each.message)) for each in problems]
    of_rule = Counter((rule, level) for rule, level, _ in dict.fromkeys(causes))
    return [cause if of_rule[cause[:2]] <= CAUSES else (*cause[:2], "") for cause in causes]


def _rest(problems: Sequence[Problem]) -> str:
    """How many more there are, and in which files."""
    if not problems:
        return ""
    files = Counter(problem.file for problem in problems)
    named = "、".join(f"{file} {count} 处" for file, count in list(files.items())[:FILES])
    more = f"等 {len(files)} 个文件" if len(files) > FILES else ""
    return f"{_MORE} {len(problems)} 处：{named}{more}"
