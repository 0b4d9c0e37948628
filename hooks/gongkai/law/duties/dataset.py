"""数据集更新: a dataset is brought up to date, or looked through, once in its cycle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_count
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import UpdateCycle

RULE = "dataset-update"
NEEDS = {"宽限日": as_count}
#: days that a cycle lasts; seven working days are at most eleven, holidays are in the grace
_DAYS = {
    UpdateCycle.WEEKDAYS: 11,
    UpdateCycle.MONTHLY: 31,
    UpdateCycle.QUARTERLY: 92,
    UpdateCycle.HALF_YEARLY: 184,
    UpdateCycle.YEARLY: 366,
    UpdateCycle.ON_CHANGE: 366,
}


def last_day(dataset: Dataset) -> dt.date:
    """The last day for the next 更新日期."""
    return dataset.updated_on + dt.timedelta(days=_DAYS[dataset.cycle])


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a public dataset: its next update."""
    return (of_dataset(terms, dataset) for dataset in terms.register.public(Dataset))


def of_dataset(terms: Terms, dataset: Dataset) -> Duty:
    """What one dataset owes next."""
    due = last_day(dataset)
    title = f"更新或核对数据集“{dataset.title}”（{dataset.cycle}）"
    return terms.duty("dataset-update", dataset, title, due=due, part=f"{due}")
