"""A breach of a rule of reading files → a problem under the name of that rule."""

from __future__ import annotations

from gongkai.common.problems import Edit, Problem

#: What every rule of reading rests on.
BASIS = "本栏目数据格式约定"

NAMES = {
    "symbolic-link": "符号链接",
    "leftover-file": "临时文件",
    "file-name": "文件名",
    "name-collision": "文件重名",
    "same-address": "网址重复",
    "unknown-file": "文件位置",
    "file-unreadable": "文件读取",
    "file-size": "文件大小",
    "file-encoding": "文件编码",
    "control-character": "控制字符",
    "hidden-character": "隐藏字符",
    "look-alike-character": "形似字",
    "conflict-marker": "合并冲突",
    "line-length": "行的长度",
    "nesting": "层次",
    "front-matter": "页首信息",
    "yaml-syntax": "格式",
    "yaml-feature": "不用的写法",
    "duplicate-key": "重复的键",
    "colon": "冒号",
    "indent": "缩进",
    "list-mark": "列表写法",
    "brackets": "方括号",
    "attachment-type": "附件类型",
    "attachment-content": "附件内容",
    "table-place": "数据表的位置",
    "table-columns": "数据表的列",
    "table-row": "数据表的行",
    "table-cell": "数据表的格子",
    "table-number": "编号重复",
    "register-line": "登记的每一行",
}


def problem(
    rule: str, path: str, message: str, fix: str, line: int = 1, column: int = 1, edit: Edit | None = None
) -> Problem:
    """A breach of one of the rules above, at a place already known."""
    return Problem(
        rule=rule,
        name=NAMES[rule],
        basis=BASIS,
        path=path,
        message=message,
        fix=fix,
        line=line,
        column=column,
        edit=edit,
    )


def unreadable(path: str, error: OSError) -> Problem:
    """A file or folder that the system does not give."""
    if isinstance(error, PermissionError):
        reason, fix = "没有读取的权限", "在文件属性里给予读取权限"
    elif isinstance(error, FileNotFoundError):
        reason, fix = "读取时已不在", "不要在检查、生成时移动文件，再运行一次"
    else:
        reason, fix = "系统读取出错", "检查磁盘；文件损坏就用备份替换"
    return problem("file-unreadable", path, f"打不开：{reason}", fix)
