"""What can be done today, as pages say it: the kind, the matter in few words, how long there is left."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.column.actions import Action
from gongkai.common.said_days import short_weekday
from gongkai.render.site import Site

_NOTE = 60
#: what the kind of the row says already
_SAID = re.compile(r"(?:公开)?(?:征求|征集)意见(?:的公告|的通知)?$|^关于(?=申报)")


@dataclass(frozen=True)
class ActionRow:
    """``last``: the day after which it is over; ``until``: the same in words, or that there is none."""

    kind: str
    title: str
    href: str
    note: str
    last: dt.date | None
    until: str


def action_rows(site: Site, actions: Iterable[Action], url: str) -> list[ActionRow]:
    """Actions as rows of the page at ``url``."""
    return [_row(site, each, url) for each in actions]


def _row(site: Site, action: Action, url: str) -> ActionRow:
    today = site.facts.register.today
    note = action.note if len(action.note) <= _NOTE else f"{action.note[:_NOTE]}……"
    return ActionRow(
        action.kind.value,
        _SAID.sub("", action.record.name),
        site.links.href(url, action.record),
        note,
        action.until,
        f"到{short_weekday(action.until, today)}止" if action.until else "常年",
    )
