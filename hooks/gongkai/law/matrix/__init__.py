"""Norms × units → who owes what, and where each stands: all are asked, also who never began."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.column.register import Register
from gongkai.law.duties.terms import calendar_of
from gongkai.law.matrix.cell import Cell, Matrix
from gongkai.law.matrix.dated import as_duties
from gongkai.law.matrix.evaluating import evaluate
from gongkai.records.types.standard import Standard

__all__ = ["Cell", "Matrix", "as_duties", "evaluate", "matrix_of"]

#: the standard whose parameter says how many days before its day something counts as 临期
RULE, SOON = "duty-silent", "临期天数"


def matrix_of(register: Register, standards: Mapping[str, Standard]) -> Matrix:
    """The matrix on the register's day, by the rules of the column; empty where its rule has ended."""
    written = standards.get(RULE)
    rule = written.on(register.today) if written else None
    if rule is None or not rule.parameters.get(SOON, "").isdecimal():
        return Matrix()
    return evaluate(register, calendar_of(standards), rule.number(SOON))
