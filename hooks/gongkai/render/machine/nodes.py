"""Nodes of JSON-LD that several kinds of pages need: works, policies, organisations."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from gongkai.column.identifiers import eli
from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit

Node = dict[str, Any]

# Inside <script> these could end the element, or the line in old readers of JSON.
_ESCAPED = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


def as_script(node: Node) -> str:
    """A node without blanks as one line of JSON that cannot end the element it stands in."""
    return json.dumps(_without_blanks(node), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def work(kind: str, record: ContentRecord, register: Register) -> Node:
    """What every written work has."""
    return {
        "@type": kind,
        "headline": one_line(record.name),
        "inLanguage": "zh-CN",
        "datePublished": record.published.isoformat(),
        "dateModified": register.last_change(record).isoformat(),
        "keywords": [*map(one_line, record.keywords)],
        "publisher": organisations(record, register),
    }


def named(policy: Policy, register: Register) -> Node:
    """Another document, as a page names it."""
    return {
        "@type": "Legislation",
        "@id": register.column.root + policy.url,
        "name": one_line(policy.title),
        "legislationIdentifier": eli(register, policy),
    }


def organisations(record: ContentRecord, register: Register) -> list[Node]:
    """The units of a record, or who publishes the column."""
    known = register.units_of(record)
    return of_units(known, register, record.unit_names)


def of_units(units: Iterable[Unit], register: Register, names: Iterable[str] = ()) -> list[Node]:
    """Units; without any those of the ``names``, else who publishes the column."""
    known = {unit.name: register.column.root + unit.url for unit in units}
    named = known or dict.fromkeys(tuple(names) or (register.column.organiser,))
    kind = {"@type": "GovernmentOrganization"}
    return [{**kind, "name": one_line(name), "url": address} for name, address in named.items()]


def _without_blanks(value: Any) -> Any:
    """The same without empty texts, empty lists and None, at any depth."""
    if isinstance(value, dict):
        pairs = ((key, _without_blanks(each)) for key, each in value.items())
        return {key: each for key, each in pairs if each not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_blanks(each) for each in value]
    return value
