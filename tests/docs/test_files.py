"""Files that the documentation shows pass or fail as it says, from an empty folder to a withdrawn page."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from gongkai import pipeline
from gongkai.city import plan
from gongkai.column import announced_texts, kept_log
from gongkai.column.happenings import happenings
from gongkai.column.told_before import compare
from gongkai.column.versions import versions
from gongkai.desk import cli
from gongkai.settings import DATE_VARIABLE, PROJECT, ROOT_VARIABLE, Settings, read_column

from .conftest import COLUMN, EDITORS, README, WRITTEN, blocks, files

TODAY = dt.date(2026, 11, 21)
POLICY = "content/policies/2026/shequ-shitang.md"
INTERPRETATION = "content/interpretations/2026/shequ-shitang-wenda.md"
UNIT = "data/units/minzheng-ju.yml"
REDIRECT = "data/addresses/moved.yml"
WAIVER = "data/waivers/shequ-shitang.yml"
IDENTITY = "mkdocs.yml"
CITY = "docs/city.md"
CORRECTION = "content/corrections/2026/shequ-shitang-buzhu.md"
AMENDMENT = "content/policies/2026/shequ-shitang-xiugai.md"
ADJUSTMENT = "data/rulebook/interpretation-timing.yml"


@pytest.fixture
def demonstration(tmp_path: Path) -> Path:
    """The demonstration, among whose files a reader of the README puts those shown."""
    for part in ("content", "data"):
        shutil.copytree(PROJECT / part, tmp_path / part)
    shutil.copy(PROJECT / IDENTITY, tmp_path)
    return tmp_path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A folder of a district that has nothing yet but its identity and the unit of the handbook."""
    (tmp_path / "content").mkdir()
    lay(tmp_path, COLUMN, IDENTITY)
    lay(tmp_path, EDITORS, UNIT)
    return tmp_path


@pytest.fixture
def column(empty: Path) -> Path:
    """The same with its registers begun."""
    for name in ("addresses/policies", "addresses/moved", "dates/policies"):
        file = empty / "data" / f"{name}.{'yml' if name.endswith('moved') else 'txt'}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    return empty


def lay(root: Path, page: str, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(files(page)[path], "utf-8")


def said(root: Path) -> list[str]:
    """What a check says of the files shown, but that they are not registered yet."""
    found = pipeline.check(Settings(root, TODAY, read_column(root))).problems
    told = [problem for problem in found if problem.rule != "unregistered"]
    return [problem.as_text() for problem in told if "shequ-shitang" in problem.as_text()]


@pytest.mark.slow  # as long as a whole command: the demonstration is checked twice
def test_the_readme_s_policy_stops_the_demonstration(demonstration: Path) -> None:
    lay(demonstration, README, POLICY)
    assert ["interpretation-missing" in text for text in said(demonstration)] == [True]
    lay(demonstration, README, INTERPRETATION)
    assert said(demonstration) == []


@pytest.mark.parametrize("page", [README, EDITORS])
def test_without_the_interpretation_it_fails_with_the_words_shown(page: str, column: Path) -> None:
    lay(column, page, POLICY)
    shown = [text.rstrip("\n") for text in blocks(page, "text") if "interpretation-missing" in text]
    assert said(column) == shown and len(shown) == 1


@pytest.mark.parametrize("page", [README, EDITORS])
def test_with_the_interpretation_there_is_nothing_to_say(page: str, column: Path) -> None:
    lay(column, page, POLICY)
    lay(column, page, INTERPRETATION)
    assert said(column) == []


def test_an_editor_comes_from_an_empty_folder_to_a_published_policy(
    empty: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (ROOT_VARIABLE, DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    words = ["--root", str(empty), "--date", TODAY.isoformat()]
    lay(empty, EDITORS, POLICY)
    assert cli.main(["check", *words]) == 1
    lay(empty, EDITORS, INTERPRETATION)
    assert cli.main(["check", *words]) == 0
    told = capsys.readouterr().out
    assert "有 5 个公开的网址没有登记：answers/shequ-shitang-wenda-" in told
    assert "、interpretations/2026/shequ-shitang-wenda/、" in told
    assert cli.main(["addresses", *words]) == 0
    assert "新登记 5 个网址、4 个日期、4 处文字" in capsys.readouterr().out
    cli.main(["check", *words])
    assert "没有登记" not in capsys.readouterr().out


@pytest.mark.parametrize("page", [EDITORS, COLUMN])
def test_the_waiver_takes_its_place(page: str, column: Path) -> None:
    lay(column, README, POLICY)
    lay(column, page, WAIVER)
    assert said(column) == []
    lay(column, README, INTERPRETATION)
    assert ["豁免已无必要" in text for text in said(column)] == [True]


def published(column: Path) -> None:
    """The policy and its interpretation, registered."""
    for path in (POLICY, INTERPRETATION):
        lay(column, EDITORS, path)
    for name, line in (
        ("addresses/policies", "policies/2026/shequ-shitang/"),
        ("addresses/interpretations", "interpretations/2026/shequ-shitang-wenda/"),
        ("dates/policies", "policies/2026/shequ-shitang 施行日期 2026-12-01"),
    ):
        with (column / f"data/{name}.txt").open("a", encoding="utf-8") as lines:
            lines.write(f"{line}\n")
    register = pipeline.check(Settings(column, TODAY, read_column(column))).register
    announced_texts.write(column, announced_texts.current(register))
    kept_log.write(column, compare(register, happenings(register)).new)


def test_a_renamed_page_needs_its_redirect(column: Path) -> None:
    published(column)
    (column / POLICY).rename(column / POLICY.replace(".md", "-buzhu.md"))
    text = files(EDITORS)[INTERPRETATION].replace("[shequ-shitang]", "[shequ-shitang-buzhu]")
    (column / INTERPRETATION).write_text(text, "utf-8")
    assert ["published-address" in text for text in said(column)] == [True]
    redirect = files(COLUMN)[REDIRECT]
    assert redirect in blocks(EDITORS, "yaml")
    with (column / REDIRECT).open("a", encoding="utf-8") as entries:
        entries.write(redirect)
    assert said(column) == []


def test_a_withdrawn_page_needs_its_reason_and_so_does_its_interpretation(column: Path) -> None:
    published(column)
    (column / POLICY).unlink()
    [gone] = [block for block in blocks(EDITORS, "yaml") if "撤下日期" in block]
    with (column / REDIRECT).open("a", encoding="utf-8") as entries:
        entries.write(gone)
    [told] = said(column)
    assert told.startswith(INTERPRETATION) and "这一条也须撤下或改写" in told
    (column / INTERPRETATION).unlink()
    with (column / REDIRECT).open("a", encoding="utf-8") as entries:
        entries.write(
            gone.replace("policies/2026/shequ-shitang/", "interpretations/2026/shequ-shitang-wenda/")
        )
    assert said(column) == []


def test_a_moved_day_needs_its_reason(column: Path) -> None:
    published(column)
    moved = files(EDITORS)[POLICY].replace("施行日期: 2026-12-01", "施行日期: 2026-12-15")
    moved = moved.replace("2026年12月1日", "2026年12月15日")
    (column / POLICY).write_text(moved, "utf-8")
    day, words = said(column)
    assert "moved-date" in day and "held-text" in words
    [reason] = [block for block in blocks(EDITORS, "yaml") if "日期变更" in block]
    (column / POLICY).write_text(moved.replace("示例: 是\n", f"示例: 是\n{reason}", 1), "utf-8")
    assert said(column) == []


def test_the_correction_shown_is_whole(column: Path) -> None:
    published(column)
    for path in (POLICY, INTERPRETATION):
        text = (column / path).read_text("utf-8").replace("每餐补助3元", "每餐补助5元")
        (column / path).write_text(text, "utf-8")
    lay(column, EDITORS, CORRECTION)
    assert said(column) == []


def of_amendment(column: Path) -> list[str]:
    """But that its interpretation, promised for a later day, is still to come."""
    return [text for text in said(column) if "coming-error" not in text]


def amended(column: Path, relation: str) -> list[str]:
    """What the check says of the published policy and its amendment, with another 修改 in it."""
    published(column)
    text = files(EDITORS)[AMENDMENT]
    before, _, after = text.partition("修改:\n")
    after = after[after.index("主题分类") :]
    (column / AMENDMENT).write_text(f"{before}{relation}{after}", "utf-8")
    return of_amendment(column)


def test_the_amendment_shown_is_written_into_the_policy(column: Path) -> None:
    published(column)
    lay(column, EDITORS, AMENDMENT)
    assert of_amendment(column) == []
    register = pipeline.check(Settings(column, TODAY, read_column(column))).register
    policy = register.policy("shequ-shitang")
    assert policy
    before, after = versions(register, policy)
    assert (before.ends, after.begins) == (dt.date(2027, 3, 1), dt.date(2027, 3, 1))
    assert not any(not each.applied for each in after.remarks)
    assert [each.words.replace("\n", "　") for each in after.text.articles] == [
        "第一条　为方便老年人就近用餐，支持社区食堂长期经营，制定本办法。",
        "第二条　年满65周岁的居民在社区食堂用餐，每餐补助3元。",
        "第三条　社区食堂应当公布每月的补助金额。",
        "第四条　本办法自2026年12月1日起施行。",
    ]


def test_the_check_gives_the_lines_that_the_amendment_shows(column: Path) -> None:
    [told] = amended(column, "修改: [示民发〔2026〕31号]\n")
    shown = files(EDITORS)[AMENDMENT].partition("修改:\n")[2].partition("主题分类")[0]
    assert "词句的替换要有人核对" in told
    assert told.partition("：修改: ⏎ ")[2].partition("。\n")[0].split(" ⏎ ") == shown.rstrip("\n").split("\n")


@pytest.mark.parametrize("key", ["核定", "停"])
def test_what_else_an_amendment_may_say_is_taken(key: str, column: Path) -> None:
    [relation] = [block for block in blocks(EDITORS, "yaml") if f"{key}:" in block]
    told = amended(column, relation)
    # a suspension is all that this 操作 says, so that the text's own changes are missing in it
    assert [text for text in told if "没有写" not in text] == []
    assert bool(told) is (key == "停")


def test_a_district_s_own_decision_is_taken(column: Path) -> None:
    lay(column, COLUMN, ADJUSTMENT)
    checked = pipeline.check(Settings(column, TODAY, read_column(column)))
    assert [each.path for each in checked.problems if each.path == ADJUSTMENT] == []
    rule = checked.standards["interpretation-timing"]
    assert rule.parameters == {"工作日": "2"} and rule.level == "错误"


def test_another_district_is_another_identity(tmp_path: Path) -> None:
    lay(tmp_path, COLUMN, IDENTITY)
    column = read_column(tmp_path)
    assert column.portal == "东区人民政府"
    assert column.root == "https://www.dongqu.example.gov.cn/zwgk/"


def test_the_city_that_is_shown_is_one(tmp_path: Path) -> None:
    (tmp_path / "city").mkdir()
    (tmp_path / "qingxi").mkdir()
    lay(tmp_path / "city", CITY, "city.yml")
    city, problems = plan.read(tmp_path / "city/city.yml")
    assert problems == [] and [each.slug for each in city.columns] == ["shili", "qingxi"]


def test_every_file_shown_is_tried() -> None:
    shown = {page: set(files(page)) for page in WRITTEN if files(page)}
    assert shown == {
        README: {POLICY, INTERPRETATION},
        EDITORS: {POLICY, INTERPRETATION, UNIT, CORRECTION, AMENDMENT, WAIVER},
        COLUMN: {REDIRECT, WAIVER, IDENTITY, ADJUSTMENT},
        CITY: {"city.yml"},
    }
