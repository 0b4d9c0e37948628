"""The live preview: edits show, faults are told and the last good pages stay."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Preview:
    """scripts/serve of a column, running."""

    def __init__(self, root: Path, log: Path, state: Path) -> None:
        self.port = free_port()
        self.log = log
        self.process = subprocess.Popen(
            [
                *(PROJECT / "scripts/serve", "--root", root, "--date", "2026-11-21"),
                *("--port", str(self.port), "--state-dir", state),
            ],
            stdout=log.open("wb"),
            stderr=subprocess.STDOUT,
            # a CI that started us in the background has told its children to overlook Ctrl-C
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def page(self, address: str = "") -> str:
        url = f"http://127.0.0.1:{self.port}/zwgk/{address}"
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())

    def wait(self, reached: Callable[[], bool], seconds: float = 90) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            try:
                if reached():
                    return
            except (OSError, urllib.error.URLError):
                pass
            time.sleep(0.1)
        raise AssertionError(self.log.read_text("utf-8"))

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture
def preview(mini, tmp_path):
    running = Preview(mini, tmp_path / "log", tmp_path / "state")
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.wait(20)


def test_edits_show_and_faults_leave_the_last_good_pages(preview, mini, tmp_path):
    guide, unit = mini / "content/pages/guide.md", mini / "data/units/minzheng-ju.yml"
    preview.wait(lambda: "小站政务公开" in preview.page())
    assert "本指南说明" in preview.page("guide/")

    good = guide.read_text("utf-8")
    # a page whose words change tells a new day
    changed = ("更新日期: 2026-09-01", "更新日期: 2026-11-20")
    guide.write_text(good.replace("本指南说明", "这份指南说明").replace(*changed), "utf-8")
    preview.wait(lambda: "这份指南说明" in preview.page("guide/"))

    unit.write_text(unit.read_text("utf-8").replace("010-00000002", "010-12345678"), "utf-8")
    preview.wait(lambda: "010-12345678" in preview.page("units/minzheng-ju/"))

    guide.write_text(good.replace("标题: ", "题目: "), "utf-8")
    preview.wait(lambda: "预览仍是改动以前的页面" in preview.log.read_text("utf-8"))
    assert re.search(r"content/pages/guide\.md:\d+:\d+ \[.*没有“题目”这一项", preview.log.read_text("utf-8"))
    assert "这份指南说明" in preview.page("guide/")
    assert "附件" in preview.page("policies/2026/dianti/")

    guide.write_text(good.replace("本指南说明", "改好的指南说明").replace(*changed), "utf-8")
    preview.wait(lambda: "改好的指南说明" in preview.page("guide/"))

    assert len(list((tmp_path / "state/preview/aside").iterdir())) == 1
    assert preview.stop() == 130
    assert "Traceback" not in preview.log.read_text("utf-8")
    assert list((tmp_path / "state/preview/aside").iterdir()) == []


def test_a_column_with_faults_is_not_previewed_but_told(mini, tmp_path):
    (mini / "content/pages/guide.md").write_text("---\n题目: 指南\n---\n", "utf-8")
    running = Preview(mini, tmp_path / "log", tmp_path / "state")
    assert running.process.wait(40) == 1
    assert "content/pages/guide.md" in running.log.read_text("utf-8")
    assert "Traceback" not in running.log.read_text("utf-8")
