"""放附件: files for readers go beside a record and into its 附件, under names that the desk gives them."""

from __future__ import annotations

from pathlib import Path

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk import word
from gongkai.desk.web import head_keys
from gongkai.desk.web.judging import document
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work, keep
from gongkai.load.attached.kinds import HEAD, KINDS, extension_of
from gongkai.records.base import ContentRecord
from gongkai.records.description import values

_KEY = "附件"


def takes(kind: type[object]) -> bool:
    """Whether records of a type have attachments."""
    return issubclass(kind, ContentRecord)


def attach(visit: Visit, work: Work, at: int) -> Response:
    """Keep each file that was given, and name it in the record."""
    given = [each for each in visit.request.files.getlist("files") if each.filename]
    path = work.records[at] if at < len(work.records) else ""
    found = document(visit.root(work), path) if path else None
    if not given or found is None or not isinstance(found.data, dict) or not takes(found.record_type):
        raise word.Refused("没有放成附件：先选文件；这一件的格式有错的，先改好")
    read = [_taken(each.filename or "", each.read()) for each in given]
    listed = found.data.get(_KEY)
    attached = [*listed] if isinstance(listed, list) else []
    for name, kind, data in read:
        place = _free(visit.root(work), path, kind)
        keep(visit.root(work) / "content" / place, data)
        attached.append({"名称": name, "文件": place})
        work.attached.append(f"content/{place}")
    work.written += work.attached[-len(read) :]
    order = [each.key for each in values(found.record_type)]
    file = visit.root(work) / path
    text = file.read_text("utf-8")
    keep(file, head_keys.written(text, found.data, {**found.data, _KEY: attached}, order).encode())
    visit.office.works.save(work)
    return redirect(f"/work/{work.id}/#record-{at}", 303)


def _taken(name: str, data: bytes) -> tuple[str, str, bytes]:
    """A file's name for readers, its kind, its bytes."""
    return _stem(name), _kind(name, data), data


def _kind(name: str, data: bytes) -> str:
    """What a file is by its name and its first bytes."""
    kind = extension_of(name)
    if kind not in KINDS or not KINDS[kind](data[:HEAD]):
        raise word.Refused(f"“{_stem(name)}”不能作附件：收 {'、'.join(KINDS)}，旧格式的先另存为 docx 或 pdf")
    return kind


def _stem(name: str) -> str:
    """A file's own name, for readers."""
    bare = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return "".join(sign for sign in bare if sign.isprintable()).strip()[:100] or "附件"


def _free(root: Path, record: str, kind: str) -> str:
    """A place below ``content/`` that no file has; the file's own name never becomes a path."""
    parts = Path(record).parts
    year = next((part for part in parts if part.isdecimal()), "")
    folder, number = "/".join(filter(None, ("files", year))), 1
    (root / "content" / folder).mkdir(parents=True, exist_ok=True)
    stem = f"{Path(record).stem}-fujian-"
    while any((root / "content" / folder).glob(f"{stem}{number}.*")):
        number += 1
    return f"{folder}/{stem}{number}.{kind}"
