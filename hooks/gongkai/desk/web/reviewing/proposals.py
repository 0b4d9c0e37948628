"""Approvals of a proposal on a code platform: who, when, and of which commit.

Only what was approved at the commit that the desk sent counts. GitHub and Gitea say of each review which
commit it is of; GitLab says when it was given, which has to be after the commit. A review may name what it
is (“初审”) in its words; without that it stands for all that the person does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from gongkai.desk.web import platform, trees
from gongkai.desk.web.options import HandIn, Way
from gongkai.desk.web.people import STAGES
from gongkai.desk.web.reviewing.approvals import Approval

_BEIJING = dt.timezone(dt.timedelta(hours=8))
_APPROVED, _SAID_NOTHING = "APPROVED", ("COMMENTED", "COMMENT", "PENDING", "REQUEST_REVIEW")


def found(to: HandIn, tree: Path, mark: str) -> Iterator[Approval]:
    """The approvals of what the tree has, which is known by ``mark``."""
    commit = trees.head(tree)
    if to.way is Way.GITLAB:
        yield from _merge_request(to, tree, commit, mark)
        return
    base = f"/repos/{to.repository}/pulls"
    proposal = _proposal(platform.every(to, f"{base}?state=open&per_page=100&limit=50"), commit)
    if proposal is None:
        return
    last: dict[str, Any] = {}
    for each in platform.every(to, f"{base}/{proposal['number']}/reviews?per_page=100&limit=50"):
        if each["state"] not in _SAID_NOTHING:
            last[each["user"]["login"]] = each
    for login, each in last.items():
        gone = each.get("dismissed") or each.get("stale")
        if each["state"] == _APPROVED and each["commit_id"] == commit and not gone:
            stages = tuple(stage for stage in STAGES if stage in (each.get("body") or ""))
            yield Approval(login, stages, _day(each["submitted_at"]), mark)


def _merge_request(to: HandIn, tree: Path, commit: str, mark: str) -> Iterator[Approval]:
    base = f"/projects/{quote(to.repository, safe='')}/merge_requests"
    listed = platform.every(to, f"{base}?state=opened&per_page=100")
    proposal = next((each for each in listed if each.get("sha") == commit), None)
    if proposal is None:
        return
    since = int(trees.git(tree, "show", "--no-patch", "--format=%ct", commit))
    for each in _got(to, f"{base}/{proposal['iid']}/approvals")["approved_by"]:
        at = each.get("approved_at")
        if at and _moment(at) >= since:
            yield Approval(each["user"]["username"], (), _day(at), mark)


def _proposal(listed: Iterable[Any], commit: str) -> Any:
    return next((each for each in listed if each["head"]["sha"] == commit), None)


def _got(to: HandIn, path: str) -> Any:
    status, answer = platform.ask(to, "GET", path)
    if status != 200 or answer is None:
        raise trees.Failed(f"平台没有说出谁审过（{status}）")
    return answer


def _moment(text: str) -> float:
    return dt.datetime.fromisoformat(text).timestamp()


def _day(text: str) -> str:
    """The day in Beijing of a moment."""
    return dt.datetime.fromisoformat(text).astimezone(_BEIJING).date().isoformat()
