"""Which feeds there are, and what stands in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from gongkai.column.asked import FOLDER as ANSWERS
from gongkai.column.by_domain import known_domains, themes
from gongkai.column.followed import subjects_of
from gongkai.column.register import Register
from gongkai.column.register.english import FOLDER
from gongkai.exports import answer_log, effect_log, log, rule_log
from gongkai.exports.feeds.life import Lives, by_kind
from gongkai.exports.made import Feed, LogEntry
from gongkai.records import listed_types
from gongkai.records.base import ContentRecord
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Audience, Topic

#: how many records a feed holds at most
LIMIT = 30
OWED = "应公开事项：逾期和补上"


def plan(
    register: Register,
    standards: Iterable[Standard] = (),
    told: Sequence[LogEntry] | None = None,
    owed: Sequence[LogEntry] = (),
) -> list[Feed]:
    """Every feed: whole, by type, unit, subject and what happens, in English, of rules and so on, the log.

    ``standards``: the rules as they hold in this column; none: no feed of them. ``told``: the 发布日志,
    where it was made already; ``owed``: what the duty matrix tells, the newest first.
    """
    lives = Lives(register)
    return [
        _mixed("all", "全部信息", "", register.all, lives.of_all),
        *_of_types(register, lives),
        *_gathered(register, lives),
        *_of_units(register, lives),
        *_of_subjects(register, lives),
        *by_kind(lives, LIMIT),
        *([_feed("en", "English pages", FOLDER, register.english)] if register.english else []),
        *_of_rules(register, list(standards)),
        *([Feed("owed", OWED, "duties/matrix/", (), tuple(owed[:LIMIT]))] if owed else []),
        *_of_effects(register),
        *_of_answers(register),
        Feed("log", "发布日志", "log/", (), tuple((log.events(register) if told is None else told)[:LIMIT])),
    ]


def _feed(name: str, title: str, page: str, records: Iterable[ContentRecord]) -> Feed:
    newest: list[ContentRecord] = []
    for record in records:
        if len(newest) == LIMIT:
            break
        newest.append(record)
    return Feed(name, title, page, tuple(newest))


def _of_types(register: Register, lives: Lives) -> Iterator[Feed]:
    for each in listed_types():
        section, records = each.section(), register.public(each)
        yield _mixed(section, each.COLUMN, f"{section}/", records, lives.of_type(each))


def _gathered(register: Register, lives: Lives) -> Iterator[Feed]:
    """惠企政策, answers to concerns with the press conferences, and what the catalogue promised."""
    if any(policy.benefit for policy in register.policies):
        happened = lives.of_benefits(register)
        yield _mixed("benefits", "惠企政策", "benefits/", register.benefits, happened)
    if register.concerns:
        yield _feed("concerns", "回应关切与新闻发布会", "concerns/", register.concerns)
    if register.catalogue:
        promised = (record for record in register.all if getattr(record, "catalogue", ()))
        yield _feed("catalogue", "公开目录（照目录公开的内容）", "catalogue/", promised)


def _of_rules(register: Register, standards: list[Standard]) -> Iterator[Feed]:
    if standards:
        events = rule_log.changes(register, standards)
        yield Feed("rulebook", "规则和豁免的变化", "rulebook/", (), tuple(events[:LIMIT]))


def _of_effects(register: Register) -> Iterator[Feed]:
    """Where documents have done anything to each other."""
    if events := effect_log.events(register)[:LIMIT]:
        yield Feed("effects", "文件的修改、废止和停止执行", "policies/", (), tuple(events))


def _of_answers(register: Register) -> Iterator[Feed]:
    if events := answer_log.events(register)[:LIMIT]:
        yield Feed("answers", "问答", ANSWERS, (), tuple(events))


def _of_units(register: Register, lives: Lives) -> Iterator[Feed]:
    """Units in use, also before they publish anything; of merged ones who has records or tells its end."""
    for unit in register.units:
        records = register.records_of(unit)
        happened = lives.of_unit(unit)
        if records or happened or unit.state == "在用":
            yield _mixed(f"unit-{unit.slug}", unit.name, unit.url, records, happened)


def _mixed(
    name: str, title: str, page: str, records: Iterable[ContentRecord], events: Iterable[LogEntry]
) -> Feed:
    """Records and what happened to them, so many of both together as a feed holds."""
    newest = Feed(name, title, page, tuple(islice(records, LIMIT)), tuple(islice(events, LIMIT)))
    kept = newest.entries[:LIMIT]
    return Feed(
        name,
        title,
        page,
        tuple(each for each in kept if isinstance(each, ContentRecord)),
        tuple(each for each in kept if isinstance(each, LogEntry)),
    )


def _of_subjects(register: Register, lives: Lives) -> Iterator[Feed]:
    """主题 and 服务对象 of what is public; 领域 that an entry or a record names; every 办事主题."""
    found = _by_subject(register)
    for name, title, page in _subjects(register, found):
        yield _mixed(name, title, page, found.get(name, ()), lives.of_subject(name))


def _subjects(
    register: Register, found: Mapping[str, Sequence[ContentRecord]]
) -> Iterator[tuple[str, str, str]]:
    """Name, title and page of each feed of a subject."""
    for topic in Topic:
        if (name := f"topic-{topic.slug}") in found:
            yield name, f"主题：{topic}", f"policies/topic/{topic.slug}/"
    promised = {domain for entry in register.catalogue for domain in entry.domains}
    for domain in known_domains(register):
        name = f"domain-{domain.slug}"
        if name in found or domain in promised:
            yield name, f"领域：{domain}", f"domains/{domain.slug}/"
    for theme in themes(register):
        yield f"theme-{theme.slug}", f"事情：{theme.title}", theme.url
    for audience in Audience:
        if (name := f"audience-{audience.slug}") in found:
            section = _section_with(audience, found[name])
            yield name, f"服务对象：{audience}", f"{section}/audience/{audience.slug}/"


def _section_with(audience: Audience, records: Iterable[ContentRecord]) -> str | None:
    """The section whose lists can be narrowed to a 服务对象: that of the newest record naming it itself."""
    named = (record for record in records if audience in getattr(record, "audiences", ()))
    return next((record.section() for record in named), None)


def _by_subject(register: Register) -> dict[str, list[ContentRecord]]:
    """Records by the feeds of 主题, 领域 and 服务对象, newest first, in one pass; none beyond the limit."""
    found: dict[str, list[ContentRecord]] = defaultdict(list)
    for record in register.all:
        for subject in subjects_of(register, record):
            if len(found[subject.name]) < LIMIT:
                found[subject.name].append(record)
    return found
