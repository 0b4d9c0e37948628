"""Approvals by signed commits: ``Review: 初审`` at the end of a commit's message, signed by who may.

A signature is of a whole tree. It counts where the files of the work are in that tree as they are here, but
for what the reviews themselves write; on which branch the commit stands does not matter.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai.desk.web import trees
from gongkai.desk.web.people import STAGES
from gongkai.desk.web.reviewing.approvals import Approval, mark
from gongkai.desk.web.works import Work

TRAILER = "Review"
#: commits that are looked at; signatures are given within days
_MOST = 500


@dataclass(frozen=True)
class Signed:
    """Where signed commits are looked for, and whose are believed."""

    tree: Path
    #: where the column stands below the tree
    below: Path
    remote: str
    signers: Path


def found(where: Signed, work: Work, now: str) -> Iterator[Approval]:
    """The approvals of the text that is known by ``now``."""
    if where.remote:
        trees.git(where.tree, "fetch", "--quiet", "--no-tags", where.remote)
    named = f"%(trailers:key={TRAILER},valueonly,separator=%x20)"
    said = trees.git(
        where.tree, "log", "--all", f"--max-count={_MOST}", f"--grep=^{TRAILER}:", f"--format=%H%x09{named}"
    )
    for line in said.splitlines():
        commit, _, words = line.partition("\t")
        stages = tuple(each for each in re.split(r"[\s,，、]+", words) if each in STAGES)
        if stages and (signer := _signer(where, commit)) and _mark(where, work, commit) == now:
            day = trees.git(where.tree, "show", "--no-patch", "--format=%cs", commit)
            yield Approval(signer, stages, day.strip(), now)


def _signer(where: Signed, commit: str) -> str:
    """Who signed a commit, by the file of those who may; "" where nobody of them did."""
    believed = (
        "-c", f"gpg.ssh.allowedSignersFile={where.signers.resolve()}",
        # nothing but the keys of that file: not what the account of the desk happens to trust
        "-c", "gpg.program=false", "-c", "gpg.x509.program=false",
    )  # fmt: skip
    if not trees.holds(where.tree, *believed, "verify-commit", commit):
        return ""
    return trees.git(where.tree, *believed, "show", "--no-patch", "--format=%GS", commit).strip()


def _mark(where: Signed, work: Work, commit: str) -> str:
    """What the work's files are known by as they are in a commit."""
    with tempfile.TemporaryDirectory(prefix="gongkai-signed-") as folder:
        root = Path(folder)
        for path in work.written:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(trees.at(where.tree, commit, (where.below / path).as_posix()))
        return mark(root, work)
