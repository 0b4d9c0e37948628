"""The columns of open data as they were promised: new ones are entered, none is ever taken out here."""

from __future__ import annotations

import json
from pathlib import Path

from gongkai.exports.opendata.columns import columns
from gongkai.settings import PROJECT

FILE = "tests/exports/opendata/columns.json"

Columns = dict[str, list[str]]


def page(project: Path = PROJECT) -> str:
    """The whole file: what there is now, and behind it what is promised in ``project`` and there no more.

    So a column that is lost stays in the file, and its test fails until someone takes it out by hand.
    """
    return json.dumps(_with_promised(columns(), promised(project)), ensure_ascii=False, indent=1) + "\n"


def promised(project: Path = PROJECT) -> Columns:
    """The columns that the committed file promises; none where there is no file yet."""
    file = project / FILE
    found: Columns = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    return found


def _with_promised(now: Columns, before: Columns) -> Columns:
    names = dict.fromkeys((*now, *before))
    return {name: list(dict.fromkeys((*now.get(name, ()), *before.get(name, ())))) for name in names}
