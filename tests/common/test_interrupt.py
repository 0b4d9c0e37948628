"""Ctrl-C and SIGTERM at any moment: no traceback, nothing left, the site that was there or the new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongkai.release import State

from ..night import NIGHT

PROJECT = Path(__file__).parents[2]
#: seconds after the start; by day each signal comes at every other of them
MOMENTS = (0, 0.03, 0.08, 0.2, 0.4, 0.8, 1.2, 1.6, 2.0, 2.6)
SIGNALS = {
    signal.SIGINT: MOMENTS if NIGHT else MOMENTS[::2],
    signal.SIGTERM: MOMENTS if NIGHT else MOMENTS[1::2],
}


@pytest.fixture
def started(mini, published, state_folder):
    """A build as scripts/ begin it, in a process group of its own as a terminal would."""

    def begin(group=True):
        words = ["build", "--root", mini, "--date", "2026-11-21", "--site-dir", published]
        return subprocess.Popen(
            ["env", "--block-signal=INT", sys.executable, "-m", "gongkai", *map(str, words)],
            env={
                **os.environ,
                "PYTHONPATH": str(PROJECT / "hooks"),
                "GONGKAI_STATE": str(state_folder),
                "NO_MKDOCS_2_WARNING": "1",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=group,
            # a CI that started us in the background has told its children to overlook Ctrl-C
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    return begin


@pytest.mark.parametrize("number", SIGNALS)
def test_a_run_ends_in_order_whenever_it_is_interrupted(started, number, published, state_folder, digest):
    before = digest(published)
    codes = []
    for moment in SIGNALS[number]:
        run = started()
        time.sleep(moment)
        os.killpg(run.pid, number)
        said, _ = run.communicate(timeout=60)
        assert "Traceback" not in said and "Exception ignored" not in said, (moment, said)
        # killed before Python could answer, ended in order, or done already
        assert run.returncode in {-number, 128 + number, 0}, (moment, said)
        assert digest(published) == before
        aside = State.of(state_folder, published).aside
        assert not aside.exists() or list(aside.iterdir()) == []
        codes.append(run.returncode)
    assert codes.count(128 + number) >= 2


def test_pagefind_ends_with_the_run_it_belongs_to(mini_english, published, tmp_path):
    package = tmp_path / "shadow/pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "pagefind").write_text(f"#!/bin/sh\necho $$ > '{tmp_path}/pid'\nexec /bin/sleep 1000\n")
    (package / "pagefind").chmod(0o755)
    shadowed = f"{tmp_path / 'shadow'}:{PROJECT / 'hooks'}"
    run = subprocess.Popen(
        [sys.executable, "-m", "gongkai", "build", "--root", mini_english, "--site-dir", published],
        env={**os.environ, "PYTHONPATH": shadowed, "GONGKAI_DATE": "2026-11-21"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 300
    while not (tmp_path / "pid").is_file() or not (tmp_path / "pid").read_text().strip():
        assert time.monotonic() < until and run.poll() is None
        time.sleep(0.05)
    run.send_signal(signal.SIGTERM)
    assert run.wait(300) == 143
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
