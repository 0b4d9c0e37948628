"""Problems as lines for people, and as JSON with the totals."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gongkai.problems import Level, Problem, count
from gongkai.report.finding import Change, Findings


def as_text(problems: Sequence[Problem]) -> str:
    """Every problem on its own line with its 依据, and the totals at the end."""
    lines = [problem.as_text() for problem in problems]
    found = count(problems)
    total = "、".join(f"{level.value} {found[level.code]}" for level in Level)
    lines.append(f"共 {len(problems)} 处：{total}" if problems else "检查通过：没有发现问题")
    return "\n".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """``{"problems": […], "counts": {…}}``."""
    found = {"problems": [problem.as_dict() for problem in problems], "counts": count(problems)}
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_text_of(findings: Findings) -> str:
    """The same; of a change, what it caused first, then what was there before, then what it mended."""
    change = findings.change
    if change is None:
        return as_text(findings.problems)
    parts = [
        *_section(f"这次改动（与 {change.base} 相比）带来的问题：{len(change.new)} 处", change.new),
        *_section(f"改动以前就有的问题：{len(change.kept)} 处", change.kept),
        f"这次改动解决了 {len(change.mended)} 处问题{_where(change)}",
        as_text(findings.problems).rpartition("\n")[2],
    ]
    return "\n".join(parts)


def _section(title: str, problems: Sequence[Problem]) -> list[str]:
    return [title, *(problem.as_text() for problem in problems), ""]


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
        "counts": count(findings.problems),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)
