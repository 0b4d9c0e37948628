"""What pages say of a dataset, counted while its rows pass: how many, the newest, the groups, the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gongkai.exports.datasets.groups import RowPages, divider, groups, word_of
from gongkai.exports.datasets.rows import Rows
from gongkai.exports.made import Cells, RowFile, RowGroup, Table

#: the newest rows, shown on the dataset's own page
NEWEST = 20


class Summary:
    """Takes note of a dataset's rows; years are added the oldest first."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        columns = rows.dataset.columns
        self._years: dict[int, int] = {}
        self._newest: list[Cells] = []
        self._words: dict[str, list[str]] = {columns[place].name: [] for place in rows.dataset.facets}
        self._groups: tuple[RowGroup, ...] = ()

    def add(self, year: int, rows: Sequence[Cells]) -> None:
        """Count the rows of a year, later than those before; keep its newest, its words and its groups."""
        if not rows:
            return
        dataset, register = self._rows.dataset, self._rows.register
        self._years = {year: len(rows), **self._years}
        self._newest = [*reversed(rows[-NEWEST:]), *self._newest][:NEWEST]
        for place in dataset.facets:
            words = self._words[dataset.columns[place].name]
            words[:] = sorted({*words, *{row[place] for row in rows}})
        counts = Counter(word_of(row, divider(dataset)) for row in rows)
        self._groups = (*groups(year, counts, dataset, register), *self._groups)

    def table(self, files: Sequence[RowFile], version: str) -> Table:
        """All of it, when every year was added; ``version`` is that of the files that a browser searches."""
        return table_of(self._rows, self._years, self._newest, self._groups, files, self._words, version)


def table_of(
    rows: Rows,
    years: dict[int, int],
    newest: Sequence[Cells],
    found: Sequence[RowGroup],
    files: Sequence[RowFile],
    words: dict[str, list[str]],
    version: str,
) -> Table:
    """A table with what its dataset says and a way to its rows put beside what was counted."""
    columns, place = rows.dataset.columns, divider(rows.dataset)
    return Table(
        columns=columns,
        divided_by=None if place is None else columns[place].name,
        count=sum(years.values()),
        years=years,
        newest=newest,
        groups=found,
        files=files,
        words=words,
        version=version,
        page=RowPages(rows).page,
        withdrawn=rows.withdrawn,
    )
