"""The monthly report of a unit: what stands in it, in three forms, and only what is the unit's own."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import io
import sys
from typing import Any

import docx
import pypdf
import pytest

from gongkai import settings
from gongkai.common.paper.blocks import Paper, Paragraph, Row, Table
from gongkai.common.paper.markdown import as_markdown
from gongkai.common.problems import Problem
from gongkai.desk import cli, monthly
from gongkai.desk.mailing import FORMATS
from gongkai.law.duties import Duty, DutyState
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.standard import Standard

TODAY = dt.date(2026, 11, 21)
DAY = dt.timedelta(days=1)
MORE = {
    "content/policies/2025/jiu.md": """\
---
标题: 旧办法
发文机关: 区民政局
成文日期: 2025-01-02
发布日期: 2025-01-05
失效日期: {end}
是否规范性文件: 否
---
正文。
""",
    "data/reading-rooms/tushuguan.yml": ReadingRoom.EXAMPLE.replace("区图书馆\n", "区民政局\n"),
}
VERIFIED = Standard.model_validate({"名称": "核验", "依据": [{"文件": "某办法"}], "参数": {"核验天数": "90"}})


@pytest.fixture
def column(small_column, standards):
    """The small column with more files; duties are added by each test."""

    def build(end: str = "2027-01-05", duties=(), problems=(), norms: str = "") -> monthly.Column:
        files = {path: text.replace("{end}", end) for path, text in MORE.items()}
        files |= {"data/norms/district.yml": norms} if norms else {}
        held = {**standards, "contact-verified": VERIFIED}
        return monthly.Column(small_column(files), duties, problems, held)

    return build


def _report(column: monthly.Column, month: str = "2026-10") -> str:
    unit = column.register.unit("区民政局")
    assert unit
    return as_markdown(monthly.report(column, unit, month))


def _section(text: str, number: str) -> str:
    return text.split(f"## {number}、", 1)[1].split("\n## ", 1)[0]


def test_late_due_and_ending_stand_in_their_sections(column):
    whole = column()
    unit, other = (whole.register.unit(name) for name in ("区民政局", "区住房城市建设委"))

    def duty(title, state, due, units=(unit,), kind="catalogue"):
        return Duty(title, kind, title, unit, units, due, state, "某办法第一条", unit.url)

    duties = [
        duty("逾期的", DutyState.OVERDUE, TODAY - DAY),
        duty("空白的", DutyState.BLANK, None),
        duty("快到的", DutyState.DUE_SOON, TODAY + 30 * DAY),
        duty("还早的", DutyState.DUE_LATER, TODAY + 31 * DAY),
        duty("做完的", DutyState.DONE, TODAY + DAY),
        duty("别人的", DutyState.OVERDUE, TODAY - DAY, (other,)),
        duty("要失效的", DutyState.DUE_SOON, TODAY + 10 * DAY, kind="policy-expiry"),
    ]
    text = _report(column(duties=duties))
    late, soon, ending = (_section(text, number) for number in "一二三")
    assert "逾期的" in late and "2026-11-20" in late and "某办法第一条" in late and "空白的" in late
    assert "快到的" in soon and "还早的" not in soon and "要失效的" not in soon
    assert "要失效的" in ending and "《旧办法》有效期届满" in ending
    assert "别人的" not in text and "做完的" not in text
    assert "- 逾期和空白 2 件\n- 30 天内到期 1 件\n- 90 天内失效或者要核验 3 件" in text


def test_what_is_due_today_is_due_still_and_a_document_that_ends_is_told_of_once(column):
    whole = column()
    unit, ending = whole.register.unit("区民政局"), whole.register.policy("jiu")

    def duty(title, state, due, record, kind):
        return Duty(title, kind, title, record, (unit,), due, state, "某办法第一条", unit.url)

    duties = [
        duty("今天的", DutyState.DUE_SOON, TODAY, unit, "catalogue"),
        duty("不临期的", DutyState.DUE_LATER, TODAY + 9 * DAY, unit, "catalogue"),
        duty("旧办法要失效", DutyState.DUE_LATER, dt.date(2027, 1, 4), ending, "policy-expiry"),
    ]
    text = _report(column(duties=duties))
    assert "| 今天的 | 2026-11-21 | 临期 | 某办法第一条 |" in _section(text, "二")
    assert "不临期的" in _section(text, "二")
    assert "旧办法要失效" in text and "《旧办法》有效期届满" not in text


@pytest.mark.parametrize(
    ("end", "told"), [("2027-02-19", True), ("2027-02-20", False), ("2026-11-20", False)]
)
def test_a_document_is_told_of_for_90_days(column, end, told):
    assert ("《旧办法》有效期届满" in _section(_report(column(end)), "三")) is told


def test_what_should_have_been_published_and_is_not_is_told_with_the_basis(column):
    """By the norms of the district, the city and the country, also where the unit never began."""
    norm = DutyNorm.EXAMPLE.replace("类别: 街道", "类别: 部门") + "  生效日期: 2025-01-01\n"
    text = _report(column(norms=norm))
    assert (
        "（2025年） | 2026-01-31 | 逾期 | 示例区政务公开工作安排 |"
        in text.split("## 应当公开还没有公开的")[1]
    )


def test_what_was_verified_long_ago_is_told_of(column):
    assert "核验“区图书馆政府信息查阅点”的电话、地址和时间 | 2027-01-10" in _section(_report(column()), "三")


def test_the_month_lists_what_was_published_in_it(column):
    assert "第三季度临时救助情况" in _section(_report(column()), "四")
    row = "| 第三季度临时救助情况 | 信息 | 2026-10-12 | https://www.example.gov.cn/zwgk/items/"
    assert row in _section(_report(column()), "四")
    assert "当月没有公布内容" in _section(_report(column(), "2026-09"), "四")


def test_problems_are_those_in_the_unit_s_own_files(column):
    problems = [
        Problem("a", "content/items/minzheng-ju/2026/jiuzhu.md", "自己的", "改", line=3),
        Problem("a", "data/catalogue/minzheng-ju.yml", "目录的", "改", row=0),
        Problem("a", "content/policies/2026/jiazhuang-dianti.md", "别人的", "改"),
    ]
    faults = _section(_report(column(problems=problems)), "五")
    assert "| 自己的 | 错误 | content/items/minzheng-ju/2026/jiuzhu.md:3 | 改 |" in faults
    assert "目录的" in faults and "别人的" not in faults


PAPER = Paper(
    "月报 <甲>",
    "某办公室",
    TODAY,
    (
        Paragraph("一*二_三|四 <b>"),
        Table("共 1 项", ("甲", "乙"), (Row(("a|b", "第一行\n第二行")),), (50, 50)),
    ),
)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_has_the_words_and_is_the_same_every_time(form):
    made = FORMATS[form](PAPER)
    assert made == FORMATS[form](PAPER)
    if form == "docx":
        read: Any = docx.Document(io.BytesIO(made))
        assert read.core_properties.created.date() == TODAY
        text = "".join(each.text for each in [*read.paragraphs, *read.tables[0]._cells])
    elif form == "pdf":
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    elif form == "eml":
        mail = email.message_from_bytes(made, policy=email.policy.default)
        assert mail["Subject"] == PAPER.title
        text = mail.get_content()
    else:
        text = made.decode().replace("\\", "")
    for words in ("月报 <甲>", "一*二_三|四 <b>", "共 1 项", "甲", "乙", "a|b", "第一行", "第二行"):
        assert words in text


def test_marks_in_the_words_are_no_markdown():
    text = as_markdown(PAPER)
    assert r"一\*二\_三\|四 \<b\>" in text and r"| a\|b | 第一行 第二行 |" in text


@pytest.fixture
def command(mini, monkeypatch):
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    return lambda *words: cli.main(["report", "--root", str(mini), "--date", "2026-11-21", *words])


def test_one_unit_is_shown_and_all_go_into_a_folder(command, capsys, tmp_path):
    assert command("--unit", "区民政局") == 0
    text = capsys.readouterr().out
    assert text.startswith("# 区民政局政务公开月报（2026年11月）\n")
    assert command("--into", str(tmp_path / "月报")) == 0
    files = sorted(path.name for path in (tmp_path / "月报").iterdir())
    assert files == ["jianshe-wei-2026-11.md", "minzheng-ju-2026-11.md"]
    assert (tmp_path / "月报/minzheng-ju-2026-11.md").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--into"),
        (("--unit", "区民政局", "--format", "pdf"), "--into"),
        (("--unit", "区无此局"), "没有单位“区无此局”"),
        (("--unit", "区民政局", "--month", "2026-13"), "月份“2026-13”不对"),
    ],
)
def test_wrong_use_is_2(command, capsys, words, said):
    assert command(*words) == 2
    assert said in capsys.readouterr().err


def test_without_the_system_s_text_library_a_pdf_is_refused_in_a_sentence(
    command, capsys, tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    assert command("--unit", "区民政局", "--format", "pdf", "--into", str(tmp_path / "x")) == 2
    assert "Pango" in capsys.readouterr().err and not (tmp_path / "x").exists()
