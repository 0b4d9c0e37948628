"""Icons in templates: ``{{ icon("material/rss") }}`` before the words that say the same.

An icon never stands alone. It helps those who look for the place, and is nothing to those who listen.
"""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from gongkai.common import material
from gongkai.common.problems import OwnFaults, Problem


@cache
def icon(name: str) -> Markup:
    """One of Material's icons, in the colour of the words beside it; a name it has not stops the build."""
    try:
        drawn = material.icon(name)
    except KeyError:
        message = f"模板里写着 icon(“{name}”)，装着的 Material 没有这个图标"
        fix = "换成 material/templates/.icons/material/ 里有的名字，如 material/rss"
        raise OwnFaults([Problem("icon", "overrides", message, fix)]) from None
    # The measure stands in the attributes too: without our styles it would fill the page.
    size = 'viewBox="0 0 24 24" width="20" height="20"'
    return Markup(f'<svg class="icon" {size} aria-hidden="true" focusable="false">{drawn}</svg>')
