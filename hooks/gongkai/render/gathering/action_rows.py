"""What can be done today, as pages say it: the kind, the matter in few words, how long there is left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.column.actions import Action
from gongkai.render.lists.recent import short_day
from gongkai.render.site import Site

#: the last days of a term are told by how many are left
_COUNTED = 30
#: of these again, so few that one should hurry
_SOON = 10
_NOTE = 60
#: what the kind of the row says already
_SAID = re.compile(r"(?:公开)?(?:征求|征集)意见(?:的公告|的通知)?$|^关于(?=申报)")


@dataclass(frozen=True)
class ActionRow:
    """``left``: how many days, in words; ``until``: the last day, or that there is none."""

    kind: str
    title: str
    href: str
    note: str
    left: str
    until: str
    soon: bool


def action_rows(site: Site, actions: Iterable[Action], url: str) -> list[ActionRow]:
    """Actions as rows of the page at ``url``."""
    return [_row(site, each, url) for each in actions]


def _row(site: Site, action: Action, url: str) -> ActionRow:
    today = site.facts.register.today
    days = (action.until - today).days if action.until else _COUNTED + 1
    note = action.note if len(action.note) <= _NOTE else f"{action.note[:_NOTE]}……"
    return ActionRow(
        action.kind.value,
        _SAID.sub("", action.record.name),
        site.links.href(url, action.record),
        note,
        "" if days > _COUNTED else f"还剩{days}天" if days else "今天截止",
        f"{short_day(action.until, today)}止" if action.until else "常年",
        days <= _SOON,
    )
