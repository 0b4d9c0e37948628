"""Errors of the machine are said in words, the program's own faults end with 3 and a report."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.common import faults

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "磁盘满了：先腾出空间（/a/b）"),
        (errno.EROFS, "没有写入的权限，或磁盘是只读的（/a/b）"),
        (errno.EBUSY, "是挂载点"),
        (errno.EMFILE, "ulimit -n"),
        (errno.EXDEV, "--state-dir"),
    ],
)
def test_what_a_person_can_mend_is_said(number, said):
    error = OSError(number, os.strerror(number), "/a/b")
    assert said in str(faults.as_problem(error))


@pytest.mark.parametrize("number", [errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EBADF])
def test_what_nobody_can_mend_is_a_fault_of_the_program_never_of_the_disk(number):
    error = OSError(number, os.strerror(number), "/a/b")
    assert faults.in_words(error) is None
    with pytest.raises(OSError, match=r"/a/b"):
        faults.as_problem(error)


FAULTY = """
import sys
from pathlib import Path
from gongkai.common import faults
faults.install(lambda: Path({folder!r}), "原来的网站没有改动。")
{statement}
"""


def run(folder, statement, **more):
    script = FAULTY.format(folder=str(folder), statement=statement)
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks"), **more}
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", env=environment, timeout=60
    )


def test_a_fault_is_one_sentence_and_a_report(tmp_path):
    done = run(tmp_path / "state", "{}['甲']")
    assert done.returncode == 3
    [report] = (tmp_path / "state").iterdir()
    assert done.stderr == (
        f"程序本身出错（KeyError），不是内容的问题：详细记录在 {report}，请交给维护人员。"
        "原来的网站没有改动。\n"
    )
    assert "KeyError: '甲'" in report.read_text("utf-8")
    assert report.stat().st_mode & 0o777 == 0o600
    assert run(tmp_path / "state", "{}['甲']").returncode == 3
    assert len(list((tmp_path / "state").iterdir())) == 1, "the same fault has the same report"


def test_what_is_half_made_is_named_at_once(tmp_path):
    unfinished = "from gongkai.common.discovery import IncompleteModule as E; raise E('a.b lacks TRAITS')"
    for statement, said in (
        (unfinished, "IncompleteModule: a.b lacks TRAITS"),
        ("import gongkai.nowhere", "ModuleNotFoundError: No module named 'gongkai.nowhere'"),
    ):
        done = run(tmp_path / "state", statement)
        assert done.returncode == 3
        assert done.stderr.startswith(f"{said}\n程序本身出错（"), done.stderr


def test_a_fault_of_a_file_that_comes_with_the_program_is_told_at_its_line(tmp_path):
    planted = """
from gongkai.common.problems import OwnFaults, Problem
raise OwnFaults([Problem("shipped-law", "a.yml", "错", "改", line=3, column=5, name="随程序的规则")])
"""
    done = run(tmp_path / "state", planted)
    assert done.returncode == 3
    assert done.stderr == (
        "a.yml:3:5 [随程序的规则 shipped-law] 错误：错。改法：改。\n"
        "程序本身出错，不是内容的问题：上面是随程序提供的文件，请交给维护人员改正。原来的网站没有改动。\n"
    )
    assert not (tmp_path / "state").exists()


def test_a_report_that_can_be_kept_nowhere_follows_the_sentence(tmp_path):
    (tmp_path / "file").write_text("甲")
    statement = f"import tempfile; tempfile.tempdir = {str(tmp_path / 'file/deep')!r}; 1 / 0"
    done = run(tmp_path / "file/state", statement)
    assert done.returncode == 3
    assert done.stderr.startswith("程序本身出错（ZeroDivisionError），不是内容的问题：请把下面的记录")
    assert "Traceback" in done.stderr


@pytest.mark.parametrize(
    ("statement", "code", "said"),
    [
        ("open('/nowhere/file')", 3, "程序本身出错（FileNotFoundError）"),
        (
            "raise OSError(28, 'No space left on device')",
            2,
            "不能运行：磁盘满了：先腾出空间。原来的网站没有改动。",
        ),
        ("raise MemoryError", 2, "不能运行：内存不够。"),
        ("raise KeyboardInterrupt", 130, ""),
    ],
)
def test_each_kind_has_its_code(tmp_path, statement, code, said):
    done = run(tmp_path, statement)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False)


def test_a_fault_in_a_command_ends_with_3_and_leaves_the_site(
    mini, published, digest, tmp_path, state_folder
):
    """The real command, with a fault put into a stage of its own."""
    before = digest(published)
    shadow, state = tmp_path / "shadow", state_folder / "faulty"
    shadow.mkdir()
    (shadow / "sitecustomize.py").write_text(
        "import gongkai.exports.feeds\ngongkai.exports.feeds.write_all = None\n"
    )
    environment = {**os.environ, "PYTHONPATH": f"{shadow}:{PROJECT / 'hooks'}", "GONGKAI_NO_SEARCH": "1"}
    words = ("build", "--root", mini, "--date", "2026-11-21", "--site-dir", published)
    done = subprocess.run(
        [sys.executable, "-m", "gongkai", *map(str, words), "--state-dir", str(state)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=120,
    )
    assert done.returncode == 3, done.stderr
    assert "程序本身出错（TypeError），不是内容的问题：详细记录在" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(published) == before
    [report] = state.glob("fault-*.txt")
    assert "NoneType" in report.read_text("utf-8")
