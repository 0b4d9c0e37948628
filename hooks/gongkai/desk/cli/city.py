"""The command ``city``: many columns built as jobs, shown together, and sent where they are served."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from gongkai.city import building, matrix, plan, shelf
from gongkai.city.building import Places
from gongkai.city.engines import Dask, Engine, Local
from gongkai.city.plan import City
from gongkai.city.stores import Bucket, upload
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.cli.arguments import read_place
from gongkai.settings import PROJECT, read_state, read_today


def build(options: argparse.Namespace) -> int:
    """Read the plan; then a matrix of it, or its columns, or its portal alone."""
    path = Path(options.plan)
    if not path.is_file():
        raise EnvironmentProblem(f"没有这个文件：{path}。样例见 docs/city.md")
    city, problems = plan.read(path)
    if city is None:
        for each in problems:
            print(each, file=sys.stderr)
        return 1
    if options.matrix:
        print(matrix.of(city, options.matrix), end="")
        return 0
    places = Places(read_state() / "city", _site(options))
    chosen = _chosen(city, options.only)
    results = building.build(city, read_today().isoformat(), places, _engine(options), _say, chosen)
    if options.to:
        _send(options, city, places, chosen)
    if not options.only:
        _say(f"全市的网站在 {places.site}")
    return building.code_of(results)


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _site(options: argparse.Namespace) -> Path:
    return PROJECT / "city-site" if options.site_dir is None else read_place(options.site_dir)


def _chosen(city: City, only: str | None) -> frozenset[str]:
    """The columns to build: all, the one that is named, or none for ``-``, which makes the portal alone."""
    slugs = frozenset(each.slug for each in city.columns)
    if only is None:
        return slugs
    if only == "-":
        return frozenset()
    if only not in slugs:
        raise EnvironmentProblem(f"没有代号是“{only}”的栏目：{'、'.join(sorted(slugs))}")
    return frozenset({only})


def _engine(options: argparse.Namespace) -> Engine:
    if options.scheduler:
        return Dask(options.scheduler)
    text = options.workers or str(os.cpu_count() or 1)
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 1000):
        raise EnvironmentProblem(f"同时几个“{text}”不对：写 1 到 999 的数")
    return Local(int(text))


def _send(options: argparse.Namespace, city: City, places: Places, chosen: frozenset[str]) -> None:
    bucket = Bucket.of(options.to, options.endpoint or "")
    for each in city.columns:
        release = shelf.current(places.work, each.slug)
        if release and each.slug in chosen:
            sent = upload(bucket, each.slug, release, shelf.folder_of(places.work, each.slug, release))
            _say(f"{each.name}：传了 {sent} 个文件到 {options.to}")
