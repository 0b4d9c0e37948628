"""A city on a real cluster: of two workers one is killed midway; asked twice; one column is faulty."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from . import cities

pytestmark = [pytest.mark.slow, pytest.mark.night]
HERE = ("--host", "127.0.0.1", "--no-dashboard")
NEXT_DAY = "2026-11-22"


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return cities.make(tmp_path_factory.mktemp("city"))


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers, as processes: the address of the one, the others."""
    folder = tmp_path_factory.mktemp("cluster")
    found = folder / "scheduler.json"
    started = [_start(folder, "scheduler", "--port", "0", "--scheduler-file", found)]
    while not found.is_file():
        assert started[0].poll() is None, (folder / "said").read_text()
        time.sleep(0.05)
    for name in ("a", "b"):
        words = ["--scheduler-file", found, "--nthreads", "1", "--no-nanny", "--name", name]
        started.append(_start(folder, "worker", *words, "--local-directory", folder / name))
    yield json.loads(found.read_text())["address"], started[1:]
    for process in started:
        process.kill()
        process.wait()


def _start(folder, part, *words):
    command = [sys.executable, "-m", "dask", part, *HERE, *map(str, words)]
    with (folder / "said").open("a") as said:
        return subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)


def _city(plan, cluster, day):
    command = cities.city(plan, day, "--scheduler", cluster[0])
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def _columns(plan):
    releases = (plan.parent / "state/city/columns").glob("*/releases/*")
    return sorted((path.parts[-3], path.name) for path in releases)


def test_a_killed_worker_s_job_is_done_by_another_once_for_all_who_ask(plan, cluster):
    workers = {process.pid: process for process in cluster[1]}
    asking = [_city(plan, cluster, cities.DAY) for _ in range(2)]
    owner, builder = cities.builder_of(*workers)
    workers[owner].kill()
    workers[owner].wait()
    assert cities.gone(builder), "its builder lives on"
    for each in asking:
        _, said = each.communicate()
        assert each.returncode == 0, said
        assert said.count("：发布 ") == 2
    assert [slug for slug, _ in _columns(plan)] == ["good", "towns"], "each was released once"
    assert not list((plan.parent / "state/city/attempts").iterdir()), "nothing of the killed attempt is left"
    assert (plan.parent / "web/city/good/index.html").is_file()


def test_the_same_again_is_harmless(plan, cluster):
    before = _columns(plan)
    again = _city(plan, cluster, cities.DAY)
    _, said = again.communicate()
    assert again.returncode == 0 and said.count("没有改动") == 2
    assert _columns(plan) == before


def test_a_faulty_column_holds_back_itself_alone(plan, cluster):
    site = plan.parent / "web/city"
    good, towns = (site / "good").readlink(), (site / "towns").readlink()
    cities.spoil(plan)
    done = _city(plan, cluster, NEXT_DAY)
    _, said = done.communicate()
    assert done.returncode == 1 and "示例县：内容有错误，公开的仍是上一次的" in said
    assert (site / "towns").readlink() == towns and (site / "good").readlink() != good
