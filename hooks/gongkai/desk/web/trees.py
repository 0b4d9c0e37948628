"""A piece of work → a branch and a working tree of its own, its commits, and the way to the others."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem

_MAIL = "desk@localhost"
_PATIENCE = 120
#: how a program ends whose reader has gone: by SIGPIPE, which is 13 everywhere
_CUT_OFF = -13
#: how often a push is tried at whose end the other side hung up
_TIMES = 4
#: the author is who wrote it, the committer the desk
_SET = (
    "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false", "-c", "credential.interactive=false",
    "-c", "user.name=写稿台", "-c", f"user.email={_MAIL}",
)  # fmt: skip


class Failed(EnvironmentProblem):
    """Git could not do it; for the engineer, in its own words."""


class HungUp(Failed):
    """The other side had hung up while Git was still writing to it."""


def git(folder: Path, *words: str, fine: tuple[int, ...] = (0,)) -> str:
    """What Git says; hooks of the repository are not run by a desk, nothing is asked for on a terminal."""
    return _said(folder, *words, fine=fine).decode("utf-8", "replace")


def _said(folder: Path, *words: str, fine: tuple[int, ...] = (0,)) -> bytes:
    try:
        done = subprocess.run(
            ["git", *_SET, *words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError:
        raise Failed("没有找到 git：请先安装") from None
    except subprocess.TimeoutExpired:
        raise Failed(f"git {words[0]} 两分钟没有结束") from None
    if done.returncode == _CUT_OFF:
        raise HungUp(f"git {words[0]}：对方先断开了连接")
    if done.returncode not in fine:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Failed(f"git {words[0]}：{said[-1] if said else done.returncode}")
    return done.stdout


def holds(folder: Path, *words: str) -> bool:
    """Whether Git says yes."""
    try:
        git(folder, *words)
    except Failed:
        return False
    return True


def ready(root: Path) -> str:
    """Where the column stands below its repository; EnvironmentProblem where there is none with a commit."""
    try:
        git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except Failed:
        raise EnvironmentProblem(f"{root} 不在 Git 仓库里，或者还没有提交：写稿台把稿件存成提交") from None
    if git(root, "rev-parse", "--verify", "--quiet", "refs/heads/desk", fine=(0, 1)):
        raise EnvironmentProblem("仓库里有叫 desk 的分支，写稿台的分支都在 desk/ 下面，不能同名：先把它改名")
    return git(root, "rev-parse", "--show-prefix").strip()


def branch_of(user: str, day: str) -> str:
    """``desk/zhang/2026-11-30-…``; a name that is no plain word is left out."""
    plain = "-".join(re.findall(r"[a-z0-9]+", user.lower())) or "user"
    return f"desk/{plain[:30]}/{day}-{{id}}"


def begin(root: Path, tree: Path, branch: str) -> None:
    """A branch and a tree of its own, from what the column has now."""
    git(root, "worktree", "add", "--quiet", "-b", branch, str(tree), "HEAD")


def end(root: Path, tree: Path, branch: str) -> None:
    """Take both away again."""
    git(root, "worktree", "remove", "--force", str(tree))
    git(root, "branch", "--quiet", "-D", branch)


def commit(tree: Path, paths: list[str], message: str, author: str) -> bool:
    """Whether there was anything to commit."""
    git(tree, "add", "--all", "--", *paths)
    if not git(tree, "status", "--porcelain", "--", *paths).strip():
        return False
    who = re.sub(r"[<>\n]", "", author)
    git(tree, "commit", "--quiet", f"--author={who} <{_MAIL}>", "-m", message, "--", *paths)
    return True


def push(tree: Path, way: list[str]) -> str:
    """What the platform answers.

    Who has all of it already hangs up at once, and now and then Git still writes the options then, and is
    ended by the system: asked again, it is told.
    """
    for _ in range(_TIMES - 1):
        try:
            return git(tree, "push", "--quiet", *way)
        except HungUp:
            continue
    return git(tree, "push", "--quiet", *way)


def newest(tree: Path, remote: str, target: str) -> str:
    """The commit that others have by now: of the platform, or of this repository where nothing is pushed."""
    if remote:
        git(tree, "fetch", "--quiet", "--no-tags", remote, target)
        return git(tree, "rev-parse", "FETCH_HEAD").strip()
    found = git(tree, "rev-parse", "--verify", "--quiet", f"refs/heads/{target}", fine=(0, 1)).strip()
    return found or git(tree, "rev-parse", "HEAD").strip()


def begun(tree: Path, target: str) -> str:
    """The commit that the work of a tree began from: the newest that the others have as well."""
    known = git(tree, "rev-parse", "--verify", "--quiet", f"refs/heads/{target}", fine=(0, 1)).strip()
    return git(tree, "merge-base", "HEAD", known or "HEAD").strip()


def head(tree: Path) -> str:
    """The commit that a tree stands at."""
    return git(tree, "rev-parse", "HEAD").strip()


def at(tree: Path, commit: str, path: str) -> bytes:
    """A file as it is in a commit; b"" where it is not."""
    return _said(tree, "show", f"{commit}:{path}", fine=(0, 128))


def restore(tree: Path, paths: list[str]) -> None:
    """Files as the last commit has them; what it has not is taken away."""
    for path in paths:
        if holds(tree, "cat-file", "-e", f"HEAD:{path}"):
            git(tree, "checkout", "--quiet", "HEAD", "--", path)
        else:
            (tree / path).unlink(missing_ok=True)


def lacks(tree: Path, other: str) -> bool:
    """Whether others have something that this tree has not."""
    return git(tree, "rev-list", "--count", f"HEAD..{other}").strip() != "0"


def clashes(tree: Path, other: str) -> list[str]:
    """Files that both sides changed and that do not go together; no file is touched."""
    said = git(
        tree, "merge-tree", "--write-tree", "--name-only", "--no-messages", "HEAD", other, fine=(0, 1)
    ).splitlines()
    return [path for path in said[1:] if path]


def texts(tree: Path, other: str, path: str) -> tuple[str, str, str]:
    """A file as it was before both, as it is here, and as the others have it; "" where it is not."""
    base = git(tree, "merge-base", "HEAD", other).strip()
    return tuple(_text(tree, each, path) for each in (base, "HEAD", other))  # type: ignore[return-value]


def _text(tree: Path, commit: str, path: str) -> str:
    return git(tree, "show", f"{commit}:{path}", fine=(0, 128))


def join(tree: Path, other: str, settled: dict[str, str], author: str) -> None:
    """Bring in what the others have, with the texts of the files that both changed as they were settled."""
    git(tree, "merge", "--quiet", "--no-ff", "--no-commit", other, fine=(0, 1))
    for path, text in settled.items():
        (tree / path).write_text(text, "utf-8")
        git(tree, "add", "--", path)
    if git(tree, "diff", "--name-only", "--diff-filter=U").strip():
        git(tree, "merge", "--abort")
        raise Failed("别的人又改了，请再看一遍")
    who = re.sub(r"[<>\n]", "", author)
    git(tree, "commit", "--quiet", f"--author={who} <{_MAIL}>", "-m", "与别的人改的合在一起")
