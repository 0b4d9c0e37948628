"""``scripts/check --fix``: what the checks know exactly, shown first and then written into the files.

Three steps, each of use by itself: ``mends`` (a text and the problems found in it → the places that change;
pure, for an editor's screen as well), ``plan`` (a column → all files as they will be, nothing written), and
``write`` (a plan → the files, all of them or none).
"""

from __future__ import annotations

from gongkai.desk.mending.planning import Filed, Plan, plan
from gongkai.desk.mending.shown import shown
from gongkai.desk.mending.texts import Mend, applied, mends
from gongkai.desk.mending.writing import Change, write

__all__ = ["Change", "Filed", "Mend", "Plan", "applied", "mends", "plan", "shown", "write"]
