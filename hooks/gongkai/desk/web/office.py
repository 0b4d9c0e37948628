"""What all requests share: the column, the pieces of work, and the trees they stand in."""

from __future__ import annotations

from pathlib import Path

from gongkai.desk.web import trees
from gongkai.desk.web.judging import Judge
from gongkai.desk.web.options import Options
from gongkai.desk.web.works import Work, Works


class Office:
    """One desk's works and what judges them."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.works = Works(options.state / "works")
        self.judge = Judge(options)
        self._below = trees.ready(options.settings.root)

    def root(self, work: Work) -> Path:
        """The column in the tree of a piece of work."""
        return self.works.tree(work) / self._below

    def begin(self, user: str) -> Work:
        """A new piece of work on a branch of its own."""
        day = self.options.now.today.isoformat()
        work = self.works.begin(user, day, trees.branch_of(user, day))
        trees.begin(self.options.settings.root, self.works.tree(work), work.branch)
        return work

    def end(self, work: Work) -> None:
        """Throw a piece of work away: its branch, its tree, its files."""
        trees.end(self.options.settings.root, self.works.tree(work), work.branch)
        self.works.remove(work)
