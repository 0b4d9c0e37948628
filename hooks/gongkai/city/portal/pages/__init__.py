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
    name = f"city-{hashlib.sha256(style.encode()).hexdigest()[:10]}.css"
    (stage / "assets").mkdir()
    (stage / "assets" / name).write_text(style, "utf-8")
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
        ("search/", "search.html", {}),
    ]
    for address, template, more in planned:
        base = "../" * address.count("/") or "./"
        text = room.get_template(template).render(**shared, **more, base=base)
        (stage / address).mkdir(parents=True, exist_ok=True)
        (stage / address / "index.html").write_text(text + "\n", "utf-8", newline="\n")
