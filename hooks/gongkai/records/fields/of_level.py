"""Words that name the level of a column: what a district calls 区政府常务会 is 县政府常务会 in a county."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gongkai.common.areas import LEVELS
from gongkai.records.fields.own_words import NONE, OwnWords
from gongkai.records.vocabulary.meetings import MeetingKind

#: what the words of the program say
DISTRICT = LEVELS[0]
#: who holds a meeting → its kind, the first that fits
_HOSTS = (
    (r"街道(?:办事处|办)?$", MeetingKind.STREET),
    (r"镇(?:人民政府|政府)?$", MeetingKind.TOWN),
    (r"乡(?:人民政府|政府)?$", MeetingKind.TOWNSHIP),
    (rf"政府|^[{LEVELS}]?府办", MeetingKind.STANDING),
)
#: what a meeting is called, whoever holds it
_TITLES = (
    (r"政府(?:第.+次)?常务会", MeetingKind.STANDING),
    (r"新闻发布会", MeetingKind.PRESS),
    (r"电视电话会", MeetingKind.TELECONFERENCE),
)


def at_level(own: OwnWords, level: str) -> OwnWords:
    """The words of a column of a level: its own are shown, those of a district are read as the same."""
    if level == DISTRICT:
        return own
    standing = MeetingKind.STANDING
    word = MeetingKind.of_district(f"{level}政府常务会", standing.slug, 0, standing)
    others = tuple((each, word) for each in (standing.value, f"{word}议", "政府常务会", "政府常务会议"))
    base = OwnWords() if own is NONE else own
    return replace(base, words=(*base.words, word), others=(*base.others, *others), level=level)


def called_standing(title: str) -> bool:
    """Whether the name of a meeting says that it is the government's."""
    return bool(re.search(_TITLES[0][0], title))


def kind_of_meeting(data: Mapping[str, Any]) -> MeetingKind:
    """The kind that is meant where none is written: by what it is called, else by who holds it."""
    title, hosts = str(data.get("会议名称") or ""), data.get("主办单位")
    host = str((hosts[0] if isinstance(hosts, list | tuple) and hosts else hosts) or "").strip()
    if found := next((kind for said, kind in _TITLES if re.search(said, title)), None):
        return found
    if not host:
        return MeetingKind.STANDING
    return next((kind for said, kind in _HOSTS if re.search(said, host)), MeetingKind.DEPARTMENT)
