"""Every slip of the list in one column: what is mended is as it was, what is not says enough."""

from __future__ import annotations

import pytest

from gongkai import pipeline
from gongkai.common.problems import Problem
from gongkai.desk import mending
from gongkai.law.example import CLEAN, a_unit
from gongkai.settings import SAMPLE, Settings, read_settings

from .mistakes import MENDED, TOLD, Slip, text

_ALL = (*MENDED, *TOLD)
_UNITS = {
    **a_unit("caizheng-ju", 名称="区财政局", 曾用名=None),
    **a_unit("jiaoyu-wei", 名称="区教育委员会", 曾用名=None),
}
_COLUMN = (
    SAMPLE.replace("本区域名", "example.gov.cn")
    .replace("十位数字", "1101150001")
    .replace("某某区", "北京市示例区")
    .replace("区号-电话", "010-00000000")
)


def _paths(slip: Slip) -> tuple[str, str]:
    """Where the slip's file stands, and where it belongs."""
    right, _ = text(slip, _ALL.index(slip))
    folder, _, name = right.rpartition("/")
    stem = name.removesuffix(".md")
    if not name.endswith(".md"):
        return right, right
    called = slip.called.replace("Cuo {}", stem.replace("cuo-", "Cuo ")).format(stem)
    if called.startswith("../"):
        return f"{folder.rpartition('/')[0]}/{called[3:]}", right
    return f"{folder}/{called}", right


def _data(slip: Slip) -> tuple[bytes, bytes]:
    """The slip's bytes, and those that are right."""
    _, good = text(slip, _ALL.index(slip))
    assert slip.right in good, slip.name
    wrong = good.replace(slip.right, slip.wrong, 1)
    if slip.encoding == "whole":
        return slip.wrong.encode(), b""
    after = good
    if slip.after:
        line = (
            good[good.index(slip.right) :].partition("\n")[0] if slip.right.startswith("标题") else slip.right
        )
        after = good.replace(line, slip.after.format(slug=f"cuo-{_ALL.index(slip)}"), 1)
    return wrong.encode(slip.encoding), after.encode()


@pytest.fixture(scope="module")
def column(tmp_path_factory):
    """The settings of a column that holds every slip."""
    root = tmp_path_factory.mktemp("mistakes")
    files = {path: written.encode() for path, written in {**CLEAN, **_UNITS}.items()}
    files["mkdocs.yml"] = _COLUMN.encode()
    for slip in _ALL:
        files[_paths(slip)[0]] = _data(slip)[0]
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GONGKAI_ROOT", str(root))
        patch.setenv("GONGKAI_DATE", "2026-11-21")
        yield read_settings()


@pytest.fixture(scope="module")
def plan(column: Settings) -> mending.Plan:
    """What would be written; nothing is yet."""
    return mending.plan(column)


@pytest.fixture(scope="module")
def problems(column: Settings, plan: mending.Plan) -> dict[str, list[Problem]]:
    """File → what is still said of it once all is written."""
    mending.write(column.root, plan.changes)
    found: dict[str, list[Problem]] = {}
    for each in pipeline.check(column).problems:
        found.setdefault(each.path, []).append(each)
    return found


def test_nothing_is_written_before_it_is_agreed_to(column: Settings, plan: mending.Plan) -> None:
    assert all(
        (column.root / path).read_bytes() == _data(slip)[0] for slip in _ALL for path in [_paths(slip)[0]]
    )
    told = {path for slip in TOLD for path in _paths(slip)}
    assert not told & {path for each in plan.files for path in (each.path, each.to)}


@pytest.mark.parametrize("slip", MENDED, ids=lambda slip: slip.name)
def test_it_is_mended(column: Settings, problems: dict[str, list[Problem]], slip: Slip) -> None:
    wrong, right = _paths(slip)
    assert (column.root / right).read_bytes().decode() == _data(slip)[1].decode()
    assert wrong == right or not (column.root / wrong).exists()


@pytest.mark.parametrize("slip", TOLD, ids=lambda slip: slip.name)
def test_it_is_left_and_the_message_suffices(
    column: Settings, problems: dict[str, list[Problem]], slip: Slip
) -> None:
    path = _paths(slip)[0]
    assert (column.root / path).read_bytes() == _data(slip)[0]
    said = [f"{each.message} {each.fix}" for each in problems[path]]
    assert any(all(word in each for word in slip.told) for each in said), said


def test_a_second_run_finds_nothing(column: Settings, problems: dict[str, list[Problem]]) -> None:
    assert mending.plan(column).files == ()


def test_there_are_sixty() -> None:
    assert len({slip.name for slip in _ALL}) >= 60
