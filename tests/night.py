"""What is tried by day, for a proposal, and what by night, when there is time for all of it."""

from __future__ import annotations

import os

#: By night Hypothesis looks for new examples, tests marked ``night`` are not left out, others try more: the
#: same behaviour at length, where a few of its cases by day tell a fault of the code as well.
NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "explore"
