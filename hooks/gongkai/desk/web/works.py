"""A piece of work on the disk: what was put in, what was answered, which files came of it.

Every step is written before the page says so: whoever closes the browser or pulls the plug finds it again.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from werkzeug.exceptions import NotFound

_ID = re.compile(r"[0-9a-f]{16}")
_ABOUT = "work.json"


@dataclass
class Put:
    """A file that was put in: ``name`` is for people; it is kept under a number."""

    name: str
    kept: str
    #: the record that came of it, below the root
    record: str = ""
    #: what was read and has to be looked at
    doubts: list[str] = field(default_factory=list)


@dataclass
class Work:
    """One piece of work of one user, on a branch of its own."""

    id: str
    user: str
    begun: str
    branch: str
    title: str = ""
    put: list[Put] = field(default_factory=list)
    #: what the files do not say: key, words, what is offered
    asked: list[list[str]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    #: keys that are still open
    open: list[str] = field(default_factory=list)
    #: all files that were written, below the root
    written: list[str] = field(default_factory=list)
    #: files of the column that it takes away
    gone: list[str] = field(default_factory=list)
    #: of what was written, the files that were put beside a record by hand: no import writes them again
    attached: list[str] = field(default_factory=list)
    #: it came of a table, not of Word files
    table: bool = False
    #: it waits for its reviews
    waits: bool = False
    #: who may review it, by name: those of its units; empty: all who review
    may: list[str] = field(default_factory=list)
    #: the reviews that were given at this desk: who, which, when, and of what text
    approvals: list[dict[str, str]] = field(default_factory=list)
    #: who reviewed the change of what was public before: told with the commit
    reviews: dict[str, str] = field(default_factory=dict)
    #: the commit that reviewers see elsewhere; "" where they see it here
    shown: str = ""
    #: why a reviewer gave it back, or why it could not go on; "" where nothing is
    returned: str = ""
    #: what is wrong with it as the clerk was shown last; None before the first look
    seen: list[str] | None = None
    #: what was said when it was handed in; "" before
    handed_in: str = ""
    #: the commit that it was compared with when it was handed in
    base: str = ""

    @property
    def records(self) -> list[str]:
        """The records that this is about, the policy first."""
        return [path for path in self.written if path.endswith((".md", ".yml"))]

    @property
    def unanswered(self) -> bool:
        """Its questions were left before any was answered."""
        return bool(self.asked) and not (self.answers or self.handed_in or self.waits)

    @property
    def judged(self) -> list[str]:
        """The files whose problems are this work's: its records, and rows of datasets."""
        return [path for path in self.written if path.endswith((".md", ".yml", ".csv"))]


_KEYS = frozenset(each.name for each in fields(Work))


class Works:
    """All pieces of work below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, user: str, day: str, branch: str) -> Work:
        """A new one; ``branch`` has a place for what is its own."""
        number = secrets.token_hex(8)
        work = Work(number, user, day, branch.format(id=number[:8]))
        self.folder(work).mkdir(parents=True)
        self.save(work)
        return work

    def folder(self, work: Work) -> Path:
        """Where it is kept."""
        return self._folder / work.id

    def tree(self, work: Work) -> Path:
        """Its own working tree."""
        return self.folder(work) / "tree"

    def aside(self, work: Work, at: int) -> Path:
        """Where words are kept that were typed into the form of a record and not saved."""
        return self.folder(work) / f"typed-{at}.json"

    def unsaved(self, work: Work) -> list[int]:
        """The records of which such words are kept: nothing of them is seen or handed in."""
        if work.handed_in:
            return []
        return [at for at in range(len(work.records)) if self.aside(work, at).is_file()]

    def save(self, work: Work) -> None:
        """In one step, and on the disk before anything else is said."""
        text = json.dumps(asdict(work), ensure_ascii=False, indent=1)
        keep(self.folder(work) / _ABOUT, text.encode())

    def of(self, user: str, number: str) -> Work:
        """The piece of work of a user; another's is as if it were not there."""
        found = self._read(self._folder / number / _ABOUT) if _ID.fullmatch(number) else None
        if found is None or found.user != user:
            raise NotFound("没有这份稿件，或者不是您的")
        return found

    def waiting(self, number: str) -> Work:
        """A piece of work that waits for its reviews, whoever wrote it."""
        found = self._read(self._folder / number / _ABOUT) if _ID.fullmatch(number) else None
        if found is None or not found.waits:
            raise NotFound("没有这份稿件，或者不在等审核")
        return found

    def all(self, user: str | None = None) -> list[Work]:
        """The newest first; of all users where none is named."""
        found = (self._read(path) for path in sorted(self._folder.glob(f"*/{_ABOUT}")))
        mine = [each for each in found if each and user in (None, each.user)]
        return sorted(mine, key=lambda each: (each.begun, each.id), reverse=True)

    def put(self, work: Work, name: str, data: bytes, ending: str) -> None:
        """Keep a file as it came; its name never becomes a path."""
        kept = f"{len(work.put) + 1}.{ending}"
        keep(self.folder(work) / kept, data)
        work.put.append(Put(_shown(name), kept))

    def originals(self, work: Work) -> Iterator[tuple[Put, Path]]:
        """The files that were put in."""
        return ((each, self.folder(work) / each.kept) for each in work.put)

    def remove(self, work: Work) -> None:
        """All that is kept of it."""
        shutil.rmtree(self.folder(work))

    def _read(self, path: Path) -> Work | None:
        try:
            found = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return None
        found = {key: value for key, value in found.items() if key in _KEYS}
        found["put"] = [Put(**each) for each in found["put"]]
        return Work(**found)


def keep(file: Path, data: bytes) -> None:
    """Write a file so that it is there whole, or as it was, whatever happens."""
    aside = file.with_name(f".{file.name}.part")
    with aside.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
    aside.replace(file)


def _shown(name: str) -> str:
    """The name of a file as it is shown."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in bare if sign.isprintable())[:120] or "文件"
