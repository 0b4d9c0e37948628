"""发文字号的写法。

看什么：每一件政策的“发文字号”。
怎样算错：不是“机关代字〔年份〕序号号”，例如用了 [ ]、( )、﹝﹞，写了全角数字、空格、
“第9号”，或者序号前面补了 0。
怎样改：照提示的写法改，如 示政发〔2026〕9号。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, a_policy
from gongkai.law.shared.nearest import shown
from gongkai.records.base import Record
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard

FORM = re.compile(r"[一-龥]{2,}〔(19|20)[0-9]{2}〕[1-9][0-9]{0,3}号")
_BRACKETS = {ord(mark): "〔" for mark in "﹝[(【{〖「『<〈《〘"} | {
    ord(mark): "〕" for mark in "﹞])】}〗」』>〉》〙"
}
_LOOSE = re.compile(
    r"(?P<agency>[一-龥]{2,})〔?(?P<year>(19|20)[0-9]{2})年?〕?第?0*(?P<serial>[1-9][0-9]{0,3})号?"
)

EXAMPLE = Example(
    good=CLEAN,
    bad=a_policy(发文字号="示民发[2026]第２１号"),
    message="发文字号“示民发[2026]第２１号”写法不对",
    edges=(
        Edge(
            "写法不对", a_policy(发文字号="示民发〔2026〕9999号"), a_policy(发文字号="示民发〔2026〕10000号")
        ),
        Edge("写法不对", a_policy(发文字号="示民发〔2026〕1号"), a_policy(发文字号="示民发〔2026〕0号")),
        Edge("写法不对", a_policy(发文字号="示发〔2026〕9号"), a_policy(发文字号="示〔2026〕9号")),
        Edge("写法不对", a_policy(发文字号="示民发〔1900〕9号"), a_policy(发文字号="示民发〔1899〕9号")),
        Edge("写法不对", a_policy(发文字号="示民发〔2099〕9号"), a_policy(发文字号="示民发〔2100〕9号")),
    ),
)


def corrected(number: str) -> str | None:
    """The number in the right form, or None when it cannot be told."""
    plain = "".join(unicodedata.normalize("NFKC", number).split()).translate(_BRACKETS)
    match = _LOOSE.fullmatch(plain)
    return f"{match['agency']}〔{match['year']}〕{match['serial']}号" if match else None


def scope(register: Register) -> Iterable[Record]:
    return (policy for policy in register.everything(Policy) if policy.number)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in register.everything(Policy):
        if policy.number is not None and not FORM.fullmatch(policy.number):
            right = corrected(policy.number)
            fix = (
                f"改为 {right}"
                if right
                else "写成 机关代字〔年份〕序号号，如 示政发〔2026〕9号；没有文号的删去这一行"
            )
            yield rule.problem(policy, "发文字号", f"发文字号“{shown(policy.number)}”写法不对", fix)
