"""What surrounds a run, asked before the program is loaded: the checkout, the state folder, the day."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

#: mkdocs.yml, hooks/, overrides/
CHECKOUT = Path(__file__).resolve().parents[3]
#: what is kept about sites beside them: locks, sites being made, finished parts, old releases
STATE_VARIABLE = "GONGKAI_STATE"
#: what all our variables begin with
OURS = "GONGKAI_"


def state_folder(environment: Mapping[str, str]) -> Path:
    """The state folder: the one named, else the checkout's own, else (a checkout of others) the user's.

    Never beside the site: a folder beside it is most often one that the web server shows.
    """
    if named := environment.get(STATE_VARIABLE):
        return Path(named).resolve()
    own = CHECKOUT / ".state"
    if os.access(own if own.exists() else CHECKOUT, os.W_OK):
        return own
    home = environment.get("XDG_STATE_HOME") or Path(environment.get("HOME") or "/", ".local/state")
    return Path(home, "gongkai").resolve()


def day_in_beijing() -> dt.date:
    """The real day: the only look at a clock."""
    return dt.datetime.now(ZoneInfo("Asia/Shanghai")).date()
