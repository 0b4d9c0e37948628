"""号码例外须有效。

看什么：data/exceptions/ 里的每一份号码例外。
怎样算错：所指的位置没有这个号码（多余的例外）；快到期；已经到期，号码还在（本文件警告，号码照错误算）。
同一个例外只放过一个位置上的一个号码，从不放过整个文件、整条规则。
怎样改：照检查结果写文件、位置和遮盖过的号码；用不着的删去；到期的遮盖号码，或经批准后改写“有效期至”。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, a_page
from gongkai.law.shared.personal_places import spots_of
from gongkai.law.shared.personal_severity import key_of
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.personal_exception import PersonalException
from gongkai.records.types.standard import Standard

_FILE = "data/exceptions/cunyi.yml"
EXAMPLE = Example(
    good={**CLEAN, **a_page(body="村医电话 13800138000。"), _FILE: PersonalException.EXAMPLE},
    bad={**a_page(body="村医电话 010-66001234。")},
    message="“content/pages/zhinan.md”的“正文”没有号码 138****8000",
    edges=(
        Edge("例外将于 2027-12-31 到期", last="2027-11-30", first="2027-12-01"),
        Edge("例外已于 2027-12-31 到期", last="2027-12-31", first="2028-01-01"),
    ),
)
PARAMETERS = {"临期天数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.everything(PersonalException)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    exceptions = register.everything(PersonalException)
    if not exceptions:
        return
    there = {key_of(spot) for spot in spots_of(register, {each.file for each in exceptions})}
    soon = register.today + dt.timedelta(days=rule.number("临期天数"))
    for each in exceptions:
        if (each.file, each.place, each.number) not in there:
            message = f"“{each.file}”的“{each.place}”没有号码 {each.number}"
            fix = "照检查结果写文件、位置和遮盖过的号码；号码已经删去的，删去这个例外"
            yield rule.problem(each, "号码", message, fix)
        elif each.expires_on < register.today:
            fix = "遮盖这个号码，删去本文件；确须继续公开的，经批准后改写“有效期至”"
            yield rule.problem(each, "有效期至", f"例外已于 {each.expires_on} 到期，不再起作用", fix)
        elif each.expires_on <= soon:
            fix = "到期前遮盖这个号码，或经批准后改写“有效期至”"
            yield rule.problem(each, "有效期至", f"例外将于 {each.expires_on} 到期，到期后号码算错误", fix)
