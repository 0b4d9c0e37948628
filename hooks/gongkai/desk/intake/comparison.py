"""原文 beside 网页: a page for the clerk alone, with what was taken where and what was not read."""

from __future__ import annotations

import html
from collections.abc import Iterator

from gongkai.desk.intake.facts import Facts
from gongkai.desk.intake.parts import OUT, Parts, Role
from gongkai.desk.intake.questions import Question
from gongkai.desk.word.blocks import Block, Paragraph, Reading, Table, Told
from gongkai.text import Converter

_STYLE = """\
body{margin:0;font:16px/1.8 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1a1a1a}
header,main>section{padding:1rem}main{display:grid;grid-template-columns:1fr 1fr;gap:1px;background:#bbb}
main>section{background:#fff;min-width:0;overflow-wrap:anywhere}h1{font-size:1.4rem}h2{font-size:1.1rem}
.out{color:#5f5f5f;background:#f3f3f3}
.role{background:#eef;padding:0 .3em;width:fit-content;margin:.8em 0 0}div>p{margin:.4em 0}
.number{color:#0b5394;font-weight:bold}.box{border:1px dashed #888;padding:.3em}
.told{border-left:4px solid #b45309;padding-left:.6em}table{border-collapse:collapse}
td,th{border:1px solid #777;padding:.2em .5em}.signature,.right{text-align:right}.center{text-align:center}
@media(max-width:40rem){main{grid-template-columns:1fr}}"""


def page(
    reading: Reading,
    unread: tuple[Told, ...],
    parts: Parts,
    found: Facts,
    body: str,
    asked: list[Question],
) -> str:
    """The whole page; nothing in it is loaded from anywhere."""
    made = Converter().convert(body, link=lambda target: target).html
    title = html.escape(parts.title or "读入的文件")
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f'<meta name="robots" content="noindex">'
        f'<meta name="viewport" content="width=device-width"><title>原文和网页：{title}</title>'
        f"<style>{_STYLE}</style></head><body><header><h1>原文和网页：{title}</h1>"
        f"{_summary(reading, unread, found, asked)}</header><main>"
        f"<section><h2>原文</h2>{''.join(_original(parts))}"
        f"</section><section><h2>网页</h2>{made}</section></main></body></html>\n"
    )


def _summary(reading: Reading, unread: tuple[Told, ...], found: Facts, asked: list[Question]) -> str:
    rows = "".join(
        f"<tr><th>{html.escape(key)}</th><td>{html.escape(_value(value))}</td>"
        f"<td>{html.escape(found.sources.get(key, ''))}</td></tr>"
        for key, value in found.keys.items()
    )
    waiting = "".join(f"<li>{html.escape(each.key)}</li>" for each in asked)
    return (
        f"<table><caption>读出来的</caption><tr><th>键</th><th>值</th><th>从哪里</th></tr>{rows}</table>"
        f"{f'<h2>待填</h2><ul>{waiting}</ul>' if waiting else ''}"
        f"{_list('没有读入', unread)}{_list('请看一看', reading.doubts)}"
        f"{''.join(f'<p class=told>{html.escape(each)}</p>' for each in found.doubts)}"
    )


def _value(value: str | list[str]) -> str:
    return "、".join(value) if isinstance(value, list) else value


def _list(title: str, told: tuple[Told, ...]) -> str:
    if not told:
        return ""
    items = "".join(
        f"<li class=told>{html.escape(f'{each.place}：{each.why}')}"
        f"{html.escape(f'“{each.text}”') if each.text else ''}</li>"
        for each in told
    )
    return f"<h2>{title}</h2><ul>{items}</ul>"


def _original(parts: Parts) -> Iterator[str]:
    """Each block with its number, what it is, and crossed out where it is not in the text."""
    before = Role.TEXT
    for block, role in zip(parts.blocks, parts.roles, strict=True):
        if role is Role.EMPTY:
            continue
        align = block.align if isinstance(block, Paragraph) else ""
        known = (("out", role in OUT), ("box", block.boxed), (align, align in ("center", "right")))
        classes = " ".join(name for name, is_so in known if is_so)
        mark = "" if role in (Role.TEXT, before) else f"<p class=role>{role.value}</p>"
        before = role
        yield f'{mark}<div class="{classes}" title="{html.escape(block.place)}">{_block(block)}</div>'


def _block(block: Block) -> str:
    if isinstance(block, Table):
        rows = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in block.rows)
        return f"<table>{rows}</table>"
    number = f"<span class=number>{html.escape(block.label)}</span>{block.gap}" if block.label else ""
    return f"<p>{number}{html.escape(block.own).replace(chr(10), '<br>')}</p>"


def _cells(row: tuple[object, ...]) -> Iterator[str]:
    for cell in row:
        text = html.escape(str(getattr(cell, "text", ""))).replace("\n", "<br>")
        yield f'<td colspan="{getattr(cell, "wide", 1)}" rowspan="{getattr(cell, "high", 1)}">{text}</td>'
