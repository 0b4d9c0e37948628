"""The page of one version of a policy's text: what held from one day to another, marked with what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.column.versions import Version, version_on
from gongkai.common.said_days import cn_date
from gongkai.records.types.correction import Correction
from gongkai.records.types.policy import Policy
from gongkai.render.contents import Contents, contents, laid_out
from gongkai.render.frame.links import Crumbs
from gongkai.render.records.views import article_marks, common, earlier, versions
from gongkai.render.records.views.two_rows import Rows, two_rows
from gongkai.render.site import Site
from gongkai.render.view import View


@dataclass(frozen=True, kw_only=True)
class VersionView(View):
    """A version with its days, and whether it holds today or has not begun."""

    TEMPLATE = "records/version.html"

    record: Policy
    crumbs: Crumbs
    begins: dt.date
    last: dt.date | None
    now: bool
    coming: bool
    comparison: str | None
    metadata: list[tuple[str, Markup]]
    body: Markup
    history: versions.History
    #: of the text as published, which every version is made of, the newest first
    corrections: list[Correction]

    @property
    def details(self) -> tuple[Rows, Rows]:
        """Who and when, and what else is known, for a fold."""
        return two_rows(self.metadata)

    @property
    def contents(self) -> Contents | None:
        """The contents of its text, where that is long."""
        return contents(self.body)


def version_view(site: Site, version: Version) -> VersionView:
    """The version on its own page."""
    policy, url = version.policy, version.url
    html = site.bodies.html(policy, url, version.body)
    return VersionView(
        record=policy,
        crumbs=crumbs(site, policy, url, (f"{cn_date(version.begins)}起", None)),
        begins=version.begins,
        last=version.ends - dt.timedelta(days=1) if version.ends else None,
        now=_now(site, version),
        coming=version.begins > site.facts.register.today,
        comparison=site.links.href(url, version.comparison) if version.by else None,
        metadata=_metadata(site, version),
        body=laid_out(html, article_marks.marks(site, version, url)),
        history=versions.history(site, version, url),
        corrections=site.facts.register.corrections_of(policy)[::-1],
    )


def crumbs(site: Site, policy: Policy, url: str, *steps: tuple[str, str | None]) -> Crumbs:
    """The way to a page below a policy's own."""
    own = (common.crumb_label(policy), site.links.href(url, policy.url))
    return [*site.links.section_crumbs(policy, url), own, *steps]


def _now(site: Site, version: Version) -> bool:
    today = site.facts.register.today
    found = versions.found_for(site, version.policy)
    return version_on(found, today) is version and version.holds_on(today)


def _metadata(site: Site, version: Version) -> list[tuple[str, Markup]]:
    policy, url = version.policy, version.url
    by = common.joined([versions.by_words(site, each, url) for each in version.by])
    rows = [
        ("发文字号", Markup("{}").format(policy.number or "")),
        ("发文机关", common.unit_links(site, url, policy.issuers)),
        ("成文日期", common.day(policy.made_on)),
        ("修改依据", by),
    ]
    return [(label, value) for label, value in [*rows, *earlier.detail(site, policy, url)] if value]
