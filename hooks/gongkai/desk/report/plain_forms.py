"""Problems → lines for people, and JSON with the totals."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gongkai.common.problems import Level, Problem, count
from gongkai.desk.report.finding import Change, Findings
from gongkai.desk.report.grouping import folded, groups, lines
from gongkai.load.rules import NAMES

#: of reading a record: behind such a fault nothing else is seen; where a file stands is judged apart
_VALIDATING = {"missing-key", "unknown-key", "field-value", "field-shape"}
_READING = (NAMES.keys() | _VALIDATING) - {"same-address", "name-collision"}


def as_text(problems: Sequence[Problem], *, every: bool = False) -> str:
    """What is wrong, a line a place, one cause told once (``grouping``), and the totals at the end."""
    said = list(lines(problems, every=every))
    return "\n".join([*said, _total(problems, folded(said))])


def _total(problems: Sequence[Problem], folded: bool) -> str:
    if not problems:
        return "检查通过：没有发现问题"
    found = count(problems)
    total = "、".join(f"{level.value} {found[level.code]}" for level in Level)
    more = "。同样的问题只列出前几处，全部列出：scripts/check --all" if folded else ""
    return f"共 {len(problems)} 处：{total}{more}{_unread(problems)}"


def _unread(problems: Sequence[Problem]) -> str:
    """That records were not understood: no rule but those of reading has looked at them yet."""
    faults = (each for each in problems if each.level is Level.ERROR and each.rule in _READING)
    files = {each.path for each in faults if each.path.endswith((".md", ".yml"))}
    return f"。有 {len(files)} 份文件没有读懂，改好以后请再检查一次，才看得出里面别的问题" if files else ""


def as_json(problems: Sequence[Problem]) -> str:
    """``{"problems": […], "counts": {…}, "groups": […]}``; every problem, and each cause with its number."""
    found = {"problems": [problem.as_dict() for problem in problems], **_sums(problems)}
    return json.dumps(found, ensure_ascii=False, indent=2)


def _sums(problems: Sequence[Problem]) -> dict[str, object]:
    causes = [{**first.as_dict(), "count": number} for first, number in groups(problems)]
    return {"counts": count(problems), "groups": causes}


def as_text_of(findings: Findings) -> str:
    """The same; of a change, what it caused first, then what was there before, then what it mended."""
    change, every = findings.change, findings.every
    if change is None:
        return as_text(findings.problems, every=every)
    new, kept = list(lines(change.new, every=every)), list(lines(change.kept, every=every))
    return "\n".join(
        [
            f"这次改动（与 {change.base} 相比）带来的问题：{len(change.new)} 处",
            *new,
            "",
            f"改动以前就有的问题：{len(change.kept)} 处",
            *kept,
            "",
            f"这次改动解决了 {len(change.mended)} 处问题{_where(change)}",
            _total(findings.problems, folded([*new, *kept])),
        ]
    )


def _where(change: Change) -> str:
    """The files it mended, each once."""
    paths = list(dict.fromkeys(problem.file for problem in change.mended))
    return f"：{'、'.join(paths)}" if paths else ""


def as_json_of(findings: Findings) -> str:
    """The same; of a change, each problem says whether it is ``new``, and ``mended`` lists what is gone."""
    change = findings.change
    if change is None:
        return as_json(findings.problems)
    told = [
        *({**problem.as_dict(), "new": True} for problem in change.new),
        *({**problem.as_dict(), "new": False} for problem in change.kept),
    ]
    found = {
        "base": change.base,
        "problems": told,
        "mended": [problem.as_dict() for problem in change.mended],
        **_sums(findings.problems),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
