"""What a mkdocs.yml says of looks, read and found to be usable."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image

#: how high a logo stands beside the column's name, and how wide at most
_HEIGHT, _WIDTH = 52, 220
_BOX = re.compile(
    rb"\bviewBox\s*=\s*[\"']\s*[^\s,\"']+[\s,]+[^\s,\"']+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)"
)
_TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "ico": "image/x-icon"}


@dataclass(frozen=True)
class Picture:
    """A picture and its ending, one of those of ``files.PICTURES``."""

    ending: str
    content: bytes

    @property
    def media_type(self) -> str:
        return _TYPES[self.ending]

    @property
    def size(self) -> tuple[int, int]:
        """How wide and how high it stands in the head of a page, in its own proportion."""
        wide, high = self._proportion()
        width = _HEIGHT * wide / high
        wide, high = (_WIDTH, _WIDTH * high / wide) if width > _WIDTH else (width, _HEIGHT)
        return max(1, round(wide)), max(1, round(high))

    def _proportion(self) -> tuple[float, float]:
        if self.ending != "svg":
            with Image.open(io.BytesIO(self.content)) as picture:
                return picture.size
        box = _BOX.search(self.content)
        return (float(box[1]) or 1, float(box[2]) or 1) if box else (1, 1)


@dataclass(frozen=True)
class Script:
    """A script of the column's own; ``module`` where it is one of those that import."""

    name: str
    content: str
    module: bool


@dataclass(frozen=True)
class Look:
    """What differs from the look that comes with the program: nothing, as a rule.

    ``tokens`` are the colours, which stand after ours; ``sheets`` are (name, content), which stand after all
    of our styles.
    """

    tokens: str = ""
    logo: Picture | None = None
    favicon: Picture | None = None
    sheets: tuple[tuple[str, str], ...] = ()
    scripts: tuple[Script, ...] = ()

    def cleaned(self, clean: Callable[[str, bytes], bytes]) -> Look:
        """The same, of pictures without what stands beside them; ``clean`` is given ending and bytes."""

        def leave(picture: Picture | None) -> Picture | None:
            return picture and replace(picture, content=clean(picture.ending, picture.content))

        return replace(self, logo=leave(self.logo), favicon=leave(self.favicon))


#: that of the program
OURS = Look()
