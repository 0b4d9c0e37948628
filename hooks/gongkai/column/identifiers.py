"""Lasting identifiers of documents in the manner of ELI: /eli/cn-110115/zhujianwei/2026/示建发-21.

An issuer has several series of numbers in a year (示建发, 示建函), so the letters stand before the number:
the number alone would name two documents. A document without 文号 is known by the name of its file.
"""

from __future__ import annotations

import datetime as dt
import re

from gongkai.column.register import Register
from gongkai.common.document_numbers import parts, plain
from gongkai.records.types.policy import Policy

_NUMBER = re.compile(r"([^\d〔〕/]+)〔(\d{4})〕(\d{1,5}(?:-\d{1,3})?)号")
#: the digits of a site's 网站标识码 that are its district's code (GB/T 2260)
_DISTRICT = 6


def jurisdiction(register: Register) -> str:
    """cn-110115: the country and the district's code; the country alone where the column has no such code."""
    code = register.column.site_code
    return f"cn-{code[:_DISTRICT]}" if code.isdecimal() else "cn"


def eli(register: Register, policy: Policy) -> str:
    """The document, whatever became of its text."""
    unit = register.unit(policy.issuers[0])
    found = _NUMBER.fullmatch(plain(parts(policy.number or "")[0]))
    year, name = (found[2], f"{found[1]}-{found[3]}") if found else (str(policy.made_on.year), policy.slug)
    return f"/eli/{jurisdiction(register)}/{unit.slug if unit else 'column'}/{year}/{name}"


def eli_of_version(register: Register, policy: Policy, begins: dt.date) -> str:
    """Its text as it stands from a day on, in Chinese."""
    return f"{eli(register, policy)}/@{begins.isoformat()}/zh"


def eli_of_article(register: Register, policy: Policy, begins: dt.date, number: tuple[int, ...]) -> str:
    """An article of that text."""
    return f"{eli(register, policy)}/@{begins.isoformat()}/{article_eid(number)}"


def article_eid(number: tuple[int, ...]) -> str:
    """(3, 1) → art_3-1: an article in Akoma Ntoso."""
    return f"art_{'-'.join(map(str, number))}"
