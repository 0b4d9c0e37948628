"""Folders → who tells that a file in them was saved: the system at once, where it hears of every save."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

#: Linux hears of what its own programs write, not of what Windows or another machine does in a shared folder
_OWN = frozenset({"bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "overlay", "tmpfs", "xfs", "zfs"})
_MOUNTS = Path("/proc/mounts")
#: not that a file was opened or read: a build reads all of them
_SAVES: list[Any] = [
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Saves(Observer):  # type: ignore[valid-type,misc]  # the class is another on each system
    """Tells of what was written, and not of what was read."""

    def schedule(self, handler: FileSystemEventHandler, path: str, **more: Any) -> ObservedWatch:
        """As the library's own; a save alone is told."""
        return super().schedule(handler, path, **{**more, "event_filter": _SAVES})  # type: ignore[no-any-return]


def told_by_system(folders: Sequence[str]) -> BaseObserver | None:
    """One that the system tells; None where it does not hear of every save, or has no room for the watch."""
    if not all(map(_heard, folders)):
        return None
    trial = Saves()
    try:
        for folder in folders:
            trial.schedule(FileSystemEventHandler(), folder, recursive=True)
        trial.start()
    except OSError:  # as many files or folders are watched as it allows
        return None
    finally:
        trial.stop()
        with suppress(RuntimeError):  # it never began
            trial.join()
    return Saves()


def instead_of_polling(server: Any) -> None:
    """MkDocs looks all folders through twice a second; where the system tells of a save, none waits."""
    watched = [path for path, times in server._watched_paths.items() for _ in range(times)]
    observer = told_by_system(watched)
    if observer is None:
        return
    for path in watched:
        server.unwatch(path)
    server.observer = observer
    for path in watched:
        server.watch(path)


def _heard(folder: str) -> bool:
    """Whether the system hears of what is written there; where it has no list of mounts, it does."""
    try:
        mounts = [line.split()[1:3] for line in _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()]
    except OSError:
        return True
    path = Path(os.path.realpath(folder))
    at = {where.replace(r"\040", " "): kind for where, kind in mounts}
    return next((at[str(each)] in _OWN for each in (path, *path.parents) if str(each) in at), False)
