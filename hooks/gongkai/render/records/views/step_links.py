"""Steps of a guide as HTML: the guide, document, record or form that a step names is led to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from gongkai.records.types.service import Service
from gongkai.render.site import Site

#: of an official document: 示政发〔2026〕9号, with the words that may stand before it
_NUMBER = re.compile(r"([\u4e00-\u9fff]{1,10})(〔\d{4}〕\d{1,5}号)")
_TITLE = re.compile(r"《[^《》]+》")


def steps(site: Site, guide: Service, forms: Mapping[str, str]) -> list[Markup]:
    """Each step; ``forms``: the name of a form → the link to its file."""
    links = {**_guides(site, guide), **forms}
    return [_linked(step, {**links, **dict(_named(site, guide, step))}) for step in guide.steps]


def _guides(site: Site, guide: Service) -> dict[str, str]:
    others = (each for each in site.facts.register.public(Service) if each is not guide)
    return {each.name: site.links.href(guide.url, each) for each in others}


def _named(site: Site, guide: Service, step: str) -> Iterator[tuple[str, str]]:
    """Words of the step that name a public record → the link to it."""
    register = site.facts.register
    for before, year in _NUMBER.findall(step):
        for words in (before[at:] + year for at in range(len(before))):
            if (policy := register.policy(words)) and policy.is_public(register.today):
                yield words, site.links.href(guide.url, policy)
    for words in _TITLE.findall(step):
        title = words[1:-1]
        if found := next((each for each in register.all if each.name == title and each is not guide), None):
            yield words, site.links.href(guide.url, found)


def _linked(step: str, links: Mapping[str, str]) -> Markup:
    """The longest names first, so that no name is cut by a shorter one inside it."""
    if not links:
        return escape(step)
    names = "|".join(map(re.escape, sorted(links, key=len, reverse=True)))
    parts = re.split(f"({names})", step)
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(links[part], part) if part in links else escape(part)
        for part in parts
    )
