"""A subject as a tile: its name, what of it is there today, and whom to ask where there is nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.records.vocabulary.participation import ActionKind
from gongkai.render.gathering.subject import Held, Subject, held
from gongkai.render.site import Site

#: what can be done, in the words of a tile
_WORDS = {
    ActionKind.COMMENT: "{n}项正在征求意见",
    ActionKind.REGISTER: "{n}项可以报名",
    ActionKind.CLAIM: "{n}项正在申报",
    ActionKind.APPLY: "{n}项可以申请",
}


@dataclass(frozen=True)
class Tile:
    """``facts`` are true today."""

    title: str
    href: str
    hint: str
    facts: list[str]


def tile(site: Site, subject: Subject, url: str) -> Tile:
    """A subject as a tile of the page at ``url``."""
    found = held(site.facts.register, subject)
    return Tile(subject.title, site.links.href(url, subject.url), subject.hint, list(_facts(subject, found)))


def _facts(subject: Subject, found: Held) -> Iterable[str]:
    if found.in_force:
        yield f"{found.in_force}件政策有效"
    if found.coming:
        yield f"{found.coming}件将要施行"
    for kind, words in _WORDS.items():
        if count := sum(each.kind is kind for each in found.actions):
            yield words.format(n=count)
    if not found.policies and not found.actions:
        gone = "政策已到期" if found.ended else "现在没有政策"
        yield f"{gone}，问{subject.ask[0].label}" if subject.ask else gone
