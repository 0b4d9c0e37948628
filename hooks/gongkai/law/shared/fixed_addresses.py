"""The addresses that the site itself takes: of its own pages, and of the lists of every type's records."""

from __future__ import annotations

from functools import cache

from gongkai.records import content_types
from gongkai.records.types.page import Page

#: folders and pages of the site that are no record's
FIXED = frozenset(
    {
        "a-z",
        "answers",
        "assets",
        "benefits",
        "calendar",
        "catalogue",
        "columns",
        "company",
        "concerns",
        "data",
        "domains",
        "duties",
        "en",
        "feeds",
        "files",
        "functions",
        "in-force",
        "leaders",
        "log",
        "person",
        "quality",
        "recordings",
        "retention",
        "rulebook",
        "search",
        "themes",
        "units",
        "waivers",
    }
)
ENGLISH_FIXED = frozenset({"contacts", "feed", "records", "search", "services"})


@cache
def taken() -> frozenset[str]:
    """FIXED, and the lists of every type's records: no address that moved."""
    own = {each.section() for each in content_types() if each is not Page}
    return FIXED | own
