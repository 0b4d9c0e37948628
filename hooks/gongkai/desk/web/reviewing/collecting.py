"""Approvals that were given elsewhere → kept with the work, each of the text that it is of."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.desk.web import trees
from gongkai.desk.web.options import Way
from gongkai.desk.web.reviewing import proposals, signatures
from gongkai.desk.web.reviewing.approvals import Approval, mark
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work


def collect(visit: Visit, work: Work) -> None:
    """Ask the platform and the signed commits; what they no longer say of this commit is forgotten."""
    options = visit.office.options
    if not options.reviewed_elsewhere:
        return
    commit = trees.head(visit.office.works.tree(work))
    work.approvals = [each for each in work.approvals if each.get("at") != commit]
    known = {(each["who"], each["stage"], each["mark"]) for each in work.approvals}
    for each in _found(visit, work):
        person = options.reviewers.person(each.who)
        for stage in each.stages or (person.stages if person else ()):
            if person and stage in person.stages and (person.name, stage, each.mark) not in known:
                kept = {"who": person.name, "stage": stage, "day": each.day, "mark": each.mark, "at": commit}
                work.approvals.append(kept)


def _found(visit: Visit, work: Work) -> Iterator[Approval]:
    options, tree = visit.office.options, visit.office.works.tree(work)
    now = mark(visit.root(work), work)
    if options.approvals and options.hand_in.way is not Way.LOCAL:
        yield from proposals.found(options.hand_in, tree, now)
    if options.signers:
        remote = "" if options.hand_in.way is Way.LOCAL else options.hand_in.remote
        below = visit.root(work).relative_to(tree)
        yield from signatures.found(signatures.Signed(tree, below, remote, options.signers), work, now)
