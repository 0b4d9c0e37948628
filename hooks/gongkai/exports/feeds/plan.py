"""Which feeds there are, and which records stand in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gongkai.column.asked import FOLDER as ANSWERS
from gongkai.column.by_domain import of_domains, themes
from gongkai.column.classing import domains_of, topics_of
from gongkai.column.register import Register
from gongkai.column.register.english import FOLDER
from gongkai.exports import answer_log, effect_log, log, rule_log
from gongkai.exports.made import Feed, LogEntry
from gongkai.records import listed_types
from gongkai.records.base import ContentRecord
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Domain, Topic

#: how many records a feed holds at most
LIMIT = 30


def plan(
    register: Register, standards: Iterable[Standard] = (), told: Sequence[LogEntry] | None = None
) -> list[Feed]:
    """Every feed: whole, by type, gathered, by unit, by subject, in English, of rules and so on, the log.

    ``standards``: the rules as they hold in this column; none: no feed of them. ``told``: the 发布日志,
    where it was made already.
    """
    by_topic, by_domain = _by_subject(register)
    return [
        _feed("all", "全部信息", "", register.all),
        *_of_types(register),
        *_gathered(register),
        *_of_units(register),
        *_of_topics(by_topic),
        *_of_domains(register, by_domain),
        *_of_themes(register),
        *([_feed("en", "English pages", FOLDER, register.english)] if register.english else []),
        *_of_rules(register, list(standards)),
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


def _of_types(register: Register) -> Iterator[Feed]:
    for record_type in listed_types():
        section = record_type.section()
        yield _feed(section, record_type.COLUMN, f"{section}/", register.public(record_type))


def _gathered(register: Register) -> Iterator[Feed]:
    """惠企政策, answers to concerns with the press conferences, and what the catalogue promised."""
    if any(policy.benefit for policy in register.policies):
        yield _feed("benefits", "惠企政策", "benefits/", register.benefits)
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


def _of_units(register: Register) -> Iterator[Feed]:
    """Units in use, also before they publish anything, and merged units that have records."""
    for unit in register.units:
        records = register.records_of(unit)
        if records or unit.state == "在用":
            yield _feed(f"unit-{unit.slug}", unit.name, unit.url, records)


def _of_topics(by_topic: dict[Topic, list[ContentRecord]]) -> Iterator[Feed]:
    for topic in Topic:
        if topic in by_topic:
            page = f"policies/topic/{topic.slug}/"
            yield _feed(f"topic-{topic.slug}", f"主题：{topic}", page, by_topic[topic])


def _of_domains(register: Register, by_domain: dict[Domain, list[ContentRecord]]) -> Iterator[Feed]:
    """领域 that a catalogue entry or a record names."""
    promised = {domain for entry in register.catalogue for domain in entry.domains}
    for domain in Domain:
        if domain in promised or domain in by_domain:
            page = f"domains/{domain.slug}/"
            yield _feed(f"domain-{domain.slug}", f"领域：{domain}", page, by_domain[domain])


def _of_themes(register: Register) -> Iterator[Feed]:
    """One for each 办事主题: what is new in any of its 领域."""
    for theme in themes(register):
        yield _feed(
            f"theme-{theme.slug}", f"事情：{theme.title}", theme.url, of_domains(register, theme.domains)
        )


_Subjects = tuple[dict[Topic, list[ContentRecord]], dict[Domain, list[ContentRecord]]]


def _by_subject(register: Register) -> _Subjects:
    """Records by 主题 and 领域, newest first, in one pass; no list grows beyond the limit."""
    by_topic: dict[Topic, list[ContentRecord]] = defaultdict(list)
    by_domain: dict[Domain, list[ContentRecord]] = defaultdict(list)
    for record in register.all:
        for topic in topics_of(register, record):
            if len(by_topic[topic]) < LIMIT:
                by_topic[topic].append(record)
        for domain in domains_of(register, record):
            if len(by_domain[domain]) < LIMIT:
                by_domain[domain].append(record)
    return by_topic, by_domain
