"""Released columns → one site over the city: figures side by side, policies in force, feeds, data."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from gongkai.city.plan import City
from gongkai.city.portal import data, feeds, pages
from gongkai.city.portal.shown import Shown

__all__ = ["Shown", "write"]


def write(city: City, columns: Sequence[Shown], date: str, stage: Path) -> None:
    """Every file of the portal below an empty folder."""
    topics = feeds.write(city, columns, stage)
    tables = data.write(columns, stage)
    pages.write(city, columns, date, topics, tables, stage)
    told = {
        "name": city.name,
        "date": date,
        "columns": [
            {
                "slug": each.slug,
                "name": each.name,
                "address": each.base,
                "date": each.date,
                "release": each.release,
            }
            for each in columns
        ],
    }
    (stage / "columns.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def replace(stage: Path, site: Path) -> None:
    """Put the portal in its place; the columns beside it stay, what is old of it goes."""
    site.mkdir(parents=True, exist_ok=True)
    for made in sorted(stage.iterdir()):
        target, old = site / made.name, stage.parent / f"old-{made.name}"
        if target.exists():
            target.rename(old)
        made.rename(target)
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink(missing_ok=True)
