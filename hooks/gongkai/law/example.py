"""Examples of rules: tiny columns as text that pass, that fail, and that stand at the edge of a limit.

They are the documentation of a rule and its test. The functions write one file each,
with fields that are right unless others are given; ``None`` leaves a key out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai.common.problems import Level, Problem

Files = Mapping[str, str]

_DIGITS = re.compile(r"\d+")
#: "today" of every example
TODAY = "2026-11-21"

REVIEW = """
  初审: 甲
  复审: 乙
  终审: 丙
  保密审查日期: 2026-10-20"""


@dataclass(frozen=True)
class Edge:
    """Both sides of one limit of a rule: the last day or value that passes, and the first that fails.

    ``passes`` and ``fails`` are laid over the good files of the example (empty text takes a file
    away); ``last`` and ``first`` are the days on which each is looked at, the example's own where
    empty. Give files where a written value is at its limit, days where a term runs out by itself;
    two days stand next to each other. Where the rule fails it says ``message``, where it passes it
    does not, with other figures neither; with a ``level`` what it says at another does not count.
    """

    message: str
    passes: Files = field(default_factory=dict)
    fails: Files = field(default_factory=dict)
    last: str = ""
    first: str = ""
    level: Level | None = None

    def told(self, problem: Problem) -> bool:
        """Whether a problem is the one that this edge is about."""
        return self.message in problem.message and self.level in {None, problem.level}

    def resembles(self, problem: Problem) -> bool:
        """Whether a problem says the same, maybe with other figures: nothing like it may be said before."""
        alike = _DIGITS.sub("", self.message) in _DIGITS.sub("", problem.message)
        return alike and self.level in {None, problem.level}


@dataclass(frozen=True)
class Example:
    """``good`` passes the rule; ``bad`` laid over it does not, with ``message`` in what is said.

    A file of ``bad`` with empty text is taken away. ``edges`` has one entry for each term or limit
    of the rule.
    """

    good: Files
    bad: Files
    message: str
    today: str = TODAY
    edges: tuple[Edge, ...] = ()

    @property
    def bad_tree(self) -> dict[str, str]:
        return self.with_files(self.bad)

    def with_files(self, files: Files) -> dict[str, str]:
        """The good files with others laid over them; a file whose text is empty is taken away."""
        return {path: text for path, text in {**self.good, **files}.items() if text}


def a_policy(
    slug: str = "yanglao",
    body: str = "第一条　为做好养老服务，制定本办法。\n\n第二条　老年人可以申请补贴。",
    **fields: str | None,
) -> Files:
    """A policy of 2026 that needs no interpretation until one is asked of it."""
    written = {
        "标题": f"示例区养老服务办法（{slug}）",
        "索引号": f"SL-2026-{slug}",
        "发文机关": "区民政局",
        "发文字号": "示民发〔2026〕21号",
        "成文日期": "2026-11-02",
        "发布日期": "2026-11-05",
        "施行日期": "2026-12-01",
        "是否规范性文件": "是",
        "审核": REVIEW,
    }
    if fields.get("是否规范性文件") == "否" and not {"标题", "公开属性"} & {*fields}:
        # what is no policy by its title and text has to say for whom it is
        written["服务对象"] = "[机关事业单位]"
    return _markdown(f"content/policies/2026/{slug}.md", written, fields, body)


def an_interpretation(
    slug: str = "yanglao-jiedu",
    body: str = "## 背景依据\n\n区里老年人多，自己做饭不便，所以定了这个办法。\n\n"
    "## 主要内容\n\n在助餐点用餐的，按人按餐补贴，由街道审核后发给。\n\n## 涉及范围\n\n全区六十岁以上的人。",
    **fields: str | None,
) -> Files:
    written = {
        "标题": f"养老服务办法解读（{slug}）",
        "解读文件": "[yanglao]",
        "发布日期": "2026-11-06",
        "审核": REVIEW,
    }
    return _markdown(f"content/interpretations/2026/{slug}.md", written, fields, body)


TOPIC = """
  - 标题: 审议养老服务办法
    承办单位: 区民政局
    议定结果: 审议通过。
    结果公布日期: 2026-11-05
    形成的文件: [yanglao]"""


def a_meeting(slug: str = "changwuhui-46", body: str = "会议安排。", **fields: str | None) -> Files:
    written = {
        "会议名称": "区政府常务会第 46 次会议",
        "日期": "2026-11-03",
        "预告日期": "2026-10-28",
        "主办单位": "区民政局",
        "是否开放": "是",
        "开放方式": "[列席]",
        "列席代表": "[{类别: 公众代表, 人数: 3}]",
        "议题": TOPIC,
    }
    return _markdown(f"content/meetings/2026/{slug}.md", written, fields, body)


def an_item(slug: str = "jiuzhu", body: str = "本季度救助 120 人次。", **fields: str | None) -> Files:
    written = {
        "标题": "第三季度临时救助开展情况",
        "单位": "区民政局",
        "形成日期": "2026-10-30",
        "发布日期": "2026-11-04",
        "公开事项": "SL-01",
        "审核": REVIEW,
    }
    return _markdown(f"content/items/minzheng-ju/2026/{slug}.md", written, fields, body)


def a_page(slug: str = "zhinan", body: str = "本指南说明怎样获取政府信息。", **fields: str | None) -> Files:
    written = {"标题": "政府信息公开指南", "更新日期": "2026-09-01"}
    return _markdown(f"content/pages/{slug}.md", written, fields, body)


def a_unit(slug: str = "minzheng-ju", **fields: str | None) -> Files:
    written = {"名称": "区民政局", "曾用名": "[区民政处]", "类别": "部门"}
    return {f"data/units/{slug}.yml": _lines(written, fields)}


def an_entry(slug: str = "minzheng-ju", **fields: str | None) -> Files:
    """A catalogue of one row."""
    written = {"编号": "SL-01", "一级事项": "社会救助", "公开主体": "[区民政局]"}
    lines = _lines(written, fields).splitlines()
    return {f"data/catalogue/{slug}.yml": "- " + "\n  ".join(lines) + "\n"}


def a_waiver(slug: str = "renshi", **fields: str | None) -> Files:
    written = {
        "规则": "interpretation-missing",
        "对象": "content/policies/2026/renshi.md",
        "理由": "只涉及内部工作分工",
        "批准人": "区政务公开领导小组办公室",
        "有效期至": "2027-12-31",
    }
    return {f"data/waivers/{slug}.yml": _lines(written, fields)}


def _markdown(path: str, written: Mapping[str, str], fields: Mapping[str, str | None], body: str) -> Files:
    return {path: f"---\n{_lines(written, fields)}---\n{body}\n"}


def _lines(written: Mapping[str, str], fields: Mapping[str, str | None]) -> str:
    values = {**written, **fields}
    return "".join(f"{key}: {value}\n" for key, value in values.items() if value is not None)


#: a document of 2020, for those that change or end it
OLD_POLICY: Files = a_policy(
    "jiu",
    发文字号="示民发〔2020〕5号",
    是否规范性文件="否",
    成文日期="2020-05-06",
    发布日期="2020-05-08",
    施行日期="2020-06-01",
    审核="{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2020-05-06}",
)
#: a tiny column without any fault
CLEAN: Files = {
    **a_unit(),
    **an_entry(),
    **a_policy(),
    **an_interpretation(),
    **a_meeting(),
    **an_item(),
    **a_page(),
}
#: its addresses, as they are registered; an example without a register has all of its own registered
REGISTERED: Files = {
    "data/addresses/pages.txt": """\
interpretations/2026/yanglao-jiedu/
items/minzheng-ju/2026/jiuzhu/
meetings/2026/changwuhui-46/
policies/2026/yanglao/ 示例区养老服务办法（yanglao）
units/minzheng-ju/ 区民政局
zhinan/ 政府信息公开指南
"""
}
