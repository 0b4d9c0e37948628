"""不得写出密码和内网地址。

看什么：content/ 和 data/ 里每一份文件的正文和各项文字（草稿也看）。
怎样算错：有“密码：……”“口令：……”后面跟着密码的样子；有令牌、密钥；有内网、本机的地址；
有个人电脑或共享文件夹的路径。
怎样改：删去；已经公布过的密码、密钥立即更换。给公众用的初始密码只写规则（如“证件号后六位”），不写实例。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from gongkai.column.register import Register
from gongkai.common.problems import BODY, Problem
from gongkai.law.example import CLEAN, Edge, Example, an_item
from gongkai.law.shared.readable_texts import NAME, Passage, every_text
from gongkai.law.shared.web_links import inside_numbers, web_links
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="初始密码为证件号码后六位，登录后请修改。")},
    bad=an_item(body="用户名 admin，密码：Xc@2026gk。"),
    message="像是写出了密码（Xc***）",
    edges=(
        Edge("像是写出了密码", an_item(body="密码：a1b."), an_item(body="密码：a1bc")),
        Edge("像是写出了密码", an_item(body="密码：a1a1"), an_item(body="密码：a1a2")),
        Edge("像是写出了密码", an_item(body="密码：administrator"), an_item(body="密码：administrat0r")),
        Edge("像是写出了令牌或密钥", an_item(body="token：abcdefghijk"), an_item(body="token：abcdefghijkl")),
    ),
)
_GAP = r"[*_`\"“”'：:=＝是为]{1,6}"
_PASSWORD = re.compile(
    rf"(?:密码|口令|密钥|password|passwd|pwd)\s{{0,3}}{_GAP}\s{{0,3}}[\"“'`]?(?P<found>[!-~]{{4,64}})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?:token|secret|(?:api|access|secret)[_-]?key|appsecret|令牌|授权码)[\s\"'”]{0,4}[：:=＝][\s\"'“]{0,4}"
    r"(?P<found>[A-Za-z0-9_\-./+=]{12,})"
    r"|(?P<known>AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----)",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?<![\w\\])(?:[A-Za-z]:\\[^\s\\/:*?\"<>|]+\\|\\\\[\w.-]+\\[\w.$-]+|file:/{2,3}\S)")
#: a text without any of these has nothing to be found by looking closer; looked for one by one, which is
#: ten times as quick as one expression for all of them
_HINTS = (
    *("密码", "口令", "密钥", "令牌", "授权码", "passw", "pwd", "token", "secret", "key", "akia", "glpat"),
    *("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "eyj", "begin", ":\\", "\\\\", "file:/", "&#"),
)
_DOTTED = re.compile(r"[0-9]\.[0-9]{1,3}\.[0-9]")


def scope(register: Register) -> Iterable[Record]:
    return register.every


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for passage in every_text(register, _is_suspect):
        if passage.where == NAME or not _is_suspect(passage.text):
            continue
        for place in _lines(passage):
            for message, fix in _found(place.text):
                yield place.problem(rule, message, fix)
    for link in web_links(register):
        if link.host.inside and not link.followed:
            yield link.passage.problem(rule, *_inside(link.address))


def _is_suspect(text: str) -> bool:
    small = text.lower()
    for hint in _HINTS:  # every text of the column comes here: a plain loop takes half of what any() does
        if hint in small:
            return True
    return "." in text and bool(_DOTTED.search(text))


def _lines(passage: Passage) -> Iterator[Passage]:
    """Each line of a body, entities decoded as readers see them; a field as it stands."""
    if passage.at != (BODY,):
        yield passage
        return
    for line, text in enumerate(passage.text.split("\n")):
        yield passage._replace(at=(BODY, line), text=unescape(text))


def _found(text: str) -> Iterator[tuple[str, str]]:
    for match in _PASSWORD.finditer(text):
        if _looks_secret(match["found"]):
            yield f"像是写出了密码（{match['found'][:2]}***）", "删去；已经公布过的立即更换密码"
    for match in _TOKEN.finditer(text):
        known = match["known"] or match["found"]
        yield f"像是写出了令牌或密钥（{known[:4]}***）", "删去；已经公布过的立即作废、更换"
    for address in inside_numbers(text):
        yield _inside(address)
    if path := _PATH.search(text):
        message = f"有个人电脑或共享文件夹的路径“{path[0][:40]}”（原因：读者打不开，会泄露姓名和内部目录）"
        yield message, "删去；要给读者的文件放进 content/files/"


def _inside(address: str) -> tuple[str, str]:
    why = "外面的读者打不开，还会暴露内部的网络"
    return f"有内网或本机的地址“{address[:60]}”（原因：{why}）", "删去，或改为互联网上的网址"


def _looks_secret(word: str) -> bool:
    """Letters with digits or signs, or digits alone: not an English word, not a row of stars."""
    word = word.rstrip(".,;:)\"'`*")
    kinds = [any(map(str.isalpha, word)), any(map(str.isdigit, word)), not word.isalnum()]
    return len(word) >= 4 and len(set(word)) > 2 and (word.isdigit() or sum(kinds) > 1) and "<" not in word
