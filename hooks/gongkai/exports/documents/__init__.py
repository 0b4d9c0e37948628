"""Normative documents in articles → XML (Akoma Ntoso), JSON and Markdown of each version, beside the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from gongkai.column.register import Register
from gongkai.column.versions import Version, versions
from gongkai.exports.documents.akn import akoma_ntoso
from gongkai.exports.documents.tree import as_json
from gongkai.exports.leads import Paths, lead, paths
from gongkai.exports.made import DataFile, VersionFiles
from gongkai.records.types.policy import Policy

__all__ = ["akoma_ntoso", "as_json", "of_policy", "write"]

_LABELS = {"xml": "XML（Akoma Ntoso）", "json": "JSON", "md": "Markdown"}


def write(register: Register, stage: Path) -> dict[str, tuple[VersionFiles, ...]]:
    """Every file below ``stage``; id of a policy → its versions with their files, the oldest first."""
    by_path = paths(register)
    return {
        policy.id: tuple(_written(register, policy, stage, by_path))
        for policy in register.policies
        if of_policy(policy)
    }


def of_policy(policy: Policy) -> bool:
    """Whether a document has these files: a 规范性文件 in articles that readers have."""
    return policy.normative and not policy.closed and bool(policy.document.governing.articles)


def _written(register: Register, policy: Policy, stage: Path, by_path: Paths) -> list[VersionFiles]:
    known = versions(register, policy)
    leads = partial(lead, register, policy, by_path)
    return [
        VersionFiles(each.begins, each.ends, _files(register, each, known, stage, leads)) for each in known
    ]


def _files(
    register: Register,
    version: Version,
    known: tuple[Version, ...],
    stage: Path,
    leads: Callable[[str], str],
) -> tuple[DataFile, ...]:
    policy, made = version.policy, []
    contents = {
        "xml": akoma_ntoso(register, version, known, leads),
        "json": as_json(register, version),
        "md": f"# {policy.title}\n\n{version.body.strip()}\n".encode(),
    }
    (stage / policy.url).mkdir(parents=True, exist_ok=True)
    for ending, content in contents.items():
        path = f"{policy.url}{policy.slug}@{version.begins}.{ending}"
        (stage / path).write_bytes(content)
        made.append(DataFile(path, _LABELS[ending], len(content)))
    return tuple(made)
