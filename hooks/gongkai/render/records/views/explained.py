"""The articles that an interpretation explains, in the text shown today: where each stands, if it changed.

An interpretation speaks of the text that it was published with. An amendment may give its articles other
numbers and other words; beside those of today it would say something false.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.column.changes import since
from gongkai.column.versions import Version, version_on
from gongkai.common.said_days import cn_date
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.render.records.views import versions
from gongkai.render.site import Site
from gongkai.text import article_id


@dataclass(frozen=True)
class Explained:
    """What an interpretation explains of one policy.

    ``known``: the ids of the articles of the page; ``places``: from those of the text it speaks of to those
    of today and the day from which they read otherwise, None where the text was never amended.
    """

    known: frozenset[str]
    places: Mapping[str, tuple[str, dt.date | None]] | None

    def id(self, article: str) -> str | None:
        """The id on the page today of 第三条; None where no such article is left."""
        named = article_id(article)
        if self.places is None or named is None:
            return named if named in self.known else None
        return self.places[named][0] if named in self.places else None

    def changed(self, article: str) -> str:
        """（2027年3月1日起已修改，…）: what a reader has to know of it, "" where it reads as it did."""
        named = article_id(article)
        if self.places is None or named is None:
            return ""
        if named not in self.places:
            return "（已删去，讲的是以前的文字）"
        day = self.places[named][1]
        return f"（{cn_date(day)}起已修改，讲的是以前的文字）" if day else ""


def explained(site: Site, policy: Policy, interpretation: Interpretation) -> Explained:
    known = frozenset(site.facts.articles(policy))
    found = versions.found_for(site, policy)
    shown = version_on(found, site.facts.register.today)
    if shown is None:
        return Explained(known, None)
    base = _spoken_of(site, found, interpretation)
    return Explained(known, since([each for each in found if each.begins <= shown.begins], base))


def _spoken_of(site: Site, found: tuple[Version, ...], interpretation: Interpretation) -> Version:
    """The version of its day, or the one that a document it also explains has made."""
    documents = {each.id for each in site.facts.register.policies_of(interpretation)}
    made = [each for each in found if documents & {by.by.id for by in each.by}]
    then = version_on(found, interpretation.published_on)
    return made[-1] if made else then or found[0]
