"""The words of a record that search must find: its text and every field readers see."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from typing import Any

from gongkai.records.base import ContentRecord, Part
from gongkai.records.fields.defined import keys_of
from gongkai.records.fields.references import refers_to
from gongkai.records.fields.values import Refers
from gongkai.records.vocabulary.term import Term

#: fields about the files rather than for readers
_UNSEEN = {"review", "draft", "example", "origin_link", "file", "pages", "answer_id", "asked"}
#: fields of the record itself that stand elsewhere in the index
_APART = {"title", "number", "summary"}
#: what a field names by its address
_ADDRESSES = {Refers.FILE, Refers.RECORD, Refers.ENTRY}
#: so many characters of Chinese say something by themselves; fewer are a name or a keyword
_SAYING = 6
_HAN = re.compile("[\u4e00-\u9fff]")
#: by which people ask for one of many, as lists tell it: 总第58期
_COUNTED = re.compile(r"\D{0,2}第\d{1,4}[期次号]")
_PHONE = re.compile(r"\b0\d{2,3}-\d{7,8}\b")
#: a small number alone, and what only a program reads: an address, the name of a file; e-mail is for people
_MEANINGLESS = re.compile(r"\d{1,3}|(?=.*[a-z])(?!.*@)[!-~]*[-/._][!-~]*")


def words_of(record: ContentRecord, text: str, today: dt.date) -> tuple[str, str]:
    """What excerpts are taken from, and what only finds the record, one a line.

    The first: summary, the record's own ``text`` without marks, then fields that say something to readers.
    The second: names, keywords and codes. What readers see only on a day after ``today`` is left out, and
    so are names of files and of other records, which are addresses.
    """
    said: list[str] = []
    names: list[str] = []
    for words, named in _fields(record, today, _UNSEEN | _APART):
        (said if _says(words) and not named else names).append(words)
    names.extend(each for each in record.facts if _COUNTED.fullmatch(each))
    shown = [*([record.summary] if record.summary else []), text, *said]
    return "\n".join(shown), "\n".join(dict.fromkeys(names))


def _fields(part: Part, today: dt.date, without: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Every text in the fields of a record or of a part of it, and whether it is the name of something."""
    for name, _ in keys_of(type(part)):
        refers = refers_to(type(part), name)
        if name not in without and refers not in _ADDRESSES:
            for words, named in _texts(part.seen(name, today), today):
                yield words, named or refers is not None


def _says(words: str) -> bool:
    return len(_HAN.findall(words)) >= _SAYING or bool(_PHONE.search(words))


def english_words(text: str) -> str:
    """Singular and plural of the words of an English text that it does not hold itself: both find it."""
    held = dict.fromkeys(re.findall("[a-z]{3,}", text.lower()))
    forms = [form for word in held for form in _forms(word) if form not in held]
    return " ".join(dict.fromkeys(forms))


def _forms(word: str) -> tuple[str, ...]:
    """The other number of a regular noun, by its ending."""
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith(("ss", "us", "is")):
        return (word + "es",)
    if word.endswith(("ches", "shes", "sses", "xes")):
        return (word[:-2],)
    if word.endswith("s"):
        return (word[:-1],)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + ("es" if word.endswith(("ch", "sh", "x")) else "s"),)


def _texts(value: Any, today: dt.date) -> Iterator[tuple[str, bool]]:
    if isinstance(value, str):
        if not _MEANINGLESS.fullmatch(value):
            yield value, isinstance(value, Term)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part, today)
    elif isinstance(value, Part):
        yield from _fields(value, today, _UNSEEN)
