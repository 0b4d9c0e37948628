"""A correction's page: what was wrong, what is right, and why."""

from __future__ import annotations

from gongkai.records.types.correction import Correction
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site

SHOWS = Correction

#: fields with a part of the page of their own
_APART = {"原文", "更正后", "原因"}


class CorrectionView(common.RecordView):
    """The old words, the new ones and the reason are the record's own."""

    record: Correction


def view(site: Site, record: Correction) -> CorrectionView:
    rows = [row for row in metadata(site, record) if row[0] not in _APART]
    return CorrectionView(**common.base(site, record, rows), record=record)
