"""Two versions of a policy beside one another, article by article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.column.versions import Version
from gongkai.common.said_days import cn_date
from gongkai.records.types.policy import Policy
from gongkai.render.frame.links import Crumbs
from gongkai.render.records.views import common, versions
from gongkai.render.records.views.pairs import Compared, Stretch
from gongkai.render.records.views.version import crumbs
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text.compare import compare


@dataclass(frozen=True, kw_only=True)
class ComparisonView(View):
    """What became of every article from one version to the next."""

    TEMPLATE = "records/comparison.html"

    record: Policy
    crumbs: Crumbs
    old_begins: dt.date
    new_begins: dt.date
    #: whether the newer one has not begun
    coming: bool
    old_href: str
    new_href: str
    by: Markup
    #: (word, how many articles)
    counts: list[tuple[str, int]]
    missing: list[versions.MissingRow]
    #: whether headings of chapters stand between the articles
    chaptered: bool
    stretches: list[Stretch]


def comparison_view(site: Site, old: Version, new: Version) -> ComparisonView:
    """The comparison of a version with the one before it, on its page."""
    url = new.comparison
    href = site.links.href
    before, after = old.text.governing, new.text.governing
    compared = Compared(before, after, compare(before, after, by_number=True))
    step = (f"{cn_date(new.begins)}起", href(url, new.url))
    return ComparisonView(
        record=new.policy,
        crumbs=crumbs(site, new.policy, url, step, ("和前一次对比", None)),
        old_begins=old.begins,
        new_begins=new.begins,
        coming=new.begins > site.facts.register.today,
        old_href=href(url, old.url),
        new_href=href(url, new.url),
        by=common.joined([versions.by_words(site, each, url) for each in new.by]),
        counts=compared.counts,
        missing=versions.missing_rows(site, new, url),
        chaptered=compared.chaptered,
        stretches=compared.stretches,
    )
