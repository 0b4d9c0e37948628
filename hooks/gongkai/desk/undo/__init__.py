"""``scripts/undo``: what was published is corrected, withdrawn, merged, repealed or renamed.

Each act gives the files as they will be (``Change``), for whoever shows and writes them; what follows from
them (addresses, the log, feeds) is read from these files, as always. Nothing is taken back in silence: each
act has its reason, and the file or the register it is written in says so to readers.
"""

from __future__ import annotations

from gongkai.desk.undo.acts import ACTS, Wanted, changes, filed, fitting
from gongkai.desk.undo.correcting import correct
from gongkai.desk.undo.looking import Look, Part, as_text, looks
from gongkai.desk.undo.remaining import remaining
from gongkai.desk.undo.renaming import rename
from gongkai.desk.undo.trying import Tried, tried
from gongkai.desk.undo.withdrawing import REASONS, merge, repeal, withdraw

__all__ = [
    "ACTS", "REASONS", "Look", "Part", "Tried", "Wanted",
    "as_text", "changes", "correct", "filed", "fitting", "looks", "merge", "remaining", "rename", "repeal",
    "tried", "withdraw",
]  # fmt: skip
