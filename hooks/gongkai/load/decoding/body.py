"""Text below the front matter → problems where it would keep a Markdown reader busy for hours."""

from __future__ import annotations

from gongkai.common.problems import Problem
from gongkai.load.rules import problem

#: Open square brackets in one paragraph; the time to read them grows with their square.
MAX_OPEN = 100
#: Never-closed square brackets in one file.
MAX_LOST = 1_000


def check_brackets(body: str, path: str, body_line: int) -> list[Problem]:
    """A problem when square brackets are opened over and over and not closed."""
    if body.count("[") <= MAX_OPEN:
        return []
    depth = lost = 0
    for number, line in enumerate(body.split("\n"), body_line):
        if not line.strip():
            lost, depth = lost + depth, 0
            continue
        for char in line:
            if char == "[":
                depth += 1
            elif char == "]" and depth:
                depth -= 1
            if depth > MAX_OPEN or lost + depth > MAX_LOST:
                message = f"第 {number} 行有大量没有对应 ] 的方括号 [，无法排版"
                return [problem("brackets", path, message, "补上对应的 ]，或删去多余的 [", number)]
    return []
