"""Files that were put in → records in the tree of a piece of work, as they would be public."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from gongkai.desk.intake import draft, files, importing
from gongkai.desk.intake.parts import Parts
from gongkai.desk.intake.questions import Question
from gongkai.desk.intake.reading import parts_of
from gongkai.desk.web import renewing
from gongkai.desk.web.works import Put, Work, Works, keep
from gongkai.desk.word import Reading
from gongkai.pipeline import Checked


def original(path: Path, put: Put) -> tuple[Reading, Parts]:
    """A file as it was put in, and what each block of it is."""
    return _read(path, put.name)


@lru_cache(maxsize=4)
def _read(path: Path, name: str) -> tuple[Reading, Parts]:
    """What was put in is never written again, and a pair is looked at many times."""
    reading = files.read(files.bytes_of(path), name)
    return reading, parts_of(reading.blocks)


def bring(works: Works, work: Work, checked: Checked, root: Path) -> None:
    """Write the records with the answers that were given; what a clerk changed since stays.

    Raises what the import does.
    """
    folder = works.folder(work)
    if work.written:
        renewing.again(folder, root, work, lambda: _import(works, work, checked, root))
    else:
        _import(works, work, checked, root)
        renewing.brought(folder, root, work)


def _import(works: Works, work: Work, checked: Checked, root: Path) -> None:
    """The files of the import in the place of those of the one before."""
    for path in (each for each in work.written if each not in work.attached):
        (root / path).unlink(missing_ok=True)
    first = not work.written

    def ask(question: Question) -> str:
        if first:
            work.asked.append([question.key, question.words, question.offered])
        return ""

    into, answers = works.folder(work) / "compare", dict(work.answers)
    importer = importing.Importer(root, checked.register, checked.standards, into, answers, ask)
    done = importer.bring([path for _, path in works.originals(work)], [put.name for put in work.put])
    for put, each in zip(work.put, done, strict=True):
        put.record = next(path for path in each.written if path.endswith(".md"))
        put.doubts = list(each.facts.doubts)
        _as_public(root / put.record)
    work.written = sorted({path for each in done for path in each.written}, key=_policy_first)
    work.written += work.attached
    work.open = [question.key for each in done for question in each.open]
    work.title = next((f"{each.facts.keys.get('标题', '')}" for each in done), "") or work.put[0].name
    works.save(work)


def _as_public(path: Path) -> None:
    """On a branch of its own nothing is public: the record is looked at as it will be."""
    keep(path, draft.finished(path.read_text("utf-8")).encode())


def _policy_first(path: str) -> tuple[bool, str]:
    return not path.startswith("content/policies/"), path
