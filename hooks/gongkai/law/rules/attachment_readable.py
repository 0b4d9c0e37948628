"""附件须读得出文字。

看什么：content/files/ 里的每一个文件；PDF 按页看，压缩包看里面的每一个。
怎样算错：读不出文字：扫描件、乱码、损坏、太大、不认识的格式。里面有没有个人信息没有查，看不见的读者也听不到内容。
怎样改：重新导出成能选中文字的文件；确实不能的，由人逐页看过，没有个人信息，再经批准写豁免；
没有内容用到的文件，从 content/files/ 删去。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, a_policy
from gongkai.law.shared.file_places import at_file, file_places
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

_FILE = "content/files/2026/biao.pdf"
#: a tagged PDF of one page that says nothing
SILENT = """\
%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R /StructTreeRoot << /Type /StructTreeRoot >> >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>
endobj
trailer << /Root 1 0 R >>
%%EOF
"""
EXAMPLE = Example(
    good={
        **CLEAN,
        "content/files/2026/biao.txt": "申请人\n",
        **a_policy(附件="[{名称: 表, 文件: files/2026/biao.txt}]"),
    },
    bad={_FILE: SILENT, **a_policy(附件="[{名称: 表, 文件: files/2026/biao.pdf}]")},
    message="附件 files/2026/biao.pdf 没有文字，多半是扫描件，没有查里面有没有个人信息",
)


def scope(register: Register) -> Iterable[Record]:
    return {record.id: record for record, _ in file_places(register).values()}.values()


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    places = file_places(register)
    for name in sorted(register.files):
        fault, place = register.files[name].scan().fault, places.get(name)
        if fault:
            message = f"附件 {name} {fault}，没有查里面有没有个人信息"
            unused = "" if place else "没有内容用到这个文件：不用了就删去；要用的，"
            fix = f"{unused}重新导出成能选中文字的文件；确实不能的，由人逐页看过后经批准写豁免"
            yield at_file(rule, place, name, rule.problem(rule, (), message, fix))
