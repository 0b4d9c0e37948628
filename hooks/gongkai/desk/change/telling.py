"""What a change does → Markdown for a comment on a proposal: readers first, then each problem's mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from gongkai.common.paper.markdown import escaped
from gongkai.common.problems import Level, told
from gongkai.common.said_days import cn_date
from gongkai.desk.change.comparing import Changed, FeedNews, Moved, PageChange
from gongkai.desk.change.quoting import Quoted, quoted

T = TypeVar("T")
#: so many of a kind are listed: a comment has a longest length, and nobody reads further
MOST = 30
_FEW = 8
_TICKS = re.compile("`+")


def as_markdown(found: Changed, root: Path, preview: str = "") -> str:
    """The whole report; ``preview`` is where the site of this change can be seen."""
    where = preview.rstrip("/") + "/" if preview else ""
    blocks = ["# 这次改动", _sum(found), *_readers(found, where), *_problems(found, root)]
    if where:
        blocks.append(f"[看改动以后的网站]({where})")
    return told("\n\n".join(blocks)) + "\n"


def _sum(found: Changed) -> str:
    new = found.problems.new
    errors = sum(each.level is Level.ERROR for each in new)
    said = [f"新增 {len(found.added)} 页、改动 {len(found.changed)} 页、不再公开 {len(found.gone)} 页"]
    said.append(f"必须改的问题 {errors} 处，其他问题 {len(new) - errors} 处" if new else "没有带来新的问题")
    if found.problems.mended:
        said.append(f"改好原有的问题 {len(found.problems.mended)} 处")
    return "；".join(said) + "。"


def _readers(found: Changed, where: str) -> Iterator[str]:
    yield "## 群众会看到什么变化"
    if not found.anything:
        yield "没有变化。"
    yield from _part("新增的网页", found.added, lambda each: _page(each, where))
    yield from _part("改动的网页", found.changed, lambda each: _page(each, where))
    yield from _part("不再公开的网页", found.gone, lambda each: _page(each, ""))
    yield from _part("状态变了的", found.states, _moved)
    yield from _part("订阅的人会收到", found.news, _news)
    yield from _part("公开质量的指标", found.figures, _moved)


def _part(title: str, found: Sequence[T], line: Callable[[T], str]) -> Iterator[str]:
    if not found:
        return
    lines = [f"- {line(each)}" for each in found[:MOST]]
    if len(found) > MOST:
        lines.append(f"- ……还有 {len(found) - MOST} 项")
    yield f"### {title}（{len(found)}）"
    yield "\n".join(lines)


def _page(each: PageChange, where: str) -> str:
    title = escaped(each.title)
    name = f"[{title}]({where}{each.url})" if where else f"{title}（`{each.url}`）"
    keys = "；".join(escaped(key) for key in each.keys)
    return f"{each.label}：{name}" + (f"。改了：{keys}" if keys else "")


def _moved(each: Moved) -> str:
    since = f"，自{cn_date(each.since)}起" if each.since else ""
    return f"{escaped(each.name)}：{escaped(each.before)} → {escaped(each.after)}{since}"


def _news(each: FeedNews) -> str:
    more = f"等 {len(each.feeds)} 个" if len(each.feeds) > _FEW else ""
    return f"{escaped(each.title)}：{'、'.join(escaped(name) for name in each.feeds[:_FEW])}{more}"


def _problems(found: Changed, root: Path) -> Iterator[str]:
    change = found.problems
    if change.new:
        yield f"## 这次改动带来的问题（{len(change.new)}）"
        ordered = sorted(change.new, key=lambda each: [*Level].index(each.level))
        yield from (_problem(quoted(root, each)) for each in ordered[:MOST])
        if len(ordered) > MOST:
            yield f"……还有 {len(ordered) - MOST} 处，运行 `scripts/check --changed {change.base}` 全部列出。"
    if change.kept:
        yield f"改动以前就有的问题还有 {len(change.kept)} 处，这里不列。"


def _problem(each: Quoted) -> str:
    problem = each.problem
    lines = [f"**{problem.level}** {escaped(problem.message)}"]
    place = f"{_code(problem.file)} 第 {problem.line or 1} 行"
    lines.append(f"{place}：{_code(each.line)}" if each.line else place)
    lines.append(f"改法：{escaped(problem.fix)}")
    if problem.basis:
        lines.append(f"依据：{escaped(problem.basis)}")
    said = "  \n  ".join(lines)
    return f"- {said}{_pasted(each)}"


def _pasted(each: Quoted) -> str:
    """What to paste, as a block of its own inside the item."""
    if not each.paste:
        return ""
    fence = "`" * max(3, _longest(each.paste) + 1)
    block = "\n".join(f"  {line}" for line in (fence, *each.paste.split("\n"), fence))
    return f"\n\n  照抄这一段：\n\n{block}"


def _code(text: str) -> str:
    """Text as code, whatever marks it holds."""
    fence = "`" * (_longest(text) + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _longest(text: str) -> int:
    runs: Iterable[str] = _TICKS.findall(text)
    return max(map(len, runs), default=0)
