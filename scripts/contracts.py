"""Writes what stands where on a page of each template into tests/render/contracts/, for people to read."""

from __future__ import annotations

from pathlib import Path

from template_contract.golden import texts

ROOT = Path(__file__).parents[1]


def main() -> None:
    folder = ROOT / "tests/render/contracts"
    folder.mkdir(exist_ok=True)
    made = texts(ROOT / "overrides")
    for file in folder.glob("*.txt"):
        if file.stem not in made:
            file.unlink()
    for name, text in made.items():
        (folder / f"{name}.txt").write_text(text, "utf-8", newline="\n")
    print(f"写好了 {len(made)} 份，用 git diff 逐行看：每个值都要站在自己的名称旁边")


if __name__ == "__main__":
    main()
