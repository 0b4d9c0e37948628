"""A city of two small columns, its command, and the builders it runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).parents[2]
DAY = "2026-11-21"
PLAN = """\
名称: 示例市
主办单位: 示例市政府办
网址: https://www.example.gov.cn/city/
栏目:
  - {代号: good, 名称: 示例区, 来源: good, 版本: main}
  - {代号: towns, 名称: 示例县, 来源: towns}
"""


def make(root):
    """A district in a Git repository, a county in a folder; gives the plan."""
    shutil.copytree(PROJECT / "tests/sites/good", root / "good")
    shutil.copytree(PROJECT / "tests/sites/towns", root / "towns")
    assert run("addresses", "--root", str(root / "good"), "--date", DAY).returncode == 0
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *words], cwd=root / "good", check=True)
    (root / "city.yml").write_text(PLAN, "utf-8")
    return root / "city.yml"


def spoil(plan):
    """Put into the county's content what a check refuses."""
    unit = next((plan.parent / "towns/data/units").glob("*.yml"))
    unit.write_text(unit.read_text("utf-8") + "没有的键: 甲\n", "utf-8")


def run(*words):
    """A command of the program to its end."""
    return subprocess.run(command(*words), capture_output=True, text=True, check=False)


def command(*words):
    """The words that start a command of the program."""
    return [sys.executable, "-m", "gongkai", *words]


def city(plan, day, *more):
    """The words of the command that builds the city on a day."""
    where = ["--site-dir", str(plan.parent / "web/city"), "--state-dir", str(plan.parent / "state")]
    return command("city", str(plan), "--date", day, *where, *more)


def builder_of(*owners):
    """The process that one of these runs for a column, once it is at work, after its owner's number."""
    while True:
        for owner in owners:
            for child in _children(owner):
                words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
                if b"release" in words and b"gongkai" in words:
                    return owner, child
        time.sleep(0.05)


def _children(owner):
    tasks = Path(f"/proc/{owner}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def gone(process):
    """Whether a process ended, within some seconds."""
    ended = time.monotonic() + 20
    while Path(f"/proc/{process}").exists() and time.monotonic() < ended:
        time.sleep(0.05)
    return not Path(f"/proc/{process}").exists()
