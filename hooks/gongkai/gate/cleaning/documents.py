"""PDF without who made it, where and with what; title, language and the tags for readers of screens stay."""

from __future__ import annotations

import io
import re

import pikepdf

from gongkai.gate.cleaning.pictures import Unclean, clean_jpeg
from gongkai.load.attached.active_pdf import things
from gongkai.load.attached.fault import DAMAGED

_KEPT_INFO = {"/Title"}
#: what stays of the properties: title, language, and the promise to be readable (PDF/UA) or lasting (PDF/A)
_KEPT_METADATA = re.compile(
    r"\{http://purl\.org/dc/elements/1\.1/\}(?:title|language)|\{http://www\.aiim\.org/pdf[ua]{1,2}/ns/id/\}.*"
)
#: what programs and people leave in any dictionary
_TRACES = ("/PieceInfo", "/LastModified")


def clean_pdf(data: bytes) -> bytes:
    """The same pages; raises Unclean where a signature would be broken."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = list(things(pdf))
        if any("/ByteRange" in thing for thing in found):
            raise Unclean("有电子签名，改动会使签名失效")
        _described(pdf)
        for thing in found:
            _without_traces(thing, whole=thing.objgen == pdf.Root.objgen)
        stream = io.BytesIO()
        pdf.save(stream, deterministic_id=True)
    return stream.getvalue()


def _described(pdf: pikepdf.Pdf) -> None:
    for key in [key for key in pdf.docinfo.keys() if key not in _KEPT_INFO]:  # noqa: SIM118
        del pdf.docinfo[key]
    if "/Metadata" not in pdf.Root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for name in [str(each) for each in metadata if not _KEPT_METADATA.fullmatch(str(each))]:
            del metadata[name]


def _without_traces(thing: pikepdf.Object, *, whole: bool) -> None:
    for key in _TRACES if whole else (*_TRACES, "/Metadata"):
        if key in thing:
            del thing[key]
    if "/Subtype" in thing and "/Rect" in thing and thing.Subtype != pikepdf.Name.Widget and "/T" in thing:
        del thing["/T"]  # who wrote a note
    if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") == pikepdf.Name.DCTDecode:
        _picture(thing)


def _picture(thing: pikepdf.Stream) -> None:
    """A photograph in a page, without the place where it was taken; a damaged one stays as it is."""
    if "/DecodeParms" in thing:
        return
    try:
        clean = clean_jpeg(thing.read_raw_bytes(), turned=False)
    except (Unclean, *DAMAGED):
        return
    thing.write(clean, filter=pikepdf.Name.DCTDecode)
