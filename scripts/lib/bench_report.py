"""What scripts/bench compare keeps of a run: figures as JSON, bars as a picture; day and machine in both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Any

CLEAN = "本程序，从头"
#: parts of the report that compare
COMPARED = ("ratios", "ms_per_record_more")


@dataclass(frozen=True)
class Cost:
    """One build: who built what, what it took, and what it left."""

    records: int
    what: str
    cpu: float
    wall: float
    peak_mb: float
    output_mb: float
    files: int


def told(day: str, machine: Mapping[str, object], costs: Sequence[Cost]) -> dict[str, Any]:
    """The whole report: the day, the machine, what is compared, and every build."""
    return {
        "day": day,
        "machine": dict(machine),
        "ratios": ratios(costs),
        "ms_per_record_more": growth(costs),
        "costs": [_rounded(each) for each in costs],
    }


def _rounded(cost: Cost) -> dict[str, object]:
    """No more digits than two runs have in common."""
    return {
        name: round(value, 2) if isinstance(value, float) else value for name, value in asdict(cost).items()
    }


def ratios(costs: Sequence[Cost]) -> dict[str, dict[str, float]]:
    """Records → how many times the CPU of a clean build of ours each other build takes."""
    clean = {each.records: each.cpu for each in costs if each.what == CLEAN}
    found: dict[str, dict[str, float]] = {}
    for each in costs:
        if each.what != CLEAN:
            share = float(f"{each.cpu / clean[each.records]:.2g}")
            found.setdefault(str(each.records), {})[each.what] = share
    return found


def growth(costs: Sequence[Cost]) -> dict[str, float]:
    """What one record more costs, in CPU milliseconds, from the smallest number of records to the largest."""
    few, many = min(each.records for each in costs), max(each.records for each in costs)
    if few == many:
        return {}
    small = {each.what: each.cpu for each in costs if each.records == few}
    large = {each.what: each.cpu for each in costs if each.records == many}
    return {what: round((cpu - small[what]) * 1000 / (many - few), 1) for what, cpu in large.items()}


def svg(told: Mapping[str, Any], costs: Sequence[Cost]) -> str:
    """Bars of CPU seconds for each number of records, and below them the day and the machine."""
    widest = max(each.cpu for each in costs)
    parts, y = [_text(10, 24, "CPU 秒，少的好（纯页面的不检查，也没有清单、数据和订阅源）", bold=True)], 36
    for count in sorted({each.records for each in costs}):
        parts.append(_text(10, y + 20, f"{count} 条记录", bold=True))
        y += 30
        for each in (each for each in costs if each.records == count):
            width = max(1.0, 360 * each.cpu / widest)
            parts.append(_text(215, y + 17, each.what, end=True))
            parts.append(f'<rect x="225" y="{y}" width="{width:.1f}" height="24" fill="#1d5fa8"/>')
            parts.append(_text(232 + width, y + 17, f"{each.cpu:.1f}"))
            y += 30
    where = told["machine"]
    busy = f"Python {where['python']}，负载 {where['load_before']} 到 {where['load_after']}"
    made = f"{told['day']}，{where['processors']} 个处理器（{where['processor']}），{busy}"
    parts.append(_text(10, y + 20, made, size=12))
    height = y + 34
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {height}" font-family="sans-serif" '
        f'font-size="16" role="img" aria-label="各种生成的 CPU 秒，{escape(made)}">'
        f'<rect width="720" height="{height}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _text(x: float, y: float, words: str, *, bold: bool = False, end: bool = False, size: int = 0) -> str:
    more = ' font-weight="bold"' * bold + ' text-anchor="end"' * end + f' font-size="{size}"' * bool(size)
    return f'<text x="{x:.0f}" y="{y:.0f}"{more}>{escape(words)}</text>'
