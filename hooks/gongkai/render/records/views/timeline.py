"""沿革 of a policy: what documents did to it and it to others, and when it ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from markupsafe import Markup

from gongkai.column.effects import effects_on
from gongkai.column.register.standing import MOOT, told_once
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import EffectKind
from gongkai.render.records.views import common
from gongkai.render.site import Site

#: day, place among those of one day, words
Step = tuple[dt.date, int, Markup]


def timeline(site: Site, policy: Policy) -> list[tuple[dt.date, Markup]]:
    """What documents did to each other, and when this one ended; oldest first."""
    steps = [*_suspensions(site, policy), *_relation_steps(site, policy)]
    if policy.repealed_on:
        steps.append((policy.repealed_on, 1, Markup("废止，依据：{}").format(policy.repealed_by or "")))
    if policy.ended_from:
        steps.append((policy.ended_from, 2, Markup("有效期届满，失效")))
    register = site.facts.register
    end = register.ended_on(policy)
    if end and register.standing_on(policy, end).basis_text == MOOT:
        steps.append((end, 2, Markup("{}，随之失效").format(MOOT)))
    today = register.today
    return [
        (date, text if date <= today else Markup("（预定）") + text)
        for date, _, text in sorted(steps, key=lambda step: step[:2])
    ]


def _relation_steps(site: Site, policy: Policy) -> Iterator[Step]:
    for each in told_once(site.facts.register.relations(policy)):
        if each.only_suspends and not each.acts:
            continue
        other = common.link(
            site.links.href(policy.url, each.other.url), each.other.number or each.other.title
        )
        verb = "停止执行部分条款" if each.only_suspends else each.verb
        words = Markup("{}{}{}").format(verb, "：" if each.acts else "，见", other)
        where = Markup("（{}）").format(each.article) if each.article else Markup("")
        yield each.date, 0, words + where


def _suspensions(site: Site, policy: Policy) -> Iterator[Step]:
    """From when articles are not carried out, and from when they are again."""
    for each in effects_on(site.facts.register, policy):
        if each.kind in (EffectKind.SUSPENDED, EffectKind.RESUMED) and each.by:
            link = common.link(site.links.href(policy.url, each.by.url), each.by.number or each.by.title)
            places = "、".join(at.words for at in each.at)
            yield each.day, 0, Markup("{}{}，见{}").format(places, each.words, link)
