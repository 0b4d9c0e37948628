"""A made-up column of any size that keeps every rule: what a check says of it is a false alarm.

It is ``tests/sites/good``, which has a record of every type, with many more policies and
their interpretations, items, meetings, events, consultations, decisions and responses of
nine years. The same size gives the same files.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from gongkai import gate, pipeline
from gongkai.column import announced_texts, kept_log
from gongkai.exports import log
from gongkai.gate import addresses
from gongkai.settings import Settings, read_column

TODAY = dt.date(2026, 11, 21)
GOOD = Path(__file__).resolve().parents[2] / "tests/sites/good"
YEARS = range(2018, 2027)
#: of every hundred records
SHARES = {"item": 60, "pair": 10, "meeting": 8, "consultation": 4, "event": 4, "decision": 2, "response": 2}
_WORDS = (
    "为做好老旧小区改造信息公开，受理单位应当一次告知所需材料，补贴资金按月发放到申请人；"
    "公开的内容包括依据、程序、标准和结果，居民可以到街道政务服务大厅咨询。"
)
BODY = "\n\n".join(f"（{number}）{_WORDS * 3}" for number in range(1, 7))
ARTICLES = "\n\n".join(f"第{number}条　{_WORDS * 3}" for number in "一二三四五六七八九")
ELEMENTS = f"## 背景依据\n\n{_WORDS}\n\n## 主要内容\n\n{_WORDS * 3}\n\n## 涉及范围\n\n{_WORDS}"

#: path → text
Files = dict[str, str]


def make(root: Path, count: int) -> None:
    """Write the column; ``count`` records beside the few of the good column, all registered."""
    shutil.copytree(GOOD, root)
    decisions: dict[int, str] = {}
    for path, text in _files(count, decisions).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for year, rows in decisions.items():
        with (root / f"data/decisions/{year}.yml").open("a", encoding="utf-8") as file:
            file.write(rows)
    _print_policies(root)
    settings = Settings(root, TODAY, read_column(root))
    register = pipeline.check(settings).register
    addresses.write(root, addresses.current(register))
    announced_texts.write(root, announced_texts.current(register))
    kept_log.write(root, log.unkept(gate.released(register)))


def _print_policies(root: Path) -> None:
    """One more issue of the gazette, with every policy of this year."""
    names = sorted(path.stem for path in (root / f"content/policies/{TODAY.year}").glob("banfa-*.md"))
    lines = "".join(f"    - {{文件: {name}, 页码: {page}}}\n" for page, name in enumerate(names, 1))
    with (root / f"data/gazette/{TODAY.year}.yml").open("a", encoding="utf-8") as file:
        day = TODAY - dt.timedelta(days=1)
        head = f"- 编号: {day.year}-4\n  期号: {day.year}年第4期\n  出版日期: {day}\n  目录:\n"
        file.write(head + lines if names else "")


def _files(count: int, decisions: dict[int, str]) -> Files:
    # the unit of the annual reports of the good column would have to count these policies in them
    filed = "- {{环节: 归档, 年度: {0}, 日期: {1}-03-01, 接收单位: 档案室, 件数: 99999, 凭证: 目录}}\n"
    files: Files = {
        "data/units/jiaowei.yml": "名称: 区教委\n类别: 部门\n",
        "data/handovers/earlier.yml": "".join(filed.format(year, year + 1) for year in YEARS[:-1]),
    }
    kinds: list[str] = [kind for kind, share in SHARES.items() for _ in range(share)]
    made = 0
    for number, kind in enumerate(_spread(kinds)):
        if made >= count:
            return files
        day = _day(number)
        if kind == "decision":
            decisions[day.year] = decisions.get(day.year, "") + _decision(number, day)
            made += 1
        else:
            written = _WRITERS[kind](number, day)
            files |= written
            made += len(written)
    return files


def _spread(kinds: list[str]) -> Iterator[str]:
    """The kinds over and over, mixed the same way every time (7 has no factor in common with 90)."""
    return cycle([kinds[place * 7 % len(kinds)] for place in range(len(kinds))])


def _day(number: int) -> dt.date:
    """A Tuesday of spring or summer: no holiday makes a term longer or shorter."""
    year = YEARS[number % len(YEARS)]
    day = dt.date(year, 3, 8) + dt.timedelta(days=7 * (number // len(YEARS) % 20))
    return day + dt.timedelta(days=(1 - day.weekday()) % 7)


def _review(day: dt.date) -> str:
    return f"审核: {{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: {day - dt.timedelta(days=1)}}}\n示例: 是\n"


def _page(head: str, day: dt.date, body: str) -> str:
    return f"---\n{head}{_review(day)}---\n{body}\n"


def _item(number: int, day: dt.date) -> Files:
    head = (
        f"标题: 第{number}号救助工作情况\n单位: 区民政局\n形成日期: {day - dt.timedelta(days=3)}\n"
        f"发布日期: {day}\n公开事项: SL-01\n领域: [社会救助]\n关键词: [救助, 工作情况]\n"
    )
    return {f"content/items/minzheng-ju/{day.year}/qingkuang-{number:06d}.md": _page(head, day, BODY)}


def _pair(number: int, day: dt.date) -> Files:
    """A policy in force for five years, and its interpretation of the same day."""
    slug, title = f"banfa-{number:06d}", f"第{number}号救助事项实施办法"
    ends = day.replace(year=day.year + 5) - dt.timedelta(days=1)
    policy = (
        f"标题: {title}\n发文机关: 区教委\n发文字号: 好民发〔{day.year}〕{number // len(YEARS) + 100}号\n"
        f"成文日期: {day - dt.timedelta(days=2)}\n发布日期: {day}\n施行日期: {day}\n失效日期: {ends}\n"
        "是否规范性文件: 是\n主题分类: 民政、扶贫、救灾\n领域: 社会救助\n"
    )
    interpretation = (
        f"标题: 《{title}》解读\n解读文件: [{slug}]\n发布日期: {day}\n"
        "问答: [{问: 谁可以申请？, 答: 生活困难的居民。, 对应条款: 第二条}]\n"
    )
    return {
        f"content/policies/{day.year}/{slug}.md": _page(policy, day, ARTICLES),
        f"content/interpretations/{day.year}/{slug}-jiedu.md": _page(interpretation, day, ELEMENTS),
    }


def _meeting(number: int, day: dt.date) -> Files:
    head = (
        f"会议名称: 区民政局第{number}次办公会\n类型: 部门会议\n日期: {day}\n"
        f"预告日期: {day - dt.timedelta(days=6)}\n"
        "主办单位: 区民政局\n是否开放: 是\n开放方式: [列席]\n列席代表: [{类别: 公众代表, 人数: 3}]\n"
        "议题: [{标题: 研究救助工作, 承办单位: 区民政局, 议定结果: 同意。, "
        f"结果公布日期: {day + dt.timedelta(days=1)}, 未形成文件说明: 只听取情况}}]\n"
    )
    return {f"content/meetings/{day.year}/bangonghui-{number:06d}.md": _page(head, day, "会议安排。")}


def _consultation(number: int, day: dt.date) -> Files:
    head = (
        f"标题: 第{number}号救助事项征求意见\n单位: 区民政局\n发布日期: {day}\n开始日期: {day}\n"
        f"截止日期: {day + dt.timedelta(days=35)}\n"
        "方式: [{渠道: 寄信, 地址: 示例区安民大街20号区民政局}]\n"
        f"反馈: {{公布日期: {day + dt.timedelta(days=45)}, 意见总数: 6, 采纳数: 6, 主要观点: 简化材料}}\n"
    )
    return {f"content/consultations/{day.year}/zhengji-{number:06d}.md": _page(head, day, "欢迎提出意见。")}


def _event(number: int, day: dt.date) -> Files:
    head = (
        f"名称: 第{number}场政策公开讲\n类型: 政策公开讲\n日期: {day}\n主办单位: 区民政局\n"
        f"预告日期: {day - dt.timedelta(days=9)}\n参加人数: 18\n情况公布日期: {day + dt.timedelta(days=7)}\n"
    )
    return {f"content/events/{day.year}/gongkaijiang-{number:06d}.md": _page(head, day, BODY)}


def _response(number: int, day: dt.date) -> Files:
    head = (
        f"标题: 关于第{number}号救助问题的回应\n关切: 居民关心什么时候发放\n回应单位: 区民政局\n"
        f"发生日期: {day}\n回应日期: {day + dt.timedelta(days=1)}\n渠道: [政府网站]\n"
    )
    return {f"content/responses/{day.year}/huiying-{number:06d}.md": _page(head, day, BODY)}


def _decision(number: int, day: dt.date) -> str:
    steps = ("公众参与", "专家论证", "风险评估", "合法性审查", "集体讨论")
    days = [day + dt.timedelta(days=7 * place) for place in range(1, 6)]
    done = "".join(
        f"    {step}: {{日期: {each}, 说明: 有会议记录}}\n" for step, each in zip(steps, days, strict=True)
    )
    return (
        f"- 编号: JC{day.year}-{number}\n  事项: 第{number}号救助设施规划\n  承办单位: 区民政局\n"
        f"  目录公布日期: {day}\n  法定程序:\n{done}  决定日期: {days[-1]}\n  决定结果: 审议通过\n"
    )


_WRITERS: dict[str, Callable[[int, dt.date], Files]] = {
    "item": _item,
    "pair": _pair,
    "meeting": _meeting,
    "consultation": _consultation,
    "event": _event,
    "response": _response,
}
