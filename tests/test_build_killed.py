"""Two builds at once, and builds killed at any moment: the live site is one whole site."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from gongkai.release import State

PROJECT = Path(__file__).parents[1]
TODAY = "2026-11-21"


def test_a_second_build_is_told_who_is_building(command, mini, tmp_path, state_folder):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD.format(hooks=str(PROJECT / "hooks"), site=str(tmp_path / "site"))],
        env={**os.environ, "GONGKAI_STATE": str(state_folder)},
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert holder.stdout.readline().strip() == "held"
        done = command("build", "--root", mini, "--site-dir", tmp_path / "site")
        assert done.returncode == 2
        assert f"另一个构建（进程 {holder.pid}）" in done.stdout
    finally:
        holder.communicate("\n", timeout=20)
    assert command("build", "--root", mini, "--site-dir", tmp_path / "site").returncode == 0


HOLD = """
import sys
from pathlib import Path
sys.path.insert(0, {hooks!r})
from gongkai.release import State, building
from gongkai.settings import read_state
with building(State.of(read_state(), Path({site!r})), Path("/nowhere"), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_killed_build_leaves_one_whole_site_and_the_next_sweeps_up(
    command, mini, published, digest, state_folder
):
    """Killed at six moments; the source changes every time, so that old and new differ."""
    rng = random.Random(20261121)
    page = mini / "content/pages/guide.md"
    whole = [digest(published)]
    for number in range(7):
        page.write_text(page.read_text("utf-8") + f"\n第{number}次修改。\n", "utf-8")
        started = time.monotonic()
        building = subprocess.Popen(
            [PROJECT / "scripts/build", "--root", mini, "--date", TODAY, "--site-dir", published],
            env={**os.environ, "GONGKAI_STATE": str(state_folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if number == 0:
            building.wait(60)
            length = time.monotonic() - started
            whole.append(digest(published))
            assert whole[1] != whole[0]
            continue
        time.sleep(length * rng.uniform(0.3, 1.05))
        os.killpg(building.pid, signal.SIGKILL)
        building.wait(60)
        found = digest(published)
        assert found in whole or f"第{number}次修改" in (published / "guide/index.html").read_text("utf-8")
        if found not in whole:
            again = published.parent / f"again-{number}"
            assert command("build", "--root", mini, "--site-dir", again).returncode == 0
            assert found == digest(again)
            whole.append(found)
    aside = State.of(state_folder, published).aside
    (aside / "staging-1/policies").mkdir(parents=True)
    assert command("build", "--root", mini, "--site-dir", published).returncode == 0
    assert list(aside.iterdir()) == []
    assert [path.name for path in published.parent.iterdir() if path.name.startswith(".")] == []


def test_the_next_run_restores_before_it_stops_at_an_error_in_content(
    command, mini, published, digest, state_folder
):
    """Killed between two renames where folders cannot be swapped, then an editor's mistake."""
    state = State.of(state_folder, published)
    before = digest(published)
    state.make()
    published.rename(state.aside / "old-7")
    (mini / "content/pages/guide.md").write_text("---\n题目: 指南\n---\n", "utf-8")
    done = command("build", "--root", mini, "--site-dir", published)
    assert done.returncode == 1, done.stdout
    assert "已把原来的网站放回" in done.stdout
    assert digest(published) == before
    assert list(state.aside.iterdir()) == []
