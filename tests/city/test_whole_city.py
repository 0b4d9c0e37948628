"""Two columns of another shape as whole jobs: one killed midway, one that is faulty later, the same twice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).parents[2]
DAY = "2026-11-21"


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """A city of a district in a Git repository and a county in a folder."""
    root = tmp_path_factory.mktemp("city")
    shutil.copytree(PROJECT / "tests/sites/good", root / "good")
    shutil.copytree(PROJECT / "tests/sites/towns", root / "towns")
    assert _run("addresses", "--root", str(root / "good"), "--date", DAY).returncode == 0
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *words], cwd=root / "good", check=True)
    (root / "city.yml").write_text(
        "名称: 示例市\n主办单位: 示例市政府办\n网址: https://www.example.gov.cn/city/\n栏目:\n"
        "  - {代号: good, 名称: 示例区, 来源: good, 版本: main}\n"
        "  - {代号: towns, 名称: 示例县, 来源: towns}\n",
        "utf-8",
    )
    return root / "city.yml"


def _run(*words):
    return subprocess.run(
        [sys.executable, "-m", "gongkai", *words], capture_output=True, text=True, check=False
    )


def _city(plan, *more):
    return _run("city", str(plan), "--date", DAY, *_where(plan), "--workers", "1", *more)


def _where(plan):
    return ["--site-dir", str(plan.parent / "web/city"), "--state-dir", str(plan.parent / "state")]


def test_a_builder_that_is_killed_is_taken_up_again_and_the_same_job_twice_is_harmless(plan):
    command = [
        sys.executable,
        "-m",
        "gongkai",
        "city",
        str(plan),
        "--date",
        DAY,
        *_where(plan),
        "--workers",
        "1",
    ]
    city = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    os.kill(_builder_of(city.pid), signal.SIGKILL)
    _, said = city.communicate()
    assert city.returncode == 0, said
    assert "示例区：发布" in said and "第 2 次" in said and "示例县：发布" in said
    assert not list((plan.parent / "state/city/attempts").iterdir())
    site = plan.parent / "web/city"
    assert (site / "good/index.html").is_file() and (site / "towns/index.html").is_file()
    assert "示例县" in (site / "figures/index.html").read_text("utf-8")
    again = _city(plan)
    assert again.returncode == 0 and again.stderr.count("没有改动") == 2


def test_a_city_that_is_killed_takes_its_builders_with_it(plan):
    command = [sys.executable, "-m", "gongkai", "city", str(plan), "--date", "2026-11-22", *_where(plan)]
    city = subprocess.Popen([*command, "--workers", "1"], stderr=subprocess.DEVNULL)
    builder = _builder_of(city.pid)
    city.kill()
    city.wait()
    ended = time.monotonic() + 20
    while Path(f"/proc/{builder}").exists() and time.monotonic() < ended:
        time.sleep(0.05)
    assert not Path(f"/proc/{builder}").exists()


def test_a_faulty_column_holds_back_itself_alone(plan):
    before = (plan.parent / "web/city/towns").readlink()
    unit = next((plan.parent / "towns/data/units").glob("*.yml"))
    unit.write_text(unit.read_text("utf-8") + "没有的键: 甲\n", "utf-8")
    done = _city(plan)
    assert done.returncode == 1
    assert "示例区：没有改动" in done.stderr and "示例县：内容有错误，公开的仍是上一次的" in done.stderr
    assert "没有的键" in done.stderr
    assert (plan.parent / "web/city/towns").readlink() == before
    assert "这次没有更新" in (plan.parent / "web/city/index.html").read_text("utf-8")


def _builder_of(pid):
    """The process that a city runs for a column, once it is at work."""
    children = Path(f"/proc/{pid}/task")
    while True:
        for task in children.glob("*/children"):
            for child in task.read_text().split():
                words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
                if b"release" in words and b"gongkai" in words:
                    return int(child)
        time.sleep(0.05)
