"""The package's own source, parsed once for all tests that read it, and not before one of them runs.

Every process of a run collects all tests: what a module works out as it is imported is paid by each of them.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

HOOKS = Path(__file__).parents[1] / "hooks"


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Everything in a tree, gone through once for all who look for something in it."""
    return tuple(ast.walk(tree))


@cache
def trees() -> dict[str, ast.Module]:
    """Path below ``hooks`` → its tree, in order of the paths."""
    return {
        path.relative_to(HOOKS).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(HOOKS.rglob("*.py"))
    }
