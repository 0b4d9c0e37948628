"""What was published is taken back or changed by one command: the files it writes, and what follows."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import gate, pipeline
from gongkai.common.problems import EnvironmentProblem, Level
from gongkai.desk import cli, mending, undo
from gongkai.exports import log
from gongkai.exports.feeds import plan
from gongkai.gate import addresses
from gongkai.law.example import CLEAN, OLD_POLICY, REGISTERED, a_policy, a_unit
from gongkai.records.types.correction import Correction
from gongkai.settings import SAMPLE, read_settings

_DAY = dt.date(2026, 11, 20)
_OLD = a_policy(
    "gai",
    发文字号="示民发〔2026〕30号",
    是否规范性文件="否",
    body="第一条　照[养老办法](yanglao.md)办。",
)
_FILES = {
    **CLEAN,
    **OLD_POLICY,
    **_OLD,
    **a_unit("caizheng-ju", 名称="区财政局", 曾用名=None),
    **REGISTERED,
    "mkdocs.yml": SAMPLE.replace("本区域名", "example.gov.cn")
    .replace("十位数字", "1101150001")
    .replace("某某区", "示例区")
    .replace("区号-电话", "010-00000000"),
}


@pytest.fixture
def column(tmp_path, monkeypatch):
    """The settings of a small column whose pages are registered."""
    for path, text in _FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.setenv("GONGKAI_ROOT", str(tmp_path))
    monkeypatch.setenv("GONGKAI_DATE", "2026-11-21")
    return read_settings()


@pytest.fixture
def done(column):
    """Does an act in the column; gives the column as it is then, and what would be wrong by it."""

    def go(act, *words):
        before = pipeline.check(column)
        changes = act(column.root, before.register, *words)
        said = undo.tried(column, before.problems, changes)
        mending.write(column.root, changes)
        return pipeline.check(column).register, [e for e in said.problems if e.level is Level.ERROR]

    return go


def _told(register) -> set[tuple[str, str]]:
    events = log.unkept(gate.released(register, moved=addresses.moved(register)))
    return {(str(each.kind), each.title) for each in events}


def test_a_correction_replaces_the_words_and_tells_both(done, column):
    words = ("老年人可以申请补贴", "六十岁以上的老年人可以申请补贴", "漏了年龄。", _DAY)
    register, errors = done(undo.correct, "示民发〔2026〕21号", *words)
    assert errors == []
    assert "六十岁以上的老年人可以申请补贴" in register.policy("yanglao").body
    [correction] = register.everything(Correction)
    assert (correction.target, correction.new) == ("policies/2026/yanglao", words[1])
    assert any(kind == "更正" for kind, _ in _told(register))


def test_words_that_stand_twice_are_not_corrected_by_chance(done):
    with pytest.raises(EnvironmentProblem, match="2 处"):
        done(undo.correct, "yanglao", "养老服务", "养老", "", _DAY)


def test_a_page_is_withdrawn_on_its_day_and_told(done):
    register, _ = done(
        undo.withdraw, "content/items/minzheng-ju/2026/jiuzhu.md", "内容有误", "另发", "", _DAY
    )
    assert "items/minzheng-ju/2026/jiuzhu/" in {each.address for each in register.moved}
    assert any(kind == "撤下" for kind, _ in _told(register))


def test_only_what_was_registered_and_for_a_reason_there_is(done):
    with pytest.raises(EnvironmentProblem, match="从这些里选一个"):
        done(undo.withdraw, "jiuzhu", "领导要求", "", "", _DAY)
    with pytest.raises(EnvironmentProblem, match="还没有公布登记过"):
        done(undo.withdraw, "gai", "内容有误", "", "", _DAY)


def test_a_unit_is_merged_into_another(done):
    register, errors = done(undo.merge, "区财政局", "区民政局", "机构改革", _DAY)
    unit = register.unit("区财政局")
    assert (unit.state, unit.merged_into, unit.merged_on, errors) == ("撤并", "区民政局", _DAY, [])
    assert unit.merged_why == "机构改革"


def test_a_document_repeals_another(done):
    register, errors = done(undo.repeal, "示民发〔2020〕5号", "yanglao", "由新办法代替", _DAY)
    assert errors == []
    assert register.standing(register.policy("jiu")).status == "废止"
    [relation] = register.policy("yanglao").repeals
    assert relation.note == "由新办法代替"


def test_a_document_from_outside_repeals(done):
    register, errors = done(undo.repeal, "jiu", "市民发〔2026〕1号", "上级文件代替", _DAY)
    policy = register.policy("jiu")
    assert (policy.repealed_on, policy.repealed_by) == (_DAY, "市民发〔2026〕1号（上级文件代替）")
    assert errors == []


ACTS = {
    "废止": (
        (undo.repeal, "jiu", "yanglao", "由新办法代替"),
        "policies/2026/jiu/",
        "自2026年11月20日起废止。原因：由新办法代替。",
    ),
    "撤并": (
        (undo.merge, "区财政局", "区民政局", "机构改革"),
        "units/caizheng-ju/",
        "职责由区民政局承接。原因：机构改革。",
    ),
    "更名": (
        (undo.rename, "区财政局", "区财税局", "机构改革"),
        "units/caizheng-ju/",
        "原名称：区财政局。原因：机构改革。",
    ),
    "改址": (
        (undo.rename, "policies/2026/yanglao", "yanglao-fuwu", "名称太短"),
        "policies/2026/yanglao-fuwu/",
        "原网址：policies/2026/yanglao/。原因：名称太短。",
    ),
}


@pytest.mark.parametrize("kind", ACTS)
def test_an_act_is_in_the_log_of_its_day_with_its_reason_and_kept(done, column, kind):
    act, address, note = ACTS[kind]
    register, errors = done(*act, _DAY)
    [event] = [each for each in log.unkept(gate.released(register)) if each.kind.value == kind]
    assert (event.day, event.address, errors) == (_DAY, address, [])
    assert event.note.endswith(note) and "示例" not in event.note
    before = gate.released(register.on(_DAY - dt.timedelta(days=1)))
    assert kind not in {each.kind.value for each in log.unkept(before)}
    assert cli.main(["addresses"]) == 0
    kept = pipeline.check(column)
    assert event.line in {each.line for each in kept.register.happened}
    assert kind not in {each.kind.value for each in log.unkept(gate.released(kept.register))}
    assert [each for each in kept.problems if each.level is Level.ERROR] == []


#: kind → the feeds that tell of it beside those of the kind, the log and the whole column
FEEDS = {
    "废止": {"life-changed", "unit-minzheng-ju"},
    "撤并": {"life-renamed", "unit-minzheng-ju", "unit-caizheng-ju"},
    "更名": {"life-renamed", "unit-caizheng-ju"},
    "改址": {"life-renamed", "unit-minzheng-ju"},
}


@pytest.mark.parametrize("kind", ACTS)
def test_an_act_is_in_the_feeds_of_whom_it_concerns_from_its_day(done, kind):
    register, _ = done(*ACTS[kind][0], _DAY)
    for day, there in ((_DAY - dt.timedelta(days=1), set()), (_DAY, {"all", "log", *FEEDS[kind]})):
        feeds = plan(gate.released(register.on(day)))
        found = {feed.name for feed in feeds if kind in {each.kind.value for each in feed.events}}
        assert (there <= found) if there else not found


def test_what_has_no_day_is_in_no_log(small_column):
    """Files written before there was a key for it: a day is never made up."""
    files = {
        **a_unit("caizheng-ju", 名称="区财政局", 曾用名="区税务局", 状态="撤并", 承接单位="区民政局"),
        "data/addresses/moved.yml": "- {地址: policies/2025/jiu/, 转到: policies/2026/jiazhuang-dianti/}\n",
    }
    told = log.unkept(small_column(files))
    assert "units/caizheng-ju/" not in {each.address for each in told}
    assert "改址" not in {each.kind.value for each in told}


def test_a_name_does_not_change_on_a_later_day(done):
    with pytest.raises(EnvironmentProblem, match="改名写好就生效"):
        done(undo.rename, "yanglao", "yl", "", dt.date(2026, 11, 22))


def test_a_renamed_page_is_found_at_both_addresses(done, column):
    register, errors = done(undo.rename, "policies/2026/yanglao", "yanglao-fuwu", "名称太短", _DAY)
    assert errors == []
    policy = register.policy("yanglao-fuwu")
    assert policy is not None
    assert [each.to for each in register.moved] == ["policies/2026/yanglao-fuwu/"]
    assert register.policy(register.interpretations[0].documents[0]) is policy
    assert "](yanglao-fuwu.md)" in register.policy("gai").body
    assert not (column.root / "content/policies/2026/yanglao.md").exists()


def test_a_renamed_unit_keeps_its_names(done):
    register, errors = done(undo.rename, "区民政局", "区民政和养老局", "机构改革", _DAY)
    assert errors == []
    unit = register.unit("区民政局")
    assert (unit.name, unit.former_names) == ("区民政和养老局", ("区民政处", "区民政局"))


_RENAME = (undo.rename, "policies/2026/yanglao", "yanglao-fuwu", "名称太短", _DAY)
_JIUZHU = "content/items/minzheng-ju/2026/jiuzhu.md"


def _led(register) -> dict[str, str]:
    return {each.address: each.to for each in register.moved}


def test_what_was_renamed_is_found_by_its_old_address_too(done, column):
    """It was “没有…” although readers still come by that address."""
    done(*_RENAME)
    cli.main(["addresses"])
    register, errors = done(undo.rename, "policies/2026/yanglao", "yanglao-zai", "还是不好", _DAY)
    zai = "policies/2026/yanglao-zai/"
    assert _led(register) == {"policies/2026/yanglao/": zai, "policies/2026/yanglao-fuwu/": zai}
    register, more = done(undo.withdraw, "policies/2026/yanglao", "内容有误", "", "", _DAY)
    assert errors == more == []
    assert register.gone.keys() >= {zai, "interpretations/2026/yanglao-jiedu/"}
    assert ("撤下", "示例区养老服务办法（yanglao）") in _told(register)
    (column.root / "content/policies/2026/yanglao-zai.md").unlink()
    with pytest.raises(EnvironmentProblem, match="yanglao-zai/ 已经在 2026-11-20 撤下，文件也不在了"):
        done(undo.correct, "policies/2026/yanglao-zai", "a", "b", "", _DAY)


def test_only_its_own_page_may_have_an_address_again(done):
    done(*_RENAME)
    with pytest.raises(EnvironmentProblem, match="公布过别的内容，旧链接和收藏会走错"):
        done(undo.rename, "jiu", "yanglao", "", _DAY)
    register, errors = done(undo.rename, "yanglao-fuwu", "yanglao", "改回", _DAY)
    assert (errors, _led(register)) == ([], {})
    done(*_RENAME)
    cli.main(["addresses"])
    register, errors = done(undo.rename, "yanglao-fuwu", "yanglao", "改回", _DAY)
    assert (errors, _led(register)) == ([], {"policies/2026/yanglao-fuwu/": "policies/2026/yanglao/"})


def test_what_was_withdrawn_is_neither_corrected_nor_renamed(done):
    done(undo.withdraw, _JIUZHU, "内容有误", "另发", "", _DAY)
    for act in ((undo.correct, _JIUZHU, "救助", "补助", "", _DAY), (undo.rename, _JIUZHU, "a", "", _DAY)):
        with pytest.raises(EnvironmentProblem, match="jiuzhu/ 已经在 2026-11-20 撤下，读者看不到"):
            done(*act)


def test_an_address_whose_file_is_gone_is_withdrawn_by_its_name(done, column):
    (column.root / _JIUZHU).unlink()
    register, errors = done(undo.withdraw, _JIUZHU, "内容有误", "", "", _DAY)
    assert errors == []
    assert "items/minzheng-ju/2026/jiuzhu/" in register.gone


def test_what_ended_does_not_end_twice(done):
    done(undo.merge, "区财政局", "区民政局", "机构改革", _DAY)
    for words in (("区财政局", "区民政局"), ("区民政局", "区财政局")):
        with pytest.raises(EnvironmentProblem, match="区财政局已经写了在 2026-11-20 撤并到区民政局"):
            done(undo.merge, *words, "", _DAY)
    _, errors = done(undo.repeal, "jiu", "yanglao", "代替", _DAY)
    assert errors == []
    with pytest.raises(
        EnvironmentProblem, match=r"已经写了自 2026-11-20 起废止.*改 content/policies/2026/yan"
    ):
        done(undo.repeal, "jiu", "市民发〔2026〕1号", "代替", _DAY)


def test_what_was_corrected_is_corrected_again(done):
    """Of one day, of words of the first correction: its own words are then no longer on the page."""
    first, second = "六十岁以上的老年人可以申请补贴", "六十五岁以上"
    done(undo.correct, "yanglao", "老年人可以申请补贴", first, "漏了年龄", _DAY)
    _, errors = done(undo.correct, "yanglao", "六十岁以上", second, "又错", _DAY)
    _, more = done(undo.correct, "yanglao", f"{second}的老年人", "老年人", "不分年龄", _DAY)
    register, last = done(undo.rename, "yanglao", "yl", "", _DAY)
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
