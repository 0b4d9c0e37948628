"""Register → which English pages stand beside which Chinese ones, and what changed since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.types.correction import Correction
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.policy import Policy
from gongkai.records.types.translation import Translation
from gongkai.records.vocabulary.documents import Status

#: folder of every English page, below the column's root
FOLDER = "en/"
EnglishRecord = Translation | EnglishPage
#: states in which the text that was translated is no longer what holds
_OVERTAKEN = {Status.AMENDED, Status.PARTLY_REPEALED, Status.REPEALED, Status.EXPIRED}


def original_of(register: Register, record: EnglishRecord) -> ContentRecord | None:
    """The public record in Chinese that an English one names."""
    found = register.record(record.original) if record.original else None
    return found if found and found.is_public(register.today) else None


def counterparts(register: Register) -> dict[str, str]:
    """Address of a Chinese page → address of its English one; empty without an English version."""
    if not register.english:
        return {}
    found = {"": FOLDER, "search/": f"{FOLDER}search/"}
    english: list[EnglishRecord] = [*register.english_pages, *register.translations]
    for record in english:
        original = original_of(register, record)
        if original is not None:
            found.setdefault(original.url, record.url)
    return found


def translations(register: Register) -> dict[str, Translation]:
    """Id of an original → its public translation."""
    found: dict[str, Translation] = {}
    for record in register.translations:
        original = original_of(register, record)
        if original is not None:
            found.setdefault(original.id, record)
    return found


def changed_since(register: Register, record: Translation) -> list[tuple[dt.date, str]]:
    """(day, what happened) of every change of the original after 译文日期 up to today, oldest first."""
    original = original_of(register, record)
    changes = _changes(register, original) if original else ()
    return sorted((day, what) for day, what in changes if record.translated_on < day <= register.today)


def _changes(register: Register, original: ContentRecord) -> Iterator[tuple[dt.date, str]]:
    for update in original.updates:
        yield update.date, "更新说明"
    for move in original.moves:
        yield move.announced_on, "日期变更"
    for each in register.mentions(original):
        if isinstance(each, Correction):
            yield each.corrected_on, "更正"
    if isinstance(original, Policy):
        standing = register.standing(original)
        if standing.since and standing.status in _OVERTAKEN:
            yield standing.since, standing.status.value
