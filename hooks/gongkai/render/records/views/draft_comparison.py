"""The draft of a consultation beside what came of it, with what people said of each article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.column import drafts
from gongkai.column.register import Standing
from gongkai.column.versions import version_on
from gongkai.records.types.consultation import ArticleOpinion, Consultation, Feedback, Refusal
from gongkai.records.types.policy import Policy
from gongkai.render.frame.links import Crumbs
from gongkai.render.records.views import common, versions
from gongkai.render.records.views.pairs import Compared, Said, Stretch
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text.amend import read_address
from gongkai.text.compare import Change, compare
from gongkai.text.document import Document

#: a new document renumbers: an article with another number only is none that changed
_FOLDED = frozenset((Change.SAME, Change.MOVED))
_WORDS = {Change.SAME: "没有改", Change.MOVED: "只换了条号"}


@dataclass(frozen=True, kw_only=True)
class DraftView(View):
    """What became of every article of a draft."""

    TEMPLATE = "records/draft-comparison.html"

    record: Consultation
    crumbs: Crumbs
    policy: Policy
    standing: Standing
    #: the text as issued, and whether that of today is another
    issued_href: str
    amended: bool
    #: (what became of them, how many articles)
    counts: list[tuple[str, int]]
    feedback: Feedback | None
    #: how many opinions named an article, the same ones counted by the number they have
    on_articles: int
    #: whether headings of chapters stand between the articles
    chaptered: bool
    stretches: list[Stretch]
    #: opinions on articles that the draft does not have
    elsewhere: list[Said]
    #: what was not taken and stands beside no article
    refusals: list[Refusal]


def draft_view(site: Site, record: Consultation, policy: Policy, draft: Document) -> DraftView:
    """The comparison on its page below the consultation's."""
    url = drafts.address(record)
    feedback = record.feedback_on(site.facts.register.today)
    opinions = feedback.opinions if feedback else ()
    by_article = _by_article(opinions)
    final = policy.document.governing
    compared = Compared(draft, final, compare(draft, final), _FOLDED, _WORDS, by_article)
    known = {node.number for node in draft.articles}
    found = versions.found_for(site, policy)
    now = version_on(found, site.facts.register.today)
    own = (common.crumb_label(record), site.links.href(url, record.url))
    return DraftView(
        record=record,
        crumbs=[*site.links.section_crumbs(record, url), own, ("草案和定稿对照", None)],
        policy=policy,
        standing=site.facts.register.standing(policy),
        issued_href=site.links.href(url, found[0].url if len(found) > 1 else policy.url),
        amended=now is not None and bool(now.by),
        counts=compared.counts,
        feedback=feedback,
        on_articles=sum(each.number or 1 for each in opinions),
        chaptered=compared.chaptered,
        stretches=compared.stretches,
        elsewhere=[each for number, said in by_article.items() if number not in known for each in said],
        refusals=_refusals(feedback),
    )


def said(opinion: ArticleOpinion) -> Said:
    """An opinion as pages show it."""
    uptake, reason = opinion.uptake, opinion.reason
    return Said(opinion.article, opinion.text, opinion.number, uptake.slug, uptake.value, reason)


def _by_article(opinions: Iterable[ArticleOpinion]) -> dict[tuple[int, ...], list[Said]]:
    """The number of an article → what was said of it; () for words that name none."""
    found: dict[tuple[int, ...], list[Said]] = {}
    for each in opinions:
        place = read_address(each.article)
        found.setdefault(place.article if place else (), []).append(said(each))
    return found


def _refusals(feedback: Feedback | None) -> list[Refusal]:
    """未采纳理由, but for those that stand beside an article with the same words."""
    if feedback is None:
        return []
    told = {each.text for each in feedback.opinions}
    return [each for each in feedback.refusals if each.view not in told]
