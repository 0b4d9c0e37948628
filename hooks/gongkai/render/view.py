"""What a template is given: a frozen dataclass of its own, so that its names can be held to types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class View:
    """The base of every view: a frozen dataclass whose fields a template reads as ``view.…``.

    A field ``record`` is read as ``record`` too. What templates know beside their view is
    the same on every page (``Templates.filled``).
    """

    TEMPLATE: ClassVar[str] = ""

    @property
    def template_names(self) -> Sequence[str]:
        """The templates to look for, the first there is being the one."""
        return [self.TEMPLATE]
