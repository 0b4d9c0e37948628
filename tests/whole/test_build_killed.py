"""Two builds at once, and builds killed at any moment: the live site is one whole site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import safety_kills
from gongkai.release import State

PROJECT = Path(__file__).parents[2]


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


@pytest.mark.night
def test_what_is_killed_leaves_one_whole_site():
    """A few of the kills that `scripts/safety kills` tries by the hundred; by day signals are tried alone."""
    counts = safety_kills.measure(quick=True)
    assert counts["broken"] == counts["hangs"] == 0
    assert counts["intact"] == counts["kills"] == 8


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
