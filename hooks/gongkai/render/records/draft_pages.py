"""The page of every draft beside what came of it, below its consultation.

Nothing else says what became of an article and of what people said of it, so the page is its own for
machines that search, and in the site map. Search of the column leads to the consultation, which has
the same opinions, and to the policy: a third result with their words would stand in the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from gongkai.column import drafts
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.policy import Policy
from gongkai.render.facts import Facts
from gongkai.render.frame.navigation import section_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import part_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import MapEntry, Part
from gongkai.render.records.views.draft_comparison import draft_view
from gongkai.render.site import Site


def planned(site: Site) -> Iterator[Planned]:
    """A page for each consultation whose draft and what came of it are both texts in articles."""
    for record, policy in _found(site.facts):
        yield Planned(drafts.address(record), section_of(record), partial(_page, site, record, policy))


def _found(facts: Facts) -> Iterator[tuple[Consultation, Policy]]:
    known = drafts.finals(facts.register)
    for record in facts.register.public(Consultation):
        if record.id in known:
            yield record, known[record.id]


def _page(site: Site, record: Consultation, policy: Policy) -> Page:
    url = drafts.address(record)
    words = f"{policy.title}（草案和定稿逐条对照）"
    draft = record.drafted
    assert draft, "only a draft in articles is compared"
    return Page(
        url=url,
        section=section_of(record),
        title=title_of(site.links, words),
        head=part_head(site.facts, url, f"{words}：每一条改了什么，收到什么意见，采纳没有，为什么"),
        content=site.templates.filled(draft_view(site, record, policy, draft), url),
        body_class="draft-comparison",
    )


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """Each with the day on which its last part came: the draft, what came of it, or the answer."""
    for record, policy in _found(facts):
        yield drafts.address(record), max(map(facts.register.last_change, (record, policy)))


PART = Part(planned, in_map=_in_map)
