"""A record → what one may follow to be told of it, beside its units: matters and readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.column.by_domain import concerns, themes
from gongkai.column.classing import audiences_of, domains_of, own_domains, topics_of
from gongkai.column.register import Register
from gongkai.records.base import ContentRecord


class Subject(NamedTuple):
    """What one may follow: as feeds and calendars of it are named, and in words."""

    name: str
    title: str


def subjects_of(register: Register, record: ContentRecord) -> Iterator[Subject]:
    """Every 办事主题, 主题, 领域 and 服务对象 of a record."""
    domains = domains_of(register, record)
    narrow = set(own_domains(register, record) or domains)
    for theme in themes(register) if narrow else ():
        if narrow.intersection(theme.domains) and concerns(theme, audiences_of(register, record)):
            yield Subject(f"theme-{theme.slug}", f"事情：{theme.title}")
    yield from (Subject(f"topic-{each.slug}", f"主题：{each}") for each in topics_of(register, record))
    yield from (Subject(f"domain-{each.slug}", f"领域：{each}") for each in domains)
    yield from (
        Subject(f"audience-{each.slug}", f"服务对象：{each}") for each in audiences_of(register, record)
    )
