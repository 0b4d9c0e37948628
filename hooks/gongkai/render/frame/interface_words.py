"""Chinese words of pages and scripts → the same in another language, from one catalogue."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from gongkai.records.types.unit import Unit
from gongkai.render.frame.language import ENGLISH

#: Chinese words, values for the {names} in them → the words in a page's language
Words = Callable[..., str]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_HOURS = (
    ("工作日", "Working days"), ("每天", "Every day"), ("全天", "all day"), ("周一", "Mon"), ("周二", "Tue"),
    ("周三", "Wed"), ("周四", "Thu"), ("周五", "Fri"), ("周六", "Sat"), ("周日", "Sun"), ("至", "–"),
    ("、", ", "), ("，", ", "), ("—", "–"),
)  # fmt: skip


def in_chinese(text: str, **values: object) -> str:
    """Chinese words as they stand, with the values put in."""
    return text.format(**values) if values else text


class Catalogue:
    """``pages`` and ``scripts`` of ``overrides/strings/en.json``: Chinese → English."""

    def __init__(self, overrides: Path) -> None:
        groups = json.loads((overrides / "strings/en.json").read_text("utf-8"))
        self.pages: Mapping[str, str] = groups["pages"]
        self.scripts: Mapping[str, str] = groups["scripts"]

    def words(self, language: str) -> Words:
        """The function templates call ``_``; what the catalogue lacks stays Chinese."""

        def in_english(text: str, **values: object) -> str:
            return in_chinese(self.pages.get(text, text), **values)

        return in_english if language == ENGLISH else in_chinese

    def for_scripts(self, language: str) -> str:
        """The words of the scripts as JSON for ``data-words``; nothing for Chinese, which they speak."""
        if language != ENGLISH:
            return ""
        return json.dumps(self.scripts, ensure_ascii=False, separators=(",", ":"))


def english_date(value: dt.date) -> str:
    """``5 November 2026``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def english_hours(text: str) -> str:
    """Opening hours in English; words that are not known stay as they are."""
    for chinese, english in _HOURS:
        text = text.replace(chinese, english)
    return text


def unit_name(unit: Unit, language: str) -> str:
    """A unit's name in a language: its Chinese name where no English one is given."""
    return unit.english_name or unit.name if language == ENGLISH else unit.name
