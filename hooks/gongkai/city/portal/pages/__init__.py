"""The pages of the portal, by templates of its own and the colours and letters of the columns."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gongkai.city.plan import City
from gongkai.city.portal.data import Together
from gongkai.city.portal.feeds import Topic
from gongkai.city.portal.shown import Shown
from gongkai.settings import PROJECT

_STYLES = PROJECT / "overrides" / "assets" / "css"
_SHARED = ("10-tokens.css", "20-base.css")
_OWN = Path(__file__).with_name("city.css")
_SEARCH = Path(__file__).with_name("search.js")


def write(
    city: City,
    columns: Sequence[Shown],
    date: str,
    topics: Sequence[Topic],
    tables: Sequence[Together],
    stage: Path,
) -> None:
    """Every page below ``stage``."""
    style = "".join(path.read_text("utf-8") for path in (*(_STYLES / name for name in _SHARED), _OWN))
    (stage / "assets").mkdir()
    name = _asset(stage, "city", ".css", style)
    script = _asset(stage, "search", ".js", _SEARCH.read_text("utf-8"))
    room = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shared: Mapping[str, object] = {
        "city": city, "columns": columns, "date": date, "topics": topics, "tables": tables, "style": name,
    }  # fmt: skip
    names = {fid: each.name for column in columns for fid, each in column.figures.items()}
    planned: list[tuple[str, str, Mapping[str, object]]] = [
        ("", "home.html", {}),
        ("figures/", "figures.html", {"names": names}),
        ("policies/", "policies.html", {}),
        *((f"policies/{each.slug}/", "column.html", {"column": each}) for each in columns),
        ("search/", "search.html", {"together": together(columns), "script": script}),
    ]
    for address, template, more in planned:
        base = "../" * address.count("/") or "./"
        text = room.get_template(template).render(**shared, **more, base=base)
        (stage / address).mkdir(parents=True, exist_ok=True)
        (stage / address / "index.html").write_text(text + "\n", "utf-8", newline="\n")


def _asset(stage: Path, name: str, ending: str, text: str) -> str:
    """Write a file below ``assets``; its name says its content, so that it may be kept for ever."""
    called = f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:10]}{ending}"
    (stage / "assets" / called).write_text(text, "utf-8", newline="\n")
    return called


def together(columns: Sequence[Shown]) -> list[dict[str, str]]:
    """What the search over all columns needs of each that can be asked: addresses from the search page.

    The index is read from this city's copy, from which it may be read; results lead to where readers find the
    column. The same program is read from one column for all that have it.
    """
    found: list[dict[str, str]] = []
    programs: dict[str, str] = {}
    for each in columns:
        if not each.program:
            continue
        digest = hashlib.sha256((each.site / each.program).read_bytes()).hexdigest()
        program = programs.setdefault(digest, f"../{each.slug}/{each.program}")
        found.append(
            {
                "slug": each.slug,
                "name": each.name,
                "site": each.link,
                "index": f"../{each.slug}/search/index/",
                "program": program,
            }
        )
    return found
