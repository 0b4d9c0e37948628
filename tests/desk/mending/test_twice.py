"""Whatever slips come together in one file: a second run of ``--fix`` has nothing left to write."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.desk import mending
from gongkai.law.example import CLEAN, a_policy, a_unit
from gongkai.settings import SAMPLE, read_settings

from .mistakes import MENDED, POLICY, TOLD, text

SLIPS = [each for each in (*MENDED, *TOLD) if each.kind == POLICY and each.encoding != "whole"]
PATH, RIGHT = text(SLIPS[0], 1)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("twice")
    about = SAMPLE.replace("本区域名", "example.gov.cn").replace("十位数字", "1101150001")
    about = about.replace("某某区", "北京市示例区").replace("区号-电话", "010-00000000")
    others = {**CLEAN, **a_unit("caizheng-ju", 名称="区财政局", 曾用名=None), **a_policy("jiu")}
    for path, words in {**others, "mkdocs.yml": about}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(words, "utf-8")
    return root


def _plan(root):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GONGKAI_ROOT", str(root))
        patch.setenv("GONGKAI_DATE", "2026-11-21")
        return mending.plan(read_settings())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slips=st.lists(st.sampled_from(SLIPS), min_size=1, max_size=6), marked=st.booleans())
def test_a_second_run_changes_nothing(root, slips, marked):
    words, encoding = RIGHT, "utf-8-sig" if marked else "utf-8"
    for each in slips:
        words = words.replace(each.right, each.wrong, 1)
        encoding = each.encoding if each.encoding != "utf-8" else encoding
    file = root / PATH
    data = words.encode(encoding, "replace")
    file.write_bytes(data)
    first = _plan(root)
    assert file.read_bytes() == data, "nothing is written before it is agreed to"
    mending.write(root, first.changes)
    second = _plan(root)
    for each in first.files:
        (root / each.to).unlink()
    assert second.files == (), (slips, mending.shown(second))
