"""When a record last changed, as readers may know it."""

from __future__ import annotations

import datetime as dt

from gongkai.records.base import ContentRecord


def last_change(record: ContentRecord, today: dt.date) -> dt.date:
    """The newest of the day of publication and its 更新说明; a note dated in the future is not made yet."""
    return max([record.published, *(note.date for note in record.updates if note.date <= today)])
