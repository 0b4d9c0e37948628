"""配套文件: what carries out a policy, beside the articles it speaks of; what the policy itself rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.column.implementing import (
    Carrying,
    Way,
    article_today,
    carried_out_by,
    carries_out,
    ended,
)
from gongkai.column.register import Standing
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.records.types.policy import Policy
from gongkai.render.records.views import common
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text import article_id
from gongkai.text.amend import Address, article_label

_WAYS = {Way.STATED: "配套文件", Way.TITLED: "实施文件", Way.BASED: "根据{}制定", Way.NAMED: "提到{}"}


@dataclass(frozen=True)
class OtherDocument:
    """The other document: its standing on the day, and how the two hang together."""

    policy: Policy
    standing: Standing
    ended: bool
    words: Markup


@dataclass(frozen=True)
class Implementing:
    """What carries out a policy, and what the policy carries out; ``lost``: of those, what has ended."""

    by: list[OtherDocument]
    on: list[OtherDocument]

    @property
    def lost(self) -> list[OtherDocument]:
        return [each for each in self.on if each.ended]


@dataclass(frozen=True)
class CarriedOut(View):
    """What another document makes of an article, said below it."""

    TEMPLATE = "partials/column/carried.html"

    words: Markup


def implementing(site: Site, policy: Policy) -> Implementing:
    """Both directions, for the policy's own page."""
    register = site.facts.register
    return Implementing(
        by=[_other(site, policy, each, each.by) for each in carried_out_by(register, policy)],
        on=[_other(site, policy, each, each.on) for each in carries_out(register, policy)],
    )


def _other(site: Site, policy: Policy, carrying: Carrying, other: Policy) -> OtherDocument:
    register = site.facts.register
    return OtherDocument(
        other,
        register.standing(other),
        ended(register, other),
        _words(site, policy, carrying),
    )


def _words(site: Site, policy: Policy, carrying: Carrying) -> Markup:
    """根据本文件第五条制定；第三条说到第八条: articles lead to their places."""
    if carrying.note:
        return Markup.escape(carrying.note)
    whole = "本文件" if carrying.on is policy else "该文件"
    places = carrying.basis if carrying.way is Way.BASED else _named(carrying)
    articles = _links(site, policy, carrying, places)
    return Markup(_WAYS[carrying.way]).format(Markup(whole) + articles)


def _named(carrying: Carrying) -> tuple[Address, ...]:
    return tuple(dict.fromkeys(at for each in carrying.points for at in each.at))


def _links(site: Site, policy: Policy, carrying: Carrying, places: Iterable[Address]) -> Markup:
    parts = []
    for number in dict.fromkeys(each.article for each in places):
        id_, label = article_today(site.facts.register, carrying, Address(number)), article_label(number)
        href = site.links.href(policy.url, f"{carrying.on.url}#{id_}") if id_ else ""
        parts.append(common.link(href, label) if href else Markup.escape(label))
    return common.joined(parts)


def marks(site: Site, policy: Policy) -> dict[str, str]:
    """Article id → HTML of what other documents make of the article, for the policy's own page."""
    told: dict[str, str] = {}
    for carrying in carried_out_by(site.facts.register, policy):
        for id_, words in _at(site, policy, carrying):
            told[id_] = told.get(id_, "") + site.templates.partial("carried", view=CarriedOut(words))
    return told


def _at(site: Site, policy: Policy, carrying: Carrying) -> Iterator[tuple[str, Markup]]:
    """The articles that a document speaks of, by their ids, and what is said there."""
    for number in dict.fromkeys(each.article for each in _named(carrying)):
        if id_ := article_today(site.facts.register, carrying, Address(number)):
            yield id_, _mark_words(site, policy, carrying, number)


def _mark_words(site: Site, policy: Policy, carrying: Carrying, number: tuple[int, ...]) -> Markup:
    by = carrying.by
    basis = any(at.article == number for at in carrying.basis)
    title = common.link(site.links.href(policy.url, by.url), in_marks(by.title))
    where = _places(site, policy, carrying, number)
    standing = _standing(site.facts.register.standing(by))
    if basis:
        return Markup("根据这一条制定：{}（{}）{}。").format(title, standing, where)
    return Markup("{}这一条：{}（{}）{}。").format(
        "落实" if carrying.rests else "提到", title, standing, where
    )


def _places(site: Site, policy: Policy, carrying: Carrying, number: tuple[int, ...]) -> Markup:
    """Its own articles that name the article, each leading there."""
    named = (each.sentence.article for each in carrying.points if any(at.article == number for at in each.at))
    parts = []
    for label in dict.fromkeys(filter(None, named)):
        href = site.links.href(policy.url, f"{carrying.by.url}#{article_id(label)}")
        parts.append(common.link(href, label))
    return common.joined(parts)


def _standing(standing: Standing) -> str:
    """有效; 2026年10月1日起废止."""
    if standing.status.slug in ("repealed", "expired", "not-yet") and standing.since:
        verb = "施行" if standing.status.slug == "not-yet" else standing.status.value
        return f"{cn_date(standing.since)}起{verb}"
    return standing.status.value
