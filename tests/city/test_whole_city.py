"""Two columns of another shape as whole jobs: one killed midway, one that is faulty later, the same twice."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest

from . import cities

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return cities.make(tmp_path_factory.mktemp("city"))


def _city(plan, day=cities.DAY):
    return cities.city(plan, day, "--workers", "1")


def _run(plan):
    return subprocess.run(_city(plan), capture_output=True, text=True, check=False)


def test_a_builder_that_is_killed_is_taken_up_again_and_the_same_job_twice_is_harmless(plan):
    city = subprocess.Popen(_city(plan), stderr=subprocess.PIPE, text=True)
    os.kill(cities.builder_of(city.pid)[1], signal.SIGKILL)
    _, said = city.communicate()
    assert city.returncode == 0, said
    assert "示例区：发布" in said and "第 2 次" in said and "示例县：发布" in said
    assert not list((plan.parent / "state/city/attempts").iterdir())
    site = plan.parent / "web/city"
    assert (site / "good/index.html").is_file() and (site / "towns/index.html").is_file()
    assert "示例县" in (site / "figures/index.html").read_text("utf-8")
    again = _run(plan)
    assert again.returncode == 0 and again.stderr.count("没有改动") == 2


def test_a_city_that_is_killed_takes_its_builders_with_it(plan):
    city = subprocess.Popen(_city(plan, "2026-11-22"), stderr=subprocess.DEVNULL)
    _, builder = cities.builder_of(city.pid)
    city.kill()
    city.wait()
    assert cities.gone(builder)


def test_a_faulty_column_holds_back_itself_alone(plan):
    before = (plan.parent / "web/city/towns").readlink()
    cities.spoil(plan)
    done = _run(plan)
    assert done.returncode == 1
    assert "示例区：没有改动" in done.stderr and "示例县：内容有错误，公开的仍是上一次的" in done.stderr
    assert "没有的键" in done.stderr
    assert (plan.parent / "web/city/towns").readlink() == before
    assert "这次没有更新" in (plan.parent / "web/city/index.html").read_text("utf-8")
