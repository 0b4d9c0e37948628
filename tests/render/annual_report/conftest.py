"""The report of 2020."""

from __future__ import annotations

import pytest

from gongkai.records.types.annual_report import AnnualReport

from .as_issued import DATA, PROJECT


@pytest.fixture
def report(small_column) -> AnnualReport:
    files = {DATA: (PROJECT / DATA).read_text("utf-8")}
    (found,) = small_column(files).public(AnnualReport)
    return found
