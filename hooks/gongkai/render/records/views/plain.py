"""Pages that show a record's own fields."""

from __future__ import annotations

from gongkai.records.base import ContentRecord
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site


def plain(site: Site, record: ContentRecord) -> common.RecordView:
    """A page that shows its text and, in a table, every field that says something."""
    return common.RecordView(**common.base(site, record, metadata(site, record)), record=record)
