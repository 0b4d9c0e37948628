"""One request as the steps see it, and the page that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from werkzeug.wrappers import Request

from gongkai.desk.web.office import Office
from gongkai.desk.web.works import Work


@dataclass(frozen=True)
class Visit:
    """Who asks for what; ``token`` stands in every form."""

    request: Request
    user: str
    token: str
    office: Office

    def root(self, work: Work) -> Path:
        """The column in the tree of a piece of work."""
        return self.office.root(work)

    def field(self, name: str) -> str:
        """What was typed into a field, with the line ends of a file."""
        return self.request.form.get(name, "").replace("\r\n", "\n").strip()


@dataclass(frozen=True)
class Page:
    """A template and what it is given; ``step`` is the one of the six that it belongs to."""

    template: str
    title: str
    given: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    work: Work | None = None
    step: str = ""
