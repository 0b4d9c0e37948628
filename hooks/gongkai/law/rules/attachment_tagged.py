"""PDF 附件宜有标签。

看什么：content/files/ 里的 PDF 文件。
怎样算错：没有标签（标题、段落、表格的结构），读屏软件念不出先后和表头。
怎样改：在 Word、WPS 里“导出为 PDF”，选上“辅助功能的文档结构标签”，不要用“打印到 PDF”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, a_policy
from gongkai.law.shared.file_places import at_file, file_places
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard

#: a PDF of one word without tags
UNTAGGED = """\
%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 31 >>
stream
BT /F1 12 Tf 9 9 Td (form) Tj ET
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
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
    bad={"content/files/2026/biao.pdf": UNTAGGED, **a_policy(附件="[{名称: 表, 文件: files/2026/biao.pdf}]")},
    message="附件 files/2026/biao.pdf 没有标签",
)


def scope(register: Register) -> Iterable[Record]:
    return {record.id: record for record, _ in file_places(register).values()}.values()


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    places = file_places(register)
    for name in sorted(register.files):
        place = places.get(name)
        if place and not register.files[name].scan().tagged:
            message = f"附件 {name} 没有标签，读屏软件念不出标题、先后和表头"
            fix = "在 Word、WPS 里导出 PDF 时选上“辅助功能的文档结构标签”，再替换这个文件"
            yield at_file(rule, place, name, rule.problem(rule, (), message, fix))
