"""A folder for each attempt at a job: nobody else's, gone at its end, swept when its maker was killed."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from gongkai.city import attempts

MAKER = """
import sys, pathlib
from gongkai.city import attempts
with attempts.begun(pathlib.Path(sys.argv[1]), "jia") as folder:
    (folder / "half").write_text("x")
    print(folder.name, flush=True)
    sys.stdin.read()
"""


def _left(work):
    return sorted(path.name for path in (work / "attempts").iterdir())


def test_two_attempts_at_one_job_have_folders_of_their_own_which_go_at_the_end(tmp_path):
    with attempts.begun(tmp_path, "jia") as first, attempts.begun(tmp_path, "jia") as second:
        assert first != second and first.is_dir() and second.is_dir()
    assert _left(tmp_path) == []


def test_what_a_killed_maker_left_is_swept_by_the_next_and_only_that(tmp_path):
    command = [sys.executable, "-c", MAKER, str(tmp_path)]
    makers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    gone, here = (maker.stdout.readline().strip() for maker in makers)
    makers[0].kill()
    makers[0].wait()
    with attempts.begun(tmp_path, "yi") as own:
        assert _left(tmp_path) == sorted([here, f"{here}.held", own.name, f"{own.name}.held"])
        assert gone not in _left(tmp_path)
    makers[1].communicate("")
    assert makers[1].returncode == 0 and _left(tmp_path) == []


def test_a_folder_goes_when_the_attempt_fails(tmp_path):
    with pytest.raises(ValueError, match="x"), attempts.begun(tmp_path, "jia"):
        raise ValueError("x")
    assert _left(tmp_path) == []


def test_a_sweep_takes_nothing_from_attempts_that_begin_meanwhile(tmp_path):
    stop = threading.Event()

    def sweeping():
        while not stop.is_set():
            attempts.sweep(tmp_path)

    sweeper = threading.Thread(target=sweeping)
    sweeper.start()
    try:
        for _ in range(200):
            with attempts.begun(tmp_path, "jia") as folder:
                assert folder.is_dir()
    finally:
        stop.set()
        sweeper.join()
    assert _left(tmp_path) == []
