"""scripts/safety: its parts are found by looking, its goals are kept, docs/safety.md has its words."""

from __future__ import annotations

import importlib
import re
import runpy
from pathlib import Path

import pytest

import safety_hostile

PROJECT = Path(__file__).parents[2]
SAFETY = runpy.run_path(str(PROJECT / "scripts/safety.py"))
PAGE = (PROJECT / "docs/safety.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("counts", "over"),
    [
        ({"planted": 400, "missed": 2, "innocent": 1000, "false alarms": 3}, []),
        ({"planted": 400, "missed": 3}, ["missed 3（目标：400 的 0.5% 以内）"]),
        ({"held planted": 400, "held missed": 3}, ["held missed 3（目标：400 的 0.5% 以内）"]),
        ({"innocent": 1000, "false alarms": 4}, ["false alarms 4（目标：1000 的 0.3% 以内）"]),
        ({"tried": 9, "published": 1, "tracebacks": 0}, ["published 1（目标：9 的 0.0% 以内）"]),
        (
            {"tried": 9, "tracebacks": 1, "hangs": 1},
            ["tracebacks 1（目标：9 的 0.0% 以内）", "hangs 1（目标：9 的 0.0% 以内）"],
        ),
        ({"kills": 400, "intact": 399}, ["intact 399（目标：400）"]),
        ({"days": 30, "built": 30}, []),
    ],
)
def test_a_count_beyond_its_goal_is_named(counts: dict[str, int], over: list[str]) -> None:
    assert list(SAFETY["beyond"](counts)) == over


def test_every_part_has_its_words_and_its_measure() -> None:
    names = SAFETY["parts"]([])
    assert {"fuzz", "hostile"} <= set(names)
    for name in names:
        part = importlib.import_module(f"safety_{name}")
        assert part.LABEL and callable(part.measure), name


def test_a_part_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert SAFETY["main"](["--quick", "meiyou"]) == 2
    assert "没有“meiyou”这一部分；有：" in capsys.readouterr().err


def test_the_numbers_in_the_documentation_keep_the_goals_and_tell_of_this_corpus() -> None:
    block = re.search(r"```text\n(恶意和粗心的输入: .*?)```", PAGE, re.S)
    assert block
    shown = dict(line.split(": ", 1) for line in block[1].splitlines() if ": " in line)
    labels = {importlib.import_module(f"safety_{name}").LABEL: name for name in SAFETY["parts"]([])}
    assert set(shown) <= set(labels)
    for label, words in shown.items():
        counts = {name: int(count) for name, count in re.findall(r"([A-Za-z][\w ]*?) (\d+)(?:, |$)", words)}
        assert SAFETY["line"](label, counts) == f"{label}: {words}"
        assert list(SAFETY["beyond"](counts)) == []
    assert f"tried {len(list(safety_hostile.cases()))}," in shown[safety_hostile.LABEL]
