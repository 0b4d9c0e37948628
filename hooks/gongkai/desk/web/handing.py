"""A finished piece of work → a commit on its branch, and a proposal where the office makes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from gongkai.desk.web import platform, trees
from gongkai.desk.web.options import HandIn, Way
from gongkai.desk.web.works import Work

_LINE = re.compile(r"\s+")
#: one option of a push holds less than 64 KB
_LONGEST = 15_000


@dataclass(frozen=True)
class Clash:
    """A file that somebody else changed meanwhile: as it was, as it is here, as theirs is."""

    path: str
    base: str
    mine: str
    theirs: str


def clashes(tree: Path, hand_in: HandIn) -> tuple[str, list[Clash]]:
    """The others' newest commit, and what does not go together with it."""
    remote = "" if hand_in.way is Way.LOCAL else hand_in.remote
    other = trees.newest(tree, remote, hand_in.target)
    found = trees.clashes(tree, other)
    return other, [Clash(path, *trees.texts(tree, other, path)) for path in found]


def hand_in(tree: Path, work: Work, to: HandIn, about: str) -> str:
    """Send it on with what is told ``about`` it, in Markdown; what is said to the clerk."""
    title = _LINE.sub(" ", work.title)
    if to.way is Way.LOCAL:
        return "已经存好，等管网站的同事合并"
    trees.push(tree, _push(work, to, title, _cut(about)))
    if to.way is Way.GITHUB:
        _propose(work, to, title, about)
    return "已经交审"


def _cut(text: str) -> str:
    """As much of a report as an option of a push takes, in one line: platforms make lines of ``\\n``."""
    lines, length = [], 0
    for line in text.splitlines():
        length += len(line) + 2
        if length > _LONGEST:
            lines.append("……")
            break
        lines.append(line)
    return "\\n".join(lines)


def _push(work: Work, to: HandIn, title: str, about: str) -> list[str]:
    """Options and refs, as each platform takes a proposal."""
    if to.way is Way.GITLAB:
        options = [
            "merge_request.create",
            f"merge_request.target={to.target}",
            f"merge_request.title={title}",
            f"merge_request.description={about}",
        ]
        return [*_options(options), to.remote, f"HEAD:refs/heads/{work.branch}"]
    if to.way is Way.GITEA:
        options = [f"topic={work.branch.removeprefix('desk/')}", f"title={title}", f"description={about}"]
        return [*_options(options), to.remote, f"HEAD:refs/for/{to.target}"]
    return [to.remote, f"HEAD:refs/heads/{work.branch}"]


def _options(options: list[str]) -> list[str]:
    return [word for each in options for word in ("-o", each)]


def _propose(work: Work, to: HandIn, title: str, report: str) -> None:
    """GitHub has no options of a push: its API is asked, with a token out of a file."""
    if to.token is None or not to.repository:
        raise trees.Failed("没有写明 GitHub 的仓库和令牌文件（--repository、--token-file）")
    about = {"title": title, "head": work.branch, "base": to.target, "body": report}
    status, _ = platform.ask(to, "POST", f"/repos/{to.repository}/pulls", about)
    # 422: the proposal of this branch is there already, and has the new commit by the push
    if status not in (201, 422):
        raise trees.Failed(f"GitHub 没有收下（{status}）")
