"""How annual reports on disclosure write their figures: the patterns, and what makes a number none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
#: 约九十件, 近百件, 30余件 are no figures: a unit stands right behind the number, nothing like 约 before it
_NUMBER = r"(?<![近约逾超几数\d.])(?<!超过)(?P<number>\d+|[〇零一二两三四五六七八九十百]+)"
_UNIT = r"(?:件|份|条|次|项|宗|例|起|个|封)"
#: 数量为0, without a unit, where the clause ends
_UNIT_OR_END = rf"(?:{_UNIT}|(?=[，,）)]|$))"
_CASES = r"(?:件|份|项|宗|例|起|次)"
_SUM = r"(?:共|共计|总计|合计|总数|总量|数量|数|为|达|达到|的|[：:]|[，,](?=共|合|总))*"

SENTENCE = re.compile(r"[^。；;！？!?\n]+")
YEAR = re.compile(r"(20\d\d)年")
#: what an application for disclosure is called; each has 申请 in it, and 公开 or 信息
_REQUEST = (
    r"(?:(?:关于)?(?:政府)?信息(?:依申请)?公开的?申请|(?:政府)?信息依申请公开(?:的?申请)?"
    r"|依申请(?:公开|信息|政府信息公开)(?:政府信息|信息)?(?:的?申请)?|申请公开(?:政府信息)?|公开(?:政府信息)?的?申请)"
)
_AFTER = r"(?:表|书|件|事项|案件|来信|信件)?"
_TAKEN = r"(?<!转)(?:收到|受理|接收|接到|收悉|新收|共收)(?:并(?:受理|办理|登记))?了?"
_NO_REQUEST = r"(?![^，,、和及]{0,10}(?:投诉|举报|复议|诉讼|咨询|费))"
RECEIVED = re.compile(rf"{_TAKEN}(?:[^，,\d]{{0,30}}?){_REQUEST}{_AFTER}{_SUM}{_NUMBER}{_UNIT}")
RECEIVED_BEFORE = re.compile(
    rf"{_TAKEN}(?:[^，,\d]{{0,20}}?){_NUMBER}{_UNIT}(?:有效|书面|网上|要求|关于)?的?{_REQUEST}{_NO_REQUEST}"
)
#: where the paragraph is about disclosure, an application is one for it
NEWLY = re.compile(rf"(?:新收|{_TAKEN}(?=申请))(?:的?申请书?)?{_SUM}{_NUMBER}{_UNIT_OR_END}")
NOT_RECEIVED = re.compile(
    rf"(?:(?:未|没有|没)(?:曾|有)?(?:收到|接到|受理|接收|新收)过?[^，,\d]{{0,24}}?{_REQUEST}"
    rf"|(?:无|没有)(?:任何)?(?:政府信息)?(?:依申请公开|信息公开申请|公开申请)(?:政府信息|信息|事项|申请|件|情况)?)"
    rf"{_NO_REQUEST}"
)
#: about applications for disclosure at all
ABOUT = re.compile(r"信息公开|依申请公开|公开申请|申请公开|政务公开")
#: only some of them
PART = re.compile(r"其中|通过|方式|自然人|商业企业|科研机构|上半年|转办|转来|交办")
EVERY_WAY = re.compile(r"等(?:渠道|方式|途径|形式|平台|多种|各种)|(?:多种|各种|各类)(?:渠道|方式|途径)")
COMPARED = re.compile(
    r"历年|以来|(?:去年|上年|上一年|往年|同期)(?!度?(?:结转|遗留))[^，]*(?:收|受理)|[比较][^，]{0,8}(?:收|受理)"
)
PERIOD = re.compile(
    r"[上下]半年|季度|本月|当月|每月|(?<!\d)(?!1[至到—–~～-]12月)\d{1,2}[至到—–~～-]\d{1,2}月"
    r"|截[至止](?:20\d\d年)?(?!12月)\d{1,2}月"
)
#: a part of the year; or it is reviews and suits that are carried over
NOT_CARRIED = re.compile(rf"{PERIOD.pattern}|复议|诉讼")
SCOPE = re.compile(
    r"全区|全县|全市|全镇|全系统|各(?:部门|单位|街道|镇|机关|公开机构|公开主体)|区政府本级|区本级|(?:机关)?本级"
    r"|区政府办(?:公室)?|[下所]属"
)
_NAME = r"(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)"
#: not the second of two that are counted together: 予以公开和部分公开20件
RESULT = re.compile(
    rf"(?<![部分主动])(?<!(?:公开|提供|处理)[和及与或、])(?P<result>{_NAME})的?(?:申请)?{_SUM}"
    rf"{_NUMBER}(?:件|份|宗|项|条)"
)

_WHAT = r"(?P<what>复议|诉讼)(?:案件|申请|案)?"
_AND = r"(?:和|、|及|以及|与|或|或者)"
_SUED = r"(?:被)?(?:提起|申请|引发|引起|发生|产生)?(?:的)?"
BOTH = re.compile(
    rf"行政复议(?:案件|申请)?{_AND}{_SUED}(?:行政)?诉讼(?:案件)?{_SUM}(?P<each>各)?{_NUMBER}{_CASES}"
)
DISPUTE = re.compile(rf"行政{_WHAT}{_SUM}{_NUMBER}{_CASES}")
DISPUTE_BEFORE = re.compile(
    rf"(?:发生|引发|引起|产生|提起|涉及|共有|收到){_NUMBER}{_CASES}(?:政府)?(?:信息公开)?类?的?行政{_WHAT}"
)
_CLAUSE = r"[^，,。；;]"
_NEVER = (
    r"(?:(?:未|没有|没)(?:发生|出现|收到|产生|引发|引起|涉及|被(?:申请|提起)?|有)"
    r"|无(?=因|(?:任何)?政府信息|信息公开|行政|被|涉及|申请|发生))"
)
NO_DISPUTE = re.compile(
    rf"{_NEVER}(?P<what>{_CLAUSE}{{0,60}}?(?:行政)?复议(?:{_CLAUSE}{{0,16}}?诉讼)?"
    rf"|{_CLAUSE}{{0,30}}?行政诉讼)(?!决定|通知|结果|后|被|纠|败|撤|机关)"
)
#: the same case may be counted once more in each of them
INSTANCE = re.compile(r"一审|二审|上诉|再审|应诉")
#: cases it decides for others, which have nothing to do with its own disclosure
OWN_CASES = re.compile(r"(?:办理|审理|审结|承办|受理)(?:的|各类)?行政复议(?:案件|申请)")

_DOCUMENTS = r"(?:行政)?规范性文件"
_MAKING = r"(?:制发|制定|出台|印发|新制作)(?:发布|出台|印发|并公布)?了?"
_OWNER = r"(?:本|我)?(?:区|局|办|委|机关|单位|镇|街道)?(?:的)?"
MADE = re.compile(rf"(?<!废止){_MAKING}{_OWNER}{_DOCUMENTS}{_SUM}{_NUMBER}(?:件|份|个|部|项)")
MADE_BEFORE = re.compile(rf"{_MAKING}{_NUMBER}(?:件|份|个|部|项){_DOCUMENTS}")
NOT_MADE = re.compile(rf"(?:未|没有)(?:新)?{_MAKING}{_CLAUSE}{{0,12}}?{_DOCUMENTS}")
IN_FORCE = re.compile(rf"现行有效的?{_DOCUMENTS}{_SUM}{_NUMBER}(?:件|份|个|部|项)")
IN_FORCE_BEFORE = re.compile(rf"{_NUMBER}(?:件|份|个|部|项)现行有效的?{_DOCUMENTS}")


_OF = rf"(?:继续)?(?:办理|处理|答复)?的?(?:{_REQUEST}|申请)?{_AFTER}{_SUM}"


def carried_in(year: int) -> tuple[re.Pattern[str], ...]:
    """What the year before had left: 上年结转2件, 2022年结转至2023年的2件, 2件为上年结转, 无上年结转."""
    last = rf"(?:上一?年度?|去年|往年|{year - 1}年度?)"
    turned = rf"{last}(?:末|底)?的?(?:结转|转结|转接)(?:[至到入](?:本年度?|今年|{year}年度?)|{year}年度?)?"
    return (
        re.compile(rf"{turned}{_OF}{_NUMBER}{_UNIT_OR_END}"),
        re.compile(rf"(?:结转|转结){last}{_OF}{_NUMBER}{_UNIT_OR_END}"),
        re.compile(rf"{_NUMBER}{_UNIT}(?:{_REQUEST}|申请)?(?:为|系|是|由|属){last}(?:结转|转结)"),
        re.compile(rf"(?:无|没有){last}(?:结转|转结)"),
    )


def carried_out(year: int) -> tuple[re.Pattern[str], ...]:
    """What is left for the next year: 结转下年度继续办理3件, 3件结转至2024年, 无下年度结转."""
    following = rf"(?:下一?年度?|明年|次年|来年|{year + 1}年度?)"
    turned = rf"(?:结转|转结|转接)[至到入于]?{following}"
    before = rf"{_NUMBER}{_UNIT}(?:{_REQUEST}|申请)?(?:尚在办理)?[，,]?将?"
    return (
        re.compile(rf"{turned}{_OF}{_NUMBER}{_UNIT_OR_END}"),
        re.compile(rf"{before}{turned}(?!{_OF}\d)"),
        re.compile(rf"(?:无|没有)(?:{turned}|{following}结转)"),
    )


def plain(text: str) -> str:
    """Half-width digits, no spaces, no commas inside numbers."""
    return _THOUSANDS.sub("", "".join(text.split()).translate(_WIDE))


def clause(sentence: str, found: re.Match[str]) -> str:
    """The part of the sentence, from comma to comma, that holds what was found."""
    start = max(sentence.rfind(mark, 0, found.start()) for mark in "，,") + 1
    ends = [place for mark in "，," if (place := sentence.find(mark, found.end())) >= 0]
    return sentence[start : min(ends, default=len(sentence))]


def apart(found: Iterable[Iterable[re.Match[str]]]) -> Iterator[re.Match[str]]:
    """The matches of several patterns, none that lies over one before it."""
    taken: list[tuple[int, int]] = []
    for match in (each for matches in found for each in matches):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            taken.append(match.span())
            yield match
