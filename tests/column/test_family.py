"""A family of documents over ten years: the text on forty days, against wordings written by hand.

The amendments stand below as officials write them; what each article said, and from when to when, was
written down beside them without the program. A day is tried on each edge of each amendment.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import pytest

from gongkai.column.register import Register
from gongkai.column.versions import Version, version_on, versions
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status

DAY = dt.timedelta(days=1)
BASE = """\
第一章 总则

第一条　为了管理公园，制定本办法。

第二条　本办法适用于本区的公园。

第三条　区园林局负责管理。

第二章 管理

第四条　公园每日6时开放，22时关闭。

第五条　禁止下列行为：
（一）攀折花木；
（二）捕捞鱼虾；
（三）乱丢垃圾。

第六条　门票价格由区发展改革委核定。

老年人免费。

第七条　违反第五条的，由区园林局责令改正。

第八条　本办法自2016年3月1日起施行。"""


class Act(NamedTuple):
    """A decision of a day: its words, and what an editor wrote beside them."""

    day: str
    words: str
    keys: str = ""
    kind: str = "修改"


CLOSE = "此外，对条文顺序作相应调整。"
ACTS = (
    Act("2016-09-01", "将第四条修改为：“第四条　公园每日5时开放，22时关闭。”"),
    Act("2017-01-01", "一、第五条增加一项，作为第（四）项：“（四）吸烟。”"),
    Act("2017-06-01", "一、第六条第二款修改为：“老年人、残疾人免费。”"),
    Act("2017-12-01", "一、在第七条后增加一条，作为第七条之一：“对处罚不服的，可以申请行政复议。”"),
    Act("2018-03-01", "一、第五条第（二）项修改为：“（二）捕捞、投喂鱼虾；”"),
    Act("2018-07-01", "有关机构改革。", "{换: 第三条、第七条, 原词: 区园林局, 新词: 区园林绿化局}"),
    Act("2018-10-01", "一、第六条增加一款，作为第三款：“学生半价。”"),
    Act("2019-01-01", "一、删去第六条第一款。"),
    Act("2019-05-01", "一、删去第五条第（三）项。"),
    Act("2019-09-01", f"一、增加一条，作为第五条：“公园可以举办活动。”\n\n{CLOSE}"),
    Act("2020-01-01", f"一、删去第九条。\n\n{CLOSE}"),
    Act("2020-04-01", "一、第八条修改为：“违反第六条的，由区园林绿化局责令改正，处50元罚款。”"),
    Act("2020-10-01", f"一、第七条改为第五条。\n\n{CLOSE}"),
    Act("2021-01-01", "第五条废止。", "{删: 第五条, 理由: 废止}", "部分废止"),
    Act("2021-06-01", "将第一条修改为：“第一条　为了管理和保护公园，制定本办法。”"),
    Act("2021-06-01", "将第二条修改为：“第二条　本办法适用于本区的公园和绿道。”"),
    Act("2022-01-01", "有关机构改革。", "{换: 全文, 原词: 区园林绿化局, 新词: 区城市管理委}"),
    Act("2022-08-01", "暂停实行第四条。", "{停: 第四条, 止: 2022-12-31}"),
    Act("2023-01-01", f"一、第四条改为第三条。\n\n{CLOSE}"),
    Act("2023-07-01", "一、第九条修改为：“本办法由区城市管理委解释。”"),
    Act("2024-01-01", "对有关条文作了文字上的完善。"),
)
SECOND, THIRD = "2024-06-01", "2025-06-01"

PLANTS, FISH, FEED = "（一）攀折花木；", "（二）捕捞鱼虾；", "（二）捕捞、投喂鱼虾；"
#: article by article: its words, from which day on, until before which day; in the order of the text
HAND: tuple[tuple[str, str, str], ...] = (
    ("第一章 总则", "", ""),
    ("第一条/为了管理公园，制定本办法。", "", "2021-06-01"),
    ("第一条/为了管理和保护公园，制定本办法。", "2021-06-01", ""),
    ("第二条/本办法适用于本区的公园。", "", "2021-06-01"),
    ("第二条/本办法适用于本区的公园和绿道。", "2021-06-01", ""),
    ("第三条/区园林局负责管理。", "", "2018-07-01"),
    ("第三条/区园林绿化局负责管理。", "2018-07-01", "2022-01-01"),
    ("第三条/区城市管理委负责管理。", "2022-01-01", "2023-01-01"),
    ("第三条/公园每日5时开放，22时关闭。", "2023-01-01", ""),
    ("第四条/区城市管理委负责管理。", "2023-01-01", ""),
    ("第二章 管理", "", ""),
    ("第四条/公园每日6时开放，22时关闭。", "", "2016-09-01"),
    ("第四条/公园每日5时开放，22时关闭。", "2016-09-01", "2023-01-01"),
    ("第五条/公园可以举办活动。", "2019-09-01", "2020-10-01"),
    ("第五条/老年人、残疾人免费。/学生半价。", "2020-10-01", "2021-01-01"),
    ("第五条/〔已废止〕", "2021-01-01", ""),
    ("第六条/公园可以举办活动。", "2020-10-01", ""),
    (f"第五条/禁止下列行为：/{PLANTS}/{FISH}/（三）乱丢垃圾。", "", "2017-01-01"),
    (f"第五条/禁止下列行为：/{PLANTS}/{FISH}/（三）乱丢垃圾；/（四）吸烟。", "2017-01-01", "2018-03-01"),
    (f"第五条/禁止下列行为：/{PLANTS}/{FEED}/（三）乱丢垃圾；/（四）吸烟。", "2018-03-01", "2019-05-01"),
    (f"第五条/禁止下列行为：/{PLANTS}/{FEED}/（三）吸烟。", "2019-05-01", "2019-09-01"),
    (f"第六条/禁止下列行为：/{PLANTS}/{FEED}/（三）吸烟。", "2019-09-01", "2020-10-01"),
    (f"第七条/禁止下列行为：/{PLANTS}/{FEED}/（三）吸烟。", "2020-10-01", ""),
    ("第六条/门票价格由区发展改革委核定。/老年人免费。", "", "2017-06-01"),
    ("第六条/门票价格由区发展改革委核定。/老年人、残疾人免费。", "2017-06-01", "2018-10-01"),
    ("第六条/门票价格由区发展改革委核定。/老年人、残疾人免费。/学生半价。", "2018-10-01", "2019-01-01"),
    ("第六条/老年人、残疾人免费。/学生半价。", "2019-01-01", "2019-09-01"),
    ("第七条/老年人、残疾人免费。/学生半价。", "2019-09-01", "2020-10-01"),
    ("第七条/违反第五条的，由区园林局责令改正。", "", "2018-07-01"),
    ("第七条/违反第五条的，由区园林绿化局责令改正。", "2018-07-01", "2019-09-01"),
    ("第八条/违反第五条的，由区园林绿化局责令改正。", "2019-09-01", "2020-04-01"),
    ("第八条/违反第六条的，由区园林绿化局责令改正，处50元罚款。", "2020-04-01", "2022-01-01"),
    ("第八条/违反第六条的，由区城市管理委责令改正，处50元罚款。", "2022-01-01", ""),
    ("第七条之一/对处罚不服的，可以申请行政复议。", "2017-12-01", "2019-09-01"),
    ("第九条/对处罚不服的，可以申请行政复议。", "2019-09-01", "2020-01-01"),
    ("第八条/本办法自2016年3月1日起施行。", "", "2019-09-01"),
    ("第十条/本办法自2016年3月1日起施行。", "2019-09-01", "2020-01-01"),
    ("第九条/本办法自2016年3月1日起施行。", "2020-01-01", "2023-07-01"),
    ("第九条/本办法由区城市管理委解释。", "2023-07-01", ""),
)


def by_hand(day: dt.date) -> str:
    told = day.isoformat()
    return "/".join(words for words, begins, ends in HAND if begins <= told and (not ends or told < ends))


def policy(title: str, number: int, day: str, body: str, keys: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n发文字号: 示民发〔{day[:4]}〕{number}号\n成文日期: {day}\n"
        f"发布日期: {day}\n施行日期: {day}\n是否规范性文件: 是\n{keys}---\n{body}\n"
    )


def files() -> dict[str, str]:
    made = {"content/policies/2016/gongyuan.md": policy("公园办法", 1, "2016-03-01", BASE)}
    for number, act in enumerate(ACTS, start=2):
        operations = f", 操作: [{act.keys}]" if act.keys else ""
        keys = f"{act.kind}: [{{文件: 示民发〔2016〕1号{operations}}}]\n"
        title = f"关于修改《公园办法》的决定（{number}）"
        made[f"content/policies/{act.day[:4]}/jueding-{number}.md"] = policy(
            title, number, act.day, f"{act.words}\n\n本决定自公布之日起施行。", keys
        )
    made["content/policies/2024/xin.md"] = policy(
        "新公园办法", 90, SECOND, "第一条　新。", "废止: [示民发〔2016〕1号]\n"
    )
    made["content/policies/2025/zaixin.md"] = policy(
        "又一公园办法", 91, THIRD, "第一条　又新。", "替代: [示民发〔2024〕90号]\n"
    )
    return made


@pytest.fixture
def register(small_column) -> Register:
    return small_column(files(), dt.date(2026, 11, 21))


def _old(register: Register) -> Policy:
    found = register.policy("示民发〔2016〕1号")
    assert found
    return found


def _told(version: Version) -> str:
    return "/".join(node.own_words for node in version.text.governing.walk() if node.own_words)


DAYS = sorted(
    {day for act in ACTS for each in [dt.date.fromisoformat(act.day)] for day in (each - DAY, each)}
)


def test_there_are_forty_days_and_every_kind_of_amendment() -> None:
    assert len(DAYS) == 40
    assert len(ACTS) == 21


def test_the_text_on_each_of_forty_days_is_the_one_written_by_hand(register: Register) -> None:
    every = versions(register, _old(register))
    found = {day: _told(version) for day in DAYS if (version := version_on(every, day))}
    assert found == {day: by_hand(day) for day in DAYS}


def test_what_could_not_be_read_is_known_and_changes_nothing(register: Register) -> None:
    every = versions(register, _old(register))
    unread = [each.by.title for version in every for each in version.by if not each.known]
    assert unread == ["关于修改《公园办法》的决定（22）"]


@pytest.mark.parametrize(
    ("day", "first", "second", "third"),
    [
        (dt.date(2016, 2, 29), Status.NOT_YET, Status.NOT_YET, Status.NOT_YET),
        (dt.date(2016, 3, 1), Status.VALID, Status.NOT_YET, Status.NOT_YET),
        (dt.date(2016, 9, 1), Status.AMENDED, Status.NOT_YET, Status.NOT_YET),
        (dt.date(2021, 1, 1), Status.PARTLY_REPEALED, Status.NOT_YET, Status.NOT_YET),
        (dt.date(2024, 5, 31), Status.PARTLY_REPEALED, Status.NOT_YET, Status.NOT_YET),
        (dt.date(2024, 6, 1), Status.REPEALED, Status.VALID, Status.NOT_YET),
        (dt.date(2025, 5, 31), Status.REPEALED, Status.VALID, Status.NOT_YET),
        (dt.date(2025, 6, 1), Status.REPEALED, Status.REPEALED, Status.VALID),
    ],
)
def test_where_each_of_the_three_stands(
    register: Register, day: dt.date, first: Status, second: Status, third: Status
) -> None:
    names = ("示民发〔2016〕1号", "示民发〔2024〕90号", "示民发〔2025〕91号")
    found = [each for each in map(register.policy, names) if each]
    assert [register.standing_on(each, day).status for each in found] == [first, second, third]


def test_the_last_text_ends_with_the_document(register: Register) -> None:
    last = versions(register, _old(register))[-1]
    assert last.ends == dt.date.fromisoformat(SECOND)
