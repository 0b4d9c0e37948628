"""What must not happen, tried: every part of it, its counts, and whether they keep to the goals.

    scripts/safety [--quick] [PART…]

A part is a file ``lib/safety_<part>.py`` with ``LABEL`` and ``measure(quick) -> dict[str, int]``; it is
found by looking. ``--quick`` tries few examples. Exits with 1 where a count is over its goal.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

LIB = Path(__file__).resolve().parent / "lib"
sys.path.insert(0, str(LIB))
#: a count that must stay small → of what it is a part, and how much of it there may be
AT_MOST = {
    "missed": ("planted", 0.005),
    "false alarms": ("innocent", 0.003),
    "published": ("tried", 0.0),
    "lost": ("tried", 0.0),
    "tracebacks": ("tried", 0.0),
    "hangs": ("tried", 0.0),
    "broken": ("kills", 0.0),
    "failed": ("days", 0.0),
}
#: a count that must be as large as another
ALL_OF = {"intact": "kills", "built": "days"}


def parts(wanted: list[str]) -> list[str]:
    """The names of the parts there are, those wanted first and alone where any are."""
    found = [file.stem.removeprefix("safety_") for file in sorted(LIB.glob("safety_*.py"))]
    unknown = sorted(set(wanted) - set(found))
    if unknown:
        raise LookupError(f"没有“{'、'.join(unknown)}”这一部分；有：{'、'.join(found)}")
    return wanted or found


def beyond(counts: Mapping[str, int]) -> Iterator[str]:
    """What is over its goal, in words; a count may have a word before its name (``held missed``)."""
    for name, count in counts.items():
        for bad, (whole, share) in AT_MOST.items():
            of = counts.get(name.removesuffix(bad) + whole, 0)
            if name.endswith(bad) and count > of * share:
                yield f"{name} {count}（目标：{of} 的 {share:.1%} 以内）"
        for good, whole in ALL_OF.items():
            if name == good and count < counts.get(whole, 0):
                yield f"{name} {count}（目标：{counts[whole]}）"


def main(words: list[str] | None = None) -> int:
    """Measure the parts one after the other; gives the exit code."""
    reader = argparse.ArgumentParser(prog="scripts/safety", description="不该发生的事，逐件试过")
    reader.add_argument("--quick", action="store_true", help="只试几个")
    reader.add_argument("part", nargs="*", help="只试这几部分")
    options = reader.parse_args(words)
    try:
        names = parts(options.part)
    except LookupError as error:
        print(error, file=sys.stderr)
        return 2
    over: list[str] = []
    for name in names:
        clock = time.monotonic()
        module = importlib.import_module(f"safety_{name}")
        counts: dict[str, int] = module.measure(options.quick)
        print(line(module.LABEL, counts), flush=True)
        print(f"（{name}：{time.monotonic() - clock:.0f} 秒）", file=sys.stderr)
        over += [f"{module.LABEL}：{each}" for each in beyond(counts)]
    print("\n".join(f"没有达到目标：{each}" for each in over) or "都达到目标")
    return 1 if over else 0


def line(label: str, counts: Mapping[str, int]) -> str:
    """One part as it is printed."""
    return f"{label}: " + ", ".join(f"{name} {count}" for name, count in counts.items())


if __name__ == "__main__":
    sys.exit(main())
