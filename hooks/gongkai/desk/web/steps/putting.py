"""放进 Word: the files of a policy and of what explains it become a pair of records."""

from __future__ import annotations

from collections.abc import Iterator

from werkzeug.datastructures import FileStorage
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk import word
from gongkai.desk.intake import kinds
from gongkai.desk.web import bringing
from gongkai.desk.web.steps import tables
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work
from gongkai.load.attached.kinds import OLD_OFFICE, ZIP

_MOST_FILES = 4
_WORKBOOK = b"xl/workbook.xml"
_ALONE = "表格一次放一个，不和别的文件一起放：数据集的行，或者公开目录的标准目录"
_XLSX, _CSV = "xlsx", "csv"
_ROWS = (".csv", ".txt")
_KINDS = ((ZIP, "docx"), (OLD_OFFICE, "doc"), (b"{\\rtf", "rtf"), (b"%PDF-", "pdf"))


def put(visit: Visit) -> Response:
    """Keep the files, read them, and ask what they do not say."""
    given = [each for each in visit.request.files.getlist("files") if each.filename]
    if not given:
        raise word.Refused("还没有选文件：把政策的 Word 文件和解读的 Word 文件一起放进来")
    if len(given) > _MOST_FILES:
        raise word.Refused(f"一次最多放 {_MOST_FILES} 个文件：一件政策和它的解读")
    read = [(each.filename or "", data, kind) for each, data, kind in _read(given)]
    if any(kind in (_XLSX, _CSV) for _, _, kind in read):
        if len(read) > 1:
            raise word.Refused(_ALONE)
        return tables.begin(visit, *read[0])
    work = visit.office.begin(visit.user)
    done = False
    try:
        for name, data, kind in read:
            visit.office.works.put(work, name, data, kind)
        _bring(visit, work)
        done = True
    finally:
        if not done:  # what could not be read leaves nothing behind
            visit.office.end(work)
    return redirect(f"/work/{work.id}/{'questions' if work.asked else ''}", 303)


def _bring(visit: Visit, work: Work) -> None:
    root = visit.root(work)
    judged = visit.office.judge.look(root, [])
    bringing.bring(visit.office.works, work, judged.checked, root)


def _read(given: list[FileStorage]) -> Iterator[tuple[FileStorage, bytes, str]]:
    """Each with its bytes and what it is by them."""
    for each in given:
        data = each.read()
        kind = next((name for start, name in _KINDS if data.startswith(start)), "")
        if kind == "docx" and _WORKBOOK in data:
            kind = _XLSX
        if not kind and (each.filename or "").lower().endswith(_ROWS):
            kind = _CSV
        if not kind and (why := kinds.told(data, each.filename or "")):
            raise word.Refused(f"{each.filename}：{why}")
        yield each, data, kind or "docx"
