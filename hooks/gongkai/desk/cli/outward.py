"""The command that asks other sites."""

from __future__ import annotations

import argparse

from gongkai import pipeline
from gongkai.desk.outward import asking, noting
from gongkai.records.fields.values import as_count
from gongkai.records.vocabulary.publishing import LinkAnswer
from gongkai.settings import read_settings


def ask_links(options: argparse.Namespace) -> int:
    """Ask for every page of other sites that the column leads to, and note what was answered."""
    settings = read_settings()
    register = pipeline.check(settings).register
    wanted = noting.due(register, as_count(options.most))
    manners = asking.Manners(agent=f"gongkai-links (+{register.column.root})")
    answers = asking.ask(wanted, manners)
    noting.write(settings.root, noting.noted(register, answers))
    dead = [each for each in answers if each.answer is LinkAnswer.DEAD]
    for each in dead:
        print(f"打不开：{each.address}（{each.said}）")
    print(f"查问了 {len(answers)} 个网址，打不开的 {len(dead)} 个，结果写在 {noting.PATH}")
    return 0
