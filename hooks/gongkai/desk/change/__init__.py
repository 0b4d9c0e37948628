"""A change of the content → one report: what readers will find changed, and what is wrong with it.

``compare`` puts two checked columns beside each other, ``as_markdown`` tells it for a comment on a proposal.
"""

from __future__ import annotations

from gongkai.desk.change.comparing import Changed, compare
from gongkai.desk.change.quoting import Quoted, quoted
from gongkai.desk.change.telling import as_markdown

__all__ = ["Changed", "Quoted", "as_markdown", "compare", "quoted"]
