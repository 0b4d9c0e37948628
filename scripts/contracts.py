"""Writes what stands where on a page of each template into tests/render/contracts/, for people to read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from template_contract.renewal import Renewal

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests/render/contracts"


def main() -> int:
    names = _arguments().names
    # after the arguments: these take a while, and whoever asks for help need not wait
    from template_contract.golden import UNSEEN  # noqa: PLC0415
    from template_contract.renewal import renewal  # noqa: PLC0415

    _progress("读模板和视图的类型……")
    FOLDER.mkdir(exist_ok=True)
    made = renewal(ROOT / "overrides", {file.stem: file.read_text("utf-8") for file in FOLDER.glob("*.txt")})
    chosen = {found for name in names for found in _meant(name, made)} or {*made.found}
    if lacking := [name for name in names if not _meant(name, made)]:
        print(
            f"没有这些模板：{'、'.join(lacking)}。可以写的：{'、'.join(sorted(made.found))}", file=sys.stderr
        )
        return 2
    _renew(made, chosen)
    (FOLDER / f"{UNSEEN}.txt").write_text(made.unseen, "utf-8", newline="\n")
    for file in FOLDER.glob("*.txt"):
        if file.stem not in {*made.found, UNSEEN}:
            file.unlink()
    print(f"写好了 {len(chosen)} 份，用 git diff 逐行看：每个值都要站在自己的名称旁边")
    for template, line, _ in sorted(made.wanted):
        print(f"没有一份显示 overrides/{template}:{line}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/contracts",
        description="写出每个模板的契约：页面上什么值站在什么名称旁边。写在 tests/render/contracts/。",
    )
    parser.add_argument(
        "names", nargs="*", metavar="模板", help="只重写这些，如 records/event.html 或 event；不写就是全部"
    )
    return parser.parse_args()


def _meant(name: str, made: Renewal) -> list[str]:
    """The texts that a name of a template stands for, with its folder or without, or with a type."""
    plain = name.removesuffix(".html").replace("/", ".")
    return [text for text in made.found if text == plain or f".{text}".endswith(f".{plain}")]


def _renew(made: Renewal, chosen: set[str]) -> None:
    _progress("按现有的各份重做一遍……")
    for number, (name, text) in enumerate(made.renewed(chosen), start=1):
        _progress(f"{number}/{len(chosen)} {name}")
        (FOLDER / f"{name}.txt").write_text(text, "utf-8", newline="\n")


def _progress(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
