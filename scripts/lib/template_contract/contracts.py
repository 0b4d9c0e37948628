"""Which template is given what: found by looking at the views and the types of records."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

import gongkai.render
from gongkai.records import record_types
from gongkai.records.base import ContentRecord
from gongkai.render.bodies import FullText
from gongkai.render.frame.navigation import Surround
from gongkai.render.frame.shell import Parts
from gongkai.render.frame.templates import Known, environment
from gongkai.render.lists.pages import ListView
from gongkai.render.records.views.common import RecordView
from gongkai.render.view import View
from template_contract.attributes import hints
from template_contract.kinds import Kind, call, members
from template_contract.walker import Walker

#: what Jinja's environment itself knows
GLOBALS: Mapping[str, Kind] = {"_": call(str), "icon": call(Markup), "language": str, "code": str}
#: templates that are given nothing but their view
ALONE = "partials/column/"


@dataclass(frozen=True)
class Contract:
    """A template, the view it reads, and of views of records the type of the record."""

    template: str
    view: type[View]
    record: Kind = None

    @property
    def names(self) -> dict[str, Kind]:
        """The names the template has, with their types."""
        shared = {} if self.template.startswith(ALONE) else hints(Known)
        record = {} if self.record is None else {"record": self.record}
        return {**shared, **record, "view": self.view}


@dataclass(frozen=True)
class Surrounding(Contract):
    """The shell, which is given what stands around a page, and the parts of the page."""

    view: type[View] = View

    @property
    def names(self) -> dict[str, Kind]:
        return {**hints(Surround), "shell": Parts}


def views() -> list[type[View]]:
    """Every class of views that has a template."""
    for module in pkgutil.walk_packages(gongkai.render.__path__, "gongkai.render."):
        importlib.import_module(module.name)
    found: list[type[View]] = []
    queue: list[type[View]] = [View]
    while queue:
        kinds = queue.pop().__subclasses__()
        queue.extend(kinds)
        found.extend(kind for kind in kinds if kind.TEMPLATE)
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


def contracts(overrides: Path) -> list[Contract]:
    """Every pair of a template and what it may be given."""
    found = list(_of_records(overrides))
    for view in views():
        if view is FullText:
            found += [Contract(view.TEMPLATE, view, record) for record in _pages()]
        elif not issubclass(view, RecordView):
            found.append(Contract(view.TEMPLATE, view, hints(view).get("record")))
    own = sorted((overrides / "lists").glob("list-*.html"))
    return [*found, *(Contract(f"lists/{file.name}", ListView) for file in own)]


def _pages() -> list[type[ContentRecord]]:
    return [kind for kind in record_types() if issubclass(kind, ContentRecord)]


def _of_records(overrides: Path) -> Iterator[Contract]:
    made: dict[Any, type[RecordView]] = {}
    for view in views():
        if issubclass(view, RecordView):
            made.update(dict.fromkeys(members(hints(view)["record"]), view))
    for record in _pages():
        own = f"records/{record.TYPE}.html"
        template = own if (overrides / own).is_file() else RecordView.TEMPLATE
        yield Contract(template, made.get(record, RecordView), record)


def walked(overrides: Path) -> Walker:
    """All templates walked with all they may be given."""
    walker = Walker(GLOBALS, environment=environment(overrides))
    for each in contracts(overrides):
        walker.check(each.template, each.names)
    walker.check("main.html", Surrounding("main.html").names)
    return walker
