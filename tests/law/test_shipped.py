"""The shipped law: every fault of its files is told at its line and stops the run as the program's own."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.common.problems import Level, OwnFaults
from gongkai.law.discovery import rules
from gongkai.law.duties import kinds
from gongkai.law.figures import figures
from gongkai.law.shipped import read, shipped
from gongkai.records.column import Column
from gongkai.settings import PROJECT, Settings

RULES, FIGURES = "hooks/gongkai/law/rules", "hooks/gongkai/law/figures"
BASIS = "名称: 某\n依据: [{文件: 某文件}]\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The words of the shipped law, to be damaged."""
    for folder in (RULES, FIGURES):
        (tmp_path / folder).mkdir(parents=True)
        for file in (PROJECT / folder).glob("*.yml"):
            shutil.copy(file, tmp_path / folder)
    return tmp_path


def told(checkout: Path, path: str, old: str, new: str) -> list[str]:
    """What is said once a text of a file is another one; a file is made where there is none."""
    file = checkout / path
    before = file.read_text("utf-8") if file.exists() else old
    assert before.count(old) == 1
    file.write_text(before.replace(old, new), "utf-8")
    with pytest.raises(OwnFaults) as caught:
        read(checkout)
    assert {each.level for each in caught.value.problems} == {Level.ERROR}
    return [each.as_text().partition("\n")[0] for each in caught.value.problems]


FRESHNESS = f"{RULES}/freshness.yml"


def test_what_is_shipped_is_whole():
    law = read(PROJECT)
    assert set(rules()) <= set(law.standards) and set(figures()) == set(law.norms)
    assert shipped() is shipped(), "read once a run"


def test_a_word_that_is_no_level_is_told_at_its_line(checkout):
    (line,) = told(checkout, FRESHNESS, "级别: 提示", "级别: 提醒")
    place = _place(FRESHNESS, "级别: 提示", 5)
    assert line.startswith(f"{place} [填写内容 field-value] 错误：“级别”填的“提醒”不在可填的值里。改法：")


def test_a_wrong_group_is_told_at_its_line(checkout):
    (line,) = told(checkout, FRESHNESS, "分组: 更新", "分组: 更新了")
    place = _place(FRESHNESS, "分组: 更新", 5)
    assert line.startswith(
        f"{place} [填写内容 field-value] 错误：“分组”填的“更新了”不在可填的值里。改法：是不是“更新”？"
    )


def test_a_target_in_words_is_told_and_the_figure_does_not_vanish(checkout):
    path = f"{FIGURES}/duties_fulfilled.yml"
    (line,) = told(checkout, path, "目标: 100", "目标: 三十")
    place = _place(path, "目标: 100", 5)
    assert line.startswith(f"{place} [填写内容 field-value] 错误：“目标”：“三十”不是非负整数")


def test_broken_yaml_is_told(checkout):
    (line,) = told(checkout, f"{FIGURES}/duties_fulfilled.yml", "目标: 100", "目标: [100")
    assert line.startswith(f"{FIGURES}/duties_fulfilled.yml:") and "改法：" in line


def test_a_parameter_that_the_code_reads_is_missing(checkout):
    path = f"{RULES}/interpretation_timing.yml"
    (line,) = told(checkout, path, "参数:\n  工作日: 3\n", "")[:1]
    assert line.startswith(
        f"{path}:1:5 [随程序的规则 shipped-law] 错误：程序要用的参数“工作日”没有写。改法："
    )


def test_a_parameter_that_the_code_cannot_read(checkout):
    path = f"{RULES}/interpretation_timing.yml"
    (line,) = told(checkout, path, "  工作日: 3\n", "  工作日: 三\n")
    assert line.startswith(
        f"{_place(path, '  工作日: 3', 8)} [随程序的规则 shipped-law] 错误：参数“工作日”：“三”不是非负整数"
    )


def test_a_parameter_of_an_earlier_wording_that_the_code_cannot_read(checkout):
    path = f"{RULES}/publish_in_time.yml"
    text = (PROJECT / path).read_text("utf-8")
    damaged = text.replace("    失效日期: 2019-05-14\n", "    失效日期: 2019-05-14\n    参数: {工作日: 多}\n")
    assert damaged != text
    (line,) = told(checkout, path, text, damaged)
    assert "错误：参数“工作日”：“多”不是非负整数" in line


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("参数:\n  工作日: 3\n", "参数:\n  工作日: 3\n  小时: 3\n", "程序不读参数“小时”"),
        ("参数说明:\n", "参数说明:\n  小时: 多久\n", "程序不读参数“小时”"),
    ],
)
def test_a_parameter_that_no_code_reads(checkout, old, new, message):
    path = f"{RULES}/interpretation_timing.yml"
    text = (PROJECT / path).read_text("utf-8")
    lines = told(checkout, path, text, text.replace(old, new, 1))
    assert any(message in line for line in lines), lines


@pytest.mark.parametrize(("folder", "what"), [(RULES, "规则"), (FIGURES, "指标")])
def test_words_without_code(checkout, folder, what):
    (line,) = told(checkout, f"{folder}/no_such.yml", "", BASIS)
    assert line.startswith(
        f"{folder}/no_such.yml:1:5 [随程序的规则 shipped-law] 错误：没有编号为“no-such”的{what}程序"
    )


def test_a_rule_that_has_ended_needs_no_code(checkout):
    ended = "失效日期: 2019-05-14\n失效依据: [{文件: 某文件}]\n"
    (checkout / RULES / "no_such.yml").write_text(BASIS + ended, "utf-8")
    assert "no-such" in read(checkout).standards


@pytest.mark.parametrize("path", [f"{RULES}/freshness.yml", f"{FIGURES}/duties_fulfilled.yml"])
def test_code_without_words(checkout, path):
    (checkout / path).unlink()
    with pytest.raises(OwnFaults) as caught:
        read(checkout)
    (problem,) = caught.value.problems
    assert problem.as_text().startswith(f"{path}:1:1 [随程序的规则 shipped-law] 错误：程序 ")
    assert "旁边没有写明名称和依据的文件" in problem.message


def test_a_target_that_does_not_fit_its_figure(checkout):
    path = f"{FIGURES}/duties_fulfilled.yml"
    (line,) = told(checkout, path, "目标: 100", "目标: 300")
    assert line.startswith(
        f"{_place(path, '目标: 100', 5)} [随程序的规则 shipped-law] 错误：比率的目标 300 超过 100"
    )


def test_a_parameter_of_a_figure_that_is_missing_or_not_read(checkout):
    name, figure = next((name, each) for name, each in figures().items() if each.needs)
    path = f"{FIGURES}/{name.replace('-', '_')}.yml"
    text = (PROJECT / path).read_text("utf-8")
    wrong = text.replace(f"  {figure.needs[0]}:", "  别的:")
    lines = told(checkout, path, text, wrong)
    assert f"指标缺少参数“{figure.needs[0]}”" in lines[0] and "程序不读参数“别的”" in lines[1]


@pytest.mark.parametrize("name", [name for name, rule in rules().items() if rule.floor])
def test_a_rule_of_the_floor_is_shipped_as_an_error_without_end(checkout, name):
    path = f"{RULES}/{name.replace('-', '_')}.yml"
    text = (PROJECT / path).read_text("utf-8")
    weak = text.replace("级别: 错误\n", "") + "级别: 提示\n失效日期: 2100-01-01\n失效依据: [{文件: 某文件}]\n"
    lines = told(checkout, path, text, weak)
    assert ["底线，级别须是错误" in lines[0], "底线，不能失效" in lines[1]] == [True, True], lines


def test_every_fault_is_told_in_one_run(checkout):
    (checkout / RULES / "no_such.yml").write_text(BASIS, "utf-8")
    (checkout / FIGURES / "duties_fulfilled.yml").unlink()
    lines = told(checkout, FRESHNESS, "级别: 提示", "级别: 提醒")
    assert len(lines) == 3 and lines == sorted(lines)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.rule)
def test_a_duty_reads_no_parameter_that_its_rule_does_not_read_the_same_way(kind):
    """So what the loader makes sure of for a rule holds for its duty."""
    assert {*kind.needs.items()} <= {*rules()[kind.rule].parameters.items()}


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "data/standards/freshness.yml",
            BASIS + "级别: 提醒\n",
            ":3:5 [填写内容 field-value] 错误：“级别”填的“提醒”",
        ),
        (
            "data/standards/freshness.yml",
            BASIS + "分组: 更新了\n",
            ":3:5 [填写内容 field-value] 错误：“分组”填的“更新了”",
        ),
        (
            "data/figures/push-rate.yml",
            BASIS + "目标: 三十\n",
            ":3:5 [填写内容 field-value] 错误：“目标”：“三十”",
        ),
    ],
)
def test_a_slip_in_the_district_s_own_is_an_error_of_content_at_its_line(
    tmp_path, identity: Column, path, text, said
):
    root = shutil.copytree(PROJECT / "tests/sites/mini", tmp_path / "mini")
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, "utf-8")
    checked = pipeline.check(Settings(root, dt.date(2026, 11, 21), identity))
    lines = [each.as_text() for each in checked.problems if each.path == path]
    assert len(lines) == 1 and lines[0].startswith(f"{path}{said}") and checked.stops
    assert "push-rate" in checked.norms and "freshness" in checked.standards


def _place(path: str, line: str, column: int) -> str:
    """``path:line:column`` of a line of a shipped file."""
    lines = (PROJECT / path).read_text("utf-8").splitlines()
    return f"{path}:{lines.index(line) + 1}:{column}"
