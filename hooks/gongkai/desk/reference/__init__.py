"""Code → documentation: what editors may write, which rules hold, which words and columns of data there are.

Nothing here is written by hand a second time: fields come from the records, rules
from the checks and their standards, messages from running the examples. A test
compares the committed files, so that they cannot fall behind.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path

from gongkai.desk.reference import (
    architecture,
    columns,
    commands,
    drawing,
    fields,
    glossary,
    rules,
    schema,
    templates,
)
from gongkai.settings import PROJECT

#: folders in which every file is made here; others of the same ending there are left over
FOLDERS = {"docs/templates": ("*.md", "*.yml"), "docs/schema": ("*.json",)}


def documents(parser: ArgumentParser) -> dict[str, str]:
    """Every generated file: path from the project's root → text; the ``parser`` knows every command."""
    return {
        architecture.FILE: architecture.page(),
        drawing.FILE: drawing.page(),
        "docs/commands.md": commands.page(parser, PROJECT / "scripts"),
        "docs/fields.md": fields.page(),
        "docs/rules.md": rules.page(),
        "docs/glossary.md": glossary.page(),
        "docs/templates.md": templates.page(),
        columns.FILE: columns.page(),
        **schema.files(),
        **templates.files(),
    }


def stale(made: Mapping[str, str], project: Path = PROJECT) -> list[str]:
    """Paths, sorted, of files that are missing, different or left over."""
    different = {path for path, text in made.items() if _text(project / path) != text}
    return sorted(different | _left_over(project, made))


def write(made: Mapping[str, str], project: Path = PROJECT) -> list[str]:
    """Bring the generated files up to date; gives the paths that changed."""
    changed = stale(made, project)
    for path in changed:
        file = project / path
        if path not in made:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made[path], "utf-8", newline="\n")
    return changed


def _left_over(project: Path, made: Mapping[str, str]) -> set[str]:
    there = {
        file.relative_to(project).as_posix()
        for folder, patterns in FOLDERS.items()
        for pattern in patterns
        for file in (project / folder).glob(pattern)
    }
    return there - set(made)


def _text(file: Path) -> str | None:
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else None
