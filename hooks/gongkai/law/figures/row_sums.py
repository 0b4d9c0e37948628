"""What two columns of rows add up to, month by month and unit by unit: cases of figures that rows hold."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from gongkai.law.figures.case import Case
from gongkai.law.figures.context import Context
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import DatasetKind

#: (year, month, name of the unit in the row) → what a column adds up to
Sums = dict[tuple[int, int, str], Counter[str]]


def cases_of_rows(
    context: Context, kind: DatasetKind, counted: str, whole: str | None = None
) -> Iterator[Case]:
    """A case for each month and unit of the public datasets of a kind.

    It counts the sum of the column ``counted`` of that of ``whole``, or of the rows for ``EACH_ROW``;
    without one it weighs what it counts. Days that have not come are left out, and so are months in
    which there was nothing.
    """
    for dataset in context.register.public(Dataset):
        if dataset.kind is not kind:
            continue
        for (year, month, name), sums in sorted(_by_month(context, dataset).items()):
            part = sums[counted]
            if all_of := part if whole is None else sums[whole]:
                yield Case(
                    dataset,
                    dt.date(year, month, 1),
                    counted=part,
                    units=context.named((name,)) or context.units_of(dataset),
                    whole=all_of,
                    label=f"{year}年{month}月{name}",
                    note=_note(counted, part, whole, all_of),
                )


def _note(counted: str, part: int, whole: str | None, all_of: int) -> str:
    if whole is None:
        return f"{counted} {part}"
    return f"{whole or '登记'} {all_of}，{counted} {part}"


def _by_month(context: Context, dataset: Dataset) -> Sums:
    found: Sums = {}
    today = context.today.isoformat()
    for table in context.register.tables_of(dataset):
        for (day, name), columns in table.sums.items():
            date = _day(day, table.year)
            if date is not None and date.isoformat() <= today:
                # halves of an hour are not told: a figure counts whole ones
                found.setdefault((date.year, date.month, name), Counter()).update(
                    {column: int(number) for column, number in columns.items()}
                )
    return found


def _day(written: str, year: int) -> dt.date | None:
    """The day of a row; the first of its file's year where no column tells one, None where it is none."""
    try:
        return dt.date.fromisoformat(written) if written else dt.date(year, 1, 1)
    except ValueError:
        return None
