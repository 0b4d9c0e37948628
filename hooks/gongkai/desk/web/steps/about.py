"""Files that pages of the desk need: the column's styles, and the desk's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from gongkai.desk.web.visit import Visit
from gongkai.render.frame.assets import read_assets

_STATIC = Path(__file__).parents[1] / "static"
_KINDS = {".css": "text/css", ".js": "text/javascript"}
#: the column's own, which a district may have changed
_COLUMN = "column.css"


def static(visit: Visit, name: str) -> Response:
    """One of the files that are there; the name is looked up, never followed."""
    if name == _COLUMN:
        settings = visit.office.options.settings
        assets = read_assets(settings.project / "overrides", settings.look)
        return _file(dict(assets.files)[_COLUMN], ".css")
    files = _files()
    if name not in files:
        raise NotFound
    return _file(files[name].read_bytes(), files[name].suffix)


@cache
def _files() -> dict[str, Path]:
    return {path.name: path for path in sorted(_STATIC.iterdir()) if path.suffix in _KINDS}


def _file(data: bytes, ending: str) -> Response:
    response = Response(data, mimetype=_KINDS[ending])
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
