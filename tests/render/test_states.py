"""Every state of every kind of page, met on the days of one small column before readers meet it.

The column is ``tests/sites/good``, which has a record of every type with all its blocks, and what
``passing_column`` lays over it. It is built whole on each of the days.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from pathlib import Path

import lxml.html
import pytest

import safety_days
from gongkai import gate
from gongkai.common.kept import Kept
from gongkai.law.duties import DutyState, awaited, duties
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.standard import RuleForce
from gongkai.records.types.waiver import WaiverState
from gongkai.records.vocabulary.documents import BenefitState, Status
from gongkai.records.vocabulary.meetings import EventState, MeetingState
from gongkai.records.vocabulary.participation import ConsultationState, DecisionState
from gongkai.records.vocabulary.work import ProjectState, TaskState

from .passing_column import write_column

DAYS = [
    *(dt.date(2026, 11, 21), dt.date(2026, 12, 12), dt.date(2026, 12, 18), dt.date(2027, 1, 6)),
    *(dt.date(2027, 1, 20), dt.date(2027, 2, 15), dt.date(2027, 3, 12), dt.date(2027, 4, 10)),
    dt.date(2027, 6, 1),
]

#: what of a page is told by the day: the word of the state, its sentence, what one can do
TOLD = (
    "//p[@class='kicker'] | //section[starts-with(@aria-labelledby, 'zhuangtai')] | //section[@class='act']"
    " | //p[@class='summary__heading']"
)


class Built:
    """The column on every one of the days: registers, and pages as text."""

    def __init__(self, root: Path, folder: Path) -> None:
        write_column(root)
        self.column = safety_days.Column.read(root, DAYS[0])
        self.sites = {}
        for day in DAYS:
            (folder / day.isoformat()).mkdir()
            # as each night's build does, with the pages that the last one kept
            kept = Kept(folder / "kept", b"one program")
            self.sites[day] = self.column.make(day, folder / day.isoformat(), kept)

    def words(self, day: str, address: str) -> str:
        return said(self.page(dt.date.fromisoformat(day), address))

    def page(self, day: dt.date, address: str, readers: dt.date | None = None) -> lxml.html.HtmlElement:
        """A page made on a day, as a browser shows it on its reader's."""
        tree = lxml.html.fromstring((self.sites[day] / address / "index.html").read_bytes().decode())
        for place in tree.xpath("//*[@data-by-day]"):
            later = place.findall("template")
            begun = [each for each in later if each.get("data-from") <= (readers or day).isoformat()]
            kept = list(begun[-1]) if begun else [each for each in place if each not in later]
            place[:] = kept
        return tree


def said(tree: lxml.html.HtmlElement) -> str:
    return " ".join(tree.text_content().split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("states")
    with pytest.MonkeyPatch.context() as patch:
        # so few pages are made sooner by one process, which keeps what it worked out from day to day
        patch.setattr("os.cpu_count", lambda: 1)
        return Built(folder / "column", folder)


@pytest.fixture(scope="module")
def states(built: Built) -> set[object]:
    """Every state that anything is in on any of the days, as readers know the column."""
    found: set[object] = set()
    standards = built.column.checked.standards
    for day in DAYS:
        register = gate.released(built.column.checked.register.on(day))
        register.awaited = awaited(duties(register, standards))
        found |= {register.state(record) for record in register.all}
        found |= {register.benefit_state(policy) for policy in register.policies}
        found |= {duty.state for duty in duties(register, standards)}
        found |= {rule.force_on(day) for rule in standards.values()}
        soon = day + dt.timedelta(days=standards["waiver-valid"].number("临期天数"))
        for waiver in register.waivers:
            told = register.interpretations_of(register.policy("renshi"))
            found.add(waiver.state_on(day, soon, needed=not told))
    return found


@pytest.mark.parametrize(
    "kind",
    [
        Status,
        BenefitState,
        ConsultationState,
        EventState,
        MeetingState,
        DecisionState,
        TaskState,
        ProjectState,
        WaiverState,
        DutyState,
        RuleForce,
    ],
    ids=lambda kind: kind.__name__,
)
def test_every_state_occurs_on_one_of_the_days(states, kind):
    assert [state for state in kind if state not in states] == []


@pytest.mark.parametrize(
    ("day", "address", "words"),
    [
        ("2026-11-21", "policies/2026/yanglao/", "本文件尚未施行"),
        ("2026-12-12", "policies/2026/yanglao/", "申报中"),
        ("2027-01-06", "policies/2026/yanglao/", "已截止"),
        ("2027-01-20", "policies/2026/yanglao/", "本文件已修改"),
        ("2027-02-15", "policies/2026/yanglao/", "本文件部分内容已废止"),
        ("2027-03-12", "policies/2026/yanglao/", "本文件已废止"),
        ("2027-03-12", "policies/2026/yanglao/", "这份文件已经废止，不能再按它申报"),
        ("2027-03-12", "policies/2026/yanglao/", "现在的规定见示例区养老服务办法的后来文件（tidai）"),
        ("2026-11-21", "policies/2026/dier/", "尚未开始"),
        ("2026-12-18", "policies/2026/dier/", "常年受理"),
        ("2027-03-12", "policies/2026/dier/", "这份文件已经失效，不能再按它申报"),
        ("2027-06-01", "benefits/", "现在没有可以申报的惠企政策"),
        ("2026-11-21", "consultations/2026/zhengji/", "2026年12月5日（星期六）开始征求意见"),
        ("2026-12-12", "consultations/2026/zhengji/", "到2027年1月5日（星期二）止"),
        (
            "2027-01-20",
            "consultations/2026/zhengji/",
            "采纳情况将于2027年2月1日（星期一）以前公布",
        ),
        ("2026-11-21", "consultations/2026/yanglao/", "已经反馈：收到意见 12 条，采纳 5 条"),
        ("2026-11-21", "events/2026/huodong/", "可以报名，2026年12月20日（星期日）举行"),
        ("2026-12-18", "events/2026/huodong/", "报名已经截止"),
        ("2027-01-06", "events/2026/huodong/", "活动已经举行，情况将于2027年1月19日（星期二）以前公布"),
        ("2027-02-15", "consultations/2026/zhengji/", "应当在2027年2月1日（星期一）以前公布"),
        ("2027-01-20", "events/2026/huodong/", "情况应当在2027年1月19日（星期二）以前公布，现在还没有"),
        ("2026-12-12", "meetings/2026/huiyi/", "结果将于2026年12月15日（星期二）以前公布"),
        ("2026-12-18", "meetings/2026/huiyi/", "结果应当在2026年12月15日（星期二）以前公布，现在还没有"),
        ("2026-12-18", "meetings/", "结果逾期"),
        ("2026-11-21", "meetings/2026/huiyi/", "2026年12月15日（星期二）以前公布"),
        ("2026-12-12", "meetings/2026/huiyi/", "2026年12月15日（星期二）以前公布"),
        ("2026-12-18", "meetings/2026/huiyi/", "应当在2026年12月15日（星期二）以前公布，现在还没有公布"),
        ("2027-02-15", "units/jiu-ban/", "本单位已撤并 自 2027年2月1日起。职责由区民政局承接"),
        ("2027-03-12", "en/records/2026/older-people/", "This document has been repealed"),
        ("2026-12-12", "rulebook/document-number-form/", "这条规定自2027年1月1日起检查，现在还没有生效"),
        ("2027-02-15", "rulebook/minimum-counts/", "这条规定已经失效，不再检查：到2027年1月31日为止"),
        ("2027-06-01", "waivers/", "已过期"),
        ("2027-04-10", "waivers/", "没有用到"),
        ("2027-02-15", "waivers/", "快到期"),
    ],
)
def test_the_page_has_the_words_of_its_state(built, day, address, words):
    assert words in built.words(day, address)


def test_a_waiver_that_ended_is_linked_where_it_stands(built):
    """It was linked at a page of its own, which there is not: no build came through after its end."""
    site = built.sites[dt.date(2027, 6, 1)]
    page = lxml.html.fromstring((site / "quality/duties-in-time/index.html").read_bytes().decode())
    assert "../../waivers/#renshi" in page.xpath("//a/@href")
    assert any("/waivers/#renshi" in line for line in _listed(site))


def test_a_record_is_linked_at_its_page_and_not_at_the_room_it_was_held_in(built):
    """地点 of a meeting or an event is no address."""
    addresses = [line.rsplit(",", 1)[-1] for line in _listed(built.sites[DAYS[0]])]
    assert addresses and not [each for each in addresses if not each.isascii()]


def _listed(site: Path) -> list[str]:
    """The rows of every list of cases behind a figure."""
    files = sorted((site / "quality").rglob("list.csv"))
    return [line for file in files for line in file.read_text("utf-8").splitlines()[1:]]


def test_a_page_read_later_says_what_one_made_later_would(built):
    """But for what somebody wrote in between, which no page can know."""
    compared = 0
    for made, readers in itertools.pairwise(DAYS):
        now, then = (gate.released(built.column.checked.register.on(day)) for day in (made, readers))
        known = {each.url for each in then.all}
        for record in now.all:
            silent = not any(made < day <= readers for day in record.change_days)
            if isinstance(record, Consultation | Event | Meeting) and silent and record.url in known:
                read, fresh = (
                    [said(each) for each in page.xpath(TOLD)]
                    for page in (built.page(made, record.url, readers), built.page(readers, record.url))
                )
                assert read == fresh, (record.url, made, readers)
                compared += 1
    assert compared > 20


def test_no_page_prints_how_many_days_are_left(built):
    counted = re.compile(r"还剩\s*\d|已过\s*\d+\s*天|晚了\s*\d|今天截止|今天到期|\d+ days? left")
    pages = [file for folder in built.sites.values() for file in folder.rglob("*.html")]
    words = ((file, re.sub(r"<[^>]*>", "", file.read_text("utf-8"))) for file in pages)
    assert [file for file, text in words if counted.search(text)] == []
