"""A version → its tree as JSON, for those who want the parts without XML."""

from __future__ import annotations

import json
from typing import Any

from gongkai.column.identifiers import eli_of_version
from gongkai.column.register import Register
from gongkai.column.versions import Version
from gongkai.exports.documents.body import numbered
from gongkai.exports.documents.meta import remarks
from gongkai.text.document import Document, Line
from gongkai.text.links import readable
from gongkai.text.tree import Node

Json = dict[str, Any]


def as_json(register: Register, version: Version) -> bytes:
    """The version: what it is, from when to when, by what, and its text as a tree."""
    policy = version.policy
    whole = {
        "标识": eli_of_version(register, policy, version.begins),
        "标题": policy.title,
        "发文字号": policy.number,
        "发文机关": list(policy.issuers),
        "网址": register.column.root + policy.url,
        "起": version.begins.isoformat(),
        "止": version.ends.isoformat() if version.ends else None,
        "算得": version.consolidated,
        "修改": [_amendment(register, each.by, [o.words for o in each.operations]) for each in version.by],
        "注意": remarks(register, version),
        "变动的条": sorted(version.changed),
        "正文": _document(version.text),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _amendment(register: Register, by: Any, operations: list[str]) -> Json:
    return {
        "标题": by.title,
        "发文字号": by.number,
        "网址": register.column.root + by.url,
        "操作": operations,
    }


def _document(document: Document) -> Json:
    """A document and what it prints; keys that say nothing are left out."""
    made = {
        "发文字号": _words(document.number),
        "标题": _words(document.title),
        "文头": [_words(line) for line in document.head],
        "主送": _words(document.addressee),
        "各部分": [_node(node) for node in document.body],
        "附件": [_words(line) for line in document.listing],
        "落款": [_words(line) for line in document.issuers],
        "日期": _words(document.day),
        "附注": [_words(line) for line in document.notes],
        "印发": [_words(line) for line in document.imprint],
        "所印发的文件": [_document(each) for each in document.printed],
    }
    return {key: value for key, value in made.items() if value}


def _words(line: Line | None) -> str:
    return readable(line.text) if line else ""


def _node(node: Node) -> Json:
    """A part: its kind, its number, its words as readers see them, its address, what is inside it."""
    label, text = numbered(node)
    made = {
        "种类": node.kind.value,
        "编号": label,
        "文字": readable(text),
        "地址": node.id,
        "下级": [_node(each) for each in node.children],
    }
    return {key: value for key, value in made.items() if value}
