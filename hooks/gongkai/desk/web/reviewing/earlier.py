"""Records that were public before this work: their reviews are those of their publication, and stay."""

from __future__ import annotations

from gongkai.desk.web import trees
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work


def reviewed(visit: Visit, work: Work) -> set[str]:
    """The files of this work with a review that was there when readers already had the record.

    Who reviews the change of such a record is noted with the change, not in the record: a secrecy review
    after the day of publication would be wrong there, and the names of those who passed it would be lost.
    """
    root, today = visit.root(work), visit.office.options.now.today
    before = visit.office.judge.before(root, begun(visit, work), today).register
    own = {*work.written, *work.gone}
    known = [each.review for each in before.all if each.review and each.source.path in own]
    now = visit.office.judge.register(root).all
    return {each.source.path for each in now if each.source.path in own and each.review in known}


def begun(visit: Visit, work: Work) -> str:
    """The commit that the work is compared with."""
    tree = visit.office.works.tree(work)
    return work.base or trees.begun(tree, visit.office.options.hand_in.target)
