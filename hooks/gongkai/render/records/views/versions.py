"""What a page of an amended policy tells: its versions, what is not written into them, suspensions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.column.amendments import Amendment, Suspension, amended, amendments, suspended
from gongkai.column.changes import missing
from gongkai.column.versions import Version, version_on, versions
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.records.types.policy import Policy
from gongkai.render.records.views import common
from gongkai.render.site import Site

_DAY = dt.timedelta(days=1)
#: (kind of a chip, word) of a version on the day
_STATES = {"now": ("valid", "现行"), "past": ("", "以前"), "coming": ("not-yet", "将施行")}


@dataclass(frozen=True)
class VersionRow:
    """One version in the list: its days, who made it and what they changed, how it stands today."""

    begins: dt.date
    last: dt.date | None
    href: str
    comparison: str | None
    kind: str
    state: str
    by: Markup
    what: str
    unwritten: int
    here: bool


@dataclass(frozen=True)
class MissingRow:
    """Something known that is not in the text: by which document, its words, why."""

    by: Markup
    article: str
    words: str
    why: str


@dataclass(frozen=True)
class History:
    """Every version, the newest first; what the one shown does not have; suspensions."""

    rows: list[VersionRow]
    missing: list[MissingRow]
    suspended: list[Markup]
    #: whether the text shown was computed
    computed: bool
    #: how much of what comes after the version shown is not written in
    later: int
    #: the first day of the version that comes next, if it has not begun
    coming: dt.date | None


def found_for(site: Site, policy: Policy) -> tuple[Version, ...]:
    """Its versions, oldest first; nothing of a policy that no document changes, or that is closed."""
    register = site.facts.register
    return versions(register, policy) if amended(register, policy) and not policy.closed else ()


def shown_today(site: Site, policy: Policy) -> Version | None:
    """The version that its page shows; None: its text as it is."""
    return version_on(found_for(site, policy), site.facts.register.today)


def history(site: Site, shown: Version, url: str) -> History:
    """The list of versions as it stands on the page at ``url``, which shows one of them."""
    found = found_for(site, shown.policy)
    today = site.facts.register.today
    now, place = version_on(found, today), found.index(shown)
    next_ = found[place + 1] if place + 1 < len(found) and found[place + 1].begins > today else None
    stopped = suspended(amendments(site.facts.register, shown.policy))
    return History(
        rows=[_row(site, each, now, shown, url, at) for at, each in enumerate(found)][::-1]
        if len(found) > 1
        else [],
        missing=[row for version in found[: place + 1] for row in missing_rows(site, version, url)],
        suspended=[_suspension_row(site, each, url) for each in stopped],
        computed=any(each.changed for each in found[: place + 1]),
        later=sum(len(list(missing(version))) for version in found[place + 1 :]),
        coming=next_.begins if next_ else None,
    )


def _row(site: Site, version: Version, now: Version | None, shown: Version, url: str, at: int) -> VersionRow:
    today = site.facts.register.today
    ended = version.ends is not None and version.ends <= today
    state = "coming" if version.begins > today else "now" if version is now and not ended else "past"
    href = site.links.href
    return VersionRow(
        begins=version.begins,
        last=version.ends - _DAY if version.ends else None,
        href=href(url, version.url),
        comparison=href(url, version.comparison) if at else None,
        kind=_STATES[state][0],
        state=_STATES[state][1],
        by=common.joined([by_words(site, each, url) for each in version.by]),
        what="；".join(what(each) for each in version.by if what(each)),
        unwritten=len(list(missing(version))),
        here=version is shown and url == version.url,
    )


def by_words(site: Site, amendment: Amendment, url: str) -> Markup:
    """The amending document by its 文号, with the article that says so."""
    other = amendment.by
    link = common.link(site.links.href(url, other.url), other.number or in_marks(other.title))
    return link + (amendment.relation.article or "")


def what(amendment: Amendment) -> str:
    """What an amendment does, in a few words."""
    done = "，".join(each.words for each in amendment.operations)
    return done or amendment.relation.note or ""


def missing_rows(site: Site, version: Version, url: str) -> list[MissingRow]:
    """What is known to make this version and not written into it."""
    return [
        MissingRow(by_words(site, each.by, url), each.article, each.words, each.why)
        for each in missing(version)
    ]


def _suspension_row(site: Site, each: Suspension, url: str) -> Markup:
    places = "、".join(at.words for at in each.at) or "全文"
    return Markup("{}{}").format(places, suspension_words(site, each, url))


def suspension_words(site: Site, each: Suspension, url: str) -> Markup:
    """From when to when something is not carried out, and by what."""
    link = common.link(site.links.href(url, each.by.url), each.by.number or in_marks(each.by.title))
    until = f"至{cn_date(each.last)}" if each.last else ""
    will = "将" if each.begins > site.facts.register.today else ""
    return Markup("自{}起{}{}停止执行，依据{}").format(cn_date(each.begins), until, will, link)
