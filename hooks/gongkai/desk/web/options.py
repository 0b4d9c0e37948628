"""How a desk is run: whose column, where its work is kept, who may come, and where work is handed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from gongkai.desk.web.people import NOBODY, Reviewers
from gongkai.settings import Settings


class Way(StrEnum):
    """How a finished piece of work goes on."""

    #: it stays on its branch of this repository
    LOCAL = "local"
    GITLAB = "gitlab"
    #: Gitea and Forgejo
    GITEA = "gitea"
    GITHUB = "github"


@dataclass(frozen=True)
class HandIn:
    """Where a piece of work is handed in; ``token`` is a file, for GitHub alone."""

    way: Way = Way.LOCAL
    remote: str = "origin"
    target: str = "main"
    #: ``owner/name`` at GitHub, and the file with the token
    repository: str = ""
    token: Path | None = None
    #: where its API is asked: another of an office's own
    api: str = "https://api.github.com"


@dataclass(frozen=True)
class Options:
    """``user_header`` names the header in which the office's login says who it is; "" on one's own machine.

    ``hosts`` are the names under which the desk may be asked: another is somebody else's page.
    """

    settings: Settings
    state: Path
    hosts: tuple[str, ...]
    user_header: str = ""
    hand_in: HandIn = HandIn()
    #: who reviews; where nobody is named, the clerk writes down who did
    reviewers: Reviewers = NOBODY
    #: whose signatures of commits are believed, as ssh-keygen reads it
    signers: Path | None = None
    #: the platform is asked who approved the proposal
    approvals: bool = False
    #: bytes of all files that are put in at once
    most: int = 40 * 1024 * 1024
    #: what day it is, asked at each request: a desk runs for weeks; None: the day of the settings
    day: Callable[[], dt.date] | None = None

    @property
    def reviewed_elsewhere(self) -> bool:
        """Whether reviewers may look at a work and pass it without coming to the desk."""
        return self.approvals or self.signers is not None

    @property
    def now(self) -> Settings:
        """The settings of today."""
        return replace(self.settings, today=self.day()) if self.day else self.settings
