"""参与办法须写全。

看什么：征求意见、会议、活动的参与办法，依申请公开、找错等页面的“方式”，办事指南的“咨询方式”“结果查询”，惠企要素的“申报方式”“咨询方式”。
怎样算错：现在可以办的，方式还是一段话，没有分开写渠道和地址、号码、网址或邮箱；写了渠道，没有写它通到哪里，
单位的对外电话里也取不到；写的地址没有路名门牌、大厅、窗口，别人找不到；正在征求意见的，没有可以书面提意见的方式，没有电话，没有写“反馈拟公布日期”，
或者是草案却没有草案的文件和条文；可以列席的会议、写了报名截止的活动没有写怎样报名；依申请公开和找错的页面没有“方式”。
已经截止的和咨询方式还是一段话的，只作提示。
怎样改：每一种方式写“渠道”和它的“地址”“号码”“网址”或“邮箱”；data/contacts/ 里登记过的，只写渠道和单位。
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.ways import Target, targets
from gongkai.common.problems import Level, Problem, excerpt
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.offered_ways import Offer, offers
from gongkai.records.base import Record
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.meetings import Opening
from gongkai.records.vocabulary.units import WayKind

_PATH = "content/consultations/2026/yanglao.md"
_TEXT = """\
---
标题: 养老服务安排（草案）征求意见
单位: 区民政局
发布日期: 2026-11-02
开始日期: {opens}
截止日期: 2026-12-03
依据: 重大行政决策程序暂行条例
方式:
  - {way}
  - {{渠道: 电话, 号码: 010-00000000}}
{answer}---
## 草案全文

规划期限为五年，每个街道建一处综合养老服务中心。
"""
_POST = "{渠道: 寄信, 地址: 示例区安民大街20号}"
_ANSWER = "反馈拟公布日期: 2027-01-02\n"


def _consultation(
    way: str = _POST, answer: str = _ANSWER, opens: str = "2026-11-02", old: str = "", new: str = ""
) -> Files:
    text = _TEXT.format(way=way, answer=answer, opens=opens)
    return {_PATH: text.replace(old, new) if old else text}


def _event(ways: str, held: str = "2026-11-22") -> Files:
    text = f"名称: 开放日\n类型: 政务开放日\n日期: {held}\n主办单位: 区民政局\n预告日期: 2026-11-02\n"
    return {"content/events/2026/kaifang.md": f"---\n{text}报名截止: 2026-11-20\n{ways}---\n安排。\n"}


def _benefit(way: str, opens: str = "2026-11-21") -> Files:
    """A policy that gives something, applied for in a way from a day on."""
    fields = f"""
  适用对象: 本区小微企业
  支持方式: [资金补贴]
  支持内容: 按实际付息的30%补贴
  申报条件: [依法纳税]
  申报方式: {way}
  申报开始: {opens}
  咨询方式: 010-00000000"""
    return a_policy(服务对象="企业", 是否规范性文件="否", 是否政策性文件="是", 惠企要素=fields)


_BY_PHONE = "报名方式: [{渠道: 电话, 号码: 010-00000000}]\n"
_ENDS = _consultation(old="号码: 010-00000000", new="号码: 010-00000000, 截止日期: 2026-11-21")
_LATER = _consultation("信函：区民政局", opens="2026-11-22")

EXAMPLE = Example(
    good={**CLEAN, **_consultation()},
    bad=_consultation("信函：区民政局养老服务科"),
    message="是一段话，没有分开写",
    edges=(
        Edge(
            "是一段话", passes=_LATER, fails=_LATER, last="2026-11-21", first="2026-11-22", level=Level.ERROR
        ),
        Edge(
            "没有写邮箱", _consultation("{渠道: 邮件, 邮箱: a@example.gov.cn}"), _consultation("渠道: 邮件")
        ),
        Edge(
            "地址“我们单位”找不到",
            _consultation("{渠道: 寄信, 地址: 区政务服务中心3层}"),
            _consultation("{渠道: 寄信, 地址: 我们单位}"),
        ),
        Edge(
            "地址“本局办公室”找不到",
            _consultation("{渠道: 寄信, 地址: 安民大街20号}"),
            _consultation("{渠道: 寄信, 地址: 本局办公室}"),
        ),
        Edge("没有写“反馈拟公布日期”", _consultation(), _consultation(answer="")),
        Edge("没有草案的文件", _consultation(), _consultation(old="## 草案全文\n\n")),
        Edge("没有写怎样报名", _event(_BY_PHONE), _event("")),
        Edge(
            "没有写网址",
            _benefit("[{渠道: 网上, 网址: https://www.example.gov.cn/shenbao/}]"),
            _benefit("[{渠道: 网上}]"),
        ),
        Edge(
            "“网上填报”是一段话",
            passes=_benefit("网上填报", "2026-11-22"),
            fails=_benefit("网上填报", "2026-11-22"),
            last="2026-11-21",
            first="2026-11-22",
            level=Level.ERROR,
        ),
        Edge("没有可以打的电话", passes=_ENDS, fails=_ENDS, last="2026-11-21", first="2026-11-22"),
        Edge("没有写怎样报名", _event("", "2026-11-21"), _event("", "2026-11-22")),
    ),
)
#: how the old texts began → the channel that was meant
_MEANT = {
    "信": WayKind.POST, "邮寄": WayKind.POST, "邮": WayKind.EMAIL, "网": WayKind.ONLINE,
    "现场": WayKind.VISIT, "当面": WayKind.VISIT, "座谈": WayKind.VISIT, "到": WayKind.VISIT,
    "电话": WayKind.PHONE, "拨打": WayKind.PHONE, "传真": WayKind.FAX,
}  # fmt: skip
#: the key of what a channel leads to
_KEYS = {
    WayKind.ONLINE: ("网址", "https://…"), WayKind.EMAIL: ("邮箱", "xxgk@example.gov.cn"),
    WayKind.POST: ("地址", "…街…号，…收"), WayKind.VISIT: ("地址", "…街…号…层"),
    WayKind.PHONE: ("号码", "{区号}-…"), WayKind.FAX: ("号码", "{区号}-…"),
}  # fmt: skip
#: what an address has that somebody who was never there can find
_PLACE = re.compile(r"\d|[街路道巷村镇乡层楼馆厅号]|胡同|中心|窗口|前台|社区|广场|公园|学校|意见箱|信箱")
_WRITTEN = {WayKind.ONLINE, WayKind.EMAIL, WayKind.POST}
_DRAFT = re.compile(r"草案|征求意见稿")
#: pages that are nothing without a way
_PAGES = {"request": "依申请公开", "report-error": "找错"}


def scope(register: Register) -> Iterable[Record]:
    return (each.record for each in offers(register, register.today))


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    for each in register.everything(Consultation):
        yield each.opens_on
        yield from (way.last + dt.timedelta(days=1) for way in each.channels if way.last)
    for policy in register.everything(Policy):
        if policy.benefit:
            yield policy.benefit.opens_on or policy.in_force_from


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    code = _area_code(register)
    for offer in offers(register, register.today):
        found = targets(register, offer.record, offer.ways)
        for number, each in enumerate(found):
            yield from _way(rule, offer, number, each, code)
        if offer.open and isinstance(offer.record, Consultation):
            yield from _asked(
                rule, offer.record, [each for each in found if each.way.open_on(register.today)], code
            )
    yield from _missing(register, rule)


def _area_code(register: Register) -> str:
    """The one of the column's own telephone: what is shown as an example must not be another place's."""
    own = re.search(r"(?<!\d)0\d{2,3}(?=-)", register.column.contact)
    return own[0] if own else "区号"


def _way(rule: Standard, offer: Offer, number: int, each: Target, code: str) -> Iterator[Problem]:
    at = (*offer.at, number)
    if each.way.free:
        said = excerpt(each.way.note or "", 24)
        message = f"“{said}”是一段话，没有分开写渠道和地址、号码、网址或邮箱"
        level = None if offer.open else Level.NOTICE
        yield rule.problem(offer.record, at, message, f"改为 {_offered(each.way.note or '', code)}", level)
    elif offer.open and not each.found:
        kind = each.way.channel
        key, _ = _KEYS[kind or WayKind.POST]
        whose = f"，{each.unit.label}的对外电话和单位文件里也没有" if each.unit else ""
        fix = f"加上“{key}”；在 data/contacts/ 登记了的可以不写"
        yield rule.problem(offer.record, at, f"渠道“{kind}”没有写{key}{whose}", fix)
    elif offer.open and each.way.address and not _PLACE.search(each.way.address):
        message = f"地址“{excerpt(each.way.address, 24)}”找不到：没有路名门牌，也没有大厅、窗口"
        fix = "写到路名和门牌号，当面办的再写几层、哪个窗口"
        yield rule.problem(offer.record, (*at, "地址"), message, fix)


def _offered(text: str, code: str) -> str:
    """The way that a text of before meant, as far as it can be told."""
    kind = next((kind for word, kind in _MEANT.items() if text.startswith(word)), WayKind.VISIT)
    key, like = _KEYS[kind]
    like = like.format(区号=code)
    return f"{{渠道: {kind}, {key}: {like}}}，话里的别的内容写进“说明”"


def _asked(rule: Standard, each: Consultation, found: list[Target], code: str) -> Iterator[Problem]:
    known = {way.way.channel for way in found if way.found}
    if found and not any(way.way.free for way in found):
        if not known & _WRITTEN:
            fix = "加上 寄信、邮件 或 网上 的一种"
            yield rule.problem(each, "方式", "没有可以书面提意见的地址、邮箱或网址", fix)
        if WayKind.PHONE not in known:
            yield rule.problem(each, "方式", "没有可以打的电话", f"加上 {{渠道: 电话, 号码: {code}-…}}")
    if not found:
        yield rule.problem(each, "截止日期", "正在征求意见，没有写怎样提", "加上“方式”")
    if each.answer_by is None:
        message = "正在征求意见，没有写“反馈拟公布日期”"
        yield rule.problem(each, "截止日期", message, "写上到哪一天公布收到的意见和采纳情况")
    if _DRAFT.search(each.title) and not _shows_draft(each):
        fix = "把文件放进 content/files/，写“草案”；或者在正文里用“## 草案全文”作标题，照登全文"
        yield rule.problem(each, "标题", "征求对草案的意见，没有草案的文件，也没有全文", fix)


def _shows_draft(each: Consultation) -> bool:
    """A file, articles, or a heading under which the whole draft stands."""
    headed = re.search(r"^#+ .*(?:草案|征求意见稿|全文)", each.body, re.MULTILINE)
    return bool(each.draft_text or each.drafted or headed)


def _missing(register: Register, rule: Standard) -> Iterator[Problem]:
    for page in register.everything(Page):
        if page.slug in _PAGES and not page.ways:
            fix = "加上“方式”，每一种写渠道和地址、号码、网址或邮箱"
            yield rule.problem(page, "标题", f"“{_PAGES[page.slug]}”页没有写交到哪里、打给谁", fix)
    for meeting in register.everything(Meeting):
        ahead = meeting.public_from and meeting.public_from <= register.today < meeting.date
        if ahead and meeting.open and Opening.ATTEND in meeting.openings and not meeting.how_to_attend:
            message = "可以列席，没有写怎样报名"
            yield rule.problem(meeting, "开放方式", message, "加上“报名方式”")
    for event in register.everything(Event):
        ahead = event.published <= register.today < event.date
        if ahead and event.register_by and not event.how_to_attend:
            message = "写了“报名截止”，没有写怎样报名"
            yield rule.problem(event, "报名截止", message, "加上“报名方式”；不用报名的，删去“报名截止”")
