"""A record → every text an editor wrote in its fields, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel

from gongkai.common.problems import At
from gongkai.records.fields.defined import each_of


def field_texts(record: BaseModel, at: At = ()) -> Iterator[tuple[At, str]]:
    """(place, text) of every text field, in the order of the fields; closed lists and dates left out."""
    return ((place, text) for place, text in each_of(str, record, at) if not isinstance(text, Enum))
