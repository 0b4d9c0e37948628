"""What citizens come for can be walked through as scripts/tasks does it, which does all of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import citizen_walk
from citizen_walk import HANDS, best

TASKS = Path(citizen_walk.__file__).with_name("citizen_tasks.yml")


def tasks() -> dict[int, dict[str, Any]]:
    return {each["number"]: each for each in yaml.safe_load(TASKS.read_text("utf-8"))}


def test_there_are_twelve_tasks_in_steps_that_the_walkers_know() -> None:
    assert list(tasks()) == list(range(1, 13))
    verbs = {verb for task in tasks().values() for way in task["ways"] for step in way for verb in step}
    assert verbs == {"tap", "type", "see", "reach"}


@pytest.mark.parametrize("hand", list(HANDS))
def test_following_a_street_is_done_and_counted(site: Any, browser: Any, hand: str) -> None:
    cost = best(browser, site.address, tasks()[9]["ways"], hand)
    assert cost.done, cost.lost
    assert 0 < cost.taps <= 3 if hand == "finger" else cost.stops > 2


def test_what_is_not_there_is_lost(site: Any, browser: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(citizen_walk, "PATIENCE", 300)
    cost = best(browser, site.address, [[{"tap": "没有这样的链接"}]], "finger")
    assert not cost.done and cost.lost == "首页 没有“没有这样的链接”"
