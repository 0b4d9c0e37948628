"""Problems in the forms people and programs read them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gongkai.problems import Level, Problem, count


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
