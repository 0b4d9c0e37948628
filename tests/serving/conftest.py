"""A column with everything, served by a real nginx under the project's own deploy/nginx.conf."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from nginx_served import running

PROJECT = Path(__file__).parents[2]
#: what lies in a careless web root beside the column, and in it: none of it may be answered
SECRETS = (
    ".zwgk.lock",
    ".zwgk.staging-4711/index.html",
    ".zwgk.old-4711/guide/index.html",
    ".zwgk.search/tables/xuke.csv",
    ".git/config",
    "state/releases/1/index.html",
    "zwgk/.env",
    "zwgk/files/.git/config",
)
MOVED = """\
- 地址: items/minzheng-ju/2019/chongfu/
  撤下日期: 2026-05-06
  理由: 重复发布
"""


@dataclass(frozen=True)
class Answer:
    """What the server said: status, headers in lower case, the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def web_root(command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of README's "Deploy": the built column in it, and what must not be seen around it."""
    base = tmp_path_factory.mktemp("serving")
    column = Path(shutil.copytree(PROJECT / "tests/sites/good", base / "column"))
    identity = column / "mkdocs.yml"
    identity.write_text(identity.read_text("utf-8").replace("/gongkai/", "/zwgk/"), "utf-8")
    (column / "data/addresses").mkdir(exist_ok=True)
    with (column / "data/addresses/moved.yml").open("a", encoding="utf-8") as entries:
        entries.write(MOVED)
    root = base / "root"
    root.mkdir()
    done = command("build", "--root", column, "--site-dir", root / "zwgk")
    assert done.returncode == 0, done.stdout
    for name in (*SECRETS, ".well-known/acme-challenge/proof", "robots.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"lies at {name}", "utf-8")
    return root


@pytest.fixture(scope="module")
def ask(web_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """ask(path, method=…, Header_Name=…) of a running nginx."""
    with running(tmp_path_factory.mktemp("nginx"), web_root) as port:
        yield lambda path, method="GET", **headers: _asked(port, path, method, headers)


def _asked(port: int, path: str, method: str, headers: Mapping[str, str]) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    words = {"Host": "www.example.gov.cn"} | {k.replace("_", "-"): v for k, v in headers.items()}
    connection.request(method, path, headers=words)
    response = connection.getresponse()
    found = {name.lower(): value for name, value in response.getheaders()}
    answer = Answer(response.status, found, response.read())
    connection.close()
    return answer
