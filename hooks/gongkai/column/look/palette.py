"""``theme.palette``: Material's named colours for links and buttons, as long as everybody can read them.

A district writes ``primary: teal``. Of that colour's tones the one is taken that needs least, and is made
darker (on a dark page lighter) until text in it keeps 7:1; a colour of which less than half would be left is
refused.
``accent`` is the ring around what has the focus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from gongkai.column.look.contrast import faint, sets, shares
from gongkai.common.material import colours

#: (role in Material, token of ours, percent of black or white from which a colour is no longer that colour)
_ROLES = (("primary", "blue", 50), ("accent", "focus-ring", 1))
_BLACK, _WHITE = "#000000", "#ffffff"
_SCHEMES = ("浅色", "深色")


class Refused(Exception):
    """What in ``theme.palette`` cannot be had: where, why, and what can."""

    def __init__(self, at: tuple[str, ...], message: str, fix: str) -> None:
        super().__init__(message)
        self.at, self.message, self.fix = at, message, fix


@dataclass(frozen=True)
class _Set:
    """The hues of light or dark pages, and what makes a colour more easily read on them."""

    hues: tuple[tuple[str, str], ...]
    towards: str


def styles(palette: Any, tokens: str) -> str:
    """The tokens that differ, as a style sheet; nothing where no colour is named. Raises Refused.

    ``palette`` is the setting as written: one mapping, or one for light and one (``scheme: slate``) for dark
    pages; ``tokens`` is our style sheet of them.
    """
    light, dark, *_ = (tuple(each.items()) for each in sets(tokens))
    pages = (_Set(light, _BLACK), _Set(dark, _WHITE))
    named = _named(palette)
    found = [
        _tokens(each, wanted, scheme) for each, wanted, scheme in zip(pages, named, _SCHEMES, strict=True)
    ]
    if not any(found):
        return ""
    return f":root {{\n{found[0]}}}\n\n@media (prefers-color-scheme: dark) {{\n:root {{\n{found[1]}}}\n}}\n"


def _named(palette: Any) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """What is wanted of light and of dark pages."""
    written = palette if isinstance(palette, list) else [palette]
    if not written or not all(isinstance(each, dict) for each in written):
        raise Refused((), "要写成“键: 值”", f"写成 primary: 颜色名，可用 {_offered('primary')}")
    light = [each for each in written if not _is_dark(each)]
    dark = [each for each in written if _is_dark(each)]
    return (light or dark)[0], (dark or light)[0]


def _is_dark(scheme: Mapping[str, Any]) -> bool:
    return scheme.get("scheme") == "slate" or "dark" in str(scheme.get("media"))


def _tokens(page: _Set, wanted: Mapping[str, Any], scheme: str) -> str:
    made = ""
    for role, token, most in _ROLES:
        name = str(wanted.get(role) or "").replace(" ", "-")
        if not name:
            continue
        hue = _readable(page, role, token, most, name)
        if not hue:
            raise Refused((role,), _why(role, name, scheme), f"换成 {_offered(role, page, token, most)}")
        made += f"--{token}: {hue};\n"
    return made


def _why(role: str, name: str, scheme: str) -> str:
    if name not in colours(role):
        return f"没有“{name}”这种颜色"
    return f"“{name}”在{scheme}的网页上看不清：对比度达不到要求（文字 7:1，焦点框 3:1）"


def _offered(role: str, page: _Set | None = None, token: str = "", most: int = 0) -> str:
    """The names that can be had, all of them where no page is given."""
    return "、".join(n for n in colours(role) if page is None or _readable(page, role, token, most, n))


@cache
def _readable(page: _Set, role: str, token: str, most: int, name: str) -> str:
    """The tone of a named colour that is read on a page and was changed least; empty where there is none."""
    mixes = ((tone, share) for share in range(most) for tone in colours(role).get(name, ()))
    hues = (_mixed(tone, page.towards, share) for tone, share in mixes)
    return next((hue for hue in hues if not any(faint({**dict(page.hues), token: hue}))), "")


def _mixed(tone: str, towards: str, share: int) -> str:
    """A tone with ``share`` percent of another in it."""
    pairs = zip(shares(tone), shares(towards), strict=True)
    return "#" + "".join(f"{round(255 * (one + (other - one) * share / 100)):02x}" for one, other in pairs)
