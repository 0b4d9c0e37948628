"""改: the keys of a record in a form made from its schema, its text beside them; kept while one types."""

from __future__ import annotations

import json
from typing import Any

from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.column.validate import own_words_of
from gongkai.desk.web import form_schema, head_keys, wording
from gongkai.desk.web.judging import document
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work, keep
from gongkai.load.document import Document
from gongkai.records.description import values
from gongkai.records.fields.own_words import OwnWords
from gongkai.records.types.own_term import OwnTerm

#: of a file of rows so many are in one form: a browser draws hundreds for minutes
ROWS = 50


def show(visit: Visit, work: Work, at: int) -> Page:
    """The form of one record; what was typed and not saved yet comes back."""
    path = _path(work, at)
    found = document(visit.root(work), path)
    given: dict[str, Any] = {"number": at, "label": wording.label(path), "kept": False}
    if found is None:
        text = (visit.root(work) / path).read_text("utf-8", "replace")
        return Page("raw.html", "改", {**given, "text": text}, 200, work, "pair")
    begin, count = _begin(visit.request.args.get("from", "")), _rows(found)
    part = found.data[begin : begin + ROWS] if count and isinstance(found.data, list) else found.data
    data = {"keys": form_schema.as_form(part, found.record_type), "text": found.body, "from": begin}
    aside = visit.office.works.aside(work, at)
    if aside.is_file():
        data, given["kept"] = json.loads(aside.read_text("utf-8")), True
    given |= {
        "pieces": [(each, each + 1, min(each + ROWS, count)) for each in range(0, count, ROWS)],
        "schema": form_schema.of(found.record_type, _own_words(visit, work)),
        "data": data,
        "has_text": path.endswith(".md"),
        "address": f"/work/{work.id}/form/{at}",
    }
    return Page("form.html", f"改：{found.record_type.LABEL}", given, 200, work, "pair")


def typed(visit: Visit, work: Work, at: int) -> Response:
    """Keep what stands in the form, beside the record."""
    _path(work, at)
    data = {"keys": _keys(visit), "text": visit.field("text"), "from": _begin(visit.field("from"))}
    keep(visit.office.works.aside(work, at), json.dumps(data, ensure_ascii=False).encode())
    return Response(status=204)


def save(visit: Visit, work: Work, at: int) -> Response:
    """Write the record, key by key; what was not changed stays as it is."""
    path = _path(work, at)
    file = visit.root(work) / path
    found = document(visit.root(work), path)
    if found is None:
        keep(file, (visit.field("raw") + "\n").encode())
    else:
        begin = _begin(visit.field("from"))
        text = _written(file.read_text("utf-8-sig"), found, _keys(visit), visit.field("text"), begin)
        keep(file, text.encode())
    visit.office.works.aside(work, at).unlink(missing_ok=True)
    if visit.field("go"):
        return redirect(f"/work/{work.id}/form/{at}?from={_begin(visit.field('next'))}", 303)
    return redirect(f"/work/{work.id}/#record-{at}", 303)


def _written(text: str, found: Document, form: Any, body: str, begin: int) -> str:
    if not isinstance(found.data, dict):
        end = begin + ROWS if _rows(found) else len(found.data)
        rows = form_schema.as_written(head_keys.filled(form), found.data[begin:end], found.record_type)
        after = [*found.data[:begin], *rows, *found.data[end:]]
        return text if after == found.data else head_keys.rows(after)
    after = form_schema.as_written(head_keys.filled(form), found.data, found.record_type)
    order = [each.key for each in values(found.record_type)]
    made = head_keys.written(text, found.data, after, order)
    changed = found.path.endswith(".md") and body != found.body.strip()
    return head_keys.with_body(made, body) if changed else made


def _rows(found: Document) -> int:
    """How many rows a file has that is too long for one form; 0 for any other."""
    return len(found.data) if isinstance(found.data, list) and len(found.data) > ROWS else 0


def _begin(text: str) -> int:
    """The first row of a piece of a long file."""
    return int(text) // ROWS * ROWS if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _keys(visit: Visit) -> Any:
    try:
        found = json.loads(visit.field("keys"))
    except ValueError:
        raise BadRequest("表没有填好就送来了，请刷新再试；写的都在") from None
    if not isinstance(found, dict | list):
        raise BadRequest("表没有填好就送来了，请刷新再试；写的都在")
    return found


def _own_words(visit: Visit, work: Work) -> OwnWords:
    """What the district added to lists of words."""
    there = (visit.root(work) / OwnTerm.PATH).is_file()
    found = document(visit.root(work), OwnTerm.PATH) if there else None
    level = visit.office.judge.settings(visit.root(work)).column.area.level
    return own_words_of([found] if found else [], level)


def _path(work: Work, at: int) -> str:
    if at >= len(work.records):
        raise NotFound
    return work.records[at]
