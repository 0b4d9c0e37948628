"""Acts behind one another: old addresses, what ended already, what is to be done still."""

from __future__ import annotations

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import cli, undo

from .small import DAY, JIUZHU, RENAME, told


def _led(register) -> dict[str, str]:
    return {each.address: each.to for each in register.moved}


def test_what_was_renamed_is_found_by_its_old_address_too(done, column):
    """It was “没有…” although readers still come by that address."""
    done(*RENAME)
    cli.main(["addresses"])
    register, errors = done(undo.rename, "policies/2026/yanglao", "yanglao-zai", "还是不好", DAY)
    zai = "policies/2026/yanglao-zai/"
    assert _led(register) == {"policies/2026/yanglao/": zai, "policies/2026/yanglao-fuwu/": zai}
    register, more = done(undo.withdraw, "policies/2026/yanglao", "内容有误", "", "", DAY)
    assert errors == more == []
    assert register.gone.keys() >= {zai, "interpretations/2026/yanglao-jiedu/"}
    assert ("撤下", "示例区养老服务办法（yanglao）") in told(register)
    (column.root / "content/policies/2026/yanglao-zai.md").unlink()
    with pytest.raises(EnvironmentProblem, match="yanglao-zai/ 已经在 2026-11-20 撤下，文件也不在了"):
        done(undo.correct, "policies/2026/yanglao-zai", "a", "b", "", DAY)


def test_only_its_own_page_may_have_an_address_again(done):
    done(*RENAME)
    with pytest.raises(EnvironmentProblem, match="公布过别的内容，旧链接和收藏会走错"):
        done(undo.rename, "jiu", "yanglao", "", DAY)
    register, errors = done(undo.rename, "yanglao-fuwu", "yanglao", "改回", DAY)
    assert (errors, _led(register)) == ([], {})
    done(*RENAME)
    cli.main(["addresses"])
    register, errors = done(undo.rename, "yanglao-fuwu", "yanglao", "改回", DAY)
    assert (errors, _led(register)) == ([], {"policies/2026/yanglao-fuwu/": "policies/2026/yanglao/"})


def test_what_was_withdrawn_is_neither_corrected_nor_renamed(done):
    done(undo.withdraw, JIUZHU, "内容有误", "另发", "", DAY)
    for act in ((undo.correct, JIUZHU, "救助", "补助", "", DAY), (undo.rename, JIUZHU, "a", "", DAY)):
        with pytest.raises(EnvironmentProblem, match="jiuzhu/ 已经在 2026-11-20 撤下，读者看不到"):
            done(*act)


def test_an_address_whose_file_is_gone_is_withdrawn_by_its_name(done, column):
    (column.root / JIUZHU).unlink()
    register, errors = done(undo.withdraw, JIUZHU, "内容有误", "", "", DAY)
    assert errors == []
    assert "items/minzheng-ju/2026/jiuzhu/" in register.gone


def test_what_ended_does_not_end_twice(done):
    done(undo.merge, "区财政局", "区民政局", "机构改革", DAY)
    for words in (("区财政局", "区民政局"), ("区民政局", "区财政局")):
        with pytest.raises(EnvironmentProblem, match="区财政局已经写了在 2026-11-20 撤并到区民政局"):
            done(undo.merge, *words, "", DAY)
    _, errors = done(undo.repeal, "jiu", "yanglao", "代替", DAY)
    assert errors == []
    with pytest.raises(
        EnvironmentProblem, match=r"已经写了自 2026-11-20 起废止.*改 content/policies/2026/yan"
    ):
        done(undo.repeal, "jiu", "市民发〔2026〕1号", "代替", DAY)


def test_what_was_corrected_is_corrected_again(done):
    """Of one day, of words of the first correction: its own words are then no longer on the page."""
    first, second = "六十岁以上的老年人可以申请补贴", "六十五岁以上"
    done(undo.correct, "yanglao", "老年人可以申请补贴", first, "漏了年龄", DAY)
    _, errors = done(undo.correct, "yanglao", "六十岁以上", second, "又错", DAY)
    _, more = done(undo.correct, "yanglao", f"{second}的老年人", "老年人", "不分年龄", DAY)
    register, last = done(undo.rename, "yanglao", "yl", "", DAY)
    assert errors == more == last == []
    assert "老年人可以申请补贴" in register.policy("yl").body
    assert len(register.corrections_of(register.policy("yl"))) == 3


@pytest.mark.parametrize("broken", [False, True])
def test_it_is_said_what_remains_also_when_another_file_has_an_error(column, capsys, broken):
    """``scripts/addresses`` refuses then: without a word the act would be handed in without its registers."""
    if broken:
        bad = column.root / "content/policies/2026/jiu.md"
        bad.write_text(bad.read_text("utf-8").replace("发文机关: ", "发文机关: 区无此局 # "), "utf-8")
    words = ("undo", "rename", "policies/2026/yanglao", "--to", "yanglao-fuwu", "--reason", "太短", "--yes")
    assert cli.main(words) == 0
    said = capsys.readouterr().out
    assert (column.root / "content/policies/2026/yanglao-fuwu.md").exists()
    assert cli.main(["addresses"]) == int(broken)
    assert ("接着运行 scripts/addresses" in said) == (not broken)
    waits = (
        "登记要等 1 处错误改好（content/policies/2026/jiu.md），有错误的时候 scripts/addresses 什么也不登记"
    )
    assert (waits in said) == broken
