"""Who tells a preview that a file was saved: the system where it hears of it, of what was written alone."""

from __future__ import annotations

import queue

import pytest
from watchdog.events import FileSystemEventHandler

from gongkai.desk import watching


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder that is mounted as wanted, whatever the machine has."""

    def mounted(kind: str) -> list[str]:
        table = tmp_path / "mounts"
        table.write_text(f"/dev/a / ext4 rw 0 0\nx {tmp_path} {kind} rw 0 0\n", "utf-8")
        monkeypatch.setattr(watching, "_MOUNTS", table)
        (tmp_path / "content").mkdir(exist_ok=True)
        return [str(tmp_path / "content")]

    return mounted


class Told(FileSystemEventHandler):
    def __init__(self) -> None:
        self.names: queue.Queue[str] = queue.Queue()

    def on_any_event(self, event) -> None:
        self.names.put(event.src_path.rpartition("/")[2])


def test_what_is_written_is_told_and_what_is_read_is_not(here, tmp_path):
    folders = here("ext4")
    file, last = tmp_path / "content/a.md", tmp_path / "content/last.md"
    file.write_text("旧", "utf-8")
    observer = watching.told_by_system(folders)
    assert observer
    told = Told()
    observer.schedule(told, folders[0], recursive=True)
    observer.start()
    file.read_text("utf-8")
    last.write_text("新", "utf-8")
    assert told.names.get(timeout=30) == "last.md"
    observer.stop()
    observer.join()


@pytest.mark.parametrize("kind", ["9p", "drvfs", "nfs4", "cifs", "fuse.sshfs"])
def test_folders_shared_with_another_machine_are_looked_through(here, kind):
    assert watching.told_by_system(here(kind)) is None


def test_where_the_system_has_no_room_folders_are_looked_through(here, monkeypatch):
    def full(_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching.Saves, "start", full)
    assert watching.told_by_system(here("ext4")) is None
