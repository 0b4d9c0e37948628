"""Words people use → the word of the closed list: each means that one and nothing else."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping, Sequence

from gongkai.records.vocabulary.documents import Audience, Disclosure, EvaluationKind, Form
from gongkai.records.vocabulary.meetings import Delegate, EventKind, MeetingKind, Opening
from gongkai.records.vocabulary.participation import ResponseChannel, StepState, Uptake
from gongkai.records.vocabulary.publishing import Channel, Keeping, PushChannel
from gongkai.records.vocabulary.term import Term
from gongkai.records.vocabulary.work import TaskProgress

_USUAL: Mapping[type[Term], Mapping[str, str]] = {
    Form: {
        "图解": "一图读懂",
        "图文解读": "一图读懂",
        "图表解读": "一图读懂",
        "一图看懂": "一图读懂",
        "问答": "简明问答",
        "政策问答": "简明问答",
        "文字解读": "文字",
        "动画": "动漫",
        "发布会": "新闻发布会",
        "视频解读": "视频",
        "音频解读": "音频",
    },
    Uptake: {
        "已采纳": "采纳",
        "全部采纳": "采纳",
        "予以采纳": "采纳",
        "不采纳": "未采纳",
        "不予采纳": "未采纳",
        "已部分采纳": "部分采纳",
    },
    MeetingKind: {"区政府常务会议": "区政府常务会", "发布会": "新闻发布会"},
    EventKind: {"开放日": "政务开放日", "访谈": "在线访谈", "议事厅": "公开议事厅"},
    Opening: {"直播": "网络直播", "公众列席": "列席"},
    Delegate: {"专家": "专家学者", "新闻媒体": "媒体"},
    ResponseChannel: {"发布会": "新闻发布会", "网站": "政府网站", "新媒体": "政务新媒体", "热线": "热线答复"},
    StepState: {"完成": "已完成", "正在进行": "进行中", "不需要": "不适用", "未启动": "未开始"},
    TaskProgress: {"完成": "已完成", "正在推进": "推进中"},
    Channel: {"网站": "政府网站", "公报": "政府公报", "门户网站": "政府网站"},
    PushChannel: {"微信": "政务微信", "微信公众号": "政务微信", "微博": "政务微博", "客户端": "政务客户端"},
    Keeping: {"永久保存": "永久", "三十年": "30年", "十年": "10年", "30 年": "30年"},
    Disclosure: {"不公开": "不予公开"},
    Audience: {"公民": "个人", "自然人": "个人", "企业法人": "企业", "个体户": "个体工商户"},
    EvaluationKind: {"第三方评价": "第三方评估", "自评": "政策评价"},
}

#: names people give to keys → what the key is called where it is known
_KEYS = {
    "文号": "发文字号",
    "发文号": "发文字号",
    "文件编号": "发文字号",
    "发文单位": "发文机关",
    "制发机关": "发文机关",
    "制定机关": "发文机关",
    "题目": "标题",
    "文件标题": "标题",
    "文件名称": "标题",
    "发布时间": "发布日期",
    "成文时间": "成文日期",
    "施行时间": "施行日期",
    "实施日期": "施行日期",
    "生效日期": "施行日期",
    "实施时间": "施行日期",
    "失效时间": "失效日期",
    "主题": "主题分类",
    "解读方式": "解读形式",
    "承办部门": "承办单位",
    "会议时间": "日期",
    "会议日期": "日期",
    "单位名称": "名称",
    "编码": "编号",
}

#: how the path of a file ends
_FILE = re.compile(r"\.[a-z0-9]{2,5}\s*$", re.IGNORECASE)


def usual_key(key: str, known: Collection[str]) -> str:
    """The key that is meant by another name for it, of those that are known; "" where none is."""
    right = _KEYS.get(key.strip(), "")
    return right if right in known else ""


def apart(key: str, given: object, known: Collection[str]) -> str:
    """How ``名称: path`` is mended where a name and its file are asked for each by itself; "" elsewhere."""
    if not {"名称", "文件"} <= set(known) or not isinstance(given, str) or not _FILE.search(given):
        return ""
    return f"改为两行，左边对齐：“名称: {key}”和“文件: {given.strip()}”"


def alike(word: str, terms: Sequence[str]) -> list[str]:
    """The word of a closed list that was likely meant, if there is one.

    Of a word of four signs two are not enough: 专题会议 is no 镇会议.
    """
    return difflib.get_close_matches(word, terms, n=1, cutoff=0.5 if len(word) < 4 else 0.6)


def meant(terms: type[object], word: str) -> str:
    """The word of a closed list that is meant by a word people use; "" where none is, or none surely."""
    usual = _USUAL.get(terms, {}) if issubclass(terms, Term) else {}
    return usual.get(word.strip(), "")


def all_apart(given: Mapping[str, object], needed: Sequence[str]) -> str:
    """Names with their files behind them → the rows that are meant; "" where one is no such pair."""
    said = [f"- 名称: {name}；下一行对齐写 文件: {file}" for name, file in given.items()]
    each = all(apart(f"{name}", file, needed) for name, file in given.items())
    return f"写成：{'；下一项写 '.join(said)}" if said and each else ""
