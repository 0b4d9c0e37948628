"""llms.txt: what a program that answers questions must know before it quotes the column, and where all is."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.column.answers import gathered
from gongkai.column.asked import FOLDER
from gongkai.column.register import Register
from gongkai.exports.made import DataFile

NAME = "llms.txt"
_HEAD = """\
# {name}（{portal}）

> {description}。由{organiser}公布。本文件和下面的文本按 {day} 的状态生成。

引用以前请注意：

- 只有 `in_force: true` 的是现行有效的规定；文字前面有〔已废止…〕〔已失效…〕〔尚未施行…〕〔…停止执行…〕的，
  不能当作现行规定引用。
- 引用时写明文件名称、发文字号、第几条，并给出 `url`；`official: false` 的文字由修改文件算得，
  以公布的文件为准。
- `valid_until` 那一天起不再有效：过了这一天，请重新读取。
- 没有写到的，不要推测：告诉读者该问哪个单位（{contacts}）。
- 示例内容（演示专栏）不能作为办事依据。
- 每一页的旁边有同样内容的 Markdown：在网址后面加 `index.md`。
"""


def guide(register: Register, files: Sequence[tuple[str, int, DataFile]]) -> bytes:
    """``files``: what is in it, how many pieces, the file."""
    column, root = register.column, register.column.root
    head = _HEAD.format(
        name=column.name,
        portal=column.portal,
        description=column.description,
        organiser=column.organiser,
        day=register.today.isoformat(),
        contacts=f"{root}units/",
    )
    rows = [f"- [{label}]({root}{file.path}): {count} 段，JSON Lines" for label, count, file in files]
    more = [
        f"- [开放数据]({root}data/): 每一类记录的 CSV、JSON Lines、JSON Schema，整个栏目的 SQLite",
        *([f"- [问答]({root}{FOLDER}): 问过、答过的问题"] if gathered(register) else ()),
        *([f"- [某一天有效的规范性文件]({root}in-force/)"] if _normative(register) else ()),
        f"- [订阅源]({root}feeds/)",
    ]
    return f"{head}\n## 全文（按条、按问、按篇）\n\n{_lines(rows)}\n\n## 其他\n\n{_lines(more)}\n".encode()


def _normative(register: Register) -> bool:
    """Whether there is one: without, the page of those in force is not made."""
    return any(each.normative for each in register.policies)


def _lines(rows: Sequence[str]) -> str:
    return "\n".join(rows)
