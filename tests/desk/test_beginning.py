"""A new file of any type: every key waits, nothing is made up, the check names what is missing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from gongkai import settings
from gongkai.desk import beginning, cli
from gongkai.desk.intake import draft
from gongkai.desk.intake.explaining_forms import BEGINNINGS
from gongkai.load.reading import read_content
from gongkai.records.description import values
from gongkai.records.vocabulary.documents import Form

KINDS = beginning.kinds()


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_key_waits_and_only_the_name_is_written(name, tmp_path):
    kind = KINDS[name]
    text = beginning.commented(kind, "名: 称")
    file = tmp_path / f"x{Path(kind.PATH).suffix}"
    file.write_text(text, "utf-8")
    found = read_content(str(file), file.name)
    assert not found.problems
    data: Any = found.reading.data
    (written,) = [each for each in (data[0] if kind.ROWS else data).items() if each[0] != "草稿"]
    assert written[1] == "名: 称"
    for value in values(kind):
        assert re.search(rf"^[- #]*{value.key}:", text, re.MULTILINE), value.key
        for part in value.parts if not value.short else ():
            assert re.search(rf"^ *# [- ]*{part.key}:", text, re.MULTILINE), part.key


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("policy", "发文机关: 区民政局"),
        ("meeting", "主办单位: 区民政局"),
        ("event", "主办单位: 区民政局"),
        ("unit", ""),
    ],
)
def test_whose_it_is_is_written_where_it_is_known(name, line):
    text = beginning.commented(KINDS[name], "名称", "区民政局")
    assert text.count("区民政局") == bool(line) and line in text
    assert f"# {line.partition(':')[0]}:" not in text or not line
    assert line in beginning.named(KINDS[name], "名称", "区民政局")


def test_what_is_uncommented_is_read(tmp_path):
    text = beginning.commented(KINDS["meeting"], "区政府常务会第 47 次会议").replace(
        "# 日期:", "日期: 2026-11-24"
    )
    text = re.sub(r"^# (议题:)\n#   - 标题:.*$", r"\1\n  - 标题: 甲", text, flags=re.MULTILINE)
    text = re.sub(r"^#     议定结果:.*$", "    议定结果: 通过", text, flags=re.MULTILINE)
    file = tmp_path / "x.md"
    file.write_text(text, "utf-8")
    data: Any = read_content(str(file), "x.md").reading.data
    assert data["日期"].startswith("2026-11-24") and data["议题"] == [{"标题": "甲", "议定结果": "通过"}]


@pytest.fixture
def command(mini, monkeypatch):
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    return lambda *words: cli.main(["new", "--root", str(mini), "--date", "2026-11-21", *words])


def test_a_policy_is_begun_as_a_draft_that_the_check_explains(command, mini, capsys):
    assert command("policy", "--name", "社区食堂管理办法") == 0
    said = capsys.readouterr().out
    path = "content/policies/2026/shequ-shitang-guanli-banfa.md"
    assert f"已写好开头：{path}" in said and "发文机关" in said.split("还要填、要改的：")[1]
    assert "草稿: 是" in (mini / path).read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "name", "line"),
    [
        ("meeting", "区民政局养老工作座谈会", "\n主办单位: 区民政局\n"),
        ("meeting", "养老工作座谈会", "填上内容。\n# 日期:  # 日期，如 2026-11-05\n# 主办单位:"),
        ("policy", "区民政局关于社区食堂的通知", "\n发文机关: 区民政局\n"),
        ("unit", "区民政局殡葬所", "\n# 承接单位:"),
    ],
)
def test_whose_it_is_is_read_from_the_name_or_asked(command, mini, capsys, kind, name, line):
    command(kind, "--name", name)
    (path,) = re.findall("已写好开头：(.*)", capsys.readouterr().out)
    assert line in (mini / path).read_text("utf-8")


def test_an_interpretation_is_begun_with_its_policy(command, mini, capsys):
    assert command("interpretation", "--of", "小建发〔2026〕1号") == 0
    (path,) = re.findall("已写好开头：(.*)", capsys.readouterr().out)
    text = (mini / path).read_text("utf-8")
    assert "解读文件: [dianti]" in text and "# 最迟 2026-11-10，" in text and "对应条款: 第二条" in text


@pytest.mark.parametrize("form", Form)
def test_each_form_of_interpretation_has_its_own_beginning(form, tmp_path):
    made = draft.interpretation("x.md", "甲办法", "jia", "2026-11-05", None, ("第一条", "第二条"), form)
    (tmp_path / "x.md").write_text(made.text, "utf-8")
    data: Any = read_content(str(tmp_path / "x.md"), "x.md").reading.data
    assert data["解读形式"] == form
    for heading in BEGINNINGS[form].parts:
        assert f"\n## {heading}\n" in made.text
    # what waits behind a “#” is read once it is not
    keys = "媒体文件:|  - 文件:|    文字说明:|解读人:|职务:|问答:|  - 问:|    答:"
    opened = re.sub(rf"^#(?={keys})", "", made.text, flags=re.MULTILINE)
    (tmp_path / "y.md").write_text(re.sub(r": $", ": 甲", opened, flags=re.MULTILINE), "utf-8")
    filled: Any = read_content(str(tmp_path / "y.md"), "y.md").reading.data
    needs = {Form.INFOGRAPHIC: "媒体文件", Form.VIDEO: "媒体文件", Form.PRESS: "解读人", Form.EXPERT: "职务"}
    assert len(filled["问答"]) == (8 if form is Form.FAQ else 3) and needs.get(form, "标题") in filled


def test_a_form_is_asked_for_by_its_name(command, mini, capsys):
    assert command("interpretation", "--of", "小建发〔2026〕1号", "--form", "一图读懂") == 0
    (path,) = re.findall("已写好开头：(.*)", capsys.readouterr().out)
    assert "解读形式: 一图读懂" in (mini / path).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("policy",), "--name"),
        (("item", "--name", "甲"), "--unit"),
        (("policy", "--of", "小建发〔2026〕1号"), "只用于解读"),
    ],
)
def test_what_is_not_said_is_asked_for(command, capsys, words, said):
    assert command(*words) == 2
    assert said in capsys.readouterr().err


def test_what_is_named_by_its_unit_alone_needs_no_name(command, mini):
    assert command("contact", "--unit", "区旧改办") == 0
    assert (mini / "data/contacts/jiu-ban.yml").read_text("utf-8").startswith("单位: 区旧改办\n")
    assert command("item", "--unit", "区旧改办") == 2
