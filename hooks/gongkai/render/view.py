"""What a template is given: a frozen dataclass of its own, so that its names can be held to types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol


class View:
    """The base of every view: a frozen dataclass whose fields a template reads as ``view.…``.

    A field ``record`` is read as ``record`` too. What templates know beside their view is
    the same on every page (``Site.template``).
    """

    TEMPLATE: ClassVar[str] = ""

    @property
    def template_names(self) -> Sequence[str]:
        """The templates to look for, the first there is being the one."""
        return [self.TEMPLATE]


class Fills(Protocol):
    """What has the templates."""

    def template(self, name: str | list[str], url: str, **variables: Any) -> str: ...


def filled(site: Fills, view: View, url: str) -> str:
    """The content of the page at ``url``: a view in its template, as HTML."""
    record = {"record": view.record} if hasattr(view, "record") else {}
    return site.template(list(view.template_names), url, view=view, **record)
