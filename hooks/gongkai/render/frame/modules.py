"""A script that imports others → tags by which a browser asks for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

from markupsafe import Markup

from gongkai.render.frame.assets import Assets

_IMPORT = re.compile(rb"""\b(?:import|(?:import|export)\b[^"'();]*\bfrom) ?["](\.[^"]+)["]""")
_SCRIPT = Markup('\n    <script type="module" src="{}"></script>')
_BEFORE = Markup('\n    <link rel="preload" as="script" href="{}" fetchpriority="high">')
#: behind what the build writes into the page for it
_BEHIND = Markup('\n    <script src="{}" data-index="{}" async></script>')
#: after the style and the words of the page, which a reader sees first
_AHEAD = Markup('\n    <link rel="modulepreload" href="{}" fetchpriority="low">')


def module_tags(assets: Assets, script: str, href: Callable[[str], str]) -> str:
    """The script's own tag, and one for every module it needs.

    Without them each level of imports is one more journey to the server: on a telephone over half a second.
    """
    files = {assets.path(name): content for name, content in assets.files}
    needed = _needed(files, script)
    return str(_SCRIPT.format(href(script)) + Markup("").join(_AHEAD.format(href(each)) for each in needed))


def search_tags(assets: Assets, index: str, href: Callable[[str], str]) -> str:
    """What the search page begins with: what it reads is asked for beside its program, not after it."""
    ahead = href(assets.ahead_js)
    return (
        str(_BEFORE.format(ahead))
        + module_tags(assets, assets.search_js, href)
        + str(_BEHIND.format(ahead, index))
    )


def _needed(files: dict[str, bytes], script: str) -> list[str]:
    found, waiting = [script], [script]
    while waiting:
        path = waiting.pop()
        for name in _IMPORT.findall(files[path]):
            module = normpath(join(dirname(path), name.decode()))
            if module not in found:
                found.append(module)
                waiting.append(module)
    return sorted(found[1:])
