"""A desk over a tiny column in a repository of its own, asked in process as a browser asks it."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from werkzeug.test import Client, TestResponse

from gongkai.desk.web.app import Desk
from gongkai.desk.web.options import HandIn, Options
from gongkai.settings import Settings, read_column

HEADER = "X-Remote-User"
MINI = Path(__file__).parents[2] / "sites/mini"
TODAY = dt.date(2026, 11, 21)


@dataclass
class Clerk:
    """A user at a desk: gets pages, fills in forms as the page has them."""

    desk: Desk
    name: str
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client = Client(self.desk, use_cookies=False)
        self.headers = {HEADER: self.name.encode().decode("latin-1"), **self.headers}

    def get(self, path: str) -> TestResponse:
        return self.client.get(path, headers=self.headers)

    def page(self, path: str) -> str:
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def post(self, at: str, **fields: object) -> TestResponse:
        token = self.desk.guard.token(self.name)
        return self.client.post(at, data={"token": token, **fields}, headers=self.headers)

    def put(self, *files: tuple[str, bytes]) -> TestResponse:
        return self.post("/put", files=[(io.BytesIO(data), name) for name, data in files])

    def work(self, *files: tuple[str, bytes]) -> str:
        """The address of a new piece of work."""
        answer = self.put(*files)
        assert answer.status_code == 303, answer.text
        found = re.match(r"/work/[0-9a-f]{16}/", answer.location)
        assert found
        return found[0]


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=维护", "-c", "user.email=a@localhost")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny column in a repository, made once."""
    made = Path(shutil.copytree(MINI, tmp_path_factory.mktemp("desk") / "mini"))
    git(made, "init", "--quiet", "--initial-branch=main")
    git(made, "add", "--all")
    git(made, "commit", "--quiet", "-m", "开始")
    return made


@pytest.fixture
def column(committed: Path, tmp_path: Path) -> Path:
    """The tiny column, committed."""
    return Path(shutil.copytree(committed, tmp_path / "mini"))


@pytest.fixture
def options(column: Path, tmp_path: Path) -> Options:
    settings = Settings(column, TODAY, read_column(column))
    return Options(settings, tmp_path / "desk", ("localhost",), HEADER, HandIn())


@pytest.fixture
def desk(options: Options) -> Desk:
    return Desk(options)


@pytest.fixture
def clerk(desk: Desk) -> Clerk:
    return Clerk(desk, "张某")
