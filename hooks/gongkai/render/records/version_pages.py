"""The pages of every version of a policy's text, and of each beside the one before it.

They are no pages of their own for machines that search: the policy's page stands for them, so they are
in neither index nor site map, and name it as canonical.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from gongkai.column.versions import Version
from gongkai.common.said_days import cn_date
from gongkai.render.facts import Facts
from gongkai.render.frame.navigation import section_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import title_of, version_head
from gongkai.render.frame.write import Planned
from gongkai.render.parts import MapEntry, Part
from gongkai.render.records.views import comparison, version, versions
from gongkai.render.site import Site
from gongkai.render.view import View


def planned(site: Site) -> Iterator[Planned]:
    """Two pages a version of every policy that has more than one; of the first only its text."""
    for policy in site.facts.register.policies:
        found = versions.found_for(site, policy)
        section = section_of(policy)
        if len(found) < 2:
            continue
        for each in found:
            yield Planned(each.url, section, partial(_text, site, each, section))
        for old, new in pairwise(found):
            yield Planned(new.comparison, section, partial(_comparison, site, old, new, section))


def _text(site: Site, each: Version, section: str) -> Page:
    words = f"{each.policy.title}（{cn_date(each.begins)}起的文字）"
    return _page(site, each, section, each.url, words, version.version_view(site, each))


def _comparison(site: Site, old: Version, new: Version, section: str) -> Page:
    words = f"{new.policy.title}（{cn_date(new.begins)}起的文字和以前的对比）"
    view = comparison.comparison_view(site, old, new)
    return _page(site, new, section, new.comparison, words, view)


def _page(site: Site, each: Version, section: str, url: str, words: str, view: View) -> Page:
    return Page(
        url=url,
        section=section,
        title=title_of(site.links, words),
        head=version_head(site.facts, each.policy, url, words),
        content=site.templates.filled(view, url),
        body_class="version" if url == each.url else "comparison",
    )


def _in_map(_: Facts) -> Iterator[MapEntry]:
    yield from ()


PART = Part(planned, in_map=_in_map)
