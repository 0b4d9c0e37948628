"""What is written by an act → what remains to be done by hand before it is handed in."""

from __future__ import annotations

from gongkai.desk.undo.trying import Tried

#: so many files with errors are named
_NAMED = 3
_REGISTER = (
    "运行 scripts/addresses 登记，把写好的文件和 data/addresses、data/dates、data/log、data/texts 一起提交"
)
_FOLLOWS = "网址、发布日志和订阅源照着写好的文件自动更新"


def remaining(after: Tried) -> str:
    """Registering is all or nothing: with an error in any file, also one of others, it waits for that."""
    if not after.errors:
        return f"接着{_REGISTER}；{_FOLLOWS}。"
    files = list(dict.fromkeys(each.file for each in after.errors))
    named = "、".join(files[:_NAMED]) + ("等" if len(files) > _NAMED else "")
    return (
        f"还没有完：登记要等 {len(after.errors)} 处错误改好（{named}），"
        "有错误的时候 scripts/addresses 什么也不登记。\n"
        f"1. 改好这些错误，scripts/check 逐条说怎样改。\n2. {_REGISTER}。\n"
        "没有登记就提交了的，发布会停下来，旧的网页还在；照上面两步补上，不要退回这次改动。"
    )
