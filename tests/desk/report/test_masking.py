"""A personal number put where other rules complain of it: whatever is printed, it is printed masked."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from gongkai import settings
from gongkai.common.problems import EnvironmentProblem, Problem, excerpt, told
from gongkai.desk import cli, report

IDENTITY, PHONE, CARD = "110101199003074514", "13800138000", "6222021234567890128"
POLICY = """\
---
标题: {title}
发文机关: {unit}
发文字号: {number}
成文日期: {day}
发布日期: 2026-11-05
是否规范性文件: 否
审核: {{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-11-03}}
{more}---
第一条　[张三](../2020/{number}.md)，见![图](https://a.example/{phone}.png)。

<font color="{phone}">红</font>
"""
PACKAGE = """\
标题: 许可
类别: 行政许可
摘要: 许可的结果
单位: 区民政局
更新周期: 每月
依据: [某办法]
发布日期: 2026-11-16
更新日期: 2026-11-16
字段:
  - {名称: 编号, 说明: 号, 用途: 编号, 必填: 是}
  - {名称: 信用代码, 说明: 代码, 类型: 统一社会信用代码}
  - {名称: 金额, 说明: 万元, 类型: 小数}
  - {名称: 类别, 说明: 类别, 可选值: [甲, 乙]}
  - {名称: 日期, 说明: 日期, 类型: 日期, 用途: 时间, 必填: 是}
  - {名称: 机关, 说明: 单位, 用途: 单位, 必填: 是}
"""
ROWS = f"""\
编号,信用代码,金额,类别,日期,机关
1,{IDENTITY},1.5,甲,2026-11-02,区民政局
2,,{IDENTITY},{CARD},{PHONE},张三{IDENTITY}
"""
LETTER = "甲" * 35
FILES = {
    "content/policies/2026/zz.md": POLICY.format(
        title=f"试样{PHONE}", unit=f"张三{IDENTITY}", number=IDENTITY, day="2026-11-02", phone=PHONE, more="",
    ),
    # named by a number; the values are cut where they are quoted, in the middle of the number
    f"content/policies/2026/{IDENTITY}.md": POLICY.format(
        title="试样", unit="区民政局", number="小建发〔2026〕951号", day=f"{LETTER}{IDENTITY}", phone=PHONE,
        more=f"领域: [{LETTER}{PHONE}, {IDENTITY}]\n电话{PHONE}: 补上\n",
    ),
    f"content/items/minzheng-ju/2026/{PHONE}.docx": "不是这里的",
    f"content/items/minzheng-ju/2026/Zhang {PHONE}.md": "不是这里的",
    f"content/items/minzheng-ju/2026/zhang-{IDENTITY}.md": "没有页首",
    "content/items/minzheng-ju/2026/duan.md": f"---\n标题 {PHONE}\n---\n",
    "data/units/zhang.yml": f"名称: 区张局{PHONE}\n状态: {IDENTITY}\n",
    "data/waivers/x.yml": f"规则: {PHONE}\n对象: {IDENTITY}\n理由: 无\n批准人: 甲\n有效期至: 2026-12-31\n",
    "data/addresses/y.yml": f"- 地址: policies/2026/{IDENTITY}/\n  转到: policies/2026/{PHONE}/\n",
    "data/rulebook/freshness.yml": f"依据: [{{文件: 张三{PHONE}}}]\n参数: {{天数: '{IDENTITY}'}}\n",
    "data/standards/attachments-present.yml": f"名称: 附件{PHONE}\n依据: [{{文件: 张三{IDENTITY}}}]\n",
    "data/datasets/xuke/datapackage.yml": PACKAGE,
    "data/datasets/xuke/2026.csv": ROWS,
}  # fmt: skip


def _lay(root: Path) -> None:
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def _numbers(text: str) -> list[str]:
    """What of the planted numbers is to be read: whole, or more of it than the mask leaves."""
    plain = re.sub(r"[\s%-]", "", text)
    return [each for each in (IDENTITY[:12], IDENTITY[6:], PHONE, CARD[:12], CARD[6:]) if each in plain]


@pytest.fixture
def column(mini: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny column as a repository, with personal numbers in the files of its last commit only."""
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "起点")):
        subprocess.run(["git", *author, *words], cwd=mini, check=True, capture_output=True)
    _lay(mini)
    return mini


def _said(capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> str:
    assert cli.main(["check", "--root", str(root), "--date", "2026-11-28", *words]) == 1
    return capsys.readouterr().out


def test_no_form_of_the_report_holds_a_personal_number(column, capsys):
    found = json.loads(_said(capsys, column, "--format", "json"))["problems"]
    rules = {each["rule"] for each in found}
    assert rules >= {
        "document-number-form", "unit-reference", "field-value", "link-target", "table-cell", "unknown-file",
        "file-name", "unknown-key", "waiver-valid", "published-address", "front-matter", "unknown-rule",
    }  # fmt: skip
    assert [each for each in found if _numbers(json.dumps(each, ensure_ascii=False))] == []
    assert any("110*************14" in each["path"] for each in found)
    for form in sorted(report.FORMATS):
        assert _numbers(_said(capsys, column, "--format", form)) == [], form
    assert _numbers(_said(capsys, column, "--changed", "HEAD")) == []


def test_neither_what_comes_nor_a_monthly_report_holds_one(column, capsys):
    words = ("--root", str(column), "--date", "2026-11-28")
    cli.main(["check", *words[:2], "--date", "2027-11-28", "--compare", "2026-11-28", "--format", "json"])
    assert _numbers(capsys.readouterr().out) == []
    cli.main(["check", *words, "--horizon", "60"])
    said = capsys.readouterr().out
    assert "2026-11-28" in said and _numbers(said) == []
    cli.main(["report", *words, "--unit", "minzheng-ju"])
    assert _numbers(capsys.readouterr().out) == []


def test_the_build_says_it_masked(column, command, tmp_path):
    done = command("build", "--root", column, "--site-dir", tmp_path / "site")
    assert done.returncode == 1 and "110*************14" in done.stdout
    assert _numbers(done.stdout) == []


def test_wrong_use_is_told_masked_too():
    assert (
        str(EnvironmentProblem(f"没有这个文件夹：/home/{IDENTITY}"))
        == "没有这个文件夹：/home/110*************14"
    )


@pytest.mark.parametrize(
    "text",
    [
        "发文字号“示民发〔2026〕31号”写法不对",
        "发布日期 2023-07-05 晚于施行日期 2023-07-03",
        "合计 13870000000元，应为 13,870,000,000 元，即 1387000.00 万元",
        "表三“总计”一列 120、98000",
        "示例码 1100000000，邮编 100000，010-66001234，12345",
        "2026-11-20 至 2026-11-28，共 20 处",
    ],
)
def test_what_is_no_personal_number_stays(text):
    assert told(text) == text and Problem("a", "b.md", text, text).message == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("“138-0013-8000”", "“138****8000”"),
        ("１３８００１３８０００", "138****8000"),
        ("张三_110101199003074514_表", "张三_110*************14_表"),
        ("https://a.example/?tel=13800138000", "https://a.example/?tel=138****8000"),
        ("6222 0212 3456 7890 128", "622**************28"),
    ],
)
def test_spellings_are_masked_in_messages(text, seen):
    assert told(text) == seen and told(seen) == seen


def test_a_number_is_masked_before_it_is_cut():
    assert excerpt(f"{'甲' * 35}{IDENTITY}") == "甲" * 35 + "110**…"


def test_what_a_terminal_would_obey_is_written_out():
    """A name in a file must not colour, turn or move what is printed below it."""
    said = Problem("r", "content/a.md", "没有“\x1b[31m甲\u202e\u200b”\r", "改", name="规").as_text()
    assert said == "content/a.md:1:1 [规 r] 错误：没有“\\u001b[31m甲\\u202e\\u200b”\\u000d。改法：改。"
    assert told("第一行\n　第二行") == "第一行\n　第二行"
